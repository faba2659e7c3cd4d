"""Days reckoned on the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimrec.reading.reckoning import Unit, WrittenDate, days_on, month_end, months_on, part_of, up_to, weekday_before
from claimrec.values.window import Window

days = st.dates()
DAY, WEEK, MONTH, YEAR = Unit(24, 0, 7), Unit(168, 0, 5), Unit(0, 1, 6), Unit(0, 12, 5)
units = st.sampled_from([Unit(0, 0, 50), Unit(1, 0, 24), DAY, WEEK, Unit(336, 0, 3), MONTH, YEAR, Unit(0, 120, 3)])


@given(days, st.integers(0, 6))
def test_the_weekday_before_lies_in_the_last_seven_days(day, number):
    assume(day.toordinal() > 7)
    before = weekday_before(day, number)
    assert before.weekday() == number
    assert 0 <= (day - before).days < 7


@given(days, st.integers(-(10**7), 10**7))
def test_the_calendar_is_never_left(day, amount):
    assert (days_on(day, amount) - day).days in (amount, (date.max - day).days, (date.min - day).days)
    assert date.min <= months_on(day, amount) <= date.max


@given(days, units, st.integers(0, 100), st.integers(0, 100))
def test_more_units_reach_farther(day, unit, fewer, more):
    fewer, more = sorted((fewer, more))
    assert unit.on(day, -more) <= unit.on(day, -fewer) <= day <= unit.on(day, fewer) <= unit.on(day, more)


@given(days, units)
def test_a_unit_around_a_day_holds_it(day, unit):
    assert unit.around(day).allows(day)


@given(days)
def test_the_early_middle_and_late_parts_make_up_the_whole(day):
    for whole in (MONTH.around(day), YEAR.around(day)):
        early, middle, late = (part_of(whole, part) for part in range(3))
        assert (early.first, late.last) == (whole.first, whole.last)
        assert middle.first - early.last == late.first - middle.last == timedelta(days=1)
        assert part_of(whole, 3).first == whole.first
        assert part_of(whole, 4).last == whole.last


@given(days, st.integers(0, 4))
def test_other_windows_have_no_parts(day, part):
    assert part_of(Window.on(day), part) == Window.on(day)


@given(days, days, days)
def test_a_window_that_has_begun_ends_with_publication(one, other, published):
    window = Window(min(one, other), max(one, other))
    cut = up_to(window, published)
    assert cut.within(window)
    assert cut.last <= published or cut == window
    assert up_to(window, None) == window


@given(st.dates(min_value=date(1900, 1, 1)), st.integers(1, 12), st.integers(1, 28))
def test_a_date_without_a_year_is_the_latest_that_had_come(published, month, day):
    found = WrittenDate(None, month, day).window(published).first
    assert (found.month, found.day) == (month, day)
    assert found <= days_on(published, 1)
    assert (published - found).days < 366


@pytest.mark.parametrize(
    ("written", "published", "window"),
    [
        (WrittenDate(None, 2, 29), date(2019, 5, 1), "2016-02-29"),
        (WrittenDate(None, 2, 29), date(1903, 5, 1), "1896-02-29"),
        (WrittenDate(None, 2, 4), date(2023, 2, 3), "2023-02-04"),
        (WrittenDate(None, 2, 5), date(2023, 2, 3), "2022-02-05"),
        (WrittenDate(2015), None, "2015-01-01 to 2015-12-31"),
        (WrittenDate(2016, 2), None, "2016-02-01 to 2016-02-29"),
        (WrittenDate(2015, 2, 30), None, "None"),
        (WrittenDate(None, 2, 30), date(2015, 5, 1), "None"),
        (WrittenDate(None, 2, 3), None, "None"),
        (WrittenDate(None, 1, 1), date.max, "9999-01-01"),
        (WrittenDate(None, 3, 3), date.min, "None"),
    ],
)
def test_written_dates(written, published, window):
    assert str(written.window(published)) == window


@given(days)
def test_a_month_ends_before_another_begins(day):
    end = month_end(day)
    assert (end.year, end.month) == (day.year, day.month)
    assert end == date.max or days_on(end, 1).day == 1
