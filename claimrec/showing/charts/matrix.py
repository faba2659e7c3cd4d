"""Which voices agree with which, as a matrix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from matplotlib import colormaps
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure, SubFigure
from matplotlib.lines import Line2D

from claimrec.outlets.agreement import Agreement, Aspect
from claimrec.outlets.compare import OutletComparison
from claimrec.outlets.estimate import FEW
from claimrec.showing.charts.canvas import drawing, finished, label, legend, nothing
from claimrec.showing.charts.grid import Cell, fill, frame, write
from claimrec.showing.rows import TableRow

MOST_VOICES = 14
"""More do not fit: those that can be compared most often are drawn."""


def agreement_matrix(
    comparison: OutletComparison, *, aspect: Aspect = "count", ax: Axes | None = None
) -> Figure | SubFigure:
    """The share of incidents in which two voices do not contradict each other, in percent, and of how many incidents.

    Frames that are not filled have few incidents. The figure's `rows` hold all pairs, also those without room.
    """
    found = [row for row in comparison.agreement if row.aspect == aspect]
    often = Counter({voice: 0 for row in found for voice in (row.a, row.b)})
    for row in found:
        often[row.a] += row.agree.incidents
        often[row.b] += row.agree.incidents
    voices = sorted(sorted(often, key=lambda voice: (-often[voice], voice))[:MOST_VOICES])
    side = 0.44 * max(len(voices), 4)
    with drawing(ax, 2.8 + max(side, 3.2), 2.4 + side) as axes:
        axes.set_title(f"How often both can be right: {aspect}")
        if voices:
            _draw(axes, voices, found)
        else:
            nothing(axes, "no two voices can be compared")
    return finished(axes, _rows(found))


def _draw(ax: Axes, voices: Sequence[str], found: Sequence[Agreement]) -> None:
    place = {voice: number for number, voice in enumerate(voices)}
    colours: dict[Cell, str] = {}
    words: dict[Cell, str] = {}
    few = set()
    for row in found:
        if row.a in place and row.b in place and row.agree.best is not None:
            for cell in ((place[row.a], place[row.b]), (place[row.b], place[row.a])):
                colours[cell] = _shade(row.agree.best)
                words[cell] = f"{100 * row.agree.best:.0f}%\nof {row.agree.incidents:,}"
                if row.agree.is_small:
                    few.add(cell)
    fill(ax, colours, hollow=frozenset(few))
    write(ax, words, {cell: "white" if cell in few else colour for cell, colour in colours.items()}, size=6.5)
    names = [label(voice, 24) for voice in voices]
    frame(ax, names, names, slanted=True)
    signs = [_sign(_shade(share), word) for share, word in ((0.0, "never"), (0.5, "half"), (1.0, "always"))]
    if few:
        signs.append(_sign("#777777", f"fewer than {FEW} incidents", inside="white"))
    legend(ax, signs)


def _sign(colour: str, word: str, inside: str | None = None) -> Line2D:
    fill = inside or colour
    return Line2D([], [], color=colour, marker="s", markerfacecolor=fill, markersize=8, linestyle="none", label=word)


def _shade(share: float) -> str:
    """Dark where two never agree; not so light where they always do that a frame of it would be lost on white."""
    return to_hex(colormaps["cividis"](0.05 + 0.8 * share))


def _rows(found: Sequence[Agreement]) -> Iterator[TableRow]:
    for row in found:
        yield {
            "a": row.a,
            "b": row.b,
            "aspect": row.aspect,
            "agree": row.agree.best,
            "low": row.agree.low,
            "high": row.agree.high,
            "incidents": row.agree.incidents,
        }
