"""Statements that no whole numbers satisfy, against a judge that tries every assignment of up to twelve people."""

from itertools import combinations, product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.judging import impossible
from claimrec.judging.consistency import Linear, can_all_be_true, remaining
from claimrec.judging.impossible import impossible_sets
from claimrec.values.count import UNKNOWN, Count

UNKNOWNS = ("killed", "wounded", "missing")
MOST_PEOPLE = 4
WORLDS = [dict(zip(UNKNOWNS, people, strict=True)) for people in product(range(MOST_PEOPLE + 1), repeat=len(UNKNOWNS))]
"""Every assignment of up to four people to each unknown, twelve in all."""

counts = st.builds(
    lambda low, more: Count(low, None if more is None else low + more),
    st.integers(0, MOST_PEOPLE),
    st.none() | st.integers(0, MOST_PEOPLE),
)
unknowns = st.frozensets(st.sampled_from(UNKNOWNS), min_size=1)
statements = st.lists(st.tuples(unknowns, counts), max_size=5).map(
    lambda told: [Linear(place, *one) for place, one in enumerate(told)]
)


def worlds(told):
    """The assignments that make all the statements true; more than four people to an unknown are never needed."""
    return [
        world
        for world in WORLDS
        if all(one.count.allows(sum(world[unknown] for unknown in one.unknowns)) for one in told)
    ]


def found_in(told):
    found = impossible_sets(told)
    assert found.complete
    return [[one.name for one in members] for members in found.sets]


@given(statements)
def test_a_set_is_found_if_and_only_if_nothing_satisfies_all(told):
    assert bool(found_in(told)) == (not worlds(told)) == (not can_all_be_true(told))


@given(statements)
def test_every_smallest_impossible_set_is_found_and_no_other(told):
    different = sorted({(one.unknowns, one.count): one for one in reversed(told)}.values(), key=lambda one: one.name)
    impossible = []
    for size in range(1, len(different) + 1):
        for members in combinations(different, size):
            names = [one.name for one in members]
            if not worlds(members) and not any(set(smaller) <= set(names) for smaller in impossible):
                impossible.append(names)
    assert sorted(found_in(told)) == sorted(impossible)


@given(statements, unknowns)
def test_what_remains_is_exact(told, asked):
    left = remaining([*told, Linear("asked", asked, UNKNOWN)])
    assert (left is None) == (not worlds(told))
    for people, remains in (left or {}).items():
        possible = [sum(world[unknown] for unknown in people) for world in worlds(told)]
        assert remains.low == min(possible)
        held = all(any(unknown in one.unknowns and one.count.high is not None for one in told) for unknown in people)
        assert (remains.high is not None) == held
        assert not held or max(possible) >= MOST_PEOPLE or remains.high == max(possible)
    assert left is None or left.keys() == {asked, *(one.unknowns for one in told)}


@given(statements, st.randoms())
def test_order_and_repetition_change_nothing(told, random):
    again = random.sample(told + told, 2 * len(told))
    sets = {frozenset((one.unknowns, one.count) for one in members) for members in impossible_sets(told).sets}
    others = {frozenset((one.unknowns, one.count) for one in members) for members in impossible_sets(again).sets}
    assert sets == others


@given(statements, st.integers(0, 4), counts)
def test_widening_a_statement_never_creates_an_impossible_set(told, place, count):
    if place < len(told) and not found_in(told):
        wider = [*told]
        wider[place] = attrs.evolve(told[place], count=told[place].count.hull(count))
        assert found_in(wider) == []


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ([("kw", "10"), ("k", "6+"), ("w", "5+")], [["10", "6+", "5+"]]),
        ([("kw", "10"), ("k", "6+"), ("k", "7+"), ("w", "5+")], [["10", "6+", "5+"], ["10", "7+", "5+"]]),
        ([("kw", "10"), ("k", "3"), ("w", "4")], [["10", "3", "4"]]),
        ([("ab", "1"), ("bc", "1"), ("ac", "1")], [["1", "1", "1"]]),  # half a person each would do
        ([("abc", "5"), ("a", "3+"), ("b", "2+"), ("c", "1+")], [["5", "3+", "2+", "1+"]]),
        ([("kw", "10"), ("k", "6+"), ("w", "5+"), ("kwm", "20"), ("kwm", "30")], [["10", "6+", "5+"], ["20", "30"]]),
        ([("a", "1+"), ("b", "2+"), ("a", "0"), ("ab", "2")], [["1+", "2+", "2"], ["1+", "0"]]),
        ([("a", "3"), ("a", "4"), ("ab", "2")], [["3", "4"], ["3", "2"], ["4", "2"]]),
    ],
)
def test_sets_of_several_statements(told, found):
    linear = [Linear(said, frozenset(unknowns), _count(said)) for unknowns, said in told]
    assert found_in(linear) == found


def _count(said):
    return Count.at_least(int(said[:-1])) if said.endswith("+") else Count.exactly(int(said))


def test_nothing_remains_where_overlapping_statements_exclude_each_other():
    pairs = [Linear(pair, frozenset(pair), Count.exactly(1)) for pair in ("ab", "bc", "ac")]
    assert remaining(pairs) is None
    assert remaining(pairs[:2])[frozenset("ab")] == Count.exactly(1)


def test_a_search_that_would_take_too_long_says_that_it_is_not_complete(monkeypatch):
    parts = [Linear(place, frozenset({place}), Count.exactly(1)) for place in range(12)]
    whole = Linear("whole", frozenset(range(12)), Count.exactly(6))
    monkeypatch.setattr(impossible, "MOST_QUESTIONS", 40)
    found = impossible_sets([whole, *parts])
    assert not found.complete
    assert all(not can_all_be_true(members) for members in found.sets)
    different = [Linear(place, frozenset({"a"}), Count.exactly(place)) for place in range(12)]
    monkeypatch.setattr(impossible, "MOST_CHOICES", 5)
    aside = [Linear("b", frozenset({"b"}), Count.exactly(1)), Linear("ab", frozenset("ab"), Count.at_least(1))]
    assert not impossible_sets([*different, *aside]).complete
