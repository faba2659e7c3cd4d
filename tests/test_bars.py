"""The scale of an incident's bars: everything said stands on it, in order, and few numbers are written below it."""

from hypothesis import given
from hypothesis import strategies as st

from claimrec.showing.bars import Scale, axis, bar, range_bar
from claimrec.values.count import UNKNOWN, Count

numbers = st.integers(0, 10**30)


def percent(place):
    return float(place.removesuffix("%"))


@given(st.lists(numbers, min_size=1))
def test_every_number_said_stands_on_the_scale_in_order(said):
    scale = Scale.over(map(Count.exactly, said))
    places = [percent(scale.place(n)) for n in sorted(said)]
    assert places == sorted(places)
    assert 0 < places[0] <= places[-1] < 90


@given(numbers)
def test_the_scale_has_round_steps_and_few_of_them(most):
    scale = Scale.over([Count(0, most)])
    assert str(scale.step).rstrip("0") in {"1", "2", "5"}
    assert scale.top - scale.step < max(most, 1) <= scale.top
    assert 2 <= len(scale.ticks) <= 6


def test_a_scale_of_nobody_still_has_room():
    assert Scale.over([UNKNOWN, Count.exactly(0)]) == Scale(1, 1)


def test_one_number_an_interval_and_an_open_end_look_different():
    scale = Scale(10, 5)
    drawn = [bar(count, scale) for count in (Count.exactly(0), Count.exactly(3), Count(3, 5), Count.at_least(3))]
    signs = [[sign for sign in ("dot none", '"dot"', "span", "open", "tip") if sign in one] for one in drawn]
    assert signs == [["dot none"], ['"dot"'], ["span"], ["open", "tip"]]


def test_a_drawing_is_hidden_from_readers_who_hear_the_number_beside_it():
    scale = Scale(10, 5)
    for drawing in (bar(Count(3, 5), scale, kind="replaced"), axis(scale), range_bar(None, Count(3, 5), scale)):
        assert drawing.startswith("<svg")
        assert 'aria-hidden="true"' in drawing
