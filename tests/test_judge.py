"""Whole incidents: laws of judging, and cases as files."""

import gc
import tomllib
from datetime import timedelta
from functools import partial
from pathlib import Path

import attrs
import pytest
from factory import DAY, claim, incident, lexicon
from hypothesis import given
from hypothesis import strategies as st
from tellings import PLACES, claims, incidents

from claimrec.judging.case import case_of, claims_of, conflict
from claimrec.judging.checks import CHECKS
from claimrec.judging.dates import disjoint_days
from claimrec.judging.judge import judge
from claimrec.judging.shared import event_of, when_of, where_of
from claimrec.values.place import Place
from claimrec.values.window import Window

CASES = sorted((Path(__file__).parent / "cases" / "judging").glob("*.toml"))


def findings(judgement):
    return attrs.evolve(judgement, incident=None)


@given(claims, st.randoms())
def test_order_and_repetition_of_claims_change_nothing(told, random):
    again = random.sample(told, len(told)) + random.choices(told, k=2)
    one, other = (judge([incident(*some, level="incident")], lexicon=lexicon())[0] for some in (told, again))
    assert findings(one) == findings(other)


@given(claims)
def test_the_pairs_that_conflict_are_those_that_the_rules_find_among_all_pairs(told):
    case = case_of(incident(*told), lexicon())
    conflicts = [(one.a, one.b, one.because) for one in case.verdicts if one.answer == "conflict"]
    assert [(a.reference, b.reference, because) for a, b, because in case.conflicting] == conflicts


@given(incidents)
def test_where_a_check_is_not_asked_it_would_have_found_nothing(told):
    always_asked = [partial(check) for check in CHECKS]
    found = judge(told, lexicon=lexicon(), checks=CHECKS)
    assert found == judge(told, lexicon=lexicon(), checks=always_asked)


@given(claims)
def test_verdicts_that_are_looked_at_later_are_those_of_the_case(told):
    one = incident(*told, level="incident")
    [found] = judge([one], lexicon=lexicon())
    assert found.verdicts == case_of(one, lexicon()).verdicts


@given(st.lists(claims, min_size=2, max_size=3), st.randoms())
def test_order_of_incidents_changes_nothing(groups, random):
    several = [incident(*told, name=f"incident {place}") for place, told in enumerate(groups)]
    found = {one.incident.id: one for one in judge(several, lexicon=lexicon())}
    shuffled = random.sample(several, len(several))
    assert {one.incident.id: one for one in judge(shuffled, lexicon=lexicon())} == found


@given(claims)
def test_whatever_is_found_names_claims_of_the_incident_and_says_why(told):
    [found] = judge([incident(*told)], lexicon=lexicon())
    known = {one.id for one in told}
    for one in found.conflicts:
        assert set(one.claims) <= known
        assert {toll.claim for toll in one.tolls} <= set(one.claims)
        assert one.because
        assert len(one.tolls or one.claims) > 1


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_check_says_what_it_does(check):
    assert check.__doc__.strip().splitlines()[0].endswith((".", ":"))


def test_a_users_own_check_stands_beside_the_others():
    def one_voice_alone(case):
        """Only one voice tells of the incident."""
        if len({one.voice for one in case.statements}) == 1:
            yield conflict(one_voice_alone, "wording", "note", case.claims, "one voice alone")

    [found] = judge([incident(claim("3 killed", name="a"))], lexicon=lexicon(), checks=(*CHECKS, one_voice_alone))
    assert [(one.rule, one.claims) for one in found.conflicts] == [("one voice alone", ("a",))]
    assert judge([incident(claim("3 killed", name="a"))], lexicon=lexicon())[0].conflicts == ()


def test_the_gravest_come_first():
    told = claim("3 killed", day=DAY), claim("4 killed", day=DAY + timedelta(days=1), event="raid", source="B")
    [found] = judge([incident(*told, claim("3 killed", event="ambush"))], lexicon=lexicon())
    assert [one.severity for one in found.conflicts] == ["contradiction", "tension", "note"]


