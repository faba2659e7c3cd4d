"""Claims in the making, and what the rest of the article adds to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from operator import attrgetter

import attrs

from claimrec.reading.contexts import CLASH, Context
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.sides import side_of, speaks_for
from claimrec.reading.storyline import REMEMBERED
from claimrec.records.claim import Effect, Level, Perpetrator, Toll

MOST_PARTS = 3
"""Sums of more incidents than this are looked for as one sum of all that follow (own: news counts few by name)."""
LEAST_SUM = 3
"""Ones add up to two in almost every article; only greater sums tell something (own)."""
FIGHTERS = frozenset({"fighters", "military personnel"})
"""Victims who fight for somebody, though nobody says for whom."""
NOBODY = (None, "people")
"""Victims who may be anybody."""
FEW = 12
"""Among more incidents than this some always add up by chance; then only all of them together count."""


@attrs.define(eq=False)
class Draft:
    """A claim in the making: everything but what its context will add.

    `voices` are those behind the publisher; `places` maps a casualty of the sentence to its place among the tolls;
    `open` are the tolls whose words leave open whether the people lived ("was shot"); `stands`
    tells an accusation, a claim or a denial, which stands for itself; `said` is the perpetrator by its own sentence.
    """

    parsed: Parsed
    sentence: Sentence
    context: Context
    voices: tuple[str, ...]
    level: Level
    perpetrator: Perpetrator | None
    event: str | None
    stands: bool = False
    said: Perpetrator | None = attrs.field(default=attrs.Factory(attrgetter("perpetrator"), takes_self=True))
    tolls: list[Toll] = attrs.field(factory=list)
    places: dict[int, int] = attrs.field(factory=dict)
    open: set[int] = attrs.field(factory=set)

    @property
    def leaves_its_voice_open(self) -> bool:
        """Does it cite nobody, or in a headline only a kind of voice?"""
        if not self.voices:
            return True
        saying = self.parsed.speech
        return self.parsed.field == "title" and all(saying.is_in(word, "unnamed") for word in self.voices[-1].split())

    @property
    def speaks_for_itself(self) -> bool:
        """Is it a sentence of a party's own outlet that cites nobody, and no headline?"""
        source = self.parsed.lexicon.sources.get(self.parsed.article.publisher or "")
        party = not self.voices and source is not None and source.affiliation is not None
        return party and self.parsed.field == "text" and self.sentence.first > 0

    @property
    def counted(self) -> bool:
        """Has it ever had tolls?"""
        return bool(self.places)

    @property
    def is_remark(self) -> bool:
        """Does it neither count anybody nor say who did it?"""
        return not self.counted and self.said is None

    def sides(self) -> list[str]:
        """The organisations whose people it counts."""
        if not self.tolls:
            return []
        actors = self.parsed.lexicon.groups.actors
        victims = [toll.victims or "" for toll in self.tolls]
        return [name for name in victims if name in actors and actors[name].kind != "victims"]

    def wholes(self) -> list[Toll]:
        """The tolls that are no part of another and have a number."""
        return [toll for toll in self.tolls if is_whole(toll)]


def is_whole(toll: Toll) -> bool:
    """Is it no part of another and has a number?"""
    return toll.part_of is None and toll.hedge not in ("vague", "zero")


def restate(drafts: Sequence[Draft]) -> None:
    """A toll in the publisher's own voice that a cited voice gives elsewhere in the article is that voice's toll.

    So is one of a headline that only says what kind of voice it is ("monitor says"). But a party's outlet speaks for
    itself where it cites nobody, unless in a headline, which rests on what follows.
    """
    cited: dict[tuple[object, ...], tuple[str, ...]] = {}
    for draft in drafts:
        for toll in draft.tolls if draft.speaks_for_itself or not draft.leaves_its_voice_open else ():
            cited.setdefault((draft.context, draft.level, toll.effect, toll.count.low), draft.voices)
    for draft in drafts:
        if draft.tolls and draft.leaves_its_voice_open and not draft.speaks_for_itself:
            own = draft.tolls[0]
            voices = cited.get((draft.context, draft.level, own.effect, own.count.low), draft.voices)
            draft.voices = voices if own.count.low > 1 else draft.voices


