"""How names of places stand to each other: sounds first, then letters."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.matching.names import LIKE, OTHER, PART, SAME, WORDS, standing
from claimrec.matching.spots import Spot, Spots

NAMES = ("Tell Harun", "Tall Haroun", "Ayn Zaytun", "Duma", "Dama", "Harun", "Atarib", "Atarib market", "al-Bab")
LONG = " ".join(f"Wadi{n}" for n in range(WORDS + 1))


def stand(a, b):
    spots = Spots.of([Spot(a), Spot(b)])
    return int(standing(spots)(np.array([0]), np.array([1]))[0])


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_it_does_not_matter_which_name_comes_first(a, b):
    assert stand(a, b) == stand(b, a)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Tell Harun", "Tall Haroun", SAME),
        ("Dumeir", "Al-Dumayr", SAME),  # an article here and none there
        ("Basra", "al-Basrah", SAME),
        ("Orm", "Arima", OTHER),  # three consonants, and other letters
        ("Duma", "Douma", SAME),
        ("Duma", "Dama", OTHER),
        ("Maarrat Misrin", "Maarrat Misrim", LIKE),
        ("Atarib", "Atarib market", PART),
        ("Tell Rifaat market", "Tell Rifaat markt", SAME),
        ("Jisr al-Shughur", "Jisr", PART),
        ("Tell Harun", "Ayn Zaytun", OTHER),
        ("Wadi1", LONG, OTHER),  # no place has so many words
        (LONG, LONG, SAME),
    ],
)
def test_two_names(a, b, expected):
    assert stand(a, b) == expected
