"""Sums over incidents: their parts, and whether they add up."""

from datetime import timedelta

import pytest
from factory import DAY, claim, incident, lexicon

from claimrec.judging.aggregates import MOST_PARTS, parts_of
from claimrec.judging.case import case_of
from claimrec.judging.judge import judge
from claimrec.values.place import Place
from claimrec.values.window import Window

REGION = Place("Lowlands", "South", 20.0, 20.0, 60.0)
TOWN = Place("Oak Town", "South", 20.1, 20.0, 2.0)
FAR_TOWN = Place("Elm Town", "South", 29.0, 20.0, 2.0)
OTHER_REGION = Place("Ash Town", "North")


def total(said="11 army killed", **told):
    return incident(claim(said, level="aggregate", **{"article": "a1", "name": "total"} | told), name="sum")


def part(said, name, **told):
    return incident(claim(said, **{"article": "a1", "name": name} | told), name=name)


def parts(*incidents):
    whole, *others = (case_of(one, lexicon()) for one in incidents)
    return [case.incident.id for case in parts_of(whole, others)]


@pytest.mark.parametrize(
    ("told", "belongs"),
    [
        ({}, True),
        ({"said": "3 guards killed"}, True),  # of the army
        ({"said": "3 killed"}, True),  # nobody says whom
        ({"said": "3 soldiers killed"}, True),  # nobody says whose
        ({"said": "3 southerners killed"}, False),
        ({"said": "3 civilians killed"}, False),
        ({"said": "3 workers killed"}, False),
        ({"said": "3 army wounded"}, False),
        ({"said": "3 army killed", "unit": "vehicle"}, False),
        ({"article": "a2"}, False),
        ({"level": "aggregate"}, False),
        ({"day": DAY}, True),
        ({"day": DAY - timedelta(days=1)}, False),
        ({"day": DAY - timedelta(days=1), "relative": True}, True),
        ({"day": DAY - timedelta(days=2), "relative": True}, False),
        ({"place": TOWN}, True),
        ({"place": Place("Nowhere", "South")}, True),
        ({"place": FAR_TOWN}, False),
        ({"place": OTHER_REGION}, False),
    ],
)
def test_a_part_is_told_in_the_same_article_within_the_days_the_place_and_the_victims_of_its_sum(told, belongs):
    whole = total(day=DAY, place=REGION)
    found = parts(whole, part("8 army killed", "eight"), part(**{"said": "3 army killed", "name": "three"} | told))
    assert found == (["eight", "three"] if belongs else ["eight"])


@pytest.mark.parametrize(
    ("whole", "meant"),
    [
        ("16 army killed", ["eight", "five", "three"]),
        ("11 army killed", ["eight", "three"]),  # a smaller set where all are too many
        ("at least 11 army killed", ["eight", "five", "three"]),  # the largest set that adds up
        ("9 army killed", ["eight", "five", "three"]),  # none adds up
    ],
)
def test_the_most_parts_that_add_up_are_meant(whole, meant):
    told = (part(f"{number} army killed", name) for number, name in ((8, "eight"), (5, "five"), (3, "three")))
    assert parts(total(whole), *told) == meant


def test_only_an_aggregate_has_parts():
    assert parts(part("11 army killed", "eleven"), part("8 army killed", "eight")) == []


def test_a_subset_is_no_part():
    [judgement, *_] = judge(
        [total(), part("8 army killed, including 3 guards", "eight"), part("3 army killed", "three")], lexicon=lexicon()
    )
    assert [found.answer for found in judgement.verdicts] == ["agree", "agree"]


@pytest.mark.parametrize(
    "place", [Place("Pine Hamlet"), Place("Lowlands"), Place("Oak Town", "South", 20.1, 20.0, 2.0)]
)
def test_a_place_that_no_map_knows_may_hold_every_part(place):
    whole = total(place=Place("Lowlands"))
    assert parts(whole, part("8 army killed", "eight"), part("3 army killed", "three", place=place)) == [
        "eight",
        "three",
    ]


def judged(*incidents):
    return judge(incidents, lexicon=lexicon())[0]


def test_a_sum_that_holds_is_said():
    found = judged(total(), part("8 army killed", "eight"), part("3 army killed", "three"))
    assert found.parts == ("eight", "three")
    assert found.conflicts == ()
    assert {(one.answer, one.rule) for one in found.verdicts} == {("agree", "sum of parts")}
    assert found.verdicts[0].because.endswith("8 + 3 = 11, within 11")


@pytest.mark.parametrize(
    ("said", "numbers", "answer", "because"),
    [
        ("nearly 50 army killed", ("at least 27", "8", "13"), "agree", "= at least 48, within 40 to 50"),
        ("20 army killed", ("8", "3"), "compatible", "8 + 3 = 11, and more incidents may be in 20"),
        ("10 army killed", ("8", "3"), "conflict", "8 + 3 = 11, more than 10"),
    ],
)
def test_parts_add_up_or_not(said, numbers, answer, because):
    incidents = [part(f"{number} army killed", f"part {place}") for place, number in enumerate(numbers)]
    found = judged(total(said), *incidents)
    assert {one.answer for one in found.verdicts} == {answer}
    assert found.verdicts[0].because.endswith(because)
    assert [(one.severity, one.rule) for one in found.conflicts] == [("tension", "sum of parts")] * (
        answer == "conflict"
    )


def test_a_sum_that_does_not_hold_is_written_out():
    found = judged(total("10 army killed"), part("8 army killed", "eight"), part("3 army killed", "three"))
    assert found.conflicts[0].because == (
        "Agency A says 10 killed, “10 army killed”; Agency A says 8 killed, “8 army killed”; "
        "Agency A says 3 killed, “3 army killed”: 8 + 3 = 11, more than 10"
    )


def test_of_several_tolls_of_a_part_the_one_that_adds_up_is_taken():
    eight = incident(
        claim("9 army killed", article="a1", name="nine", source="Agency B"),
        claim("8 army killed", article="a1", name="eight", source="Agency C"),
        claim("several army killed", article="a1", name="several"),
        name="eight or nine",
    )
    found = judged(total(), eight, part("3 army killed", "three"))
    assert "8 + 3 = 11" in found.verdicts[0].because
    assert "sum" in found.verdicts[0].rule


def test_where_not_all_incidents_of_an_article_add_up_but_some_do_these_are_the_parts():
    found = judged(total(), part("8 army killed", "a"), part("56 army killed", "b"), part("3 army killed", "c"))
    assert found.parts == ("a", "c")
    assert found.conflicts == ()


def test_one_part_is_no_sum_and_many_are_cut_off():
    assert judged(total(), part("8 army killed", "eight")).verdicts == ()
    many = [part("8 army killed", f"part {place:02}") for place in range(MOST_PARTS + 5)]
    assert len(judged(total(), *many).parts) == MOST_PARTS


def test_a_vague_part_counts_where_nothing_firmer_is_told():
    found = judged(total(), part("several army killed", "several"), part("3 army killed", "three"))
    assert {one.answer for one in found.verdicts} == {"agree"}


def test_a_window_over_days_holds_its_parts():
    whole = total(day=Window(DAY - timedelta(days=2), DAY))
    assert parts(whole, part("8 army killed", "eight", day=DAY - timedelta(days=2))) == ["eight"]
