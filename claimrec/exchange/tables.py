"""Tables as they come: comma, semicolon or tab, whatever encoding, rows too short or too long; no row is lost."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from claimrec.errors import FormatError
from claimrec.records.flag import Flag
from claimrec.records.unread import Unread

DELIMITERS = (",", ";", "\t", "|")
LONGEST_CELL = 2**31 - 1
"""Characters of one cell; the csv module's own limit, 131,072, is below what a summary of a year can hold."""
MISSING = frozenset({"nan", "NaT", "<NA>"})
"""How frames write a cell that holds nothing."""
OLD_ENCODING = "cp1252"
"""What spreadsheets of Western Windows write; a line that is no UTF-8 is taken for it."""


@attrs.frozen
class TableRow:
    """One row: `line` as a spreadsheet numbers it (the header is 1), and its cells by column, in small letters."""

    file: str
    line: int
    cells: Mapping[str, str]


@attrs.frozen
class Table:
    """The rows of a file, in order, those that were left out, and what looked wrong."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    unread: tuple[Unread, ...] = ()
    flags: tuple[Flag, ...] = ()

    def column(self, name: str) -> Iterator[str]:
        """What the rows say in a column, from top to bottom; nothing of a column that is not there."""
        return (row.cells[name] for row in self.rows if name in row.cells)


def read_table(path: str | Path) -> Table:
    """The table that a file of delimited text holds, its first row being the header.

    The delimiter is the one that takes the header apart into most columns. UTF-8 and UTF-16 are read with or without a
    byte-order mark; lines in no such encoding are read as Windows writes them, and flagged. Blank rows are no rows. An
    empty file, or two columns of one name, raise FormatError.
    """
    file = str(path)
    text, odd_lines = _decoded(Path(path).read_bytes())
    records = _records(text)
    if not records:
        raise FormatError(f"{file}: expected a header and rows; the file is empty")
    (_, _, header), *rest = records
    columns = tuple(" ".join(name.split()).lower() for name in header)
    twice = sorted({name for name in columns if columns.count(name) > 1 and name})
    if twice:
        raise FormatError(f"{file}, line 1: two columns are named {', '.join(twice)}")
    rows: list[TableRow] = []
    flags: list[Flag] = []
    unread: list[Unread] = []
    for line, (first, last, cells) in enumerate(rest, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
            unread.append(Unread(f"{len(cells)} cells where the header has {len(columns)}", file=file, line=line))
            continue
        if len(cells) < len(columns):
            flags.append(Flag(f"{len(cells)} cells where the header has {len(columns)}", file, line))
        if not odd_lines.isdisjoint(range(first, last + 1)):
            flags.append(Flag(f"not in UTF-8: read as {OLD_ENCODING}", file, line))
        rows.append(TableRow(file, line, {name: cell for name, cell in zip(columns, cells, strict=False) if name}))
    return Table(file, columns, tuple(rows), tuple(unread), tuple(flags))


def table_of(rows: Iterable[Mapping[str, object]], name: str) -> Table:
    """The table that mappings from columns to values make, for rows that come from elsewhere than a file.

    >>> table_of([{"Deaths": 3, "place": None}], "a frame").rows[0].cells
    {'deaths': '3', 'place': ''}
    """
    listed = [{_name(column): _text(value) for column, value in row.items()} for row in rows]
    columns = tuple(dict.fromkeys(column for row in listed for column in row))
    return Table(name, columns, tuple(TableRow(name, line, row) for line, row in enumerate(listed, start=2)))


def _name(column: object) -> str:
    return " ".join(str(column).split()).lower()


def _text(value: object) -> str:
    """A cell as text; nothing where there is none."""
    text = str(value)
    return "" if value is None or text in MISSING else text


def _decoded(content: bytes) -> tuple[str, frozenset[int]]:
    """The text, and the numbers of its lines that are not in the encoding of the rest."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace"), frozenset()
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode("utf-8"), frozenset()
    except UnicodeDecodeError:
        lines = content.splitlines(keepends=True)
    odd = {number for number, line in enumerate(lines, start=1) if not _is_utf8(line)}
    decoded = (
        line.decode(OLD_ENCODING if number in odd else "utf-8", errors="replace")
        for number, line in enumerate(lines, start=1)
    )
    return "".join(decoded), frozenset(odd)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _records(text: str) -> list[tuple[int, int, Sequence[str]]]:
    """Every record with its first and its last line in the text."""
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        delimiter = max(DELIMITERS, key=lambda one: len(next(_reader(text, one), ())))
        found, end = [], 0
        reader = _reader(text, delimiter)
        for cells in reader:
            found.append((end + 1, reader.line_num, cells))
            end = reader.line_num
        return found
    finally:
        csv.field_size_limit(before)


def _reader(text: str, delimiter: str) -> Any:  # noqa: ANN401 (the csv module gives its reader no name)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
