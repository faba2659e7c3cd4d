"""A sheet as a file of comma-separated values, which a spreadsheet opens without harm."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from claimrec.showing.columns import Sheet
from claimrec.showing.rows import Cell

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
"""What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection")."""


def write_delimited(sheet: Sheet, path: Path) -> None:
    """Writes a header and the rows, behind a byte-order mark, by which spreadsheets know UTF-8.

    Text that a spreadsheet would take for a formula gets an apostrophe before it; half a surrogate pair, which is no
    UTF-8, becomes the escape that JSON has for it.
    """
    texts = [place for place, kind in enumerate(sheet.columns.values()) if kind == "text"]
    with path.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(sheet.columns)
        writer.writerows(_harmless(sheet, texts))


def _harmless(sheet: Sheet, texts: list[int]) -> Iterator[list[Cell]]:
    for row in sheet.rows:
        cells = [row[name] for name in sheet.columns]
        for place in texts:
            cell = cells[place]
            if isinstance(cell, str) and cell.startswith(FORMULA):
                cells[place] = f"'{cell}"
        yield cells
