"""Windows: whole days, as loosely as they were said."""

import datetime as dt
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.errors import ClaimrecError, WindowError
from claimrec.values.window import Window

days = st.dates(date(2023, 1, 1), date(2023, 3, 1))
"""Few, so that windows meet often."""
MONDAY, TUESDAY, THURSDAY = date(2023, 2, 6), date(2023, 2, 7), date(2023, 2, 9)


def windows(among=days):
    return st.builds(lambda one, other: Window(min(one, other), max(one, other)), among, among)


def meet(a, b):
    """`&` carried on: what contradicts itself is met by nothing."""
    return None if a is None or b is None else a & b


@given(windows(), windows(), days)
def test_meeting_keeps_exactly_the_shared_days(a, b, day):
    shared = a & b
    assert (shared is not None and shared.allows(day)) == (a.allows(day) and b.allows(day))


@given(windows(), windows(), windows())
def test_meeting_does_not_care_for_order_or_repetition(a, b, c):
    assert a & b == b & a
    assert meet(a & b, c) == meet(a, b & c)
    assert a & a == a


@given(windows(), windows())
def test_the_hull_is_the_narrowest_window_around_both(a, b):
    around = a.hull(b)
    assert around == b.hull(a)
    assert a.within(around)
    assert b.within(around)
    assert around.days <= a.days + b.days + a.gap(b)


@given(windows(), windows(), windows())
def test_whatever_holds_both_holds_their_hull(a, b, around):
    assert a.hull(b).within(around) == (a.within(around) and b.within(around))


@given(windows(), windows())
def test_within_means_that_meeting_takes_nothing_away(a, b):
    assert a.within(b) == (a & b == a) == (a.hull(b) == b)


@given(windows(), windows())
def test_the_gap_is_the_same_both_ways_and_zero_exactly_where_a_day_is_shared(a, b):
    assert a.gap(b) == b.gap(a) >= 0
    assert (a.gap(b) == 0) == (a & b is not None)


@given(windows(), windows())
def test_the_gap_is_the_least_distance_of_their_days(a, b):
    nearest = min(abs((one - other).days) for one in (a.first, a.last) for other in (b.first, b.last))
    assert a.gap(b) == (0 if a & b else nearest)


@given(windows(), windows(), st.integers(0, 80))
def test_widening_one_window_closes_a_gap_of_so_many_days(a, b, more):
    assert a.widened(more).gap(b) == max(0, a.gap(b) - more)


@given(windows(st.dates()), st.integers(0, 10**9))
def test_widening_ends_where_the_calendar_ends(window, more):
    wide = window.widened(more)
    assert window.within(wide)
    for moved, end in (((window.first - wide.first).days, wide.first), ((wide.last - window.last).days, wide.last)):
        assert moved == more or end in (date.min, date.max)


@given(windows(st.dates()))
def test_a_window_holds_as_many_days_as_it_allows(window):
    assert window.days >= 1
    assert window.first + timedelta(days=window.days - 1) == window.last
    assert window.allows(window.first)
    assert window.allows(window.last)


@given(windows(st.dates()))
def test_what_is_written_is_read_back(window):
    assert Window.parse(str(window)) == window
    assert eval(repr(window), {"Window": Window, "datetime": dt}) == window


@given(st.text(st.sampled_from("0123456789-٢ to\n")) | st.text())
def test_text_is_a_window_or_a_window_error(text):
    with suppress(WindowError):
        window = Window.parse(text)
        assert Window.parse(str(window)) == window


@given(days, st.integers(1, 1_000))
def test_a_window_does_not_run_backwards(day, more):
    later = day + timedelta(days=more)
    with pytest.raises(WindowError, match=f"^a window cannot run from {later} back to {day}$"):
        Window(later, day)


@pytest.mark.parametrize("day", [dt.datetime(2023, 2, 6, tzinfo=dt.UTC), "2023-02-06", None, 20230206])
def test_a_window_is_made_of_plain_days(day):
    for first, last in ((day, MONDAY), (MONDAY, day)):
        with pytest.raises(WindowError, match=r"^a window is made of days, not "):
            Window(first, last)


@pytest.mark.parametrize("stranger", [MONDAY, None, "2023-02-06", (MONDAY, MONDAY)])
def test_strangers_are_not_met(stranger):
    for one, other in ((Window.on(MONDAY), stranger), (stranger, Window.on(MONDAY))):
        with pytest.raises(TypeError, match="unsupported operand"):
            one & other


def test_a_window_cannot_be_changed():
    with pytest.raises(AttributeError):
        Window.on(MONDAY).first = TUESDAY


def test_a_window_error_is_a_value_error_of_claimrec():
    assert issubclass(WindowError, ClaimrecError)
    assert issubclass(WindowError, ValueError)


@pytest.mark.parametrize(
    ("window", "length", "written"),
    [
        (Window.on(MONDAY), 1, "2023-02-06"),
        (Window(MONDAY, THURSDAY), 4, "2023-02-06 to 2023-02-09"),
        (Window(date(2024, 2, 28), date(2024, 3, 1)), 3, "2024-02-28 to 2024-03-01"),
        (Window.on(date(1, 1, 1)), 1, "0001-01-01"),
        (Window(date.min, date.max), 3_652_059, "0001-01-01 to 9999-12-31"),
    ],
)
def test_the_length_and_the_words_of_a_window(window, length, written):
    assert (window.days, str(window)) == (length, written)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "^expected a window such as '2023-02-01' or '2023-02-01 to 2023-02-04', not ''$"),
        ("yesterday", "^expected a window such as"),
        ("2023-02", "^expected a window such as"),
        ("2023-02-06T10:00", "^expected a window such as"),
        ("2023-02-06 to", "^expected a window such as"),
        ("2023-02-06\n", "^expected a window such as"),
        ("2023-02-30", "^no such day in '2023-02-30': day is out of range for month$"),
        ("2023-02-06 to 2023-13-01", "^no such day in '2023-02-06 to 2023-13-01': month must be in"),
        ("0000-01-01", "^no such day in '0000-01-01': year 0 is out of range$"),
        ("2023-02-09 to 2023-02-06", "^a window cannot run from 2023-02-09 back to 2023-02-06$"),
    ],
)
def test_text_that_is_no_window_says_why(text, message):
    with pytest.raises(WindowError, match=message):
        Window.parse(text)
