"""Dates of the calendar as they are written: "4 February", "July 4 2015", "18-07-2016", "2-5 May"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import attrs

from claimrec.errors import LexiconError
from claimrec.lexicon.entries import TimeEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.brief import brief
from claimrec.reading.measures import is_year_like
from claimrec.reading.numerals import is_close
from claimrec.reading.reckoning import MONTHS, WrittenDate
from claimrec.reading.tokens import Tokens

LONGEST_MONTH = 31
CENTURY_PIVOT = 50
"""A year of two figures from 50 on belongs to the last century."""
SIGNS = frozenset("-/.")
"""Between the day, the month and the year of a date in figures."""
FIGURES = 5
"""Tokens that one date in figures can be cut into: "18", "-", "07", "-", "2016"."""

_IN_FIGURES = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{4}|\d{1,2})(?!\d)")
_CENTURY = "()[]-–—,;:|"
"""Signs behind a year of two figures: before a word, two figures count something ("3 January 90 people")."""


@brief
class DatePhrase:
    """Tokens up to `end` (not included) that write one date, or the first and last day of a range within a month."""

    end: int
    first: WrittenDate
    last: WrittenDate


@attrs.frozen
class Month:
    """A month's name: `short` ones need a day or year, `verb` ones are also other words."""

    number: int
    short: bool
    verb: bool


@attrs.frozen(eq=False)
class CalendarWords:
    """The words of dates, ready to look up."""

    months: Mapping[str, Month]
    lists: Mapping[str, frozenset[str]]


@cache
def calendar_words(lexicon: Lexicon) -> CalendarWords:
    """The compiled calendar of a lexicon.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> calendar_words(load_lexicon("common")).months["feb"].number
    2
    """
    entries = lexicon.of(TimeEntry)
    if not entries:
        raise LexiconError(f"packs {', '.join(lexicon.packs)}: no times.toml")
    return CalendarWords(
        months={
            word.lower(): Month(entry.number, word in entry.short, entry.verb)
            for entry in entries.values()
            if entry.role == "month"
            for word in (*entry.words, *entry.short)
        },
        lists={name: frozenset(entry.words) for name, entry in entries.items() if entry.role == "grammar"},
    )


def date_at(tokens: Tokens, place: int, words: CalendarWords) -> DatePhrase | None:
    """The date with a day, or with month and year, that begins at token `place`, or None.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.tokens import tokenize
    >>> date_at(tokenize("Feb. 4, 2023"), 0, calendar_words(load_lexicon("common"))).first
    WrittenDate(year=2023, month=2, day=4)
    """
    if tokens.lower[place] in words.months:
        return _month_first(tokens, place, words)
    if not tokens[place][0].isdecimal():
        return None
    return _in_figures(tokens, place) or _day_first(tokens, place, words)


def month_at(tokens: Tokens, place: int, words: CalendarWords) -> tuple[int, Month] | None:
    """The month named at token `place` and the end of its name; a verb ("may have", "march on") is none."""
    month = words.months.get(tokens.lower[place]) if place < len(tokens) else None
    if month is None:
        return None
    end = place + 1
    if month.verb and not _year_at(tokens, end):
        follower = tokens.lower[end] if end < len(tokens) else ""
        dated = place > 0 and tokens[place - 1].isdecimal() and not tokens[place].isupper()  # "on 12 March against"
        if not tokens[place][0].isupper() or (not dated and follower in words.lists["verb_followers"]):
            return None
    if month.short and not tokens[place][0].isupper():
        return None
    return end + (month.short and end < len(tokens) and tokens[end] == "."), month


