"""A result as files: one JSON object for programs, one page for people."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs

from claimrec.exchange.claims import place_row, window_row
from claimrec.exchange.jsonl import line_of, write_lines
from claimrec.judging.judgement import Conflict, Judgement, Range
from claimrec.judging.result import Result
from claimrec.matching.evidence import Evidence
from claimrec.records.article import Article
from claimrec.records.claim import TollReference
from claimrec.showing.html import page

BITS_DIGITS = 2
"""Digits of bits after the point: a hundredth of a bit decides nothing."""


def write_result(result: Result, path: str | Path) -> None:
    """Writes the result as one JSON object; claims stand in it by their ids."""
    write_lines([result_line(result)], path)


def write_page(result: Result, path: str | Path, *, articles: Iterable[Article] = ()) -> None:
    """Writes the result as one HTML page; `articles`, where they are at hand, give quotations titles and links."""
    Path(path).write_text(page(result, articles), encoding="utf-8", newline="\n")


def result_line(result: Result) -> str:
    """The result as one line of JSON."""
    values = {
        "incidents": [_incident_row(judgement) for judgement in result.incidents],
        "review": [_review_row(pair) for pair in result.review],
        "unread": [_known(attrs.asdict(unread)) for unread in result.unread],
        **({"flags": [_known(attrs.asdict(flag)) for flag in result.flags]} if result.flags else {}),
        "method": {
            "version": result.method.version,
            "lexicons": list(result.method.lexicons),
            "conventions": result.method.conventions,
            "rules": list(result.method.rules),
            "thresholds": dict(result.method.thresholds),
        },
    }
    return line_of(values)


def _incident_row(judgement: Judgement) -> dict[str, Any]:
    claims = judgement.incident.claims
    said = {
        "when": judgement.when and window_row(judgement.when),
        "where": judgement.where and place_row(judgement.where),
        "event": judgement.event,
    }
    return {
        "id": judgement.incident.id,
        "level": judgement.incident.level,
        "parts": list(judgement.parts),
        "claims": [claim.id for claim in claims],
        **{key: value for key, value in said.items() if value is not None},
        "voices": {"publishers": len({claim.publisher for claim in claims}), "origins": len(judgement.voices)},
        "ranges": [_range_row(remains) for remains in judgement.ranges],
        "conflicts": [_conflict_row(conflict) for conflict in judgement.conflicts],
        "superseded": [
            {"earlier": _toll_reference(replaced.earlier), "later": _toll_reference(replaced.later)}
            for replaced in judgement.superseded
        ],
    }


def _range_row(remains: Range) -> dict[str, Any]:
    """Where the consistent tolls leave nothing, `low` and `high` are absent: null would mean open."""
    left = {} if remains.remaining is None else {"low": remains.remaining.low, "high": remains.remaining.high}
    victims = {} if remains.victims is None else {"victims": remains.victims}
    claimed = {"claimed_low": remains.claimed.low, "claimed_high": remains.claimed.high}
    return {"effect": remains.effect, **victims, **left, **claimed}


def _conflict_row(conflict: Conflict) -> dict[str, Any]:
    return {
        "kind": conflict.kind,
        "severity": conflict.severity,
        "claims": list(conflict.claims),
        "tolls": [_toll_reference(toll) for toll in conflict.tolls],
        "rule": conflict.rule,
        "because": conflict.because,
        **({"depends_on": list(conflict.depends_on)} if conflict.depends_on else {}),
    }


def _toll_reference(toll: TollReference) -> dict[str, Any]:
    return {"claim": toll.claim, "toll": toll.toll}


def _review_row(pair: Evidence) -> dict[str, Any]:
    """A veto, minus infinity, is null: JSON has no infinity."""
    bits = round(pair.bits, BITS_DIGITS) if math.isfinite(pair.bits) else None
    because = "; ".join(finding.because for finding in pair.findings if finding.bits)
    return {"a": pair.a, "b": pair.b, "bits": bits, "because": because}


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}
