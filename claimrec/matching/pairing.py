"""Candidate pairs: claims near enough to be worth comparing, found by sweeps over sorted windows and cheap keys."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from claimrec.matching.acquaintance import Acquaintance
from claimrec.matching.columns import UNSAID, BoolArray, Column, IntArray
from claimrec.matching.counts import SMALL, Number
from claimrec.matching.day import Days
from claimrec.matching.shares import articles_of
from claimrec.matching.spots import Spots
from claimrec.matching.table import ClaimTable

Pairs = tuple[IntArray, IntArray]
"""Rows of claims, taken pair by pair; the smaller row stands first."""

CHUNK = 1 << 18
"""Pairs handled at once: larger chunks are no faster and cost memory (measured on synthetic claims)."""
PLACE_REACH, OTHER_REACH = 2, 1
"""Days between windows that are still paired: for the place a day that slipped and a day of tolerance, else one day."""
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
        first_a, first_b = self.first[a], self.first[b]
        meet = np.maximum(first_a, first_b) <= np.minimum(self.last[a], self.last[b])
        paired = (keys == self.keys[b]) & (keys != UNSAID) & meet
        if line.crowded.any():
            one, other = line.place[a], line.place[b]
            paired &= np.abs(one - other) <= line.partners[np.where(one < other, a, b)]
        return np.asarray(paired)

    @cached_property
    def line(self) -> Line:
        """Its claims in a line, where the partners of each stand right behind it."""
        rows = np.flatnonzero(self.keys != UNSAID)
        begin = self.keys[rows] * CALENDAR + self.first[rows]
        order = np.argsort(begin, kind="stable")
        rows, begin = rows[order], begin[order]
        end = np.searchsorted(begin, self.keys[rows] * CALENDAR + self.last[rows], side="right")
        place, partners = (np.zeros(len(self.keys), dtype=np.int32) for _ in range(2))
        place[rows] = np.arange(len(rows))
        partners[rows] = end - place[rows] - 1
        crowded = partners > CROWD
        partners[crowded] = CROWD if self.finest else 0
        return Line(rows.astype(np.int32), place, partners, crowded)

    def divided(self, others: Mapping[str, IntArray]) -> Iterator[Sweep]:
        """Finer sweeps for the claims that share a key with a crowded one, each with one more key."""
        if not self.line.crowded.any():
            return
        crowded = np.isin(self.keys, np.unique(self.keys[self.line.crowded]))
        for name, other in others.items():
            keys = _together(np.where(crowded, self.keys, UNSAID), other)
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


Finder = Sweep | Acquaintance
"""What pairs claims."""


def candidate_pairs(table: ClaimTable) -> Iterator[Pairs]:
    """Pairs of claims of one level that may speak of one incident, each pair once, in chunks."""
    return pairs_of(sweeps_of(table))


def pairs_of(sweeps: Sequence[Finder]) -> Iterator[Pairs]:
    """All pairs that one of the sweeps holds, each pair once; rows of a chunk lie near each other, as their days do."""
    for chunk in chunks(sweeps):
        a, b = (np.concatenate([pairs[side][~known] for pairs, known in chunk]) for side in (0, 1))
        if len(a):
            yield a, b


def chunks(sweeps: Sequence[Finder]) -> Iterator[list[tuple[Pairs, BoolArray]]]:
    """For some rows at a time the pairs of each sweep, and which of them an earlier sweep holds."""
    many = sum(sweep.line.partners for sweep in sweeps)
    ends = np.flatnonzero(np.diff(np.cumsum(many, dtype=np.int64) // CHUNK)) + 1
    for start, end in pairwise([0, *ends.tolist(), len(sweeps[0].keys)]):
        chunk = []
        for place, sweep in enumerate(sweeps):
            a, b = sweep.line.pairs(np.arange(start, end))
            known = np.zeros(len(a), dtype=bool)
            for earlier in sweeps[:place]:
                known |= earlier.holds(a, b)
            chunk.append(((a, b), known))
        yield chunk


def are_candidates(table: ClaimTable, a: int, b: int) -> bool:
    """Would these two rows be paired?"""
    return bool(paired(sweeps_of(table), np.array([a]), np.array([b]))[0])


def paired(sweeps: Sequence[Finder], a: IntArray, b: IntArray) -> BoolArray:
    """Which of these pairs does one of the sweeps hold?"""
    held: BoolArray = np.logical_or.reduce([sweep.holds(a, b) for sweep in sweeps])
    return held


def pairs_touching(sweeps: Sequence[Finder], touched: BoolArray) -> Iterator[Pairs]:
    """The pairs of each sweep in which a touched row is, in portions; a pair that two sweeps hold comes twice."""
    for sweep in sweeps:
        rows: npt.NDArray[np.integer] = sweep.line.touching(touched)
        for portion in np.split(
            rows, np.flatnonzero(np.diff(np.cumsum(sweep.line.partners[rows], dtype=np.int64) // CHUNK)) + 1
        ):
            a, b = sweep.line.pairs(portion)
            near = touched[a] | touched[b]
            yield a[near], b[near]


def in_crowds_of(sweeps: Sequence[Finder], touched: BoolArray) -> BoolArray:
    """The rows whose pairs may depend on the touched ones without touching them: they share a key that has a crowd."""
    found = np.zeros(len(touched), dtype=bool)
    for sweep in sweeps:
        if not sweep.line.crowded.any():
            continue
        crowded = np.isin(sweep.keys, np.unique(sweep.keys[sweep.line.crowded]))
        found |= crowded & np.isin(sweep.keys, np.unique(sweep.keys[crowded & touched]))
    return found


def sweeps_of(table: ClaimTable) -> list[Finder]:
    """One sweep for each key that candidates may share, the place first, which makes most pairs; then finer ones."""
    first, last = _days(table)
    level = _codes(table, "level", str)
    name, governorate = _sounds(table)
    perpetrator = _codes(table, "perpetrator", lambda side: side.actor.name)
    victims = _codes(table, "victims", lambda parties: parties)
    event = _codes(table, "event", lambda kind: kind.name)
    number = _codes(table, "counts", _largest)
    by_place = Sweep("place", _together(level, name), first, last + PLACE_REACH, finest=False)
    later = last + OTHER_REACH
    always_from, always_to = (
        np.broadcast_to(np.int64(0), len(first)),
        np.broadcast_to(np.int64(CALENDAR - 1), len(first)),
    )
    return [
        by_place,
        Sweep("governorate, perpetrator", _together(level, governorate, perpetrator), first, later),
        Sweep("governorate, victims", _together(level, governorate, victims), first, later),
        Sweep("number", _together(level, number), first, later),
        Sweep("article", _together(level, articles_of(table)), always_from, always_to),
        *_acquainted(table, level),
        *by_place.divided(
            {
                "perpetrator, victims": _together(perpetrator, victims),
                "perpetrator, event": _together(perpetrator, event),
                "victims, event": _together(victims, event),
                "number": number,
                "event": event,
            }
        ),
    ]


def _acquainted(table: ClaimTable, level: IntArray) -> list[Finder]:
    """Claims of articles that share rare names, where there are any."""
    column = table.columns["wording"]
    if not len(column.values):
        return []
    return [Acquaintance.of("rare names", column, level, table.frequencies.words)]


def _days(table: ClaimTable) -> Pairs:
    """First and last day of every claim; one that gives none, and no publication, may lie on any."""
    column: Column[Days] = table.columns["day"]
    first = np.array([*(days.first for days in column.values), 0], dtype=np.int64)
    last = np.array([*(days.last for days in column.values), CALENDAR - 1 - PLACE_REACH], dtype=np.int64)
    return first[column.codes], last[column.codes]  # UNSAID is -1, the entry after the known ones


def _sounds(table: ClaimTable) -> tuple[IntArray, IntArray]:
    """How the name, and the governorate, of every claim's place sounds, as codes; spaces make no difference."""
    column = table.columns["place"]
    spots = Spots.of(column.values)
    sounds, heard = spots.heard
    joined = np.append(Column.of(sound.replace(" ", "") for sound in sounds).codes, UNSAID)
    name, governorate = (np.append(joined[heard[codes]], UNSAID) for codes in (spots.name, spots.governorate))
    return name[column.codes], governorate[column.codes]


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
