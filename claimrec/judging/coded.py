"""What is said, as numbers: arrays that hold something for each of many incidents, claims or tolls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import count
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from claimrec.values.count import Count

Places = NDArray[np.intp]
"""For each claim or toll the place of something: its incident, its claim, another toll."""
Codes = NDArray[np.intp]
"""For each claim or toll a number that stands for what it says; 0 for nothing."""
Numbers = NDArray[np.int64]
"""For each toll a number of people."""
Answers = NDArray[np.bool_]
"""For each incident, claim or toll yes, or no."""

Said = TypeVar("Said", bound=Hashable)

BEYOND = 2**53
"""No war hurts so many: what stands behind such a figure is left to the checks."""
MOST_MARKS = 2**20
"""Keys that are marked off in a table; more are sorted, which takes longer for few."""
OPEN = int(np.iinfo(np.int64).max)
"""The most of a count without an upper bound."""


def every_two(of: Places) -> Iterator[tuple[Places, Places]]:
    """Every two places of one incident: each with its next, then with the one after; no array holds one twice.

    >>> [(here.tolist(), there.tolist()) for here, there in every_two(np.array([0, 0, 0, 1, 1]))]
    [([0, 1, 3], [1, 2, 4]), ([0], [2])]
    """
    last = np.searchsorted(of, of, side="right")
    here, step = np.arange(len(of)), 1
    while len(here := here[here + step < last[here]]):
        yield here, here + step
        step += 1


def codes(said: Iterable[Hashable]) -> Codes:
    """A number for each, the same for the same; 0 for None.

    >>> codes(["b", None, "a", "b"]).tolist()
    [1, 0, 2, 1]
    """
    numbers = defaultdict[Hashable, int](count(1).__next__, {None: 0})
    return np.array([numbers[one] for one in said], dtype=np.intp)


def ways(said: Iterable[Said]) -> tuple[Sequence[Said], Codes]:
    """The different things said, and the place of each among them.

    >>> ways(["b", "a", "b"])[0]
    ('b', 'a')
    """
    places = defaultdict[Said, int](count().__next__)
    at = np.array([places[one] for one in said], dtype=np.intp)
    return tuple(places), at


def examples(told: Sequence[Said], keys: Iterable[Hashable]) -> tuple[Sequence[Said], Codes]:
    """One thing told for each different key, and the place of each among them.

    >>> examples(["two", "five", "six"], [3, 4, 3])[0]
    ['six', 'five']
    """
    different, at = ways(keys)
    example = dict(zip(at.tolist(), told, strict=True))
    return [example[place] for place in range(len(different))], at


def distinct(keys: Codes, below: int) -> tuple[Codes, Codes]:
    """The different keys in order, and the place of each among them; no key is less than 0 or not `below`.

    >>> [column.tolist() for column in distinct(np.array([7, 3, 7]), 10)]
    [[3, 7], [1, 0, 1]]
    """
    if below > MOST_MARKS:
        different, at = np.unique(keys, return_inverse=True)
        return different, at
    asked = np.zeros(below, dtype=bool)
    asked[keys] = True
    return np.flatnonzero(asked), (np.cumsum(asked) - 1)[keys]


@lru_cache(maxsize=4096)  # the same few numbers are counted in most incidents
def count_of(low: int, high: int) -> Count:
    """The count that has these bounds in columns.

    >>> count_of(3, OPEN)
    Count(low=3, high=None)
    """
    return Count(low, None if high == OPEN else high)
