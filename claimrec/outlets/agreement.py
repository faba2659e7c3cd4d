"""Which voices agree with which, aspect by aspect."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import Literal

import attrs

from claimrec.judging.case import Case
from claimrec.judging.dates import days_allowed
from claimrec.judging.places import NEAR_KM
from claimrec.judging.precision import is_precise
from claimrec.outlets.estimate import Estimate, share
from claimrec.outlets.witnesses import witness_of
from claimrec.records.claim import Claim

Aspect = Literal["count", "perpetrator", "day", "place", "event"]

Answer = tuple[Claim, Claim, bool]
"""Two claims that both say something about an aspect, and whether both can be right."""


@attrs.frozen
class Agreement:
    """In which share of the incidents where both say something on an aspect two voices do not contradict each other.

    `a` stands before `b` by name. Where several statements of one incident can be compared, the incident counts by the
    share of them that agree.
    """

    a: str
    b: str
    aspect: Aspect
    agree: Estimate


def agreement_of(cases: Iterable[Case]) -> tuple[Agreement, ...]:
    """The aspects on which any two voices can be compared, by their names.

    Voices are compared by what they stand for themselves: two outlets that both quote one monitor are not compared on
    its figures, nor is a voice with itself (METHOD 11, 13). Counts agree where some number satisfies both; figures of
    other people, parts of them, and figures that their origin replaced are not compared. Days agree where they share
    one, places where their rims are within 5 km, perpetrators where one can be the other or a part of it.
    """
    found: dict[tuple[str, str, Aspect], list[float]] = defaultdict(list)
    for case in cases:
        witnesses = {claim.id: witness_of(claim, case.lexicon) for claim in case.claims}
        if len(set(witnesses.values())) > 1:
            for key, answers in _answers(case, witnesses):
                found[key].append(sum(answers) / len(answers))
    return tuple(
        Agreement(a, b, aspect, share(sum(shares), len(shares))) for (a, b, aspect), shares in sorted(found.items())
    )


def _answers(case: Case, witnesses: dict[str, str]) -> Iterable[tuple[tuple[str, str, Aspect], list[bool]]]:
    told: dict[tuple[str, str, Aspect], list[bool]] = defaultdict(list)
    for aspect, compared in _ASPECTS:
        for one, other, agrees in compared(case):
            a, b = sorted((witnesses[one.id], witnesses[other.id]))
            if a != b:
                told[a, b, aspect].append(agrees)
    return told.items()


def _counts(case: Case) -> Iterator[Answer]:
    standing = {one.reference: one.claim for one in case.standing}
    for verdict in case.verdicts:
        compared = verdict.answer in ("agree", "conflict") or verdict.rule == "counts meet"
        if compared and verdict.a in standing and verdict.b in standing:
            yield standing[verdict.a], standing[verdict.b], verdict.answer != "conflict"


def _perpetrators(case: Case) -> Iterator[Answer]:
    named = [one for one in case.accounts if one.actors and one.stance != "denied"]
    for one, other in combinations(named, 2):
        yield one.claim, other.claim, case.kinship.share_an_actor(one.actors, other.actors)


def _days(case: Case) -> Iterator[Answer]:
    said = [(claim, days) for claim in case.claims if (days := days_allowed(claim))]
    for (one, days), (other, others) in combinations(said, 2):
        yield one, other, not days.gap(others)


def _places(case: Case) -> Iterator[Answer]:
    said = [(claim, claim.where.place) for claim in case.claims if claim.where and is_precise(claim.where.place)]
    for (one, here), (other, there) in combinations(said, 2):
        yield one, other, (here.gap_km(there) or 0) <= NEAR_KM


def _events(case: Case) -> Iterator[Answer]:
    said = [claim for claim in case.claims if claim.event]
    for one, other in combinations(said, 2):
        yield one, other, one.event == other.event


_ASPECTS: tuple[tuple[Aspect, Callable[[Case], Iterator[Answer]]], ...] = (
    ("count", _counts),
    ("perpetrator", _perpetrators),
    ("day", _days),
    ("place", _places),
    ("event", _events),
)
