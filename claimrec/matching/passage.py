"""The article comparison: whether two claims stand in one article, how near, and whether it tells them apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import attrs
import numpy as np

from claimrec.lexicon.loader import Lexicon
from claimrec.matching.columns import UNSAID, BoolArray, Column, IntArray
from claimrec.matching.comparison import Comparison, Grade, Likeness
from claimrec.matching.day import Days, day, days_of
from claimrec.matching.place import place
from claimrec.matching.spots import Spot, spot_of
from claimrec.matching.weights import shipped_weights
from claimrec.records.claim import Claim

PASSAGE = 400
"""Characters between two quotes of one passage: two or three sentences (own)."""


@attrs.frozen
class Passage:
    """Where a claim stands, and the days and the place that it is told with; a row has no field, and starts at its line."""

    article: str
    field: str | None = None
    start: int = 0
    end: int = 0
    days: Days | None = None
    spot: Spot | None = None


def passage_of(claim: Claim, lexicon: Lexicon) -> Passage:
    """Where a claim stands, and what it is told with."""
    told = days_of(claim), spot_of(claim, lexicon)
    if claim.quote is None or claim.row is not None:
        line = claim.row.line if claim.row else 0
        return Passage(claim.article, None, line, line, *told)
    return Passage(claim.article, claim.quote.field, claim.quote.start, claim.quote.end, *told)


def _likeness(a: Passage, b: Passage) -> Likeness:
    """Do both stand in one article?

    An article mostly speaks of one incident, and repeats it, unless it gives other days or another place. Two rows of
    one report are two incidents.
    """
    articles = " and ".join(sorted({a.article, b.article}))
    return Likeness(
        article.graded(a, b), f"both article {articles}" if a.article == b.article else f"articles {articles}"
    )


def _many(keys: Sequence[Passage]) -> Grade:
    articles = Column.of(passage.article for passage in keys).codes
    fields = Column.of(passage.field for passage in keys).codes
    start, end = (np.array([getattr(passage, side) for passage in keys], dtype=np.int64) for side in ("start", "end"))
    days = Column.of(passage.days for passage in keys)
    spots = Column.of(passage.spot for passage in keys)
    other_day = _told_apart(day, days, first="next day", last="further apart")
    other_place = _told_apart(place, spots, first="near", last="far apart")
    rank = article.ranks

    def grade(a: IntArray, b: IntArray) -> IntArray:
        gap = np.maximum(start[b] - end[a], start[a] - end[b])
        near = fields[a] == fields[b]
        apart = np.zeros(len(a), dtype=bool)
        same = np.flatnonzero(articles[a] == articles[b])
        apart[same] = other_day(a[same], b[same]) | other_place(a[same], b[same])
        levels = {
            "another article": articles[a] != articles[b],
            "rows of one report": (fields[a] < 0) & (fields[b] < 0) & (a != b),
            "told apart": apart,
            "same sentence": near & (gap < 0),
            "same passage": near & (gap <= PASSAGE),
        }
        return np.select(list(levels.values()), [rank[level] for level in levels], rank["same article"])

    return grade


def _told_apart(
    comparison: Comparison[Any], column: Column[Any], *, first: str, last: str
) -> Callable[[IntArray, IntArray], BoolArray]:
    """Do pairs fall into one of a comparison's levels from `first` to `last`?"""
    grade = comparison.grade(column.values)

    def apart(a: IntArray, b: IntArray) -> BoolArray:
        left, right = column.codes[a], column.codes[b]
        said = (left != UNSAID) & (right != UNSAID)
        ranks = np.zeros(len(a), dtype=np.int64)
        if said.any():
            ranks[said] = grade(left[said], right[said])
        return np.asarray((ranks >= comparison.rank(first)) & (ranks <= comparison.rank(last)))

    return apart


article: Comparison[Passage] = Comparison("article", shipped_weights()["article"], "article", _likeness, many=_many)
