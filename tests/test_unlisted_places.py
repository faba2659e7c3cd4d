"""Places that no list has: what around a name makes it one, and how it is known again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.names import find_names
from claimrec.reading.tokens import tokenize

LEXICON = load_lexicon()
NAMES = st.sampled_from(["Zobrilka", "Umbata", "Korvesh", "Tel Urman", "Wadi Sarkan"])


def found(text):
    return [mention.place.name for mention in find_names(tokenize(text), text, LEXICON).places]


@given(NAMES, st.sampled_from(LEXICON.words("names", "harmed_at")))
def test_people_harmed_at_a_name_tell_a_place(name, harmed):
    assert found(f"Eleven people {harmed} at {name} were named on Sunday.") == [name]


@given(NAMES, st.sampled_from(LEXICON.words("names", "taken")), st.sampled_from(LEXICON.words("names", "behind_taken")))
def test_what_is_taken_is_a_place_where_the_phrase_ends_behind_it(name, taken, behind):
    assert found(f"The raiders {taken} {name} {behind}")[:1] == [name]


@given(NAMES, st.sampled_from(["village", "town", "district", "quarter", "ward"]))
def test_a_name_once_told_as_a_place_is_one_everywhere_behind(name, kind):
    assert found(f"They reached the {kind} of {name}. The dead of {name} were buried.") == [name, name]


@given(st.sampled_from(LEXICON.words("names", "indefinite")), st.sampled_from(LEXICON.words("localities", "site")))
def test_a_noun_for_a_place_names_none_behind_an_indefinite_word(word, site):
    assert found(f"A bomb went off beside {word} Ottoman {site}.") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They came to Korvesh, some 30 km south of the dam.", ["Korvesh"]),
        ("They came to Korvesh, 30 men strong.", []),
        ('They burned the village of "Korvesh" down.', ["Korvesh"]),
        ("They entered Korvesh villagers' homes.", []),
        ("They met at Korvesh.", []),
        ("They met at Korvesh", []),
        ("Korvesh village fell. Karim Korvesh fled.", ["Korvesh"]),
        ("Six died at the Korvesh hotel.", ["Korvesh"]),
        ("Six died in the Korvesh Hotel.", ["Korvesh Hotel"]),
        ("Six died in Korvesh territory.", ["Korvesh"]),
        ("Six died in the Basra quarter.", ["Basra"]),
        ("Six died in the Korvesh district of the same city.", ["Korvesh"]),
        ("A bomb hit their bus at Korvesh in Taiz province.", ["Korvesh"]),
        ("A man from Korvesh in Taiz province left.", ["Taiz governorate"]),
    ],
)
def test_what_makes_a_name_a_place(text, names):
    assert found(text) == names


def test_a_quarter_is_not_the_city_that_it_is_named_after():
    text = "Six died in the Basra quarter."
    [quarter] = find_names(tokenize(text), text, LEXICON).places
    assert (quarter.place.lat, quarter.kind) == (None, "neighbourhood")


def test_a_region_that_no_list_has_lies_around_its_city():
    text = "Six died in the Poltava region."
    [region] = find_names(tokenize(text), text, LEXICON).places
    assert region.kind == "region"
    assert region.place.lat is not None


@given(
    st.sampled_from(["DENSELY POPULATED", "AFFECTED", "SURROUNDING", "HEAVILY DAMAGED", "MOUNTAINOUS", "RESTRICTED"]),
    st.sampled_from(["AREA", "AREAS", "OUTSKIRTS", "VILLAGES", "CAMP"]),
)
def test_in_capitals_the_endings_of_plain_words_name_no_place(words, noun):
    assert found(f"THE ARMY FOUGHT IN {words} {noun} OF THE NORTH YESTERDAY.") == []
