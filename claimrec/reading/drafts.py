"""Claims in the making, and what the rest of the article adds to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

import attrs

from claimrec.reading.contexts import Context
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.storyline import REMEMBERED
from claimrec.records.claim import Level, Perpetrator, Toll

MOST_PARTS = 3
"""Sums of more incidents than this are looked for as one sum of all that follow (own: news counts few by name)."""
FEW = 12
"""Among more incidents than this some always add up by chance; then only all of them together count."""


@attrs.define(eq=False)
class Draft:
    """A claim in the making: everything but what its context will add.

    `voices` are those behind the publisher; `places` maps a casualty of the sentence to its place among the tolls;
    `open` are the tolls whose words leave open whether the people lived ("was shot").
    """

    parsed: Parsed
    sentence: Sentence
    context: Context
    voices: tuple[str, ...]
    level: Level
    perpetrator: Perpetrator | None
    event: str | None
    tolls: list[Toll] = attrs.field(factory=list)
    places: dict[int, int] = attrs.field(factory=dict)
    open: set[int] = attrs.field(factory=set)

    @property
    def counted(self) -> bool:
        """Has it ever had tolls?"""
        return bool(self.places)

    def is_stance(self) -> bool:
        """Is it an accusation, a claim or a denial, which stands for itself?"""
        return self.perpetrator is not None and self.perpetrator.stance in ("accused", "claimed", "denied")

    def wholes(self) -> list[Toll]:
        """The tolls that are no part of another and have a number."""
        return [toll for toll in self.tolls if toll.part_of is None and toll.hedge not in ("vague", "zero")]


def restate(drafts: Sequence[Draft]) -> None:
    """A toll in the publisher's own voice that a cited voice gives elsewhere in the article is that voice's toll."""
    cited: dict[tuple[object, ...], tuple[str, ...]] = {}
    for draft in drafts:
        for toll in draft.tolls if draft.voices else ():
            cited.setdefault((draft.context, draft.level, toll.effect, toll.count.low), draft.voices)
    for draft in drafts:
        if draft.tolls and not draft.voices and draft.tolls[0].count.low > 1:
            own = draft.tolls[0]
            draft.voices = cited.get((draft.context, draft.level, own.effect, own.count.low), ())


def inherit(drafts: Sequence[Draft]) -> None:
    """A voice that names the doer of an incident once means the same doer when it goes on without a name."""
    named: dict[Context, list[tuple[tuple[str, ...], Perpetrator]]] = {}
    for draft in drafts:
        if draft.perpetrator is not None:
            named.setdefault(draft.context, []).append((draft.voices, draft.perpetrator))
    for draft in drafts:
        if draft.perpetrator is None and draft.level == "incident":
            others = named.get(draft.context, [])[:REMEMBERED]
            doer = next((doer for voices, doer in others if _can_mean(draft, voices, doer)), None)
            if doer is not None and doer.stance == "reported" and draft.voices:
                doer = attrs.evolve(doer, stance="accused")
            draft.perpetrator = doer


def _can_mean(draft: Draft, voices: tuple[str, ...], doer: Perpetrator) -> bool:
    """Has the draft been told by those who name the doer, or was it named as a fact; and are its victims others?"""
    groups = draft.parsed.lexicon.groups
    sides = [side for toll in draft.tolls if (side := toll.victims) is not None and side in groups.actors]
    own = doer.actor is not None and any(groups.compatible(doer.actor, side) for side in sides)
    return voices in (draft.voices, ()) and not own


def sum_up(drafts: Sequence[Draft]) -> None:
    """A toll that is the sum of later ones of two or more incidents counts over these: an aggregate (METHOD 7)."""
    for place, draft in enumerate(drafts):
        near = drafts[place + 1 : place + 1 + REMEMBERED]
        later = [other for other in near if other.level == "incident" and other.parsed is draft.parsed]
        if draft.level == "incident" and any(_is_sum(toll, later) for toll in draft.wholes()):
            draft.level = "aggregate"
            draft.context = Context(when=draft.context.when, where=draft.context.coarse)


def _is_sum(toll: Toll, later: Iterable[Draft]) -> bool:
    """Do single tolls of two or more other incidents, each smaller, add up to this one?"""
    parts: dict[Context, int] = {}
    for other in later:
        for part in other.wholes():
            if part.effect == toll.effect and part.count.low < toll.count.low:
                parts.setdefault(other.context, part.count.low)
    sizes = tuple(parts.values())
    few = [chosen for n in range(2, MOST_PARTS + 1) for chosen in combinations(sizes, n)] if len(sizes) <= FEW else []
    return any(sum(chosen) == toll.count.low for chosen in [*few, sizes] if len(chosen) > 1)
