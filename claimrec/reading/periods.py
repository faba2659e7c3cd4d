"""Periods named from publication: "last Friday", "the past two weeks", "this month", "recent days"."""

from __future__ import annotations

from datetime import date

from claimrec.reading.amounts import amount_at
from claimrec.reading.dates import month_at
from claimrec.reading.reckoning import DAY, Unit, WrittenDate, days_on, up_to, weekday_before
from claimrec.reading.relative import Said, Setting
from claimrec.reading.tokens import Tokens
from claimrec.values.window import Window

SATURDAY = 5


def said_period(tokens: Tokens, place: int, setting: Setting) -> Said | None:
    """A period: "last Friday", "last March", "last week", "the last two days", "recent weeks"."""
    words, published, at = setting.words, setting.published, place + 1
    if at == len(tokens):
        return None
    target = tokens.lower[at]
    if target in words.units:
        return _period(tokens, place, words.units[target], setting)
    if published is None:
        return None
    if target in words.weekdays:
        day = _weekday(tokens.lower[place], words.weekdays[target], setting, published)
        return None if day is None else Said(at + 1, Window.on(day), "day")
    named = month_at(tokens, at, words.calendar)
    if named is not None:
        month = _month(tokens.lower[place], named[1].number, setting, published)
        return None if month is None else Said(named[0], up_to(month, published), "span")
    return _amount(tokens, place, setting, published)


def _weekday(head: str, number: int, setting: Setting, published: date) -> date | None:
    """The day of "last Friday", before publication, of "next Friday", behind it, or of "this Friday"."""
    words = setting.words
    if words.has("last", head) or words.has("past", head) or words.has("previous", head):
        return weekday_before(days_on(published, -1), number)
    if words.has("next", head) or words.has("following", head):
        return weekday_before(days_on(published, 7), number)
    return weekday_before(published, number) if words.has("this", head) else None


def said_weekend(tokens: Tokens, place: int, setting: Setting) -> Said | None:
    """The latest Saturday and Sunday that had begun by publication, for "last weekend" a day before it."""
    words, published = setting.words, setting.published
    head = tokens.lower[place - 1] if place else ""
    if published is None or not (words.has("last", head) or words.has("this", head) or words.has("the", head)):
        return None
    seen = days_on(published, -1) if words.has("last", head) else published
    saturday = weekday_before(seen, SATURDAY)
    return Said(place + 1, up_to(Window(saturday, days_on(saturday, 1)), published), "span", relative=True)


def _month(head: str, number: int, setting: Setting, published: date) -> Window | None:
    """The days of "last March", which had ended before this month, or of "this March", which lies in this year."""
    if setting.words.has("last", head) or setting.words.has("past", head):
        return WrittenDate(None, number).window(days_on(published.replace(day=1), -2))
    return WrittenDate(published.year, number).window(None) if setting.words.has("this", head) else None


def _amount(tokens: Tokens, place: int, setting: Setting, published: date) -> Said | None:
    """So many units up to publication: "the last two days", "the past 24 hours", "the last few weeks"."""
    words, head = setting.words, tokens.lower[place]
    if not any(words.has(name, head) for name in ("last", "past", "previous", "recent")):
        return None
    amount = amount_at(tokens, place + 1, words)
    unit = words.units.get(tokens.lower[amount[0]]) if amount is not None and amount[0] < len(tokens) else None
    if amount is None or unit is None:
        return None
    return _rolling(amount[0] + 1, unit, amount[2] or max(amount[1], unit.few), published)


def _rolling(end: int, unit: Unit, amount: int, published: date) -> Said:
    """So many units up to publication; a part of a day reaches back into the day before."""
    if unit.is_long or unit.hours >= DAY:
        first = unit.on(published, -amount)
    else:
        first = days_on(published, -(unit.hours * amount) // DAY)  # rounded up
    return Said(end, Window(first, published), "span", relative=True)


def _period(tokens: Tokens, place: int, unit: Unit, setting: Setting) -> Said | None:
    """A head and a single unit: "last week", "the past year", "the previous day", "this month", "recent days"."""
    words, head, end, published = setting.words, tokens.lower[place], place + 2, setting.published
    anchored = _anchored(tokens, place, unit, setting)
    if anchored is not None or published is None:
        return anchored
    singular = tokens.lower[place + 1] in words.singular
    if words.has("recent", head):
        return None if singular else _rolling(end, unit, unit.few, published)
    in_days = not unit.is_long and unit.hours <= DAY
    if words.has("past", head) or (words.has("last", head) and (in_days or _is_definite(tokens, place, setting))):
        return _rolling(end, unit, 1 if singular else unit.few, published)
    if in_days or not singular:
        return None
    if words.has("last", head):
        return Said(end, unit.around(unit.on(published, -1)), "span", relative=True)
    if words.has("this", head):
        running = _is_running(tokens, place, end, setting)
        return Said(end, up_to(unit.around(published), published), "since" if running else "span", relative=True)
    if words.has("next", head):
        return Said(end, unit.around(unit.on(published, 1)), "span", relative=True)
    return None


def _anchored(tokens: Tokens, place: int, unit: Unit, setting: Setting) -> Said | None:
    """A period counted from the time before it in the text: "the previous day", "the next day", "the same day"."""
    words, head, base, end = setting.words, tokens.lower[place], setting.anchor, place + 2
    if tokens.lower[place + 1] not in words.singular or (unit.hours < DAY and not unit.is_long):
        return None
    if words.has("previous", head):
        if base is None and setting.published is not None:
            base = Window.on(setting.published)
        step = -1
    elif words.has("same", head) and unit.hours == DAY:
        step = 0
    elif words.has("following", head) and (unit.hours == DAY or _is_definite(tokens, place, setting)):
        step = 1
    else:
        return None
    if base is None:
        return None
    window = Window(unit.on(base.first, step), unit.on(base.last, step)) if step else base
    return Said(end, window, "span" if unit.is_long else "day", relative=True, anchor=setting.anchor)


def _is_definite(tokens: Tokens, place: int, setting: Setting) -> bool:
    return place > 0 and setting.words.has("the", tokens.lower[place - 1])


def _is_running(tokens: Tokens, place: int, end: int, setting: Setting) -> bool:
    """Is it a total so far: "so far this year", "this year so far"?"""
    so_far = setting.words.phrases["so_far"]
    before = any(so_far.at(tokens, place - length) == (place, None) for length in (1, 2) if place >= length)
    return before or so_far.at(tokens, end) is not None
