"""Sums over incidents: which incidents an aggregate adds up, and whether the sum holds (METHOD 7).

Only incidents of its own articles are added. Those of others that lie in its days and place may be one attack told
twice and not joined, or not among those meant: in MUC-4 and GVC they went beyond 13 of 309 sums, 12 times so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice, product

from claimrec.judging.case import Case, Clash, count_conflicts
from claimrec.judging.judgement import Answer, Conflict, Verdict
from claimrec.judging.statements import Statement
from claimrec.judging.victims import Group
from claimrec.records.claim import Claim
from claimrec.values.count import Count
from claimrec.values.window import Window

MOST_READINGS = 1_000
"""Ways to choose one toll from each part that are tried; with more, the first ones in order decide."""

MOST_PARTS = 8
"""Incidents of one article that are tried as parts of a sum, in order: 247 sets of two and more."""

TOLERANCE_DAYS = 1
"""METHOD 19: a day on each side of a window that comes from relative words, when it is compared."""

CORNERS = 0.6
"""A country or province is no circle: its corners lie beyond the radius of its area, by so much of it (own)."""

Sum = tuple[Statement, tuple[Statement, ...]]
"""A toll of an aggregate, and a toll of each of its parts."""


def parts_of(aggregate: Case, cases: Iterable[Case]) -> tuple[Case, ...]:
    """The incidents that an aggregate sums: told in one of its articles, within its days and place, of its victims.

    Where all of them do not add up but some do, these are meant. Only a claim of level `aggregate` sums incidents; for
    any other case nothing comes back.
    """
    if aggregate.incident.level != "aggregate":
        return ()
    found = [
        case
        for case in sorted(cases, key=lambda case: case.incident.id)
        if case.incident.level == "incident" and any(_addends(total, case) for total in aggregate.standing)
    ][:MOST_PARTS]
    for size in range(len(found), 1, -1):
        for parts in combinations(found, size):
            if any(total.count & added(reading) for total, reading in _readings(aggregate.standing, parts)):
                return parts
    return tuple(found)


def sums(case: Case) -> list[Sum]:
    """Each toll of an aggregate with one toll from each of its parts: a choice that adds up, if one does.

    Of several the one with the fewest voices, then the first.
    """
    return list(_readings(case.standing, case.parts))


def _readings(totals: Iterable[Statement], cases: Sequence[Case]) -> Iterator[Sum]:
    for total in totals:
        choices = [options for case in cases if (options := _addends(total, case))]
        if len(choices) > 1:
            yield total, _best_reading(total, choices)


def _best_reading(total: Statement, choices: Sequence[Sequence[Statement]]) -> tuple[Statement, ...]:
    readings = list(islice(product(*choices), MOST_READINGS))
    return min(readings, key=lambda parts: (total.count & added(parts) is None, len({part.voice for part in parts})))


def sum_verdicts(case: Case) -> Iterator[Verdict]:
    """Between a sum and each of its parts: they agree where the parts add up, and can where some may be missing."""
    for total, parts in sums(case):
        summed = added(parts)
        adding = f"{total}; {'; '.join(map(str, parts))}: {_adding(parts)}"
        if total.count & summed:
            yield from _each(total, parts, "agree", f"{adding}, within {total.count}")
        elif summed.low <= total.count.low:
            yield from _each(total, parts, "compatible", f"{adding}, and more incidents may be in {total.count}")
        else:
            yield from _each(total, parts, "conflict", f"{adding}, more than {total.count}")


def _each(total: Statement, parts: Sequence[Statement], answer: Answer, because: str) -> Iterator[Verdict]:
    for part in parts:
        a, b = sorted((total.reference, part.reference))
        yield Verdict(a, b, answer, "sum of parts", because)


def sum_of_parts(case: Case) -> Iterator[Conflict]:
    """The incidents of an aggregate have more victims than the aggregate, whichever of their tolls are taken.

    A tension only: one of them may not be meant.
    """
    clashes = [
        Clash(
            (total, *parts),
            "tension",
            f"{total}; {'; '.join(map(str, parts))}: {_adding(parts)}, more than {total.count}",
        )
        for total, parts in sums(case)
        if total.count.high is not None and added(parts).low > total.count.high
    ]
    return count_conflicts(sum_of_parts, clashes)


def added(parts: Iterable[Statement]) -> Count:
    """How many the tolls count together."""
    return sum((part.count for part in parts), start=Count.exactly(0))


def _adding(parts: Sequence[Statement]) -> str:
    return f"{' + '.join(str(part.count) for part in parts)} = {added(parts)}"


def _addends(total: Statement, part: Case) -> list[Statement]:
    """The tolls of a part that can stand in the sum: of its victims and effect, from its article, the firmest first."""
    found = [
        one
        for one in part.standing
        if one.claim.article == total.claim.article
        and one.effect == total.effect
        and one.toll.unit == total.toll.unit
        and not one.is_subset
        and (total.count.high is None or one.count.low < total.count.high)  # another part has somebody too
        and (one.group == Group() or part.kinship.can_be_among(one.group, total.group))
        and lies_within(one.claim, total.claim)
    ]
    firm = [one for one in found if one.toll.hedge != "vague"] or found
    return sorted(firm, key=lambda one: (one.voice != total.voice, one.reference))


def lies_within(part: Claim, total: Claim) -> bool:
    """Can the days and the place of a part lie within those of the sum?"""
    days, all_days = _days_said(part), _days_said(total)
    if days and all_days:
        loose = any(claim.when and claim.when.relative for claim in (part, total))
        if not days.within(all_days.widened(TOLERANCE_DAYS if loose else 0)):
            return False
    if not part.where or not total.where:
        return True
    inside, around = part.where.place, total.where.place
    if inside.admin and around.admin and inside.admin != around.admin:
        return False
    return (around.gap_km(inside) or 0) <= CORNERS * (around.radius_km or 0)


def _days_said(claim: Claim) -> Window | None:
    return None if claim.when is None or claim.when.inferred else claim.when.window
