"""What whole articles disagree on: one finding for each two things said, not for each sentence that repeats them.

In one incident, or in many at once, where only the claims that disagree are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from itertools import combinations, product
from math import inf
from typing import TypeVar

import numpy as np

from claimrec.judging.case import Case
from claimrec.judging.claim_columns import ClaimColumns
from claimrec.judging.coded import Answers, every_two, ways
from claimrec.records.claim import Claim

Said = TypeVar("Said", bound=Hashable)


def disagreements(
    case: Case,
    said: Callable[[Claim], Said | None],
    gap: Callable[[Said, Said], float],
    words: Callable[[Claim], str | None],
) -> Iterator[tuple[Claim, Claim, float]]:
    """The claims of two articles that come nearest to each other, with their gap, where none comes to a gap of 0.

    `said` is what a claim says, or None, in its `words`. Each two things are reported once, in the first claims that
    say them: of an article in those whose own sentence has the words, where others took them from before.
    """
    numbers: dict[Said, int] = {}
    told: dict[str, list[tuple[int, Claim]]] = {}
    for claim in sorted(case.claims, key=_as_published):
        thing = said(claim)
        if thing is not None:
            told.setdefault(claim.article, []).append((numbers.setdefault(thing, len(numbers)), claim))
    if len(numbers) < 2:
        return  # as in most incidents
    different = list(numbers)
    gaps = {(one, one): 0.0 for one in range(len(different))}  # many articles say few different things
    seen: set[tuple[int, int]] = set()
    in_their_words = [
        one if len(one) < 2 else sorted(one, key=lambda pair: not _quotes(pair[1], words)) for one in told.values()
    ]
    for here, there in combinations(in_their_words, 2):
        apart = inf
        for (one, claim), (other, counterclaim) in product(here, there):
            if (one, other) not in gaps:
                gaps[one, other] = gap(different[one], different[other])
            if gaps[one, other] < apart:
                apart, two, nearest = gaps[one, other], (one, other), (claim, counterclaim)
        if apart > 0 and two not in seen:
            seen |= {two, two[::-1]}
            yield *nearest, apart


def disagreements_at_once(
    columns: ClaimColumns,
    differing: Answers,
    said: Callable[[Claim], Said | None],
    gap: Callable[[Said, Said], float],
) -> Iterator[tuple[int, Claim, Claim, float]]:
    """What `disagreements` gives, behind the place of the incident, for all in which no article tells two claims.

    Only of incidents that are `differing` is it asked what their claims say.
    """
    asked = np.flatnonzero((differing & ~columns.retold)[columns.of_claim])
    asked = asked[np.lexsort((columns.print_order[asked], columns.of_claim[asked]))]
    heard = [(claim, thing) for claim in asked.tolist() if (thing := said(columns.claims[claim])) is not None]
    things, number = ways(thing for _, thing in heard)
    claims = np.array([claim for claim, _ in heard], dtype=np.intp)
    of = columns.of_claim[claims]
    pairs = list(every_two(of))
    if not pairs:
        return
    here, there = (np.concatenate(side) for side in zip(*pairs, strict=True))
    ordered = np.lexsort((there, here))
    here, there = here[ordered], there[ordered]
    rows = of[here], number[here], number[there], claims[here], claims[there]
    gaps = {(one, one): 0.0 for one in range(len(things))}
    seen: set[tuple[int, int, int]] = set()
    for place, one, other, claim, counterclaim in zip(*(column.tolist() for column in rows), strict=True):
        if (one, other) not in gaps:
            gaps[one, other] = gap(things[one], things[other])
        if gaps[one, other] > 0 and (place, one, other) not in seen:
            seen |= {(place, one, other), (place, other, one)}
            yield place, columns.claims[claim], columns.claims[counterclaim], gaps[one, other]


def _as_published(claim: Claim) -> tuple[str, str]:
    return str(claim.published), claim.id


def _quotes(claim: Claim, words: Callable[[Claim], str | None]) -> bool:
    """Do the words stand in the sentence that the claim quotes?"""
    said = words(claim)
    return bool(said and claim.quote and said in claim.quote.text)
