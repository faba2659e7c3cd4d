"""How far a loosely said count may be out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.errors import CountError
from claimrec.lexicon.loader import load_lexicon
from claimrec.values.count import Count
from claimrec.values.slack import NO_SLACK, Slack

counts = st.builds(
    lambda low, more: Count(low, None if more is None else low + more),
    st.integers(0, 500),
    st.none() | st.integers(0, 200),
)
slacks = st.builds(Slack, st.integers(0, 100), st.integers(100, 300), st.integers(0, 5), st.integers(0, 5))


@given(counts, slacks)
def test_slack_only_widens(count, slack):
    assert count.within(slack.loosened(count))


@given(counts)
def test_no_slack_changes_nothing(count):
    assert NO_SLACK.loosened(count) == count


@pytest.mark.parametrize("pack", ["common", "acled"])
@given(count=counts)
def test_a_bound_that_a_hedge_sets_stays_where_only_the_other_is_loose(pack, count):
    slack = load_lexicon("common", pack).conventions.slack
    assert slack["nearly"].loosened(count).high == count.high
    assert slack["more_than"].loosened(count).high == count.high
    assert slack["fewer_than"].loosened(count).low == count.low


@pytest.mark.parametrize(
    "wrong",
    [
        {"low_percent": 101},
        {"low_percent": -1},
        {"high_percent": 99},
        {"low_step": -1},
        {"high_step": -1},
    ],
)
def test_slack_that_narrows_is_refused(wrong):
    with pytest.raises(CountError):
        Slack(**wrong)
