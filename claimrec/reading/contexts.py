"""Which incident of an article a sentence speaks of, and what the article says about that incident elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimrec.lexicon.entries import EventEntry
from claimrec.lexicon.romanisation import skeleton
from claimrec.reading.levels import cues_in
from claimrec.reading.mentions import PlaceMention
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.telling import Casualty
from claimrec.reading.times import TimeMention
from claimrec.reading.voices import is_home_of_speaker, is_speaker, is_verb_of_saying
from claimrec.records.claim import When, Where

FINENESS = {"country": 0, "region": 1, "governorate": 1, "district": 2, "city": 5, "town": 5, "village": 5}
"""How finely a kind of place tells where something was; quarters and sites, which lie in towns, are the finest."""
FINEST = 6
ANCHOR = 2
"""A place that only says where another lies ("30 km from X") is no finer than a district."""
HEADLINE = 3
"""Headlines name the best-known place around."""
CAPITAL = 3
"""A city whose governorate bears its name, told without "city", can mean either."""
NEAR = 4
"""As in "near X", which is finer than X's governorate and coarser than X."""
UNKNOWN_SPOT = 4
"""A mosque or quarter that no gazetteer knows says less than the town it lies in."""
SAME_SPOT_KM = 1.0
"""Two names whose points lie nearer than this are spellings of one place (own; half a village across)."""
EVENT_REACH = 14
"""Tokens between an attack and its place where no casualties tie the two together."""
LEAD = 120
"""Tokens at the start of an article that all tell its news."""
REMEMBERED = 40
"""Incidents back to which a sentence can refer; no reader keeps more apart, and the time stays linear."""
NEIGHBOURING_KM = 60.0
"""A finer place this near, or in the same governorate, can be the one that a coarser name meant (own)."""


@attrs.define(eq=False)
class Context:
    """One incident as an article tells it: filled in as the sentences go by.

    `when` may be `inherited` from what was told before; `said` is when its first casualties were told; `coarse` is the
    wider place that was said before `where`; `told` are its casualties so far, `events` the words for it and `event`
    the first that says its kind. `separate` says that the article calls it another incident than those before, and
    `number` its place among them, None for what is no incident.
    """

    when: When | None = None
    inherited: bool = False
    said: When | None = None
    where: Where | None = None
    coarse: Where | None = None
    fineness: int = -1
    separate: bool = False
    number: int | None = None
    told: list[Casualty] = attrs.field(factory=list)
    event: str | None = None
    events: set[str] = attrs.field(factory=set)

    def repeats(self, casualty: Casualty) -> bool:
        """Has this incident a number, and no vague one, of the same effect that agrees with the casualty's?"""
        return any((other.count & casualty.count) is not None for other in self._alike(casualty))

    def sums(self, casualties: Sequence[Casualty]) -> bool:
        """Do a sentence's casualties of one effect add up to a number told before ("five": "two ... and three ...")?"""
        whole = [casualty for casualty in casualties if casualty.part_of is None]
        if len(whole) < 2 or len({casualty.effect for casualty in whole}) > 1:
            return False
        total = sum((casualty.count for casualty in whole[1:]), start=whole[0].count)
        return any(other.count == total for other in self._alike(whole[0]))

    def contradicts(self, casualty: Casualty) -> bool:
        """Has it numbers of the same effect, none of which agrees with the casualty's?"""
        return bool(self._alike(casualty)) and not self.repeats(casualty)

    def _alike(self, casualty: Casualty) -> list[Casualty]:
        if casualty.hedge == "vague":
            return []
        return [other for other in self.told if other.effect == casualty.effect and other.hedge != "vague"]


@attrs.frozen
class _Setting:
    """When and where a sentence says that something happened."""

    when: When | None
    where: Where | None
    fineness: int = -1
    elsewhere: bool = False
    event: str | None = None
    events: frozenset[str] = frozenset()
    definite: bool = False


def times_in(parsed: Parsed, first: int, end: int) -> list[TimeMention]:
    """The times between two tokens, datelines left out."""
    return [m for m in parsed.times.between(first, end) if m.kind != "dateline"]


