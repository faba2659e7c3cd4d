"""Where the voices of an incident say that it happened, on plain coordinates."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure, SubFigure
from matplotlib.lines import Line2D
from matplotlib.patches import Ellipse
from matplotlib.ticker import MaxNLocator

from claimrec.judging.judgement import Judgement
from claimrec.judging.precision import is_precise
from claimrec.showing.charts.canvas import FAINT, PALETTE, drawing, finished, label, nothing, title
from claimrec.showing.charts.running_toll import MARKERS
from claimrec.showing.rows import TableRow
from claimrec.showing.wording import place_words
from claimrec.values.place import Place

LINES = ("-", "--", ":", "-.")
"""Circles that lie on each other are told apart by their lines."""

MOST_PLACES, MOST_LINES = 8, 20
"""Places that are drawn, those that the most outlets name; and lines for the names of outlets beside them."""

KM_A_DEGREE = 111.2
"""Of latitude; a degree of longitude is shorter by the cosine of the latitude."""

LEAST_KM = 0.4
"""A place without a radius is drawn with this one."""


def place_map(judgement: Judgement, *, ax: Axes | None = None) -> Figure | SubFigure:
    """The places that the claims of an incident name, each with the radius of its words, and who names it.

    Of a wide place beside others that are points only a part of the circle is seen. Places that are not known on the
    map are listed beside it. The figure's `rows` hold all places and their outlets.
    """
    named: dict[Place, set[str]] = defaultdict(set)
    for claim in judgement.incident.claims:
        if claim.where:
            named[claim.where.place].add(claim.publisher)
    often = sorted(named, key=lambda place: (-len(named[place]), str(place)))
    known = [place for place in often if place.lat is not None][:MOST_PLACES]
    unknown = [place.name for place in often if place.lat is None][:MOST_PLACES]
    with drawing(ax, 7, 4.4) as axes:
        title(axes, "", judgement)
        if known:
            signs = _draw(axes, known, named)
            if unknown:
                words = "\n  ".join(["not on the map:", *(label(name, 24) for name in unknown)])
                signs.append(Line2D([], [], linestyle="none", label=words))
            axes.legend(
                handles=signs, loc="upper left", bbox_to_anchor=(1.02, 1), frameon=False, fontsize=8, borderaxespad=0
            )
        else:
            nothing(axes, "no place that is known on the map")
    return finished(axes, [_row(place, named[place]) for place in often])


def _draw(ax: Axes, places: Sequence[Place], named: Mapping[Place, set[str]]) -> list[Line2D]:
    points = [(place.lon or 0.0, place.lat or 0.0) for place in places]
    shrunk = max(0.05, math.cos(math.radians(sum(lat for _, lat in points) / len(points))))
    bounding = [is_precise(place) for place in places]
    signs, ends = [], []
    for number, (place, (lon, lat)) in enumerate(zip(places, points, strict=True)):
        colour, marker = PALETTE[number % len(PALETTE)], MARKERS[number % len(MARKERS)]
        tall = max(place.radius_km or 0, LEAST_KM) / KM_A_DEGREE
        seen = tall if bounding[number] or not any(bounding) else 0.0
        ends.append((lon - seen / shrunk, lon + seen / shrunk, lat - seen, lat + seen))
        circle = Ellipse((lon, lat), 2 * tall / shrunk, 2 * tall, facecolor=to_rgba(colour, 0.12), edgecolor=colour)
        circle.set(linewidth=1.2, linestyle=LINES[number % len(LINES)])
        ax.add_patch(circle)
        names = _named_by(sorted(named[place]), max(1, MOST_LINES // len(places) - 1))
        sign = Line2D([lon], [lat], marker=marker, color=colour, markersize=6.5, linestyle="none")
        sign.set_label("\n".join([_place_and_radius(place), *names]))
        signs.append(ax.add_line(sign))
    west, east, south, north = (pick(side) for pick, side in zip((min, max) * 2, zip(*ends, strict=True), strict=True))
    margin = 0.08 * max(north - south, (east - west) * shrunk)
    ax.set_aspect(1 / shrunk)
    ax.set_xlim(west - margin / shrunk, east + margin / shrunk)
    ax.set_ylim(south - margin, north + margin)
    for axis, words in ((ax.xaxis, "longitude"), (ax.yaxis, "latitude")):
        axis.set_major_locator(MaxNLocator(nbins=4))
        axis.set_major_formatter(lambda value, _: f"{value:.2f}°")
        axis.set_label_text(words)
    ax.grid(color=FAINT, linewidth=0.6)
    ax.set_axisbelow(True)
    return signs


def _place_and_radius(place: Place) -> str:
    radius = f" ({place.radius_km:g} km)" if place.radius_km else ""
    return f"{label(place_words(place), 26)}{radius}"


def _named_by(outlets: Sequence[str], most: int) -> list[str]:
    """Who names a place, a line for each of the first few."""
    shown = [f"  {label(outlet, 26)}" for outlet in outlets[:most]]
    return [*shown, f"  and {len(outlets) - most:,} more"] if len(outlets) > most else shown


def _row(place: Place, outlets: set[str]) -> TableRow:
    return {
        "place": place.name,
        "admin": place.admin,
        "lat": place.lat,
        "lon": place.lon,
        "radius_km": place.radius_km,
        "publishers": ", ".join(sorted(outlets)),
    }
