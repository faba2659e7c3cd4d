"""Tolls that are impossible together although every pair of them is possible."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import product

import attrs

from claimrec.judging.case import Case, Clash, count_conflicts
from claimrec.judging.consistency import Linear, impossible_sums
from claimrec.judging.judgement import Conflict, Severity
from claimrec.judging.statements import Statement
from claimrec.judging.verdicts import counts_attackers
from claimrec.judging.victims import Group, Kinship
from claimrec.records.claim import Effect

ADDENDS: dict[Effect, tuple[Effect, ...]] = {"killed_or_wounded": ("killed", "wounded")}
"""What a combined effect adds up (METHOD 5); every other effect is its own."""


def impossible_together(case: Case) -> Iterator[Conflict]:
    """Tolls that cannot all be true: killed and wounded against a combined figure, groups against their whole.

    Groups are added up where they are sure to be separate: sides and civilians, whoever counts them.
    """
    counted = [one for one in case.standing if one.toll.unit == "person" and one.claim.level == "incident"]
    clashes = []
    for together in _impossible(counted, case.kinship):
        loose = [attrs.evolve(one, count=one.loosened) for one in together]
        severity: Severity = "contradiction" if any(_impossible(loose, case.kinship)) else "tension"
        clashes.append(Clash(tuple(together), severity, _sentence(together)))
    return count_conflicts(impossible_together, clashes)


def _impossible(statements: Sequence[Statement], kinship: Kinship) -> Iterator[list[Statement]]:
    """Sets of statements that no numbers satisfy, each with the whole first."""
    groups = sorted({one.group for one in statements}, key=str)
    people = {group: _people(group, groups, kinship) for group in groups}
    linear = [
        Linear(one, frozenset((effect, some) for effect in _effects(one) for some in people[one.group]), one.count)
        for one in statements
    ]
    return ([one.name for one in found] for found in impossible_sums(linear))


def _effects(statement: Statement) -> tuple[Effect, ...]:
    return ADDENDS.get(statement.effect, (statement.effect,))


def _people(group: Group, groups: Sequence[Group], kinship: Kinship) -> frozenset[Hashable]:
    """The unknowns that a group is made of: itself, every group inside it, and whom these may share with others.

    Everybody is one unknown: who counts "people" often leaves out the losses of those who attacked.
    """
    if group == Group():
        return frozenset({group})
    inside = [other for other in groups if other == group or kinship.of(other, group) in ("same", "part")]
    return frozenset(inside) | {
        frozenset((one, other)) for one in inside for other in groups if kinship.of(one, other) == "unclear"
    }


def list_against_whole(case: Case) -> Iterator[Conflict]:
    """A claim lists separate people who add up to more than a toll that holds them all.

    Or to exactly ten beside "more than ten" in the same article: the list leaves nobody over.
    """
    lists = [[case.statement[reference] for reference in references] for references in case.lists]
    clashes = [
        clash
        for whole, parts in product(case.standing, lists)
        if whole.effect == parts[0].effect and whole not in parts and _holds(whole, parts, case.kinship)
        for clash in _against(whole, parts)
    ]
    return count_conflicts(list_against_whole, clashes)


def _holds(whole: Statement, parts: Sequence[Statement], kinship: Kinship) -> bool:
    return (
        whole.claim.level == parts[0].claim.level
        and whole.toll.unit == "person"
        and all(part.toll.unit == "person" for part in parts)
        and all(
            kinship.of(part.group, whole.group) in ("part", "same") and not counts_attackers(part, whole, kinship)
            for part in parts
        )
    )


def _against(whole: Statement, parts: Sequence[Statement]) -> Iterator[Clash]:
    low = sum(part.toll.count.low for part in parts)
    adding = f"{'; '.join(map(str, [whole, *parts]))}: {' + '.join(str(part.toll.count.low) for part in parts)} = {low}"
    if whole.count.high is not None and low > whole.count.high:
        loose = sum(part.loosened.low for part in parts) <= (whole.loosened.high or 0)
        severity: Severity = "tension" if loose else "contradiction"
        yield Clash((whole, *parts), severity, f"{adding}, more than {whole.count}")
    elif (
        whole.toll.hedge == "more_than"
        and whole.figure == low
        and whole.claim.article == parts[0].claim.article
        and all(part.toll.count.is_exact for part in parts)
    ):
        yield Clash((whole, *parts), "tension", f"{adding}, and not more")


def _sentence(together: Sequence[Statement]) -> str:
    whole, *parts = together
    told = "; ".join(map(str, together))
    if whole.count.high is not None and sum(part.count.low for part in parts) > whole.count.high:
        low = sum(part.count.low for part in parts)
        return f"{told}: {' + '.join(str(part.count.low) for part in parts)} = {low}, more than {whole.count}"
    high = sum(part.count.high or 0 for part in parts)
    return f"{told}: {' + '.join(str(part.count.high) for part in parts)} = {high}, fewer than {whole.count}"
