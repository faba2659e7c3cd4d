"""A figure over incidents, with what it leaves open and how many incidents stand behind it."""

from __future__ import annotations

from collections.abc import Collection
from math import comb, sqrt

import attrs

CONFIDENCE = 0.95
"""How often such an interval holds what it is an interval of."""

FEW = 10
"""Fewer incidents than this are few (own): even then a share of one half runs from a quarter to three quarters."""

_MANY = 200
"""From here on the normal curve stands for the coin."""

_Z = 1.959963984540054
"""The normal quantile of `CONFIDENCE`."""


@attrs.frozen
class Estimate:
    """`best` between `low` and `high`, over so many incidents; an end that is None is open.

    `best` is None where nothing can be said, or where only one end is known.

    >>> str(share(3, 4))
    '0.75 (0.30 to 0.95), 4 incidents: few'
    """

    best: float | None
    low: float | None
    high: float | None
    incidents: int

    @property
    def is_small(self) -> bool:
        """Do only a few incidents stand behind it?"""
        return self.incidents < FEW

    def __str__(self) -> str:
        behind = f"{self.incidents:,} incident{'' if self.incidents == 1 else 's'}{': few' if self.is_small else ''}"
        if self.low is None and self.high is None:
            return f"nothing to say, {behind}"
        low = "open" if self.low is None else f"{self.low:.2f}"
        high = "open" if self.high is None else f"{self.high:.2f}"
        best = "" if self.best is None else f"{self.best:.2f} "
        return f"{best}({low} to {high}), {behind}"


def share(part: float, incidents: int) -> Estimate:
    """The share that `part` is of so many incidents, with Wilson's interval.

    Wilson's score interval keeps its promise with few incidents and near 0 and 1 (Brown, Cai and DasGupta 2001). An
    incident that answers by parts (two pairs of three agree) adds a fraction; a mean of fractions varies less than one
    of yes and no, so that the interval is wide enough then, too.

    >>> str(share(0, 0))
    'nothing to say, 0 incidents: few'
    """
    if not incidents:
        return Estimate(None, None, None, 0)
    best = part / incidents
    spread = _Z * sqrt(best * (1 - best) / incidents + _Z**2 / (4 * incidents**2))
    middle, scale = best + _Z**2 / (2 * incidents), 1 + _Z**2 / incidents
    low, high = max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)
    return Estimate(best, min(low, best), max(high, best), incidents)


def median(values: Collection[float]) -> Estimate:
    """The median, with the interval between two of the values themselves (Conover 1999, section 3.2).

    How many of n values lie below the median is a coin thrown n times, whatever the values are. Fewer than six cannot
    bound it at 95 percent: then the interval runs from the lowest to the highest, and the number says that it is small.

    >>> str(median([0, 0, 0, 1, 1, 2, 2, 3, 9, 30]))
    '1.50 (0.00 to 9.00), 10 incidents'
    """
    ordered = sorted(values)
    n = len(ordered)
    if not n:
        return Estimate(None, None, None, 0)
    rank = _rank_below_median(n)
    middle = (ordered[(n - 1) // 2] + ordered[n // 2]) / 2
    return Estimate(middle, ordered[rank], ordered[n - 1 - rank], n)


def _rank_below_median(n: int) -> int:
    """The place, from 0, of the last value that is below the median of all with enough certainty."""
    if n > _MANY:
        return max(0, int(n / 2 - _Z * sqrt(n) / 2) - 1)
    below, surely = 0, 0
    while True:
        surely += comb(n, below)
        if surely > (1 - CONFIDENCE) / 2 * 2**n:
            return max(below - 1, 0)
        below += 1
