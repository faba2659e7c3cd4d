"""Days in five styles: one day is read whichever style it is written in, and what can be two days is not guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.exchange.days import EXCEL_DAYS, EXCEL_EPOCH, order_in, read_day

days = st.dates(date(1970, 1, 1), date(2068, 12, 31))
STYLES = (
    "{0:%Y-%m-%d}", "{0:%Y%m%d}", "{0:%Y/%m/%d}", "{0.day} {0:%B} {0.year}", "{0:%d-%b-%Y}", "{0:%B} {0.day}, {0.year}",
    "{0:%Y-%m-%d}T10:00:00Z",
)  # fmt: skip


@given(days, st.sampled_from(STYLES))
def test_a_day_is_the_same_in_every_style(day, style):
    assert read_day(style.format(day)).day == day


@given(days, st.sampled_from("/.-"), st.sampled_from(["%Y", "%y"]))
def test_numbers_are_read_in_the_order_of_the_column(day, sign, year):
    day_first, month_first = (day.strftime(sign.join(order)) for order in (("%d", "%m", year), ("%m", "%d", year)))
    assert read_day(day_first, "day first").day == read_day(month_first, "month first").day == day
    assert (read_day(day_first, "day first").remark is None) == (year == "%Y")


@given(days)
def test_what_can_be_two_days_is_none(day):
    said = f"{day:%d/%m/%Y}"
    if day.day > 12 or day.day == day.month:
        assert read_day(said).day == day
    else:
        with pytest.raises(ValueError, match=r"can be \d+ \w+ or \d+ \w+"):
            read_day(said)


@given(st.sampled_from(EXCEL_DAYS))
def test_a_spreadsheets_count_of_days_is_read_and_remarked(serial):
    found = read_day(f"{serial}.0")
    assert (found.day - EXCEL_EPOCH).days == serial
    assert str(found.day) in found.remark


@given(st.lists(days, min_size=1))
def test_the_order_of_a_column_is_told_by_days_after_the_twelfth(column):
    late = any(day.day > 12 for day in column)
    assert order_in(f"{day:%d/%m/%Y}" for day in column) == ("day first" if late else None)
    assert order_in(f"{day:%m/%d/%y}" for day in column) == ("month first" if late else None)


def test_a_column_in_both_orders_has_none():
    assert order_in(["25/12/2016", "12/25/2016"]) is None


@pytest.mark.parametrize(
    "said", ["", "yesterday", "2016-13-01", "30 February 2016", "3 Ju 2016", "31/31/2016", "3 Mayor 2016", "19999"]
)
def test_what_names_no_day_is_refused(said):
    with pytest.raises(ValueError, match=r".+"):
        read_day(said)
