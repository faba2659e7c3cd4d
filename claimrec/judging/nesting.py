"""Counts of people who are nested like parts in wholes, or separate: what they leave, by adding up and taking away."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache

from claimrec.values.count import Count

People = frozenset[Hashable]
"""The unknowns that a count adds up."""


@lru_cache(maxsize=4096)  # the same few groups are counted in most incidents
def wholes_in(different: frozenset[People]) -> Mapping[People, People | None] | None:
    """Of each the smallest other that holds it, the small ones first; None where two overlap and neither holds all.

    >>> a, b, both = frozenset("a"), frozenset("b"), frozenset("ab")
    >>> wholes_in(frozenset({both, a, b})) == {a: both, b: both, both: None}
    True
    >>> wholes_in(frozenset({both, frozenset("bc")})) is None
    True
    """
    ordered = sorted(different, key=len)
    wholes: dict[People, People | None] = {}
    for place, one in enumerate(ordered):
        touching = [other for other in ordered[place + 1 :] if not one.isdisjoint(other)]
        if not all(one <= other for other in touching):
            return None
        wholes[one] = touching[0] if touching else None
    return wholes


def tightened(counts: Mapping[People, Count], wholes: Mapping[People, People | None]) -> dict[People, Count] | None:
    """The counts that remain where all of them are true, exactly; None where they cannot be.

    First every whole is held against the sum of its parts, then every part against what its whole leaves it. On nested
    sets this is exact, for whole numbers too: each step keeps an interval of which every number can be reached.

    >>> a, b, both = frozenset("a"), frozenset("b"), frozenset("ab")
    >>> counts = {a: Count.at_least(6), b: Count.at_least(0), both: Count.exactly(10)}
    >>> tightened(counts, {a: both, b: both, both: None})[b]
    Count(low=0, high=4)
    """
    left = filled(counts, wholes)
    if left is None:
        return None
    parts = _parts_in(wholes)
    for one in reversed(list(wholes)):
        for part in parts[one]:
            others = _sum_of(one, [(other, left[other]) for other in parts[one] if other != part], part)
            left[part] = left[part] & _rest(left[one], others) or left[part]
    return left


def filled(counts: Mapping[People, Count], wholes: Mapping[People, People | None]) -> dict[People, Count] | None:
    """The counts, each whole held against the sum of its parts; None where not all of them can be true.

    >>> a, b, both = frozenset("a"), frozenset("b"), frozenset("ab")
    >>> filled({a: Count.at_least(6), b: Count.at_least(5), both: Count.exactly(10)}, {a: both, b: both, both: None})
    """
    parts = _parts_in(wholes)
    left: dict[People, Count] = {}
    for one in wholes:
        count: Count | None = counts[one]
        if parts[one]:
            count = counts[one] & _sum_of(one, [(part, left[part]) for part in parts[one]])
        if count is None:
            return None
        left[one] = count
    return left


def _parts_in(wholes: Mapping[People, People | None]) -> dict[People, list[People]]:
    parts: dict[People, list[People]] = {one: [] for one in wholes}
    for one, whole in wholes.items():
        if whole is not None:
            parts[whole].append(one)
    return parts


def _sum_of(whole: People, parts: Iterable[tuple[People, Count]], known: People = frozenset()) -> Count:
    """How many the parts are together; no upper bound where the whole holds others than these and the `known`."""
    total, people = Count.exactly(0), known
    for part, count in parts:
        total, people = total + count, people | part
    return total if people == whole else Count.at_least(total.low)


def _rest(whole: Count, others: Count) -> Count:
    """How many are left where the others are taken from the whole."""
    low = 0 if others.high is None else max(0, whole.low - others.high)
    return Count(low, None if whole.high is None else max(low, whole.high - others.low))
