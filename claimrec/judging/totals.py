"""Totals over a longer time: no incident that they hold has more victims (METHOD 7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimrec.judging.aggregates import lies_within
from claimrec.judging.case import Case, Clash, count_conflicts
from claimrec.judging.judgement import Conflict
from claimrec.judging.statements import Statement

TOTALS = ("operation", "cumulative")
"""Levels of claims that count over a longer time than an incident's."""


def held_by(total: Case, cases: Iterable[Case]) -> tuple[Case, ...]:
    """The incidents that a running total holds: told in one of its articles, of its victims, in its time and place."""
    if total.incident.level not in TOTALS:
        return ()
    ordered = sorted(cases, key=lambda case: case.incident.id)
    return tuple(
        case
        for case in ordered
        if case.incident.level == "incident" and any(_counted_in(one, case) for one in total.standing)
    )


def more_than_the_total(case: Case) -> Iterator[Conflict]:
    """Incidents have more victims than a total over the time and the place that they lie in.

    The smallest toll of each incident is taken. A tension only: the total may be another voice's, or older.
    """
    clashes = []
    for total in case.standing:
        parts = [min(found, key=lambda one: one.count.low) for held in case.held if (found := _counted_in(total, held))]
        low = sum(part.count.low for part in parts)
        if total.count.high is not None and low > total.count.high:
            adding = " + ".join(str(part.count.low) for part in parts) + (f" = {low}" if len(parts) > 1 else "")
            told = "; ".join(map(str, (total, *parts)))
            clashes.append(Clash((total, *parts), "tension", f"{told}: {adding}, more than {total.count} in all"))
    return count_conflicts(more_than_the_total, clashes)


def _counted_in(total: Statement, case: Case) -> list[Statement]:
    """The tolls of an incident whose people are sure to be among those of the total."""
    return [
        one
        for one in case.standing
        if one.claim.article == total.claim.article
        and one.effect == total.effect
        and one.toll.unit == total.toll.unit
        and one.claim.window
        and total.claim.window
        and case.kinship.of(one.group, total.group) in ("same", "part")
        and lies_within(one.claim, total.claim)
    ]
