"""What is said about which claims are compared, and crowds that a second key divides."""

from datetime import timedelta

import attrs
import numpy as np
import pytest
from factory import claim
from hypothesis import given, settings
from hypothesis import strategies as st
from valley import LEXICON, MONDAY, NAMESAKE, TELL_HARUN, TUESDAY, accounts

from claimrec.matching.blocking import blocking_report, likeness_calls
from claimrec.matching.comparison import Comparison, Likeness
from claimrec.matching.pairing import are_candidates, candidate_pairs, pairs_of
from claimrec.matching.sweep import CROWD
from claimrec.matching.sweeping_keys import sweeps_of
from claimrec.matching.table import ClaimTable
from claimrec.matching.weighing import Rules, Scale
from claimrec.records.claim import Row


@settings(max_examples=40)
@given(st.lists(accounts(), min_size=1, max_size=8, unique_by=lambda told: told.id))
def test_the_new_pairs_of_all_keys_are_the_candidates(claims):
    report = blocking_report(claims, lexicon=LEXICON)
    table = ClaimTable.of(claims, LEXICON)
    pairs = [(int(a), int(b)) for chunk in candidate_pairs(table) for a, b in zip(*chunk, strict=True)]
    assert sum(key.new for key in report.keys) == len(pairs)
    assert set(report.alone) == {table.ids[row] for row in range(len(table)) if not any(row in pair for pair in pairs)}


def told(name, place, day=MONDAY, **said):
    return claim("12 killed", name=name, article=name, place=place, day=day, published=day, **said)


def test_a_report_in_words():
    claims = [told("a", TELL_HARUN), told("b", TELL_HARUN), told("c", NAMESAKE, claim_day := TUESDAY)]
    report = blocking_report([*claims, claim(name="d", article="d", day=claim_day)], lexicon=LEXICON)
    assert str(report).splitlines() == [
        "place: 3 pairs, 3 new, 1 likely",
        "governorate, perpetrator: 0 pairs, 0 new, 0 likely",
        "governorate, victims: 0 pairs, 0 new, 0 likely",
        "number: 3 pairs, 0 new, 0 likely",
        "article: 0 pairs, 0 new, 0 likely",
        "few articles: 6 pairs, 3 new, 1 likely",
        "claims that meet no other: 0",
        "in a crowd: 0",
        "recall: 100.0%",
    ]


@pytest.mark.parametrize(
    ("incidents", "recall"),
    [
        ({"a": "x", "b": "x", "c": "x"}, 1 / 3),
        ({"a": "x", "b": "x", "c": "y"}, 1.0),
        ({"a": "x", "c": "x"}, 0.0),
        ({"a": "x", "b": "y"}, None),
        (None, 1.0),
    ],
)
def test_recall_where_incidents_are_known_and_where_not(incidents, recall):
    claims = [claim(name=name, article=name, place=TELL_HARUN, day=day) for name, day in
              (("a", MONDAY), ("b", MONDAY), ("c", MONDAY + timedelta(days=9)))]  # fmt: skip
    assert blocking_report(claims, incidents, lexicon=LEXICON).recall == recall


def test_of_rows_that_the_place_alone_brings_together_recall_is_not_known():
    raids = [claim(name=name, place=TELL_HARUN, day=MONDAY) for name in "ab"]
    rows = [attrs.evolve(one, quote=None, row=Row("raids.csv", line)) for line, one in enumerate(raids)]
    assert blocking_report(rows, lexicon=LEXICON).recall is None


def crowd(size):
    """So many claims of one village and day, by two sides."""
    return [told(f"{n:04}", TELL_HARUN, by=("Dune Group", "Northern army")[n % 2], event="ambush") for n in range(size)]


def test_a_crowd_is_divided_by_a_second_key():
    claims = crowd(2 * CROWD)
    report = blocking_report(claims, lexicon=LEXICON)
    assert report.keys[0].pairs < CROWD * (CROWD + 1)
    assert "place, perpetrator, event" in [key.name for key in report.keys]
    assert len(report.crowded) == CROWD - 1
    table = ClaimTable.of(claims, LEXICON)
    assert are_candidates(table, 0, 2)
    assert sum(key.new for key in report.keys) == sum(len(a) for a, _ in pairs_of(sweeps_of(table)))


def test_pairs_never_grow_faster_than_the_claims():
    table = ClaimTable.of(crowd(3 * CROWD), LEXICON)
    a, b = (np.concatenate(rows) for rows in zip(*candidate_pairs(table), strict=True))
    assert len(set(zip(a.tolist(), b.tolist(), strict=True))) == len(a)
    assert len(a) <= len(table) * CROWD * len(sweeps_of(table))


@settings(max_examples=10)
@given(st.integers(0, CROWD + 40), st.integers(0, CROWD + 40))
def test_what_a_crowd_holds_is_what_it_pairs(one, other):
    table = ClaimTable.of(crowd(CROWD + 41), LEXICON)
    a, b = min(one, other), max(one, other)
    paired = any(((left == a) & (right == b)).any() for left, right in candidate_pairs(table))
    assert a == b or paired == are_candidates(table, a, b)


@settings(max_examples=40)
@given(st.lists(accounts(), max_size=9, unique_by=lambda told: told.id))
def test_how_often_a_rule_will_be_called_is_said_beforehand(claims):
    called = []

    def outlets(a, b):
        """Do both come from one outlet?"""
        called.append((a, b))
        return Likeness("same" if a == b else "other", "")

    rule = Comparison("outlet", {"same": 1.0, "other": -1.0}, lambda claim: claim.event, outlets)
    calls = likeness_calls(claims, rule, lexicon=LEXICON)
    assert called == []
    table = ClaimTable.of(claims, LEXICON)
    scale = Scale.of(table, Rules((rule,), 0.0, (), ()))
    for pairs in candidate_pairs(table):
        scale.bits(*pairs)
    assert len(called) == calls
