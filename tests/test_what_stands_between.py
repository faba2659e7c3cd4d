"""Victims apart from their word of harm, numbers of all and of some, clauses that open before somebody else acts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_tolls import tolls

WHEN_AND_WHERE = st.lists(
    st.sampled_from(
        ["on Friday", "in Aleppo", "near Qamhana", "in an ambush", "on the evening of 27 February", "today"]
    ),
    min_size=1,
    max_size=2,
    unique=True,
).map(" ".join)
KINDS = st.sampled_from(["soldiers", "civilians", "villagers"])


@given(WHEN_AND_WHERE, st.integers(2, 90), KINDS, st.booleans())
def test_victims_are_found_behind_when_and_where(said, number, kind, aside):
    comma = "," if aside else ""
    assert tolls(f"Gunmen killed{comma} {said}{comma} {number} {kind}.") == [f"killed {number}"]
    assert tolls(f"They condemned the murder {said} of {number} {kind}.") == [f"killed {number}"]


@given(st.integers(20, 90), st.integers(2, 19), KINDS, st.booleans())
def test_the_harm_right_behind_everybody_tells_of_all(everybody, some, kind, shouted):
    text = f"{some} of the {everybody} people killed were {kind}."
    assert tolls(text.upper() if shouted else text) == [f"killed {everybody}", f">killed {some}"]


TEXTS = {
    "They condemned the recent murder in Homs of two women.": ["killed 2"],
    "The officers are tried for the massacre [of six monks].": ["killed 6"],
    "The soldiers killed the monks, their cook, and two guards.": ["killed at least 2", "killed 1", "killed 2"],
    "Seven [number as heard] other people were killed.": ["killed 7"],
    "A 12- year-old girl was injured.": ["wounded 1"],
    "Wounded, the two men fled.": [],
    "Two of the three men hurt in Homs are brothers.": ["wounded 3"],
    "One of the two women who were slightly injured is a teacher.": ["wounded 2"],
    "One of the two women, who was slightly injured, is a teacher.": ["wounded 1"],
    "Four of the six persons injured are in hospital.": ["wounded 6"],
    "Four of the six hostages were killed.": ["killed 4"],
    "A woman came with six children, two of whom were killed.": ["killed 2"],
    "A woman came with her children, one of whom was wounded.": ["wounded 1"],
    "Six people were wounded, two of whom later died.": ["wounded 6", "killed 2"],
    "After the murder of Karim Testov, the 40 judges of the town resigned.": ["killed 1"],
    "The blast killed Karim Testov, five officers and two guards.": ["killed 1", "killed 5", "killed 2"],
    "A bomb killed Karim Testov, five officers.": ["killed 1", "killed 5"],
    "Two men were killed on Friday, three women were wounded.": ["killed 2", "wounded 3"],
    "Two men were killed in Aleppo, three officials said.": ["killed 2"],
    "Those killed in Aleppo on Friday included three children.": ["killed 3"],
    "They condemned the murder of Karim Testov, head of the Free Union and the Civic Congress.": ["killed 1"],
    "Gunmen killed him in a shop and Barzanek street was closed.": ["killed 1"],
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.items())
def test_what_stands_between(text, expected):
    assert tolls(text) == expected


KIDNAPPED = {
    "A kidnapped engineer was killed.": ["killed 1"],
    "Two kidnapped engineers were killed.": ["killed 2"],
    "The body of a kidnapped engineer was found.": ["killed 1"],
    "Rebels captured soldiers.": ["captured at least 2"],
    "A bomb wounded a police colonel and three guards.": ["wounded 1", "wounded 3"],
    "A bomb killed a police captain and an army officer.": ["killed 2", ">killed 1", ">killed 1"],
}


@pytest.mark.parametrize(("text", "expected"), KIDNAPPED.items())
def test_what_stands_before_a_noun_tells_who_it_is(text, expected):
    assert tolls(text) == expected


SHOUTED = {
    "THE MEN KILLED A WATCHMAN, AND SET FIRE TO THE FARM.": ["killed 1"],
    "THE RAID ENDED WITH THE DEATHS OF THE PAID ASSASSINS.": [],
    "BY KILLING HIM IN A CRUEL AND COWARDLY MANNER THEY ENDED THE PEACE.": ["killed 1"],
    "THE CHIEF REGRETTED THE MURDER OF THE CLERGYMEN.": ["killed at least 2"],
}


@pytest.mark.parametrize(("text", "expected"), SHOUTED.items())
def test_in_capitals_no_adjective_is_a_name(text, expected):
    assert tolls(text) == expected


@given(
    st.lists(
        st.tuples(st.integers(2, 90), st.sampled_from(["Aleppo", "Idlib", "Homs", "Raqqa"])), min_size=2, max_size=4
    )
)
def test_numbers_with_a_place_of_their_own_go_on_under_one_verb(told):
    (number, place), *others = told
    listed = "".join(f", {n} in {where}" for n, where in others[:-1]) + f" and {others[-1][0]} in {others[-1][1]}"
    expected = [f"killed {n}" for n, _ in told]
    assert tolls(f"Shells killed {number} people in {place}{listed}.") == expected
    assert tolls(f"{number} people were killed in {place}{listed}.") == expected


def test_a_number_with_a_place_and_a_verb_of_its_own_is_told_by_it():
    assert tolls("Three men were killed in Aleppo, two in Idlib were wounded.") == ["killed 3", "wounded 2"]
    assert tolls("Shells killed three people in Aleppo, two in critical condition.") == ["killed 3", "wounded 2"]
