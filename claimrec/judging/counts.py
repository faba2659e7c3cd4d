"""Counts that cannot both be true: two tolls, or one side's losses in two accounts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from itertools import product

from claimrec.judging.case import Case, Clash, conflict_between, count_conflicts
from claimrec.judging.judgement import Conflict
from claimrec.judging.statements import Order, Statement
from claimrec.judging.verdicts import severity
from claimrec.records.claim import Effect
from claimrec.values.count import Count, met


def contradicting_counts(case: Case) -> Iterator[Conflict]:
    """Two tolls of the same people that share no number, or a part that is larger than its whole.

    What one voice repeats in one article is one side of one conflict, with every toll that repeats it. Of a toll and
    its subset that both contradict a third only the toll is named.
    """
    return contradictions(case.conflicting)


def contradictions(conflicting: Sequence[tuple[Statement, Statement, str]]) -> Iterator[Conflict]:
    """The conflicts between two tolls each that are in conflict, as `contradicting_counts` tells them, and why."""
    articles = {one.order: one.claim.article for a, b, _ in conflicting for one in (a, b)}
    if len(set(articles.values())) == len(articles):  # nothing is repeated, and nothing is a part of something
        for a, b, because in conflicting:
            yield conflict_between(contradicting_counts, severity(a, b), a, b, because)
        return
    pairs = {(a.order, b.order) for a, b, _ in conflicting}
    clashes = [
        Clash((a, b), severity(a, b), because)
        for a, b, because in conflicting
        if not _follows(a, b, pairs) and not _follows(b, a, pairs)
    ]
    yield from count_conflicts(contradicting_counts, clashes)


def _follows(part: Statement, other: Statement, conflicting: Container[tuple[Order, Order]]) -> bool:
    """Does the toll that the part belongs to conflict with the other as well? Then the part adds nothing."""
    if part.toll.part_of is None:
        return False
    whole = part.claim.id, part.toll.part_of
    return (whole, other.order) in conflicting or (other.order, whole) in conflicting


def one_sides_losses(case: Case) -> Iterator[Conflict]:
    """One voice counts the losses of a whole side, another counts fewer, of some of its groups, as all it tells.

    The second may have counted a part, so it is a tension at most, and none where one of the two voices makes clear
    that the groups were only a part.
    """
    if len({one.group.names for one in case.standing if case.kinship.are_actors(one.group)}) < 2:
        return iter(())
    clashes = []
    for whole, told in product(case.standing, _accounts(case)):
        if not whole.is_subset and case.kinship.are_actors(whole.group):
            parts = [one for one in told if case.kinship.of(one.group, whole.group) == "part" and not one.group.noun]
            if parts and _tells_fewer(parts, told, whole, case):
                because = f"{'; '.join(map(str, parts))}; {whole}: fewer of one side, unless only a part was counted"
                clashes.append(Clash((*parts, whole), "tension", because))
    return count_conflicts(one_sides_losses, clashes)


def _accounts(case: Case) -> list[list[Statement]]:
    """What each voice tells of armed groups, article by article and effect by effect."""
    told: dict[tuple[str, str, Effect, str], list[Statement]] = defaultdict(list)
    for one in case.standing:
        if not one.is_subset and case.kinship.are_actors(one.group):
            told[one.voice, one.claim.article, one.effect, one.claim.level].append(one)
    return [told[key] for key in sorted(told)]


def _tells_fewer(parts: list[Statement], told: list[Statement], whole: Statement, case: Case) -> bool:
    first, kin = parts[0], case.kinship.of
    if first.voice == whole.voice or first.effect != whole.effect or first.claim.level != whole.claim.level:
        return False
    summed = _summed(parts)
    if summed is None or summed.high is None or whole.count.low <= summed.high:
        return False
    own_whole = [one for one in told if one not in parts and kin(one.group, whole.group) in ("same", "whole")]
    if any(one.count & summed is None for one in own_whole):
        return False
    same_part = [
        one
        for one in case.standing
        if one.voice == whole.voice and any(kin(one.group, p.group) == "same" for p in parts)
    ]
    return not same_part


def _summed(parts: list[Statement]) -> Count | None:
    """How many the groups have together; None where a group is counted in two ways that share no number."""
    by_group = met((part.group, part.count) for part in parts)
    return None if by_group is None else sum(by_group.values(), start=Count.exactly(0))
