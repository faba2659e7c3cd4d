"""Days that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from claimrec.judging.articles import disagreements
from claimrec.judging.case import Case, conflict
from claimrec.judging.judgement import Conflict, Severity
from claimrec.judging.sentences import speaker
from claimrec.records.claim import Claim
from claimrec.values.window import Window

TOLERANCE_DAYS = 1
"""METHOD 19: a day on each side of a window that comes from relative words, when it is compared."""


def disjoint_days(case: Case) -> Iterator[Conflict]:
    """Two articles on one incident that share no day; a single day between them is a tension only.

    Within one article other days are told of other things: what came before, when somebody spoke.
    """
    if case.incident.level != "incident":
        return
    for one, other, days in disagreements(case, days_allowed, Window.gap, _words):
        earlier, later = sorted((one, other), key=_as_said)
        grave: Severity = "tension" if days == 1 else "contradiction"
        because = f"{_says(earlier)}; {_says(later)}: {days:.0f} {'day' if days == 1 else 'days'} apart"
        yield conflict(disjoint_days, "date", grave, [one, other], because)


def _as_said(claim: Claim) -> tuple[str, str]:
    return str(days_allowed(claim)), claim.id


def days_allowed(claim: Claim) -> Window | None:
    """The days that a claim allows when it is compared."""
    if claim.when is None or claim.when.window is None or claim.when.inferred:
        return None
    return claim.when.window.widened(TOLERANCE_DAYS) if claim.when.relative else claim.when.window


def _words(claim: Claim) -> str | None:
    return claim.when.words if claim.when else None


def _says(claim: Claim) -> str:
    words = f" (“{_words(claim)}”)" if _words(claim) else ""
    return f"{speaker(claim)} says {claim.when and claim.when.window}{words}"
