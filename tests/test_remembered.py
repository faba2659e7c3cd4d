"""Answers about pairs of keys, remembered."""

import math
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claimrec.matching.remembered import CELLS, SLOTS, remembered

FEW, MANY = 6, math.isqrt(CELLS) + 1
pairs = st.lists(st.tuples(st.integers(0, FEW - 1), st.integers(0, FEW - 1)), min_size=1, max_size=12)


def asking(size):
    asked = []

    def ask(a, b):
        asked.extend(frozenset(pair) for pair in zip(a.tolist(), b.tolist(), strict=True))
        return (a + b) % 5

    return remembered(size, ask), asked


@given(st.lists(pairs, max_size=4), st.sampled_from([FEW, MANY]))
def test_answers_are_those_of_the_question_whichever_key_comes_first(calls, size):
    answers, _ = asking(size)
    for call in calls:
        a, b = (np.array(side) for side in zip(*call, strict=True))
        assert answers(a, b).tolist() == answers(b, a).tolist() == ((a + b) % 5).tolist()


@given(st.lists(pairs, max_size=4))
def test_each_pair_of_few_keys_is_asked_once(calls):
    answers, asked = asking(FEW)
    for call in calls:
        answers(*(np.array(side) for side in zip(*call, strict=True)))
    assert len(asked) == len({frozenset(pair) for call in calls for pair in call})


def test_threads_that_need_one_answer_at_once_ask_once():
    asked, both_wait = [], Barrier(2)

    def ask(a, b):
        asked.append(len(a))
        sleep(0.05)  # the other thread comes in meanwhile
        return (a + b) % 5

    answers = remembered(FEW, ask)

    def answer(_):
        both_wait.wait()
        return answers(np.array([1, 2]), np.array([2, 3])).tolist()

    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(answer, range(2))) == [[3, 0]] * 2
    assert sum(asked) == 2


@given(st.lists(pairs, max_size=4))
def test_each_pair_of_many_keys_is_asked_once_while_no_other_takes_its_slot(calls):
    answers, asked = asking(MANY)
    for call in calls:
        answers(*(np.array(side) for side in zip(*call, strict=True)))
    assert len(asked) == len({frozenset(pair) for call in calls for pair in call})


def test_pairs_that_take_each_others_slots_are_asked_again():
    answers, asked = asking(MANY)
    a, b = np.divmod(np.arange(2 * SLOTS), MANY)
    for _ in range(2):
        assert (answers(a, b) == (a + b) % 5).all()
    assert len(asked) > len(set(asked))
