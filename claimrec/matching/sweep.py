"""A sweep: claims in a line by a cheap key and their day, each paired with those that stand near behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import attrs
import numpy as np
import numpy.typing as npt

from claimrec.matching.columns import UNSAID, BoolArray, IntArray, in_order

Pairs = tuple[IntArray, IntArray]
"""Rows of claims, taken pair by pair; the smaller row stands first."""

CALENDAR = 1 << 22
"""More days than the calendar has: a key and a day fit into one number."""
CROWD = 500
"""Partners from which a claim stands in a crowd, such as a besieged city's in one week: a second key divides it."""


@attrs.frozen(eq=False, slots=False)
class Sweep:
    """Pairs the claims that share a key and whose days, from `first` to `last`, meet; a key of -1 pairs with none.

    The first of two claims, by day, pairs them. One with more than `CROWD` partners pairs with none, as finer sweeps
    stand in for it; in a `finest` sweep it pairs with the nearest `CROWD`.
    """

    name: str
    keys: IntArray = attrs.field(repr=False)
    first: IntArray = attrs.field(repr=False)
    last: IntArray = attrs.field(repr=False)
    finest: bool = True

    def holds(self, a: IntArray, b: IntArray) -> BoolArray:
        """Does it pair these claims?"""
        keys, line = self.keys[a], self.line
        held: BoolArray = (keys == self.keys[b]) & (keys != UNSAID)
        alike = np.flatnonzero(held)
        a, b = a[alike], b[alike]
        meet = np.maximum(self.first[a], self.first[b]) <= np.minimum(self.last[a], self.last[b])
        if line.crowded.any():
            one, other = line.place[a], line.place[b]
            meet &= np.abs(one - other) <= line.partners[np.where(one < other, a, b)]
        held[alike] = meet
        return held

    @cached_property
    def line(self) -> Line:
        """Its claims in a line, where the partners of each stand right behind it."""
        rows = np.flatnonzero(self.keys != UNSAID)
        for of in (self.first, self.keys):
            rows = rows[in_order(of[rows])]
        begin = self.keys[rows] * CALENDAR + self.first[rows]
        end = np.searchsorted(begin, self.keys[rows] * CALENDAR + self.last[rows], side="right")
        place, partners = (np.zeros(len(self.keys), dtype=np.int32) for _ in range(2))
        place[rows] = np.arange(len(rows))
        partners[rows] = end - place[rows] - 1
        crowded = partners > CROWD
        partners[crowded] = CROWD if self.finest else 0
        return Line(rows.astype(np.int32), place, partners, crowded)

    def divided(self, others: Mapping[str, Sequence[IntArray]]) -> Iterator[Sweep]:
        """Finer sweeps for the claims that share a key with a crowded one, each with more keys."""
        if not self.line.crowded.any():
            return
        crowded = np.isin(self.keys, np.unique(self.keys[self.line.crowded]))
        for name, other in others.items():
            keys = together(np.where(crowded, self.keys, UNSAID), *other)
            yield Sweep(f"{self.name}, {name}", keys, self.first, self.last)


@attrs.frozen(eq=False)
class Line:
    """Claims in a line: for every row its place in it, how many of those behind are its partners, and if too many.

    There are a dozen lines of millions of claims: half the width saves what a table of rows takes.
    """

    rows: npt.NDArray[np.int32]
    place: npt.NDArray[np.int32]
    partners: npt.NDArray[np.int32]
    crowded: BoolArray

    def pairs(self, rows: npt.NDArray[np.integer]) -> Pairs:
        """The pairs that these rows make with those behind them."""
        many = self.partners[rows]
        a = np.repeat(rows.astype(np.int64), many)
        behind = np.arange(len(a)) + np.repeat(self.place[rows] + 1 - np.cumsum(many, dtype=np.int64) + many, many)
        b = self.rows[behind].astype(np.int64)
        return np.minimum(a, b), np.maximum(a, b)

    def touching(self, touched: BoolArray) -> npt.NDArray[np.int32]:
        """The rows that make a pair with one of the `touched` rows behind them, and the touched ones themselves."""
        before = np.concatenate([[0], np.cumsum(touched[self.rows])])
        start = self.place[self.rows]
        met = before[start + 1 + self.partners[self.rows]] > before[start]
        return np.sort(self.rows[met])


def together(*codes: IntArray) -> IntArray:
    """One key out of several: -1 where any of them is not said."""
    key = np.zeros_like(codes[0])
    said = np.ones(len(key), dtype=bool)
    for code in codes:
        key = key * (code.max(initial=0) + 1) + code
        said &= code != UNSAID
    return np.where(said, key, UNSAID)
