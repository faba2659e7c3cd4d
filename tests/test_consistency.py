"""Sums that no whole numbers satisfy, against a judge that tries every assignment."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from claimrec.judging.consistency import MOST_PARTS, Linear, impossible_sums
from claimrec.values.count import Count

UNKNOWNS = ("killed", "wounded", "missing")
MOST_PEOPLE = 5

counts = st.builds(
    lambda low, more: Count(low, None if more is None else low + more),
    st.integers(0, MOST_PEOPLE),
    st.none() | st.integers(0, MOST_PEOPLE),
)
unknowns = st.frozensets(st.sampled_from(UNKNOWNS), min_size=1)
statements = st.lists(st.tuples(unknowns, counts), max_size=5).map(
    lambda told: [Linear(place, *one) for place, one in enumerate(told)]
)


def satisfiable(told):
    """Is there a number of people for every unknown that makes all the statements true?"""
    bounds = [one.count.high for one in told if one.count.high is not None]
    most = max([one.count.low for one in told] + bounds, default=0)
    for people in product(range(most + 1), repeat=len(UNKNOWNS)):
        world = dict(zip(UNKNOWNS, people, strict=True))
        if all(one.count.allows(sum(world[unknown] for unknown in one.unknowns)) for one in told):
            return True
    return False


@given(statements)
def test_what_is_found_is_impossible(told):
    for found in impossible_sums(told):
        assert not satisfiable(found)


@given(statements)
def test_a_total_and_separate_parts_are_found_if_and_only_if_nothing_satisfies_them(told):
    parts = [Linear(name, frozenset({name}), one.count) for name, one in zip(UNKNOWNS, told, strict=False)]
    whole = Linear("whole", frozenset(UNKNOWNS), told[-1].count if told else Count.exactly(0))
    pairs = [satisfiable([whole, part]) for part in parts]
    if all(pairs):
        assert bool(list(impossible_sums([whole, *parts]))) == (not satisfiable([whole, *parts]))


@given(statements)
def test_no_smaller_set_beside_the_whole_is_impossible_by_its_sum(told):
    for whole, *parts in impossible_sums(told):
        for left_out in range(len(parts)):
            rest = [part for place, part in enumerate(parts) if place != left_out]
            low = sum(part.count.low for part in rest)
            covered = frozenset().union(*(part.unknowns for part in rest)) == whole.unknowns
            assert covered or whole.count.high is None or low <= whole.count.high


@given(statements, st.randoms())
def test_order_changes_nothing_but_the_choice_among_equals(told, random):
    def wholes(found):
        return sorted((one[0].unknowns, str(one[0].count)) for one in found)

    shuffled = random.sample(told, len(told))
    assert wholes(impossible_sums(told)) == wholes(impossible_sums(shuffled))


@given(statements, st.integers(0, 4), counts)
def test_widening_a_statement_never_creates_an_impossible_set(told, place, count):
    if list(impossible_sums(told)) or place >= len(told) or not all(satisfiable([a, b]) for a in told for b in told):
        return
    one = told[place]
    wider = [*told[:place], Linear(one.name, one.unknowns, one.count.hull(count)), *told[place + 1 :]]
    assert not list(impossible_sums(wider))


def test_very_many_parts_are_cut_off():
    parts = [Linear(place, frozenset({place}), Count.exactly(1)) for place in range(100)]
    whole = Linear("whole", frozenset(range(100)), Count.exactly(1))
    [found] = impossible_sums([whole, *parts])
    assert [one.name for one in found] == ["whole", 0, 1]
    assert len(parts) > MOST_PARTS
