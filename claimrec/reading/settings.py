"""When and where a clause says that something happened, and what kind of event it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimrec.lexicon.entries import EventEntry
from claimrec.reading.clause_times import nearest_time, times_in
from claimrec.reading.mentions import EventMention, PlaceMention, within
from claimrec.reading.name_words import keys_of
from claimrec.reading.parsed import Parsed
from claimrec.reading.scenes import BEFORE_PLACE, is_bearing, is_scene, places_another
from claimrec.reading.sentences import Sentence
from claimrec.reading.speakers import is_home_of_speaker
from claimrec.reading.telling import Casualty
from claimrec.reading.told_times import ToldTime
from claimrec.records.claim import Where

FINENESS = {"country": 0, "region": 1, "governorate": 1, "district": 2, "city": 7, "town": 7, "village": 7}
"""How finely a kind of place tells where something was; quarters and sites, which lie in towns, are the finest."""
FINEST = 8
ANCHOR = 2
"""A place that only says where another lies ("30 km from X") is no finer than a district."""
UNKNOWN_SPOT = 3
"""A street, or a mosque or quarter that no gazetteer knows, says less than the town it lies in."""
DWELLING = 4
"""Where somebody comes from ("a Homs man") need not be where he was."""
HEADLINE = 5
"""Headlines name the best-known place around."""
CAPITAL = 5
"""A city whose governorate bears its name, told without "city", can mean either."""
NEAR = 6
"""As in "near X", which is finer than X's governorate and coarser than X."""

EVENT_REACH = 14
"""Tokens between an attack and its place where no casualties tie the two together."""
WHERE_REACH = 4
"""Tokens behind a place in which "where" opens a clause of what was there ("X, the town where")."""
BEFORE_EVENT = 2
"""Tokens before an event in which "the" or "that" says that it is known already ("the deadly attack")."""
BEFORE_ELSEWHERE = 3
"""Tokens before a place in which "nearby" says that it is another one ("the nearby village of X")."""


class Setting(NamedTuple):
    """When and where a clause says that something happened, as finely as `fineness` says.

    `elsewhere` tells that the place is another one than that of the news, `definite` that the event ("the attack") is
    known already; `event` is the first word that says the kind of event, `events` are all words for it.
    """

    when: ToldTime | None
    where: Where | None
    fineness: int = -1
    elsewhere: bool = False
    event: str | None = None
    events: frozenset[str] = frozenset()
    definite: bool = False


def clause_around(parsed: Parsed, sentence: Sentence, casualties: Sequence[Casualty], place: int) -> Sentence:
    """The part of the sentence around token `place` that no word such as "while" parts from it.

    Only a part with casualties of its own is cut off: "killed when a rocket struck the town of X" is one clause, and so
    is "six soldiers and a guard were killed in X". What stands behind "and" is told of both where nothing else is: "two
    were killed and six more were wounded in X", "on Sunday two were killed and six were wounded in X".
    """
    told = [(casualty.first, casualty.trigger) for casualty in casualties if casualty.part_of is None]
    here = {trigger for other, trigger in told if other == place}
    first, end = sentence.first, sentence.end
    for casualty in casualties:
        if casualty.clause is not None and casualty.first > place:
            end = min(end, casualty.clause)  # "12 were killed in X [and] seven in Y"
        elif casualty.clause is not None:
            first = max(first, casualty.clause)
    for cut in within(parsed.clause_breaks, first, end):
        if cut < place and any(first <= other < cut and trigger not in here for other, trigger in told):
            first = cut
        elif cut > place and any(cut < other < end and trigger not in here for other, trigger in told):
            if parsed.tokens.lower[cut] == "and" and not _is_told_apart(parsed, first, cut, sentence.end):
                continue
            end = cut
            break
    return Sentence(first, end, sentence.quoted)


def _is_told_apart(parsed: Parsed, first: int, cut: int, end: int) -> bool:
    """Has what stands before "and" a place of its own, or each side a time of its own?"""
    if parsed.places.between(first, cut):
        return True
    return bool(times_in(parsed, first, cut) and times_in(parsed, cut, end))


