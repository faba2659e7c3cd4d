"""The comparisons within an article: whether it tells two claims apart, how near they stand, who counts in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

import attrs
import numpy as np

from claimrec.lexicon.loader import Lexicon
from claimrec.matching.columns import UNSAID, BoolArray, Column, IntArray
from claimrec.matching.comparison import Comparison, Grade, Likeness
from claimrec.matching.day import Days, day, days_of
from claimrec.matching.evidence import NOT_SAID
from claimrec.matching.facts import Ranks
from claimrec.matching.place import place
from claimrec.matching.settling import spot_of
from claimrec.matching.spots import Spot
from claimrec.matching.weights import shipped_weights
from claimrec.records.claim import Claim

BREATH = 400
"""Characters between two quotes of one passage: two or three sentences (own)."""
OTHER_DAYS = ("next day", "within a week", "further apart")
OTHER_PLACES = ("near", "same governorate", "another name", "elsewhere", "far apart")
"""Levels by which an article tells two claims apart."""


@attrs.frozen
class Telling:
    """Where a claim is told, and with what day and place; a row of a table has no field, and starts at its line."""

    article: str
    field: str | None
    start: int
    end: int
    days: Days | None
    spot: Spot | None


def telling_of(claim: Claim, lexicon: Lexicon) -> Telling:
    """Where a claim is told, and with what."""
    days = days_of(claim, lexicon)
    said = days if days and days.said else None
    if claim.quote is None or claim.row is not None:
        line = claim.row.line if claim.row else 0
        return Telling(claim.article, None, line, line, said, spot_of(claim, lexicon))
    quote = claim.quote
    return Telling(claim.article, quote.field, quote.start, quote.end, said, spot_of(claim, lexicon))


@attrs.frozen(eq=False)
class Tellings:
    """Many tellings as arrays; a field of -1 is a row of a table."""

    articles: tuple[str, ...]
    fields: tuple[str, ...]
    article: IntArray
    field: IntArray
    start: IntArray
    end: IntArray
    days: Column[Days]
    spots: Column[Spot]

    @classmethod
    def of(cls, tellings: Iterable[Telling]) -> Tellings:
        """These tellings, in their order."""
        if isinstance(tellings, Tellings):
            return tellings
        given = list(tellings)
        articles, fields = (Column.of(getattr(telling, of) for telling in given) for of in ("article", "field"))
        start, end = (np.array([getattr(telling, of) for telling in given], dtype=np.int64) for of in ("start", "end"))
        days, spots = (Column.of(getattr(telling, of) for telling in given) for of in ("days", "spot"))
        return cls(tuple(articles.values), tuple(fields.values), articles.codes, fields.codes, start, end, days, spots)

    def __add__(self, others: Tellings) -> Tellings:
        """These tellings, then the others; an article is one and the same in both."""
        articles, article = _named_alike(self.articles, others.articles)
        fields, field = _named_alike(self.fields, others.fields)
        return Tellings(
            articles,
            fields,
            np.concatenate([self.article, article[others.article]]),
            np.concatenate([self.field, field[others.field]]),
            np.concatenate([self.start, others.start]),
            np.concatenate([self.end, others.end]),
            self.days + others.days,
            self.spots + others.spots,
        )

    def __len__(self) -> int:
        return len(self.article)

    def __getitem__(self, place: int) -> Telling:
        return Telling(
            self.articles[self.article[place]],
            None if self.field[place] == UNSAID else self.fields[self.field[place]],
            int(self.start[place]),
            int(self.end[place]),
            self.days.key(place),
            self.spots.key(place),
        )

    def __iter__(self) -> Iterator[Telling]:
        return map(self.__getitem__, range(len(self)))


def _named_alike(names: tuple[str, ...], others: tuple[str, ...]) -> tuple[tuple[str, ...], IntArray]:
    """All names, each once, and where each of the others stands among them; that of none stands last."""
    known = {name: place for place, name in enumerate(names)}
    codes = [known.setdefault(name, len(known)) for name in others]
    return tuple(known), np.array([*codes, UNSAID], dtype=np.int64)


def _article_likeness(a: Telling, b: Telling) -> Likeness:
    """Does one article tell both, and does it tell them apart?

    An article mostly speaks of one incident, so what it leaves open counts as told. In return the same day and place
    weigh less than in two articles: they are often carried over from the sentence before. Two rows of one report are
    two incidents.
    """
    articles = sorted({a.article, b.article})
    return Likeness(article.graded(a, b), f"{'both ' if len(articles) == 1 else ''}{' and '.join(articles)}")


def _articles(tellings: Iterable[Telling]) -> Grade:
    keys = Tellings.of(tellings)
    articles, rows = keys.article, keys.field == UNSAID
    by_day, by_place = ToldApart(day, keys.days, OTHER_DAYS), ToldApart(place, keys.spots, OTHER_PLACES)
    rank = article.ranks

    def grade(a: IntArray, b: IntArray) -> Ranks:
        ranks = np.full(len(a), rank["another article"], dtype=np.int8)
        same = np.flatnonzero(articles[a] == articles[b])
        a, b = a[same], b[same]
        (other_day, day_open), (other_place, place_open) = by_day(a, b), by_place(a, b)
        levels = {
            "rows of one report": rows[a] & rows[b] & (keys.start[a] != keys.start[b]),
            "told apart": other_day | other_place,
            "day and place open": day_open & place_open,
            "day or place open": day_open | place_open,
        }
        ranks[same] = np.select(list(levels.values()), [rank[level] for level in levels], rank["day and place alike"])
        return ranks

    return grade


@attrs.frozen(eq=False, slots=False)
class ToldApart:
    """Whether pairs are told apart, falling into one of some levels, and whether that is left open."""

    comparison: Comparison[Any]
    column: Column[Any]
    levels: tuple[str, ...]

    @cached_property
    def apart(self) -> BoolArray:
        """Whether each rank is one of the levels."""
        return np.isin(np.arange(len(self.comparison.levels) + 1), [*map(self.comparison.rank, self.levels)])

    @cached_property
    def grade(self) -> Grade:
        """Made when two claims of one article first meet: in a large table they may never."""
        return self.comparison.grade(self.column.values)

    def __call__(self, a: IntArray, b: IntArray) -> tuple[BoolArray, BoolArray]:
        """Both answers for pairs of the column's rows."""
        left, right = self.column.codes[a], self.column.codes[b]
        said = (left != UNSAID) & (right != UNSAID)
        ranks = np.zeros(len(a), dtype=np.int8)
        if said.any():
            ranks[said] = self.grade(left[said], right[said])
        return self.apart[ranks], ~said


