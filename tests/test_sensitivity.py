"""What a conflict depends on: the conventions for loose words, the threshold of matching."""

import attrs
import pytest
from factory import claim, incident, lexicon
from hypothesis import given, settings
from hypothesis import strategies as st
from valley import GOVERNORATE, LEXICON, MONDAY, TELL_HARUN, accounts

from claimrec.exchange.results import result_line
from claimrec.judging.judge import judge
from claimrec.matching.incidents import find_incidents, parted
from claimrec.matching.linking import UNSURE
from claimrec.reconciliation import reconcile
from claimrec.showing.html import page
from claimrec.showing.text import plain_text
from claimrec.showing.wording import dependence_words

A, B = ({"source": f"Agency {letter}"} for letter in "AB")


@pytest.mark.parametrize(
    ("one", "other", "depends_on"),
    [
        ("19 killed", "3 killed", [()]),
        ("nearly 20 killed", "3 killed", [("conventions",)]),
        ("about 20 killed", "30 killed", [("conventions",)]),
        ("about 20 killed", "50 killed", [()]),
        ("at least 20 killed", "3 killed", [()]),
        ("nearly 20 killed", "17 killed", []),
    ],
)
def test_a_conflict_that_strict_conventions_do_not_have_depends_on_the_conventions(one, other, depends_on):
    [judgement] = judge([incident(claim(one, **A), claim(other, **B))], lexicon=lexicon())
    assert [conflict.depends_on for conflict in judgement.conflicts if conflict.kind == "count"] == depends_on


def test_only_counts_depend_on_the_conventions():
    told = claim("nearly 20 killed", by="Northern army", **A), claim("3 killed", by="Dune Group", **B)
    [judgement] = judge([incident(*told)], lexicon=lexicon())
    found = {(conflict.kind, conflict.depends_on) for conflict in judgement.conflicts}
    assert {("count", ("conventions",)), ("attribution", ())} <= found


@settings(max_examples=40)
@given(st.lists(accounts(), max_size=10), st.floats(0, 6))
def test_a_higher_threshold_parts_incidents_as_if_it_had_been_used_at_once(claims, higher):
    matching = find_incidents(claims, lexicon=LEXICON)
    parts = [part for one in matching.incidents for part in parted(matching.scale, one, matching.threshold + higher)]
    again = find_incidents(claims, lexicon=LEXICON, threshold=matching.threshold + higher)
    assert set(parts) == {frozenset(told.id for told in one.claims) for one in again.incidents}


RAID = {"day": MONDAY, "place": TELL_HARUN, "event": "ambush"}


@pytest.mark.parametrize(
    ("told", "depends_on"),
    [
        ({"by": "Dune Group"}, ()),
        ({"by": "River Guards", "event": None, "place": GOVERNORATE}, ("threshold",)),
    ],
)
def test_a_conflict_between_claims_that_are_barely_one_incident_depends_on_the_threshold(told, depends_on):
    raid = claim("12 guards killed", name="a", by="Dune Group", **RAID, **A)
    result = reconcile([raid, claim("3 guards killed", name="b", **RAID | told, **B)], lexicon=LEXICON)
    [tie] = [tie for judgement in result.incidents for tie in judgement.incident.evidence]
    assert (tie.bits < UNSURE) == bool(depends_on)
    assert {conflict.depends_on for conflict in result.conflicts if conflict.kind == "count"} == {depends_on}


def test_what_a_conflict_depends_on_stands_beside_it():
    told = claim("nearly 20 guards killed", name="a", **RAID, **A), claim("3 guards killed", name="b", **RAID, **B)
    result = reconcile(told, lexicon=LEXICON)
    [words] = {dependence_words(conflict) for conflict in result.conflicts if conflict.kind == "count"}
    assert "strict conventions" in words
    assert words in plain_text(result)
    assert words in page(result)
    assert '"depends_on"' in result_line(result)
    [conflict] = [conflict for conflict in result.conflicts if conflict.kind == "count"]
    assert dependence_words(attrs.evolve(conflict, depends_on=())) not in plain_text(result)
