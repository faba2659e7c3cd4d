"""The place comparison: where two claims say that it happened; name, governorate and distance as one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

import numpy as np
import numpy.typing as npt

from claimrec.matching.columns import UNSAID, IntArray
from claimrec.matching.comparison import Comparison, Grade, Likeness
from claimrec.matching.facts import FactTable, Ranks
from claimrec.matching.names import LIKE, PART, SAME, standing
from claimrec.matching.spots import SIZES, Spot, Spots
from claimrec.matching.weights import shipped_weights
from claimrec.values.place import EARTH_RADIUS_KM

NEAR_KM = 5.0
"""Points so near, beyond their radii, may be one place whatever names and governorates say."""
FAR_KM = 40.0
"""Precise points farther apart than this, beyond their radii, are never one incident's (METHOD 18: tens of km)."""
PRECISE_KM = 15.0
"""A point with a larger radius stands for an area, and rules nothing out by distance."""

TOUCHING, NEAR, NEXT, APART, FAR, NO_POINT = range(6)
"""How far the rims of two places are from each other: NEXT up to `PRECISE_KM`, APART up to `FAR_KM`."""
PIN, SPOT, AREA = range(3)
"""How large a radius is: up to `NEAR_KM`, up to `PRECISE_KM`, larger."""
WIDTHS = 3
KINDS = len(SIZES) * WIDTHS * 2
"""Kinds of places: what they hold, how large their radius is, whether they bear their governorate's name."""
UNKNOWN, ONE, TWO = range(3)
"""Whether two places lie in one governorate or in two."""


def _likeness(a: Spot, b: Spot) -> Likeness:
    """Do both claims mean one place?

    Names are compared by their consonants, so that romanisations of one Arabic name agree; then the governorate and
    the distance between the points, beyond their radii, tell namesakes and neighbours apart. "In Idlib" may mean the
    city or the whole governorate.
    """
    names = sorted({str(a), str(b)})
    said = f"both {names[0]}" if len(names) == 1 else " and ".join(names)
    km = float(_gap(Spots.of([a, b]))(np.array([0]), np.array([1]))[0])
    return Likeness(place.graded(a, b), f"{said}, {km:.0f} km apart" if km >= 1 else said)


def _many(keys: Iterable[Spot]) -> Grade:
    spots = Spots.of(keys)
    names, gap, table = standing(spots), _gap(spots), _table()
    own, governorate, region = (
        spots.heard[1].astype(np.int32)[codes] for codes in (spots.name, spots.governorate, spots.region)
    )
    radius = np.nan_to_num(spots.radius_km)
    width = (radius > NEAR_KM).astype(np.int64) + (radius > PRECISE_KM)
    kind = ((spots.size * WIDTHS + width) * 2 + (own == governorate)).astype(np.int32)
    regions_named = bool((region != UNSAID).any())

    def grade(a: IntArray, b: IntArray) -> Ranks:
        ours, theirs = governorate[a], governorate[b]
        lies_in = np.where(ours == theirs, np.int8(ONE), np.int8(TWO))
        lies_in[(ours == UNSAID) | (theirs == UNSAID)] = UNKNOWN
        within = (own[a] == region[b]) | (own[b] == region[a]) if regions_named else np.zeros(len(a), dtype=bool)
        return table.ranks(names(a, b), _reach(gap(a, b)), lies_in, within, kind[a], kind[b])

    return grade


def _reach(km: npt.NDArray[np.floating]) -> Ranks:
    steps = np.where(np.isnan(km), np.int8(NO_POINT), np.int8(TOUCHING))
    for limit in (0, NEAR_KM, PRECISE_KM, FAR_KM):
        steps += km > limit
    return steps


@cache
def _table() -> FactTable:
    return FactTable.of((4, 6, 3, 2, KINDS, KINDS), _ranked)


def _ranked(*facts: IntArray) -> IntArray:
    """The ranks of pairs of places, whose facts stand in the order in which `grade` finds them."""
    name, reach, governorates, region, kind_a, kind_b = facts
    (size_a, width_a, capital_a), (size_b, width_b, capital_b) = (
        (kind // (WIDTHS * 2), kind // 2 % WIDTHS, kind % 2) for kind in (kind_a, kind_b)
    )
    width = np.maximum(width_a, width_b)
    governorate, wide, city = (SIZES.index(size) for size in ("governorate", "region", "city"))
    area_a, area_b = ((size == governorate) | (size == wide) for size in (size_a, size_b))
    one_city = (size_a == city) ^ (size_b == city)
    measured = reach != NO_POINT
    same_governorate = governorates == ONE
    other_governorate = (governorates == TWO) & ~(measured & (reach <= NEAR))
    namesakes = other_governorate | (measured & (reach > NEXT))
    apart = other_governorate | (measured & (reach > NEAR))
    holds = (same_governorate & ((size_a == governorate) | (size_b == governorate))) | (region == 1)
    holds |= (reach == TOUCHING) & (area_a | area_b | one_city)
    capital = same_governorate & (capital_a ^ capital_b == 1)
    rank = place.ranks
    levels = {
        "far apart": (reach == FAR) & (width <= SPOT) & ~capital,
        "same area": (name == SAME) & area_a & area_b,
        "quarter of the other": (reach == TOUCHING) & one_city & (width <= SPOT),
        "inside the other": holds | ((name == SAME) & (area_a | area_b)),
        "same city": (name == SAME) & ~namesakes & ((size_a == city) | (size_b == city)),
        "same place": (name == SAME) & ~namesakes,
        "respelled": (name == LIKE) & ~apart,
        "part of the name": (name == PART) & ~apart,
        "perhaps inside": capital,
        "near": measured & (reach <= NEAR) & (width == PIN),
        "elsewhere": namesakes,
        "same governorate": same_governorate,
    }
    return np.select(list(levels.values()), [rank[level] for level in levels], rank["another name"])


def _gap(spots: Spots) -> Callable[[IntArray, IntArray], npt.NDArray[np.float32]]:
    """Kilometres between the rims of pairs, 0 where they touch, nan where one has no point."""
    lat, lon = np.radians(spots.lat), np.radians(spots.lon)
    ball = [np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)]
    point = np.stack(ball, axis=1).astype(np.float32)  # a metre off at most
    radius = np.nan_to_num(spots.radius_km).astype(np.float32)
    measured = ~np.isnan(lat)

    def km(a: IntArray, b: IntArray) -> npt.NDArray[np.float32]:
        gap = np.full(len(a), np.nan, dtype=np.float32)
        both = np.flatnonzero(measured[a] & measured[b])
        a, b = a[both], b[both]
        between = point[a] - point[b]
        chord = np.sqrt(np.einsum("ij,ij->i", between, between))
        apart = np.arcsin(np.minimum(1, chord / 2)) * np.float32(2 * EARTH_RADIUS_KM)
        gap[both] = np.maximum(0, apart - radius[a] - radius[b])
        return gap

    return km


place: Comparison[Spot] = Comparison("place", shipped_weights()["place"], "place", _likeness, many=_many, costly=True)
