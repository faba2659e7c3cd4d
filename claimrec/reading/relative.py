"""Single times as they are said: dates, weekdays, "yesterday", "last week", "two days ago", "early March"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

import attrs

from claimrec.reading.dates import WrittenDate, date_at, month_at
from claimrec.reading.measures import is_year_like
from claimrec.reading.numerals import number_at
from claimrec.reading.reckoning import DAY, WEEK, Unit, days_on, part_of, up_to, weekday_before
from claimrec.reading.time_words import TimeWords
from claimrec.reading.tokens import Token
from claimrec.values.window import Window

TimeKind = Literal["day", "span", "since", "dateline"]
"""`day`: on a day, or in a night of two; `span`: within several days, a month, a year; `since`: running up to
publication; `dateline`: when the text was printed."""

WEEKS_TOLERANCE = 3
"""Days around "two weeks ago": weeks are meant, not days (own)."""
LONGEST_AMOUNT = 10_000
"""An amount of time from here on is none."""
DAYPARTS = 2
"""Words of a part of the day behind a day: "Sunday morning overnight"."""


@attrs.frozen(eq=False)
class Setting:
    """What a time is counted from: the publication day, and the time said before it in the text.

    `opened` lets a month or a year stand alone, which otherwise takes a word such as "in" before it.
    """

    words: TimeWords
    published: date | None
    anchor: Window | None = None
    opened: bool = False


@attrs.frozen
class Said:
    """A time whose words end before token `end`.

    `relative` ones were counted from another day: from publication, or from `anchor` ("a week before that"). `full`
    ones name day, month and year.
    """

    end: int
    window: Window
    kind: TimeKind
    relative: bool = False
    anchor: Window | None = None
    full: bool = False


def said_date(tokens: Sequence[Token], place: int, setting: Setting) -> Said | None:
    """ "4 February", "July 4 2015", "in March", "in 2019"."""
    words, published = setting.words, setting.published
    written = date_at(tokens, place, words.calendar)
    if written is None:
        alone = _month_or_year(tokens, place, setting)
        return None if alone is None else Said(alone[0], up_to(alone[1], published), "span")
    last = written.last.window(published)
    if last is None:
        return None
    first = attrs.evolve(written.first, year=last.first.year).window(None)
    full = written.last.year is not None and written.last.day is not None
    if first is None:
        return None
    window = Window(first.first, last.last)
    if written.last.day is None:
        return Said(written.end, up_to(window, published), "span")
    return Said(written.end, window, "day" if window.days == 1 else "span", full=full)


def _month_or_year(tokens: Sequence[Token], place: int, setting: Setting) -> tuple[int, Window] | None:
    """The end and the days of a month or year that stands alone."""
    words = setting.words
    if not setting.opened and (place == 0 or not words.has("openers", tokens[place - 1].lower)):
        return None
    named = month_at(tokens, place, words.calendar)
    if named is not None:
        window = None if named[1].short else WrittenDate(None, named[1].number).window(setting.published)
        return None if window is None else (named[0], window)
    if not is_year_like(tokens, place, place + 1):
        return None
    year = WrittenDate(int(tokens[place].text)).window(None)
    return None if year is None else (place + 1, year)


def said_weekday(tokens: Sequence[Token], place: int, setting: Setting) -> Said | None:
    """ "Thursday night", "Tuesday last week", "Monday, November 13": the nearest on or before publication."""
    words, published = setting.words, setting.published
    number = _weekday_number(tokens, place, words)
    if number is None and tokens[place].lower not in words.short_weekdays:
        return None
    end = _behind_dayparts(tokens, place + 1, words)
    dated = _date_behind(tokens, end, setting)
    if dated is not None or number is None or published is None:
        return dated
    before = words.phrases["of_last_week"].at(tokens, end)
    if before is not None:
        return Said(before[0], Window.on(days_on(weekday_before(published, 0), number - 7)), "day")
    return Said(end, Window.on(weekday_before(published, number)), "day")


def _weekday_number(tokens: Sequence[Token], place: int, words: TimeWords) -> int | None:
    """The weekday at `place`, also with a lost apostrophe ("Tuesdays attacks"), not the habit ("on Tuesdays")."""
    if place >= len(tokens):
        return None
    lower = tokens[place].lower
    if lower in words.weekdays:
        return words.weekdays[lower]
    habit = place > 0 and words.has("habits", tokens[place - 1].lower)
    noun = place + 1 < len(tokens) and tokens[place + 1].text[0].isalpha()
    return words.weekdays.get(lower.removesuffix("s")) if noun and not habit else None


def _behind_dayparts(tokens: Sequence[Token], place: int, words: TimeWords) -> int:
    """The place behind "morning", "night" and the like."""
    end = place
    while end < min(len(tokens), place + DAYPARTS) and words.has("dayparts", tokens[end].lower):
        end += 1
    return end


def _date_behind(tokens: Sequence[Token], place: int, setting: Setting) -> Said | None:
    """The date that a weekday belongs to."""
    if place < len(tokens) and setting.words.has("date_links", tokens[place].lower):
        place += 1
    if place >= len(tokens) or date_at(tokens, place, setting.words.calendar) is None:
        return None
    dated = said_date(tokens, place, setting)
    return dated if dated is not None and dated.kind == "day" else None


def said_day(tokens: Sequence[Token], place: int, setting: Setting) -> Said | None:
    """ "yesterday", "this morning", "overnight"."""
    words, published = setting.words, setting.published
    hit = words.days.at(tokens, place)
    if hit is None or published is None:
        return None
    end, (first, last) = hit
    if first != last and end < len(tokens):
        joined = tokens[end].lower
        if words.has("between", joined) or words.has("from", joined):
            return None  # "overnight from Friday to Saturday" is read as that range
        night = _night_of(tokens, end, setting.words, published)
        if night is not None:
            return night
    window = Window(days_on(published, first), days_on(published, last))
    return Said(_behind_dayparts(tokens, end, words), window, "day", relative=True)


def _night_of(tokens: Sequence[Token], place: int, words: TimeWords, published: date) -> Said | None:
    """The two days of "overnight into Sunday" or "overnight on Friday", behind the first word."""
    joined = tokens[place].lower
    into = words.has("night_to", joined)
    at = place + 1 if into or words.has("night_of", joined) else place
    number = _weekday_number(tokens, at, words)
    if number is None:
        return None
    day = weekday_before(published, number)
    return Said(at + 1, Window(days_on(day, -1), day) if into else up_to(Window(day, days_on(day, 1)), published), "day")


def said_amount(tokens: Sequence[Token], place: int, setting: Setting) -> Said | None:
    """ "two days ago", "a week before that", "the day before", "three days later"."""
    words = setting.words
    amount = amount_at(tokens, place, words)
    unit = words.units.get(tokens[amount[0]].lower) if amount is not None and amount[0] < len(tokens) else None
    if amount is None or unit is None or amount[0] + 1 == len(tokens):
        return None
    at = amount[0] + 1
    low, high = amount[1], amount[2] or max(amount[1], unit.few)
    if words.has("ago", tokens[at].lower):
        if setting.published is None or _is_open_amount(tokens, place, words):
            return None
        return _ago(at + 1, unit, low, high, setting.published)
    for link, sign in (("earlier", -1), ("later", 1)):
        hit = words.phrases[link].at(tokens, at)
        if hit is not None and not _is_counted_from_event(tokens, hit[0], words):
            return _counted_from(hit[0], unit, sign * low, sign * high, setting)
    return None


def amount_at(tokens: Sequence[Token], place: int, words: TimeWords) -> tuple[int, int, int | None] | None:
    """How many units begin at token `place`: the end, the least and the most, None for "several"."""
    if place >= len(tokens):
        return None
    if tokens[place].lower in words.units:
        if tokens[place].lower not in words.singular:
            return place, 2, None
        return (place, 1, 1) if place and words.has("the", tokens[place - 1].lower) else None
    some, couple = words.phrases["some"].at(tokens, place), words.phrases["couple"].at(tokens, place)
    if couple is not None:
        return couple[0], 2, 2
    if some is not None:
        return some[0], 2, None
    number = number_at(tokens, place, words.numbers)
    if number is None:
        return (place + 1, 1, 1) if tokens[place].lower in words.numbers.articles else None
    whole = int(number.value)
    return (number.end, whole, whole) if number.value == whole and 0 < whole < LONGEST_AMOUNT else None


def _is_open_amount(tokens: Sequence[Token], place: int, words: TimeWords) -> bool:
    """Does "more than" or "over" stand before the amount? Then no day is said."""
    longer = words.phrases["longer"]
    return any(place >= length and longer.at(tokens, place - length) == (place, None) for length in (1, 2))


def _is_counted_from_event(tokens: Sequence[Token], end: int, words: TimeWords) -> bool:
    """Does an event follow the link ("a day before the vote"), so that no day is said?"""
    return words.has("event_links", tokens[end - 1].lower) and end < len(tokens) and tokens[end].text[0].isalnum()


def _ago(end: int, unit: Unit, low: int, high: int, published: date) -> Said:
    if unit.is_long:
        window = unit.around(unit.on(published, -high)).hull(unit.around(unit.on(published, -low)))
        return Said(end, up_to(window, published), "span", relative=True)
    window = Window(unit.on(published, -high), unit.on(published, -low))
    if low == high and unit.hours * low > WEEK and unit.hours >= WEEK:
        window = window.widened(WEEKS_TOLERANCE)
    return Said(end, window, "day", relative=True)


def _counted_from(end: int, unit: Unit, nearest: int, farthest: int, setting: Setting) -> Said | None:
    """A time counted from the one before it in the text; earlier ones, if there is none, from publication."""
    base = setting.anchor
    if base is None and nearest < 0 and setting.published is not None:
        base = Window.on(setting.published)
    if base is None:
        return None
    first, last = sorted((nearest, farthest))
    window = Window(unit.on(base.first, first), unit.on(base.last, last))
    return Said(end, window, "span" if unit.is_long else "day", relative=True, anchor=setting.anchor)


def said_part(tokens: Sequence[Token], place: int, setting: Setting) -> Said | None:
    """ "early March", "late 2014", "the start of the year", "late last month"."""
    hit = setting.words.parts.at(tokens, place)
    if hit is None or hit[0] == len(tokens):
        return None
    at, part = hit
    relative = False
    whole = _month_with_year(tokens, at, setting) or _month_or_year(tokens, at, attrs.evolve(setting, opened=True))
    if whole is None:
        whole, relative = _period_of_part(tokens, at, setting), True
    if whole is None:
        return None
    return Said(whole[0], up_to(part_of(whole[1], part), setting.published), "span", relative)


def _month_with_year(tokens: Sequence[Token], place: int, setting: Setting) -> tuple[int, Window] | None:
    written = date_at(tokens, place, setting.words.calendar)
    window = written.first.window(None) if written is not None and written.first.day is None else None
    return None if written is None or window is None else (written.end, window)


def _period_of_part(tokens: Sequence[Token], place: int, setting: Setting) -> tuple[int, Window] | None:
    """ "last month", "this year", "the year"."""
    words, published = setting.words, setting.published
    unit = words.units.get(tokens[place + 1].lower) if place + 1 < len(tokens) else None
    if published is None or unit is None or unit.hours not in (0, WEEK) or not (unit.hours or unit.is_long):
        return None
    head = tokens[place].lower
    if words.has("last", head):
        return place + 2, unit.around(unit.on(published, -1))
    if words.has("this", head) or words.has("the", head):
        return place + 2, unit.around(published)
    return None
