"""Why two claims are, or are not, in one incident."""

from __future__ import annotations

import math

import attrs

from claimrec.errors import RuleError
from claimrec.matching.evidence import Evidence
from claimrec.matching.incidents import Matching
from claimrec.matching.pairing import are_candidates
from claimrec.records.shown import Drawn


@attrs.frozen
class Explanation(Drawn):
    """The evidence for a pair of claims, whether they ended in one incident, and what settled it."""

    evidence: Evidence
    joined: bool
    because: str


def explain(matching: Matching, a: str, b: str) -> Explanation:
    """Why the claims of ids `a` and `b` are, or are not, in one incident; an id that is not there raises RuleError."""
    table = matching.scale.table
    if a == b:
        raise RuleError(f"claim {a!r} is one with itself: expected two claims")
    for name in (a, b):
        if name not in table.row:
            raise RuleError(f"no claim {name!r} among the {len(table)} that were matched")
    rows = table.row[a], table.row[b]
    evidence = matching.scale.evidence(*rows)
    first = matching.links.first
    joined = bool(first[rows[0]] == first[rows[1]])
    return Explanation(
        evidence, joined, _reason(matching, evidence, joined=joined, candidates=are_candidates(table, *rows))
    )


def _reason(matching: Matching, evidence: Evidence, *, joined: bool, candidates: bool) -> str:
    bits, threshold = evidence.bits, matching.threshold
    if math.isinf(bits):
        overruling = evidence.findings[-1]
        return f"{overruling.comparison}: {overruling.because}"
    reached = f"{bits:+.1f} bits, where {threshold:+.1f} are needed"
    if joined:
        return reached if bits >= threshold else f"{reached}; other claims of the incident tie them together"
    if not candidates:
        return f"{reached}; never compared, as they share no place, perpetrator, victims, number or article within days"
    if bits < threshold:
        return reached
    return f"{reached}; the other claims of their incidents speak against joining"
