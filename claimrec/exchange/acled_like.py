"""Incidents as a table of events with ACLED's columns, for programs that read those."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType

from claimrec.exchange.events import Event, code_for, events_in
from claimrec.exchange.rows import codebook
from claimrec.exchange.sheets import write_sheet
from claimrec.judging.result import Result
from claimrec.judging.victims import CIVILIANS
from claimrec.lexicon.entries import CodebookEntry
from claimrec.showing.columns import Columns, Sheet
from claimrec.showing.rows import TableRow

COLUMNS: Columns = MappingProxyType(
    {
        "event_id_cnty": "text", "event_date": "day", "year": "whole", "time_precision": "whole",
        "event_type": "text", "sub_event_type": "text", "actor1": "text", "actor2": "text", "admin1": "text",
        "location": "text", "latitude": "number", "longitude": "number", "geo_precision": "whole", "source": "text",
        "notes": "text", "fatalities": "whole", "fatalities_low": "whole", "fatalities_high": "whole",
        "fatalities_policy": "text", "contradictions": "whole",
    }
)  # fmt: skip
"""ACLED's own, and behind `fatalities` what it has no column for."""


def acled_sheet(result: Result, *, policy: str) -> Sheet:
    """One row for each incident, with the columns of an ACLED export that claims can fill.

    `fatalities` is the figure of the `policy` that you name (see `best_estimate`), `fatalities_low` and
    `fatalities_high` the lowest and the highest that any voice puts forward. All three are blank where nobody counts
    the dead, and `fatalities` where the policy names no single figure: a blank is no zero.

    >>> from claimrec import Article, read_claims, reconcile
    >>> text = "Three soldiers were killed in Saraqib on 4 March 2016."
    >>> result = reconcile(read_claims(Article("a1", text, publisher="Agency A")))
    >>> [row] = acled_sheet(result, policy="acled_conservative").rows
    >>> row["event_date"].isoformat(), row["location"], row["fatalities"], row["source"]
    ('2016-03-04', 'Saraqib', 3, 'Agency A')
    """
    codes = codebook("acled", result.lexicon)
    return Sheet("events", COLUMNS, tuple(_row(event, codes) for event in events_in(result, policy)))


def write_acled_like(result: Result, path: str | Path, *, policy: str) -> None:
    """Writes that sheet as the ending of the path says: `.csv`, `.xlsx` or `.parquet`."""
    write_sheet(acled_sheet(result, policy=policy), path)


def _row(event: Event, codes: CodebookEntry) -> TableRow:
    judgement, killed = event.judgement, event.killed
    place = judgement.where
    type_, sub_type = codes.written.get(judgement.event or "", (None, None))
    precision = code_for(place.radius_km if place else None, codes.radius_km)
    return {
        "event_id_cnty": judgement.incident.id,
        **_days(event, codes.margin_days),
        "event_type": type_,
        "sub_event_type": sub_type,
        "actor1": event.perpetrator,
        "actor2": event.victims.capitalize() if event.victims == CIVILIANS else event.victims,
        "admin1": place.admin if place else None,
        "location": place.name if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "geo_precision": int(precision) if precision else None,
        "source": "; ".join(event.publishers),
        "notes": killed.because,
        "fatalities": killed.best,
        "fatalities_low": killed.low,
        "fatalities_high": killed.high,
        "fatalities_policy": event.policy,
        "contradictions": event.contradictions,
    }


def _days(event: Event, margins: Mapping[str, int]) -> TableRow:
    """The day in the middle of the window, and how far it may be out."""
    window = event.judgement.when
    if window is None:
        return {"event_date": None, "year": None, "time_precision": None}
    half = (window.last - window.first).days // 2
    day = window.first + timedelta(days=half)
    code = code_for((window.last - day).days, margins)
    return {"event_date": day, "year": day.year, "time_precision": int(code) if code else None}
