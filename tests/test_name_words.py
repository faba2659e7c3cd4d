"""A row of words in which a name looks the same however its hyphens, articles, accents and apostrophes are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.name_phrases import NamePhrases
from claimrec.reading.name_words import NameWords, key_of
from claimrec.reading.tokens import tokenize

LEXICON = load_lexicon("common")


def words(text: str) -> NameWords:
    return NameWords.of(tokenize(text), LEXICON)


@given(st.text(max_size=120))
def test_columns_are_of_one_length_and_point_into_the_text(text):
    row, tokens = words(text), tokenize(text)
    assert len(row.keys) == len(row.tokens) == len(row.firsts) == len(row.capitals)
    assert row.tokens == sorted(set(row.tokens))
    assert all(0 <= first <= token < len(tokens) for first, token in zip(row.firsts, row.tokens, strict=True))
    assert all(row.keys)


@pytest.mark.parametrize(
    "text", ["Jabhat al-Nusra", "Jabhat Al Nusra", "Jabhat an-Nusra", "Jabhat al‑Nusra", "Jabhat-al-Nusra"]
)
def test_hyphens_and_articles_are_left_out(text):
    assert words(text).keys == ["jabhat", "nusra"]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Ma'arrat Nu‘man", ["maarrat", "numan"]),
        ("Ḩamāh", ["hamah"]),
        ("Syria's", ["syria", "'s"]),
        ("Syria’s", ["syria", "'s"]),
        ("as soldiers", ["as", "soldiers"]),
        ("he ran at Homs", ["he", "ran", "at", "homs"]),
        ("An Israeli", ["an", "israeli"]),
        ("the UN Security", ["the", "un", "security"]),
        ("US-led", ["us", "led"]),
        ("in Ar Raqqah", ["in", "raqqah"]),
        ("2 - 3", ["2", "-", "3"]),
        ("2 ' 3", ["2", "'", "3"]),
        ("al", ["al"]),
        ("-", ["-"]),
    ],
)
def test_what_is_a_word_of_a_name(text, keys):
    assert words(text).keys == keys


def test_an_article_is_counted_into_the_name_behind_it():
    row = words("the al-Nusra Front")
    assert row.span(1, 3) == (1, 5)


def test_a_text_in_capitals_says_nothing_by_its_capitals():
    assert words("THE SOLDIERS FELL IN 3 TOWNS").shouted
    assert not words("THE SOLDIERS fell in three towns").shouted
    assert not words("27, 3").shouted


def test_a_hyphen_ties_a_name_to_what_follows():
    row, tokens = words("Ankara-backed - or"), tokenize("Ankara-backed - or")
    assert row.hyphen_follows(1, tokens)
    assert not row.hyphen_follows(2, tokens)
    assert not row.hyphen_follows(len(row.keys), tokens)


NAMES = NamePhrases(
    [
        ("IS", "doubtful"),
        ("Islamic State", "name"),
        ("rebels", "small"),
        ("US-led coalition", "mixed"),
        ("al-Bab", "with article"),
        ("Assad's forces", "owner"),
        ("Syria", "country"),
        ("27", "number"),
    ],
    LEXICON,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("IS said", ["doubtful"]),
        ("this is", []),
        ("THIS IS ALL THERE IS", []),
        ("the islamic state", []),
        ("THE ISLAMIC STATE SAID", ["name"]),
        ("Rebels", ["small"]),
        ("a US-led coalition", ["mixed"]),
        ("al-Bab", ["with article"]),
        ("Bab", []),
        ("Assad's forces", ["owner"]),
        ("Syrias army", ["country"]),
        ("syrias army", []),
        ("27", ["number"]),
        ("2 - 27 -", ["number"]),
        ("Islamic", []),
    ],
)
def test_what_a_name_in_the_list_matches(text, found):
    assert [meaning for _, _, meaning in NAMES.found_in(words(text))] == found


def test_a_name_of_nothing_but_an_article_matches_in_any_case():
    assert NamePhrases([("The", "article")], LEXICON).found_in(words("the")) == [(0, 1, "article")]


def test_of_two_meanings_the_first_stands():
    names = NamePhrases([("Tell", 1), ("Tell", 2)], LEXICON)
    assert names.found_in(words("Tell")) == [(0, 1, 1)]


def test_nothing_begins_behind_the_last_word():
    assert NAMES.at(words("Syria"), 1) is None


def test_a_key_of_nothing_but_an_apostrophe_stays():
    assert (key_of("'"), key_of("ʿayn")) == ("'", "ayn")
