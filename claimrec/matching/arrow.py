"""Claims from an Arrow table: columns go in as they are, and each distinct value is looked at once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import reduce
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import attrs
import numpy as np

from claimrec.errors import RecordError
from claimrec.lexicon.loader import Lexicon
from claimrec.matching.article import Telling, Tellings
from claimrec.matching.columns import UNSAID, BoolArray, Column, FloatArray, IntArray
from claimrec.matching.counts import Number, number_of
from claimrec.matching.day import Days, days_before
from claimrec.matching.event import kind_named
from claimrec.matching.frequencies import Frequencies
from claimrec.matching.parties import Party, Side, parties, unnamed
from claimrec.matching.rarity import NameFrequencies, namings_of
from claimrec.matching.settling import spots_of
from claimrec.matching.spots import Spot
from claimrec.matching.table import ClaimTable
from claimrec.records.claim import Effect, Level
from claimrec.values.count import Count

if TYPE_CHECKING:
    import pyarrow as pa

K = TypeVar("K", bound=Hashable)

EPOCH = date(1970, 1, 1).toordinal()
"""The day from which Arrow counts."""
NO_DAY = 0
"""Stands for a day that is not given; ordinals begin with 1."""
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
    first, last, said = _windows(table)
    ids, order = _in_order(table, first, last)
    first, last, said = first[order], last[order], said[order]
    given = _Given(table, order)
    days = _keys(lambda *day: Days(day[0], day[1], said=bool(day[2])) if day[0] else None, first, last, said)
    point = (given.numbers(name) for name in ("lat", "lon", "radius_km"))
    places = spots_of(given.column("place"), given.column("admin"), *point, lexicon=lexicon)
    epoch = _epochs(np.where(said, first, NO_DAY), lexicon)
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
        "speaker": Column.unsaid(len(order)),
        "level": _levels(given.column("level")),
        "wording": Column.unsaid(len(order)),
    }
    return ClaimTable(ids, MappingProxyType(columns), frequencies)


@attrs.frozen
class _Given:
    """The columns of a table, its rows in the order of the claims."""

    table: pa.Table
    order: IntArray

    def column(self, name: str) -> Column[Any]:
        """A column's values, each once; without the column nothing is said."""
        if name not in self.table.column_names:
            return Column.unsaid(len(self.order))
        encoded = self.table.column(name).combine_chunks().dictionary_encode()
        codes = encoded.indices.fill_null(UNSAID).to_numpy()[self.order]
        values = Column.of(encoded.dictionary.to_pylist())  # a column of nulls has null for a value
        return Column(values.values, np.append(values.codes, UNSAID)[codes])

    def numbers(self, name: str) -> FloatArray:
        """A column's numbers, nan where none is given."""
        if name not in self.table.column_names:
            return np.full(len(self.order), np.nan)
        return np.asarray(self.table.column(name).cast("float64").to_numpy()[self.order], dtype=np.float64)


@attrs.frozen
class _Ids(Sequence[str]):
    """The ids of a table's claims, as texts made when they are asked for."""

    ids: pa.Array

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, place: Any) -> Any:  # noqa: ANN401 - as Sequence has it
        return str(self.ids[int(place)])

    def __arrow_array__(self, type: pa.DataType | None = None) -> pa.Array:  # noqa: A002 - Arrow's own protocol
        return self.ids.cast(type or "string")


def _windows(table: pa.Table) -> tuple[IntArray, IntArray, BoolArray]:
    """First and last day of every row, and whether a day is said; where it is not, the days before publication."""
    first, last, published = (_ordinals(table, name) for name in ("first", "last", "published"))
    first, last = np.where(first == NO_DAY, last, first), np.where(last == NO_DAY, first, last)
    said = first != NO_DAY
    fresh = np.where(published == NO_DAY, NO_DAY, days_before(published))
    begin, end = np.minimum(first, last), np.maximum(first, last)
    return np.where(said, begin, fresh), np.where(said, end, published), said


def _ordinals(table: pa.Table, name: str) -> IntArray:
    if name not in table.column_names:
        return np.full(len(table), NO_DAY)
    days = table.column(name).cast("date32").cast("int32").fill_null(NO_DAY - EPOCH)
    return np.asarray(days.to_numpy() + EPOCH, dtype=np.int64)


