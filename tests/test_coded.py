"""What is said as numbers."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claimrec.judging.coded import MOST_MARKS, distinct


@given(st.lists(st.integers(0, 9)), st.sampled_from([10, MOST_MARKS, MOST_MARKS + 1]))
def test_different_keys_are_found_in_order_marked_or_sorted(keys, below):
    different, at = distinct(np.array(keys, dtype=np.intp), below)
    assert different.tolist() == sorted(set(keys))
    assert different[at].tolist() == keys
