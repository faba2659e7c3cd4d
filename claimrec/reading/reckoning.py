"""Days reckoned on the calendar: so many units back, the weekday before, the late part of a month, a year left out."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import attrs

from claimrec.reading.brief import brief
from claimrec.values.window import Window

WEEK, DAY = 168, 24
"""Hours."""
MONTHS = 12
MONTH_PARTS = ((1, 10), (11, 20), (21, 31), (1, 10), (21, 31))
"""First and last days of the early, middle, late, first and last part of a month (UCDP GED)."""
YEAR_PARTS = ((1, 4), (5, 8), (9, 12), (1, 1), (12, 12))
"""First and last months of the same parts of a year (own, after the same thirds)."""


LEAP_CYCLE = 9
"""Years among which one holds a 29 February, whatever the century."""


def days_on(day: date, days: int) -> date:
    """The day so many days later, or earlier, as far as the calendar goes."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def months_on(day: date, months: int) -> date:
    """The same day so many months later, or earlier; the last of a shorter month.

    >>> months_on(date(2016, 3, 31), -1)
    datetime.date(2016, 2, 29)
    """
    first_month, last_month = MONTHS, date.max.year * MONTHS + MONTHS - 1
    month = min(max(day.year * MONTHS + day.month - 1 + months, first_month), last_month)
    first = date(month // MONTHS, month % MONTHS + 1, 1)
    return first.replace(day=min(day.day, month_end(first).day))


def weekday_before(day: date, number: int) -> date:
    """The nearest such weekday on or before `day` (0 is Monday).

    >>> weekday_before(date(2016, 7, 5), 4)
    datetime.date(2016, 7, 1)
    """
    return days_on(day, -((day.weekday() - number) % 7))


def month_end(day: date) -> date:
    """The last day of its month.

    >>> month_end(date(2016, 2, 1))
    datetime.date(2016, 2, 29)
    """
    return day.replace(day=monthrange(day.year, day.month)[1])


def part_of(window: Window, part: int) -> Window:
    """The early (0), middle (1), late (2), first (3) or last (4) part of a month or year; of anything else the whole.

    >>> str(part_of(Window(date(2015, 3, 1), date(2015, 3, 31)), 2))
    '2015-03-21 to 2015-03-31'
    """
    first = window.first
    if first.day == 1 and window.last == month_end(first):
        early, late = MONTH_PARTS[part]
        return Window(first.replace(day=early), first.replace(day=min(late, window.last.day)))
    if window == Window(date(first.year, 1, 1), date(first.year, 12, 31)):
        early, late = YEAR_PARTS[part]
        return Window(date(first.year, early, 1), month_end(date(first.year, late, 1)))
    return window


def up_to(window: Window, published: date | None) -> Window:
    """The days until publication of a window that had begun by then; any other window as it is.

    >>> str(up_to(Window(date(2016, 7, 1), date(2016, 7, 31)), date(2016, 7, 27)))
    '2016-07-01 to 2016-07-27'
    """
    begun = published is not None and window.first <= published < window.last
    return Window(window.first, published) if begun and published is not None else window


@attrs.frozen
class Unit:
    """A unit of time: so many hours, or so many months; `few` is how many of it "recent" and "several" can mean."""

    hours: int
    months: int
    few: int

    @property
    def is_long(self) -> bool:
        """Is it a month or more?"""
        return self.months > 0

    def on(self, day: date, amount: int) -> date:
        """The day so many units after `day`, or before it; of hours and minutes only whole days count.

        >>> Unit(hours=1, months=0, few=24).on(date(2016, 3, 31), -30)
        datetime.date(2016, 3, 30)
        """
        if self.is_long:
            return months_on(day, self.months * amount)
        days = self.hours * abs(amount) // DAY
        return days_on(day, days if amount > 0 else -days)

    def around(self, day: date) -> Window:
        """The week (Monday to Sunday), month or year that holds `day`; of any other unit the day itself."""
        if self.months >= MONTHS:
            return Window(date(day.year, 1, 1), date(day.year, 12, 31))
        if self.is_long:
            return Window(day.replace(day=1), month_end(day))
        if self.hours == WEEK:
            monday = weekday_before(day, 0)
            return Window(monday, days_on(monday, 6))
        return Window.on(day)


@brief
class WrittenDate:
    """A date with the parts that were written; a year alone has no month, a month alone no day."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def window(self, published: date | None) -> Window | None:
        """The days it can mean: without a year the latest that had begun by the day after publication.

        None where no such day exists, or where neither the year nor the publication day is known.

        >>> str(WrittenDate(None, 12, 30).window(date(2023, 1, 14)))
        '2022-12-30'
        """
        if self.year is not None:
            return self.in_year(self.year)
        if published is None:
            return None
        latest = days_on(published, 1)
        for year in range(latest.year, max(latest.year - LEAP_CYCLE, 0), -1):
            window = self.in_year(year)
            if window is not None and window.first <= latest:
                return window
        return None

    def in_year(self, year: int) -> Window | None:
        """The days that it means in a year, None where that has no such day.

        >>> str(WrittenDate(None, 2, 3).in_year(2023))
        '2023-02-03'
        """
        try:
            if self.month is None:
                return Window(date(year, 1, 1), date(year, 12, 31))
            if self.day is not None:
                return Window.on(date(year, self.month, self.day))
        except ValueError:  # 30 February
            return None
        first = date(year, self.month, 1)
        return Window(first, month_end(first))
