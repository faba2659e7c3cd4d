"""Places told by distance and direction: "30 km east of Palmyra" is a point, as exact as such words are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from claimrec.errors import UnitError
from claimrec.reading.phrasing import Phrasing
from claimrec.values.place import EARTH_RADIUS_KM, Place
from claimrec.values.units import magnitude

ROUGHLY = 0.2
"""A distance and one of eight directions are exact to this share of the distance (own)."""


def point_at(name: str, bearing: Sequence[str], start: Place, phrasing: Phrasing) -> Place | None:
    """The place that lies by this distance and direction from `start`; None where the words give no such.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> words = ["30", "km", "east", "of"]
    >>> found = point_at("Rahba", words, Place("Palmyra", "Homs", 34.55, 38.28, 3), Phrasing.of(load_lexicon()))
    >>> found.lat, found.lon, found.radius_km
    (34.55, 38.608, 9.0)
    """
    km, said = _distance(bearing), frozenset(bearing)
    north = bool(said & phrasing.compass["north"]) - bool(said & phrasing.compass["south"])
    east = bool(said & phrasing.compass["east"]) - bool(said & phrasing.compass["west"])
    if km is None or start.lat is None or start.lon is None or not (north or east):
        return None
    step = math.degrees(km / EARTH_RADIUS_KM) / math.hypot(north, east)
    lat, lon = start.lat + north * step, start.lon + east * step / math.cos(math.radians(start.lat))
    if abs(lat) > 90 or abs(lon) > 180:
        return None
    return Place(name, None, round(lat, 3), round(lon, 3), round((start.radius_km or 0) + ROUGHLY * km, 1))


def _distance(bearing: Sequence[str]) -> float | None:
    """The first distance in kilometres."""
    for number, unit in pairwise(bearing):
        try:
            return magnitude(f"{number.replace(',', '')} {unit}", "km")
        except UnitError:
            continue
    return None
