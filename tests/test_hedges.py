"""What loosens a number, and how far."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.errors import LexiconError
from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.hedges import loosened, postposed_hedge
from claimrec.reading.tokens import tokenize
from claimrec.values.count import Count

LEXICON = load_lexicon("common")
OWN = LEXICON.conventions
HEDGES = ("exact", "at_least", "more_than", "about", "nearly", "up_to", "fewer_than")
numbers = st.integers(0, 10**9)


@given(numbers, st.sampled_from(["exact", "at_least", "about", "nearly", "up_to"]))
def test_a_loosened_number_allows_itself(number, hedge):
    assert loosened(Count.exactly(number), hedge, OWN).allows(number)


@given(st.integers(1, 10**9))
def test_a_strict_bound_forbids_its_number(number):
    assert not loosened(Count.exactly(number), "more_than", OWN).allows(number)
    assert not loosened(Count.exactly(number), "fewer_than", OWN).allows(number)


@given(numbers, numbers)
def test_about_is_symmetric_to_the_tenth(number, other):
    """Whatever lies within a tenth is allowed, whatever lies more than a tenth and one person off is not."""
    about = loosened(Count.exactly(number), "about", OWN)
    if abs(number - other) * 10 <= number:
        assert about.allows(other)
    if abs(number - other) * 10 > number + 10:
        assert not about.allows(other)


@given(numbers)
def test_about_is_at_least_one_person_wide(number):
    about = loosened(Count.exactly(number), "about", OWN)
    assert about.allows(number + 1)
    assert about.allows(max(0, number - 1))


@given(st.integers(0, 100), st.sampled_from(HEDGES))
def test_an_open_count_stays_open(low, hedge):
    assert loosened(Count.at_least(low), hedge, OWN).high is None


def test_a_lexicon_needs_conventions(tmp_path):
    with pytest.raises(LexiconError, match=r"conventions\.toml"):
        postposed_hedge(tokenize("at least"), 0, load_lexicon(tmp_path))


@pytest.mark.parametrize(
    ("hedge", "number", "count"),
    [
        ("nearly", 24, Count(20, 24)),
        ("nearly", 12, Count(10, 12)),
        ("nearly", 48, Count(39, 48)),
        ("about", 20, Count(18, 22)),
        ("about", 4, Count(3, 5)),
        ("about", 367, Count(330, 404)),
        ("more_than", 20, Count.at_least(21)),
        ("fewer_than", 20, Count(0, 19)),
        ("fewer_than", 0, Count.exactly(0)),
        ("up_to", 40, Count(0, 40)),
    ],
)
def test_the_shipped_conventions(hedge, number, count):
    assert loosened(Count.exactly(number), hedge, OWN) == count


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("20 civilians at least", 2, (4, "at_least")),
        ("20 people or more", 2, (4, "at_least")),
        ("20 people so far", 2, (4, "exact")),
        ("20 people or so", 2, (4, "about")),
        ("20 civilians at least 3 of them children", 2, None),
        ("20 civilians at home", 2, None),
        ("20 civilians", 2, None),
    ],
)
def test_a_hedge_behind_the_noun(text, place, found):
    assert postposed_hedge(tokenize(text), place, LEXICON) == found
