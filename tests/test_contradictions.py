"""Contradictions found by arrays: the same as by looking at all statements."""

from datetime import timedelta

import attrs
import pytest
from factory import DAY, claim, incident, lexicon
from hypothesis import given
from tellings import incidents

from claimrec.judging.case import case_of
from claimrec.judging.coded import BEYOND
from claimrec.judging.columns import Columns
from claimrec.judging.contradictions import (
    by_incident,
    contradicting_pairs,
    contradictions_between,
    contradictions_by_numbers,
)
from claimrec.judging.counts import contradicting_counts
from claimrec.judging.statement_table import StatementTable


def found_in(*told):
    table = StatementTable(Columns(told, lexicon()))
    sure, unsure = contradicting_pairs(table)
    found = [[] for _ in told]
    for at, conflict in contradictions_by_numbers(table, sure):
        found[at].append(attrs.evolve(conflict, depends_on=()))
    for at, pairs in by_incident(table, unsure).items():
        assert not found[at]
        found[at] = contradictions_between(pairs, table, at)
    return [sorted(conflicts, key=lambda one: one.tolls) for conflicts in found]


@given(incidents)
def test_what_arrays_find_is_what_the_statements_show(told):
    assert found_in(*told) == [
        sorted(contradicting_counts(case_of(one, lexicon())), key=lambda one: one.tolls) for one in told
    ]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        pytest.param({"said": "3 killed"}, {"said": "4 killed"}, "contradiction", id="two figures"),
        pytest.param(
            {"said": "up to 3 guards killed"}, {"said": "at least 4 guards killed"}, "contradiction", id="bounds"
        ),
        pytest.param({"said": "4 killed"}, {"said": "3 killed or wounded"}, "contradiction", id="a sum"),
        pytest.param(
            {"said": "3 killed"}, {"said": "4 civilians killed"}, "contradiction", id="a part above its whole"
        ),
        pytest.param({"said": "3 killed; 1 killed"}, {"said": "4 killed"}, "contradiction", id="counted twice"),
        pytest.param({"said": "nearly 3 killed"}, {"said": "4 killed"}, "contradiction", id="a loose word"),
        pytest.param({"said": "3 killed"}, {"said": "4 killed", "source": "Agency A"}, "tension", id="one voice"),
        pytest.param(
            {"said": f"{BEYOND + 1} killed"}, {"said": f"{BEYOND + 2} killed"}, "contradiction", id="beyond all wars"
        ),
        pytest.param(
            {"said": "3 soldiers killed", "by": "Dune Group"}, {"said": "4 army killed"}, "contradiction", id="a side"
        ),
        pytest.param({"said": "3 killed"}, {"said": "3 to 4 killed"}, None, id="they share a number"),
        pytest.param({"said": "3 killed"}, {"said": "4 wounded"}, None, id="they suffered other things"),
        pytest.param({"said": "3 men killed"}, {"said": "4 women killed"}, None, id="it is not said who they are"),
        pytest.param({"said": "3 killed", "unit": "household"}, {"said": "4 killed"}, None, id="households"),
        pytest.param({"said": "3 killed", "level": "aggregate"}, {"said": "4 killed"}, None, id="a sum of incidents"),
        pytest.param({"said": f"{BEYOND + 2} killed"}, {"said": f"at least {BEYOND + 1} killed"}, None, id="huge, met"),
        pytest.param(
            {"said": "3 killed", "source": "B", "published": DAY + timedelta(days=1)},
            {"said": "4 killed"},
            None,
            id="a later toll of one voice",
        ),
    ],
)
def test_two_counts_of_people_who_can_be_in_both_are_held_against_each_other(one, other, found):
    told = incident(claim(**one), claim(**{"source": "B"} | other))
    [conflicts] = found_in(told)
    assert [conflict.severity for conflict in conflicts] == ([found] if found else [])
    assert conflicts == list(contradicting_counts(case_of(told, lexicon())))


def test_nobody_replaces_an_own_figure_of_the_same_day():
    told = claim("3 killed"), claim("4 killed"), claim("4 killed", source="B", published=DAY)
    [found] = found_in(incident(*told))
    assert len(found) == 2
