"""Incidents as a table of events with UCDP GED's columns, for programs that read those."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from claimrec.exchange.events import Event, code_for, events_in
from claimrec.exchange.rows import codebook
from claimrec.exchange.sheets import write_sheet
from claimrec.judging.result import Result
from claimrec.judging.victims import CIVILIANS
from claimrec.lexicon.entries import CodebookEntry
from claimrec.records.article import day_of
from claimrec.showing.columns import Columns, Sheet
from claimrec.showing.rows import TableRow
from claimrec.values.window import Window

COLUMNS: Columns = MappingProxyType(
    {
        "id": "text", "year": "whole", "side_a": "text", "side_b": "text", "number_of_sources": "whole",
        "source_article": "text", "where_prec": "whole", "where_coordinates": "text", "adm_1": "text",
        "latitude": "number", "longitude": "number", "date_prec": "whole", "date_start": "day", "date_end": "day",
        "deaths_a": "whole", "deaths_b": "whole", "deaths_civilians": "whole", "deaths_unknown": "whole",
        "best": "whole", "high": "whole", "low": "whole", "best_policy": "text", "contradictions": "whole",
    }
)  # fmt: skip
"""GED's own, and behind `low` what it has no column for."""

DATE_PRECISION = ((1, 1), (6, 2), (7, 3), (31, 4))
"""The most days of a window, and the code of `date_prec` that says so; 5 is anything longer (GED codebook 24.1)."""


def ged_sheet(result: Result, *, policy: str) -> Sheet:
    """One row for each incident, with the columns of UCDP GED that claims can fill.

    `best`, and the deaths of each side, are the figures of the `policy` that you name (see `best_estimate`); `low` and
    `high` are the lowest and the highest that any voice puts forward. They are blank where nobody counts the dead, and
    `best` where the policy names no single figure: a blank is no zero.

    >>> from claimrec import Article, read_claims, reconcile
    >>> text = "Between three and five soldiers were killed in Saraqib on 4 March 2016."
    >>> result = reconcile(read_claims(Article("a1", text, publisher="Agency A")))
    >>> [row] = ged_sheet(result, policy="ged").rows
    >>> row["date_start"].isoformat(), row["where_coordinates"], row["low"], row["best"], row["high"]
    ('2016-03-04', 'Saraqib', 3, 3, 5)
    """
    codes = codebook("ged", result.lexicon)
    return Sheet("events", COLUMNS, tuple(_row(event, codes) for event in events_in(result, policy)))


def write_ged_like(result: Result, path: str | Path, *, policy: str) -> None:
    """Writes that sheet as the ending of the path says: `.csv`, `.xlsx` or `.parquet`."""
    write_sheet(ged_sheet(result, policy=policy), path)


def _row(event: Event, codes: CodebookEntry) -> TableRow:
    judgement, killed = event.judgement, event.killed
    place, when = judgement.where, judgement.when
    precision = code_for(place.radius_km if place else None, codes.radius_km)
    return {
        "id": judgement.incident.id,
        "year": when.first.year if when else None,
        "side_a": event.perpetrator,
        "side_b": event.victims,
        "number_of_sources": len(event.publishers),
        "source_article": ";".join(_cited(event)) or None,
        "where_prec": int(precision) if precision else None,
        "where_coordinates": place.name if place else None,
        "adm_1": place.admin if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "date_prec": _date_precision(when) if when else None,
        "date_start": when.first if when else None,
        "date_end": when.last if when else None,
        **_deaths(event),
        "best": killed.best,
        "high": killed.high,
        "low": killed.low,
        "best_policy": event.policy,
        "contradictions": event.contradictions,
    }


def _deaths(event: Event) -> TableRow:
    """The dead of each side; of unknown side is what the best figure leaves, blank where the sides have more."""
    civilian = event.victims == CIVILIANS
    sides = {
        "deaths_a": event.dead_of(event.perpetrator) if event.perpetrator else None,
        "deaths_b": event.dead_of(event.victims) if event.victims and not civilian else None,
        "deaths_civilians": event.dead_of(CIVILIANS),
    }
    best = event.killed.best
    rest = None if best is None else best - sum(filter(None, sides.values()))
    return {**sides, "deaths_unknown": rest if rest is not None and rest >= 0 else None}


def _cited(event: Event) -> Iterator[str]:
    """The articles as GED cites them, by day; a comma would end an outlet's name, a quotation mark the citation."""
    cited = {(day_of(claim.published), claim.publisher, claim.article) for claim in event.claims if claim.published}
    for day, outlet, article in sorted(cited):
        yield f'"{" ".join(outlet.translate(_SIGNS).split())},{day},{" ".join(article.translate(_SIGNS).split())}"'


_SIGNS = str.maketrans({",": " ", '"': "'", ";": " "})


def _date_precision(when: Window) -> int:
    days = (when.last - when.first).days + 1
    return next((code for most, code in DATE_PRECISION if days <= most), 5)
