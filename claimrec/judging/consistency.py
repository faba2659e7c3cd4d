"""Statements about people as linear bounds: can they all be true, which of them cannot, and what do they leave?

Every statement says: so many people, added up over these unknowns. An unknown is a set of people nobody of whom is in
another unknown, such as those killed who were soldiers and officers. What needs it goes to the solver HiGHS.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import reduce
from itertools import combinations, islice, pairwise
from typing import Generic, TypeVar

import attrs
import numpy as np

from claimrec.judging.nesting import People, nested
from claimrec.values.count import Count, met

Name = TypeVar("Name", bound=Hashable)

MOST_QUESTIONS = 300
"""Sets of statements about which one search asks whether they can be true; one that needs more ends unfinished."""
MOST_CHOICES = 60
"""Ways to take the statements without two that exclude each other that one search looks into."""


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


@attrs.frozen
class Impossible(Generic[Name]):
    """The smallest sets of statements that cannot all be true; `complete` unless the search was given up."""

    sets: tuple[tuple[Linear[Name], ...], ...]
    complete: bool


def impossible_sets(statements: Sequence[Linear[Name]]) -> Impossible[Name]:
    """Every set that no whole numbers satisfy although each smaller one can be true, in the order of the statements.

    Of equal statements the first stands for all. Sets of more than two are found in Reiter's hitting-set tree
    (Artificial Intelligence 32, 1987): known ones are broken in every way, and what remains is asked again.

    >>> both = Linear("10 killed or wounded", frozenset({"killed", "wounded"}), Count.exactly(10))
    >>> killed = Linear("6 killed", frozenset({"killed"}), Count.at_least(6))
    >>> wounded = Linear("5 wounded", frozenset({"wounded"}), Count.at_least(5))
    >>> [[one.name for one in found] for found in impossible_sets([both, killed, wounded]).sets]
    [['10 killed or wounded', '6 killed', '5 wounded']]
    """
    different: dict[object, Linear[Name]] = {}
    for one in statements:
        different.setdefault((one.unknowns, one.count), one)
    if can_all_be_true(list(different.values())):
        return Impossible((), complete=True)
    places = {key: place for place, key in enumerate(different)}

    def place(one: Linear[Name]) -> int:
        return places[one.unknowns, one.count]

    searches = [_Search(sorted(related, key=place)) for related in related_by(different.values())]
    sets = [tuple(searched.statements[at] for at in sorted(found)) for searched in searches for found in searched.found]
    sets.sort(key=lambda found: list(map(place, found)))
    return Impossible(tuple(sets), all(searched.complete for searched in searches))


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


class _Search(Generic[Name]):
    """One search for the smallest impossible sets among statements that belong together, all by their places."""

    def __init__(self, statements: Sequence[Linear[Name]]) -> None:
        self.statements = statements
        self.found: list[frozenset[int]] = []
        self.complete = True
        self._left = MOST_QUESTIONS
        pairs = [
            (one, other)
            for one, other in combinations(range(len(statements)), 2)
            if statements[one].excludes(statements[other])
        ]
        self.found += map(frozenset, pairs)
        if may_add_up(one.unknowns for one in statements):
            choices = _without_a_pair(len(statements), pairs)
            for choice in islice(choices, MOST_CHOICES):
                self._break_up(choice)
            self.complete = self.complete and next(choices, None) is None

    def _break_up(self, choice: frozenset[int]) -> None:
        """Find every set among statements no two of which exclude each other: what is found is broken in all ways."""
        waiting, seen = deque([choice]), {choice}
        while waiting and self.complete:
            rest = waiting.popleft()
            known = next((one for one in self.found if one <= rest), None) or self._smallest(rest)
            if known is None:
                continue
            if known not in self.found:
                self.found.append(known)
            less = [rest - {one} for one in sorted(known)]
            waiting.extend(one for one in less if one not in seen)
            seen.update(less)

    def _smallest(self, places: frozenset[int]) -> frozenset[int] | None:
        """A smallest impossible set among these: each is left out that is not needed; None where all can be true."""
        if self._can_be_true(places):
            return None
        for one in sorted(places):
            if not self._can_be_true(places - {one}):
                places -= {one}
        return places if self.complete else None

    def _can_be_true(self, places: frozenset[int]) -> bool:
        """Can they be true, as far as that may still be asked?"""
        if not self._left:
            self.complete = False
            return True
        self._left -= 1
        return can_all_be_true([self.statements[place] for place in sorted(places)])


def may_add_up(unknowns: Iterable[People]) -> bool:
    """Can there be an impossible set of three and more: are there two that do not hold one another?

    Where of any two statements one holds the other, a set is impossible only if two of it are.
    """
    kinds = sorted(set(unknowns), key=len)
    return any(not one <= other for one, other in pairwise(kinds))


def _without_a_pair(many: int, pairs: Iterable[tuple[int, int]]) -> Iterator[frozenset[int]]:
    """The largest sets of the numbers below `many` that hold none of the pairs (Bron and Kerbosch 1973)."""
    everything = frozenset(range(many))
    peace = {one: everything - {one} for one in everything}
    for one, other in pairs:
        peace[one] -= {other}
        peace[other] -= {one}

    def grown(chosen: frozenset[int], open_: frozenset[int], done: frozenset[int]) -> Iterator[frozenset[int]]:
        if not open_ and not done:
            yield chosen
            return
        pivot = max(sorted(open_ | done), key=lambda one: len(peace[one] & open_))
        for one in sorted(open_ - peace[pivot]):
            yield from grown(chosen | {one}, open_ & peace[one], done & peace[one])
            open_ -= {one}
            done |= {one}

    return grown(frozenset(), everything, frozenset())
