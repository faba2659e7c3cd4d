"""Which places are points on the map of one incident."""

from __future__ import annotations

from claimrec.values.place import Place
from claimrec.values.units import magnitude

PRECISE_KM = magnitude("15 km", "km")
"""Up to this radius a place is one point, a town with its surroundings (**own**). Wider words, whose shape no circle
has, contradict nothing."""


def is_precise(place: Place) -> bool:
    """Is it a point with a small radius?

    >>> is_precise(Place("Oak Town", None, 10.0, 10.0, 2.0)), is_precise(Place("Northland", None, 10.0, 10.0, 300.0))
    (True, False)
    """
    return place.radius_km is not None and place.radius_km <= PRECISE_KM
