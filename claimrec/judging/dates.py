"""Days that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimrec.judging.case import Case, conflict
from claimrec.judging.judgement import Conflict, Severity
from claimrec.judging.origins import voice_of
from claimrec.judging.sentences import speaker
from claimrec.records.claim import Claim, When

TOLERANCE_DAYS = 1
"""METHOD 19: a day on each side of a window that comes from relative words, when it is compared."""


def disjoint_days(case: Case) -> Iterator[Conflict]:
    """Two accounts of one incident that share no day; a single day between them is a tension only.

    Each two voices are held against each other once, in the first claims that name these days.
    """
    if case.incident.level != "incident":
        return
    for one, other in combinations(_first_claims(case), 2):
        gap = _gap(one[0], other[0])
        if gap:
            severity: Severity = "tension" if gap == 1 else "contradiction"
            because = f"{_says(*one)}; {_says(*other)}: {gap} {'day' if gap == 1 else 'days'} apart"
            yield conflict(disjoint_days, "date", severity, [one[1], other[1]], because)


def _first_claims(case: Case) -> list[tuple[When, Claim]]:
    """Every window that a voice names, with its first claim that does, in the order of the days."""
    first: dict[object, tuple[When, Claim]] = {}
    for claim in sorted(case.claims, key=lambda claim: (str(claim.published), claim.id)):
        if claim.when:
            named = voice_of(claim, case.lexicon), claim.when.window, claim.when.relative
            first.setdefault(named, (claim.when, claim))
    return sorted(first.values(), key=lambda named: (named[0].window.first, named[0].window.last))


def _gap(one: When, other: When) -> int:
    windows = [when.window.widened(TOLERANCE_DAYS) if when.relative else when.window for when in (one, other)]
    return windows[0].gap(windows[1])


def _says(when: When, claim: Claim) -> str:
    words = f" (“{when.words}”)" if when.words else ""
    return f"{speaker(claim)} says {when.window}{words}"
