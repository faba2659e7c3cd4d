"""The place comparison: names, governorates and distances together."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.matching.place import FAR_KM, place
from claimrec.matching.spots import Spot

KM = 1 / 111.195
"""Degrees of latitude in a kilometre."""

TELL_HARUN = Spot("Tell Harun", "Marabad", None, 35.2, 37.1, 1.5)


def north(km, **changes):
    """A place so far north of Tell Harun, radii not counted."""
    return attrs.evolve(TELL_HARUN, lat=35.2 + km * KM, **changes)


def somewhere(name, governorate=None, size="spot"):
    return Spot(name, governorate, size=size)


@given(st.floats(0, 300), st.floats(0, 300), st.sampled_from(["Tell Harun", "Tall Haroun", "Ayn Zaytun"]))
def test_a_closer_point_never_lowers_the_weight(one, other, name):
    near, far = sorted((one, other))
    weights = [place.level(TELL_HARUN, north(km, name=name)).bits for km in (near, far)]
    assert weights[0] >= weights[1]


@given(st.sampled_from(["Tell Harun", "Tall Haroun", "Tal Harun", "Tell-Harun", "TELL HARUN", "Tell Hārūn"]))
def test_a_romanisation_is_the_same_name(spelling):
    assert place.level(TELL_HARUN, somewhere(spelling, "Marabad")).level == "same place"


@given(st.floats(FAR_KM + 3.1, 2000), st.sampled_from(["Tell Harun", "Ayn Zaytun"]))
def test_precise_places_far_apart_are_far_apart_whatever_their_names(km, name):
    assert place.level(TELL_HARUN, north(km, name=name)).level == "far apart"


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        (TELL_HARUN, north(6), "same place"),
        (TELL_HARUN, somewhere("Tell Harun"), "same place"),
        (TELL_HARUN, north(30), "elsewhere"),
        (TELL_HARUN, north(30, radius_km=20.0), "same place"),
        (TELL_HARUN, somewhere("Tell Harun", "Sahran"), "elsewhere"),
        (TELL_HARUN, north(2, governorate="Sahran"), "same place"),
        (somewhere("Khan Shaykhun", "Idlib"), somewhere("Khan Sheikhoon", "Idlib"), "same place"),
        (somewhere("Maarrat Misrin"), somewhere("Maarrat Misrim"), "respelled"),
        (somewhere("Maarrat Misrin", "Idlib"), somewhere("Maarrat Misrim", "Hama"), "elsewhere"),
        (somewhere("Duma"), somewhere("Douma"), "same place"),
        (somewhere("Duma"), somewhere("Dama"), "another name"),
        (somewhere("Atarib"), somewhere("Atarib market"), "part of the name"),
        (somewhere("Atarib", "Aleppo"), somewhere("Atarib market", "Hama"), "elsewhere"),
        (TELL_HARUN, north(4, name="Ayn Zaytun"), "near"),
        (TELL_HARUN, north(12, name="Ayn Zaytun"), "same governorate"),
        (TELL_HARUN, somewhere("Ayn Zaytun", "Marabad"), "same governorate"),
        (TELL_HARUN, somewhere("Ayn Zaytun", "Sahran"), "elsewhere"),
        (TELL_HARUN, somewhere("Ayn Zaytun"), "another name"),
    ],
)
def test_levels_of_villages(a, b, level):
    assert place.level(a, b).level == level


CITY = Spot("Marabad", "Marabad", None, 35.0, 37.0, 8, "city")
GOVERNORATE = Spot("Marabad province", "Marabad", None, 35.0, 37.0, 45, "governorate")
REGION = Spot("Salt Coast", None, None, 35.0, 36.5, 30, "region")
QUARTER = Spot("Old Quarter", "Marabad", None, 35.01, 37.01, 1)
BAY = Spot("Fishers' Bay", None, None, 35.1, 36.4, 1)


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        (CITY, CITY, "same city"),
        (CITY, QUARTER, "quarter of the other"),
        (CITY, GOVERNORATE, "inside the other"),
        (CITY, TELL_HARUN, "perhaps inside"),
        (CITY, attrs.evolve(TELL_HARUN, lat=36.0), "perhaps inside"),
        (CITY, somewhere("Khirbat al-Jawz", "Sahran"), "elsewhere"),
        (GOVERNORATE, GOVERNORATE, "same area"),
        (GOVERNORATE, somewhere("Khirbat al-Jawz", "Marabad"), "inside the other"),
        (GOVERNORATE, somewhere("Khirbat al-Jawz", "Sahran"), "elsewhere"),
        (REGION, BAY, "inside the other"),
        (REGION, TELL_HARUN, "elsewhere"),
        (REGION, somewhere("Fishers' Bay"), "another name"),
        (REGION, Spot("Salt Works", None, "Salt Coast"), "inside the other"),
    ],
)
def test_levels_of_places_that_hold_others(a, b, level):
    assert place.level(a, b).level == level


def test_the_words_say_where_and_how_far():
    assert place.level(TELL_HARUN, north(60, name="Ayn Zaytun")).because == (
        "Ayn Zaytun (Marabad) and Tell Harun (Marabad), 57 km apart"
    )
    assert place.level(CITY, CITY).because == "both Marabad"
