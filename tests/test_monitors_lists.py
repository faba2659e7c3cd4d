"""The dead as monitors and armed groups list them: by side, with shares, over a month, among their own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article

LEXICON = load_lexicon()


def read(text):
    return read_claims(Article("a1", text, "Harbour Monitor", date(2016, 9, 25)), lexicon=LEXICON)


def tolls(text):
    return [(toll.victims, str(toll.count), toll.part_of) for claim in read(text) for toll in claim.tolls]


@given(st.integers(20, 90), st.integers(2, 19), st.integers(2, 90), st.integers(2, 90))
def test_a_list_by_side_goes_on_behind_a_share(civilians, children, soldiers, fighters):
    total = civilians + soldiers + fighters
    text = (
        f"The monitor documented the death of {total} people in August 2016, including {civilians} civilians, "
        f"{children} of them children, {soldiers} members of the regime forces and {fighters} fighters of the rebel "
        "and Islamic factions."
    )
    assert sorted(tolls(text)[1:]) == sorted(
        [
            ("civilians", str(civilians), 0),
            ("children", str(children), 0),
            ("Syrian government forces", str(soldiers), 0),
            ("Armed opposition factions", str(fighters), 0),
        ]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The monitor documented the death in Idlib of 14 regime forces and militiamen loyal to them.",
            [("Syrian government forces", "14", None)],
        ),
        (
            "Nine fighters of the rebel and Islamic factions were killed in the same clashes.",
            [("Armed opposition factions", "9", None)],
        ),
        (
            "In Idlib the number of regime forces killed has risen to 112, including 17 officers.",
            [("Syrian government forces", "112", None), ("officers", "17", 0)],
        ),
        (
            'Twenty members of the "Islamic State" Organization were killed.',
            [("Islamic State (ISIS)", "20", None)],
        ),
        (
            "The number of guards killed in battles in the town of Testabad has risen to 39.",
            [("civilians", "39", None)],
        ),
        ("More than 50 rebels killed SANA Sunday 30 Mar 2014", [("fighters", "at least 51", None)]),
        ("In Aden SANA 2018 KARIM TESTOV A soldier died in the town.", [("military personnel", "1", None)]),
        ("SANA 2018 Testabad Three soldiers died in Aden, officials say.", [("military personnel", "3", None)]),
        ("Strikes kill 34 civilians in Deir Ezzor Monitor SANA Sunday 26 Nov 2017", [("civilians", "34", None)]),
        ("There were no details of casualties.", []),
        ("There were no immediate reports of casualties.", []),
        ("No causalities were reported.", [(None, "0", None)]),
        ("13 soldiers of the Rafidhi army were killed.", [("Iraqi armed forces", "13", None)]),
        (
            "Militants broke in, killing two soldiers and injuring six, Gen. Karim Testov, a spokesman, said.",
            [("military personnel", "2", None), ("military personnel", "6", None)],
        ),
    ],
)
def test_the_dead_of_one_side(text, expected):
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The monitor documented the death of 231 people in August 2016.", "operation"),
        ("The monitor documented the death of two people in August 2016.", "incident"),
        ("In July 2016 an attack in Aden killed 60 people.", "incident"),
    ],
)
def test_a_month_of_dead_is_no_incident(text, level):
    assert [claim.level for claim in read(text)] == [level]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The rebels blamed Kenyan forces.", [("Kenyan armed forces", "accused")]),
        ("There was no claim of responsibility, but rebels blamed Boko Haram.", [("Boko Haram", "accused")]),
        ("There was no claim of responsibility from Boko Haram.", []),
        ("A spokesman of Boko Haram denied that it was involved.", [("Boko Haram", "denied")]),
    ],
)
def test_blame_and_denial_without_the_deed_are_of_the_deed_told_before(text, doers):
    _, *claims = read(f"A car bomb killed six people in Aden on Saturday. {text}")
    assert [(claim.perpetrator.actor, claim.perpetrator.stance) for claim in claims] == doers
    assert all(claim.where.place.name == "Aden" for claim in claims)


def test_nobody_speaks_where_something_was_reported_among_troops():
    assert read("No casualties were reported among the army personnel.")[0].voices == ("Harbour Monitor",)


def test_a_war_is_written_of_from_abroad():
    text = "BEIRUT, Sept 24 (Agency A) - Shells killed six people in Syria. The war has killed 400,000 people."
    assert read(text)[-1].when.window.first == date(2011, 3, 1)
