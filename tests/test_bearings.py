"""A place that no list has, told by distance and direction, lies there, as exactly as such words are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.bearings import ROUGHLY, point_at
from claimrec.reading.gazetteer import gazetteer
from claimrec.reading.names import find_names
from claimrec.reading.phrasing import Phrasing
from claimrec.reading.tokens import tokenize
from claimrec.values.place import Place

LEXICON = load_lexicon()
PHRASING = Phrasing.of(LEXICON)
PALMYRA = gazetteer(LEXICON).known["Palmyra"][0].place
SIDES = {
    "north": (1, 0),
    "northeast": (1, 1),
    "east": (0, 1),
    "southern": (-1, 0),
    "west": (0, -1),
    "southwest": (-1, -1),
}


@given(st.integers(5, 300), st.sampled_from(sorted(SIDES)))
def test_the_point_lies_as_far_and_to_the_side_that_is_said(km, side):
    text = f"Six were killed in the village of Umm Testa, {km} km {side} of Palmyra."
    [found] = find_names(tokenize(text), text, LEXICON).places
    north, east = SIDES[side]
    assert found.place.name == "Umm Testa"
    assert found.place.km_to(PALMYRA) == pytest.approx(km, rel=0.05, abs=0.2)
    assert (found.place.lat - PALMYRA.lat) * north >= 0 <= (found.place.lon - PALMYRA.lon) * east
    assert found.place.radius_km == pytest.approx(PALMYRA.radius_km + ROUGHLY * km, abs=0.1)


@pytest.mark.parametrize(
    ("words", "km"),
    [
        (["60", "kilometres", "(", "35", "miles", ")", "northeast", "of"], 60),
        (["35", "miles", "to", "the", "north", "of"], 56.3),
        (["1,500", "metres", "west", "of"], 1.5),
    ],
)
def test_the_first_distance_counts_in_any_unit(words, km):
    assert point_at("X", words, PALMYRA, PHRASING).km_to(PALMYRA) == pytest.approx(km, rel=0.05)


@pytest.mark.parametrize(
    ("words", "start"),
    [
        (["60", "km", "from"], PALMYRA),
        (["just", "north", "of"], PALMYRA),
        (["60", "km", "north", "of"], Place("Nowhere")),
        (["60", "km", "north", "of"], Place("Pole", lat=90.0, lon=0.0)),
    ],
)
def test_without_distance_direction_or_point_there_is_none(words, start):
    assert point_at("X", words, start, PHRASING) is None
