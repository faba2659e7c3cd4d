"""Cells as values: read, or flagged with file, line and column; the row is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.exchange.cells import NOTHING, Cells
from claimrec.exchange.tables import table_of
from claimrec.values.count import Count


def cells(**row):
    return Cells(table_of([row], "events.csv").rows[0])


def flags(read):
    return [(flag.column, flag.because) for flag in read.flags]


@given(st.integers(0, 10**9), st.sampled_from(["{}", "{}.0", "{:,}", " {} "]))
def test_a_whole_number_is_read_however_it_is_written(number, written):
    assert cells(killed=written.format(number)).whole("killed") == number


@pytest.mark.parametrize("said", ["3.5", "-2", "three", "1.234.567", "9" * 20, "x" * 1_000_000])
def test_what_is_no_whole_number_is_flagged_in_a_few_words(said):
    read = cells(killed=said)
    assert read.whole("killed") is None
    [(column, because)] = flags(read)
    assert column == "killed"
    assert because.startswith("expected a whole number, not")
    assert len(because) < 120


@pytest.mark.parametrize("said", [*sorted(NOTHING), "NA", " "])
def test_nothing_said_is_neither_zero_nor_a_fault(said):
    read = cells(killed=said)
    assert (read.whole("killed"), read.text("killed"), flags(read)) == (None, None, [])
    assert cells(killed="0").whole("killed") == 0


def test_codes_for_unknown_are_nothing():
    assert cells(nkill="-99.0").whole("nkill", unknown=(-9, -99)) is None


def test_the_first_of_several_names_that_the_table_has_is_read_and_remembered():
    read = cells(best_est="4", place="Oak Town")
    assert read.whole("best", "best_est") == 4
    assert read.columns == ("best_est",)


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_bounds_allow_whatever_the_columns_say_and_are_flagged_where_they_are_out_of_order(low, best, high):
    read = cells(low=low, best=best, high=high)
    told = read.bounds(("low",), ("high",), ("best",))
    assert told.count == Count(min(low, best, high), max(low, best, high))
    assert told.hedge == ("exact" if low == best == high else "between")
    assert bool(read.flags) == (not low <= best <= high)


@pytest.mark.parametrize(("row", "count"), [({"low": 3}, "3"), ({"high": 5}, "5"), ({}, None), ({"best": 4}, "4")])
def test_a_bound_alone_is_the_count(row, count):
    told = cells(**row).bounds(("low",), ("high",), ("best",))
    assert (told and str(told.count)) == count


@pytest.mark.parametrize(
    ("lat", "lon", "because"),
    [
        ("95", "36", "latitude and longitude may be exchanged"),
        ("95", "200", "lat 95.0 is not between -90 and 90"),
        ("36.7", "361", "lon 361.0 is not between -180 and 180"),
    ],
)
def test_a_point_off_earth_is_flagged_and_the_place_kept_by_name(lat, lon, because):
    read = cells(latitude=lat, longitude=lon)
    place = read.place("Oak Town", "North", 2)
    assert (place.name, place.lat) == ("Oak Town", None)
    assert because in read.flags[0].because


def test_a_point_without_a_name_is_named_by_its_degrees_and_a_name_without_a_point_is_kept():
    assert cells(latitude="35,5", longitude="36").place(None, None, None).name == "35.5, 36.0"
    assert cells(latitude="north").place("Oak Town", None, 2).radius_km is None
    assert cells().place(None, None, None) is None


def test_a_day_that_cannot_be_read_is_flagged():
    read = cells(day="03/04/2016", other="3/4/16")
    assert read.day("day") is None
    assert flags(read) == [("day", "'03/04/2016' can be 3 April or 4 March")]
    read.orders = {"other": "day first"}
    assert str(read.day("other")) == "2016-04-03"
    assert flags(read)[1:] == [("other", "the year of '3/4/16' read as 2016")]


def test_days_the_wrong_way_round_are_turned_and_flagged():
    read = cells(first="2016-03-09", last="2016-03-04")
    assert str(read.days("first", "last")) == "2016-03-04 to 2016-03-09"
    assert flags(read) == [("last", "2016-03-04 lies before 2016-03-09: the days are read the other way round")]
    assert str(cells(last="2016-03-04").days("first", "last")) == "2016-03-04"
