"""The place comparison: where two claims say that it happened; name, governorate and distance as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from claimrec.matching.columns import UNSAID, Column, FloatArray, IntArray
from claimrec.matching.comparison import Comparison, Grade, Likeness
from claimrec.matching.spots import Spot, consonants, letters
from claimrec.matching.weights import shipped_weights
from claimrec.values.place import EARTH_RADIUS_KM
from claimrec.values.units import magnitude

NEAR_KM = magnitude("5 km", "km")
"""Points so near, beyond their radii, may be one place whatever names and governorates say."""
FAR_KM = magnitude("40 km", "km")
"""Precise points farther apart than this, beyond their radii, are never one incident's (METHOD 18: tens of km)."""
PRECISE_KM = magnitude("15 km", "km")
"""A point with a larger radius stands for an area, and rules nothing out by distance."""

LEAST_CONSONANTS = 3
"""Skeletons with fewer are shared by too many names: then the letters have to be alike too ("Duma" is not "Dama")."""
SAME_LETTERS, LIKE_LETTERS = 0.7, 0.9
"""Jaro-Winkler likeness of the letters that names of one skeleton need, and names of a short or merely like one."""
LIKE_CONSONANTS = 85
"""Ratio from which skeletons are alike: one consonant of six or more is off."""

SAME, LIKE, PART, OTHER = range(4)
"""How two names stand to each other; PART: the words of one are among the other's ("Atarib", "Atarib market")."""


def _likeness(a: Spot, b: Spot) -> Likeness:
    """Do both claims mean one place?

    Names are compared by their consonants, so that romanisations of one Arabic name agree; then the governorate and
    the distance between the points, beyond their radii, tell namesakes and neighbours apart. "In Idlib" may mean the
    city or the whole governorate.
    """
    names = sorted({str(a), str(b)})
    said = f"both {names[0]}" if len(names) == 1 else " and ".join(names)
    km = float(_gap((a, b))(np.array([0]), np.array([1]))[0])
    return Likeness(place.graded(a, b), f"{said}, {km:.0f} km apart" if km >= 1 else said)


def _many(keys: Sequence[Spot]) -> Grade:
    names, gap = _names(keys), _gap(keys)
    code: dict[str, int] = {}
    own, governorate, region = (_codes([getattr(spot, field) for spot in keys], code) for field in _NAMES)
    size = {of: np.array([spot.size == of for spot in keys], dtype=bool) for of in ("governorate", "region", "city")}
    area = size["governorate"] | size["region"]
    radius = np.array([spot.radius_km or 0 for spot in keys], dtype=np.float64)
    rank = place.ranks

    def grade(a: IntArray, b: IntArray) -> IntArray:
        name, km = names(a, b), gap(a, b)  # km is nan, and so neither near nor far, where a point is missing
        wider = np.maximum(radius[a], radius[b])
        known = (governorate[a] != UNSAID) & (governorate[b] != UNSAID)
        same_governorate = known & (governorate[a] == governorate[b])
        other_governorate = known & ~same_governorate & ~(km <= NEAR_KM)
        namesakes = other_governorate | (km > PRECISE_KM)
        apart = other_governorate | (km > NEAR_KM)
        holds = (same_governorate & (size["governorate"][a] | size["governorate"][b])) | (own[a] == region[b])
        holds |= (own[b] == region[a]) | ((km <= 0) & (area[a] | area[b] | (size["city"][a] ^ size["city"][b])))
        capital = same_governorate & ((own[a] == governorate[a]) ^ (own[b] == governorate[b]))
        levels = {
            "far apart": (km > FAR_KM) & (wider <= PRECISE_KM) & ~capital,
            "same area": (name == SAME) & area[a] & area[b],
            "quarter of the other": (km <= 0) & (size["city"][a] ^ size["city"][b]) & (wider <= PRECISE_KM),
            "inside the other": holds | ((name == SAME) & (area[a] | area[b])),
            "same city": (name == SAME) & ~namesakes & (size["city"][a] | size["city"][b]),
            "same place": (name == SAME) & ~namesakes,
            "respelled": (name == LIKE) & ~apart,
            "part of the name": (name == PART) & ~apart,
            "perhaps inside": capital,
            "near": (km <= NEAR_KM) & (wider <= NEAR_KM),
            "elsewhere": namesakes,
            "same governorate": same_governorate,
        }
        return np.select(list(levels.values()), [rank[level] for level in levels], rank["another name"])

    return grade


_NAMES = ("name", "governorate", "region")


def _codes(names: Sequence[str | None], code: dict[str, int]) -> IntArray:
    """Names by their consonants, as numbers of one list."""
    known = [UNSAID if name is None else code.setdefault(consonants(name), len(code)) for name in names]
    return np.array(known, dtype=np.int64)


def _names(keys: Sequence[Spot]) -> Callable[[IntArray, IntArray], IntArray]:
    """How the names of pairs stand to each other; each distinct pair of names is compared once a call."""
    column = Column.of(spot.name for spot in keys)
    spelled = np.array([letters(name) for name in column.values], dtype=object)
    sounds = np.array([consonants(name) for name in column.values], dtype=object)
    joined = np.array([sound.replace(" ", "") for sound in sounds], dtype=object)
    length = np.array([len(sound) for sound in joined], dtype=np.int64)

    def standing(a: IntArray, b: IntArray) -> IntArray:
        pairs, place = np.unique(column.codes[a] * len(column.values) + column.codes[b], return_inverse=True)
        left, right = np.divmod(pairs, len(column.values))
        written = process.cpdist(spelled[left], spelled[right], scorer=JaroWinkler.similarity)
        heard = process.cpdist(joined[left], joined[right], scorer=fuzz.ratio)
        shared = process.cpdist(sounds[left], sounds[right], scorer=fuzz.token_set_ratio)
        long = np.minimum(length[left], length[right]) >= LEAST_CONSONANTS
        found = np.select(
            [
                (heard == 100) & (written >= np.where(long, SAME_LETTERS, LIKE_LETTERS)),
                (heard >= LIKE_CONSONANTS) & (written >= LIKE_LETTERS),
                (shared == 100) & (heard < 100),
            ],
            [SAME, LIKE, PART],
            OTHER,
        )
        return found[place]

    return standing


def _gap(keys: Sequence[Spot]) -> Callable[[IntArray, IntArray], FloatArray]:
    """Kilometres between the rims of pairs, 0 where they touch, nan where one has no point."""
    lat, lon = (
        np.radians(np.array([np.nan if (degrees := getattr(spot, side)) is None else degrees for spot in keys]))
        for side in ("lat", "lon")
    )
    radius = np.array([spot.radius_km or 0 for spot in keys], dtype=np.float64)

    def km(a: IntArray, b: IntArray) -> FloatArray:
        chord = np.sin((lat[b] - lat[a]) / 2) ** 2
        chord += np.cos(lat[a]) * np.cos(lat[b]) * np.sin((lon[b] - lon[a]) / 2) ** 2
        apart = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(1, chord)))
        return np.asarray(np.maximum(0, apart - radius[a] - radius[b]), dtype=np.float64)

    return km


place: Comparison[Spot] = Comparison("place", shipped_weights()["place"], "place", _likeness, many=_many)
