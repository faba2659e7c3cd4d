"""What whole articles disagree on: one finding for each two things said, not for each sentence that repeats them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from itertools import combinations, product
from typing import TypeVar

from claimrec.judging.case import Case
from claimrec.records.claim import Claim

Said = TypeVar("Said", bound=Hashable)


def disagreements(
    case: Case, said: Callable[[Claim], Said | None], gap: Callable[[Said, Said], float]
) -> Iterator[tuple[Claim, Claim, float]]:
    """The claims of two articles that come nearest to each other, with their gap, where none comes to a gap of 0.

    `said` is what a claim says, or None. Each two things are reported once, in the first claims that say them.
    """
    told: dict[str, list[tuple[Said, Claim]]] = defaultdict(list)
    for claim in sorted(case.claims, key=lambda claim: (str(claim.published), claim.id)):
        something = said(claim)
        if something is not None:
            told[claim.article].append((something, claim))
    seen: set[frozenset[Said]] = set()
    for here, there in combinations(told.values(), 2):
        (one, claim), (other, counterclaim) = min(product(here, there), key=lambda pair: gap(pair[0][0], pair[1][0]))
        apart = gap(one, other)
        if apart > 0 and frozenset((one, other)) not in seen:
            seen.add(frozenset((one, other)))
            yield claim, counterclaim, apart
