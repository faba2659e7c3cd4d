"""Days as tables write them: five styles, years of two digits, and a spreadsheet's count of days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

import attrs

Order = Literal["day first", "month first"]
"""Which of two numbers comes first in 03/04/2016."""

EXCEL_EPOCH = date(1899, 12, 30)
"""Day 0 of a spreadsheet, which holds 1900 for a leap year (ECMA-376, part 1, 18.17.4)."""
EXCEL_DAYS = range(20_000, 80_000)
"""Serial days that are taken for days: 1954 to 2119."""
PIVOT = 69
"""Years of two digits below are of this century (POSIX, strptime)."""

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.,+Z -]*)?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?: [\d:.]+(?: ?[AaPp][Mm])?)?")
_YEAR_FIRST = re.compile(r"(\d{4})([/.])(\d{1,2})\2(\d{1,2})")
_DAY_WORD = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4}|\d\d)")
_WORD_DAY = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}|\d\d)")
_SERIAL = re.compile(r"(\d{5})(?:\.\d*)?")

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@attrs.frozen
class Day:
    """A day, and what a reader should know of how it was read."""

    day: date
    remark: str | None = None


def order_in(texts: Iterable[str]) -> Order | None:
    """Which comes first in a column, told by its days after the twelfth; None where none or both orders are used.

    >>> order_in(["03/04/2016", "25/04/2016"]), order_in(["03/04/2016"])
    ('day first', None)
    """
    found: set[Order] = set()
    for text in texts:
        written = _NUMBERS.fullmatch(text.strip())
        if written and (int(written[1]) > 12) != (int(written[3]) > 12):
            found.add("day first" if int(written[1]) > 12 else "month first")
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=1 << 14)  # the days of a war are few beside the rows of its tables
def read_day(text: str, order: Order | None = None) -> Day:
    """The day that a cell names; ValueError says why it names none.

    >>> read_day("2016-03-04").day == read_day("4 March 2016").day == read_day("04/03/2016", "day first").day
    True
    >>> read_day("42433").remark
    '42433 read as a spreadsheet counts days, 2016-03-04'
    >>> read_day("03/04/2016")
    Traceback (most recent call last):
    ...
    ValueError: '03/04/2016' can be 3 April or 4 March
    """
    said = " ".join(text.split())
    for pattern in (_ISO, _COMPACT):
        if written := pattern.fullmatch(said):
            return Day(_date(said, int(written[1]), int(written[2]), int(written[3])))
    if written := _YEAR_FIRST.fullmatch(said):
        return Day(_date(said, int(written[1]), int(written[3]), int(written[4])))
    if written := _NUMBERS.fullmatch(said):
        return _by_order(said, int(written[1]), int(written[3]), written[4], order)
    if written := _DAY_WORD.fullmatch(said):
        return _dated(said, int(written[1]), _month(written[2], said), written[3])
    if written := _WORD_DAY.fullmatch(said):
        return _dated(said, int(written[2]), _month(written[1], said), written[3])
    if (written := _SERIAL.fullmatch(said)) and int(written[1]) in EXCEL_DAYS:
        day = EXCEL_EPOCH + timedelta(days=int(written[1]))
        return Day(day, f"{said} read as a spreadsheet counts days, {day}")
    raise ValueError(f"expected a day such as 2016-03-04, not {said!r}")


def _by_order(said: str, one: int, other: int, year: str, order: Order | None) -> Day:
    if one > 12 or (order == "day first" and other <= 12):
        return _dated(said, one, other, year)
    if other > 12 or order == "month first" or one == other:
        return _dated(said, other, one, year)
    raise ValueError(f"{said!r} can be {one} {_MONTHS[other - 1]} or {other} {_MONTHS[one - 1]}")


def _dated(said: str, day: int, month: int, year: str) -> Day:
    if len(year) == 4:
        return Day(_date(said, int(year), month, day))
    full = int(year) + (2000 if int(year) < PIVOT else 1900)
    return Day(_date(said, full, month, day), f"the year of {said!r} read as {full}")


def _date(said: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ValueError(f"{said!r} is no day: {error}") from error


def _month(word: str, said: str) -> int:
    found = [number for number, name in enumerate(_MONTHS, start=1) if name.lower().startswith(word.lower())]
    if len(found) != 1:
        raise ValueError(f"expected a month, not {word!r} in {said!r}")
    return found[0]
