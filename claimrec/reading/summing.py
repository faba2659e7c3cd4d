"""Tolls that are the sums of later ones: "40 died in three raids", then each raid with its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from claimrec.reading.contexts import Context
from claimrec.reading.drafts import Draft
from claimrec.reading.told_incidents import REMEMBERED
from claimrec.records.claim import Effect, Toll

MOST_PARTS = 3
"""Sums of more incidents than this are looked for as one sum of all that follow (own: news counts few by name)."""
LEAST_SUM = 3
"""Ones add up to two in almost every article; only greater sums tell something (own)."""
FEW = 12
"""Among more incidents than this some always add up by chance; then only all of them together count."""


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
