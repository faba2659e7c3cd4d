"""Candidate pairs: claims near enough to be worth comparing, found by sweeps over sorted windows and cheap keys."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Any

import attrs
import numpy as np

from claimrec.matching.columns import UNSAID, BoolArray, Column, IntArray
from claimrec.matching.counts import SMALL, Number
from claimrec.matching.day import Days
from claimrec.matching.spots import consonants
from claimrec.matching.table import ClaimTable

Pairs = tuple[IntArray, IntArray]
"""Rows of claims, taken pair by pair; the smaller row stands first."""

CHUNK = 1 << 18
"""Pairs handled at once: larger chunks are no faster and cost memory (measured on synthetic claims)."""
PLACE_REACH, OTHER_REACH = 2, 1
"""Days between windows that are still paired: for the place a day that slipped and a day of tolerance, else one day."""
CALENDAR = 1 << 22
"""More days than the calendar has: a key and a day fit into one number."""


@attrs.frozen(eq=False)
class Sweep:
    """Pairs the claims that share a key and whose days, from `first` to `last`, meet; a key of -1 pairs with none."""

    keys: IntArray
    first: IntArray
    last: IntArray

    def holds(self, a: IntArray, b: IntArray) -> BoolArray:
        """Does it pair these claims?"""
        meet = np.maximum(self.first[a], self.first[b]) <= np.minimum(self.last[a], self.last[b])
        return np.asarray((self.keys[a] == self.keys[b]) & (self.keys[a] != UNSAID) & meet)

    def pairs(self) -> Iterator[Pairs]:
        """All its pairs, in chunks: sorted by key and first day, a claim's partners stand right behind it."""
        rows = np.flatnonzero(self.keys != UNSAID)
        rows = rows[np.lexsort((rows, self.first[rows], self.keys[rows]))]
        begin = self.keys[rows] * CALENDAR + self.first[rows]
        end = np.searchsorted(begin, self.keys[rows] * CALENDAR + self.last[rows], side="right")
        behind = np.arange(1, len(rows) + 1)
        partners = end - behind
        chunk = np.cumsum(partners) // CHUNK
        for places in np.split(np.arange(len(rows)), np.flatnonzero(np.diff(chunk)) + 1):
            many = partners[places]
            a = np.repeat(places, many)
            b = np.arange(len(a)) + np.repeat(behind[places] - np.cumsum(many) + many, many)
            left, right = rows[a], rows[b]
            yield np.minimum(left, right), np.maximum(left, right)


def candidate_pairs(table: ClaimTable) -> Iterator[Pairs]:
    """Pairs of claims of one level that may speak of one incident, each pair once, in chunks."""
    sweeps = _sweeps(table)
    for place, sweep in enumerate(sweeps):
        for a, b in sweep.pairs():
            new = np.ones(len(a), dtype=bool)
            for earlier in sweeps[:place]:
                new &= ~earlier.holds(a, b)
            if new.any():
                yield a[new], b[new]


def are_candidates(table: ClaimTable, a: int, b: int) -> bool:
    """Would these two rows be paired?"""
    return any(bool(sweep.holds(np.array([a]), np.array([b]))[0]) for sweep in _sweeps(table))


def _sweeps(table: ClaimTable) -> tuple[Sweep, ...]:
    """One sweep for each key that candidates may share; the place, which makes most pairs, comes first."""
    first, last = _days(table)
    level = _codes(table, "level", str)
    name = _codes(table, "place", lambda spot: consonants(spot.name).replace(" ", ""))
    governorate = _codes(table, "place", lambda spot: spot.governorate and consonants(spot.governorate))
    perpetrator = _codes(table, "perpetrator", lambda side: side.actor.name)
    victims = _codes(table, "victims", lambda parties: parties)
    number = _codes(table, "counts", _largest)
    article = _codes(table, "article", lambda passage: passage.article if passage.field else None)
    return (
        Sweep(_together(level, name), first, last + PLACE_REACH),
        Sweep(_together(level, governorate, perpetrator), first, last + OTHER_REACH),
        Sweep(_together(level, governorate, victims), first, last + OTHER_REACH),
        Sweep(_together(level, number), first, last + OTHER_REACH),
        Sweep(_together(level, article), np.zeros_like(first), np.full_like(last, CALENDAR - 1)),
    )


def _days(table: ClaimTable) -> Pairs:
    """First and last day of every claim; one that gives none, and no publication, may lie on any."""
    column: Column[Days] = table.columns["day"]
    first = np.array([*(days.first for days in column.values), 0], dtype=np.int64)
    last = np.array([*(days.last for days in column.values), CALENDAR - 1 - PLACE_REACH], dtype=np.int64)
    return first[column.codes], last[column.codes]  # UNSAID is -1, the entry after the known ones


def _codes(table: ClaimTable, name: str, key: Callable[[Any], Hashable | None]) -> IntArray:
    """A key made of a column's values, as codes."""
    column = table.columns[name]
    of_value = Column.of(key(value) for value in column.values).codes
    return np.append(of_value, UNSAID)[column.codes]


def _together(*codes: IntArray) -> IntArray:
    """One key out of several: -1 where any of them is not said."""
    together = np.zeros_like(codes[0])
    said = np.ones(len(together), dtype=bool)
    for code in codes:
        together = together * (code.max(initial=0) + 1) + code
        said &= code != UNSAID
    return np.where(said, together, UNSAID)


def _largest(numbers: tuple[Number, ...]) -> tuple[str, int] | None:
    """The largest number that a claim names, unless it is so small that many claims share it."""
    named = [(number.named, number.effect) for number in numbers if number.named and number.named > SMALL]
    return max(named)[::-1] if named else None
