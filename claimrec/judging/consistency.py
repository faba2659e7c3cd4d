"""Statements about people as linear bounds: can they all be true, which of them cannot, and what do they leave?

Every statement says: so many people, added up over these unknowns. An unknown is a set of people nobody of whom is in
another unknown, such as those killed who were soldiers and officers. What needs it goes to the solver HiGHS.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import reduce
from typing import Generic, TypeVar

import attrs
import numpy as np

from claimrec.judging.nesting import People, nested
from claimrec.values.count import Count, met

Name = TypeVar("Name", bound=Hashable)


@attrs.frozen
class Linear(Generic[Name]):
    """`count` people over these unknowns together, as `name` says.

    >>> Linear("a", frozenset({"killed", "wounded"}), Count.exactly(10)).count.low
    10
    """

    name: Name
    unknowns: People
    count: Count

    def excludes(self, other: Linear[Name]) -> bool:
        """Can this one and the other never both be true, since a part would be larger than its whole?"""
        return _is_larger(self, other) or _is_larger(other, self)


def remaining(statements: Sequence[Linear[Name]]) -> dict[People, Count] | None:
    """How many people those of each statement can be if all statements are true; None where they cannot be.

    >>> from claimrec.values.count import UNKNOWN
    >>> both = Linear("a", frozenset({"killed", "wounded"}), Count.exactly(10))
    >>> asked = Linear("b", frozenset({"wounded"}), UNKNOWN)
    >>> remaining([both, asked, Linear("c", frozenset({"killed"}), Count.at_least(6))])[asked.unknowns]
    Count(low=0, high=4)
    """
    found: dict[People, Count] = {}
    for related in related_by(statements):
        left = _tightened(related)
        if left is None:
            return None
        found |= left
    return found


def can_all_be_true(statements: Sequence[Linear[Name]]) -> bool:
    """Are there whole numbers that satisfy all statements?

    >>> can_all_be_true([Linear(n, frozenset({"killed"}), Count.exactly(n)) for n in (3, 4)])
    False
    """
    counts = met((one.unknowns, one.count) for one in statements)
    if counts is None:
        return False
    nest = nested(frozenset(counts))
    if nest is not None:
        return nest.can_hold(counts)
    return _is_met_by_the_fewest(statements) or _solved(statements, frozenset(), 1) is not None


def _tightened(statements: Sequence[Linear[Name]]) -> dict[People, Count] | None:
    counts = met((one.unknowns, one.count) for one in statements)
    if counts is None:
        return None
    nest = nested(frozenset(counts))
    if nest is not None:
        return nest.left(counts)
    left: dict[People, Count] = {}
    for people in counts:
        least = _solved(statements, people, 1)
        if least is None:
            return None
        left[people] = Count(least, _solved(statements, people, -1))
    return left


def _is_larger(part: Linear[Name], whole: Linear[Name]) -> bool:
    high = whole.count.high
    return high is not None and part.count.low > high and part.unknowns <= whole.unknowns


def _is_met_by_the_fewest(statements: Sequence[Linear[Name]]) -> bool:
    """Do the fewest people that fill the statements one by one, the smallest first, already meet all of them?

    Each gets whom it still lacks in the unknown that the fewest statements share, so that few others grow by it.
    """
    shared = _shared(statements)
    people: dict[Hashable, int] = dict.fromkeys(shared, 0)
    for one in sorted(statements, key=lambda one: len(one.unknowns)):
        lacking = one.count.low - sum(people[unknown] for unknown in one.unknowns)
        if lacking > 0:
            people[min(one.unknowns, key=shared.__getitem__)] += lacking
    return all(one.count.allows(sum(people[unknown] for unknown in one.unknowns)) for one in statements)


def _shared(statements: Iterable[Linear[Name]]) -> dict[Hashable, int]:
    """How many statements each unknown stands in."""
    shared: dict[Hashable, int] = {}
    for one in statements:
        for unknown in one.unknowns:
            shared[unknown] = shared.get(unknown, 0) + 1
    return shared


def _solved(statements: Sequence[Linear[Name]], unknowns: People, sign: int) -> int | None:
    """The fewest (`sign` 1) or the most (-1) that these unknowns can be; None where no number or no bound is found."""
    from scipy.optimize import LinearConstraint, milp  # noqa: PLC0415 (heavy, and needed for sums only)

    columns = {unknown: place for place, unknown in enumerate(_shared(statements) | dict.fromkeys(unknowns, 0))}
    aim = np.zeros(max(1, len(columns)))
    aim[[columns[unknown] for unknown in unknowns]] = sign
    rows = np.zeros((len(statements), len(aim)))
    for row, one in zip(rows, statements, strict=True):
        row[[columns[unknown] for unknown in one.unknowns]] = 1
    lows = [one.count.low for one in statements]
    highs = [np.inf if one.count.high is None else one.count.high for one in statements]
    constraints = [LinearConstraint(rows, lows, highs)] if statements else []
    solution = milp(aim, constraints=constraints, integrality=np.ones(len(aim)))
    return None if solution.fun is None else sign * round(solution.fun)


def related_by(statements: Iterable[Linear[Name]]) -> Iterator[list[Linear[Name]]]:
    """The statements in groups that share no unknown with each other."""
    groups: list[tuple[People, list[Linear[Name]]]] = []
    for one in statements:
        touched = [group for group in groups if not group[0].isdisjoint(one.unknowns)]
        groups = [group for group in groups if group[0].isdisjoint(one.unknowns)]
        unknowns = reduce(frozenset.union, (known for known, _ in touched), one.unknowns)
        groups.append((unknowns, [*(member for _, members in touched for member in members), one]))
    return (members for _, members in groups)
