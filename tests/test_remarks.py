"""What a voice says of an attack without counting anybody: a claim of its own, of the incident that is meant."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.matching.incidents import find_incidents
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article

LEXICON = load_lexicon()
VOICES = ("The Harbour Council", "Karim Testov", "The governor", "Residents")
WAYS = (
    "{} condemned the {} in {} on Monday.",
    "{} denounced Monday's {} in {}.",
    "{} called for an inquiry into the {} in {} on Monday.",
    "{} said the {} in {} on Monday had shaken the town.",
    "{} expressed sorrow over the {} that shook {} on Monday.",
    "{} offered condolences for the {} in {} on Monday.",
    "{} paid tribute to those hurt by the {} in {} on Monday.",
    "{} on Monday condemned the {} in {}.",
)
DEEDS = ("attack", "bombing", "massacre", "shelling", "car bombing")
COUNTED = "Six villagers were killed in a raid on Saraqib on Monday, a monitor said. "


def claims(text):
    return read_claims(Article("a1", text, publisher="Agency A", published=date(2023, 2, 2)), lexicon=LEXICON)


@given(st.sampled_from(VOICES), st.sampled_from(WAYS), st.sampled_from(DEEDS), st.sampled_from(["Saraqib", "Ariha"]))
def test_a_remark_is_read_back(voice, way, deed, place):
    [claim] = claims("The road to the market was shut for most of the day. " + way.format(voice, deed, place))
    assert claim.origin.lower() == voice.removeprefix("The ").lower()
    assert (claim.where.place.name, claim.when.window.first) == (place, date(2023, 1, 30))
    assert (claim.tolls, claim.perpetrator) == ((), None)


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("The governor condemned the attack. Residents mourned.", ["governor"]),
        ("The governor said he feared an attack on Saraqib.", []),  # not done
        ("The governor called the attack a crime.", []),  # says nothing with "called" alone
        ("The governor condemned terrorism.", []),  # none in particular
        ("The governor said no group had claimed the attack in Saraqib.", []),  # silence
        ("The market of Saraqib was afraid of the attack.", []),  # the publisher itself, and nobody counted
        (COUNTED + "The monitor said the raid lasted an hour.", ["monitor"]),  # said with the count already
        (
            COUNTED + "The governor condemned the raid. The governor called the raid on for peace.",
            ["monitor", "governor"],
        ),
        (COUNTED + "In a separate attack in Ariha, the governor said, a bridge was hit.", ["monitor", "governor"]),
        ("The governor condemned the raid that killed six villagers in Saraqib.", ["Agency A", "governor"]),
        ("The governor condemned the attack in Saraqib by Russia.", ["governor"]),
        ("The governor mourned the attack in Saraqib, while Testov praised the raid.", ["governor", "Testov"]),
        ("The governor mourned the attack in Saraqib and the raid.", ["governor"]),
        (COUNTED + "Meanwhile, the governor condemned the attack.", ["monitor"]),  # another, and nobody says which
        (
            COUNTED + "Testov mourned those dead in Saraqib, condemning the bombing of Ariha on Friday.",
            ["monitor", "Testov"],
        ),
    ],
)
def test_who_makes_a_remark_on_what(text, origins):
    assert [claim.origin for claim in claims(text)] == origins


def test_who_condemns_an_attack_accuses_nobody_of_whom_others_speak():
    text = "Russian jets killed six villagers in Saraqib on Monday. The governor condemned the attack."
    counted, remark = claims(text)
    assert counted.perpetrator.actor == "Russian air force"
    assert remark.perpetrator is None
    assert (remark.where, remark.when) == (counted.where, counted.when)


def test_a_remark_joins_an_incident_and_decides_on_none():
    told = [
        Article("a1", COUNTED, publisher="Agency A", published=date(2023, 1, 31)),
        Article("b1", COUNTED + "The governor condemned the raid on Saraqib.", "Agency B", date(2023, 1, 31)),
    ]
    read = [claim for article in told for claim in read_claims(article, lexicon=LEXICON)]
    [incident] = find_incidents(read, lexicon=LEXICON).incidents
    assert len(incident.claims) == len(read) == 3
