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
    case: Case,
    said: Callable[[Claim], Said | None],
    gap: Callable[[Said, Said], float],
    words: Callable[[Claim], str | None],
) -> Iterator[tuple[Claim, Claim, float]]:
    """The claims of two articles that come nearest to each other, with their gap, where none comes to a gap of 0.

    `said` is what a claim says, or None, in its `words`. Each two things are reported once, in the first claims that
    say them: of an article in those whose own sentence has the words, where others took them from before.
    """
    heard = [(thing, claim) for claim in case.claims if (thing := said(claim)) is not None]
    numbers: dict[Said, int] = {}
    told: dict[str, list[tuple[int, Claim]]] = defaultdict(list)
    for thing, claim in sorted(heard, key=_as_published) if len(heard) > 1 else ():
        told[claim.article].append((numbers.setdefault(thing, len(numbers)), claim))
    if len(numbers) < 2:
        return  # as in most incidents
    different = list(numbers)
    gaps: dict[tuple[int, int], float] = {}  # many articles say few different things

    def between(pair: tuple[tuple[int, Claim], tuple[int, Claim]]) -> float:
        one, other = pair[0][0], pair[1][0]
        if one == other:
            return 0
        if (one, other) not in gaps:
            gaps[one, other] = gap(different[one], different[other])
        return gaps[one, other]

    seen: set[tuple[int, int]] = set()
    in_their_words = [
        one if len(one) < 2 else sorted(one, key=lambda pair: not _quotes(pair[1], words)) for one in told.values()
    ]
    for here, there in combinations(in_their_words, 2):
        nearest = (here[0], there[0]) if len(here) == len(there) == 1 else min(product(here, there), key=between)
        (one, claim), (other, counterclaim) = nearest
        apart = between(nearest)
        if apart > 0 and (one, other) not in seen:
            seen |= {(one, other), (other, one)}
            yield claim, counterclaim, apart


def _as_published(heard: tuple[object, Claim]) -> tuple[str, str]:
    _, claim = heard
    return str(claim.published), claim.id


def _quotes(claim: Claim, words: Callable[[Claim], str | None]) -> bool:
    """Do the words stand in the sentence that the claim quotes?"""
    said = words(claim)
    return bool(said and claim.quote and said in claim.quote.text)
