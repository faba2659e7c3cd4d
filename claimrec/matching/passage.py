"""The article comparison: whether two claims stand in one article, and how near."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np

from claimrec.matching.columns import Column, IntArray
from claimrec.matching.comparison import Comparison, Grade, Likeness
from claimrec.matching.weights import shipped_weights
from claimrec.records.claim import Claim

PASSAGE = 400
"""Characters between two quotes of one passage: two or three sentences (own)."""


@attrs.frozen
class Passage:
    """Where a claim stands: the article, and its quote in it; a row of a table has no field, and starts at its line."""

    article: str
    field: str | None = None
    start: int = 0
    end: int = 0


def passage_of(claim: Claim) -> Passage:
    """Where a claim stands."""
    if claim.quote is None or claim.row is not None:
        line = claim.row.line if claim.row else 0
        return Passage(claim.article, None, line, line)
    return Passage(claim.article, claim.quote.field, claim.quote.start, claim.quote.end)


def _likeness(a: Passage, b: Passage) -> Likeness:
    """Do both stand in one article?

    An article mostly speaks of one incident, and repeats it; two rows of one report are two incidents.
    """
    articles = " and ".join(sorted({a.article, b.article}))
    return Likeness(
        article.graded(a, b), f"both article {articles}" if a.article == b.article else f"articles {articles}"
    )


def _many(keys: Sequence[Passage]) -> Grade:
    articles = Column.of(passage.article for passage in keys).codes
    fields = Column.of(passage.field for passage in keys).codes
    start, end = (np.array([getattr(passage, side) for passage in keys], dtype=np.int64) for side in ("start", "end"))
    rank = article.ranks

    def grade(a: IntArray, b: IntArray) -> IntArray:
        same = articles[a] == articles[b]
        gap = np.maximum(start[b] - end[a], start[a] - end[b])
        near = fields[a] == fields[b]
        levels = {
            "another article": ~same,
            "rows of one report": (fields[a] < 0) & (fields[b] < 0) & (a != b),
            "same sentence": near & (gap < 0),
            "same passage": near & (gap <= PASSAGE),
        }
        return np.select(list(levels.values()), [rank[level] for level in levels], rank["same article"])

    return grade


article: Comparison[Passage] = Comparison("article", shipped_weights()["article"], "article", _likeness, many=_many)
