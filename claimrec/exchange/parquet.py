"""Sheets as Arrow tables and Parquet files: days are days, whole numbers are whole, and what is not said is null."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from claimrec.errors import FormatError
from claimrec.showing.columns import Kind, Sheet

if TYPE_CHECKING:
    import pyarrow as pa

TYPES: Mapping[Kind, str] = MappingProxyType({"text": "string", "whole": "int64", "number": "float64", "day": "date32"})
"""Arrow's names of the types of columns."""


def arrow_table(sheet: Sheet) -> pa.Table:
    """The sheet as an Arrow table; needs the extra `frames`.

    A number of people that 64 bits do not hold raises FormatError.

    >>> from claimrec.showing.columns import Sheet
    >>> arrow_table(Sheet("dead", {"place": "text", "low": "whole"}, ({"place": "Oak Town", "low": None},))).schema
    place: string
    low: int64
    """
    import pyarrow as pa  # noqa: PLC0415 - an extra

    return pa.table({name: _column(sheet, name, kind) for name, kind in sheet.columns.items()})


def write_parquet(sheet: Sheet, path: Path) -> None:
    """Writes the sheet as one Parquet file."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    pq.write_table(arrow_table(sheet), path)


def _column(sheet: Sheet, name: str, kind: Kind) -> pa.Array:
    """The cells of a column; of half a surrogate pair, which is no UTF-8, the escape that JSON has for it."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    cells: list[Any] = [row[name] for row in sheet.rows]
    type_ = pa.type_for_alias(TYPES[kind])
    try:
        return pa.array(cells, type_)
    except OverflowError as error:
        raise FormatError(f"{sheet.name}, {name}: a number that 64 bits do not hold") from error
    except UnicodeEncodeError:
        return pa.array([cell and cell.encode("utf-8", "backslashreplace").decode("utf-8") for cell in cells], type_)
