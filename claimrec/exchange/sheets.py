"""A result as tables: files of comma-separated values, an Excel workbook, or Parquet files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from claimrec.errors import FormatError
from claimrec.exchange.delimited import write_delimited
from claimrec.exchange.excel import write_workbook
from claimrec.exchange.parquet import write_parquet
from claimrec.judging.result import Result
from claimrec.showing.columns import Sheet, sheets_of

WORKBOOK = ".xlsx"
WRITERS: Mapping[str, Callable[[Sheet, Path], None]] = MappingProxyType(
    {
        ".csv": write_delimited,
        WORKBOOK: lambda sheet, path: write_workbook([sheet], path),
        ".parquet": write_parquet,
    }
)
"""What writes one sheet, by the ending of the file."""


def write_sheets(result: Result, path: str | Path, *, quotes: bool = True) -> tuple[Path, ...]:
    """Writes incidents, ranges, claims, tolls and conflicts; gives the paths of the files.

    A path that ends in `.xlsx` becomes one workbook of five worksheets (this needs the extra `frames`), any other a
    folder of five files of comma-separated values. Columns that hold several ids part them by blanks. Without `quotes`
    no words of any text are written: no quotes, no words for days, places and people, no sentences of conflicts. Text
    never becomes a formula. Not written are the evidence of the joins, the voices between publisher and origin but for
    the chain as text, pairs to review and what was left out; `write_result` keeps all of it.
    """
    target = Path(path)
    if target.suffix.lower() == WORKBOOK:
        write_workbook(sheets_of(result, quotes=quotes), target)
        return (target,)
    return _one_by_one(result, target, ".csv", quotes=quotes)


def write_parquet_sheets(result: Result, folder: str | Path, *, quotes: bool = True) -> tuple[Path, ...]:
    """Writes the same tables as Parquet files, for programs: each column has its type, and what is not said is null.

    Needs the extra `frames`.
    """
    return _one_by_one(result, Path(folder), ".parquet", quotes=quotes)


def write_sheet(sheet: Sheet, path: str | Path) -> None:
    """Writes one sheet as the ending of the path says: `.csv`, `.xlsx` or `.parquet`; another raises FormatError."""
    target = Path(path)
    if target.suffix.lower() not in WRITERS:
        raise FormatError(f"expected a file that ends in {', '.join(WRITERS)}, not {target.name!r}")
    WRITERS[target.suffix.lower()](sheet, target)


def _one_by_one(result: Result, folder: Path, suffix: str, *, quotes: bool) -> tuple[Path, ...]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for sheet in sheets_of(result, quotes=quotes):
        paths.append(folder / f"{sheet.name}{suffix}")
        WRITERS[suffix](sheet, paths[-1])
    return tuple(paths)
