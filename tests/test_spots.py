"""Places settled by the lexicon before they are compared."""

import pytest
from factory import claim
from valley import GOVERNORATE, LEXICON, MARABAD, NAMESAKE, TELL_HARUN

from claimrec.matching.settling import spot_of
from claimrec.matching.spots import Spot, consonants, letters
from claimrec.values.place import Place


def settled(place):
    return spot_of(claim(place=place), LEXICON)


@pytest.mark.parametrize(
    ("place", "spot"),
    [
        (TELL_HARUN, Spot("Tell Harun", "Marabad", None, 35.2, 37.1, 1.5)),
        (NAMESAKE, Spot("Tell Harun", "Sahran", None, 36.4, 38.9, 1.5)),
        (Place("Tell Harun", "Marabad"), Spot("Tell Harun", "Marabad", None, 35.2, 37.1, 1.5)),
        (Place("Tell Harun"), Spot("Tell Harun")),  # which of the two is not said
        (Place("Tell Harun", None, 33.0, 36.0, 1.0), Spot("Tell Harun", None, None, 33.0, 36.0, 1.0)),  # a third one
        (Place("OLIVE SPRING"), Spot("Ayn Zaytun", "Marabad", None, 35.25, 37.12, 1.5)),
        (MARABAD, Spot("Marabad", "Marabad", None, 35.0, 37.0, 8, "city")),
        (GOVERNORATE, Spot("Marabad", "Marabad", None, 35.0, 37.0, 45, "governorate")),
        (Place("Marabad", "Marabad"), Spot("Marabad", "Marabad", None, 35.0, 37.0, 45, "governorate")),
        (Place("Salt Coast"), Spot("Salt Coast", "Sahran", size="region")),
        (Place("Salt Coast", None, 35.0, 36.0, 20), Spot("Salt Coast", None, None, 35.0, 36.0, 20)),
        (Place("Khirbat al-Jawz", "Marabad"), Spot("Khirbat al-Jawz", "Marabad")),
        (Place("Nahrain", "Nahrain"), Spot("Nahrain", "Nahrain", size="governorate")),
        (Place("Fishers' Bay", "Salt Coast"), Spot("Fishers' Bay", "Sahran", "Salt Coast")),
        (Place("Mill", "Tell Harun"), Spot("Mill", None, "Tell Harun")),  # one of the two
        (Place("Valley"), None),
    ],
)
def test_a_place_is_settled_by_the_lexicon(place, spot):
    assert settled(place) == spot


def test_a_claim_without_a_place_has_no_spot():
    assert settled(None) is None


@pytest.mark.parametrize(
    ("spot", "written"),
    [
        (Spot("Tell Harun", "Marabad"), "Tell Harun (Marabad)"),
        (Spot("Tell Harun"), "Tell Harun"),
        (Spot("Marabad", "Marabad"), "Marabad"),
    ],
)
def test_a_spot_is_written_with_its_governorate(spot, written):
    assert str(spot) == written


@pytest.mark.parametrize(
    ("name", "plain", "sound"),
    [
        ("Ma'arrat an-Nu'mān", "maarrat an numan", "mrt nmn"),
        ("Al", "al", "al"),  # nothing but an article
        ("12", "12", "12"),
        ("!", "!", "!"),
    ],
)
def test_a_name_by_its_letters_and_by_its_sound(name, plain, sound):
    assert (letters(name), consonants(name)) == (plain, sound)
