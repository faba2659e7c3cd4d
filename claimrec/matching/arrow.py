"""Claims from an Arrow table: columns go in as they are, and each distinct value is looked at once."""

from __future__ import annotations

from datetime import date
from functools import reduce
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, get_args

import numpy as np

from claimrec.errors import RecordError
from claimrec.lexicon.loader import Lexicon
from claimrec.matching.article import Telling, Tellings
from claimrec.matching.columns import UNSAID, Column
from claimrec.matching.combining import combined
from claimrec.matching.counts import Number, number_of
from claimrec.matching.day import Days
from claimrec.matching.event import kind_named
from claimrec.matching.frequencies import Frequencies
from claimrec.matching.parties import Party, Side, parties, unnamed
from claimrec.matching.rarity import NameFrequencies, namings_of
from claimrec.matching.rows import NO_DAY, Rows
from claimrec.matching.settling import spots_of
from claimrec.matching.spots import Spot
from claimrec.matching.table import ClaimTable
from claimrec.records.claim import Effect, Level
from claimrec.values.count import Count

if TYPE_CHECKING:
    import pyarrow as pa

EFFECTS: tuple[Effect, ...] = get_args(Effect)
LEVELS: tuple[Level, ...] = get_args(Level)

COLUMNS = (
    "id", "article", "published", "first", "last", "place", "admin", "lat", "lon", "radius_km", "event", "perpetrator",
    "victims", "level", *(f"{effect}_{bound}" for effect in EFFECTS for bound in ("low", "high")),
)  # fmt: skip
"""What is read of a table. All but `id` may be missing, and so may any value; other columns are left alone."""


def table_from_arrow(table: pa.Table, lexicon: Lexicon) -> ClaimTable:
    """The claims of a table, one a row, from the columns named in `COLUMNS`; names are settled by the lexicon.

    `first` and `last` are the days said, `published` the day of the report. Where a table has a column `killed_high`, a
    value that is missing there leaves the count open; without the column, `killed_low` is exact. The rows may stand in
    any order. A table without `id`, with an id twice, or with an unknown level raises RecordError.

    >>> import pyarrow
    >>> from claimrec.lexicon.loader import load_lexicon
    >>> raids = pyarrow.table({"id": [7, 8], "place": ["Tell an-Nur", None], "killed_low": [3, None]})
    >>> claims = table_from_arrow(raids, load_lexicon("common"))
    >>> claims.ids[0], claims.columns["counts"].values
    ('7', ((Number(effect='killed', count=Count(low=3, high=3), named=3),),))
    """
    given = Rows.of(table)
    days = _days(given)
    point = (given.numbers(name) for name in ("lat", "lon", "radius_km"))
    places = spots_of(given.column("place"), given.column("admin"), *point, lexicon=lexicon)
    epoch = _epochs(given, lexicon)
    frequencies = Frequencies(NameFrequencies.in_column(places))
    doers, victims = (_people(given.column(name), epoch, lexicon) for name in ("perpetrator", "victims"))
    columns: dict[str, Column[Any]] = {
        "day": days,
        "place": places,
        "rarity": namings_of(places, frequencies.places),
        "perpetrator": _sides(doers, victims),
        "victims": victims,
        "event": given.column("event").mapped(lambda kind: kind_named(kind, lexicon)),
        "counts": reduce(_with, (_numbers(given, effect) for effect in EFFECTS)),
        "article": _tellings(given.column("article"), days, places),
        "speaker": Column.unsaid(len(given)),
        "level": _levels(given.column("level")),
        "wording": Column.unsaid(len(given)),
        "mention": Column.unsaid(len(given)),
        "company": Column.unsaid(len(given)),
    }
    return ClaimTable(given.ids, MappingProxyType(columns), frequencies)


def _days(given: Rows) -> Column[Days]:
    def days(first: int, more: int, said: int) -> Days | None:
        return None if first == NO_DAY else Days(first, first + more, said=bool(said))

    return combined(days, given.first, given.last - given.first, given.said)


def _epochs(given: Rows, lexicon: Lexicon) -> Column[int]:
    """The day since when the tree of actors is what it is on the days said."""
    first = np.where(given.said, given.first, NO_DAY)
    return combined(
        lambda day: None if day == NO_DAY else lexicon.groups.unchanged_since(date.fromordinal(day)).toordinal(), first
    )


def _people(names: Column[str], epoch: Column[int], lexicon: Lexicon) -> Column[tuple[Party, ...]]:
    named = names.mapped(lambda name: None if unnamed(name, lexicon) else name)

    def party(name: int, day: int) -> tuple[Party, ...] | None:
        on = None if day == UNSAID else date.fromordinal(epoch.values[day])
        return None if name == UNSAID else parties([named.values[name]], on, lexicon)

    return combined(party, named.codes, epoch.codes)


def _sides(doers: Column[tuple[Party, ...]], victims: Column[tuple[Party, ...]]) -> Column[Side]:
    def side(doer: int, hurt: int) -> Side | None:
        return None if doer == UNSAID else Side(doers.values[doer][0], () if hurt == UNSAID else victims.values[hurt])

    return combined(side, doers.codes, victims.codes)


def _numbers(given: Rows, effect: Effect) -> Column[tuple[Number, ...]]:
    """What the rows count of one effect."""
    if not (given.has(f"{effect}_low") or given.has(f"{effect}_high")):
        return Column.unsaid(len(given))
    low, high = (given.column(f"{effect}_{bound}").mapped(int) for bound in ("low", "high"))
    exact = not given.has(f"{effect}_high")

    def number(of_low: int, of_high: int) -> tuple[Number, ...] | None:
        least = None if of_low == UNSAID else low.values[of_low]
        most = least if exact else None if of_high == UNSAID else high.values[of_high]
        if least is None and most is None:
            return None
        bounds = (least or 0, most) if most is None else (min(least or 0, most), max(least or 0, most))
        return (number_of(effect, Count(*bounds)),)

    return combined(number, low.codes, high.codes)


def _with(one: Column[tuple[Number, ...]], other: Column[tuple[Number, ...]]) -> Column[tuple[Number, ...]]:
    """The numbers of both columns."""
    if not len(one.values) or not len(other.values):
        return one if len(one.values) else other

    def both(a: int, b: int) -> tuple[Number, ...] | None:
        numbers = (() if a == UNSAID else one.values[a]) + (() if b == UNSAID else other.values[b])
        return tuple(sorted(numbers, key=repr)) or None

    return combined(both, one.codes, other.codes)


def _tellings(reports: Column[str], days: Column[Days], places: Column[Spot]) -> Column[Telling]:
    """Which report every row is of; a row that names none is the only one of its report."""
    if not len(reports.values):
        return Column.unsaid(len(reports.codes))
    rows = np.arange(len(reports.codes))
    row = np.broadcast_to(np.int64(UNSAID), len(rows))
    said = np.array([day.said for day in days.values] + [False], dtype=bool)[days.codes]
    told = Tellings(
        tuple(reports.values),
        (),
        reports.codes,
        row,
        rows,
        rows,
        Column(days.values, np.where(said, days.codes, UNSAID)),
        places,
    )
    return Column(told, np.where(reports.codes == UNSAID, UNSAID, rows))


def _levels(levels: Column[Any]) -> Column[Level]:
    """What every row counts over: one incident, where it does not say."""
    unknown = set(levels.values) - set(LEVELS)
    if unknown:
        raise RecordError(f"a level is one of {', '.join(LEVELS)}, not {', '.join(sorted(map(repr, unknown)))}")
    return combined(lambda level: "incident" if level == UNSAID else levels.values[level], levels.codes)
