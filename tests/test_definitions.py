"""Acronyms mean what the article itself says they do, and shared names whoever is at home in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.reading.names import find_names
from claimrec.reading.tokens import tokenize
from claimrec.records.article import Article

LEXICON = load_lexicon()
WORDS = ("Zenta", "Orsk", "Palan", "United", "Valley", "Mountain")
NOUNS = ("Army", "Front", "Forces", "Movement", "Brigade")


def doers(text, publisher="Agency A", title=""):
    claims = read_claims(Article("a", text, publisher=publisher, title=title), lexicon=LEXICON)
    return [claim.perpetrator and (claim.perpetrator.actor, claim.perpetrator.words) for claim in claims]


def actors(text, **beside):
    return [(mention.actor, mention.words) for mention in find_names(tokenize(text), text, LEXICON, **beside).actors]


@given(st.lists(st.sampled_from(WORDS), min_size=2, max_size=3, unique=True), st.sampled_from(NOUNS))
def test_an_acronym_is_whoever_the_article_calls_so(words, noun):
    name, acronym = " ".join([*words, noun]), "".join(word[0] for word in [*words, noun])
    text = f"The {name} ({acronym}) denied it. On Sunday the {acronym} killed eight soldiers."
    assert actors(text) == [(name, name), (name, acronym), (name, acronym)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Allied Democratic Forces (ADF) fled. The ADF killed six.", "Allied Democratic Forces (ADF)"),
        ("The Zenta Liberation Front (ADF) fled. The ADF killed six.", "Allied Democratic Forces (ADF)"),
        ("The Alban Defence Front (ADF) fled. The ADF killed six.", "Alban Defence Front"),
        ("The Movement of the Orsk Valley (MOV) fled. The MOV killed six.", None),
        ("The Alban Dentists' Forum (ADF) met. The ADF killed six.", None),
        ("The army (reserve) fled.", None),
        ("A reserve (", None),
    ],
)
def test_whom_an_acronym_means(text, expected):
    assert actors(text)[-1:] == ([(expected, "ADF")] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Sagaing, Myanmar, the PDF killed eight soldiers.", "Myanmar People's Defence Forces"),
        ("In Panama City the PDF killed eight students.", "Panamanian armed forces"),
        ("Near Homs, government forces killed eight men.", "Syrian government forces"),
        ("Near Goma in DR Congo, government forces killed eight men.", "Congolese armed forces (FARDC)"),
        ("Government forces killed eight men.", None),
    ],
)
def test_a_name_that_others_have_too_follows_the_country(text, expected):
    assert doers(text) == [(expected, doers(text)[0][1])]


def test_a_shared_name_without_a_country_names_nobody():
    assert actors("The PDF killed eight students.") == []


def test_the_country_is_that_of_the_text_for_its_title_and_that_of_the_publisher_for_both():
    assert ("Cameroonian armed forces", "Government forces") in doers(
        "Government forces killed eight men.", publisher="Radio Yaounde, Cameroon"
    )
    assert doers("Near Homs, six men died.", title="Regime forces kill six")[0][0] == "Syrian government forces"


def test_the_publishers_own_initials_are_no_other_outlets_but_may_be_a_groups():
    assert doers("The ADF killed six men.", publisher="Alban Daily Forum") == [
        ("Allied Democratic Forces (ADF)", "ADF")
    ]
    [claim] = read_claims(Article("a", '"Six men died," Karim Testov told MNA.', publisher="Meridian News Agency"))
    assert claim.voices == ("Meridian News Agency", "Karim Testov")
