"""The words for the victims as printed: of everybody, and without names."""

from __future__ import annotations

from datetime import date

import pytest

from claimrec.judging.victims import people_named
from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article

LEXICON = load_lexicon()


def victims(text):
    claims = read_claims(Article("a1", text, "Harbour Wire", date(2016, 9, 25)), lexicon=LEXICON)
    return [(toll.victims, toll.victims_words) for claim in claims for toll in claim.tolls]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 17-year-old was killed.", [(None, "17-year-old")]),
        ("Its director Karim Testov was killed.", [(None, "director")]),
        ("Karim Testov was killed.", [(None, None)]),
        ("Karim Testov's brother was killed.", [("men", "brother")]),
        ("Sheikh Karim al-Testov was killed.", [(None, None)]),
        ("The head of the clinic was killed.", [(None, "head of the clinic")]),
        ("On Monday he was killed in an air raid.", [(None, "he")]),
        ("The raid left 51 dead.", [(None, "dead")]),
        ("There were 15 deaths.", [(None, "deaths")]),
        ("Six critically wounded were flown out.", [(None, "wounded")]),
        ("Three were seriously hurt and 12 remain in hospital.", [(None, None), (None, None)]),
        ("The raid brought 300 deaths as soldiers and rebels fight on.", [(None, "deaths")]),
        ("The blast killed a senior member of Hezbollah.", [("Hezbollah", "senior member")]),
        ("The blast killed the founder of the clinic.", [(None, "founder")]),
        ("The blast killed the wife of a Hezbollah commander.", [("women", "wife")]),
        ("At least 70 regime and rebel fighters were killed.", [("fighters", "regime and rebel fighters")]),
        ("Some 70 government and rebel fighters died in Aden.", [("fighters", "government and rebel fighters")]),
        ("More than 10,000 people were displaced.", [("civilians", "people")]),
    ],
)
def test_the_words_for_the_victims(text, expected):
    assert victims(text) == expected


def test_one_name_behind_a_seizure_can_be_a_place():
    assert victims("The army captured Testabad and al-Testabad on Monday.") == []
    assert victims("The army captured Karim Testov on Monday.") == [(None, None)]
    assert victims("The army captured soldier Testov on Monday.") == [("military personnel", "soldier")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The group killed 270 guards, employees and soldiers.", [("civilians", "guards, employees and soldiers")]),
        ("The blast killed 3 soldiers, rebels and residents said.", [("military personnel", "soldiers")]),
        ("The blast killed 3 soldiers, rebels said.", [("military personnel", "soldiers")]),
    ],
)
def test_one_number_counts_a_list_of_nouns_but_not_who_says_it(text, expected):
    assert victims(text) == expected


def test_a_number_told_again_has_the_victims_of_the_first():
    text = "Shelling killed 43 civilians in Jayrud on Monday. At least 43 dead were counted there, a nurse said."
    assert victims(text) == [("civilians", "civilians"), ("civilians", "dead")]


@pytest.mark.parametrize("words", ["he", "Him", "dead", None])
def test_words_that_say_nothing_of_who_was_hurt_are_of_everybody(words):
    assert people_named(None, words, LEXICON) == people_named("people", None, LEXICON)
