"""The words of `times.toml`, compiled for the readers of dates and times."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import attrs

from claimrec.lexicon.entries import TimeEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.dates import CalendarWords, calendar_words
from claimrec.reading.numerals import NumberWords, number_words
from claimrec.reading.phrases import END, Phrases
from claimrec.reading.reckoning import Unit
from claimrec.reading.tokens import tokenize

PHRASE_LISTS = (
    "earlier",
    "later",
    "some",
    "couple",
    "so_far",
    "longer",
    "not_times",
    "of_last_week",
    "of_this_year",
    "of_last_year",
)
"""Lists of the grammar whose phrases are looked up in place; the others hold single words."""
HEADS = ("last", "past", "previous", "this", "next", "following", "same", "recent")
"""Lists of words that a period begins with."""
COUNTING_HEADS = ("last", "past", "previous", "recent")
"""Those behind which a number may stand ("the last two days")."""
BY_SECOND = frozenset({"nothing", "part", "day", "period"})
"""Readings that the second word of a time shows ("the day before", "this week")."""


@attrs.frozen(eq=False)
class TimeWords:
    """Everything that says when, ready to look up.

    `starts` are the readings that a word can begin, in the order in which they are tried, and `followers` the words
    that must follow some of these; `telling` words, of which every time but a year or a date in figures holds one;
    `singular` units.
    """

    calendar: CalendarWords
    numbers: NumberWords
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    days: Phrases[tuple[int, int]]
    units: Mapping[str, Unit]
    singular: frozenset[str]
    parts: Phrases[int]
    phrases: Mapping[str, Phrases[None]]
    starts: Mapping[str, tuple[str, ...]]
    telling: frozenset[str]
    followers: Mapping[str, frozenset[str]] = attrs.field(init=False)

    @followers.default
    def _followers(self) -> Mapping[str, frozenset[str]]:
        counting = frozenset().union(*(self.calendar.lists[name] for name in COUNTING_HEADS))
        periods = frozenset([*self.units, *self.weekdays, *self.calendar.months])
        followers: dict[str, frozenset[str]] = {}
        for word, readings in self.starts.items():
            branches = [lists.branches.get(word, {}) for lists in (self.phrases["not_times"], self.days, self.parts)]
            if {*readings} <= BY_SECOND and word not in counting and not any(END in branch for branch in branches):
                followers[word] = frozenset().union(*branches, periods if "period" in readings else ())
        return followers

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

    def of_role(role: str) -> list[TimeEntry]:
        return [entry for entry in entries.values() if entry.role == role]

    days = [(word, entry.days) for entry in of_role("day") for word in entry.words]
    parts = [(word, entry.number) for entry in of_role("part") for word in entry.words]
    weekdays = {word.lower(): entry.number for entry in of_role("weekday") for word in entry.words}
    short = {word.lower(): entry.number for entry in of_role("weekday") for word in entry.short}
    units = {word: Unit(entry.hours, entry.months, entry.few) for entry in of_role("unit") for word in entry.words}
    calendar, numbers = calendar_words(lexicon), number_words(lexicon)
    heads = [word for name in HEADS for word in entries[name].words]
    weekday_forms = [*weekdays, *(f"{word}s" for word in weekdays), *short]
    amounts = [*numbers.cardinals, *numbers.articles, *entries["some"].words, *entries["couple"].words]
    return TimeWords(
        calendar=calendar,
        numbers=numbers,
        weekdays=weekdays,
        short_weekdays=short,
        days=Phrases(days),
        units=units,
        singular=frozenset(entry.words[0] for entry in of_role("unit")),
        parts=Phrases(parts),
        phrases={name: Phrases((word, None) for word in entries[name].words) for name in PHRASE_LISTS},
        starts=_starts(
            ("nothing", entries["not_times"].words),
            ("since", entries["since"].words),
            ("range", [*entries["between"].words, *entries["from"].words]),
            ("part", [word for word, _ in parts]),
            ("day", [word for word, _ in days]),
            ("period", heads),
            ("weekend", entries["weekend"].words),
            ("weekday", weekday_forms),
            ("date", calendar.months),
            ("amount", [*amounts, *units]),
        ),
        telling=frozenset(
            [*(tokenize(word).lower[-1] for word, _ in days), *weekday_forms, *calendar.months, *units]
            + [word for name in ("weekend", "since") for word in entries[name].words]
        ),
    )


def _starts(*readings: tuple[str, Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
    """First word -> the readings that it can begin."""
    starts: dict[str, tuple[str, ...]] = {}
    for reading, phrases in readings:
        for first in dict.fromkeys(tokenize(phrase).lower[0] for phrase in phrases):
            starts[first] = (*starts.get(first, ()), reading)
    return starts