def _is_time_of_saying(parsed: Parsed, mention: TimeMention) -> bool:
    """As in "a monitor said Sunday", "the group on Tuesday raised the toll"."""
    tokens, first = parsed.tokens, mention.first
    if first and tokens[first - 1].lower == "on":
        first -= 1
    before = tokens[first - 1].lower if first else ""
    behind = tokens[mention.end].lower if mention.end < len(tokens) else ""
    return is_verb_of_saying(parsed, before) or (is_speaker(parsed, first - 1) and is_verb_of_saying(parsed, behind))


def nearest_time(
    parsed: Parsed, clause: Sentence, place: int, *, since: bool = False, said: bool = False
) -> When | None:
    """The time nearest to token `place`; with `since` the nearest "since ...", with `said` that of the saying."""
    times = [m for m in times_in(parsed, clause.first, clause.end) if (m.kind == "since") == since]
    times = [m for m in times if _is_time_of_saying(parsed, m) == said]
    if not times:
        return None
    mention = min(times, key=lambda m: (abs(m.first - place), m.first))
    return When(mention.window, parsed.words(mention.first, mention.end), mention.relative)


def _fineness(parsed: Parsed, mention: PlaceMention) -> int:
    before = [token.lower for token in parsed.tokens[max(0, mention.first - 2) : mention.first]]
    place, fineness = mention.place, FINENESS.get(mention.kind, FINEST)
    limits = [
        (any(parsed.grammar.is_in(word, "anchor") for word in before), ANCHOR),
        (parsed.field == "title", HEADLINE),
        (mention.kind == "city" and place.name == place.admin and "city" not in mention.words.lower(), CAPITAL),
        (any(parsed.grammar.is_in(word, "near") for word in before), NEAR),
        (mention.kind in ("site", "neighbourhood") and place.lat is None, UNKNOWN_SPOT),
    ]
    return min([fineness, *(limit for holds, limit in limits if holds)])


def _setting(parsed: Parsed, clause: Sentence, place: int, reach: int | None = None) -> _Setting:
    """The clause's time nearest to token `place`, its finest place (within `reach`), of two the nearer, its events."""
    when = nearest_time(parsed, clause, place)
    events = parsed.events.between(clause.first, clause.end)
    kinds = frozenset(mention.event for mention in events)
    kind = next((m.event for m in events if not is_vague(parsed, m.event)), None)
    definite = any(_follows(parsed, clause, mention.first, "demonstrative", 2) for mention in events)
    mentions = parsed.places.between(clause.first, clause.end)
    mentions = [m for m in mentions if reach is None or abs(m.first - place) <= reach]
    mentions = [m for m in mentions if not is_home_of_speaker(parsed, m, clause)]
    if not mentions:
        return _Setting(when, None, event=kind, events=kinds, definite=definite)
    best = min(mentions, key=lambda m: (-_fineness(parsed, m), abs(m.first - place), -m.first))
    where = Where(best.place, parsed.words(best.first, best.end))
    elsewhere = _follows(parsed, clause, best.first, "elsewhere", 3)
    return _Setting(when, where, _fineness(parsed, best), elsewhere, kind, kinds, definite)


def is_vague(parsed: Parsed, event: str) -> bool:
    """Does the word for an event say nothing of its kind ("attack")?"""
    entry: EventEntry = parsed.lexicon.entries["events"][event]
    return entry.vague


def _follows(parsed: Parsed, clause: Sentence, place: int, words: str, reach: int) -> bool:
    """Does a word of this list stand in the `reach` tokens before token `place`?"""
    before = parsed.tokens[max(clause.first, place - reach) : place]
    return any(parsed.grammar.is_in(token.lower, words) for token in before)


def _clause(parsed: Parsed, sentence: Sentence, casualties: Sequence[Casualty], place: int) -> Sentence:
    """The part of the sentence around token `place` that no word such as "while" parts from it.

    Only a part with casualties of its own is cut off: "killed when a rocket struck the town of X" is one clause.
    """
    told = [casualty.first for casualty in casualties if casualty.part_of is None]
    breaks = [
        n for n in range(sentence.first, sentence.end) if parsed.grammar.is_in(parsed.tokens[n].lower, "clause_break")
    ]
    first, end = sentence.first, sentence.end
    for cut in breaks:
        if cut < place and any(first <= other < cut for other in told):
            first = cut
        elif cut > place and any(cut < other < end for other in told):
            end = cut
            break
    return Sentence(first, end, sentence.quoted)


