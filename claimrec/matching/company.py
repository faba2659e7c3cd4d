"""The company comparison: among how many articles of those days the two are that tell two claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

import attrs
import numpy as np

from claimrec.lexicon.loader import Lexicon
from claimrec.matching.article import OTHER_DAYS, OTHER_PLACES, ToldApart, telling_of
from claimrec.matching.columns import Column, IntArray
from claimrec.matching.comparison import Comparison, Grade, Likeness
from claimrec.matching.day import Days, day
from claimrec.matching.evidence import NOT_SAID
from claimrec.matching.facts import Ranks
from claimrec.matching.place import place
from claimrec.matching.spots import Spot
from claimrec.matching.weights import shipped_weights
from claimrec.records.article import day_of
from claimrec.records.claim import Claim

THOSE_DAYS = 3
"""Days before and after an article's publication on which others are published that may tell of the same (own)."""
LIMITS = {"among four articles": 4, "among eight": 8, "among sixteen": 16, "among thirty-two": 32}
"""How many articles of those days, the two included, there are at most."""
OTHER_NEWS = (*OTHER_DAYS, "days in common, loosely dated")
"""Levels of days that are two; "in July", beside what happened on Wednesday, is mostly looked back at."""
KNOWN_APART = tuple(level for level in OTHER_PLACES if level != "another name")
"""Levels of places that are two as far as is known; of two names that no list has, one may be the other's quarter."""


@attrs.frozen
class ArticlesByDay:
    """How many articles were published on each day, by ordinal; under None how many give none."""

    of: Mapping[int | None, int] = MappingProxyType({})

    @classmethod
    def in_claims(cls, claims: Iterable[Claim]) -> ArticlesByDay:
        """Those of the articles of these claims."""
        told = {(claim.article, claim.published) for claim in claims if claim.row is None}
        return cls(MappingProxyType(Counter(_ordinal(published) for _, published in told)))

    def near(self, day: int | None) -> int:
        """How many were published about a day; what gives none may have been, and so may any if the day is not known.

        >>> ArticlesByDay({738000: 2, 738003: 1, 738009: 4, None: 1}).near(738001)
        4
        """
        if day is None:
            return sum(self.of.values())
        days = (*range(day - THOSE_DAYS, day + THOSE_DAYS + 1), None)
        return sum(self.of.get(one, 0) for one in days)


@attrs.frozen
class Company:
    """An article, how many were published about its day, and the day and place that a claim of it gives."""

    article: str
    articles: int
    days: Days | None
    spot: Spot | None


def company_of(claim: Claim, lexicon: Lexicon, published: ArticlesByDay) -> Company | None:
    """The company of a claim's article; None for a row of a table."""
    if claim.row is not None:
        return None
    told = telling_of(claim, lexicon)
    return Company(claim.article, published.near(_ordinal(claim.published)), told.days, told.spot)


def _ordinal(published: date | None) -> int | None:
    day = day_of(published)
    return None if day is None else day.toordinal()


def _likeness(a: Company, b: Company) -> Likeness:
    """Among how few articles of those days are the two?

    Of four articles that somebody collected from one week, two are of one incident more often than of four hundred: the
    prior is that of a large collection. That says nothing where they give two days, or two places that are known apart.
    """
    level = company.graded(a, b)
    many = f"of {max(a.articles, b.articles):,} articles of those days"
    return Likeness(level, f"{many}: too many, one article, or another day or place" if level == NOT_SAID else many)


def _many(keys: Iterable[Company]) -> Grade:
    given = list(keys)
    article = Column.of(of.article for of in given).codes
    articles = np.array([of.articles for of in given], dtype=np.int64)
    rank = np.array([*map(company.rank, (*LIMITS, NOT_SAID))], dtype=np.int8)
    limits = list(LIMITS.values())
    by_day = ToldApart(day, Column.of(of.days for of in given), OTHER_NEWS)
    by_place = ToldApart(place, Column.of(of.spot for of in given), KNOWN_APART)

    def grade(a: IntArray, b: IntArray) -> Ranks:
        ranks = rank[np.searchsorted(limits, np.maximum(articles[a], articles[b]))]
        at = np.flatnonzero((ranks > 0) & (article[a] != article[b]))
        apart = by_day(a[at], b[at])[0] | by_place(a[at], b[at])[0]
        found = np.zeros(len(a), dtype=np.int8)
        found[at[~apart]] = ranks[at[~apart]]
        return found

    return grade


company: Comparison[Company] = Comparison("company", shipped_weights()["company"], "company", _likeness, many=_many)
