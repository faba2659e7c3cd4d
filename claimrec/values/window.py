"""When something happened, as precisely as it was said."""

from __future__ import annotations

import re
from datetime import date, timedelta

import attrs

from claimrec.errors import WindowError

_WRITTEN = re.compile(r"(\d{4}-\d\d-\d\d)(?: to (\d{4}-\d\d-\d\d))?")


@attrs.frozen
class Window:
    """Whole days from `first` to `last`, both included (METHOD 19: a date carries its precision).

    Upside-down windows and anything that is no plain day raise WindowError.

    >>> Window(date(2023, 2, 1), date(2023, 2, 4)) & Window.on(date(2023, 2, 3))
    Window(first=datetime.date(2023, 2, 3), last=datetime.date(2023, 2, 3))
    """

    first: date
    last: date

    def __attrs_post_init__(self) -> None:
        first, last = self.first, self.last
        if type(first) is not date or type(last) is not date:  # a datetime is a date to isinstance
            raise WindowError(f"a window is made of days, not {last if type(first) is date else first!r}")
        if last < first:
            raise WindowError(f"a window cannot run from {first} back to {last}")

    @classmethod
    def on(cls, day: date) -> Window:
        """The window of one day.

        >>> str(Window.on(date(2023, 2, 3)))
        '2023-02-03'
        """
        return cls(day, day)

    @property
    def days(self) -> int:
        """How many days it holds; a single day holds 1."""
        return (self.last - self.first).days + 1

    def allows(self, day: date) -> bool:
        """Does `day` lie within?"""
        return self.first <= day <= self.last

    def within(self, other: Window) -> bool:
        """Does `other` hold every day of this window?"""
        return other.first <= self.first and self.last <= other.last

    def gap(self, other: Window) -> int:
        """Days from one window to the nearest day of the other; 0 when they share a day.

        >>> Window.on(date(2023, 2, 1)).gap(Window.on(date(2023, 2, 4)))
        3
        """
        return max(0, (other.first - self.last).days, (self.first - other.last).days)

    def widened(self, days: int) -> Window:
        """The same window with `days` more on each side, as far as the calendar goes."""
        before = min(days, (self.first - date.min).days)
        after = min(days, (date.max - self.last).days)
        return Window(self.first - timedelta(days=before), self.last + timedelta(days=after))

    def __and__(self, other: object) -> Window | None:
        """The days that both hold, or None: a contradiction."""
        if not isinstance(other, Window):
            return NotImplemented
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Window(first, last) if first <= last else None

    def hull(self, other: Window) -> Window:
        """The narrowest window that holds both."""
        return Window(min(self.first, other.first), max(self.last, other.last))

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first} to {self.last}"

    @classmethod
    def parse(cls, text: str) -> Window:
        """The window that `str` wrote.

        >>> Window.parse("2023-02-01 to 2023-02-04").days
        4
        """
        written = _WRITTEN.fullmatch(text)
        if not written:
            raise WindowError(f"expected a window such as '2023-02-01' or '2023-02-01 to 2023-02-04', not {text!r}")
        try:
            first, last = (date.fromisoformat(day) for day in (written[1], written[2] or written[1]))
        except ValueError as error:
            raise WindowError(f"no such day in {text!r}: {error}") from error
        return cls(first, last)
