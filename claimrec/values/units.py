"""The one pint registry, empty but for claimrec's own definitions.

The default registry takes a third of a second to build and would accept comparisons of families with people. Here
`person`, `household` and `vehicle` are base units of their own, so pint itself refuses to compare them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, TypeAlias

import pint

from claimrec.errors import UnitError

registry: pint.UnitRegistry[Any] = pint.UnitRegistry(None)
for _definition in (
    "kilo- = 1000 = k-",
    "person = [people] = people = persons",
    "household = [households] = households = family = families",
    "vehicle = [vehicles] = vehicles",
    "count = []",
    "dozen = 12 * count = dozens",
    "score = 20 * count = scores",
    "metre = [length] = m = metres = meter = meters",
    "mile = 1609.344 * metre = miles = mi",
    "yard = 0.9144 * metre = yards = yd",
    "day = [time] = d = days",
    "hour = day / 24 = h = hours",
    "week = 7 * day = weeks",
    "gram = [mass] = g = grams",
):
    registry.define(_definition)

Quantity: TypeAlias = pint.Quantity[Any]
"""A number with its unit, of claimrec's registry."""


_WRITTEN = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,12})?) ?([A-Za-z]+)")
"""A number and a unit: pint would work out `9**9**9 km` to the last digit."""


@cache
def _unit(name: str) -> pint.Unit:
    try:
        if name.isascii() and name.isalpha() and name in registry:
            return registry.Unit(name)
    except ValueError:  # pint takes "NaN" for a number
        pass
    raise UnitError(f"no unit {name!r}; expected one such as 'km', 'day' or 'person'")


@cache
def _parsed(text: str) -> Quantity:
    written = _WRITTEN.fullmatch(text)
    if not written:
        raise UnitError(f"expected a quantity such as '5 km' or '2 days', not {text!r}")
    return registry.Quantity(float(written[1]), _unit(written[2]))


def magnitude(quantity: str | Quantity, unit: str) -> float:
    """How many `unit` a quantity is; UnitError where it is none or the two cannot be compared.

    >>> magnitude("2 dozen", "count"), magnitude("5 km", "metre")
    (24.0, 5000.0)
    >>> magnitude("3 families", "person")
    Traceback (most recent call last):
    ...
    claimrec.errors.UnitError: '3 families' cannot be measured in person
    """
    read = _parsed(quantity) if isinstance(quantity, str) else quantity
    try:
        return float(read.to(_unit(unit)).magnitude)
    except pint.DimensionalityError as error:
        raise UnitError(f"{str(quantity)!r} cannot be measured in {unit}") from error


@cache
def comparable(unit: str, other: str) -> bool:
    """Do the two units count the same kind of thing?

    >>> comparable("person", "household")
    False
    """
    return bool(_unit(unit).dimensionality == _unit(other).dimensionality)
