"""The town where local news happens: states in short, streets, datelines, police, and who merely comes from there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.entries import PlaceEntry
from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.reading.datelines import dateline_of
from claimrec.reading.names import find_names
from claimrec.reading.tokens import tokenize
from claimrec.records.article import Article

LEXICON = load_lexicon()
SHORT = [(form, entry.admin) for entry in LEXICON.of(PlaceEntry).values() for form in entry.short]


def found(text):
    return [(mention.place.name, mention.place.admin) for mention in find_names(tokenize(text), text, LEXICON).places]


def wheres(text, title=""):
    claims = read_claims(Article("a", text, title=title), lexicon=LEXICON)
    return [claim.where and (claim.where.place.name, claim.where.place.admin) for claim in claims]


@given(st.sampled_from(SHORT), st.sampled_from(["Qorvik", "Zellenburg", "Zellen Qorvik", "King"]), st.booleans())
def test_a_short_form_says_in_which_state_a_town_lies(state, town, stop):
    form, admin = state
    written = f"{form}." if stop and "." not in form else form
    assert found(f"Two men of {town}, {written}, were shot.") == [(town, admin)]


@pytest.mark.parametrize(
    "text",
    [
        "Two men died, in other words, of La.",  # no name before it
        "Smith, in a car, was shot.",  # no capitals
        "Or, Me. That is all.",
        "JONES, LA REINA AND OTHERS WERE SHOT.",  # in capitals nothing tells it from a word
    ],
)
def test_a_short_form_alone_is_a_word(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Two men were shot in Portland, ME.", ("Portland", "Maine")),
        ("Two men were shot in Paris, Tex., on Friday.", ("Paris", "Texas")),
        ("Two men were shot in Athens, OH.", ("Athens", "Ohio")),
        ("Two men were shot in Medina, N.Y.", ("Medina", "New York")),
        ("Two men were shot in Medina, W.Va., on Friday.", ("Medina", "West Virginia")),
    ],
)
def test_a_namesake_elsewhere_is_not_meant(text, place):
    assert found(text) == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("QORVIK, Ohio (Agency) - Two men were killed on Friday.", ("QORVIK", "Ohio")),
        ("Watch live.\n\nQORVIK, Ohio (ABC 5) -- Two men were killed on Brown Street.", ("QORVIK", "Ohio")),
        ("QORVIK, Ohio >> Two men were killed in the 300 block of Elm Avenue.", ("QORVIK", "Ohio")),
        ("QORVIK, Ohio - Two men were killed near the Hidden Mosque.", ("QORVIK", "Ohio")),
        ("QORVIK, Ohio - Two men were killed in Toledo.", ("Toledo", "Ohio")),
        ("Two men were killed at a bar. Qorvik police said so.", ("Qorvik", None)),
        ("Two men were killed. Qorvik Police Chief Ann Lee came.", ("Qorvik", None)),
        ("Two men were killed at a Dayton bar, Ohio newspapers said. It happened in Ohio.", ("Dayton", "Ohio")),
        ("Two men were killed on Brown Street.", ("Brown", None)),
        ("Two men were killed on Brown Street in Toledo, Ohio.", ("Toledo", "Ohio")),
        ("Two men were killed on Cleveland Avenue in Toledo, Ohio.", ("Toledo", "Ohio")),
        ("Two men of El Paso County were killed.", ("El Paso", None)),
        ("Two men were killed on West Michigan Avenue in Toledo, Ohio.", ("Toledo", "Ohio")),
        ("The Homs boy was killed on East Washington Street.", ("Homs", "Homs")),
        ("TOLEDO, Ohio - Two men were killed in Ohio.", ("Toledo", "Ohio")),
        ("TOLEDO, Ohio - Two men were killed in Texas.", ("Texas state", "Texas")),
        ("TOLEDO, Ohio - Two men were killed in Zellen.", ("Zellen", "Toledo")),
        ("TOLEDO, Ohio - Two men were killed in Zellen, Ky.", ("Zellen", "Kentucky")),
        ("Zellen police said that two men were killed in Zellen.", ("Zellen", None)),
        ("Two men were killed at Zellen Hill.", ("Zellen Hill", None)),
        ("Two men were killed at the Zellen checkpoint.", ("Zellen", None)),
        ("BAGHDAD (Agency) - Two men were killed at a bar in Iraq.", ("Iraq", None)),
    ],
)
def test_an_incident_without_a_place_is_in_the_town_of_the_news(text, place):
    assert wheres(text) == [place]


def test_a_spot_of_the_town_keeps_its_words():
    [claim] = read_claims(Article("a", "QORVIK, Ohio - Two men were killed on Brown Street."), lexicon=LEXICON)
    assert (claim.where.place.name, claim.where.words) == ("QORVIK", "Brown Street")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A Damascus man was killed in Kafr Ruma.", "Kafr Ruma"),
        ("A Damascus man was killed.", "Damascus"),
        ("Homs police said that six men were killed in Talbiseh.", "Talbiseh"),
    ],
)
def test_where_somebody_comes_from_says_less_than_where_he_was(text, name):
    assert [place[0] for place in wheres(text)] == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("HOMS, Nov 9 (Agency) - Six men died.", ["HOMS", ",", "Nov", "9", "(", "Agency", ")", "-"]),
        ("Page one\n\nHOMS — Six men died.", ["HOMS", "—"]),
        ("Page one\n\nHOMS >> Six men died.", ["HOMS", ">", ">"]),
        (
            "Page one\n\nHOMS, Syria (the agency) - Six men died.",
            ["HOMS", ",", "Syria", "(", "the", "agency", ")", "-"],
        ),
        ("Page one\n\nHOMS died out - so they said.", []),
        ("Page one\n\nHoms - Six men died.", []),
        ("Page one\n\nA - Six men died.", []),
        ("Page one\n\n- Six men died.", []),
        ("The dead - six men - were found.", []),
        ("Page " * 500 + "\n\nHOMS - Six men died.", []),
        ("Page one\n\n" + "HOMS " * 20 + "- Six men died.", []),
    ],
)
def test_the_tokens_of_a_dateline(text, words):
    tokens = tokenize(text)
    first, end = dateline_of(tokens, text)
    assert tokens[first:end] == words


def test_the_sentences_before_a_dateline_stay():
    text = "Six men were killed.\n\nHOMS, Syria - Two women were wounded."
    claims = read_claims(Article("a", text), lexicon=LEXICON)
    assert [claim.quote.text for claim in claims] == ["Six men were killed.", "Two women were wounded."]


def test_no_name_runs_over_a_blank_line():
    assert found("It happened in Qorvik\n\nZellen village was quiet.") == [("Qorvik", None), ("Zellen", None)]
