"""Many incidents judged together: each as if it were alone, whatever sums the others tell of."""

import pytest
from factory import claim, incident, lexicon

from claimrec.judging.columns import Columns
from claimrec.judging.judge import judge
from claimrec.judging.screening import Screen
from claimrec.judging.statement_table import StatementTable

SUMS = (
    ["9 killed", "5 women killed", "3 men killed"],
    ["9 killed", "at least 5 women killed", "at least 6 men killed"],
    ["9 killed", "5 women killed", "4 medics killed"],
    ["9 civilians killed", "5 women killed", "4 children killed"],
    ["5 Northern side killed", "3 guards killed", "4 militiamen killed"],
    ["5 people killed", "3 guards killed", "4 militiamen killed"],
    ["5 guards killed", "6 Northern side killed", "7 militiamen killed"],
    ["10 killed or wounded", "6 killed", "5 wounded"],
    ["10 civilians killed or wounded", "6 killed", "6 wounded"],
    ["10 Northern side killed or wounded", "6 guards killed", "5 Northern side wounded"],
    ["at least 8 guards killed or wounded", "2 Northern side killed", "5 Northern side wounded"],
    ["15 army killed, including 4 officers", "at least 3 officers killed", "12 killed"],
    ["30 army killed, including 1 of squad a; 2 strangers killed", "30 army killed, including 2 of squad b"],
    ["12 killed"],
)
DOERS = (None, "Northern army", "River Guards", "Dune Group")


def told(number, said, by, stance="accused"):
    doers = [by, *[None] * len(said)]
    claims = [
        claim(words, source=f"Agency {place}", article=f"{number}-{place}", by=doers[place], stance=stance)
        for place, words in enumerate(said)
    ]
    return incident(*claims, name=f"incident {number}")


MANY = [
    told(f"{number}-{by}-{stance}", said, by, stance)
    for number, said in enumerate(SUMS)
    for by in DOERS
    for stance in ("accused", "denied")
]


def findings(judged):
    return repr(judged.conflicts), repr(judged.ranges)


def shapes_of(*incidents):
    return Screen(StatementTable(Columns(incidents, lexicon()))).systems.shapes


@pytest.mark.parametrize("incidents", [MANY, MANY[::-1]], ids=["in order", "the other way round"])
def test_what_is_found_in_one_incident_does_not_hang_on_the_others(incidents):
    together = judge(incidents, lexicon=lexicon())
    for one, judged in zip(incidents, together, strict=True):
        [alone] = judge([one], lexicon=lexicon())
        assert findings(judged) == findings(alone), one.id


def test_incidents_share_a_shape_where_their_tolls_stand_to_each_other_alike():
    families = told("a", ["9 killed", "5 women killed", "3 men killed"], None)
    others = told("b", ["7 killed", "2 children killed", "1 medics killed"], None)
    same, *rest = shapes_of(families, others, told("c", ["8 killed", "5 women killed", "3 men killed"], None)).values()
    assert same is rest[-1]


def test_who_may_be_left_out_among_people_makes_another_shape():
    said = ["5 people killed", "3 guards killed", "2 civilians killed"]
    told_of = [told(f"{number}", said, by) for number, by in enumerate(("Dune Group", "River Guards"))]
    blamed, spared = shapes_of(*told_of).values()
    assert blamed is not spared
    assert blamed.people != spared.people
