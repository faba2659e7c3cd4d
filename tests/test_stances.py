"""How a doer is named: claimed, denied, accused, or reported as a fact, whoever is the origin of the count."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article

LEXICON = load_lexicon()
TOLL = "Six villagers were killed on Monday in Saraqib. "


def claims(text):
    article = Article("a1", text, publisher="Agency A", published=date(2023, 2, 2))
    return read_claims(article, lexicon=LEXICON)


def last(text):
    claim = claims(text)[-1]
    return claim.perpetrator and (claim.perpetrator.actor, claim.perpetrator.stance)


@given(
    st.sampled_from(["Hezbollah", "FARC", "Boko Haram"]),
    st.sampled_from(
        [
            "{} said it was not behind the strike.",
            "{} said on Tuesday it had not carried out the strike.",
            "{} said in a statement that it had nothing to do with the strike.",
            "{} rejected claims that its fighters shelled the town.",
            "{} dismissed reports that its fighters bombed the town.",
            "{} said its fighters did not bomb the town.",
            "{} denied that it had carried out the strike.",
        ]
    ),
)
def test_whoever_denies_a_deed_is_read_back(actor, wording):
    told = claims(TOLL + wording.format(actor))[-1]
    assert (told.origin, told.perpetrator.actor, told.perpetrator.stance) == (actor, actor, "denied")


@given(
    st.sampled_from(["Hezbollah", "FARC", "Boko Haram"]),
    st.sampled_from(
        [
            "{} said it was behind the strike.",
            "{} said in a statement that it was behind the strike.",
            "{} said on Tuesday that it was responsible for the strike.",
            "{} claimed the strike.",
            "{} said its fighters had carried out the strike.",
        ]
    ),
)
def test_whoever_claims_a_deed_is_read_back(actor, wording):
    told = claims(TOLL + wording.format(actor))[-1]
    assert (told.origin, told.perpetrator.actor, told.perpetrator.stance) == (actor, actor, "claimed")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TOLL + "Russia said it was not behind the strike.", ("Russian armed forces", "denied")),
        (TOLL + "Residents pointed the finger at Hezbollah.", ("Hezbollah", "accused")),
        (TOLL + "Residents held Hezbollah responsible for the strike.", ("Hezbollah", "accused")),
        (TOLL + "The strike was attributed to Hezbollah.", ("Hezbollah", "accused")),
        ("Six villagers were killed in a suspected Russian air strike.", ("Russian air force", "accused")),
        ("Six villagers were killed in a Russian air strike.", ("Russian air force", "reported")),
        ("Six villagers were killed in what activists called a Russian air strike.", ("Russian air force", "reported")),
        (
            "Six were killed in a raid by Hezbollah. A monitor said six were killed in the raid.",
            ("Hezbollah", "accused"),
        ),
        # an enemy's losses, told by whoever caused them
        ("The Syrian army announced the arrest of six Hezbollah fighters.", ("Syrian government forces", "claimed")),
        ("According to Hezbollah sources six Syrian soldiers were killed.", ("Hezbollah", "claimed")),
        ("Hezbollah said six of its fighters were killed.", None),
        ("Hezbollah said six villagers were killed.", None),
        ("A monitor said six Hezbollah fighters were killed.", None),
        ("Six Hezbollah fighters were killed.", None),
        # whose forces the speaker calls its own
        (
            'Hezbollah fled from Syria. The ministry said: "Our armed forces killed six gunmen in Syria on Monday."',
            ("Syrian government forces", "claimed"),
        ),
        (
            "Syrian jets flew over Aden. The army killed six gunmen, the health ministry said.",
            ("Syrian government forces", "accused"),
        ),
    ],
)
def test_how_the_doer_is_named(text, expected):
    assert last(text) == expected


def test_what_the_publisher_says_itself_is_a_fact_though_a_monitor_counted():
    told, _ = claims(
        "Six villagers were killed by Hezbollah in Saraqib. Six villagers died in Saraqib, a monitor said."
    )
    assert (told.origin, told.perpetrator.stance) == ("monitor", "reported")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Six Syrian soldiers and 12 militants were killed in clashes in Saraqib.",
            [(None, "militants"), ("Syrian government forces", "Syrian")],
        ),
        ("Six Hezbollah men and 12 militants were killed in clashes in Saraqib.", [None]),  # perhaps the same men
        ("Six Syrian soldiers and 12 villagers were killed in clashes in Saraqib.", [None]),
        ("Six Syrian soldiers and 12 militants were killed in a flood in Saraqib.", [None]),
    ],
)
def test_fighters_without_a_name_are_the_other_side_of_a_states_forces(text, expected):
    found = [claim.perpetrator for claim in claims(text)]
    assert [one and (one.actor, one.words) for one in found] == expected


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Air strikes against Boko Haram killed 12 militants.", "Boko Haram"),
        ("Shelling targeting the Boko Haram positions killed 12 fighters.", "Boko Haram"),
        ("An attack on Boko Haram by soldiers killed 12 villagers.", "residents"),
        ("Air strikes on the Syrian army killed 12 militants.", "fighters"),  # perhaps those who attacked it
        ("Air strikes near Boko Haram positions killed 12 militants.", "fighters"),
        ("Talks on Boko Haram failed, and 12 militants were killed.", "fighters"),
    ],
)
def test_fighters_are_those_of_the_group_that_was_struck(text, victims):
    assert claims(text)[0].tolls[0].victims == victims
