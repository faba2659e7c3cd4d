"""The smallest sets of statements about people that cannot all be true."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice, pairwise
from typing import Generic

import attrs

from claimrec.judging.consistency import Linear, Name, can_all_be_true, related_by
from claimrec.judging.nesting import People

MOST_QUESTIONS = 300
"""Sets of statements about which one search asks whether they can be true; one that needs more ends unfinished."""

MOST_CHOICES = 60
"""Ways to take the statements without two that exclude each other that one search looks into."""


@attrs.frozen
class Impossible(Generic[Name]):
    """The smallest sets of statements that cannot all be true; `complete` unless the search was given up."""

    sets: tuple[tuple[Linear[Name], ...], ...]
    complete: bool


def impossible_sets(statements: Sequence[Linear[Name]]) -> Impossible[Name]:
    """Every set that no whole numbers satisfy although each smaller one can be true, in the order of the statements.

    Of equal statements the first stands for all. Sets of more than two are found in Reiter's hitting-set tree
    (Artificial Intelligence 32, 1987): known ones are broken in every way, and what remains is asked again.

    >>> from claimrec.values.count import Count
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
        """Can they be true, as far as that may still be asked? Any two can that do not exclude each other."""
        if not self._left:
            self.complete = False
            return True
        self._left -= 1
        return len(places) <= 2 or can_all_be_true([self.statements[place] for place in sorted(places)])


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
