"""The system of an incident's tolls, against a judge that tries every crowd of up to a few people of each sort."""

from itertools import combinations, product

import pytest
from factory import claim, incident, lexicon
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claimrec.judging.case import case_of
from claimrec.judging.sorts import MOST_GROUPS
from claimrec.judging.sums import impossible_together
from claimrec.judging.system import System, adds_up
from claimrec.judging.victims import Group

MOST = 3
"""People of one sort that the judge tries; no toll of these tests counts more."""

tolls = st.lists(
    st.tuples(
        st.sampled_from(["", "at least ", "up to "]),
        st.integers(0, MOST),
        st.sampled_from(["people", "civilians", "women", "children", "Northern side", "guards", "militiamen"]),
        st.sampled_from(["killed", "killed", "wounded", "killed or wounded"]),
    ),
    min_size=1,
    max_size=4,
)


def case_with(told):
    claims = [claim("{}{} {} {}".format(*one), source=f"Agency {at}", name=f"c{at}") for at, one in enumerate(told)]
    return case_of(incident(*claims), lexicon())


def sorts_of(groups, kin):
    """The sets of groups that one person can belong to: with a part its wholes, and nobody in two that share none."""
    for size in range(1, len(groups) + 1):
        for some in combinations(groups, size):
            whole = all(other in some for one in some for other in groups if kin(one, other) == "part")
            if whole and not any(kin(one, other) == "other" for one, other in combinations(some, 2)):
                yield frozenset(some)


def crowds_in(case):
    """Every crowd that makes all tolls true; in this country everybody is a civilian or may be the attacker."""

    def kin(one, other):
        armed = case.kinship.are_actors(one) or case.kinship.are_actors(other)
        return "unclear" if Group() in (one, other) and armed else case.kinship.of(one, other)

    groups = sorted({one.group for one in case.standing}, key=str)
    effects = sorted({effect for one in case.standing for effect in one.effect.split("_or_")})
    people = list(product(effects, sorts_of(groups, kin)))
    assume((MOST + 1) ** len(people) <= 20_000)
    for many in product(range(MOST + 1), repeat=len(people)):
        if all(
            one.count.allows(
                sum(n for n, (what, sort) in zip(many, people, strict=True) if what in one.effect and one.group in sort)
            )
            for one in case.standing
        ):
            yield dict(zip(people, many, strict=True))


@settings(max_examples=60, deadline=None)
@given(tolls)
def test_tolls_are_impossible_if_and_only_if_no_crowd_makes_them_true(told):
    case = case_with(told)
    system = System.of(case.standing, case.claims, case.kinship)
    assert bool(system.impossible.sets) == (next(crowds_in(case), None) is None)


@settings(max_examples=60, deadline=None)
@given(tolls)
def test_what_does_not_add_up_is_impossible_only_two_at_a_time(told):
    case = case_with(told)
    system = System.of(case.standing, case.claims, case.kinship)
    assert adds_up(case.standing) or all(len(found) == 2 for found in system.impossible.sets)


@settings(max_examples=40, deadline=None)
@given(tolls)
def test_what_remains_is_what_the_crowds_have(told):
    case = case_with(told)
    system = System.of(case.standing, case.claims, case.kinship)
    crowds = list(crowds_in(case))
    assume(crowds)
    for one in case.standing:
        counted = [
            sum(n for (what, sort), n in crowd.items() if what in one.effect and one.group in sort) for crowd in crowds
        ]
        remains = system.remaining(one)
        assert remains.low == min(counted)
        assert remains.high is None or remains.high == max(counted) or max(counted) >= MOST


def test_of_very_many_groups_that_belong_together_the_nearest_are_taken_apart_and_a_note_says_so():
    squads = [claim(f"30 army killed, including 1 of squad {name}", name=name) for name in "abcdefghij"]
    case = case_of(incident(*squads[: MOST_GROUPS - 1]), lexicon())
    assert not case.system.left_out
    case = case_of(incident(*squads), lexicon())
    assert case.system.left_out
    [note] = impossible_together(case)
    assert (note.severity, note.because) == (
        "note",
        "sets of tolls that cannot all be true: 0 found, there may be more",
    )
    [army] = {case.system.remaining(one) for one in case.standing if not one.group.noun}
    assert str(army) == "30"


def test_one_group_under_two_names_is_counted_once():
    army = claim("5 killed", victims="Northern army", name="a")
    with_its_guards = claim("3 killed", victims="Northern army + River Guards", name="b")
    case = case_of(incident(army, with_its_guards), lexicon())
    [found] = System.of(case.standing, case.claims, case.kinship).impossible.sets
    assert {one.count.low for one in found} == {3, 5}


@pytest.mark.parametrize(
    ("said", "told", "can_be"),
    [
        ("7 children killed", {}, False),
        ("7 strangers killed", {}, True),
        ("7 army killed", {}, True),
        ("7 army killed", {"by": "Northern army"}, True),
        ("7 army killed", {"by": "Dune Group"}, False),
        ("7 army killed", {"by": "Dune Group", "stance": "denied"}, True),
    ],
)
def test_who_counts_people_may_leave_out_those_who_attacked(said, told, can_be):
    case = case_of(incident(claim("5 killed", name="a"), claim(said, name="b", **told)), lexicon())
    system = System.of(case.standing, case.claims, case.kinship)
    assert (system.impossible.sets == ()) == can_be
