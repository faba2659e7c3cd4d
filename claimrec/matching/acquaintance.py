"""Candidate pairs whose articles share rare names, however many days lie between them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from claimrec.matching.columns import UNSAID, BoolArray, Column, IntArray
from claimrec.matching.wording import STEPS, WordFrequencies, Wording, Wordings

NEEDED = STEPS["few rare names"]
"""A likeness of names from which claims are compared, whatever their places and days say."""
COMMON = 200
"""Names given in more articles bring no two together; those that are together share them all the same."""
PORTION = 1 << 10
"""Articles that are held against all others at once; bounds the memory."""


@attrs.frozen(eq=False, slots=False)
class Acquaintance:
    """Pairs the claims of one level whose articles share enough rare names."""

    name: str
    keys: IntArray = attrs.field(repr=False)
    level: IntArray = attrs.field(repr=False)
    neighbours: Neighbours = attrs.field(repr=False)

    @classmethod
    def of(cls, name: str, column: Column[Wording], level: IntArray, frequencies: WordFrequencies) -> Acquaintance:
        """The pairs of the claims that have these wordings and levels."""
        return cls(name, column.codes, level, Neighbours.of(tuple(column.values), frequencies))

    def holds(self, a: IntArray, b: IntArray) -> BoolArray:
        """Does it pair these claims?"""
        held: BoolArray = (self.level[a] == self.level[b]) & self.neighbours.hold(self.keys[a], self.keys[b])
        return held

    @cached_property
    def line(self) -> Acquainted:
        """Its claims, article by article."""
        return Acquainted(self.keys, self.level, self.neighbours)


@attrs.frozen(eq=False, slots=False)
class Neighbours:
    """For every article those that share enough rare names with it, one after another, from `start` on."""

    start: IntArray
    others: IntArray

    @classmethod
    def of(cls, wordings: tuple[Wording, ...], frequencies: WordFrequencies) -> Neighbours:
        """The neighbours of articles; names that too many articles give do not bring two together."""
        names = Wordings.of(wordings)
        pairs = list(_sharing(names, frequencies))
        a, b = (np.concatenate([np.zeros(0, dtype=np.int64), *side]) for side in zip(*pairs, strict=True))
        return cls(np.searchsorted(a, np.arange(len(wordings) + 1)), b)

    @cached_property
    def cells(self) -> IntArray:
        """One number for each pair, in order."""
        size = len(self.start) - 1
        return np.repeat(np.arange(size), np.diff(self.start)) * size + self.others

    def hold(self, a: IntArray, b: IntArray) -> BoolArray:
        """Which of these pairs are neighbours?"""
        if not len(self.cells):
            return np.zeros(len(a), dtype=bool)
        cells = a * (len(self.start) - 1) + b
        places = np.minimum(np.searchsorted(self.cells, cells), len(self.cells) - 1)
        held: BoolArray = (a != UNSAID) & (b != UNSAID) & (self.cells[places] == cells)
        return held


def _sharing(names: Wordings, frequencies: WordFrequencies) -> Iterator[tuple[IntArray, IntArray]]:
    rare = np.ones(names.roots.shape[1], dtype=bool)
    rare[[mark for mark, (articles, _) in frequencies.of.items() if articles > COMMON]] = False
    telling = names.roots.multiply(rare[None, :]).tocsr()
    for first in range(0, len(names.bits), PORTION):
        a, b = (telling[first : first + PORTION] @ telling.T).nonzero()
        a = a + first
        order = np.lexsort((b, a))
        a, b = a[order], b[order]
        near = (names.articles[a] != names.articles[b]) & (names.likeness(a, b) >= NEEDED)
        yield a[near], b[near]


@attrs.frozen(eq=False, slots=False)
class Acquainted:
    """The claims of acquainted articles, for every row how many share names with it."""

    keys: IntArray
    level: IntArray
    neighbours: Neighbours

    @cached_property
    def rows(self) -> IntArray:
        """The claims, article by article."""
        return np.argsort(self.keys, kind="stable")

    @cached_property
    def first(self) -> IntArray:
        """Where the claims of each article begin in `rows`, and where the last end."""
        return np.searchsorted(self.keys[self.rows], np.arange(len(self.neighbours.start)))

    @cached_property
    def partners(self) -> npt.NDArray[np.int32]:
        """How many claims of other articles share names with each: half of the pairs come from the other side."""
        many = np.diff(self.first)[self.neighbours.others]
        ends = np.concatenate([[0], np.cumsum(many)])[self.neighbours.start]
        return np.append(np.diff(ends), 0)[self.keys].astype(np.int32)

    @property
    def crowded(self) -> BoolArray:
        """No claim stands in a crowd: none is paired for a name that is common."""
        return np.zeros(len(self.keys), dtype=bool)

    def pairs(self, rows: npt.NDArray[np.integer]) -> tuple[IntArray, IntArray]:
        """The pairs that these rows make with those behind them."""
        rows = rows[self.keys[rows] != UNSAID].astype(np.int64)
        start = self.neighbours.start[self.keys[rows]]
        a, near = _expanded(rows, start, self.neighbours.start[self.keys[rows] + 1] - start)
        other = self.neighbours.others[near]
        a, behind = _expanded(a, self.first[other], self.first[other + 1] - self.first[other])
        b = self.rows[behind]
        kept = (a < b) & (self.level[a] == self.level[b])
        return a[kept], b[kept]

    def touching(self, touched: BoolArray) -> IntArray:
        """The rows that make a pair with a touched row, and the touched ones themselves."""
        articles = np.zeros(len(self.neighbours.start), dtype=bool)
        articles[self.keys[touched]] = True
        articles[-1] = False
        known: IntArray = np.flatnonzero(articles).astype(np.int64)
        _, near = _expanded(known, *self._span(known))
        articles[self.neighbours.others[near]] = True
        return np.flatnonzero((articles[self.keys] & (self.keys != UNSAID)) | touched)

    def _span(self, articles: IntArray) -> tuple[IntArray, IntArray]:
        start = self.neighbours.start[articles]
        return start, self.neighbours.start[articles + 1] - start


def _expanded(of: npt.NDArray[Any], start: IntArray, many: IntArray) -> tuple[IntArray, IntArray]:
    """Each of these as many times as it says, and the places from its start on."""
    total = np.cumsum(many)
    places = np.arange(total[-1] if len(total) else 0) + np.repeat(start - total + many, many)
    return np.repeat(of, many), places
