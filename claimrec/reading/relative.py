"""Single times as they are said: dates, weekdays, "yesterday", "last week", "two days ago", "early March"."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

import attrs

from claimrec.reading.dates import DatePhrase, date_at, month_at
from claimrec.reading.measures import is_year_like
from claimrec.reading.reckoning import WEEK, WrittenDate, days_on, part_of, up_to, weekday_before
from claimrec.reading.time_words import TimeWords
from claimrec.reading.tokens import Tokens
from claimrec.values.window import Window

TimeKind = Literal["day", "span", "since", "dateline"]
"""`day`: on a day, or in a night of two; `span`: within several days, a month, a year; `since`: running up to
publication; `dateline`: when the text was printed."""

DAYPARTS = 2
"""Words of a part of the day behind a day: "Sunday morning overnight"."""


@attrs.define(unsafe_hash=True)  # as brief; a class that is evolved says so itself
class Setting:
    """What a time is counted from: the publication day, and the time said before it in the text.

    `latest` is the last day that a weekday can mean where that is not publication; `opened` lets a month or a year
    stand alone, which otherwise takes a word such as "in" before it.
    """

    words: TimeWords
    published: date | None
    anchor: Window | None = None
    opened: bool = False
    latest: date | None = None


class Said(NamedTuple):
    """A time whose words end before token `end`.

    `relative` ones were counted from another day: from publication, or from `anchor` ("a week before that"). `full`
    ones name day, month and year; `start` is what a time that runs up to publication begins with.
    """

    end: int
    window: Window
    kind: TimeKind
    relative: bool = False
    anchor: Window | None = None
    full: bool = False
    start: Window | None = None


def said_date(tokens: Tokens, place: int, setting: Setting) -> Said | None:
    """A date: "4 February", "July 4 2015", "20 March this year", "in March", "in 2019"."""
    words, published = setting.words, setting.published
    written = date_at(tokens, place, words.calendar)
    if written is None or written.last.day is None:
        alone = _month_with_year(written) or _month_or_year(tokens, place, setting)
        return None if alone is None else Said(alone[0], up_to(alone[1], published), "span")
    end, year = written.end, written.last.year
    if year is None:
        end, year = _year_of(tokens, end, setting)
    if year is None and end < len(tokens) and words.has("date_names", tokens.lower[end]):
        return None
    last = written.last.window(published) if year is None else written.last.in_year(year)
    first = written.first.in_year(last.first.year) if last is not None else None
    if first is None or last is None:
        return None
    window = Window(first.first, last.last)
    return Said(end, window, "day" if window.days == 1 else "span", full=year is not None)


def _year_of(tokens: Tokens, place: int, setting: Setting) -> tuple[int, int | None]:
    """The year of "this year" or "of last year" behind a day or month, and its end."""
    for name, back in (("of_this_year", 0), ("of_last_year", 1)):
        hit = setting.words.phrases[name].at(tokens, place)
        if hit is not None and setting.published is not None:
            return hit[0], setting.published.year - back
    return place, None


def _month_with_year(written: DatePhrase | None) -> tuple[int, Window] | None:
    """The end and the days of "March 2011"."""
    window = written.first.window(None) if written is not None and written.first.day is None else None
    return None if written is None or window is None else (written.end, window)


def _month_or_year(tokens: Tokens, place: int, setting: Setting) -> tuple[int, Window] | None:
    """The end and the days of a month or year that stands alone."""
    words = setting.words
    if not setting.opened and (place == 0 or not words.has("openers", tokens.lower[place - 1])):
        return None
    named = month_at(tokens, place, words.calendar)
    if named is not None:
        end, year = _year_of(tokens, named[0], setting)
        window = None if named[1].short else WrittenDate(year, named[1].number).window(setting.published)
        return None if window is None else (end, window)
    if not is_year_like(tokens, place, place + 1):
        return None
    year_alone = WrittenDate(int(tokens[place])).window(None)
    return None if year_alone is None else (place + 1, year_alone)


def said_weekday(tokens: Tokens, place: int, setting: Setting) -> Said | None:
    """The nearest weekday on or before publication: "Thursday night", "Tuesday last week", "Monday, November 13"."""
    words, published = setting.words, setting.published
    number = _weekday_number(tokens, place, words)
    if number is None and tokens.lower[place] not in words.short_weekdays:
        return None
    end = _behind_dayparts(tokens, place + 1, words)
    dated = _date_behind(tokens, end, setting)
    if dated is not None or number is None or published is None:
        return dated
    before = words.phrases["of_last_week"].at(tokens, end)
    if before is not None:
        return Said(before[0], Window.on(days_on(weekday_before(published, 0), number - 7)), "day")
    return Said(end, Window.on(weekday_before(setting.latest or published, number)), "day")


def _weekday_number(tokens: Tokens, place: int, words: TimeWords) -> int | None:
    """The weekday at `place`, also with a lost apostrophe ("Tuesdays attacks"), not the habit ("on Tuesdays")."""
    if place >= len(tokens):
        return None
    lower = tokens.lower[place]
    if lower in words.weekdays:
        return words.weekdays[lower]
    habit = place > 0 and words.has("habits", tokens.lower[place - 1])
    noun = place + 1 < len(tokens) and tokens[place + 1][0].isalpha()
    return words.weekdays.get(lower.removesuffix("s")) if noun and not habit else None


def _behind_dayparts(tokens: Tokens, place: int, words: TimeWords) -> int:
    """The place behind "morning", "night" and the like."""
    end = place
    while end < min(len(tokens), place + DAYPARTS) and words.has("dayparts", tokens.lower[end]):
        end += 1
    return end


def _date_behind(tokens: Tokens, place: int, setting: Setting) -> Said | None:
    """The date that a weekday belongs to."""
    if place < len(tokens) and setting.words.has("date_links", tokens.lower[place]):
        place += 1
    if place >= len(tokens) or date_at(tokens, place, setting.words.calendar) is None:
        return None
    dated = said_date(tokens, place, setting)
    return dated if dated is not None and dated.kind == "day" else None


def said_day(tokens: Tokens, place: int, setting: Setting) -> Said | None:
    """A day beside publication: "yesterday", "this morning", "overnight"."""
    words, published = setting.words, setting.published
    hit = words.days.at(tokens, place)
    if hit is None or published is None:
        return None
    end, (first, last) = hit
    if first != last and end < len(tokens):
        joined = tokens.lower[end]
        if words.has("between", joined) or words.has("from", joined):
            return None  # "overnight from Friday to Saturday" is read as that range
        night = _night_of(tokens, end, setting.words, published)
        if night is not None:
            return night
    window = Window(days_on(published, first), days_on(published, last))
    return Said(_behind_dayparts(tokens, end, words), window, "day", relative=True)


def _night_of(tokens: Tokens, place: int, words: TimeWords, published: date) -> Said | None:
    """The two days of "overnight into Sunday" or "overnight on Friday", behind the first word."""
    joined = tokens.lower[place]
    into = words.has("night_to", joined)
    at = place + 1 if into or words.has("night_of", joined) else place
    number = _weekday_number(tokens, at, words)
    if number is None:
        return None
    day = weekday_before(published, number)
    return Said(
        at + 1, Window(days_on(day, -1), day) if into else up_to(Window(day, days_on(day, 1)), published), "day"
    )


def said_part(tokens: Tokens, place: int, setting: Setting) -> Said | None:
    """A part of a month or year: "early March", "late 2014", "the start of the year", "late last month"."""
    hit = setting.words.parts.at(tokens, place)
    if hit is None or hit[0] == len(tokens):
        return None
    at, part = hit
    relative = False
    whole = _month_with_year(date_at(tokens, at, setting.words.calendar))
    whole = whole or _month_or_year(tokens, at, attrs.evolve(setting, opened=True))
    if whole is None:
        whole, relative = _period_of_part(tokens, at, setting), True
    if whole is None:
        return None
    return Said(whole[0], up_to(part_of(whole[1], part), setting.published), "span", relative)


def _period_of_part(tokens: Tokens, place: int, setting: Setting) -> tuple[int, Window] | None:
    """The end and the days of "last month", "this year", "the year"."""
    words, published = setting.words, setting.published
    unit = words.units.get(tokens.lower[place + 1]) if place + 1 < len(tokens) else None
    if published is None or unit is None or unit.hours not in (0, WEEK) or not (unit.hours or unit.is_long):
        return None
    head = tokens.lower[place]
    if words.has("last", head):
        return place + 2, unit.around(unit.on(published, -1))
    if words.has("this", head) or words.has("the", head):
        return place + 2, unit.around(published)
    return None