def _year_at(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """The year at `place`, where a comma may stand before it: its end and number."""
    if place < len(tokens) and tokens[place] == ",":
        place += 1
    if place < len(tokens) and is_year_like(tokens, place, place + 1):
        return place + 1, int(tokens[place])
    return None


def _year_of_day(tokens: Tokens, place: int) -> tuple[int, int | None]:
    """The year behind day and month and its end; `place` and None where there is none."""
    year = _year_at(tokens, place)
    if year is not None:
        return year
    short = place < len(tokens) and len(tokens[place]) == 2 and tokens[place].isdecimal()
    if short and (place + 1 == len(tokens) or tokens[place + 1] in _CENTURY):
        return place + 1, _in_full(int(tokens[place]))
    return place, None


def _in_full(year: int) -> int:
    return year + (1900 if year >= CENTURY_PIVOT else 2000)


def _day_at(tokens: Tokens, place: int, words: CalendarWords) -> tuple[int, int] | None:
    """The day of a month at `place` ("4", "4th"): its end and number."""
    if place >= len(tokens):
        return None
    text = tokens[place]
    if len(text) > 2 or not text.isdecimal() or not 1 <= int(text) <= LONGEST_MONTH:
        return None
    end = place + 1
    if is_close(tokens, end):
        if tokens.lower[end] in words.lists["ordinal_endings"]:
            return end + 1, int(text)
        if tokens[end][0].isalpha() or (tokens[end] in ":%" and is_close(tokens, end + 1)):
            return None
    return end, int(text)


def _last_day(tokens: Tokens, place: int, first: int, words: CalendarWords) -> tuple[int, int] | None:
    """The later day behind a link ("-5", "and 5"): its end and number."""
    if place >= len(tokens) or tokens.lower[place] not in words.lists["day_links"]:
        return None
    last = _day_at(tokens, place + 1, words)
    return last if last is not None and first < last[1] else None


def _day_first(tokens: Tokens, place: int, words: CalendarWords) -> DatePhrase | None:
    """A date that begins with the day: "4 February", "2 to 5 May", "4th of July 2015"."""
    day = _day_at(tokens, place, words)
    if day is None:
        return None
    end, last = _last_day(tokens, *day, words) or day
    if end < len(tokens) and tokens.lower[end] in words.lists["month_links"]:
        end += 1
    named = month_at(tokens, end, words)
    if named is None:
        return None
    end, year = _year_of_day(tokens, named[0])
    return DatePhrase(end, WrittenDate(year, named[1].number, day[1]), WrittenDate(year, named[1].number, last))


def _month_first(tokens: Tokens, place: int, words: CalendarWords) -> DatePhrase | None:
    """A date that begins with the month: "February 4", "July 4 2015", "May 2-5", "March 2011"."""
    named = month_at(tokens, place, words)
    if named is None:
        return None
    end, month = named[0], named[1].number
    year = _year_at(tokens, end)
    if year is not None:
        return DatePhrase(year[0], WrittenDate(year[1], month), WrittenDate(year[1], month))
    day = _day_at(tokens, end, words)
    if day is None or _counts_people(tokens, place, day[0], words):
        return None
    joined = is_close(tokens, day[0]) and is_close(tokens, day[0] + 1)  # "July 4 - 27 killed" is no range of days
    end, last = (_last_day(tokens, *day, words) if joined else None) or day
    end, written = _year_of_day(tokens, end)
    return DatePhrase(end, WrittenDate(written, month, day[1]), WrittenDate(written, month, last))


def _counts_people(tokens: Tokens, place: int, end: int, words: CalendarWords) -> bool:
    """Does the number behind the month belong to the next word: "in July 27 people"?"""
    if place == 0 or tokens.lower[place - 1] not in words.lists["month_openers"]:
        return False
    return end < len(tokens) and tokens[end].islower() and tokens[end - 1].isdecimal()


def sign_follows(tokens: Tokens, place: int) -> bool:
    """Does one of the signs that dates in figures are written with stand close behind token `place`?"""
    return place + 1 < len(tokens) and tokens[place + 1] in SIGNS and is_close(tokens, place + 1)


def _in_figures(tokens: Tokens, place: int) -> DatePhrase | None:
    """A date in figures: "04.07.2015", "18-07-2016", "2023-02-04", "4/7/15".

    The day stands before the month unless only the other way works.
    """
    if not sign_follows(tokens, place):
        return None
    end = place + 2
    while end < place + FIGURES and is_close(tokens, end):
        end += 1
    written = _IN_FIGURES.match("".join(tokens[place:end]))
    if written is None or (is_close(tokens, place) and tokens[place - 1] in "/-."):
        return None
    stop = tokens.starts[place] + written.end()
    end = next((last + 1 for last in range(place, end) if tokens.ends[last] == stop), 0)
    found = _of_figures(written[1], written[2], written[3], written[4])
    return DatePhrase(end, found, found) if end and found is not None and found.window(None) is not None else None


def _of_figures(first: str, sign: str, middle: str, last: str) -> WrittenDate | None:
    if len(first) == 4:
        return WrittenDate(int(first), int(middle), int(last))
    if len(last) == 4:
        year = int(last)
    elif sign == "/" and len(last) == 2:
        year = _in_full(int(last))
    else:
        return None
    day, month = int(first), int(middle)
    return WrittenDate(year, day, month) if month > MONTHS >= day else WrittenDate(year, month, day)
