"""Which incident of an article a sentence speaks of, and what the article says about that incident elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from claimrec.lexicon.romanisation import skeleton
from claimrec.reading.levels import cues_in
from claimrec.reading.mentions import PlaceMention
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.times import TimeMention
from claimrec.records.claim import When, Where

FINENESS = {"country": 0, "region": 1, "governorate": 1, "district": 2, "city": 3}
"""How finely a kind of place tells where something was; towns, villages, quarters and sites are the finest."""
FINEST = 4
ANCHOR = 2
"""A place that only says where another lies ("30 km from X", "near X") is no finer than a district."""
EVENT_REACH = 14
"""Tokens between an attack and its place where no casualties tie the two together."""
NEIGHBOURING_KM = 60.0
"""A finer place this near, or in the same governorate, can be the one that a coarser name meant (own)."""


@attrs.define(eq=False)
class Context:
    """One incident as an article tells it: filled in as the sentences go by."""

    when: When | None = None
    where: Where | None = None
    fineness: int = -1
    separate: bool = False


@attrs.frozen
class _Setting:
    """When and where a sentence says that something happened."""

    when: When | None
    where: Where | None
    fineness: int = -1


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


def _fineness(parsed: Parsed, mention: PlaceMention) -> int:
    fineness = FINENESS.get(mention.kind, FINEST)
    before = parsed.tokens[mention.first - 1].lower if mention.first else ""
    anchor = parsed.grammar.is_in(before, "anchor")
    return min(fineness, ANCHOR) if anchor else fineness


def _setting(parsed: Parsed, sentence: Sentence, place: int, reach: int | None = None) -> _Setting:
    """The sentence's time nearest to token `place`, and its finest place (within `reach`), of two the nearer."""
    when = nearest_time(parsed, sentence, place)
    mentions = [m for m in parsed.places.values() if sentence.first <= m.first < sentence.end]
    mentions = [m for m in mentions if reach is None or abs(m.first - place) <= reach]
    if not mentions:
        return _Setting(when, None)
    best = min(mentions, key=lambda m: (-_fineness(parsed, m), abs(m.first - place), -m.first))
    return _Setting(when, Where(best.place, parsed.words(best.first, best.end)), _fineness(parsed, best))


def one_place(a: Where, b: Where) -> bool:
    """Are two places the same, by name or by point?"""
    one, other = skeleton(a.place.name), skeleton(b.place.name)
    if one == other or one in other.split() or other in one.split():
        return True
    gap = a.place.gap_km(b.place)
    return gap is not None and gap == 0


def _can_lie_in(fine: Where, coarse: Where) -> bool:
    """Can the finer place be what the coarser name meant?"""
    gap = fine.place.gap_km(coarse.place)
    if gap is not None:
        return gap <= NEIGHBOURING_KM
    admins = (fine.place.admin, coarse.place.admin)
    return None in admins or admins[0] == admins[1]


class Contexts:
    """The incidents of one article in the order in which it tells them."""

    def __init__(self) -> None:
        self.all: list[Context] = []

    def of(self, parsed: Parsed, sentence: Sentence, place: int) -> Context:
        """The incident that the casualty at token `place` belongs to: one told before, or a new one."""
        setting = _setting(parsed, sentence, place)
        separate = "separate" in cues_in(parsed, sentence) and bool(self.all)
        found = None if separate else self._told_before(setting)
        if found is None:
            found = Context(separate=separate)
            self.all.append(found)
        _fill(found, setting)
        return found

    def go_on(self, parsed: Parsed, sentence: Sentence) -> None:
        """A sentence without casualties that tells of fighting says more about the incident told last, or opens one."""
        events = [m for m in parsed.events.values() if sentence.first <= m.first < sentence.end]
        if not events or cues_in(parsed, sentence) & {"separate", "meanwhile", "background"}:
            return
        setting = _setting(parsed, sentence, events[0].first, reach=EVENT_REACH)
        if setting.when is None and setting.where is None:
            return
        if not self.all:
            self.all.append(Context())
        if _fits(self.all[-1], setting):
            _fill(self.all[-1], setting)

    def settle(self) -> None:
        """Give each incident without a time that of the one told before it: news goes on until it says otherwise."""
        for before, context in pairwise(self.all):
            context.when = context.when or before.when

    @staticmethod
    def aside(parsed: Parsed, sentence: Sentence, place: int) -> Context:
        """What is counted over a longer time stands beside the incidents and takes only its own sentence's words."""
        setting = _setting(parsed, sentence, place)
        since = nearest_time(parsed, sentence, place, since=True)
        return Context(since or setting.when, setting.where, setting.fineness)

    def _told_before(self, setting: _Setting) -> Context | None:
        """The latest incident that neither time nor place contradicts; one that the place confirms goes first."""
        fitting = [context for context in reversed(self.all) if _fits(context, setting)]
        confirmed = [c for c in fitting if setting.where and c.where and one_place(setting.where, c.where)]
        return (confirmed or fitting or [None])[0]


def _fits(context: Context, setting: _Setting) -> bool:
    if setting.when and context.when and (setting.when.window & context.when.window) is None:
        return False
    if setting.where is None or context.where is None or one_place(setting.where, context.where):
        return True
    if setting.fineness > context.fineness:
        return _can_lie_in(setting.where, context.where)
    return setting.fineness < context.fineness and _can_lie_in(context.where, setting.where)


def _fill(context: Context, setting: _Setting) -> None:
    """Keep the narrowest time and the finest place."""
    if setting.when and (context.when is None or setting.when.window.days < context.when.window.days):
        context.when = setting.when
    if setting.where and setting.fineness > context.fineness:
        wider = context.where.place.name if context.where and context.fineness == 1 else None
        place = setting.where.place
        if place.admin is None and wider is not None:
            place = attrs.evolve(place, admin=wider)
        context.where, context.fineness = Where(place, setting.where.words), setting.fineness


def separated(contexts: Sequence[Context], one: Context, other: Context) -> bool:
    """Does the article itself call the later of the two another incident?"""
    if one is other or one not in contexts or other not in contexts:
        return False
    return max(one, other, key=contexts.index).separate
