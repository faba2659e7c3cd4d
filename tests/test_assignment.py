"""One-to-one: the partners that leave both sides with the most evidence."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claimrec.matching.assignment import CERTAIN, best_partners

pairs = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)), st.sampled_from([0.0, 0.5, 1.0, 2.5, 4.0]), max_size=9
)


def taken_of(given_pairs):
    if not given_pairs:
        return []
    left, right = np.array(list(given_pairs)).T
    taken = best_partners(left, right, np.array(list(given_pairs.values())))
    return [pair for pair, is_taken in zip(given_pairs, taken, strict=True) if is_taken]


def each_once(chosen):
    return all(len({pair[side] for pair in chosen}) == len(chosen) for side in (0, 1))


@given(pairs)
def test_no_choice_of_partners_is_worth_more(given_pairs):
    taken = taken_of(given_pairs)
    assert each_once(taken)
    worth = sum(given_pairs[pair] for pair in taken)
    others = (chosen for many in range(5) for chosen in combinations(given_pairs, many) if each_once(chosen))
    assert worth == max(sum(given_pairs[pair] for pair in chosen) for chosen in others)


@given(pairs)
def test_of_every_pair_that_is_left_one_side_is_taken(given_pairs):
    taken = taken_of(given_pairs)
    for left, right in given_pairs:
        assert any(left == one or right == other for one, other in taken)


def test_what_is_certain_stands_above_any_number_of_likely_pairs():
    assert taken_of({(0, 0): np.inf, (0, 1): 60.0, (1, 0): 60.0}) == [(0, 0)]
    assert CERTAIN > 60 * 10_000


def test_nobody_is_the_partner_of_nobody():
    assert best_partners(np.zeros(0, dtype=int), np.zeros(0, dtype=int), np.zeros(0)).tolist() == []


def test_among_equals_the_first_go_with_the_first():
    assert taken_of({(row, column): 2.0 for row in (2, 1, 0) for column in (1, 0)}) == [(1, 1), (0, 0)]