@pytest.mark.parametrize(
    ("days", "when"),
    [
        ([], None),
        ([Window(DAY, DAY + timedelta(days=2)), DAY], Window.on(DAY)),
        ([DAY, DAY + timedelta(days=2)], Window(DAY, DAY + timedelta(days=2))),
        ([DAY, DAY + timedelta(days=2), DAY], Window(DAY, DAY + timedelta(days=2))),
    ],
)
def test_an_incident_lies_on_the_days_that_all_allow(days, when):
    told = [claim(f"{n} killed", day=day) for n, day in enumerate(days)] or [claim()]
    assert judge([incident(*told)], lexicon=lexicon())[0].when == when


def test_an_incident_is_where_and_what_most_claims_say():
    rough, fine, unknown = Place("Northland", None, 10.0, 10.0, 90.0), PLACES[1], Place("Elm Town")
    told = [claim(f"{n} killed", place=place) for n, place in enumerate([rough, fine, unknown])]
    kinds = [claim(f"{n} killed", event=kind) for n, kind in enumerate(["raid", "raid", "ambush"])]
    [found] = judge([incident(*told, *kinds)], lexicon=lexicon())
    assert (found.where, found.event) == (fine, "raid")
    assert judge([incident(*told, claim("9 killed", place=rough))], lexicon=lexicon())[0].where == rough
    assert judge([incident(claim())], lexicon=lexicon())[0].where is None


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_a_case_is_judged_as_its_file_says(file):
    case = tomllib.loads(file.read_text(encoding="utf-8"))
    told: dict[str, list] = {}
    for one in case["claim"]:
        via = tuple(one.pop("via", ()))
        told.setdefault(one.pop("incident", "incident"), []).append(claim(via=via, **one))
    incidents = [incident(*some, name=name) for name, some in told.items()]
    judged = judge(incidents, lexicon=lexicon())
    grave = [one for judgement in judged for one in judgement.conflicts if one.severity != "note"]
    found = [{"kind": one.kind, "severity": one.severity, "claims": sorted(one.claims)} for one in grave]
    assert sorted(found, key=str) == sorted(case.get("conflict", []), key=str)
    replaced = [[one.earlier.claim, one.later.claim] for judgement in judged for one in judgement.superseded]
    assert replaced == case.get("superseded", [])
    assert [len(judgement.voices) for judgement in judged] == case["voices"]
    remaining = {f"{one.victims or 'people'} {one.effect}": str(one.remaining) for one in judged[0].ranges}
    assert remaining == case["remaining"]
    assert list(judged[0].parts) == case.get("parts", [])


def test_a_case_lays_everything_open():
    case = case_of(incident(claim("3 killed"), claim("3 killed")), lexicon())
    assert len(case.claims) == 1
    assert case.standing == case.statements


@pytest.mark.parametrize("collecting", [True, False])
def test_the_collector_of_cycles_is_left_as_it_was(collecting):
    before = gc.isenabled()
    try:
        (gc.enable if collecting else gc.disable)()
        judge([incident(claim("3 killed"))], lexicon=lexicon())
        assert gc.isenabled() == collecting
    finally:
        (gc.enable if before else gc.disable)()


@given(claims)
def test_the_days_the_place_and_the_event_are_those_of_the_claims(told):
    [found] = judge([incident(*told)], lexicon=lexicon())
    ordered = claims_of(found.incident)
    assert (found.when, found.where, found.event) == (when_of(ordered), where_of(ordered), event_of(ordered))


def test_a_conflict_that_is_found_twice_is_told_once():
    told = incident(claim(day=DAY), claim(day=DAY + timedelta(days=4), source="Agency B"))
    [once], [twice] = (judge([told], lexicon=lexicon(), checks=[disjoint_days] * many) for many in (1, 2))
    assert len(once.conflicts) == 1
    assert twice.conflicts == once.conflicts
