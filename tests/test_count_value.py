"""Counts: how many people, as loosely as it was said, and the laws of putting counts together."""

import sys
from contextlib import suppress
from operator import add, and_

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.errors import ClaimrecError, CountError
from claimrec.values.count import UNKNOWN, Count

numbers = st.integers(0, 60)
"""Small, so that bounds meet often."""


@st.composite
def counts(draw, bounds=numbers):
    low = draw(bounds)
    return Count(low, draw(st.none() | bounds.map(lambda more: low + more)))


def meet(a, b):
    """`&` carried on: what contradicts itself is met by nothing."""
    return None if a is None or b is None else a & b


@given(counts(), counts(), st.integers(0, 200))
def test_meeting_keeps_exactly_the_shared_numbers(a, b, n):
    shared = a & b
    assert (shared is not None and shared.allows(n)) == (a.allows(n) and b.allows(n))
    assert a.meets(b) == (shared is not None)


@given(counts(), counts(), counts())
def test_meeting_does_not_care_for_order_or_repetition(a, b, c):
    assert a & b == b & a
    assert meet(a & b, c) == meet(a, b & c)
    assert a & a == a


@given(counts())
def test_unknown_changes_nothing(count):
    assert count & UNKNOWN == UNKNOWN & count == count
    assert count.hull(UNKNOWN) == UNKNOWN
    assert count.within(UNKNOWN)
    assert UNKNOWN.within(count) == (count == UNKNOWN)


@given(counts(), counts())
def test_the_hull_is_the_narrowest_count_around_both(a, b):
    around = a.hull(b)
    assert around == b.hull(a)
    assert a.within(around)
    assert b.within(around)
    assert around.low in (a.low, b.low)
    assert around.high in (a.high, b.high)


@given(counts(), counts(), counts())
def test_whatever_holds_both_holds_their_hull(a, b, around):
    assert a.hull(b).within(around) == (a.within(around) and b.within(around))


@given(counts(), counts())
def test_within_means_that_meeting_takes_nothing_away(a, b):
    assert a.within(b) == (a & b == a) == (a.hull(b) == b)


@given(counts(), counts(), counts())
def test_nobody_added_changes_nothing_and_sums_do_not_care_for_order(a, b, c):
    assert a + Count.exactly(0) == a
    assert a + b == b + a
    assert (a + b) + c == a + (b + c)


@given(counts(), counts(), st.integers(0, 100))
def test_two_groups_have_together_exactly_what_some_pair_of_their_numbers_sums_to(a, b, n):
    pairs = any(a.allows(part) and b.allows(n - part) for part in range(n + 1))
    assert (a + b).allows(n) == pairs


@given(counts(st.integers(0, 10**30)))
def test_what_is_written_is_read_back(count):
    assert Count.parse(str(count)) == count
    assert eval(repr(count)) == count
    assert hash(eval(repr(count))) == hash(count)


@given(st.text(st.sampled_from("at least unknown to-0123456789٣²\n")) | st.text())
def test_text_is_a_count_or_a_count_error(text):
    with suppress(CountError):
        count = Count.parse(text)
        assert Count.parse(str(count)) == count


@given(st.integers(max_value=-1), st.none() | st.integers())
def test_nobody_counts_fewer_than_none(low, high):
    with pytest.raises(CountError, match=f"^nobody can count {low} people$"):
        Count(low, high)


@given(numbers, st.integers(1, 60))
def test_a_count_does_not_run_downwards(high, more):
    with pytest.raises(CountError, match=f"^a count cannot run from {high + more} down to {high}$"):
        Count(high + more, high)


@pytest.mark.parametrize("bound", [True, 2.0, "3", float("nan")])
def test_a_count_is_made_of_whole_people(bound):
    for low, high in ((bound, None), (0, bound)):
        with pytest.raises(CountError, match=r"^a count is made of whole people, not "):
            Count(low, high)


def test_only_the_upper_end_may_be_open():
    with pytest.raises(CountError, match=r"^a count is made of whole people, not None$"):
        Count(None, 3)


@pytest.mark.parametrize("operation", [and_, add])
@pytest.mark.parametrize("stranger", [14, None, "14", (14, 14)])
def test_strangers_are_neither_met_nor_added(operation, stranger):
    for one, other in ((Count.exactly(14), stranger), (stranger, Count.exactly(14))):
        with pytest.raises(TypeError, match=r"unsupported operand|can only concatenate"):
            operation(one, other)


def test_a_stranger_that_knows_counts_may_answer():
    class Everything:
        def __rand__(self, other):
            return other

        def __radd__(self, other):
            return UNKNOWN

    assert Count.exactly(3) & Everything() == Count.exactly(3)
    assert Count.exactly(3) + Everything() == UNKNOWN


def test_zero_unknown_and_contradiction_stay_apart():
    zero, contradiction = Count.exactly(0), Count.exactly(12) & Count.exactly(20)
    assert contradiction is None
    assert zero != UNKNOWN
    assert zero is not None
    assert UNKNOWN is not None
    assert zero & UNKNOWN == zero  # who knows nothing contradicts nobody
    assert zero & Count.at_least(1) is None
    assert len({zero, UNKNOWN, contradiction}) == 3


def test_a_count_cannot_be_changed():
    with pytest.raises(AttributeError):
        Count.exactly(3).low = 4
    with pytest.raises(AttributeError):
        Count.exactly(3).hedge = "about"


def test_a_count_error_is_a_value_error_of_claimrec():
    assert issubclass(CountError, ClaimrecError)
    assert issubclass(CountError, ValueError)


@pytest.mark.parametrize(
    ("count", "low", "high", "written", "is_exact"),
    [
        (Count.exactly(14), 14, 14, "14", True),
        (Count.exactly(0), 0, 0, "0", True),
        (Count.at_least(14), 14, None, "at least 14", False),
        (Count.at_least(0), 0, None, "unknown", False),
        (Count.at_most(3), 0, 3, "0 to 3", False),
        (Count.at_most(0), 0, 0, "0", True),
        (Count(12, 15), 12, 15, "12 to 15", False),
        (UNKNOWN, 0, None, "unknown", False),
    ],
)
def test_the_ways_to_make_and_write_a_count(count, low, high, written, is_exact):
    assert (count.low, count.high, str(count), count.is_exact) == (low, high, written, is_exact)


@pytest.mark.parametrize(
    "text", ["", "fourteen", "-3", "at least", "at least 3 to 5", "3 to", "3-5", " 3", "3\n", "3.0", "1,000", "Unknown"]
)
def test_parse_reads_no_prose(text):
    with pytest.raises(CountError, match=r"^expected a count such as '14', '12 to 15', 'at least 3' or 'unknown', not"):
        Count.parse(text)


def test_parse_refuses_upside_down_counts_and_numbers_without_end():
    with pytest.raises(CountError, match=r"^a count cannot run from 15 down to 12$"):
        Count.parse("15 to 12")
    with pytest.raises(CountError, match=r"^expected a count such as"):
        Count.parse("9" * (sys.get_int_max_str_digits() + 1))
