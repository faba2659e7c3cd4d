"""Candidate pairs: the sweeps against a naive second look."""

from datetime import date, timedelta
from itertools import combinations

import numpy as np
import pytest
from factory import claim
from hypothesis import given, settings
from hypothesis import strategies as st
from valley import AYN_ZAYTUN, LARGE, LEXICON, MARABAD, MONDAY, TELL_HARUN, TUESDAY, accounts

from claimrec.matching.columns import UNSAID
from claimrec.matching.pairing import CHUNK, are_candidates, candidate_pairs, pairs_of
from claimrec.matching.sweep import CROWD, Sweep
from claimrec.matching.table import ClaimTable

sweeps = st.lists(st.tuples(st.integers(-1, 3), st.integers(0, 9), st.integers(0, 3)), max_size=12)


def found(pairs):
    return sorted((int(a), int(b)) for first, second in pairs for a, b in zip(first, second, strict=True))


@given(sweeps)
def test_a_sweep_pairs_what_shares_a_key_and_a_day(rows):
    keys, first, more = (
        (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
        if rows
        else [np.array([], dtype=np.int64)] * 3
    )
    naive = [
        (a, b)
        for a, b in combinations(range(len(rows)), 2)
        if keys[a] == keys[b] != UNSAID and max(first[a], first[b]) <= min(first[a] + more[a], first[b] + more[b])
    ]
    assert found(pairs_of([Sweep("key", keys, first, first + more)])) == naive


def test_a_sweep_of_many_pairs_comes_in_chunks():
    size = 1_500
    always = np.zeros(size, dtype=np.int64)
    chunks = [len(a) for a, _ in pairs_of([Sweep("key", always, always, always)])]
    assert sum(chunks) == size * CROWD - CROWD * (CROWD + 1) // 2
    assert len(chunks) > 1
    assert max(chunks) <= CHUNK + CROWD


@settings(max_examples=40)
@given(st.lists(accounts(), max_size=10))
def test_every_pair_comes_once_and_with_the_smaller_row_first(claims):
    table = ClaimTable.of(claims, LEXICON)
    pairs = found(candidate_pairs(table))
    assert len(set(pairs)) == len(pairs)
    assert all(a < b for a, b in pairs)
    assert pairs == [pair for pair in combinations(range(len(table)), 2) if are_candidates(table, *pair)]


@given(st.lists(accounts(), max_size=8), accounts())
def test_another_claim_takes_no_candidates_away(claims, more):
    def named(table):
        return {frozenset((table.ids[a], table.ids[b])) for a, b in found(candidate_pairs(table))}

    assert named(ClaimTable.of(claims, LEXICON)) <= named(ClaimTable.of([*claims, more], LEXICON))


def paired(a, b):
    return are_candidates(ClaimTable.of([a, b], LEXICON, frequencies=LARGE), 0, 1)


LATER = MONDAY + timedelta(days=3)


@pytest.mark.parametrize(
    ("a", "b", "are_paired"),
    [
        (claim(place=TELL_HARUN, day=MONDAY), claim(place=TELL_HARUN, day=TUESDAY, source="B"), True),
        (claim(place=TELL_HARUN, day=MONDAY), claim(place=TELL_HARUN, day=LATER, source="B"), False),
        (claim(place=TELL_HARUN, day=MONDAY), claim(place=TELL_HARUN, published=TUESDAY, source="B"), True),
        (claim(place=TELL_HARUN, day=MONDAY), claim(place=TELL_HARUN, published=None, source="B"), True),
        (
            claim(place=TELL_HARUN, day=MONDAY),
            claim(place=TELL_HARUN, day=MONDAY, source="B", level="cumulative"),
            False,
        ),
        (claim(place=TELL_HARUN, day=MONDAY), claim(place=AYN_ZAYTUN, day=MONDAY, source="B"), False),
        (
            claim(place=TELL_HARUN, day=MONDAY, by="Dune Group"),
            claim(place=AYN_ZAYTUN, day=TUESDAY, source="B", by="Dune Group"),
            True,
        ),
        (
            claim("3 guards killed", place=TELL_HARUN, day=MONDAY),
            claim("5 guards wounded", place=MARABAD, day=TUESDAY, source="B"),
            True,
        ),
        (claim("12 killed", day=MONDAY), claim("at least 12 killed", day=TUESDAY, source="B"), True),
        (claim("2 killed", day=MONDAY), claim("at least 2 killed", day=TUESDAY, source="B"), False),
        (claim(article="a1", day=MONDAY, source="A"), claim(article="a1", day=date(2019, 1, 1), source="B"), True),
        (claim(article="a1", day=MONDAY), claim(article="a2", day=MONDAY, source="B"), False),
    ],
)
def test_cheap_keys_of_candidates(a, b, are_paired):
    assert paired(a, b) is are_paired


def test_of_few_articles_all_claims_of_those_days_are_compared():
    a, b = claim(place=TELL_HARUN, day=MONDAY), claim(place=AYN_ZAYTUN, day=TUESDAY, source="B")
    assert not paired(a, b)
    assert are_candidates(ClaimTable.of([a, b], LEXICON), 0, 1)
    assert not are_candidates(ClaimTable.of([a, claim(day=LATER, source="B")], LEXICON), 0, 1)


def test_no_claims_no_pairs():
    assert found(candidate_pairs(ClaimTable.of([], LEXICON))) == []
