"""Where counts stand on an axis."""

from __future__ import annotations

from collections.abc import Collection

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, MaxNLocator, NullLocator

from claimrec.showing.charts.canvas import plain_numbers

WIDE = 40
"""Where the highest number is so many times the lowest but none, the axis goes by factors of ten."""


def people_axis(ax: Axes, numbers: Collection[int], open_ended: bool) -> float:  # noqa: FBT001 (a fact, not a mode)
    """Lays the x axis out for these numbers; gives the place where open ends point."""
    most = max(numbers, default=1) or 1
    least = min((n for n in numbers if n), default=1)
    by_tens = most > WIDE * least and most > 100
    end = most * (2.2 if by_tens else 1.16 if open_ended else 1.05)
    if by_tens:
        ax.set_xscale("symlog", linthresh=1, linscale=0.4)
        ticks = [0, *(10**power for power in range(len(str(int(end)))))]
        ax.xaxis.set_major_locator(FixedLocator([tick for tick in ticks if tick <= end]))
        ax.xaxis.set_minor_locator(NullLocator())
    else:
        ax.xaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
    ax.set_xlim(-0.4 if by_tens else -0.03 * end, end)
    plain_numbers(ax)
    return end
