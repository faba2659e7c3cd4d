"""Rows of any table, with the columns that the user names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, get_args

from claimrec.errors import FormatError
from claimrec.exchange.cells import Bounds, Cells, Column
from claimrec.exchange.claims import Claims
from claimrec.exchange.rows import Format, actor_named, claims_in, perpetrator_of, row_of
from claimrec.exchange.tables import Table, read_table, table_of
from claimrec.lexicon.loader import Lexicon, load_lexicon
from claimrec.records.claim import Claim, Effect, Stance, Toll, When, Where
from claimrec.values.count import Count

EFFECTS: tuple[Effect, ...] = get_args(Effect)
BOUNDS = ("", "_low", "_high")
FIELDS = (
    "id", "publisher", "origin", "published", "day", "first_day", "last_day", "place", "admin", "latitude", "longitude",
    "radius_km", "event", "perpetrator", "stance", "victims",
    *(f"{effect}{bound}" for effect in EFFECTS for bound in BOUNDS),
)  # fmt: skip
"""What a column can hold. `killed` is an exact count, `killed_low` and `killed_high` are bounds, one alone is open."""
STANCES: tuple[Stance, ...] = get_args(Stance)


def from_frame(
    rows: object, columns: Mapping[str, str], *, name: str = "table", lexicon: Lexicon | None = None
) -> Claims:
    """One claim for each row of a pandas, polars or Arrow table, of mappings, or of a file of delimited text.

    `columns` says in which column each field stands, such as `{"publisher": "outlet", "killed": "deaths"}`; `publisher`
    is needed, the other fields are `FIELDS`. A cell without words says nothing; 0 is a count like any other. `name` is
    what claims call the table. A field that does not exist, or a column that the table lacks, raises FormatError.

    >>> rows = [{"outlet": "Agency A", "deaths": 3, "town": "Saraqib"}]
    >>> [claim] = from_frame(rows, {"publisher": "outlet", "killed": "deaths", "place": "town"})
    >>> claim.publisher, str(claim.tolls[0].count), claim.where.place.name
    ('Agency A', '3', 'Saraqib')
    """
    table = read_table(rows) if isinstance(rows, str | Path) else table_of(_rows_in(rows), name)
    said = _fitting(table, columns)
    days = tuple(said[field] for field in ("published", "day", "first_day", "last_day") if field in said)
    id_ = (said["id"],) if "id" in said else ()
    format_ = Format("claims", id=id_, needed=(), days=days, point=_point(said))
    return claims_in(
        table, format_, partial(_claims_of, said=said, table=table.file, lexicon=lexicon or load_lexicon())
    )


def _rows_in(rows: object) -> Iterable[Mapping[str, Any]]:
    """The rows as mappings, from whatever kind of table."""
    if hasattr(rows, "to_pylist"):
        listed: Iterable[Mapping[str, Any]] = rows.to_pylist()
    elif hasattr(rows, "to_dicts"):
        listed = rows.to_dicts()
    elif hasattr(rows, "to_dict"):
        listed = rows.to_dict("records")
    elif isinstance(rows, Iterable):
        listed = rows
    else:
        raise FormatError(f"expected a table or rows, not {type(rows).__name__}")
    return listed


def _fitting(table: Table, columns: Mapping[str, str]) -> dict[str, str]:
    """The columns by field, in small letters."""
    unknown = sorted(set(columns) - set(FIELDS))
    if unknown:
        raise FormatError(f"no such field: {', '.join(unknown)}; the fields are {', '.join(FIELDS)}")
    if "publisher" not in columns:
        raise FormatError("the field publisher is needed: which column says who printed the claim?")
    said = {field: " ".join(column.split()).lower() for field, column in columns.items()}
    missing = sorted(columns[field] for field, column in said.items() if column not in table.columns)
    if missing:
        raise FormatError(
            f"{table.file}: it has no column {', '.join(missing)}; its columns are {', '.join(table.columns)}"
        )
    return said


def _claims_of(cells: Cells, *, said: Mapping[str, str], table: str, lexicon: Lexicon) -> Iterator[Claim]:
    def text(field: str) -> str | None:
        return cells.text(said[field]) if field in said else None

    publisher, origin = text("publisher"), text("origin")
    if publisher is None:
        raise FormatError(f"{said['publisher']}: a claim needs a publisher")
    published = cells.day(said["published"]) if "published" in said else None
    when = cells.day(said["day"]) if "day" in said else None
    if "first_day" in said:
        when = cells.days(said["first_day"], said.get("last_day", said["first_day"]))
    radius_km = cells.decimal(said["radius_km"]) if "radius_km" in said else None
    where = cells.place(text("place"), text("admin"), radius_km, _point(said))
    yield Claim(
        f"{table} {text('id') or f'line {cells.row.line}'}",
        None,
        (publisher, origin) if origin and origin != publisher else (publisher,),
        published=published.last if published else None,
        when=When(when) if when else None,
        where=Where(where, where.name) if where else None,
        event=text("event"),
        perpetrator=perpetrator_of(text("perpetrator"), _stance(cells, said), lexicon),
        tolls=tuple(_tolls(cells, said, text("victims"), lexicon)),
        row=row_of(cells),
    )


def _point(said: Mapping[str, str]) -> tuple[Column, Column] | None:
    """The columns of latitude and longitude, if there are both."""
    return ((said["latitude"],), (said["longitude"],)) if {"latitude", "longitude"} <= said.keys() else None


def _stance(cells: Cells, said: Mapping[str, str]) -> Stance:
    written = cells.text(said["stance"]) if "stance" in said else None
    for stance in STANCES:
        if written == stance:
            return stance
    if written:
        cells.flag(f"expected one of {', '.join(STANCES)}, not {written!r}: read as reported", said["stance"])
    return "reported"


def _tolls(cells: Cells, said: Mapping[str, str], victims: str | None, lexicon: Lexicon) -> Iterator[Toll]:
    named = actor_named(victims, lexicon) if victims else None
    for effect in EFFECTS:
        exact, low, high = (cells.whole(said[key]) if (key := f"{effect}{bound}") in said else None for bound in BOUNDS)
        told = _told(exact, low, high)
        if told:
            yield Toll(effect, told.count, None, victims=named, victims_words=victims, hedge=told.hedge)


def _told(exact: int | None, low: int | None, high: int | None) -> Bounds | None:
    """The count of a figure or of bounds; one bound alone is open on the other side."""
    if low is None and high is None:
        return None if exact is None else Bounds(Count.exactly(exact), "exact" if exact else "zero")
    if high is None:
        return Bounds(Count.at_least(low or 0), "at_least")
    if low is None:
        return Bounds(Count(0, high), "up_to")
    return Bounds(Count(min(low, high), max(low, high)), "between" if low != high else "exact")
