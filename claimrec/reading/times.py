"""Every time in a text, resolved to days against the day of publication (METHOD 19)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from operator import attrgetter
from types import MappingProxyType

import attrs

from claimrec.lexicon.loader import Lexicon
from claimrec.reading.amounts import said_amount
from claimrec.reading.brief import brief
from claimrec.reading.dates import sign_follows
from claimrec.reading.periods import said_period, said_weekend
from claimrec.reading.reckoning import days_on
from claimrec.reading.relative import (
    Said,
    Setting,
    TimeKind,
    said_date,
    said_day,
    said_part,
    said_weekday,
)
from claimrec.reading.time_words import TimeWords, time_words
from claimrec.reading.tokens import FIGURES, Tokens
from claimrec.reading.told_times import SOME_DAY
from claimrec.records.article import day_of
from claimrec.values.window import Window

READINGS: Mapping[str, Callable[[Tokens, int, Setting], Said | None]] = MappingProxyType(
    {
        "part": said_part,
        "day": said_day,
        "period": said_period,
        "weekend": said_weekend,
        "weekday": said_weekday,
        "date": said_date,
        "amount": said_amount,
    }
)
"""What a time can be, by the name that `TimeWords.starts` gives it."""
FIGURE_READINGS = ("date", "amount")
"""The readings that figures can begin."""
SINCE_REACH = 8
"""Tokens from "since" to its date: "since protests against the government erupted in March 2011"."""
REACH = 7
"""Tokens from the first of a time to its telling word: "the last couple of hundred days"."""
YEAR = 4
"""Figures of a year."""
DATELINE_REACH, LAST_DATELINE = 16, 48
"""Tokens at the start of a text within which a date may be a dateline; a full date may also stand behind a headline."""
DATELINE_WORDS = 4
"""Tokens between "published" and its date ("Published on: Monday, July 4 2015")."""
BARE_DATELINE = 6
"""Tokens before a full date that make a dateline without a sign behind it ("Damascus Syria July 4 2015 Two men")."""
PRINT_DAYS = 2
"""Days between publication and the full date of a dateline, which may be of another time zone or an update."""


@brief
class TimeMention:
    """Tokens `first` to `end` (not included) that say when, and the days they mean.

    `relative` ones were counted from publication or from `anchor`, the time said before; weekdays and dates are not.
    `kind` is `day`, `span` (within several days), `since` (running up to publication: a total over it is cumulative) or
    `dateline` (when the text was printed, not when anything happened). `start` is what a `since` begins with.
    """

    first: int
    end: int
    window: Window
    relative: bool
    kind: TimeKind
    anchor: Window | None = None
    start: Window | None = None


def find_times(tokens: Tokens, lexicon: Lexicon, published: date | None) -> list[TimeMention]:
    """Every time in the tokens, left to right, none inside another.

    A weekday is the nearest on or before publication, or the day behind it where that is the first day that the text
    names; a date without a year is the latest not after that day. What hangs on a publication day that is not known
    is counted from `SOME_DAY`.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.tokens import tokenize
    >>> tokens = tokenize("Shelling on Friday followed clashes the day before.")
    >>> [str(time.window) for time in find_times(tokens, load_lexicon("common"), date(2016, 7, 2))]
    ['2016-07-01', '2016-06-30']
    """
    words = time_words(lexicon)
    if published is not None:
        return _found(tokens, words, day_of(published))
    known = _found(tokens, words, None)
    taken = {place for mention in known for place in range(mention.first, mention.end)}
    counted = [one for one in _found(tokens, words, SOME_DAY) if taken.isdisjoint(range(one.first, one.end))]
    return sorted([*known, *counted], key=attrgetter("first"))


def _found(tokens: Tokens, words: TimeWords, published: date | None) -> list[TimeMention]:
    """Every time that can be resolved against that day."""
    # news whose first day is the weekday behind its date was dated in another time zone, or by its first version
    latest = None if published is None else days_on(published, 1)
    setting = Setting(words, published, latest=latest)
    mentions: list[TimeMention] = []
    end = 0
    for place in _places(tokens, words):
        if place < end:
            continue
        begun = "nothing" in words.starts.get(tokens.lower[place], ())
        nothing = words.phrases["not_times"].at(tokens, place) if begun else None
        said = None if nothing is not None else _said(tokens, place, setting)
        if said is None:
            end = place + 1 if nothing is None else nothing[0]
            continue
        if place and words.has("since", tokens.lower[place - 1]):
            end = said.end  # a total that runs up to nobody knows when, or that had not begun
            continue
        mention = _mention(tokens, place, said, setting, mentions[-1].end if mentions else 0)
        mentions.append(mention)
        end = mention.end
        if mention.kind == "day":
            if published is not None and said.window.last <= published:
                latest = published
            setting = Setting(words, published, said.window, latest=latest)
    return mentions


def _places(tokens: Tokens, words: TimeWords) -> Iterator[int]:
    """Where a time can begin: at a fitting word with a telling one at most `REACH` tokens on, or at figures."""
    telling, starts, followers, seen = words.telling, words.starts, words.followers, 0
    behind = [*tokens.lower[1:], ""]
    for place in sorted({*tokens.words.places_of(telling), *tokens.words.figures}):
        word = tokens[place]
        if word[0] in FIGURES and len(word) != YEAR and not sign_follows(tokens, place):
            continue
        for near in range(max(seen, place - REACH), place + 1):
            if (lower := tokens.lower[near]) in starts:
                if lower not in followers or behind[near] in followers[lower]:
                    yield near
            elif lower[0] in FIGURES:
                yield near
        seen = place + 1


def _said(tokens: Tokens, place: int, setting: Setting) -> Said | None:
    """The time at token `place`: since when, a range, or a single time."""
    words = setting.words
    readings = words.starts.get(tokens.lower[place], ())
    if "since" in readings:
        return _since(tokens, place, setting)
    if "range" in readings:
        return _range(tokens, place + 1, setting, opened=True)
    said = _single(tokens, place, setting)
    link = place + 1 if said is None else said.end  # "March to May 2015" begins with a month that says nothing alone
    if link < len(tokens) and tokens.lower[link] in words.calendar.lists["to"]:
        return _range(tokens, place, setting, opened=False) or said
    return said


def _single(tokens: Tokens, place: int, setting: Setting) -> Said | None:
    """The first reading that fits the token."""
    if place >= len(tokens):
        return None
    lower = tokens.lower[place]
    for reading in setting.words.starts.get(lower, FIGURE_READINGS if lower[0] in FIGURES else ()):
        said = READINGS[reading](tokens, place, setting) if reading in READINGS else None
        if said is not None:
            return said
    return None


def _range(tokens: Tokens, place: int, setting: Setting, *, opened: bool) -> Said | None:
    """A range: "25 January to 2 February"; an `opened` one may be joined by "and": "between May and July".

    The first time is read again as seen from the last: "25 December to 2 January" spans the turn of the year.
    """
    words = setting.words
    first = _single(tokens, place, attrs.evolve(setting, opened=True, published=setting.published or date.max))
    if first is None or first.end + 1 >= len(tokens):
        return None
    link = tokens.lower[first.end]
    if not (words.has("to", link) or (opened and words.has("and", link))):
        return None
    alone = attrs.evolve(setting, opened=True)
    last = _single(tokens, first.end + 1, alone)
    if last is None or last.relative or first.relative:
        return None
    again = _single(tokens, place, attrs.evolve(alone, published=last.window.last))
    if again is None or again.end != first.end or again.window.first > last.window.first:
        return None
    return Said(last.end, Window(again.window.first, last.window.last), "span", full=last.full)


def _since(tokens: Tokens, place: int, setting: Setting) -> Said | None:
    """From then to publication: "since Sunday", "since 2011", "since the conflict began in 2011"."""
    published = setting.published
    if published is None:
        return None
    opened = attrs.evolve(setting, opened=True)
    said = _beginning(tokens, place, opened)
    if said is not None and said.window.first > published > date.min:  # "since March", printed on the eve of March
        said = _beginning(tokens, place, attrs.evolve(opened, published=published - timedelta(days=1)))
    if said is None or said.window.first > published:
        return None
    return said._replace(window=Window(said.window.first, published), kind="since", start=said.window)


def _beginning(tokens: Tokens, place: int, opened: Setting) -> Said | None:
    """The time behind "since" at `place`, a few words between."""
    words, at = opened.words, place + 1
    said = _single(tokens, at, opened)
    if (
        said is None
        and at < len(tokens)
        and (words.has("within", tokens.lower[at]) or words.has("the", tokens.lower[at]))
    ):
        said = _single(tokens, at + 1, opened)
    for near in range(place + 1, min(place + SINCE_REACH, len(tokens) - 1)):
        if said is not None or words.has("stops", tokens.lower[near]):
            break
        if words.has("since_links", tokens.lower[near]):
            said = _single(tokens, near + 1, opened)
    return said


def _mention(tokens: Tokens, place: int, said: Said, setting: Setting, floor: int) -> TimeMention:
    """The mention with the words before it that belong to it: "[the] last two days", "[late on] Tuesday"."""
    words, first = setting.words, place
    if first > floor and said.relative and words.has("the", tokens.lower[first - 1]):
        first -= 1
    elif said.kind == "day":
        at = first - 1 - (first > floor and words.has("day_links_within", tokens.lower[first - 1]))
        if at >= floor and words.has("within", tokens.lower[at]):
            first = at
    kind: TimeKind = "dateline" if _is_dateline(tokens, first, said, setting) else said.kind
    return TimeMention(first, said.end, said.window, said.relative, kind, said.anchor, said.start)


def _is_dateline(tokens: Tokens, first: int, said: Said, setting: Setting) -> bool:
    """Does it say when the text was printed: near its start, in no sentence?"""
    words = setting.words
    if first > LAST_DATELINE or said.relative or said.kind != "day":
        return False
    if any(words.has("datelines", word) for word in tokens.lower[max(0, first - DATELINE_WORDS) : first]):
        return first <= DATELINE_REACH or said.full
    if first and (tokens[first - 1][0].islower() or words.has("sentence_words", tokens.lower[first - 1])):
        return False
    published = setting.published
    if said.full and published is not None and said.window.gap(Window.on(published)) <= PRINT_DAYS:
        return True
    signed = said.end < len(tokens) and words.has("dateline_ends", tokens.lower[said.end])
    heading = sum(word[0].islower() for word in tokens[:first]) <= 1
    return heading and first <= (DATELINE_REACH if signed else BARE_DATELINE if said.full else -1)
