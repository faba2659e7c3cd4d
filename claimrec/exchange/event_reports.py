"""Tables of event reports, one row for each report of an event (eventreport, MAVERICK: van Baalen and Hoglund 2026)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs

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
    - Voice: `source_author`; published on the day in the brackets of `source`. Rows of one report, those with the same
      `source`, tell of separate events: the coders split a report only where it does.

    The table cannot say whom the outlet cites. Missing columns raise FormatError.
    """
    words = lexicon or load_lexicon()
    table = read_table(path)
    read = claims_in(table, FORMAT, lambda cells: _claims_of(cells, words))
    reports = {row.line: row.cells.get("source", "") for row in table.rows}
    told_in: dict[str, list[Claim]] = defaultdict(list)
    for claim in read:
        told_in[reports[claim.row.line] if claim.row else ""].append(claim)
    return attrs.evolve(read, claims=tuple(_apart(claim, told_in, reports) for claim in read))


def _apart(claim: Claim, told_in: Mapping[str, Sequence[Claim]], reports: Mapping[int, str]) -> Claim:
    """The claim, separate from the others of its report."""
    report = reports[claim.row.line] if claim.row else ""
    others = tuple(sorted(other.id for other in told_in[report] if other is not claim)) if report else ()
    return attrs.evolve(claim, separate_from=others) if others else claim


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