def one_place(a: Where, b: Where) -> bool:
    """Are two places the same, by name or by point?"""
    one, other = skeleton(a.place.name), skeleton(b.place.name)
    if one == other or one in other.split() or other in one.split():
        return True
    apart = a.place.km_to(b.place)
    return apart is not None and apart < SAME_SPOT_KM


def _can_lie_in(fine: Where, coarse: Where) -> bool:
    """Can the finer place be what the coarser name meant?"""
    gap = fine.place.gap_km(coarse.place)
    if gap is not None:
        return gap <= NEIGHBOURING_KM
    admins = (fine.place.admin, coarse.place.admin)
    return None in admins or admins[0] == admins[1]


class Contexts:
    """The incidents of one article in the order in which it tells them."""

    def __init__(self) -> None:
        self._all: list[Context] = []
        self._sums: list[Context] = []
        self._latest: When | None = None

    def of(
        self, parsed: Parsed, sentence: Sentence, casualty: Casualty, casualties: Sequence[Casualty] = ()
    ) -> Context:
        """The incident that a casualty of the sentence belongs to: one told before, or a new one."""
        clause = _clause(parsed, sentence, casualties, casualty.first)
        setting = _setting(parsed, clause, casualty.first)
        separate = "separate" in cues_in(parsed, sentence) and bool(self._all)
        earlier = clause.first > sentence.first and parsed.grammar.is_in(parsed.tokens[clause.first].lower, "earlier")
        if earlier:
            return self._beside(setting)
        found = None if separate else self._told_before(setting, casualty, casualties)
        if found is None:
            found = self._opened(separate=separate)
        _fill(found, setting)
        self._latest = found.when or self._latest
        found.said = found.said or nearest_time(parsed, clause, casualty.first, said=True)
        found.told.append(casualty)
        return found

    def go_on(self, parsed: Parsed, sentence: Sentence) -> Context | None:
        """The incident of a sentence that tells of fighting without casualties: it says more of the one told last."""
        events = parsed.events.between(sentence.first, sentence.end)
        if not events or cues_in(parsed, sentence) & {"separate", "meanwhile", "background"}:
            return None
        setting = _setting(parsed, sentence, events[0].first, reach=EVENT_REACH)
        if setting.when is None and setting.where is None:
            return self._all[-1] if self._all else None
        fitting = [context for context in self._all[: -REMEMBERED - 1 : -1] if _fits(context, setting)]
        if not fitting:
            fitting = [self._opened()]
        if sentence.first < LEAD or setting.definite or not fitting[0].told:
            day = setting.when is not None and setting.when.window.days == 1
            _fill(fitting[0], setting if day or not fitting[0].told else attrs.evolve(setting, when=None))
        return fitting[0]

    def _opened(self, *, separate: bool = False) -> Context:
        """A new incident; until it says otherwise it has the time of what was told before: news goes on."""
        before = self._latest
        self._all.append(Context(when=before, inherited=before is not None, separate=separate, number=len(self._all)))
        return self._all[-1]

    def _beside(self, setting: _Setting) -> Context:
        """What stands beside the incidents and takes only its own sentence's words."""
        return Context(when=setting.when, where=setting.where, fineness=setting.fineness)

    def aside(self, parsed: Parsed, sentence: Sentence, place: int) -> Context:
        """What is counted over a longer time than an incident's."""
        since = nearest_time(parsed, sentence, place, since=True)
        setting = _setting(parsed, sentence, place)
        return self._beside(attrs.evolve(setting, when=since or setting.when))

    def sum(self, parsed: Parsed, sentence: Sentence, casualty: Casualty) -> Context:
        """What is counted over several incidents; these happened when it says, and it when they say."""
        setting = _setting(parsed, sentence, casualty.first)
        found = next((context for context in self._sums if context.repeats(casualty)), None)
        if found is None:
            found = self._beside(setting)
            self._sums.append(found)
        found.when = found.when or setting.when
        if setting.where and setting.fineness < found.fineness:  # a sum's place holds all that it counts
            found.where, found.fineness = setting.where, setting.fineness
        found.told.append(casualty)
        self._latest = found.when or self._latest
        return found

    def settle(self) -> None:
        """Give each incident and sum that is without a time to the end that of the first told, or of the telling."""
        first = next((context.when for context in [*self._all, *self._sums] if context.when), None)
        for context in [*self._all, *self._sums]:
            context.when = context.when or context.said or first

    def apart_from(self, context: Context) -> list[Context]:
        """The incidents that the article itself calls other ones than this: the later of the two is separate."""
        if context.number is None:
            return []
        before = self._all[max(0, context.number - REMEMBERED) : context.number] if context.separate else []
        behind = self._all[context.number + 1 : context.number + 1 + REMEMBERED]
        return [*before, *(other for other in behind if other.separate)]

    def _told_before(self, setting: _Setting, casualty: Casualty, casualties: Sequence[Casualty]) -> Context | None:
        """The latest incident that neither time, place nor toll contradicts.

        One that place and time confirm goes first, then one that the toll repeats, then one of the same kind. A toll
        of its own at a time or place of its own opens a new incident, unless the sentence speaks of "the attack".
        """
        fitting = [context for context in self._all[: -REMEMBERED - 1 : -1] if _fits(context, setting)]
        confirmed = [context for context in fitting if _confirms(context, setting)]
        repeated = [context for context in fitting if context.repeats(casualty) or context.sums(casualties)]
        alike = [context for context in fitting if setting.definite and context.events & setting.events]
        for choice in (confirmed, repeated, alike):
            if choice:
                return choice[0]
        if not fitting or setting.elsewhere:
            return None
        adds = (
            setting.when is not None and (fitting[0].when is None or fitting[0].inherited)
        ) or setting.fineness > fitting[0].fineness
        if not adds or not fitting[0].contradicts(casualty):
            return fitting[0]
        if alike_place := [context for context in fitting if setting.definite and context.told]:
            _fill(alike_place[-1], attrs.evolve(setting, when=None))  # "the bombardment struck X, where two ..."
        return None


