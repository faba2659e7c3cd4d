"""Days that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from claimrec.judging.articles import disagreements, disagreements_at_once
from claimrec.judging.case import Case, conflict
from claimrec.judging.claim_columns import ClaimColumns
from claimrec.judging.judgement import Conflict, Severity
from claimrec.judging.sentences import speaker
from claimrec.records.claim import Claim, When
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
        yield _apart(one, other, days)


def disjoint_days_at_once(columns: ClaimColumns) -> Iterator[tuple[int, Conflict]]:
    """What `disjoint_days` finds in all incidents in which no article tells two claims, behind the incident's place."""
    whens, when = columns.days
    for at, one, other, days in disagreements_at_once(columns, ([*map(_allowed, whens)], when), Window.gap):
        yield at, _apart(one, other, days)


def _apart(one: Claim, other: Claim, days: float) -> Conflict:
    earlier, later = sorted((one, other), key=lambda claim: str(claim.window))
    grave: Severity = "tension" if days == 1 else "contradiction"
    because = f"{_says(earlier)}; {_says(later)}: {days:.0f} {'day' if days == 1 else 'days'} apart"
    return conflict(disjoint_days, "date", grave, [one, other], because)


def days_allowed(claim: Claim) -> Window | None:
    """The days that a claim allows when it is compared."""
    return _allowed(claim.when)


def _allowed(when: When | None) -> Window | None:
    if when is None or when.window is None or when.inferred:
        return None
    return when.window.widened(TOLERANCE_DAYS) if when.relative else when.window


def _words(claim: Claim) -> str | None:
    return claim.when.words if claim.when else None


def _says(claim: Claim) -> str:
    words = f" (“{_words(claim)}”)" if _words(claim) else ""
    return f"{speaker(claim)} says {claim.when and claim.when.window}{words}"
