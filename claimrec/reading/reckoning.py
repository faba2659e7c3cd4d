"""Days counted from other days: "two days ago", "last month", "early March", "a week before that"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Literal

import attrs

from claimrec.lexicon.entries import TimeEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.dates import CalendarWords, calendar_words, month_end
from claimrec.reading.numerals import NumberWords, number_words
from claimrec.reading.phrases import Phrases
from claimrec.reading.tokens import tokenize
from claimrec.values.window import Window

TimeKind = Literal["day", "span", "since", "dateline"]
"""`day`: on a day, or a night of two; `span`: within several days, a month, a year; `since`: running up to publication;
`dateline`: when the text was printed."""

WEEK, DAY = 168, 24
"""Hours."""
MONTHS = 12
MONTH_THIRDS = (1, 11, 21)
"""First days of early, middle and late in a month (UCDP GED: 1-10, 11-20, 21 to the end)."""
YEAR_THIRDS = (1, 5, 9)
"""First months of early, middle and late in a year (own, after the same thirds)."""
WEEKS_TOLERANCE = 3
"""Days around "two weeks ago" and more: said of weeks, not of days (own)."""


@attrs.frozen
class Reckoned:
    """A time that ends before token `end`: its days, and whether they were counted from another day.

    `anchor` is that other day where it is not publication: "a week before that".
    """

    end: int
    window: Window
    kind: TimeKind
    relative: bool = False
    anchor: Window | None = None


@attrs.frozen
class Unit:
    """A unit of time: so many hours, or so many months; `few` is how many of it "recent" and "several" can mean."""

    hours: int
    months: int
    few: int

    def back(self, day: date, amount: int) -> date:
        """The day so many units before `day`; a part of a day is none.

        >>> Unit(0, 1, 6).back(date(2016, 3, 31), 1)
        datetime.date(2016, 2, 29)
        """
        if self.months:
            return months_on(day, -self.months * amount)
        return days_on(day, -(self.hours * amount // DAY))

    def around(self, day: date) -> Window:
        """The week (Monday to Sunday), month or year that holds `day`; of any other unit the day itself."""
        if self.months >= MONTHS:
            return Window(date(day.year, 1, 1), date(day.year, 12, 31))
        if self.months:
            return Window(day.replace(day=1), month_end(day))
        if self.hours == WEEK:
            first = days_on(day, -day.weekday())
            return Window(first, days_on(first, 6))
        return Window.on(day)


def days_on(day: date, days: int) -> date:
    """The day so many days later, or earlier, as far as the calendar goes."""
    room = (date.max - day).days if days > 0 else (day - date.min).days
    return day + timedelta(days=min(days, room) if days > 0 else -min(-days, room))


def months_on(day: date, months: int) -> date:
    """The same day so many months later, or earlier; the last of a shorter month."""
    count = min(max(day.year * MONTHS + day.month - 1 + months, MONTHS), date.max.year * MONTHS + MONTHS - 1)
    first = date(count // MONTHS, count % MONTHS + 1, 1)
    return first.replace(day=min(day.day, month_end(first).day))


def weekday_before(day: date, number: int) -> date:
    """The nearest such weekday on or before `day` (0 is Monday).

    >>> weekday_before(date(2016, 7, 5), 4)
    datetime.date(2016, 7, 1)
    """
    return days_on(day, -((day.weekday() - number) % 7))


def third_of(window: Window, part: int) -> Window:
    """The early (0), middle (1) or late (2) part of a month or year; of anything else the whole.

    >>> str(third_of(Window(date(2015, 3, 1), date(2015, 3, 31)), 2))
    '2015-03-21 to 2015-03-31'
    """
    first = window.first
    if window.last == month_end(first) and first.day == 1:
        starts = [first.replace(day=day) for day in MONTH_THIRDS]
    elif (first.day, first.month, window.last) == (1, 1, date(first.year, 12, 31)):
        starts = [date(first.year, month, 1) for month in YEAR_THIRDS]
    else:
        return window
    return Window(starts[part], days_on(starts[part + 1], -1) if part < len(starts) - 1 else window.last)


@attrs.frozen(eq=False)
class TimeWords:
    """The words of `times.toml`, ready to look up; `starts` are the readings that a word can begin."""

    calendar: CalendarWords
    numbers: NumberWords
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    days: Phrases[tuple[int, int]]
    units: Mapping[str, Unit]
    plural_units: frozenset[str]
    parts: Phrases[int]
    phrases: Mapping[str, Phrases[None]]
    starts: Mapping[str, tuple[str, ...]]

    def has(self, name: str, word: str) -> bool:
        """Does the lower-case word stand in this list of the grammar?"""
        return word in self.calendar.lists[name]


@cache
def time_words(lexicon: Lexicon) -> TimeWords:
    """The compiled times of a lexicon.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> time_words(load_lexicon("common")).weekdays["sunday"]
    6
    """
    entries = lexicon.of(TimeEntry)
    by_role: dict[str, list[TimeEntry]] = {}
    for entry in entries.values():
        by_role.setdefault(entry.role, []).append(entry)
    calendar, numbers = calendar_words(lexicon), number_words(lexicon)
    lists = ("earlier", "later", "some", "couple", "so_far", "longer", "not_times", "of")
    days = [(word, entry.days) for entry in by_role["day"] for word in entry.words]
    parts = [(word, entry.number) for entry in by_role["part"] for word in entry.words]
    weekdays = {word.lower(): entry.number for entry in by_role["weekday"] for word in entry.words}
    short = {word.lower(): entry.number for entry in by_role["weekday"] for word in entry.short}
    units = {word: Unit(entry.hours, entry.months, entry.few) for entry in by_role["unit"] for word in entry.words}
    phrases = {name: Phrases((word, None) for word in entries[name].words) for name in lists}

    starts: dict[str, list[str]] = {}

    def begin(reading: str, phrases: object) -> None:
        for first in dict.fromkeys(tokenize(phrase)[0].lower for phrase in phrases):  # type: ignore[attr-defined]
            starts.setdefault(first, []).append(reading)

    begin("nothing", entries["not_times"].words)
    begin("since", entries["since"].words)
    begin("range", [*entries["between"].words, *entries["from"].words])
    begin("part", [word for word, _ in parts])
    begin("day", [word for word, _ in days])
    begin("weekday", [*weekdays, *(f"{word}s" for word in weekdays), *short])
    begin("date", calendar.months)
    return TimeWords(
        calendar=calendar,
        numbers=numbers,
        weekdays=weekdays,
        short_weekdays=short,
        days=Phrases(days),
        units=units,
        plural_units=frozenset(word for entry in by_role["unit"] for word in entry.words[1:]),
        parts=Phrases(parts),
        phrases=phrases,
        starts={word: tuple(readings) for word, readings in starts.items()},
    )
