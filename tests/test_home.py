"""Where a text is at home: smaller towns of its country, "here" and "the capital", and claims without a place."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.entries import TownEntry
from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.reading.gazetteer import gazetteer
from claimrec.reading.name_words import name_keys
from claimrec.reading.names import find_names
from claimrec.reading.phrasing import Phrasing
from claimrec.reading.tokens import tokenize
from claimrec.records.article import Article

LEXICON = load_lexicon()
COUNTRIES = ["Iraq", "Lebanon", "Libya", "Yemen", "Colombia", "El Salvador", "Peru", "Turkey", "Jordan"]
ordinary = Phrasing.of(LEXICON).is_ordinary
LISTED = {name_keys(spelling)[1] for _, written in gazetteer(LEXICON).known.values() for spelling in written}
TOWNS = [
    (spelling, entry.country)
    for name, entry in LEXICON.of(TownEntry).items()
    if entry.country in COUNTRIES
    for spelling in (entry.label or name, *entry.spellings)
    if not any(map(ordinary, name_keys(spelling)[1])) and name_keys(spelling)[1] not in LISTED
]
NAMESAKES = Counter((name_keys(spelling)[1], country) for spelling, country in TOWNS)


def found(text):
    return [(mention.words, mention.place.name) for mention in find_names(tokenize(text), text, LEXICON).places]


def wheres(text):
    return [claim.where and claim.where.place.name for claim in read_claims(Article("a", text), lexicon=LEXICON)]


@given(st.sampled_from(TOWNS))
def test_a_town_is_known_where_its_country_is_spoken_of(town):
    spelling, country = town
    text = f"The fighting in {country} went on. In {country} they spoke of it. It happened in {spelling}."
    places = find_names(tokenize(text), text, LEXICON).places
    assert places[-1].words == spelling
    assert places[-1].place.lat is not None or NAMESAKES[name_keys(spelling)[1], country] > 1


def test_a_town_is_no_place_without_its_country_nor_without_a_word_for_being_there():
    assert found("Two men were killed in Jucuaran.") == [("Jucuaran", "Jucuaran")]  # an unknown place by its name
    assert found("El Salvador mourns. Jucuaran was angry.") == [("El Salvador", "El Salvador")]
    text = "Salvadoran troops fought in Jucuaran. Salvadoran radio said so."
    assert find_names(tokenize(text), text, LEXICON).places[0].place.admin == "Usulutan"


def test_a_town_of_the_country_is_meant_before_a_lesser_one_of_its_name_elsewhere():
    at_home = "Salvadoran troops fought in San Francisco in Morazan department."
    [here] = find_names(tokenize(at_home), at_home, LEXICON).places
    abroad = "Two men were shot in San Francisco."
    [there] = find_names(tokenize(abroad), abroad, LEXICON).places
    assert here.place.lat < 15 < there.place.lat


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("BEIRUT (Agency) - Two men were killed here on Friday.", "here", "Beirut"),
        ("TRIPOLI, Lebanon - A bomb went off in this city.", "this city", "Tripoli"),
        ("Syrian media reported shelling in the capital.", "the capital", "Damascus"),
        ("BOGOTA, 4 JUL 89 (RADIO A) -- [TEXT] A BOMB WENT OFF IN THE CAPITAL, COLOMBIAN POLICE SAID.", "THE CAPITAL",
         "Bogota"),
    ],
)  # fmt: skip
def test_words_that_point_at_a_place(text, words, name):
    assert (words, name) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two men were killed here on Friday.",
        "Shelling hit the capital.",
        "Syrian media spoke of the capital of Hama.",
        "Syrian media spoke of the capital, Damascus.",
        "In Damascus, the capital, Syrian media kept silent.",
        "HERE IN DAMASCUS (Agency) - Two men died.",
    ],
)
def test_words_that_name_the_place_themselves_or_point_nowhere(text):
    assert not {"here", "HERE", "the capital"} & {words for words, _ in found(text)}


def test_an_article_without_any_place_plays_in_the_country_that_it_speaks_of():
    text = "A Turkish envoy left. Six priests were murdered, Salvadoran police said. The Salvadoran president wept."
    [claim] = read_claims(Article("a", text), lexicon=LEXICON)
    assert (claim.where.place.name, claim.where.words) == ("El Salvador", "Salvadoran")


def test_an_incident_without_a_place_was_somewhere_in_the_country_whatever_the_others_have():
    text = "Two men were killed in Homs on Monday. In a separate attack, three men were killed on Tuesday."
    assert wheres(text) == ["Homs", "Syria"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("BOGOTA (Agency) - Six Italian engineers were kidnapped.", "Colombia"),
        ("SAN JOSE, 3 MAY 89 (AGENCY A) -- [TEXT] SIX SPANISH PRIESTS WERE KILLED.", "Costa Rica"),
        ("BEIRUT (Agency) - Syrian rebels and the Syrian army fought. Syrian shells killed six.", "Syria"),
        (
            "PARIS, Texas (Agency) - French tourists were shot, and two French women died, a French paper said.",
            "France",
        ),
    ],
)
def test_the_town_of_the_dateline_counts_for_the_country_that_an_article_is_about(text, country):
    assert set(wheres(text)) == {country}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("BOGOTA (Agency) - The army killed six rebels, the United States said. Colombian radio had it first.",
         "Colombian armed forces"),
        ("SAN SALVADOR, 3 MAY 89 (AGENCY A) -- [TEXT] THE NATIONAL ARMY KILLED SIX REBELS.", "Salvadoran armed forces"),
        ("The government was sure of the army, Salvadoran radio said of the government. The army killed six rebels.",
         "Salvadoran armed forces"),
        ("Syrian radio spoke of the National Army. The National Army killed six men.", "Syrian National Army (SNA)"),
    ],
)  # fmt: skip
def test_the_army_is_that_of_the_country_that_the_article_is_about(text, actor):
    doers = [claim.perpetrator for claim in read_claims(Article("a", text), lexicon=LEXICON)]
    assert {doer and doer.actor for doer in doers} == {actor}


def test_nothing_is_said_where_no_country_is_spoken_of():
    assert wheres("Two men were killed on Monday.") == [None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Six men were killed, the ambassador to Spain told France in Homs.", "Homs"),
        ("Six men were killed in Syria, Spain said.", "Syria"),
        ("Six men were killed across the Philippines.", "Philippines"),
    ],
)
def test_a_country_is_the_scene_only_behind_a_word_for_being_in_it(text, name):
    assert wheres(text) == [name]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Six people died in a raid on Taiz, Yemen, on Sunday. On Friday a gunman shot a guard dead.", ["Taiz"] * 2),
        (
            "Six people died in a raid on Taiz, Yemen, on Sunday. The raid comes days after nine guards were killed.",
            ["Taiz", "Yemen"],
        ),
        (
            "Six people died in a raid on Taiz, Yemen, on Sunday. In a separate attack, nine guards were killed.",
            ["Taiz", "Yemen"],
        ),
        (
            "Six people died in a raid on Taiz, Yemen. Since 2014 the war has killed 150,000 people.",
            ["Taiz", "Yemen"],
        ),
    ],
)
def test_what_is_told_without_a_place_was_where_the_news_is(text, named):
    assert wheres(text) == named


def test_whom_a_governor_speaks_for_says_nothing_of_where():
    text = "Six people died in Kremenchuk, Ukraine. Nine were wounded, the governor of the Poltava region said."
    assert wheres(text) == ["Kremenchuk", "Kremenchuk"]
    assert wheres(text.replace("governor of the Poltava region", "Poltava governor")) == ["Kremenchuk", "Kremenchuk"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("DUBAI - Six people died in a raid, Yemeni officials said. Yemeni medics and Yemeni police agreed.", "Yemen"),
        ("KREMENCHUK - Six people died in a raid, Ukrainian officials said.", "Kremenchuk"),
    ],
)
def test_news_happens_in_the_town_of_the_dateline_only_where_that_lies_in_its_country(text, named):
    assert wheres(text) == [named]
