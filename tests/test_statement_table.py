"""Statements of many incidents as columns: the same as of each incident laid open."""

import numpy as np
import pytest
from factory import claim, incident, lexicon
from hypothesis import given
from tellings import incidents

from claimrec.judging.case import case_of
from claimrec.judging.coded import BEYOND, OPEN
from claimrec.judging.columns import Columns
from claimrec.judging.group_table import KINS
from claimrec.judging.statement_table import StatementTable
from claimrec.judging.victims import Group


def table_of(*told):
    return StatementTable(Columns(told, lexicon()))


def clamped(count):
    return min(count.low, 2 * BEYOND), OPEN if count.high is None else min(count.high, BEYOND)


@given(incidents)
def test_an_incident_of_a_table_is_the_incident_laid_open(told):
    table = table_of(*told)
    for at, one in enumerate(told):
        opened, case = table.case(at), case_of(one, lexicon())
        assert tuple(opened.statements) == tuple(case.statements)
        assert tuple(opened.standing) == tuple(case.standing)
        assert (opened.claims, opened.superseded, opened.lists) == (case.claims, case.superseded, case.lists)
        assert opened.kinship is case.kinship


@given(incidents)
def test_the_columns_hold_what_the_statements_say(told):
    table = table_of(*told)
    cases = [case_of(one, lexicon()) for one in told]
    statements = [one for case in cases for one in case.statements]
    groups, group = table.groups
    assert [groups[at] for at in group] == [one.group for one in statements]
    assert list(zip(table.low.tolist(), table.high.tolist(), strict=True)) == [clamped(one.count) for one in statements]
    standing = [one in case.standing for case in cases for one in case.statements]
    assert table.standing.tolist() == standing


@given(incidents)
def test_how_groups_stand_to_each_other_is_what_the_kinship_of_their_incident_says(told):
    table = table_of(*told)
    statements = [(case, one) for case in (case_of(one, lexicon()) for one in told) for one in case.statements]
    for here, there in table.pairs(np.arange(len(statements))):
        for one, other, kin in zip(here, there, table.kin(here, there), strict=True):
            (case, a), (same_case, b) = statements[one], statements[other]
            assert case is same_case
            assert case.kinship.of(a.group, b.group) == KINS[kin]


def test_incidents_without_claims_and_no_incidents_hold_nothing():
    for told in ((), (incident(claim("", name="a")),)):
        table = table_of(*told)
        assert (len(table.groups[0]), table.low.tolist(), table.standing.tolist()) == (0, [], [])


@pytest.mark.parametrize(
    ("said", "group"),
    [
        ("3 soldiers killed", "Northern army"),
        ("3 civilians killed", "civilians"),
        ("3 killed", "people"),
    ],
)
def test_soldiers_of_no_side_are_those_of_the_only_army_that_is_named(said, group):
    table = table_of(incident(claim("2 army killed"), claim(said, source="B", by="Dune Group")))
    groups, at = table.groups
    assert sorted(str(groups[place]) for place in at) == sorted(["Northern army", group])
    assert Group() in groups or group != "people"


@pytest.mark.parametrize(
    ("source", "article", "most"),
    [
        ("witnesses", "a1", OPEN),  # whoever says it: one of the twelve, and perhaps not the only man
        ("Agency A", "a2", 1),
    ],
)
def test_a_single_person_is_a_mention_beside_more_in_the_same_article(source, article, most):
    told = claim("12 killed", article="a1", name="a"), claim("1 man killed", source=source, article=article, name="b")
    table = table_of(incident(*told))
    assert table.high.tolist() == [12, most]
    assert tuple(table.case(0).statements) == tuple(case_of(incident(*told), lexicon()).statements)
