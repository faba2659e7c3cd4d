"""Tolls that are impossible together although every pair of them is possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

import attrs

from claimrec.judging.case import Case, Clash, conflict, count_conflicts
from claimrec.judging.consistency import Linear, can_all_be_true
from claimrec.judging.judgement import Conflict, Severity
from claimrec.judging.rules import counts_attackers, other_place
from claimrec.judging.statements import Statement
from claimrec.judging.victims import Kinship


def impossible_together(case: Case) -> Iterator[Conflict]:
    """Tolls that cannot all be true although any two can: sums, parts and wholes of the people in them.

    Groups are added up where they are sure to be separate, and held by a whole where they are sure to lie in it. Where
    there are too many to look at all of them, a note says so.
    """
    if case.system is None:
        return
    clashes = []
    for found in case.system.impossible.sets:
        together = [one.name for one in found]
        if len(together) > 2 and not any(other_place(a, b, case.kinship) for a, b in combinations(together, 2)):
            loose = can_all_be_true([attrs.evolve(one, count=one.name.loosened) for one in found])
            repeated = {one.repeats for one in together}
            told = tuple(one for one in case.standing if one.repeats in repeated)
            clashes.append(Clash(told, "tension" if loose else "contradiction", _sentence(found)))
    yield from count_conflicts(impossible_together, clashes)
    if case.system.left_out or not case.system.impossible.complete:
        because = f"sets of tolls that cannot all be true: {len(clashes)} found, there may be more"
        yield conflict(impossible_together, "count", "note", case.standing, because)


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
    adding = f"{'; '.join(map(str, [whole, *parts]))}: {_added([part.toll.count.low for part in parts])}"
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


def _sentence(found: Sequence[Linear[Statement]]) -> str:
    """The tolls, and the sum that does not hold where one of them is the whole of the others."""
    whole = max(found, key=lambda one: len(one.unknowns))
    parts = [one for one in found if one is not whole]
    told = "; ".join(str(one.name) for one in (whole, *parts))
    people = frozenset[object]().union(*(part.unknowns for part in parts))
    separate = len(people) == sum(len(part.unknowns) for part in parts)
    lows, highs = [part.count.low for part in parts], [part.count.high for part in parts]
    if separate and people <= whole.unknowns and whole.count.high is not None and sum(lows) > whole.count.high:
        return f"{told}: {_added(lows)}, more than {whole.count}"
    if separate and people == whole.unknowns and None not in highs and sum(filter(None, highs)) < whole.count.low:
        return f"{told}: {_added([high or 0 for high in highs])}, fewer than {whole.count}"
    return f"{told}: no whole numbers satisfy all of them"


def _added(numbers: Sequence[int]) -> str:
    return f"{' + '.join(map(str, numbers))} = {sum(numbers)}"
