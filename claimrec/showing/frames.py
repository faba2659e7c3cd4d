"""Tables as frames of pandas, polars or pyarrow: whole numbers may be missing, days are days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Any

from claimrec.errors import FormatError
from claimrec.records.shown import FrameKind, Listing
from claimrec.showing.columns import COLUMNS, Columns, Kind, Sheet
from claimrec.showing.outlet_tables import OUTLET_TABLES, columns_of, outlet_rows
from claimrec.showing.rows import (
    Cell,
    TableRow,
    claim_rows,
    conflict_rows,
    incident_rows,
    pair_rows,
    range_rows,
    toll_rows,
)

ROWS: Mapping[str, Callable[[Any], Iterator[TableRow]]] = MappingProxyType(
    {
        "incidents": incident_rows,
        "ranges": range_rows,
        "claims": claim_rows,
        "tolls": toll_rows,
        "conflicts": conflict_rows,
        "pairs": pair_rows,
    }
)
"""What gives the rows of each table, one for each value of its listing, in the same order."""

PAIRS: Columns = MappingProxyType(
    {
        "a": "text", "b": "text", "a_publisher": "text", "b_publisher": "text", "bits": "number", "outcome": "text",
        "because": "text",
    }
)  # fmt: skip
"""Pairs are no sheet: they are for whoever reviews them."""

LARGEST = 2**63 - 1

PANDAS: Mapping[Kind, str] = MappingProxyType(
    {"text": "string", "whole": "Int64", "number": "Float64", "day": "datetime64[s]"}
)
"""The types of pandas that know a missing value."""


def sheet_of(listing: Listing[Any]) -> Sheet:
    """The rows of a listing under their columns."""
    places = listing.places
    if listing.table in OUTLET_TABLES:
        return Sheet(listing.table, columns_of(listing.table), tuple(outlet_rows(listing.table, listing)))
    every = ROWS[listing.table](listing.whole)
    rows = tuple(islice(every, places.start, places.stop, places.step)) if places.step > 0 else _picked(every, places)
    return Sheet(listing.table, PAIRS if listing.table == "pairs" else COLUMNS[listing.table], rows)


def frame(listing: Listing[Any], kind: FrameKind) -> Any:  # noqa: ANN401 (a frame of the library asked for)
    """The listing as a frame."""
    return frame_of(sheet_of(listing), kind)


def frame_of(sheet: Sheet, kind: FrameKind = "pandas") -> Any:  # noqa: ANN401 (the same)
    """The sheet as a frame; a whole number that 64 bits do not hold raises FormatError.

    >>> sheet = Sheet("dead", {"place": "text", "low": "whole"}, ({"place": "Oak Town", "low": None},))
    >>> frame_of(sheet, "polars").row(0)
    ('Oak Town', None)
    """
    cells = {name: [_storable(row[name], f"{sheet.name}, {name}") for row in sheet.rows] for name in sheet.columns}
    return _in_pandas(cells, sheet.columns) if kind == "pandas" else _in_narwhals(cells, sheet.columns, kind)


def _storable(cell: Cell, column: str) -> Cell:
    """The cell as frames hold it: half a surrogate pair, which is no UTF-8, becomes the escape that JSON has for it."""
    if isinstance(cell, str) and not cell.isascii():
        return cell.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(cell, int) and cell > LARGEST:
        raise FormatError(f"{column}: a number that 64 bits do not hold")
    return cell


def _in_pandas(cells: Mapping[str, Sequence[Cell]], columns: Columns) -> Any:  # noqa: ANN401 (the same)
    import pandas as pd  # noqa: PLC0415 - an extra

    return pd.DataFrame({name: pd.Series(cells[name], dtype=PANDAS[kind]) for name, kind in columns.items()})


def _in_narwhals(cells: Mapping[str, Sequence[Cell]], columns: Columns, kind: FrameKind) -> Any:  # noqa: ANN401 (the same)
    import narwhals as nw  # noqa: PLC0415 - an extra

    types: dict[Kind, Any] = {"text": nw.String, "whole": nw.Int64, "number": nw.Float64, "day": nw.Date}
    schema = {name: types[column] for name, column in columns.items()}
    return nw.from_dict(dict(cells), schema=schema, backend=kind).to_native()


def _picked(rows: Iterator[TableRow], places: range) -> tuple[TableRow, ...]:
    listed = list(rows)
    return tuple(listed[place] for place in places)