def setting_of(parsed: Parsed, clause: Sentence, place: int, reach: int | None = None) -> Setting:
    """The clause's time nearest to token `place`, its finest place (within `reach`), of two the nearer, its events."""
    events = parsed.events.between(clause.first, clause.end)
    places = parsed.places.between(clause.first, clause.end)
    when = nearest_time(parsed, clause, place)
    if not events and not places:
        return Setting(when, None)
    finest = min(
        [
            (-_fineness(parsed, mention, place), abs(mention.first - place), -mention.first)
            for number, mention in enumerate(places)
            if not (number and places_another(parsed, places[number - 1], mention))
            and (reach is None or abs(mention.first - place) <= reach)
            and not is_home_of_speaker(parsed, mention, clause)
            and is_scene(parsed, mention)
        ],
        default=None,
    )
    where, fineness, elsewhere = None, -1, False
    if finest is not None:
        best, fineness = parsed.places[-finest[2]], -finest[0]
        where = Where(best.place, parsed.words(best.first, best.end))
        elsewhere = _follows(parsed, clause, best.first, "elsewhere", BEFORE_ELSEWHERE)
    if not events:
        return Setting(when, where, fineness, elsewhere)
    return Setting(
        when,
        where,
        fineness,
        elsewhere,
        event=_kind_of(parsed, events),
        events=frozenset([mention.event for mention in events]),
        definite=_are_known_already(parsed, clause, events),
    )


def _are_known_already(parsed: Parsed, clause: Sentence, events: Iterable[EventMention]) -> bool:
    """As in "the deadly attack"."""
    lower, floor = parsed.tokens.lower, clause.first
    before = [word for one in events for word in lower[max(floor, one.first - BEFORE_EVENT) : one.first]]
    return parsed.grammar.any_in(before, "demonstrative")


def _kind_of(parsed: Parsed, events: Iterable[EventMention]) -> str | None:
    """The first kind of event that the words for it tell; "attack" tells none."""
    for mention in events:
        if not _is_vague(parsed, mention):
            return mention.event
    return None


def _fineness(parsed: Parsed, mention: PlaceMention, token: int) -> int:
    """How finely the place tells where that of token `token` was, as it is named here."""
    before = parsed.tokens.lower[max(0, mention.first - BEFORE_PLACE) : mention.first]
    place, kind, limit = mention.place, mention.kind, FINEST
    if _has_where(parsed, mention, token):
        return FINEST
    if "between" in before and "and" in mention.words.lower().split():
        before.remove("between")  # which has said where it was
    if parsed.grammar.any_in(before, "anchor") or is_bearing(parsed, mention):  # the lowest limits first
        limit = ANCHOR
    elif kind == "street" or (kind in ("site", "neighbourhood") and place.lat is None):
        limit = UNKNOWN_SPOT
    elif _is_of_people(parsed, mention):
        limit = DWELLING
    elif parsed.field == "title":
        limit = HEADLINE
    elif kind == "city" and place.name == place.admin and not _is_called_city(parsed, mention):
        limit = CAPITAL
    elif parsed.grammar.any_in(before, "near"):
        limit = NEAR
    return min(FINENESS.get(kind, FINEST), limit)


def _is_of_people(parsed: Parsed, mention: PlaceMention) -> bool:
    """As in "a Homs man", "Homs police said"?"""
    return mention.end < len(parsed.tokens) and parsed.tokens.lower[mention.end] in keys_of(
        parsed.lexicon, "townspeople"
    )


def _has_where(parsed: Parsed, mention: PlaceMention, token: int) -> bool:
    """As in "near X, the town where six were killed": is that of the token told in a clause that says it was there?"""
    behind = parsed.tokens.lower[mention.end : min(token, mention.end + WHERE_REACH)]
    return parsed.grammar.any_in(behind, "where")


def _is_called_city(parsed: Parsed, mention: PlaceMention) -> bool:
    return parsed.grammar.any_in(mention.words.lower().split(), "city")


def _is_vague(parsed: Parsed, mention: EventMention) -> bool:
    """Does the word for an event say nothing of its kind ("attack")?"""
    entry: EventEntry = parsed.lexicon.entries["events"][mention.event]
    return entry.vague


def _follows(parsed: Parsed, clause: Sentence, place: int, words: str, reach: int) -> bool:
    """Does a word of this list stand in the `reach` tokens before token `place`?"""
    before = parsed.tokens.lower[max(clause.first, place - reach) : place]
    return parsed.grammar.any_in(before, words)
