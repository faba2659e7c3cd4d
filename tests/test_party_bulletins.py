"""A party's own bulletin claims what its side did; doers whom nobody names keep the words that tell of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article

LEXICON = load_lexicon()
NOUNS = ("Gunmen", "Militants", "Fighters", "Armed men")
DESCRIPTIONS = (
    "on motorcycles",
    "loyal to a local chief",
    "wearing army uniforms",
    "armed with rifles",
    "from the hills",
)


def doers(text, publisher="Agency A"):
    claims = read_claims(Article("a", text, publisher=publisher), lexicon=LEXICON)
    return [
        (claim.perpetrator.actor, claim.perpetrator.words, claim.perpetrator.stance)
        for claim in claims
        if claim.tolls and claim.perpetrator is not None
    ]


@given(st.sampled_from(NOUNS), st.sampled_from(DESCRIPTIONS), st.integers(2, 90))
def test_doers_whom_nobody_names_are_told_behind_what_describes_them(noun, description, number):
    assert doers(f"{noun} {description} killed {number} farmers near Goma.") == [(None, noun, "reported")]


@pytest.mark.parametrize(
    ("publisher", "text", "expected"),
    [
        (
            "Russian Defence Ministry",
            "Up to 60 Ukrainian servicemen were eliminated over the past day.",
            ("Russian armed forces", None, "claimed"),
        ),
        (
            "Armed Forces Press Office",
            "In Omdurman, Sudan, our forces eliminated 120 rebels.",
            ("Sudanese Armed Forces (SAF)", "forces", "claimed"),
        ),
        ("Agency A", "In Omdurman, Sudan, our forces eliminated 120 rebels.", (None, "forces", "reported")),
        (
            "SANA",
            "Israeli jets killed six soldiers near Homs.",
            ("Israeli armed forces", "Israeli", "reported"),
        ),
    ],
)
def test_a_partys_own_bulletin_claims_the_deeds_of_its_side(publisher, text, expected):
    assert doers(text, publisher) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Separatist insurgents killed six farmers in Yala.", (None, "Separatist insurgents", "reported")),
        ("Suspected Zenta militants killed six farmers.", (None, "Zenta militants", "accused")),
        ("Six farmers were killed by Zenta-linked gunmen.", (None, "Zenta-linked gunmen", "reported")),
        ("On Monday gunmen killed six farmers.", (None, "gunmen", "reported")),
        (
            "Artillery fired by Sudan's paramilitary Rapid Support Forces hit a market, killing six people.",
            ("Rapid Support Forces (RSF)", "Rapid Support Forces", "reported"),
        ),
        (
            "Missiles fired by Russia's army hit a market, killing six people.",
            ("Russian armed forces", "Russia's", "reported"),
        ),
        (
            "Khalifa Haftar's warplanes struck a centre near Tripoli, killing six people.",
            ("Libyan National Army (LNA)", "Khalifa Haftar's", "reported"),
        ),
    ],
)
def test_who_did_it(text, expected):
    assert doers(text) == [expected]


def test_gunmen_whom_nobody_names_are_meant_where_others_go_on_without_a_name():
    text = "Gunmen stormed a village near Goma, killing six farmers, police said. Two wounded died, a medic said."
    assert {words for _, words, _ in doers(text)} == {"Gunmen"}


@pytest.mark.parametrize("deed", ["slammed into", "blasted through"])
def test_what_slams_into_something_says_nothing(deed):
    [claim] = read_claims(Article("a", f"A shell {deed} a market in Goma, killing six people.", publisher="Agency A"))
    assert claim.voices == ("Agency A",)
