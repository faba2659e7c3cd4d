"""Sheets as one Excel workbook: real days, whole numbers, empty cells, and no formula anywhere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimrec.errors import FormatError
from claimrec.exchange.delimited import FORMULA
from claimrec.showing.columns import Kind, Sheet
from claimrec.showing.rows import Cell

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 2**20 - 1
"""Rows of a worksheet below its header (Excel specifications and limits)."""
LONGEST = 32_767
"""UTF-16 units of one cell (the same)."""
LARGEST = 2**53
"""Beyond it a cell, which holds a float, would change a whole number."""
FIRST_DAY = date(1900, 3, 1)
"""Before it Excel counts a day that never was."""
WIDTHS: dict[Kind, int] = {"text": 18, "whole": 9, "number": 9, "day": 11}
"""Characters of a column, so that days are not shown as a row of crosses."""
CREATED = datetime(1980, 1, 1)  # noqa: DTZ001 (Excel knows no zones)
"""Written as the time of creation, so that the same result gives the same file."""


def write_workbook(sheets: Iterable[Sheet], path: Path) -> None:
    """Writes one worksheet a sheet; needs the extra `frames`.

    Every text is stored as text, and as one that stays so when its cell is edited. Text longer than a cell holds is cut
    and ends with "…". Days before 1 March 1900, and numbers beyond 2 to the power of 53, are written as text. More rows
    than a worksheet holds raise FormatError.
    """
    import xlsxwriter  # noqa: PLC0415 - an extra

    with xlsxwriter.Workbook(path, {"constant_memory": True}) as workbook:
        workbook.set_properties({"created": CREATED})
        formats = {
            "head": workbook.add_format({"bold": True}),
            "day": workbook.add_format({"num_format": "yyyy-mm-dd"}),
            "formula": workbook.add_format({"quote_prefix": True}),
        }
        for sheet in sheets:
            _write(sheet, workbook.add_worksheet(sheet.name), formats)


def _write(sheet: Sheet, worksheet: Worksheet, formats: dict[str, Any]) -> None:
    if len(sheet.rows) > MOST_ROWS:
        raise FormatError(f"{len(sheet.rows):,} {sheet.name} are more than the {MOST_ROWS:,} rows of a worksheet")
    for place, kind in enumerate(sheet.columns.values()):
        worksheet.set_column(place, place, WIDTHS[kind])
    worksheet.freeze_panes(1, 0)
    worksheet.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    worksheet.write_row(0, 0, sheet.columns, formats["head"])
    for line, row in enumerate(sheet.rows, start=1):
        for place, name in enumerate(sheet.columns):
            if row[name] is not None:
                _put(worksheet, line, place, row[name], formats)


def _put(worksheet: Worksheet, line: int, place: int, cell: Cell, formats: dict[str, Any]) -> None:
    if isinstance(cell, date) and cell >= FIRST_DAY:
        worksheet.write_datetime(line, place, cell, formats["day"])
    elif isinstance(cell, int | float) and abs(cell) <= LARGEST:
        worksheet.write_number(line, place, cell)
    else:
        text = _fitting(str(cell))
        worksheet.write_string(line, place, text, formats["formula"] if text.startswith(FORMULA) else None)


def _fitting(text: str) -> str:
    """The text as far as a cell holds it; half a surrogate pair, which is no UTF-8, as JSON escapes it."""
    written = text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")
    units = written.encode("utf-16-le") if len(written) > LONGEST // 2 else b""
    if len(units) <= 2 * LONGEST:
        return written
    return units[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"