def name_victims(drafts: Sequence[Draft]) -> None:
    """A toll of nobody in particular ("43 dead") has the victims that the article gives the same toll elsewhere.

    A headline stays as it is.
    """
    told: dict[tuple[object, ...], str] = {}
    for draft in drafts:
        for toll in draft.wholes():
            if toll.victims not in NOBODY and toll.victims is not None:
                told.setdefault((draft.context, draft.level, toll.effect, toll.count.low), toll.victims)
    for draft in drafts:
        for place, toll in enumerate(draft.tolls if draft.parsed.field == "text" else ()):
            known = told.get((draft.context, draft.level, toll.effect, toll.count.low))
            if toll.victims in NOBODY and known is not None and is_whole(toll) and toll.count.low > 1:
                draft.tolls[place] = attrs.evolve(toll, victims=known)


def _as_said(doer: Perpetrator | None, voices: tuple[str, ...]) -> Perpetrator | None:
    """What is reported as a fact is an accusation in the mouth of a cited voice."""
    if doer is None or doer.stance != "reported" or not voices:
        return doer
    return attrs.evolve(doer, stance="accused")


def inherit(drafts: Sequence[Draft]) -> None:
    """A voice that names the doer of an incident once means the same doer when it goes on without a name.

    Where the doer's own side has lost people, it has lost them to the other side of the fight.
    """
    named: dict[Context, list[tuple[tuple[str, ...], Perpetrator]]] = {}
    sides: dict[Context, dict[str, None]] = {}
    for draft in drafts:
        if draft.perpetrator is not None and draft.perpetrator.stance != "denied":
            named.setdefault(draft.context, []).append((draft.voices, draft.perpetrator))
        sides.setdefault(draft.context, {}).update(dict.fromkeys(draft.sides()))
    for draft in drafts:
        if draft.level != "incident" or (draft.perpetrator is not None and draft.perpetrator.actor is not None):
            continue
        own = draft.perpetrator
        if draft.is_remark or (own is not None and own.stance == "denied"):
            continue  # whoever mourns accuses nobody, and whoever says that it was an accident means nobody
        others = [
            one for one in named.get(draft.context, [])[:REMEMBERED] if own is None or _may_be(draft, own, one[1])
        ]
        doer = next((doer for voices, doer in others if _can_mean(draft, voices, doer)), None)
        if doer is None and own is None:
            doer = _opponent(draft, [doer for _, doer in others], list(sides[draft.context])[:REMEMBERED])
            doer = doer or _announced(draft)
            doer = doer or _agreed(draft, [doer for _, doer in others])
        if doer is not None:
            named_as = own or doer
            draft.perpetrator = _as_said(Perpetrator(doer.actor, named_as.words, named_as.stance), draft.voices)


def _can_mean(draft: Draft, voices: tuple[str, ...], doer: Perpetrator) -> bool:
    """Was the doer named by the draft's own voice, as a fact, or by itself; and are the victims others?"""
    told = voices[-1:] in (draft.voices[-1:], ()) or doer.stance == "claimed"
    return told and not _is_own(draft, doer)


def _may_be(draft: Draft, unnamed: Perpetrator, doer: Perpetrator) -> bool:
    """Can a doer of whom only a noun is told be this one, who then is no state ("rebels"), or is one ("police")?"""
    if doer.actor is None:
        return False
    actor = draft.parsed.lexicon.groups.actors.get(doer.actor)
    words = (unnamed.words or "").lower().split()
    if draft.parsed.deed_words.any_in(words, "officers"):
        return actor is not None and actor.kind == "state"
    return not (draft.parsed.deed_words.any_in(words, "insurgents") and actor is not None and actor.kind == "state")


def _agreed(draft: Draft, doers: Sequence[Perpetrator]) -> Perpetrator | None:
    """The doer whom all voices of the article that name one mean, where the draft's own voice is not on that side."""
    named = [(doer.actor, doer) for doer in doers if doer.actor is not None]
    groups = draft.parsed.lexicon.groups
    if not named or not all(groups.compatible(named[0][0], actor) for actor, _ in named[1:]):
        return None
    actor, doer = named[0]
    if _is_own(draft, doer) or any(speaks_for(draft.parsed, voice, actor) for voice in draft.voices[-1:]):
        return None
    return doer


