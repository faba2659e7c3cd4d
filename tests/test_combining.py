"""Keys made of the numbers of several columns, and numbers put in order."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.matching.columns import UNSAID, in_order
from claimrec.matching.combining import CELLS, combined

FAR = CELLS + 7
numbers = st.integers(-3, 3) | st.sampled_from([-FAR, FAR])


@given(st.lists(st.tuples(numbers, numbers, st.booleans()), max_size=9))
def test_every_row_has_the_key_of_its_numbers_and_each_combination_is_asked_once(rows):
    asked = []

    def key(*row):
        asked.append(row)
        return None if row[0] == row[1] else row

    parts = (np.array(part, dtype=kind) for part, kind in zip(zip(*rows, strict=True), (int, int, bool), strict=True))
    column = combined(key, *(parts if rows else np.zeros((3, 0), dtype=int)))
    assert [column.key(place) for place in range(len(rows))] == [None if row[0] == row[1] else row for row in rows]
    assert sorted(asked) == sorted(set(rows))


@given(st.lists(st.integers(-(1 << 40), 1 << 40) | st.integers(0, 300)))
def test_equal_numbers_stay_in_order(given_numbers):
    order = in_order(np.array(given_numbers, dtype=np.int64)).tolist()
    assert order == sorted(range(len(given_numbers)), key=given_numbers.__getitem__)


@pytest.mark.parametrize("size", [0, 3])
def test_a_column_of_nothing_says_nothing(size):
    assert combined(lambda _: None, np.arange(size)).codes.tolist() == [UNSAID] * size
