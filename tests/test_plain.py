"""Contradictions found by arrays alone: the same as by looking at the statements, and only where numbers are all."""

from datetime import timedelta

import pytest
from factory import DAY, claim, incident, lexicon
from hypothesis import given
from hypothesis import strategies as st

from claimrec.judging.case import case_of
from claimrec.judging.counts import contradicting_counts
from claimrec.judging.plain import plain_conflicts, plain_pairs
from claimrec.judging.screening import BEYOND, Screen
from claimrec.judging.verdicts import severity

said = st.builds(
    "{}{} {} {}".format,
    st.sampled_from(["", "", "at least ", "up to ", "more than "]),
    st.integers(0, 5),
    st.sampled_from(["civilians", "civilians", "people", "guards", "army", "soldiers"]),
    st.sampled_from(["killed", "killed", "wounded", "missing"]),
)
claims = st.builds(
    lambda first, second, article, **told: claim(f"{first}; {second}" if second else first, article=article, **told),
    said,
    st.one_of(st.none(), said),
    st.sampled_from(["a1", "a2", "a3", "a4", "a5"]),
    source=st.sampled_from(["Agency A", "Rights Monitor", "Northern News"]),
    published=st.sampled_from([None, DAY, DAY, DAY + timedelta(days=1)]),
    by=st.sampled_from([None, None, "Dune Group"]),
)
incidents = st.lists(st.lists(claims, min_size=1, max_size=5), min_size=1, max_size=4).map(
    lambda groups: [incident(*told, name=f"incident {place}") for place, told in enumerate(groups)]
)


def found_plainly(one):
    screen = Screen([one], lexicon())
    return {conflict for pairs in plain_pairs(screen).values() for conflict in plain_conflicts(pairs, screen)}


@given(incidents)
def test_what_arrays_find_is_what_the_statements_show(told):
    screen = Screen(told, lexicon())
    for at, pairs in plain_pairs(screen).items():
        shown = contradicting_counts(case_of(told[at], lexicon()))
        assert set(plain_conflicts(pairs, screen)) == set(shown)


@pytest.mark.parametrize(
    ("said", "other", "grave"),
    [
        ("3 killed", "4 killed", "contradiction"),
        ("up to 3 guards killed", "at least 4 guards killed", "contradiction"),
        ("3 soldiers killed; 9 wounded", "4 soldiers killed; 9 wounded", "contradiction"),
        ("3 army killed", "5 army killed", "contradiction"),
    ],
)
def test_told_plainly_two_counts_of_the_same_people_are_held_against_each_other(said, other, grave):
    told = incident(claim(said), claim(other, source="B"))
    [found] = found_plainly(told)
    assert [found] == list(contradicting_counts(case_of(told, lexicon())))
    assert (found.kind, found.severity) == ("count", grave)
    assert found.because.endswith("no number satisfies both")


def test_two_figures_of_one_voice_are_a_tension():
    told = incident(claim("3 killed"), claim("4 killed"))
    [found] = found_plainly(told)
    assert [found] == list(contradicting_counts(case_of(told, lexicon())))
    assert found.severity == "tension"
    assert "in the mouth of one voice" in found.because


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param({"said": "3 killed"}, {"said": "3 to 4 killed"}, id="they share a number"),
        pytest.param({"said": "3 killed"}, {"said": "4 wounded"}, id="they suffered other things"),
        pytest.param({"said": "4 killed"}, {"said": "3 killed or wounded"}, id="a sum"),
        pytest.param({"said": "3 killed"}, {"said": "4 civilians killed"}, id="other people"),
        pytest.param({"said": "3 killed; 1 killed"}, {"said": "4 killed"}, id="an article counts twice"),
        pytest.param({"said": "9 killed, including 3 guards wounded"}, {"said": "4 guards wounded"}, id="a part"),
        pytest.param({"said": "nearly 3 killed"}, {"said": "4 killed"}, id="a loose word"),
        pytest.param({"said": "3 killed", "unit": "household"}, {"said": "4 killed"}, id="households"),
        pytest.param({"said": "3 killed", "level": "aggregate"}, {"said": "4 killed"}, id="a sum of incidents"),
        pytest.param({"said": f"{BEYOND + 1} killed"}, {"said": f"{BEYOND + 2} killed"}, id="beyond all wars"),
        pytest.param(
            {"said": "3 killed", "source": "B", "published": DAY + timedelta(days=1)},
            {"said": "4 killed"},
            id="a later toll of one voice",
        ),
        pytest.param({"said": "3 soldiers killed", "by": "Dune Group"}, {"said": "4 soldiers killed"}, id="a side"),
        pytest.param({"said": "3 soldiers killed; 1 army missing"}, {"said": "4 soldiers killed"}, id="a side hurt"),
    ],
)
def test_where_more_than_the_numbers_matters_the_statements_are_looked_at(one, other):
    assert not found_plainly(incident(claim(**one), claim(**{"source": "B"} | other)))


def test_nobody_replaces_an_own_figure_of_the_same_day():
    told = claim("3 killed"), claim("4 killed"), claim("4 killed", source="B", published=DAY)
    assert len(found_plainly(incident(*told))) == 2


def test_how_grave_it_is_is_what_their_statements_say():
    one = incident(claim("at least 5 killed"), claim("4 killed", source="B"))
    a, b = case_of(one, lexicon()).statements
    assert {found.severity for found in found_plainly(one)} == {severity(a, b)}
