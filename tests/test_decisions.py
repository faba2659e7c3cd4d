"""Decisions of a user: what follows from them, and what contradicts itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.errors import RuleError
from claimrec.matching.decisions import Decision, settled

links = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda pair: pair[0] != pair[1])
)


@given(links, st.randoms())
def test_the_order_of_decisions_makes_no_difference(pairs, random):
    decisions = [Decision(a, b, same=True) for a, b in pairs]
    shuffled = list(decisions)
    random.shuffle(shuffled)
    assert settled(decisions) == settled(shuffled)


@given(links)
def test_what_is_one_with_one_is_one_with_all(pairs):
    together = settled(Decision(a, b, same=True) for a, b in pairs)
    for a, b in together:
        for c in "abcdef":
            if c not in (a, b) and tuple(sorted((b, c))) in together:
                assert tuple(sorted((a, c))) in together


def test_a_decision_keeps_its_reason():
    apart = Decision("b", "a", same=False, because="two bridges")
    assert settled([apart]) == {("a", "b"): apart}


@pytest.mark.parametrize(
    "decisions",
    [
        [Decision("a", "b", same=True), Decision("b", "a", same=False)],
        [Decision("a", "b", same=True), Decision("b", "c", same=True), Decision("c", "a", same=False)],
    ],
)
def test_decisions_that_contradict_each_other(decisions):
    with pytest.raises(RuleError, match="are decided to be one incident, and not to be"):
        settled(decisions)


def test_a_decision_is_about_two_claims():
    with pytest.raises(RuleError, match="not 'a' twice"):
        Decision("a", "a", same=True)
