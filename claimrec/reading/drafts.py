"""Claims in the making, and what the rest of the article adds to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

import attrs

from claimrec.reading.contexts import REMEMBERED, Context
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.records.claim import Level, Perpetrator, Stance, Toll

MOST_PARTS = 3
"""Sums of more incidents than this are looked for as one sum of all that follow (own: news counts few by name)."""


@attrs.define(eq=False)
class Draft:
    """A claim in the making: everything but what its context will add.

    `voices` are those behind the publisher; `places` maps a casualty of the sentence to its place among the tolls.
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
    named: dict[Context, list[Draft]] = {}
    for draft in drafts:
        if draft.perpetrator is not None and draft.perpetrator.actor is not None:
            named.setdefault(draft.context, []).append(draft)
    for draft in drafts:
        if draft.perpetrator is None and draft.level == "incident":
            others = named.get(draft.context, [])[:REMEMBERED]
            draft.perpetrator = next(filter(None, (_doer_from(draft, other) for other in others)), None)


def _doer_from(draft: Draft, other: Draft) -> Perpetrator | None:
    doer = other.perpetrator
    heard = other.voices in (draft.voices, ())
    if not heard or doer is None or doer.actor is None:
        return None
    groups = draft.parsed.lexicon.groups
    victims = {toll.victims for toll in draft.tolls if toll.victims in groups.actors}
    if any(groups.compatible(doer.actor, name) for name in victims if name):
        return None
    stance: Stance = "accused" if draft.voices and doer.stance == "reported" else doer.stance
    return attrs.evolve(doer, stance=stance)


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
    parts: dict[int, tuple[int, Context]] = {}
    for other in later:
        for part in other.wholes():
            if part.effect == toll.effect and part.count.low < toll.count.low:
                parts.setdefault(id(other.context), (part.count.low, other.context))
    sizes = [size for size, _ in parts.values()]
    sums = [chosen for n in range(2, MOST_PARTS + 1) for chosen in combinations(sizes, n)] if len(sizes) <= 12 else []
    return any(sum(chosen) == toll.count.low for chosen in [*sums, tuple(sizes)] if len(chosen) > 1)
