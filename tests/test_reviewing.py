"""The order of the pairs to review."""

from hypothesis import given
from hypothesis import strategies as st

from claimrec.matching.evidence import Evidence, Finding
from claimrec.matching.reviewing import in_order_of_review

pairs = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from(["same day", "next day"]), st.floats(-2, 2)),
    max_size=8,
    unique_by=lambda one: one[0],
).map(lambda rows: [Evidence(name, "z", 0.0, (Finding("day", level, bits, ""),)) for name, level, bits in rows])


def level(one):
    return one.findings[0].level


@given(pairs, st.randoms())
def test_nothing_is_lost_and_the_order_given_does_not_matter(given_pairs, random):
    shuffled = list(given_pairs)
    random.shuffle(shuffled)
    order = in_order_of_review(given_pairs, 0.5)
    assert order == in_order_of_review(shuffled, 0.5)
    assert sorted(one.a for one in order) == sorted(one.a for one in given_pairs)


@given(pairs)
def test_every_kind_comes_once_before_any_comes_twice_and_each_by_doubt(given_pairs):
    order = in_order_of_review(given_pairs, 0.5)
    kinds = {level(one) for one in order}
    assert {level(one) for one in order[: len(kinds)]} == kinds
    for kind in kinds:
        doubts = [abs(one.bits - 0.5) for one in order if level(one) == kind]
        assert doubts == sorted(doubts)
