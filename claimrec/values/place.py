"""Where something happened, as precisely as it was said."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import attrs

from claimrec.errors import PlaceError

if TYPE_CHECKING:
    from claimrec.values.units import Quantity

EARTH_RADIUS_KM = 6371.0088
"""Mean radius (IUGG); the error of taking Earth for a ball, 0.5 percent, is far below any radius in use."""


def _number(value: float | None) -> float | None:
    """One way to write a number: equal places have equal `repr`, and so equal claims equal ids."""
    return None if value is None else float(value)


@attrs.frozen
class Place:
    """A name, the governorate it lies in, and, where known, a point with a radius.

    `lat` and `lon` are degrees (WGS 84), both or neither; `radius_km` says how far from the point the incident may
    have been. Coordinates that are not on Earth raise PlaceError.

    >>> kafr_ruma = Place("Kafr Ruma", "Idlib", 35.65, 36.63, 1.5)
    >>> round(kafr_ruma.distance(Place("Kafr Nabl", "Idlib", 35.62, 36.56, 2)).to("km").magnitude, 1)
    7.2
    """

    name: str
    admin: str | None = None
    lat: float | None = attrs.field(default=None, converter=_number)
    lon: float | None = attrs.field(default=None, converter=_number)
    radius_km: float | None = attrs.field(default=None, converter=_number)

    def __attrs_post_init__(self) -> None:
        if not self.name.strip():
            raise PlaceError("a place needs a name")
        if (self.lat is None) != (self.lon is None):
            raise PlaceError(f"{self.name}: a point needs both lat and lon")
        if self.lat is None and self.radius_km is not None:
            raise PlaceError(f"{self.name}: a radius needs a point")
        if self.lat is not None and not -90 <= self.lat <= 90:
            raise PlaceError(f"{self.name}: lat {self.lat} is not between -90 and 90")
        if self.lon is not None and not -180 <= self.lon <= 180:
            raise PlaceError(f"{self.name}: lon {self.lon} is not between -180 and 180")
        if self.radius_km is not None and not 0 <= self.radius_km < math.inf:
            raise PlaceError(f"{self.name}: radius {self.radius_km} km is no distance")

    def distance(self, other: Place) -> Quantity | None:
        """Great-circle distance between the two points, as a pint length; None where one has no point."""
        from claimrec.values.units import registry  # noqa: PLC0415 - pint takes as long to load as all the rest

        apart = self.km_to(other)
        return None if apart is None else registry.Quantity(apart, "km")

    def km_to(self, other: Place) -> float | None:
        """The same distance as a bare number of kilometres, for those who measure many."""
        if self.lat is None or self.lon is None or other.lat is None or other.lon is None:
            return None
        here, there = math.radians(self.lat), math.radians(other.lat)
        half_lat, half_lon = (there - here) / 2, math.radians(other.lon - self.lon) / 2
        chord = math.sin(half_lat) ** 2 + math.cos(here) * math.cos(there) * math.sin(half_lon) ** 2
        return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, chord)))

    def gap_km(self, other: Place) -> float | None:
        """Kilometres between the rims of the two radii, 0 where they touch; None where one has no point."""
        apart = self.km_to(other)
        return None if apart is None else max(0.0, apart - (self.radius_km or 0) - (other.radius_km or 0))
