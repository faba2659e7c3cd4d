"""Answers about pairs of keys, asked once."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claimrec.matching.remembered import CELLS, Remembered

FEW, MANY = 6, math.isqrt(CELLS) + 1
pairs = st.lists(st.tuples(st.integers(0, FEW - 1), st.integers(0, FEW - 1)), min_size=1, max_size=12)


def asking(size):
    asked = []

    def ask(a, b):
        asked.extend(frozenset(pair) for pair in zip(a.tolist(), b.tolist(), strict=True))
        return (a + b) % 5

    return Remembered.of(size, ask), asked


@given(st.lists(pairs, max_size=4), st.sampled_from([FEW, MANY]))
def test_answers_are_those_of_the_question_whichever_key_comes_first(calls, size):
    remembered, _ = asking(size)
    for call in calls:
        a, b = (np.array(side) for side in zip(*call, strict=True))
        assert remembered(a, b).tolist() == remembered(b, a).tolist() == ((a + b) % 5).tolist()


@given(st.lists(pairs, max_size=4))
def test_each_pair_of_few_keys_is_asked_once(calls):
    remembered, asked = asking(FEW)
    for call in calls:
        remembered(*(np.array(side) for side in zip(*call, strict=True)))
    assert len(asked) == len({frozenset(pair) for call in calls for pair in call})


@given(pairs)
def test_each_pair_of_many_keys_is_asked_once_a_call(call):
    remembered, asked = asking(MANY)
    remembered(*(np.array(side) for side in zip(*call, strict=True)))
    assert len(asked) == len({frozenset(pair) for pair in call})
