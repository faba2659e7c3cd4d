"""Times so many units away: "two days ago", "a week before that", "three days later"."""

from __future__ import annotations

from datetime import date

from claimrec.reading.numerals import number_at
from claimrec.reading.reckoning import WEEK, Unit, up_to
from claimrec.reading.relative import Said, Setting
from claimrec.reading.time_words import TimeWords
from claimrec.reading.tokens import Tokens
from claimrec.values.window import Window

WEEKS_TOLERANCE = 3
"""Days around "two weeks ago": weeks are meant, not days (own)."""
LONGEST_AMOUNT = 10_000
"""An amount of time from here on is none."""


def said_amount(tokens: Tokens, place: int, setting: Setting) -> Said | None:
    """A time so many units away: "two days ago", "a week before that", "the day before", "three days later"."""
    words = setting.words
    amount = amount_at(tokens, place, words)
    if amount is not None and amount[0] < len(tokens) and tokens[amount[0]] == "-":
        return _aged(tokens, amount[0] + 1, amount[1], setting)
    unit = words.units.get(tokens.lower[amount[0]]) if amount is not None and amount[0] < len(tokens) else None
    if amount is None or unit is None or amount[0] + 1 == len(tokens):
        return None
    at = amount[0] + 1
    low, high = amount[1], amount[2] or max(amount[1], unit.few)
    if words.has("ago", tokens.lower[at]):
        if setting.published is None or _is_open_amount(tokens, place, words):
            return None
        return _ago(at + 1, unit, low, high, setting.published)
    for link, sign in (("earlier", -1), ("later", 1)):
        hit = words.phrases[link].at(tokens, at)
        if hit is not None and not _is_counted_from_event(tokens, hit[0], words):
            return _counted_from(hit[0], unit, sign * low, sign * high, setting)
    return None


def _aged(tokens: Tokens, place: int, amount: int, setting: Setting) -> Said | None:
    """The time up to publication of a "two-week-old battle", whose unit stands at `place`."""
    words, published = setting.words, setting.published
    unit, behind = (
        words.units.get(tokens.lower[place]) if place < len(tokens) else None,
        tokens.lower[place + 1 : place + 4],
    )
    if unit is None or published is None or behind[:2] != ["-", "old"]:
        return None
    if len(behind) < 3 or not words.has("lasting", behind[2]):
        return None
    return Said(place + 4, Window(unit.on(published, -amount), published), "since", relative=True)


def amount_at(tokens: Tokens, place: int, words: TimeWords) -> tuple[int, int, int | None] | None:
    """How many units begin at token `place`: the end, the least and the most, None for "several"."""
    lower = tokens.lower[place]
    before = tokens.lower[place - 1] if place else ""
    if lower in words.units:
        if lower in words.singular:
            return (place, 1, 1) if words.has("the", before) else None
        return None if before[:1].isdecimal() or before in words.numbers.cardinals else (place, 2, None)
    some, couple = words.phrases["some"].at(tokens, place), words.phrases["couple"].at(tokens, place)
    if couple is not None:
        return couple[0], 2, 2
    if some is not None:
        return some[0], 2, None
    number = number_at(tokens, place, words.numbers)
    if number is None:
        return (place + 1, 1, 1) if lower in words.numbers.articles else None
    whole = int(number.value)
    return (number.end, whole, whole) if number.value == whole and 0 < whole < LONGEST_AMOUNT else None


def _is_open_amount(tokens: Tokens, place: int, words: TimeWords) -> bool:
    """Does "more than" or "over" stand before the amount? Then no day is said."""
    longer = words.phrases["longer"]
    return any(place >= length and longer.at(tokens, place - length) == (place, None) for length in (1, 2))


def _is_counted_from_event(tokens: Tokens, end: int, words: TimeWords) -> bool:
    """Does an event follow the link ("a day before the vote"), so that no day is said?"""
    return words.has("event_links", tokens.lower[end - 1]) and end < len(tokens) and tokens[end][0].isalnum()


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
