"""Every time in a text, resolved to days against the day of publication (METHOD 19)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType

import attrs

from claimrec.lexicon.loader import Lexicon
from claimrec.reading.periods import said_period, said_weekend
from claimrec.reading.relative import (
    Said,
    Setting,
    TimeKind,
    said_amount,
    said_date,
    said_day,
    said_part,
    said_weekday,
)
from claimrec.reading.time_words import TimeWords, time_words
from claimrec.reading.tokens import Token
from claimrec.values.window import Window

READINGS: Mapping[str, Callable[[Sequence[Token], int, Setting], Said | None]] = MappingProxyType(
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
FIGURES = ("date", "amount")
"""The readings that figures can begin."""
SINCE_REACH = 8
"""Tokens from "since" to its date: "since protests against the government erupted in March 2011"."""
DATELINE_REACH = 16
"""Tokens at the start of a text within which a date may be a dateline."""
DATELINE_WORDS = 4
"""Tokens between "published" and its date ("Published on: Monday, July 4 2015")."""
BARE_DATELINE = 6
"""Tokens before a full date that make a dateline without a sign behind it ("Damascus Syria July 4 2015 Two men")."""


@attrs.frozen
class TimeMention:
    """Tokens `first` to `end` (not included) that say when, and the days they mean.

    `relative` ones were counted from publication or from `anchor`, the time said before; weekdays and dates are not.
    `kind` is `day`, `span` (within several days), `since` (running up to publication: a total over it is cumulative) or
    `dateline` (when the text was printed, not when anything happened).
    """

    first: int
    end: int
    window: Window
    relative: bool
    kind: TimeKind
    anchor: Window | None = None


def find_times(tokens: Sequence[Token], lexicon: Lexicon, published: date | None) -> list[TimeMention]:
    """Every time in the tokens, left to right, none inside another.

    A weekday is the nearest on or before publication, a date without a year the latest not after the day behind it.
    What cannot be resolved without a publication day is left out.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.tokens import tokenize
    >>> tokens = tokenize("Shelling on Friday followed clashes the day before.")
    >>> [str(time.window) for time in find_times(tokens, load_lexicon("common"), date(2016, 7, 2))]
    ['2016-07-01', '2016-06-30']
    """
    if isinstance(published, datetime):
        published = published.date()
    words = time_words(lexicon)
    setting = Setting(words, published)
    mentions: list[TimeMention] = []
    place = 0
    while place < len(tokens):
        lower = tokens[place].lower
        if lower not in words.starts and not lower[0].isdecimal():
            place += 1
            continue
        nothing = words.phrases["not_times"].at(tokens, place)
        said = None if nothing is not None else _said(tokens, place, setting)
        if said is None:
            place = place + 1 if nothing is None else nothing[0]
            continue
        mention = _mention(tokens, place, said, words, mentions[-1].end if mentions else 0)
        mentions.append(mention)
        if mention.kind == "day":
            setting = attrs.evolve(setting, anchor=mention.window)
        place = mention.end
    return mentions


def _said(tokens: Sequence[Token], place: int, setting: Setting) -> Said | None:
    """The time at token `place`: since when, a range, or a single time."""
    words, lower = setting.words, tokens[place].lower
    if words.has("since", lower):
        return _since(tokens, place, setting)
    if words.has("between", lower) or words.has("from", lower):
        return _range(tokens, place + 1, setting, opened=True)
    said = _single(tokens, place, setting)
    if said is None and lower not in words.calendar.months and not lower[0].isdecimal():
        return None
    return _range(tokens, place, setting, opened=False) or said


def _single(tokens: Sequence[Token], place: int, setting: Setting) -> Said | None:
    """The first reading that fits the token."""
    if place >= len(tokens):
        return None
    lower = tokens[place].lower
    for reading in setting.words.starts.get(lower, FIGURES if lower[0].isdecimal() else ()):
        said = READINGS[reading](tokens, place, setting) if reading in READINGS else None
        if said is not None:
            return said
    return None


def _range(tokens: Sequence[Token], place: int, setting: Setting, *, opened: bool) -> Said | None:
    """ "25 January to 2 February", "March to May 2015"; `opened` ones may be joined by "and": "between May and July".

    The first time is read again as seen from the last: "25 December to 2 January" spans the turn of the year.
    """
    words, alone = setting.words, attrs.evolve(setting, opened=True)
    first = _single(tokens, place, attrs.evolve(alone, published=setting.published or date.max))
    if first is None or first.end + 1 >= len(tokens):
        return None
    link = tokens[first.end].lower
    if not (words.has("to", link) or (opened and words.has("and", link))):
        return None
    last = _single(tokens, first.end + 1, alone)
    if last is None or last.relative or first.relative:
        return None
    again = _single(tokens, place, attrs.evolve(alone, published=last.window.last))
    if again is None or again.end != first.end or again.window.first > last.window.first:
        return None
    return Said(last.end, Window(again.window.first, last.window.last), "span", full=last.full)


def _since(tokens: Sequence[Token], place: int, setting: Setting) -> Said | None:
    """From then to publication: "since Sunday", "since 2011", "since the conflict began in 2011"."""
    published = setting.published
    if published is None:
        return None
    words, opened = setting.words, attrs.evolve(setting, opened=True)
    said = _single(tokens, place + 1, opened)
    if said is None and place + 1 < len(tokens) and words.has("within", tokens[place + 1].lower):
        said = _single(tokens, place + 2, opened)
    for near in range(place + 1, min(place + SINCE_REACH, len(tokens) - 1)):
        if said is not None or words.has("stops", tokens[near].lower):
            break
        if words.has("since_links", tokens[near].lower):
            said = _single(tokens, near + 1, opened)
    if said is None or said.window.first > published:
        return None
    return attrs.evolve(said, window=Window(said.window.first, published), kind="since")


def _mention(tokens: Sequence[Token], place: int, said: Said, words: TimeWords, floor: int) -> TimeMention:
    """The mention with the words before it that belong to it: "[the] last two days", "[late on] Tuesday"."""
    first = place
    if first > floor and words.has("the", tokens[first - 1].lower) and said.relative:
        first -= 1
    elif said.kind == "day":
        at = first - 1 - (first > floor and words.has("day_links_within", tokens[first - 1].lower))
        if at >= floor and words.has("within", tokens[at].lower):
            first = at
    kind: TimeKind = "dateline" if _is_dateline(tokens, first, said, words) else said.kind
    return TimeMention(first, said.end, said.window, said.relative, kind, said.anchor)


def _is_dateline(tokens: Sequence[Token], first: int, said: Said, words: TimeWords) -> bool:
    """Does it say when the text was printed: at its very start, in no sentence?"""
    if first > DATELINE_REACH or said.relative or said.kind != "day":
        return False
    before = tokens[:first]
    if any(words.has("datelines", token.lower) for token in before[-DATELINE_WORDS:]):
        return True
    small = sum(token.text[0].islower() for token in before)
    if (before and words.has("sentence_words", before[-1].lower)) or small > 1:
        return False
    signed = said.end < len(tokens) and words.has("dateline_ends", tokens[said.end].lower)
    return signed or (said.full and first <= BARE_DATELINE)
