"""A result as rows with columns of settled names, for spreadsheets and whatever else holds tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from claimrec.judging.judgement import Judgement
from claimrec.judging.result import Result
from claimrec.records.article import Quote, day_of
from claimrec.records.claim import Claim
from claimrec.values.place import Place
from claimrec.values.window import Window

Cell = str | int | float | date | None
"""None where nothing was said."""
TableRow = Mapping[str, Cell]

BETWEEN = " "
"""Stands between the ids of a list; no id holds it."""


def incident_rows(result: Result) -> Iterator[TableRow]:
    """One row for each incident, in order of days."""
    for judgement in result.incidents:
        incident = judgement.incident
        gravest = [conflict.severity for conflict in judgement.conflicts]
        yield {
            "incident": incident.id,
            "level": incident.level,
            **_days(judgement.when),
            **_place(judgement.where),
            "event": judgement.event,
            "claims": len(incident.claims),
            "publishers": len({claim.publisher for claim in incident.claims}),
            "origins": len(judgement.voices),
            "contradictions": gravest.count("contradiction"),
            "tensions": gravest.count("tension"),
            "parts": BETWEEN.join(judgement.parts) or None,
        }


def range_rows(result: Result) -> Iterator[TableRow]:
    """One row for each effect and group that an incident counts: what remains, and the widest that is claimed.

    Both ends of `remaining` are empty where the tolls leave nothing; a `high` end alone is empty where it is open.
    """
    for judgement in result.incidents:
        for one in judgement.ranges:
            yield {
                "incident": judgement.incident.id,
                "effect": one.effect,
                "victims": one.victims,
                "remaining_low": one.remaining.low if one.remaining else None,
                "remaining_high": one.remaining.high if one.remaining else None,
                "claimed_low": one.claimed.low,
                "claimed_high": one.claimed.high,
            }


def claim_rows(told: Result | Iterable[Claim], *, quotes: bool = True) -> Iterator[TableRow]:
    """One row for each claim, without an incident where none were looked for; no words of any text without `quotes`."""
    for incident, claim in _claims_in(told):
        doer = claim.perpetrator
        yield {
            "claim": claim.id,
            "incident": incident,
            "article": claim.article,
            "published": day_of(claim.published),
            "publisher": claim.publisher,
            "origin": claim.origin,
            "chain": " < ".join(reversed(claim.voices)),
            **_days(claim.window),
            **_place(claim.where.place if claim.where else None),
            "event": claim.event,
            "perpetrator": doer.actor if doer else None,
            "stance": doer.stance if doer else None,
            "level": claim.level,
            "file": claim.row.file if claim.row else None,
            "line": claim.row.line if claim.row else None,
            **(
                {
                    "when_words": claim.when.words if claim.when else None,
                    "place_words": claim.where.words if claim.where else None,
                    "perpetrator_words": doer.words if doer else None,
                    **_quote(claim.quote),
                }
                if quotes
                else {}
            ),
        }


def toll_rows(told: Result | Iterable[Claim], *, quotes: bool = True) -> Iterator[TableRow]:
    """One row for each figure of each claim; an empty `high` is open. Without `quotes` no words of any text."""
    for incident, claim in _claims_in(told):
        for place, toll in enumerate(claim.tolls):
            yield {
                "claim": claim.id,
                "toll": place,
                "incident": incident,
                "publisher": claim.publisher,
                "origin": claim.origin,
                "effect": toll.effect,
                "victims": toll.victims,
                "low": toll.count.low,
                "high": toll.count.high,
                "hedge": toll.hedge,
                "unit": toll.unit,
                "part_of": toll.part_of,
                **({"victims_words": toll.victims_words, **_quote(toll.quote)} if quotes else {}),
            }


def conflict_rows(result: Result, *, quotes: bool = True) -> Iterator[TableRow]:
    """One row for each conflict; its sentence quotes the claims, so without `quotes` there is none."""
    for judgement in result.incidents:
        for conflict in judgement.conflicts:
            yield {
                "incident": judgement.incident.id,
                "kind": conflict.kind,
                "severity": conflict.severity,
                "rule": conflict.rule,
                "claims": BETWEEN.join(conflict.claims),
                "tolls": BETWEEN.join(f"{one.claim}:{one.toll}" for one in conflict.tolls) or None,
                "depends_on": BETWEEN.join(conflict.depends_on) or None,
                **({"because": conflict.because} if quotes else {}),
            }


def pair_rows(whole: Result | Judgement) -> Iterator[TableRow]:
    """One row for each pair to review of a result, or for each that ties the claims of one incident together."""
    incidents: Iterable[Judgement]
    if isinstance(whole, Result):
        incidents, pairs = whole.incidents, tuple(whole.review)
    else:
        incidents, pairs = [whole], whole.incident.evidence
    claims = {claim.id: (one.incident.id, claim) for one in incidents for claim in one.incident.claims}
    for pair in pairs:
        (here, a), (there, b) = claims[pair.a], claims[pair.b]
        yield {
            "a": pair.a,
            "b": pair.b,
            "a_publisher": a.publisher,
            "b_publisher": b.publisher,
            "bits": pair.bits,
            "outcome": "joined" if here == there else "kept apart",
            "because": "; ".join(finding.because for finding in pair.findings if finding.bits),
        }


def _claims_in(told: Result | Iterable[Claim]) -> Iterator[tuple[str | None, Claim]]:
    if isinstance(told, Result):
        return ((judged.incident.id, claim) for judged in told.incidents for claim in judged.incident.claims)
    return ((None, claim) for claim in told)


def _days(window: Window | None) -> TableRow:
    first, last = (window.first, window.last) if window else (None, None)
    return {"first_day": first, "last_day": last}


def _place(place: Place | None) -> TableRow:
    columns = ("name", "admin", "lat", "lon", "radius_km")
    cells = {column: getattr(place, column) if place else None for column in columns}
    return {"place": cells.pop("name"), **cells}


def _quote(quote: Quote | None) -> TableRow:
    text, field, start, end = (quote.text, quote.field, quote.start, quote.end) if quote else (None,) * 4
    return {"quote": text, "field": field, "start": start, "end": end}
