"""Which claims are taken for one incident: whole groups of claims."""

from datetime import date, timedelta

import attrs
import pytest
from factory import claim
from hypothesis import given, settings
from hypothesis import strategies as st
from valley import AYN_ZAYTUN, GOVERNORATE, LARGE, LEXICON, MARABAD, MONDAY, NAMESAKE, TELL_HARUN, TUESDAY, accounts

from claimrec.matching.day import day
from claimrec.matching.decisions import Decision
from claimrec.matching.incidents import UNSURE, find_incidents
from claimrec.matching.place import place
from claimrec.matching.shipped import COMPARISONS, MUST_NOT_LINK, PRIOR
from claimrec.records.article import Quote
from claimrec.values.place import Place
from claimrec.values.window import Window


def groups(*claims, **rules):
    matching = find_incidents(claims, lexicon=LEXICON, **{"frequencies": LARGE} | rules)
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
    assert (len(groups(RAID, other)) == 1) is is_one


def sentence(place_in_text, said, **told):
    """One more sentence of the article about the raid."""
    text = "x" * 90
    built = like_raid(f"sentence {place_in_text}", said, **({"source": "Agency A"} | told))
    return attrs.evolve(built, article="news", quote=Quote("news", place_in_text, place_in_text + 90, text))


HEADLINE = sentence(0, "12 guards killed")


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        (sentence(100, "12 guards killed"), True),
        (sentence(100, "9 guards wounded"), True),
        (sentence(100, "12 guards killed", day=None, place=None, by=None, event=None), True),
        (sentence(900, "at least 12 guards killed", day=None, by=None), True),
        (sentence(900, "14 guards killed", source="Rights Monitor"), True),
        (sentence(100, "12 guards killed", place=AYN_ZAYTUN), False),
        (sentence(100, "3 guards killed", day=TUESDAY), False),
        (sentence(900, "30 guards killed", event=None), False),
        (sentence(900, "30 guards killed", level="aggregate"), False),
    ],
    ids=str,
)
def test_what_another_sentence_of_the_article_says(other, is_one):
    assert (len(groups(HEADLINE, other)) == 1) is is_one


def test_a_chain_of_look_alikes_stays_apart():
    attacks = [
        claim("5 guards killed", name=f"{n:03}", day=MONDAY + timedelta(days=n), by="Dune Group", event="ambush",
              place=Place(f"Village {n}", "Marabad", 35 + n / 30, 37.0, 1.0), source=f"Agency {n % 3}")
        for n in range(200)
    ]  # fmt: skip
    assert len(groups(*attacks)) == 200
    in_one_village = [attrs.evolve(told, where=RAID.where) for told in attacks]
    assert len(groups(*in_one_village)) == 200


@pytest.mark.parametrize("with_points", [True, False])
def test_twenty_namesakes_stay_apart(with_points):
    provinces = [f"{first}a{second}an" for first in "BDFKL" for second in "MNRS"]
    villages = [
        Place("Tell Nur", province, *((30 + n, 35.0, 2.0) if with_points else ()))
        for n, province in enumerate(provinces)
    ]
    attacks = [
        like_raid(f"{village.admin} by {source}", "5 guards killed", place=village, by=by, event=event)
        for village in villages
        for source, by, event in (("A", "Dune Group", "ambush"), ("B", "Dune Group", None), ("C", None, "ambush"))
    ]
    assert groups(*attacks) == sorted(sorted(f"{place.admin} by {source}" for source in "ABC") for place in villages)


WAR = {"level": "cumulative", "place": GOVERNORATE, "by": None, "event": None}
YEAR = Window(date(2023, 1, 1), MONDAY)


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        (like_raid("again", "300 people killed", day=YEAR, **WAR), True),
        (like_raid("a day later", "300 people killed", day=YEAR.widened(1), **WAR), False),
        (like_raid("one city", "300 people killed", day=YEAR, **WAR | {"place": MARABAD}), False),
        (like_raid("an operation", "300 people killed", day=YEAR, **WAR | {"level": "operation"}), False),
    ],
    ids=lambda value: value.name if hasattr(value, "name") else "",
)
def test_totals_are_one_when_they_count_over_the_same(other, is_one):
    total = like_raid("total", "300 people killed", day=YEAR, **WAR)
    assert (len(groups(total, other)) == 1) is is_one


