"""Figures over incidents: the interval holds the figure, narrows with more incidents, and keeps its promise."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.outlets.estimate import CONFIDENCE, FEW, Estimate, median, share


@given(st.integers(1, 500), st.data())
def test_a_share_lies_in_its_interval_and_more_incidents_narrow_it(incidents, data):
    part = data.draw(st.floats(0, incidents))
    one, more = share(part, incidents), share(4 * part, 4 * incidents)
    assert 0 <= one.low <= one.best <= one.high <= 1
    assert more.high - more.low < one.high - one.low
    assert one.is_small == (incidents < FEW)


@given(st.lists(st.integers(-5, 400), min_size=1, max_size=300))
def test_the_median_and_its_interval_are_among_the_values(values):
    found = median(values)
    assert min(values) <= found.low <= found.best <= found.high <= max(values)
    assert {found.low, found.high} <= set(values)
    assert found.incidents == len(values)


@pytest.mark.parametrize("many", [6, 9, 40, 250])
def test_the_interval_of_a_median_holds_it_as_often_as_promised(many):
    random = np.random.default_rng(many)
    runs = [median(random.exponential(size=many).tolist()) for _ in range(800)]
    held = sum(one.low <= np.log(2) <= one.high for one in runs) / len(runs)
    assert held >= CONFIDENCE - 0.02


@pytest.mark.parametrize(("p", "many"), [(0.5, 8), (0.9, 12), (0.1, 60)])
def test_the_interval_of_a_share_holds_it_as_often_as_promised(p, many):
    random = np.random.default_rng(many)
    runs = [share(float(random.binomial(many, p)), many) for _ in range(800)]
    assert sum(one.low <= p <= one.high for one in runs) / len(runs) >= 0.92


@pytest.mark.parametrize(
    ("estimate", "words"),
    [
        (Estimate(1.0, 0.5, 2.0, 12), "1.00 (0.50 to 2.00), 12 incidents"),
        (Estimate(None, 1.5, None, 1), "(1.50 to open), 1 incident: few"),
        (Estimate(None, None, 0.5, 4), "(open to 0.50), 4 incidents: few"),
        (median([]), "nothing to say, 0 incidents: few"),
    ],
)
def test_an_estimate_says_what_is_open_and_what_is_small(estimate, words):
    assert str(estimate) == words