def _is_own(draft: Draft, doer: Perpetrator) -> bool:
    """Are the victims of the doer's own side, or fighters like a doer without a name?"""
    if doer.actor is None:
        return any(toll.victims in FIGHTERS for toll in draft.tolls) or bool(draft.sides())
    groups = draft.parsed.lexicon.groups
    return any(groups.compatible(doer.actor, side) for side in draft.sides())


def _opponent(draft: Draft, doers: Sequence[Perpetrator], sides: Sequence[str]) -> Perpetrator | None:
    """The other side of a fight: of a clash, or of a deed whose doer's own side has losses too."""
    groups, own = draft.parsed.lexicon.groups, draft.sides()
    fought = CLASH in draft.context.events or any(doer.actor and _is_own(draft, doer) for doer in doers)
    others = [side for side in sides if own and not any(groups.compatible(side, one) for one in own)]
    return Perpetrator(others[0], None, "accused" if draft.voices else "reported") if fought and others else None


def _announced(draft: Draft) -> Perpetrator | None:
    """As in "the army announced the arrest of 12 X members": whoever tells of its enemy's losses claims them."""
    side = side_of(draft.parsed, draft.voices[-1]) if draft.voices else None
    enemies = draft.sides()
    if side is None or not enemies or any(draft.parsed.lexicon.groups.compatible(side, one) for one in enemies):
        return None
    return Perpetrator(side, None, "claimed")


def sum_up(drafts: Sequence[Draft]) -> None:
    """A toll that is the sum of later ones of two or more incidents counts over these: an aggregate (METHOD 7).

    What is a part of one sum is no part of another, and what an incident had more of before is no sum.
    """
    total: dict[tuple[Context, str], int] = {}
    wholes = [draft.wholes() for draft in drafts]
    for place, draft in enumerate(drafts):
        tolls = [toll for toll in wholes[place] if toll.count.low >= LEAST_SUM] if draft.level == "incident" else ()
        if not tolls:
            continue
        before, behind = range(max(0, place - REMEMBERED), place), slice(place + 1, place + 1 + REMEMBERED)
        later = zip(drafts[behind], wholes[behind], strict=True)
        singles = _singles([(other, told) for other, told in later if told and other.parsed is draft.parsed])
        for toll in tolls:
            parts, number = _parts(toll, singles.get(toll.effect, ()))
            if not parts or any(total.get((part, toll.effect), number) != number for part in parts):
                continue
            had = [told for near in before if drafts[near].context is draft.context for told in wholes[near]]
            if not any(told.effect == toll.effect and told.count.low > toll.count.low for told in had):
                total |= {(part, toll.effect): number for part in parts}
                draft.level = "aggregate"
                draft.context = Context(when=draft.context.when, where=draft.context.area)
                break


def _singles(later: Iterable[tuple[Draft, Sequence[Toll]]]) -> dict[Effect, list[tuple[Context, int]]]:
    """The numbers of incidents by effect; of one incident each smaller than those before it, as others are no parts."""
    least: dict[tuple[Context, Effect], int] = {}
    singles: dict[Effect, list[tuple[Context, int]]] = {}
    for draft, tolls in later:
        for toll in tolls if draft.level == "incident" else ():
            known = least.get((draft.context, toll.effect))
            if known is None or toll.count.low < known:
                least[draft.context, toll.effect] = toll.count.low
                singles.setdefault(toll.effect, []).append((draft.context, toll.count.low))
    return singles


def _parts(toll: Toll, singles: Iterable[tuple[Context, int]]) -> tuple[Sequence[Context], int]:
    """Two or more other incidents whose single tolls, each smaller, add up to this one, and their sum.

    "Almost a dozen" may be any number that it allows.
    """
    sizes: dict[Context, int] = {}
    for context, number in singles:
        if number < toll.count.low:
            sizes.setdefault(context, number)
    counts = range(2, MOST_PARTS + 1) if len(sizes) <= FEW else ()
    few = (chosen for n in counts for chosen in combinations(sizes, n))
    every = tuple(sizes) if len(sizes) > 1 else ()
    most = toll.count.low if toll.count.high is None else toll.count.high
    summed = ((chosen, sum(map(sizes.__getitem__, chosen))) for chosen in (*few, every))
    return next(((chosen, number) for chosen, number in summed if toll.count.low <= number <= most), ((), 0))