def test_an_incident_says_what_it_counts_over_and_is_named_by_its_claims():
    one, other = find_incidents([RAID, like_raid("total", day=YEAR, **WAR)], lexicon=LEXICON).incidents
    assert {one.level, other.level} == {"incident", "cumulative"}
    [alone] = find_incidents([RAID], lexicon=LEXICON).incidents
    assert alone.id in {one.id, other.id}


FOLLOW_UP = like_raid("follow-up", "12 guards killed", day=TUESDAY)


def test_rules_and_decisions_of_the_user():
    one, two = [["follow-up", "raid"]], [["follow-up"], ["raid"]]
    assert groups(RAID, FOLLOW_UP) == two
    assert groups(RAID, FOLLOW_UP, must_link=[day.is_("next day") & place.at_least("near")]) == one
    assert groups(RAID, FOLLOW_UP, decisions=[Decision("raid", "follow-up", same=True)]) == one
    assert groups(RAID, FOLLOW_UP, threshold=-6.0) == one
    assert groups(RAID, FOLLOW_UP, prior=PRIOR + 6) == one
    assert groups(RAID, FOLLOW_UP, comparisons=COMPARISONS[1:], must_not_link=MUST_NOT_LINK[:1]) == one
    again = like_raid("again")
    assert groups(RAID, again, must_not_link=[*MUST_NOT_LINK, day.is_("same day")]) == [["again"], ["raid"]]
    assert groups(RAID, again, decisions=[Decision("raid", "again", same=False)]) == [["again"], ["raid"]]


def test_a_decision_joins_what_the_rules_forbid_and_never_compare():
    elsewhere = like_raid("elsewhere", "2 rebels killed", day=date(2022, 1, 1), place=NAMESAKE)
    decisions = [Decision("raid", "follow-up", same=True), Decision("follow-up", "elsewhere", same=True)]
    assert groups(RAID, FOLLOW_UP, elsewhere, decisions=decisions) == [["elsewhere", "follow-up", "raid"]]


def test_pairs_near_the_threshold_are_listed_for_review():
    unsure = like_raid("unsure", "", place=Place("Ayn Zaytun", "Marabad"), day=Window(MONDAY, TUESDAY), event="ambush")
    sure = [RAID, like_raid("again"), like_raid("and again")]
    bits = find_incidents([RAID, unsure], lexicon=LEXICON).scale.evidence(0, 1).bits
    matching = find_incidents([*sure, unsure], lexicon=LEXICON, threshold=bits + 1)
    assert [{"unsure"} < {one.a, one.b} for one in matching.review] == [True]
    assert all(abs(one.bits - matching.threshold) <= UNSURE for one in matching.review)
    assert find_incidents(sure, lexicon=LEXICON).review == ()


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        (like_raid("place open", place=None), True),
        (like_raid("place and toll open", "", place=None), True),
        (like_raid("a place that no list has", "at least 10 killed", place=Place("Old Mill")), True),
        (like_raid("day open", day=None), True),
        (like_raid("next day", day=TUESDAY), False),
        (like_raid("next village", place=AYN_ZAYTUN), False),
        (like_raid("namesake", place=NAMESAKE), False),
        (like_raid("other village, day open", day=None, place=AYN_ZAYTUN), False),
    ],
    ids=lambda value: value.name if hasattr(value, "name") else "",
)
def test_among_few_articles_what_is_left_open_counts_as_told_but_the_next_day_or_village_is_another(other, is_one):
    assert (len(groups(RAID, other, frequencies=None)) == 1) is is_one


def test_two_bits_more_or_less_move_only_what_is_unsure():
    barely = find_incidents([RAID, FOLLOW_UP], lexicon=LEXICON, threshold=-2.0)
    assert [len(incident.claims) for incident in barely.incidents] == [2]
    assert barely.review == barely.incidents[0].evidence


def test_incidents_come_by_day():
    days = [MONDAY + timedelta(days=3 * n) for n in (2, 0, 1)]
    incidents = find_incidents([like_raid(str(one), day=one) for one in days], lexicon=LEXICON).incidents
    assert [incident.claims[0].name for incident in incidents] == [str(one) for one in sorted(days)]


def test_no_claims_no_incidents():
    matching = find_incidents([], lexicon=LEXICON)
    assert (matching.incidents, matching.review) == ((), ())
