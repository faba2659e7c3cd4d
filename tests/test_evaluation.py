"""Scores of joins, against a judge that counts pair by pair and claim by claim."""

from itertools import combinations

import pytest
from factory import claim, lexicon
from hypothesis import assume, given
from hypothesis import strategies as st

from claimrec.errors import RecordError
from claimrec.evaluation import (
    Score,
    Share,
    b_cubed,
    incidents_of,
    judged_pairs,
    pairwise,
    whole_incidents,
)
from claimrec.matching.decisions import Decision
from claimrec.reconciliation import reconcile

labels = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=7).map(
    lambda drawn: ({n: ours for n, (ours, _) in enumerate(drawn)}, {n: theirs for n, (_, theirs) in enumerate(drawn)})
)


@given(labels)
def test_pairs_are_counted_as_one_by_one(both):
    found, gold = both
    pairs = list(combinations(found, 2))
    ours, theirs = ({pair for pair in pairs if side[pair[0]] == side[pair[1]]} for side in both)
    assert pairwise(found, gold) == Score(len(ours & theirs), len(ours), len(theirs))


@given(labels)
def test_b_cubed_is_the_mean_over_claims(both):
    found, gold = both
    assume(found)
    ours, theirs = ({one: {other for other in side if side[other] == side[one]} for one in side} for side in both)
    precision, recall, f = b_cubed(found, gold)
    assert precision == pytest.approx(sum(len(ours[one] & theirs[one]) / len(ours[one]) for one in found) / len(found))
    assert recall == pytest.approx(sum(len(ours[one] & theirs[one]) / len(theirs[one]) for one in found) / len(found))
    assert min(precision, recall) <= f + 1e-9 <= max(precision, recall) + 2e-9


@given(labels)
def test_the_gold_itself_is_right(both):
    _, gold = both
    for score in (pairwise(gold, gold), whole_incidents(gold, gold)):
        assert score.precision in (None, 1)
        assert score.recall in (None, 1)
        assert score.f in (None, 1)
    assert b_cubed(gold, gold) in [(None, None, None), (1, 1, 1)]


@given(labels)
def test_whole_incidents_are_those_with_exactly_their_claims(both):
    found, gold = both
    score = whole_incidents(found, gold)
    assert (score.found, score.gold) == (len(set(found.values())), len(set(gold.values())))
    assert score.right <= min(score.found, score.gold)


def test_claims_that_one_side_does_not_know_are_refused():
    with pytest.raises(RecordError, match="1 claims are known to one side only, among them b"):
        pairwise({"a": 1}, {"a": 1, "b": 1})


@given(st.integers(1, 200), st.integers(0, 200))
def test_the_interval_of_a_share_holds_it_and_narrows_with_more_pairs(judged, right):
    assume(right <= judged)
    low, high = Share(right, judged).interval
    assert 0 <= low <= right / judged + 1e-9 <= high + 2e-9 <= 1 + 2e-9
    more_low, more_high = Share(right * 4, judged * 4).interval
    assert more_high - more_low < high - low + 1e-9


def test_judgements_of_a_user_are_held_against_the_joins():
    decisions = [Decision(*pair, same) for *pair, same in (("a", "b", True), ("a", "c", True), ("b", "x", False))]
    assert judged_pairs({"a": 1, "b": 1, "c": 2}, decisions) == Share(1, 2)
    assert judged_pairs({"z": 1}, decisions) is None


def test_the_incidents_of_a_result_are_labels():
    result = reconcile([claim("3 killed", name="a")], lexicon=lexicon())
    assert incidents_of(result) == {"a": result.incidents[0].incident.id}
