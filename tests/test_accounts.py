"""Who did a deed, where the sentence counts nobody: of which deeds an account is a claim, and of whom."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article

LEXICON = load_lexicon()
OPENING = "Two bombs went off in Lima on Monday. "
GROUPS = {"the FARC": "FARC", "the ELN": "ELN", "the Shining Path": "Shining Path", 'the "MRTA" group': "MRTA"}


def claims(text):
    article = Article("a1", text, publisher="Agency A", published=date(2023, 2, 2))
    return read_claims(article, lexicon=LEXICON)


def doers(text):
    told = [claim.perpetrator for claim in claims(text) if claim.perpetrator is not None]
    return [(doer.actor, doer.stance) for doer in told]


@given(st.permutations(sorted(GROUPS)), st.sampled_from(["and", "or"]))
def test_both_of_two_joined_doers_are_read_back(names, join):
    one, other = names[:2]
    text = f"{OPENING}The attacks were carried out by {one} {join} {other}."
    assert doers(text) == [(GROUPS[one], "reported"), (GROUPS[other], "reported")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The police blamed the Communist Party of Chile.", [("Communist Party of Chile", "accused")]),
        ("The police blamed the Communist Party.", []),  # of any country
        ("The police attributed the attack to the ELN and not to the FARC.", [("ELN", "accused"), ("FARC", "denied")]),
        ("The mayor said the FARC was responsible for the bombing.", [("FARC", "accused")]),
        ("The mayor said the FARC was involved in drug trafficking.", []),  # no deed of violence
        ("The mayor said the FARC was involved in murders.", [("FARC", "accused")]),
        ("The FARC has lost all credibility.", []),  # suffers, and does nothing
        ("The attacks were carried out by the FARC.", [("FARC", "reported")]),  # those told before
        ("The people suffer from attacks by the FARC.", []),  # any of them
        ("The people suffer from attacks by the FARC in Medellin.", [("FARC", "reported")]),
        ("The FARC is attacking the people.", []),  # goes on, nobody says where
        ("The FARC is attacking a police post in Medellin.", [("FARC", "reported")]),
    ],
)
def test_whose_deed_is_an_account(sentence, expected):
    assert doers(OPENING + sentence) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Members of the Communist Party of Chile threw a bomb at a bank in Lima on Monday.", "Lima"),
        ("A bomb damaged the University of Chile in Santiago on Monday.", "Santiago"),
        ("Six were killed in the north of Chile on Monday.", "Chile"),
    ],
)
def test_a_country_in_the_name_of_an_institution_is_no_place_of_a_deed(text, place):
    [claim] = claims("The road to the market was shut for most of the day. " + text)
    assert claim.where.place.name == place
