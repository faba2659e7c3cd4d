"""When something was done about a deed, and when the deed was done."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article

LEXICON = load_lexicon()
PUBLISHED = date(2016, 7, 27)  # a Wednesday


def whens(text):
    claims = read_claims(Article("a", text, "Agency", PUBLISHED), lexicon=LEXICON)
    return [str(claim.when.window) for claim in claims if any(toll.effect == "killed" for toll in claim.tolls)]


DONE = [
    "A man was arrested {} in connection with the death of three people",
    "A man was charged with murder {}, accused of having killed three people",
    "On {}, detectives of the city arrested a suspect; three people were killed",
    "Officials {} identified the three people who were killed",
    "A man was sentenced to ten years in jail {} for a bombing that killed three people",
    "Three people were killed, and the trial opened {}",
    "Three people were killed, and two were in critical condition {}",
]


@given(st.sampled_from(DONE), st.sampled_from(["Monday", "Tuesday", "on Monday"]))
def test_the_day_of_an_arrest_or_trial_is_not_that_of_the_deed(sentence, day):
    told = sentence.format(day).replace("On on", "On")
    assert whens(f"{told}. The attack happened on Friday.")[0] == "2016-07-22"


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("Three people were killed on Monday.", "2016-07-25"),
        ("A man was arrested in connection with Monday's attack that killed three people.", "2016-07-25"),
        ("A man was charged in the July 4 shooting that killed three people.", "2016-07-04"),
        ("A man was arrested over a shooting Monday that killed three people.", "2016-07-25"),
        ("A man was arrested after three people were killed on Monday.", "2016-07-25"),
        ("Police arrested a man who killed three people on Monday.", "2016-07-25"),
        ("As of Tuesday nobody was arrested. Three people were killed Monday.", "2016-07-25"),
        ("Three people were killed. As of Tuesday the attackers were free.", "2016-07-24 to 2016-07-27"),
        ("On Monday, gunmen came to the house, where three people were killed.", "2016-07-25"),
        ("Three people were killed on Brown Court Monday.", "2016-07-25"),
        ("Three people were killed. It happened on Monday.", "2016-07-25"),
        ("The suspect in the attack – on Monday – in which three people died was charged.", "2016-07-25"),
        ("The suspect in the attack – on Monday, at noon – in which three people died was charged.", "2016-07-25"),
        ("Three people were killed. Officers were called to the house on Monday.", "2016-07-25"),
        ("Three people were killed. Officers were called to the house in May.", "2016-07-24 to 2016-07-27"),
        ("Three people were killed on Friday. Officers were called to the house again on Monday.", "2016-07-22"),
        ("Three people were killed. The mayor likes Mondays. He spoke Monday.", "2016-07-24 to 2016-07-27"),
    ],
)
def test_the_day_of_the_deed(text, window):
    assert whens(text)[0] == window


def test_an_arrest_that_is_the_news_has_its_day():
    [claim] = read_claims(Article("a", "The army arrested 20 men on Monday.", "A", PUBLISHED), lexicon=LEXICON)
    assert claim.tolls[0].effect == "captured"
    assert str(claim.when.window) == "2016-07-25"


def test_what_came_before_the_news_has_no_day_where_nobody_says_how_long_before():
    text = "Police arrested a man, probably on Monday, after three people were killed."
    news, before = read_claims(Article("a", text, "A", PUBLISHED), lexicon=LEXICON)
    assert (str(news.when.window), before.when) == ("2016-07-25", None)
