"""Tables of event reports, one row for each report of an event (eventreport, MAVERICK: van Baalen and Hoglund 2026)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from claimrec.exchange.cells import Cells
from claimrec.exchange.claims import Claims
from claimrec.exchange.days import read_day
from claimrec.exchange.rows import Format, actor_named, claims_in, codebook, perpetrator_of, row_of
from claimrec.exchange.tables import read_table
from claimrec.lexicon.loader import Lexicon, load_lexicon
from claimrec.records.claim import Claim, Effect, Toll, When, Where

FORMAT = Format(
    "event reports",
    id=("id",),
    needed=(("source_author", "source"), ("date_start",), ("deaths_low",), ("deaths_high",)),
    days=("date_start", "date_end"),
)
EFFECTS: tuple[tuple[Effect, str], ...] = (("killed", "deaths"), ("wounded", "injuries"))
MOST_ACTORS = 9

_DATED = re.compile(r"\((\d{4}-\d\d-\d\d)\)")


def from_event_reports(path: str | Path, *, lexicon: Lexicon | None = None) -> Claims:
    """One claim for each report, by the outlet that gave it.

    - Casualties: `deaths_low` to `deaths_high`, `injuries_low` to `injuries_high`; a best figure is no bound. 0 means
      "none, or not mentioned", so it gives no toll.
    - Days: `date_start` to `date_end`. Place: `location`, else `city`, with a radius by `geo_precision`.
    - Perpetrator and victims: the actor whom the row marks as such, where it marks only one.
    - Voice: `source_author`; published on the day in the brackets of `source`.

    The table cannot say whom the outlet cites. Missing columns raise FormatError.
    """
    words = lexicon or load_lexicon()
    return claims_in(read_table(path), FORMAT, lambda cells: _claims_of(cells, words))


def _claims_of(cells: Cells, lexicon: Lexicon) -> Iterator[Claim]:
    precision = cells.coded("geo_precision") or ""
    where = cells.place(
        cells.text("location", "city") or cells.text("city"),
        cells.text("admin1", "country"),
        codebook("event_reports", lexicon).radius_km.get(precision),
    )
    when = cells.days("date_start", "date_end")
    source = cells.text("source") or ""
    dated = _DATED.search(source)
    yield Claim(
        cells.text("id") or f"line {cells.row.line}",
        None,
        (cells.text("source_author") or source or "unknown",),
        published=read_day(dated[1]).day if dated else None,
        when=When(when) if when else None,
        where=Where(where, where.name) if where else None,
        perpetrator=perpetrator_of(_only_actor(cells, "perpetrator"), "reported", lexicon),
        tolls=tuple(_tolls(cells, lexicon)),
        row=row_of(cells),
    )


def _tolls(cells: Cells, lexicon: Lexicon) -> Iterator[Toll]:
    hurt = _only_actor(cells, "victim")
    victims = actor_named(hurt, lexicon) if hurt else None
    for effect, column in EFFECTS:
        told = cells.bounds((f"{column}_low",), (f"{column}_high",), (f"{column}_best",))
        if told and told.count.high:
            yield Toll(effect, told.count, None, victims=victims, victims_words=hurt, hedge=told.hedge)


def _only_actor(cells: Cells, role: str) -> str | None:
    """The actor whom the row marks with this role, if it is one alone."""
    marked = [
        name
        for number in range(1, MOST_ACTORS + 1)
        if cells.coded(f"actor{number}_{role}") == "1" and (name := cells.text(f"actor{number}"))
    ]
    return marked[0] if len(marked) == 1 else None
