"""Who takes from whom: outlets that cite each other, and words that are nearly the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations, pairwise
from typing import Literal

import attrs
from rapidfuzz import fuzz

from claimrec.judging.case import Case
from claimrec.outlets.estimate import Estimate, share
from claimrec.outlets.witnesses import named_chain, outlet_of
from claimrec.records.article import day_of

ALIKE = 90
"""Quotes are near-identical from this share of equal letters on, in percent (own)."""

SHORTEST = 40
"""Letters of a quote that is compared: shorter ones ("three people were killed") are alike by chance (own)."""

Link = Literal["cites", "same words", "same words, same day"]


@attrs.frozen
class Taking:
    """How often `taker` has what it prints from `source`, as a share of the incidents that `taker` reports.

    With "same words" a quote of the taker is nearly that of an earlier article of the source, which it does not cite;
    with "same words, same day" it is not known who was first, and `taker` stands before `source` by name.
    """

    taker: str
    source: str
    link: Link
    share: Estimate


def independence_of(cases: Iterable[Case]) -> tuple[Taking, ...]:
    """The arrows of the graph of who takes from whom; a chain of citations is one arrow for each of its steps.

    Sources without a name ("a military source") are nobody that others could take from as well.
    """
    reported: dict[str, int] = defaultdict(int)
    taken: dict[tuple[str, str, Link], int] = defaultdict(int)
    for case in cases:
        citing = set(_citations(case))
        cited = {frozenset((taker, source)) for taker, source, _ in citing}
        copied = {one for one in _same_words(case) if frozenset(one[:2]) not in cited}
        for outlet in {outlet_of(claim, case.lexicon) for claim in case.claims} | {taker for taker, _, _ in citing}:
            reported[outlet] += 1
        for link in citing | copied:
            taken[link] += 1
    rows = [Taking(*link, share(incidents, reported[link[0]])) for link, incidents in taken.items()]
    return tuple(sorted(rows, key=lambda row: (row.taker, -(row.share.best or 0), row.source, row.link)))


def _citations(case: Case) -> Iterator[tuple[str, str, Link]]:
    for claim in case.claims:
        for taker, source in pairwise(named_chain(claim, case.lexicon)):
            if taker != source:
                yield taker, source, "cites"


def _same_words(case: Case) -> Iterator[tuple[str, str, Link]]:
    told = {
        (outlet_of(claim, case.lexicon), " ".join(claim.quote.text.lower().split()), day_of(claim.published))
        for claim in case.claims
        if claim.quote and len(claim.quote.text) >= SHORTEST
    }
    ordered = sorted(told, key=lambda one: (one[0], one[1], str(one[2])))
    for (one, words, day), (other, others, later) in combinations(ordered, 2):
        if one != other and fuzz.ratio(words, others, score_cutoff=ALIKE):
            yield _taking(one, day, other, later)


def _taking(one: str, day: date | None, other: str, later: date | None) -> tuple[str, str, Link]:
    if day is None or later is None or day == later:
        return one, other, "same words, same day"
    return (other, one, "same words") if day < later else (one, other, "same words")