def _confirms(context: Context, setting: _Setting) -> bool:
    """Do place and, where said, time name this incident?"""
    same_place = setting.where and context.where and one_place(setting.where, context.where)
    return bool(same_place) and (setting.when is None or context.when is not None)


def _fits(context: Context, setting: _Setting) -> bool:
    own_time = context.when if not context.inherited else None
    if setting.when and own_time and (setting.when.window & own_time.window) is None:
        return False
    if setting.where is None or context.where is None or one_place(setting.where, context.where):
        return True
    if setting.fineness > context.fineness:
        return _can_lie_in(setting.where, context.where)
    return setting.fineness < context.fineness and _can_lie_in(context.where, setting.where)


def _fill(context: Context, setting: _Setting) -> None:
    """Keep the narrowest time and the finest place, and every kind of event."""
    context.events |= setting.events
    context.event = context.event or setting.event
    if setting.when and (
        context.when is None or context.inherited or setting.when.window.days < context.when.window.days
    ):
        context.when, context.inherited = setting.when, False
    if setting.where and _is_better(setting, context):
        wider = context.where.place.name if context.where and context.fineness == 1 else None
        place = setting.where.place
        if place.admin is None and wider is not None:
            place = attrs.evolve(place, admin=wider)
        context.coarse = context.where
        context.where, context.fineness = Where(place, setting.where.words), setting.fineness


def _is_better(setting: _Setting, context: Context) -> bool:
    """Is the setting's place finer? Of a site and a town of one point, the town is the name that others use too."""
    old, new = context.where, setting.where
    if old and new and new.place.lat is not None and (old.place.lat, old.place.lon) == (new.place.lat, new.place.lon):
        return setting.fineness < context.fineness == FINEST
    return setting.fineness > context.fineness
