"""The keys that candidate pairs may share: what sweeps look at in a table of claims."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

import numpy as np

from claimrec.matching.acquaintance import Acquaintance
from claimrec.matching.columns import UNSAID, Column, IntArray
from claimrec.matching.company import LIMITS
from claimrec.matching.counts import SMALL, Number
from claimrec.matching.day import Days
from claimrec.matching.shares import articles_of
from claimrec.matching.spots import Spots
from claimrec.matching.sweep import CALENDAR, Pairs, Sweep, together
from claimrec.matching.table import ClaimTable

PLACE_REACH, OTHER_REACH = 2, 1
"""Days between windows that are still paired: for the place a day that slipped and a day of tolerance, else one day."""

Finder = Sweep | Acquaintance
"""What pairs claims."""


def sweeps_of(table: ClaimTable) -> list[Finder]:
    """One sweep for each key that candidates may share, the place first, which makes most pairs; then finer ones."""
    first, last = _days(table)
    level = _codes(table, "level", str)
    name, governorate = _sounds(table)
    perpetrator = _codes(table, "perpetrator", lambda side: side.actor.name)
    victims = _codes(table, "victims", lambda parties: parties)
    event = _codes(table, "event", lambda kind: kind.name)
    number = _codes(table, "counts", _largest)
    by_place = Sweep("place", together(level, name), first, last + PLACE_REACH, finest=False)
    later = last + OTHER_REACH
    always_from, always_to = (
        np.broadcast_to(np.int64(0), len(first)),
        np.broadcast_to(np.int64(CALENDAR - 1), len(first)),
    )
    return [
        by_place,
        Sweep("governorate, perpetrator", together(level, governorate, perpetrator), first, later),
        Sweep("governorate, victims", together(level, governorate, victims), first, later),
        Sweep("number", together(level, number), first, later),
        Sweep("article", together(level, articles_of(table)), always_from, always_to),
        *_of_few_articles(table, level, first, later),
        *_acquainted(table, level),
        *by_place.divided(
            {
                "perpetrator, victims": (perpetrator, victims),
                "perpetrator, event": (perpetrator, event),
                "victims, event": (victims, event),
                "number": (number,),
                "event": (event,),
            }
        ),
    ]


def _of_few_articles(table: ClaimTable, level: IntArray, first: IntArray, last: IntArray) -> list[Finder]:
    """Claims of articles of which there are few about their day, where claims are told in articles."""
    if not len(table.columns["company"].values):
        return []
    few = _codes(table, "company", lambda of: "few" if of.articles <= max(LIMITS.values()) else None)
    return [Sweep("few articles", together(level, few), first, last)]


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


def _largest(numbers: tuple[Number, ...]) -> tuple[str, int] | None:
    """The largest number that a claim names, unless it is so small that many claims share it."""
    named = [(number.named, number.effect) for number in numbers if number.named and number.named > SMALL]
    return max(named)[::-1] if named else None
