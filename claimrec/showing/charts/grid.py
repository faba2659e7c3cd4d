"""Squares in rows and columns, with a word in each: what the heat map, the matrix and the calendar are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle

from claimrec.showing.charts.canvas import DARK

Cell = tuple[int, int]
"""A row and a column, from 0."""


def fill(ax: Axes, cells: Mapping[Cell, str], *, hollow: frozenset[Cell] = frozenset()) -> None:
    """Paints each cell in its colour; a hollow one only as a frame of it."""
    for (row, column), colour in cells.items():
        inside = "white" if (row, column) in hollow else colour
        edge = colour if (row, column) in hollow else "white"
        square = (column - 0.44, row - 0.44)
        ax.add_patch(Rectangle(square, 0.88, 0.88, facecolor=inside, edgecolor=edge, linewidth=1.2))


def write(ax: Axes, words: Mapping[Cell, str], colours: Mapping[Cell, str], size: float = 7.5) -> None:
    """Writes a word in each cell, light on dark and dark on light."""
    for (row, column), word in words.items():
        ink = "white" if _brightness(colours.get((row, column), "white")) < 0.5 else DARK
        ax.text(column, row, word, ha="center", va="center", fontsize=size, color=ink)


def frame(ax: Axes, rows: Sequence[str], columns: Sequence[str], *, slanted: bool = False) -> None:
    """Names the rows and the columns; slanted names stand above, and have room there."""
    ax.set_yticks(range(len(rows)), rows)
    if slanted:
        ax.xaxis.tick_top()
        ax.set_xticks(range(len(columns)), columns, rotation=40, ha="left", rotation_mode="anchor")
    else:
        ax.set_xticks(range(len(columns)), columns)
    ax.set_xlim(-0.55, len(columns) - 0.45)
    ax.set_ylim(len(rows) - 0.45, -0.55)
    ax.set_aspect("equal", anchor="NW")
    ax.tick_params(length=0)
    for spine in ax.spines.values():
        spine.set_visible(False)


def _brightness(colour: str) -> float:
    red, green, blue = to_rgb(colour)
    return 0.3 * red + 0.59 * green + 0.11 * blue
