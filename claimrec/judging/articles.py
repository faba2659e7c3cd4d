"""What whole articles disagree on: one finding for each two things said, not for each sentence that repeats them.

In one incident, or in many at once, where only the claims that disagree are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import combinations, product
from math import inf
from typing import TypeVar

import numpy as np

from claimrec.judging.case import Case
from claimrec.judging.claim_columns import ClaimColumns
from claimrec.judging.coded import Codes, every_two, ways
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
    columns: ClaimColumns, said: tuple[Sequence[Said | None], Codes], gap: Callable[[Said, Said], float]
) -> Iterator[tuple[int, Claim, Claim, float]]:
    """What `disagreements` gives, behind the place of the incident, for all in which no article tells two claims.

    `said` are the different things that claims say, and the place of each claim's among them; 0 is nothing.
    """
    things, number = ways(said[0])
    saying = number[said[1]]
    says = np.array([thing is not None for thing in things], dtype=bool)[saying]
    asked = np.flatnonzero(says & ~(columns.retold | columns.over_incidents)[columns.of_claim])
    asked = asked[np.lexsort((columns.print_order[asked], columns.of_claim[asked]))]
    nothing = np.empty(0, dtype=np.intp)
    ones, others = [nothing], [nothing]
    for one, other in every_two(columns.of_claim[asked]):
        differ = saying[asked[one]] != saying[asked[other]]
        ones.append(one[differ])
        others.append(other[differ])
    here, there = np.concatenate(ones), np.concatenate(others)
    ordered = np.lexsort((there, here))
    here, there = asked[here[ordered]], asked[there[ordered]]
    rows = columns.of_claim[here], saying[here], saying[there], here, there
    gaps: dict[tuple[int, int], float] = {}
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
