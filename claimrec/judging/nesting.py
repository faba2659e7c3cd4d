"""Counts of people who are nested like parts in wholes, or separate: what they leave, by adding up and taking away."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from functools import lru_cache
from math import inf

import attrs

from claimrec.values.count import Count

People = frozenset[Hashable]
"""The unknowns that a count adds up."""


@attrs.frozen
class Nest:
    """Different people, the small sets first, of which any two are separate or one holds the other.

    `parts` are the places of the largest others that each holds; `filled_by_parts` where these are all its people.
    """

    people: tuple[People, ...]
    parts: tuple[tuple[int, ...], ...]
    filled_by_parts: tuple[bool, ...]

    def left(self, counts: Mapping[People, Count]) -> dict[People, Count] | None:
        """The counts that remain where all of them are true, exactly; None where they cannot be.

        >>> a, b, both = frozenset("a"), frozenset("b"), frozenset("ab")
        >>> counts = {a: Count.at_least(6), b: Count.at_least(0), both: Count.exactly(10)}
        >>> nested(frozenset(counts)).left(counts)[b]
        Count(low=0, high=4)
        """
        lows, highs = self._bounds(counts)
        if not self.fill(lows, highs):
            return None
        self.take_away(lows, highs)
        bounds = zip(lows, highs, strict=True)
        return {
            one: Count(low, None if high == inf else int(high))
            for one, (low, high) in zip(self.people, bounds, strict=True)
        }

    def can_hold(self, counts: Mapping[People, Count]) -> bool:
        """Can all the counts be true?

        >>> a, b, both = frozenset("a"), frozenset("b"), frozenset("ab")
        >>> counts = {a: Count.at_least(6), b: Count.at_least(5), both: Count.exactly(10)}
        >>> nested(frozenset(counts)).can_hold(counts)
        False
        """
        return self.fill(*self._bounds(counts))

    def _bounds(self, counts: Mapping[People, Count]) -> tuple[list[int], list[float]]:
        told = [counts[one] for one in self.people]
        return [one.low for one in told], [inf if one.high is None else one.high for one in told]

    def fill(self, lows: list[int], highs: list[float]) -> bool:
        """Hold every whole against the sum of its parts, in place; no where a whole cannot be its parts."""
        for one, parts in enumerate(self.parts):
            if parts:
                lows[one] = max(lows[one], sum([lows[part] for part in parts]))
                if self.filled_by_parts[one]:
                    highs[one] = min(highs[one], _sum([highs[part] for part in parts]))
            if lows[one] > highs[one]:
                return False
        return True

    def take_away(self, lows: list[int], highs: list[float]) -> None:
        """Hold every part against what its whole leaves it, in place, where wholes have been filled.

        On nested sets this is exact, for whole numbers too: each step keeps an interval of which every number can be
        reached.
        """
        for one in range(len(self.parts) - 1, -1, -1):
            for part in self.parts[one]:
                others = [other for other in self.parts[one] if other != part]
                most = _sum([highs[other] for other in others])
                if self.filled_by_parts[one] and most != inf:
                    lows[part] = max(lows[part], lows[one] - int(most))
                if highs[one] != inf:
                    highs[part] = min(highs[part], int(highs[one]) - sum([lows[other] for other in others]))


@lru_cache(maxsize=4096)  # the same few groups are counted in most incidents
def nested(different: frozenset[People]) -> Nest | None:
    """The people as parts and wholes; None where two overlap and neither holds all of the other.

    >>> a, b, both = frozenset("a"), frozenset("b"), frozenset("ab")
    >>> nested(frozenset({both, a, b})).parts[2]
    (0, 1)
    >>> nested(frozenset({both, frozenset("bc")})) is None
    True
    """
    ordered = sorted(different, key=len)
    parts: list[list[int]] = [[] for _ in ordered]
    for place, one in enumerate(ordered):
        touching = [at for at in range(place + 1, len(ordered)) if not one.isdisjoint(ordered[at])]
        if not all(one <= ordered[at] for at in touching):
            return None
        if touching:
            parts[touching[0]].append(place)
    filled = [
        one == frozenset[Hashable]().union(*(ordered[part] for part in some))
        for one, some in zip(ordered, parts, strict=True)
    ]
    return Nest(tuple(ordered), tuple(map(tuple, parts)), tuple(filled))


def _sum(highs: Sequence[float]) -> float:
    """The most that all have together; whole numbers stay whole, however large."""
    return inf if inf in highs else sum(highs)
