"""Ranks looked up by small facts."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claimrec.matching.facts import FactTable

SIZES = (3, 4, 2)


def ranked(a, b, c):
    return np.where(c == 1, 0, 4 * a + b + 1)


@given(st.lists(st.tuples(*(st.integers(0, size - 1) for size in SIZES)), min_size=1, max_size=9))
def test_a_table_answers_as_the_function_it_was_made_of(facts):
    columns = [np.array(column) for column in zip(*facts, strict=True)]
    assert FactTable.of(SIZES, ranked).ranks(*columns).tolist() == ranked(*columns).tolist()


def test_no_pairs_no_ranks():
    none = np.array([], dtype=np.int64)
    assert FactTable.of(SIZES, ranked).ranks(none, none, none).tolist() == []
