"""Gazetteers as tables: one place a line, columns parted by tabs, which thousands of places load fast from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar, get_args

from claimrec.errors import LexiconError
from claimrec.lexicon.entries import PlaceEntry, PlaceKind

COLUMNS = (
    *("name", "kind", "spellings", "label", "admin", "country"),
    *("lat", "lon", "radius_km", "capital", "demonyms", "short"),
)
"""The columns of a table, each named as the field of an entry; the first is the key."""
BETWEEN = "|"
"""Parts the spellings, the demonyms and the short forms of one place."""

P = TypeVar("P", bound=PlaceEntry)

_KINDS = frozenset(get_args(PlaceKind))
_COMMENT = "#"


def places_of(text: str, made: type[P]) -> Iterator[tuple[str, P]]:
    r"""The key and entry of each line; comments begin with `#`, empty columns at its end may be left out.

    A line that is no place, or a second one of its name, raises LexiconError with its number.

    >>> [(name, entry)] = places_of("Rahba\ttown\tRahbah\t\tMayadin\tSyria\t35\t40.4\t2", PlaceEntry)
    >>> name, entry.kind, entry.spellings, entry.label, entry.lat
    ('Rahba', 'town', ('Rahbah',), None, 35.0)
    """
    seen: set[str] = set()
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line[0] == _COMMENT:
            continue
        cells = line.split("\t")
        if len(cells) > len(COLUMNS):
            raise LexiconError(f"line {number}: expected at most {len(COLUMNS)} columns, not {len(cells)}")
        name, kind, spellings, label, admin, country, *point = cells + [""] * (len(COLUMNS) - len(cells))
        if not name or kind not in _KINDS:
            raise LexiconError(f"line {number}: expected a name and a kind of place, not {name!r} and {kind!r}")
        if name in seen:
            raise LexiconError(f"line {number}: {name!r} stands here twice")
        seen.add(name)
        try:
            lat, lon, radius = (float(cell) if cell else None for cell in point[:3])
        except ValueError as error:
            raise LexiconError(f"line {number}, {name!r}: {error}") from error
        capital, demonyms, short = point[3:]
        yield (
            name,
            made(
                kind=kind,  # type: ignore[arg-type]  # checked above
                spellings=_listed(spellings),
                label=label or None,
                admin=admin or None,
                country=country or None,
                lat=lat,
                lon=lon,
                radius_km=radius,
                capital=capital or None,
                demonyms=_listed(demonyms),
                short=_listed(short),
            ),
        )


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(BETWEEN)) if cell else ()
