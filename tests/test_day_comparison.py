"""The day comparison."""

from datetime import date, datetime

import pytest
from factory import claim
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.matching.day import Days, day, days_of
from claimrec.values.window import Window

MAY = date(2023, 5, 1).toordinal() - 1

windows = st.builds(lambda first, more: (first, first + more), st.integers(2, 25), st.integers(0, 4))


LEXICON = load_lexicon()


def days(first, last=None, *, relative=False, said=True, late=False, early=False):
    return Days(MAY + first, MAY + (last or first), relative, said, late, early)


@given(windows, windows)
def test_tolerance_never_lowers_the_weight(a, b):
    strict = day.level(days(*a), days(*b))
    assert day.level(days(*a, relative=True), days(*b)).bits >= strict.bits


@given(windows, windows)
def test_a_night_between_two_days_counts_as_said_loosely_and_changes_nothing_else(a, b):
    strict, loose = (day.level(days(*a, relative=relative), days(*b)) for relative in (False, True))
    by_night = day.level(days(*a, late=True), days(*b))
    assert by_night == (loose if b[0] - a[1] == 1 else strict)


@given(windows, windows)
def test_a_day_said_outweighs_a_day_of_publication(a, b):
    said, unsaid = day.level(days(*a), days(*b)), day.level(days(*a), days(*b, said=False))
    assert abs(unsaid.bits) <= max(abs(said.bits), abs(unsaid.bits))
    assert unsaid.level.startswith("published")


@pytest.mark.parametrize(
    ("a", "b", "level", "because"),
    [
        (days(8), days(8), "same day", "both 2023-05-08"),
        (days(8, 10), days(8, 10), "same days", "both 2023-05-08 to 2023-05-10"),
        (days(1, 20), days(1, 20), "same period", "both 2023-05-01 to 2023-05-20"),
        (days(8, 10), days(10), "days in common", "2023-05-08 to 2023-05-10 and 2023-05-10"),
        (days(1, 20), days(10), "days in common, loosely dated", "2023-05-01 to 2023-05-20 and 2023-05-10"),
        (days(8, relative=True), days(9), "a day apart, loosely said", "2023-05-08 and 2023-05-09"),
        (days(8), days(9), "next day", "2023-05-08 and 2023-05-09"),
        (days(8, late=True), days(9), "a day apart, loosely said", "2023-05-08 and 2023-05-09"),
        (days(8), days(9, early=True), "a day apart, loosely said", "2023-05-08 and 2023-05-09"),
        (days(8, early=True), days(9, late=True), "next day", "2023-05-08 and 2023-05-09"),
        (days(8, relative=True), days(10), "within a week", "2023-05-08 and 2023-05-10, 2 days apart"),
        (days(8), days(15), "within a week", "2023-05-08 and 2023-05-15, 7 days apart"),
        (days(8), days(16), "further apart", "2023-05-08 and 2023-05-16, 8 days apart"),
        (days(8), days(6, 9, said=False), "published that day", "one gives no day; by publication together"),
        (days(8), days(7, 10, said=False), "published together", "one gives no day; by publication together"),
        (days(8), days(4, 7, said=False), "published together", "one gives no day; by publication together"),
        (
            days(5, 8, said=False),
            days(6, 9, said=False),
            "published that day",
            "one gives no day; by publication together",
        ),
        (days(8), days(12, said=False), "published days apart", "one gives no day; by publication, 4 days apart"),
        (days(1), days(16, said=False), "published far apart", "one gives no day; by publication, 15 days apart"),
    ],
)
def test_levels_of_days(a, b, level, because):
    finding = day.level(a, b)
    assert (finding.level, finding.because) == (level, because)


@pytest.mark.parametrize(
    ("told", "looked_at"),
    [
        (claim(day=date(2023, 5, 8)), days(8)),
        (claim(day=Window(date(2023, 5, 8), date(2023, 5, 9)), relative=True), days(8, 9, relative=True)),
        (claim(day=date(2023, 5, 8), day_words="late on Monday"), days(8, late=True)),
        (claim(day=date(2023, 5, 8), day_words="before dawn on Monday"), days(8, early=True)),
        (claim(published=date(2023, 5, 8)), days(5, 8, said=False)),
        (claim(published=datetime.fromisoformat("2023-05-08T23:00:00+03:00")), days(5, 8, said=False)),
        (claim(published=date(1, 1, 2)), Days(1, 2, said=False)),
        (claim(published=None), None),
    ],
)
def test_what_a_claim_says_of_the_day(told, looked_at):
    assert days_of(told, LEXICON) == looked_at
