"""Which incident of an article a sentence speaks of, and what the article says about that incident elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from claimrec.lexicon.romanisation import skeleton
from claimrec.reading.levels import cues_in
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.times import TimeMention
from claimrec.records.claim import When, Where

COARSE = frozenset({"country", "region", "governorate"})
"""Kinds of places that do not tell two incidents apart."""


@attrs.define(eq=False)
class Context:
    """One incident as an article tells it: filled in as the sentences go by."""

    when: When | None = None
    where: Where | None = None
    coarse: Where | None = None
    separate: bool = False


def times_in(parsed: Parsed, first: int, end: int) -> list[TimeMention]:
    """The times between two tokens, datelines left out."""
    return [m for m in parsed.times.values() if first <= m.first < end and m.kind != "dateline"]


def nearest_time(parsed: Parsed, sentence: Sentence, place: int, *, since: bool = False) -> When | None:
    """The time of a sentence that stands nearest to token `place`; with `since`, the nearest "since ..."."""
    times = [m for m in times_in(parsed, sentence.first, sentence.end) if (m.kind == "since") == since]
    if not times:
        return None
    mention = min(times, key=lambda m: (abs(m.first - place), m.first))
    return When(mention.window, parsed.words(mention.first, mention.end), mention.relative)


def place_of(parsed: Parsed, sentence: Sentence, place: int, *, coarse: bool) -> Where | None:
    """The place named nearest to token `place`, among the fine or the coarse ones; the later one in a tie."""
    mentions = [m for m in parsed.places.values() if sentence.first <= m.first < sentence.end]
    mentions = [m for m in mentions if (m.kind in COARSE) == coarse]
    if not mentions:
        return None
    mention = min(mentions, key=lambda m: (abs(m.first - place), -m.first))
    return Where(mention.place, parsed.words(mention.first, mention.end))


def one_place(a: Where, b: Where) -> bool:
    """Are two fine places the same, by name or by point?"""
    gap = a.place.gap_km(b.place)
    if gap is not None:
        return gap == 0
    one, other = skeleton(a.place.name), skeleton(b.place.name)
    return one == other or one in other.split() or other in one.split()


def one_time(a: When, b: When) -> bool:
    """Do two times share a day?"""
    return (a.window & b.window) is not None


class Contexts:
    """The incidents of one article in the order in which it tells them."""

    def __init__(self) -> None:
        self.all: list[Context] = []

    def of(self, parsed: Parsed, sentence: Sentence, place: int) -> Context:
        """The incident that the casualty at token `place` belongs to: one told before, or a new one."""
        when = nearest_time(parsed, sentence, place)
        where = place_of(parsed, sentence, place, coarse=False)
        separate = "separate" in cues_in(parsed, sentence) and bool(self.all)
        found = None if separate else self._told_before(when, where)
        if found is None:
            found = Context(separate=separate)
            self.all.append(found)
        self._fill(found, when, where, place_of(parsed, sentence, place, coarse=True))
        return found

    def settle(self) -> None:
        """Give each incident without a time that of the incident told before it: news goes on until it says otherwise."""
        for before, context in pairwise(self.all):
            context.when = context.when or before.when

    def aside(self, parsed: Parsed, sentence: Sentence, place: int) -> Context:
        """What is counted over a longer time stands beside the incidents and takes only its own sentence's words."""
        context = Context(
            when=nearest_time(parsed, sentence, place, since=True) or nearest_time(parsed, sentence, place)
        )
        context.where = place_of(parsed, sentence, place, coarse=False)
        context.coarse = place_of(parsed, sentence, place, coarse=True)
        return context

    def _told_before(self, when: When | None, where: Where | None) -> Context | None:
        """The latest incident that neither the time nor the place contradicts; one that both confirm goes first."""
        fitting = [context for context in reversed(self.all) if _fits(context, when, where)]
        confirmed = [c for c in fitting if where and c.where and (when is None or c.when is not None)]
        if confirmed:
            return confirmed[0]
        if when is None and where is None:
            return self.all[-1] if self.all else None
        return fitting[0] if fitting else None

    @staticmethod
    def _fill(context: Context, when: When | None, where: Where | None, coarse: Where | None) -> None:
        if when and (context.when is None or when.window.days < context.when.window.days):
            context.when = when
        context.where = context.where or where
        context.coarse = context.coarse or coarse


def _fits(context: Context, when: When | None, where: Where | None) -> bool:
    if when and context.when and not one_time(when, context.when):
        return False
    return not (where and context.where and not one_place(where, context.where))


def separated(contexts: Sequence[Context], one: Context, other: Context) -> bool:
    """Does the article itself call the later of the two another incident?"""
    if one is other or one not in contexts or other not in contexts:
        return False
    return max(one, other, key=contexts.index).separate