article: Comparison[Telling] = Comparison(
    "article", shipped_weights()["article"], "article", _article_likeness, many=_articles
)


def _passage_likeness(a: Telling, b: Telling) -> Likeness:
    """How near do two claims of one article stand, and does one sentence give both one day and one place?"""
    level = passage.graded(a, b)
    if level == NOT_SAID:
        return Likeness(level, "not in one text")
    gap = max(b.start - a.end, a.start - b.end)
    return Likeness(level, f"{gap} characters apart" if gap >= 0 else "one sentence")


def _passages(tellings: Iterable[Telling]) -> Grade:
    keys = Tellings.of(tellings)
    fields = np.where(keys.field == UNSAID, UNSAID, keys.article * len(keys.fields) + keys.field)
    start, end, days, spots = keys.start, keys.end, keys.days.codes, keys.spots.codes
    rank = passage.ranks

    def grade(a: IntArray, b: IntArray) -> Ranks:
        gap = np.maximum(start[b] - end[a], start[a] - end[b])
        scene = (days[a] == days[b]) & (days[a] != UNSAID) & (spots[a] == spots[b]) & (spots[a] != UNSAID)
        near = np.select(
            [(gap < 0) & scene, gap < 0, gap <= BREATH],
            [rank["same sentence and scene"], rank["same sentence"], rank["same passage"]],
            rank["farther apart"],
        )
        return np.where((fields[a] == fields[b]) & (fields[a] != UNSAID), near, 0).astype(np.int8)

    return grade


passage: Comparison[Telling] = Comparison(
    "passage", shipped_weights()["passage"], "article", _passage_likeness, many=_passages
)
