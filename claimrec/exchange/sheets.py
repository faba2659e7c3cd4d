"""A result as files of comma-separated values, one for each kind of row, which a spreadsheet opens without harm."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from claimrec.judging.result import Result
from claimrec.showing.rows import (
    Cell,
    TableRow,
    claim_rows,
    conflict_rows,
    incident_rows,
    range_rows,
    toll_rows,
)

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
"""What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection")."""


def write_sheets(result: Result, folder: str | Path, *, quotes: bool = True) -> tuple[Path, ...]:
    """Writes incidents, ranges, claims, tolls and conflicts as files of one kind of row each; gives their paths.

    Columns that hold several ids part them by blanks. Without `quotes` no words of any text are written: no quotes, no
    words for days, places and people, no sentences of conflicts. Text that a spreadsheet would take for a formula gets
    an apostrophe before it. Not written are the evidence of the joins, the voices between publisher and origin but for
    the chain as text, pairs to review and what was left out; `write_result` keeps all of it.
    """
    sheets: Mapping[str, Callable[[], Iterable[TableRow]]] = {
        "incidents": lambda: incident_rows(result),
        "ranges": lambda: range_rows(result),
        "claims": lambda: claim_rows(result, quotes=quotes),
        "tolls": lambda: toll_rows(result, quotes=quotes),
        "conflicts": lambda: conflict_rows(result, quotes=quotes),
    }
    Path(folder).mkdir(parents=True, exist_ok=True)
    return tuple(_written(Path(folder) / f"{name}.csv", rows()) for name, rows in sheets.items())


def _written(path: Path, rows: Iterable[TableRow]) -> Path:
    """The file with a header, and a byte-order mark, by which spreadsheets know UTF-8."""
    listed = list(rows)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_columns(listed))
        writer.writerows([[_harmless(cell) for cell in row.values()] for row in listed])
    return path


def _columns(rows: Iterable[TableRow]) -> Iterator[str]:
    """The columns of the first row, which are those of all."""
    return iter(next(iter(rows), {}))


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
