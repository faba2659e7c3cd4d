"""Where most points of a table lie, so that one whose latitude and longitude were exchanged stands out."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np

LEAST_POINTS = 20
"""Points from which a table says where its war is (own)."""
OUTER = 5
"""Percent of the points on each side that may lie apart: another country, or the faults that are looked for (own)."""
LEAST_MARGIN = 1.0
"""Degrees around the rest that still belong to it, if half its extent is not more (own)."""


@attrs.frozen
class Region:
    """Latitudes and longitudes from and to which most points of a table lie."""

    south: float
    north: float
    west: float
    east: float

    def holds(self, lat: float, lon: float) -> bool:
        """Does the point lie in it?"""
        return self.south <= lat <= self.north and self.west <= lon <= self.east

    def holds_only_exchanged(self, lat: float, lon: float) -> bool:
        """Does the point lie in it if latitude and longitude are exchanged, and not as it stands?

        >>> Region(33, 37, 36, 42).holds_only_exchanged(38.5, 35.2)
        True
        """
        return self.holds(lon, lat) and not self.holds(lat, lon)


def region_of(points: Sequence[tuple[float, float]]) -> Region | None:
    """Where most of the points lie, with a margin; None where they are too few to tell."""
    if len(points) < LEAST_POINTS:
        return None
    ends = np.percentile(np.array(points), [OUTER, 100 - OUTER], axis=0)
    margin = np.maximum(LEAST_MARGIN, (ends[1] - ends[0]) / 2)
    (south, west), (north, east) = (ends[0] - margin).tolist(), (ends[1] + margin).tolist()
    return Region(south, north, west, east)
