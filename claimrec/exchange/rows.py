"""From the rows of a table to claims: every row is read, flagged or left out with the reason, and all are counted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

import attrs

from claimrec.errors import ClaimrecError, FormatError
from claimrec.exchange.cells import POINT, Cells, Column
from claimrec.exchange.claims import Claims
from claimrec.exchange.days import order_in
from claimrec.exchange.regions import region_of
from claimrec.exchange.tables import Table, TableRow
from claimrec.lexicon.entries import ActorEntry, CodebookEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.matching.parties import parties
from claimrec.progress import tracked
from claimrec.records.claim import Claim, Perpetrator, Row, Stance
from claimrec.records.flag import Flag
from claimrec.records.unread import Unread
from claimrec.values.gathering import no_collecting

POINTS_LOOKED_AT = 2_000
"""Rows, evenly spaced, that say where a table's points lie."""

_BRACKET = re.compile(r"(?P<name>[^()]*[^()\s])\s*\([^()]*\)")
_GOVERNMENT_OF = re.compile(r"government of (?P<country>.+)", re.IGNORECASE)


@attrs.frozen
class Format:
    """How one kind of table is read: its name, the column that names a row, if one does, and others that are needed.

    `days` are the columns of dates, in which the order of day and month is told by all rows together, and `point` those
    of latitude and longitude, from which all rows together tell where the table's region is.
    """

    name: str
    id: Column
    needed: Sequence[Column]
    days: Sequence[str]
    point: tuple[Column, Column] | None = POINT


def claims_in(table: Table, format_: Format, claims_of: Callable[[Cells], Iterable[Claim]]) -> Claims:
    """The claims of every row, what was left out, and what looks wrong in what was read.

    A row that repeats an earlier one, word for word, is left out; one that only has its id is flagged. Columns that are
    missing raise FormatError.
    """
    _has_columns(table, format_)
    with no_collecting():
        return _claims_in(table, format_, claims_of)


def _claims_in(table: Table, format_: Format, claims_of: Callable[[Cells], Iterable[Claim]]) -> Claims:
    orders = {column: order_in(table.column(column)) for column in format_.days}
    region = region_of(tuple(_points(table, format_.point))) if format_.point else None
    first: dict[str, TableRow] = {}
    claims: list[Claim] = []
    flags: list[Flag] = [*table.flags]
    unread: list[Unread] = [*table.unread]
    for row in tracked(table.rows, "reading rows"):
        cells = Cells(row, orders, region)
        id_ = cells.text(*format_.id) if format_.id else None
        other = first.setdefault(id_, row) if id_ else row
        if other is not row and other.cells == row.cells:
            unread.append(Unread(f"repeats line {other.line}", file=row.file, line=row.line))
            continue
        if other is not row:
            cells.flag(f"its id {id_} is also that of line {other.line}, which says something else", format_.id[0])
        try:
            claims += list(claims_of(cells))
        except ClaimrecError as error:
            unread.append(Unread(str(error), file=row.file, line=row.line))
            continue
        flags += cells.flags
    return Claims(tuple(claims), tuple(unread), tuple(flags))


def _points(table: Table, columns: tuple[Column, Column]) -> Iterator[tuple[float, float]]:
    """The points of some rows that can be read."""
    for row in table.rows[:: 1 + len(table.rows) // POINTS_LOOKED_AT]:
        lat, lon = (Cells(row).decimal(*names) for names in columns)
        if lat is not None and lon is not None:
            yield lat, lon


def _has_columns(table: Table, format_: Format) -> None:
    missing = [names[0] for names in (format_.id, *format_.needed) if names and not set(names) & set(table.columns)]
    if missing:
        raise FormatError(
            f"{table.file}: no table of {format_.name}: it has no column {', '.join(missing)}; "
            f"its columns are {', '.join(table.columns)}"
        )


def row_of(cells: Cells) -> Row:
    """Where the claim stands, with the columns that were read so far."""
    return Row(cells.row.file, cells.row.line, cells.columns)


@lru_cache(maxsize=16)
def codebook(name: str, lexicon: Lexicon) -> CodebookEntry:
    """What the codes of a kind of table mean."""
    return lexicon.of(CodebookEntry).get(name, CodebookEntry())


@lru_cache(maxsize=4096)  # a few actors stand in most rows
def actor_named(words: str, lexicon: Lexicon) -> str | None:
    """The neutral name of an actor as tables write it: "Government of Syria", "Police Forces of Nigeria (2007-2010)".

    None where the word lists know nobody of that name.
    """
    bracket = _BRACKET.fullmatch(words.strip())
    for name in (words.strip(), *([bracket["name"]] if bracket else [])):
        [party] = parties([name], None, lexicon)
        if party.name in lexicon.groups.actors:
            return party.name
    government = _GOVERNMENT_OF.fullmatch(words.strip())
    if government is None:
        return None
    actors = lexicon.of(ActorEntry)
    states = [name for name, entry in actors.items() if entry.kind == "state" and government["country"] in entry.homes]
    return states[0] if len(states) == 1 else None


def perpetrator_of(words: str | None, stance: Stance, lexicon: Lexicon) -> Perpetrator | None:
    """Who did it: a known actor under its neutral name, anybody else ("Youth", "Police") under the words alone."""
    if words is None:
        return None
    named = actor_named(words, lexicon)
    acts = named is not None and lexicon.groups.actors[named].kind != "victims"
    return Perpetrator(named if acts else None, words, stance)
