"""Which claims are taken for one incident: whole groups of claims."""

from datetime import date, timedelta
from itertools import combinations

import attrs
import pytest
from factory import claim
from hypothesis import given, settings
from hypothesis import strategies as st
from valley import AYN_ZAYTUN, GOVERNORATE, LEXICON, MARABAD, MONDAY, NAMESAKE, TELL_HARUN, TUESDAY, accounts

from claimrec.matching.day import day
from claimrec.matching.decisions import Decision
from claimrec.matching.incidents import UNSURE, find_incidents
from claimrec.matching.place import place
from claimrec.matching.shipped import COMPARISONS, MUST_NOT_LINK, PRIOR
from claimrec.records.article import Quote
from claimrec.values.place import Place
from claimrec.values.window import Window


def groups(*claims, **rules):
    matching = find_incidents(claims, lexicon=LEXICON, **rules)
    return sorted(sorted(told.name or told.id for told in incident.claims) for incident in matching.incidents)


@settings(max_examples=40)
@given(st.lists(accounts(), max_size=12), st.randoms())
def test_the_order_of_the_claims_makes_no_difference(claims, random):
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert find_incidents(claims, lexicon=LEXICON) == find_incidents(shuffled, lexicon=LEXICON)


@settings(max_examples=40)
@given(st.lists(accounts(), max_size=10))
def test_every_claim_is_in_one_incident_that_its_evidence_ties_together(claims):
    matching = find_incidents(claims, lexicon=LEXICON)
    told = [one.id for incident in matching.incidents for one in incident.claims]
    assert sorted(told) == sorted({one.id for one in claims})
    for incident in matching.incidents:
        assert len(incident.evidence) == len(incident.claims) - 1
        tied = {incident.claims[0].id}
        for _ in incident.evidence:
            tied |= {name for one in incident.evidence if {one.a, one.b} & tied for name in (one.a, one.b)}
        assert tied == {one.id for one in incident.claims}


@settings(max_examples=40)
@given(st.lists(accounts(), max_size=10, unique_by=lambda told: told.id))
def test_vetoes_hold_through_other_claims(claims):
    first = claims[0].id if claims else None
    claims = [attrs.evolve(told, separate_from=(first,)) if told.id != first else told for told in claims]
    matching = find_incidents(claims, lexicon=LEXICON)
    for incident in matching.incidents:
        assert first not in {told.id for told in incident.claims} or len(incident.claims) == 1


@settings(max_examples=30)
@given(accounts(), accounts())
def test_a_known_spelling_changes_nothing(a, b):
    def respelled(told):
        if told.where is None or told.where.place != AYN_ZAYTUN:
            return told
        return attrs.evolve(told, where=attrs.evolve(told.where, place=attrs.evolve(AYN_ZAYTUN, name="Olive Spring")))

    a, b = attrs.evolve(a, name="a"), attrs.evolve(b, name="b")
    assert groups(a, b) == groups(respelled(a), b) == groups(a, respelled(b))


RAID = claim("12 guards killed", name="raid", day=MONDAY, place=TELL_HARUN, event="ambush", by="Dune Group")


def like_raid(name, said="12 guards killed", **changed):
    told = {"day": MONDAY, "place": TELL_HARUN, "event": "ambush", "by": "Dune Group", "source": name} | changed
    return claim(said, name=name, **told)


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        (like_raid("hedged", "at least 12 guards killed"), True),
        (like_raid("respelled", place=Place("Tall Haroun", "Marabad")), True),
        (like_raid("disputed toll", "20 guards killed"), True),
        (like_raid("disputed perpetrator", by="Rebel Alliance"), True),
        (like_raid("silent on who", by=None), True),
        (like_raid("silent on the toll", ""), True),
        (like_raid("overnight", day=Window(MONDAY, TUESDAY), relative=True), True),
        (like_raid("only the day and the place", "", by=None, event=None), True),
        (like_raid("the governorate only", place=GOVERNORATE, event=None), True),
        (like_raid("next day", day=TUESDAY), False),
        (like_raid("next week", day=MONDAY + timedelta(days=7)), False),
        (like_raid("next village", place=AYN_ZAYTUN), False),
        (like_raid("namesake", place=NAMESAKE), False),
        (like_raid("namesake without a point", place=Place("Tell Harun", "Sahran")), False),
        (like_raid("other village, day open", day=None, place=AYN_ZAYTUN), False),
        (like_raid("place and toll open", "", place=None), False),
        (like_raid("running total", level="cumulative"), False),
    ],
    ids=lambda value: value.name if hasattr(value, "name") else "",
)
def test_what_another_outlet_says_of_the_raid(other, is_one):
    assert groups(RAID, other) == ([["raid", other.name]] if is_one else sorted([["raid"], [other.name]]))[: 2] or (
        groups(RAID, other) == [sorted(["raid", other.name])]
    )