def _in_order(table: pa.Table, first: IntArray, last: IntArray) -> tuple[_Ids, IntArray]:
    """The ids by day, and the rows in that order, so that nothing depends on the order in which they came."""
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.compute as pc  # noqa: PLC0415

    if "id" not in table.column_names:
        raise RecordError(f"a table needs a column 'id'; it has {', '.join(table.column_names)}")
    ids = table.column("id").combine_chunks()
    by_id = pc.sort_indices(ids)
    sorted_ids = ids.take(by_id)
    if ids.null_count or pc.any(pc.equal(sorted_ids[1:], sorted_ids[:-1])).as_py():
        raise RecordError("every row of a table needs an id of its own")
    end = last.max(initial=0) + 1
    days = np.where(first == NO_DAY, end, first) * (end + 1) + last
    rows = by_id.to_numpy().astype(np.int64)
    order = rows[np.argsort(days[rows], kind="stable")]
    return _Ids(ids.take(pa.array(order))), order


def _keys(key: Callable[..., K | None], *parts: IntArray | BoolArray) -> Column[K]:
    """What `key` makes of the numbers that stand in a row, none below -1; each distinct combination is asked once."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    sizes = [int(part.max(initial=0)) + 2 for part in parts]
    packed = np.zeros(len(parts[0]), dtype=np.int64)
    for size, part in zip(sizes, parts, strict=True):
        packed = packed * size + part + 1
    encoded = pa.array(packed).dictionary_encode()
    numbers: list[list[int]] = []
    rest = encoded.dictionary.to_numpy()
    for size in reversed(sizes):
        rest, part = np.divmod(rest, size)
        numbers.insert(0, (part - 1).tolist())
    made = Column.of(key(*combination) for combination in zip(*numbers, strict=True))
    return Column(made.values, made.codes[encoded.indices.to_numpy()])


def _epochs(first: IntArray, lexicon: Lexicon) -> IntArray:
    """The day since when the tree of actors is what it is on these days."""
    days = _keys(
        lambda day: day if day == NO_DAY else lexicon.groups.unchanged_since(date.fromordinal(day)).toordinal(), first
    )
    return np.array(days.values, dtype=np.int64)[days.codes]


def _people(names: Column[str], epoch: IntArray, lexicon: Lexicon) -> Column[tuple[Party, ...]]:
    named = names.mapped(lambda name: None if unnamed(name, lexicon) else name)

    def party(name: int, day: int) -> tuple[Party, ...] | None:
        on = date.fromordinal(day) if day else None
        return None if name == UNSAID else parties([named.values[name]], on, lexicon)

    return _keys(party, named.codes, epoch)


def _sides(doers: Column[tuple[Party, ...]], victims: Column[tuple[Party, ...]]) -> Column[Side]:
    def side(doer: int, hurt: int) -> Side | None:
        return None if doer == UNSAID else Side(doers.values[doer][0], () if hurt == UNSAID else victims.values[hurt])

    return _keys(side, doers.codes, victims.codes)


def _numbers(given: _Given, effect: Effect) -> Column[tuple[Number, ...]]:
    """What the rows count of one effect."""
    low, high = (given.column(f"{effect}_{bound}").mapped(int) for bound in ("low", "high"))
    exact = f"{effect}_high" not in given.table.column_names

    def number(of_low: int, of_high: int) -> tuple[Number, ...] | None:
        least = None if of_low == UNSAID else low.values[of_low]
        most = least if exact else None if of_high == UNSAID else high.values[of_high]
        if least is None and most is None:
            return None
        bounds = (least or 0, most) if most is None else (min(least or 0, most), max(least or 0, most))
        return (number_of(effect, Count(*bounds)),)

    return _keys(number, low.codes, high.codes)


def _with(one: Column[tuple[Number, ...]], other: Column[tuple[Number, ...]]) -> Column[tuple[Number, ...]]:
    """The numbers of both columns."""

    def both(a: int, b: int) -> tuple[Number, ...] | None:
        numbers = (() if a == UNSAID else one.values[a]) + (() if b == UNSAID else other.values[b])
        return tuple(sorted(numbers, key=repr)) or None

    return _keys(both, one.codes, other.codes)


def _tellings(reports: Column[str], days: Column[Days], places: Column[Spot]) -> Column[Telling]:
    """Which report every row is of; a row that names none is the only one of its report."""
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
    return _keys(lambda level: "incident" if level == UNSAID else levels.values[level], levels.codes)
