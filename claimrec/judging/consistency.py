"""Statements about people as linear bounds, and the smallest sets of them that cannot all be true.

Every statement says: so many people, added up over these unknowns. An unknown is a set of people nobody of whom is in
another unknown, such as the killed of one group. So far one shape of contradiction is looked for, the one that sums
and parts make: statements about separate people inside a whole, that add up to more, or, where they cover it, to less.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Generic, TypeVar

import attrs

from claimrec.values.count import Count

Name = TypeVar("Name", bound=Hashable)

MOST_ADDENDS = 5
"""Parts that are added up at once: texts list few, and the sets to try double with each."""

MOST_PARTS = 14
"""Different sets of people inside one whole that are tried: 3,400 sets of up to five; more are cut off by order."""


@attrs.frozen
class Linear(Generic[Name]):
    """`count` people over these unknowns together, as `name` says.

    >>> Linear("a", frozenset({"killed", "wounded"}), Count.exactly(10)).count.low
    10
    """

    name: Name
    unknowns: frozenset[Hashable]
    count: Count


def impossible_sums(statements: Sequence[Linear[Name]]) -> Iterator[tuple[Linear[Name], ...]]:
    """For each statement, the smallest sets of two or more others that cannot be true beside it, the whole first.

    >>> both = Linear("10 killed or wounded", frozenset({"killed", "wounded"}), Count.exactly(10))
    >>> killed = Linear("6 killed", frozenset({"killed"}), Count.at_least(6))
    >>> wounded = Linear("5 wounded", frozenset({"wounded"}), Count.at_least(5))
    >>> [[one.name for one in found] for found in impossible_sums([both, killed, wounded])]
    [['10 killed or wounded', '6 killed', '5 wounded']]
    """
    for whole in statements:
        parts = [one for one in statements if one.unknowns < whole.unknowns]
        for impossible in (_too_many(whole, parts), _too_few(whole, parts)):
            if impossible:
                yield whole, *impossible


def _too_many(whole: Linear[Name], parts: Iterable[Linear[Name]]) -> tuple[Linear[Name], ...] | None:
    """The smallest set of separate parts that have more people together than the whole, but none of them alone."""
    limit = whole.count.high
    if limit is None:
        return None
    largest = _one_each((part for part in parts if part.count.low <= limit), lambda part: -part.count.low)
    return _first_set(largest, lambda chosen: sum(part.count.low for part in chosen) > limit)


def _too_few(whole: Linear[Name], parts: Iterable[Linear[Name]]) -> tuple[Linear[Name], ...] | None:
    """The smallest set of separate parts that make up the whole and have fewer people."""
    smallest = _one_each((part for part in parts if part.count.high is not None), lambda part: part.count.high or 0)

    def make_up_fewer(chosen: tuple[Linear[Name], ...]) -> bool:
        covered = frozenset[Hashable]().union(*(part.unknowns for part in chosen))
        return covered == whole.unknowns and sum(part.count.high or 0 for part in chosen) < whole.count.low

    return _first_set(smallest, make_up_fewer)


def _one_each(parts: Iterable[Linear[Name]], extreme: Callable[[Linear[Name]], int]) -> list[Linear[Name]]:
    """For each set of unknowns the most extreme statement, and of equal ones the first."""
    chosen: dict[frozenset[Hashable], Linear[Name]] = {}
    for part in sorted(parts, key=extreme):
        chosen.setdefault(part.unknowns, part)
    return list(chosen.values())[:MOST_PARTS]


def _first_set(
    parts: Sequence[Linear[Name]], is_impossible: Callable[[tuple[Linear[Name], ...]], bool]
) -> tuple[Linear[Name], ...] | None:
    """The smallest impossible set of parts that share no unknown."""
    for size in range(2, min(MOST_ADDENDS, len(parts)) + 1):
        for chosen in combinations(parts, size):
            if _are_separate(chosen) and is_impossible(chosen):
                return chosen
    return None


def _are_separate(parts: tuple[Linear[Name], ...]) -> bool:
    return all(one.unknowns.isdisjoint(other.unknowns) for one, other in combinations(parts, 2))
