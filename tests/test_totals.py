"""Totals over a longer time against the incidents that they hold."""

from datetime import timedelta

import pytest
from factory import DAY, claim, incident, lexicon

from claimrec.judging.judge import judge
from claimrec.values.place import Place
from claimrec.values.window import Window

REGION = Place("Lowlands", "South", 20.0, 20.0, 60.0)
TOWN = Place("Oak Town", "South", 20.1, 20.0, 2.0)
FAR_TOWN = Place("Elm Town", "South", 29.0, 20.0, 2.0)
MONTH = Window(DAY - timedelta(days=30), DAY)


def tensions(total, *parts):
    whole = {"article": "a1", "day": MONTH, "place": REGION, "level": "cumulative"} | total
    told = [incident(claim(**whole, name="total"), name="total")]
    for name, changed in zip("bcd", parts, strict=False):
        told.append(
            incident(claim(**({"article": "a1", "day": DAY, "place": TOWN, "name": name} | changed)), name=name)
        )
    found = [one for judged in judge(told, lexicon=lexicon()) for one in judged.conflicts if one.kind == "count"]
    return [(one.severity, one.because.rsplit(": ", 1)[1]) for one in found]


@pytest.mark.parametrize(
    ("total", "parts", "found"),
    [
        ("14 killed", ["15 killed"], [("tension", "15, more than 14 in all")]),
        ("14 killed", ["at least 10 killed", "5 civilians killed"], [("tension", "10 + 5 = 15, more than 14 in all")]),
        ("14 killed", ["9 killed", "5 killed"], []),
        ("at least 14 killed", ["15 killed"], []),
        ("14 killed", ["15 wounded"], []),
        ("14 civilians killed", ["15 killed"], []),
        ("14 civilians killed", ["15 army killed"], []),
    ],
)
def test_incidents_have_no_more_victims_than_a_total_that_holds_them(total, parts, found):
    assert tensions({"said": total}, *({"said": said} for said in parts)) == found


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"article": "a2"},
        {"place": FAR_TOWN},
        {"day": DAY - timedelta(days=60)},
        {"day": None},
        {"level": "aggregate"},
        {"unit": "household"},
    ],
)
def test_a_total_holds_only_what_lies_in_its_time_and_place_and_is_told_beside_it(elsewhere):
    assert tensions({"said": "14 killed"}, {"said": "15 killed"} | elsewhere) == []


def test_an_incident_and_a_sum_hold_nothing():
    assert tensions({"said": "14 killed", "level": "operation"}, {"said": "15 killed"}) != []
    assert tensions({"said": "14 killed", "level": "incident"}, {"said": "15 killed"}) == []
