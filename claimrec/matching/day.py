"""The day comparison: when two claims say that it happened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

import attrs
import numpy as np

from claimrec.lexicon.loader import Lexicon
from claimrec.matching.columns import IntArray
from claimrec.matching.comparison import Comparison, Grade, Likeness
from claimrec.matching.facts import FactTable, Ranks
from claimrec.matching.weights import shipped_weights
from claimrec.records.article import NEWS_DAYS, news_window
from claimrec.records.claim import Claim
from claimrec.values.window import Window

PROMPT_DAYS = 1
"""News of a day is published on it or the day after (own: in a generated trial two thirds are)."""
TOGETHER_DAYS, DAYS_APART = 2, 14
"""Gaps up to which claims count as published together, and days apart (own; with little weight, see weights.toml)."""
FAR_DAYS = DAYS_APART + 2
"""Larger gaps are all one: no level tells them apart."""
WEEK = 7
"""Up to this gap claims lie "within a week"; a window of more days dates an incident only loosely (own)."""


@attrs.frozen
class Days:
    """The days that a claim gives, as ordinals; where it gives none, `said` is false and they end with publication.

    `late` and `early` tell that the words name the hours before or behind midnight ("late on Tuesday").
    """

    first: int
    last: int
    relative: bool = False
    said: bool = True
    late: bool = False
    early: bool = False

    def __str__(self) -> str:
        return str(Window(date.fromordinal(self.first), date.fromordinal(self.last)))


def days_of(claim: Claim, lexicon: Lexicon) -> Days | None:
    """The days that a claim gives, else those before its publication, else None."""
    window = claim.window
    if claim.when is not None and window is not None and not claim.when.inferred:
        words = frozenset((claim.when.words or "").lower().split())
        late, early = (not words.isdisjoint(hours) for hours in _around_midnight(lexicon)) if words else (False, False)
        return Days(window.first.toordinal(), window.last.toordinal(), claim.when.relative, late=late, early=early)
    news = news_window(claim.published)
    return None if news is None else Days(news.first.toordinal(), news.last.toordinal(), said=False)


@cache
def _around_midnight(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """Words for the last hours of a day, and for the first."""
    late, early = (frozenset(lexicon.words("times", name)) for name in ("late_hours", "early_hours"))
    return late, early


def days_before(published: int | IntArray) -> IntArray:
    """The first of the days before publication on which news is taken to have happened."""
    return np.asarray(np.maximum(1, np.asarray(published) - NEWS_DAYS), dtype=np.int64)


def _likeness(a: Days, b: Days) -> Likeness:
    """How near do the days lie that two claims give?

    "Overnight" and the like get one day of tolerance, and so do two days with a night between them: what one outlet has
    "late on Tuesday", or "early on Wednesday", another has on the other day. Where one gives no day its publication is
    compared, with little weight. Same place, same actors, next day is the commonest trap: a follow-up attack.
    """
    gap = max(0, b.first - a.last, a.first - b.last)
    apart = f", {gap} days apart" if gap > 1 else ""
    if not (a.said and b.said):
        return Likeness(day.graded(a, b), f"one gives no day; by publication{apart or ' together'}")
    said = sorted({str(a), str(b)})
    return Likeness(day.graded(a, b), f"both {said[0]}" if len(said) == 1 else " and ".join(said) + apart)


def _many(keys: Iterable[Days]) -> Grade:
    given = list(keys)
    first, last = (np.array([getattr(days, side) for days in given], dtype=np.int32) for side in ("first", "last"))
    said, relative, late, early = (
        np.array([getattr(days, how) for days in given], dtype=np.int8) for how in ("said", "relative", "late", "early")
    )
    loose = (last - first >= WEEK).astype(np.int8)
    by_night = bool((late | early).any())
    table = _table()

    def grade(a: IntArray, b: IntArray) -> Ranks:
        first_a, last_a, said_a = first[a], last[a], said[a]
        first_b, last_b, said_b = first[b], last[b], said[b]
        gap = np.maximum(first_b - last_a, first_a - last_b)
        later = np.where(said_a == said_b, np.abs(last_a - last_b), (said_b - said_a) * (last_a - last_b))
        tolerant = relative[a] | relative[b]
        if by_night:
            tolerant |= (first_b - last_a == 1) & (late[a] | early[b])
            tolerant |= (first_a - last_b == 1) & (late[b] | early[a])
        return table.ranks(
            np.clip(gap, -1, FAR_DAYS - 1) + 1,
            (later >= 0) & (later <= PROMPT_DAYS),
            (first_a == first_b) & (last_a == last_b),
            first_a == last_a,
            loose[a] | loose[b],
            tolerant,
            said_a & said_b,
        )

    return grade


@cache
def _table() -> FactTable:
    return FactTable.of((FAR_DAYS + 1, 2, 2, 2, 2, 2, 2), _ranked)


def _ranked(*facts: IntArray) -> IntArray:
    """The ranks of pairs of windows, whose facts stand in the order in which `grade` finds them."""
    days, prompt, same, single, loose, relative, said = facts
    gap, rank = days - 1, day.ranks
    levels = {
        "same day": (same & single) == 1,
        "same days": (same == 1) & (loose == 0),
        "same period": same == 1,
        "days in common, loosely dated": (gap <= 0) & (loose == 1),
        "days in common": gap <= 0,
        "a day apart, loosely said": (gap == 1) & (relative == 1),
        "next day": gap == 1,
        "within a week": gap <= WEEK,
    }
    unsaid = {
        "published that day": prompt == 1,
        "published together": gap <= TOGETHER_DAYS,
        "published days apart": gap <= DAYS_APART,
    }
    return np.where(
        said == 1,
        np.select(list(levels.values()), [rank[name] for name in levels], rank["further apart"]),
        np.select(list(unsaid.values()), [rank[name] for name in unsaid], rank["published far apart"]),
    )


day: Comparison[Days] = Comparison("day", shipped_weights()["day"], "day", _likeness, many=_many)
