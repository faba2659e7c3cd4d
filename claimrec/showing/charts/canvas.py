"""What every chart is drawn on: a figure that carries its rows, plain text, and colours that grey leaves apart."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from typing import Any

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure, SubFigure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.transforms import ScaledTranslation

from claimrec.judging.judgement import Judgement
from claimrec.records.claim import Effect
from claimrec.showing.rows import TableRow
from claimrec.showing.wording import harmless, measure_words, place_words, window_words

DARK, BLUE, ORANGE, SKY, FAINT = "#1a1a1a", "#0072b2", "#d55e00", "#a6cee3", "#d9d9d9"
"""Okabe and Ito (2008), told apart by all common kinds of colour sight; each has a grey of its own."""

PALETTE = (BLUE, ORANGE, "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#7f7f7f", "#000000")
"""For things that have no order; a sign or a label of its own goes with each."""

STYLE: dict[Any, Any] = {
    "font.family": "DejaVu Sans",  # comes with matplotlib: the glyphs are known
    "font.size": 9,
    "axes.titlesize": 10,
    "axes.labelsize": 9,
    "xtick.labelsize": 8.5,
    "ytick.labelsize": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlelocation": "left",
    "text.usetex": False,
    "figure.facecolor": "white",
    "axes.facecolor": "white",
    "text.color": DARK,
}

TITLE = 46
"""Letters of a line of a title."""

LONGEST = 32
"""Letters of a label: longer ones would leave no room for the drawing."""

BELOW = 22
"""Points from the axes down to the legend: the numbers stand between."""

_UNKNOWN = "▯"


class Chart(Figure):
    """A figure that a notebook shows as it is; `rows` holds the data behind it, a mapping of columns for each mark.

    >>> chart = Chart()
    >>> chart.rows
    ()
    """

    rows: tuple[TableRow, ...] = ()

    def _repr_png_(self) -> bytes:
        file = BytesIO()
        self.savefig(file, format="png", dpi=144)
        return file.getvalue()


@contextmanager
def drawing(ax: Axes | None, width: float, height: float) -> Iterator[Axes]:
    """The axes to draw in, of a new figure of so many inches where none are given, under the style of all charts."""
    with mpl.rc_context(STYLE):
        yield ax or Chart(figsize=(width, height), layout="constrained").add_subplot()


def finished(ax: Axes, rows: Iterable[TableRow]) -> Figure | SubFigure:
    """The figure of the axes, which carries the rows behind what was drawn last."""
    figure = ax.figure
    figure.rows = tuple(rows)  # type: ignore[union-attr]  # a figure of the user's carries them as well
    return figure


def label(text: str, longest: int = LONGEST) -> str:
    r"""The text on one line as it may stand in a chart: shortened, harmless, without signs that the font lacks.

    Dollar signs are escaped, so that nothing is taken for mathematics.

    >>> print(label("$x^2$ and \u202e27"))
    \$x^2\$ and ⟨U+202E⟩27
    >>> label("a" * 10_000, 8)
    'aaaaaaa…'
    """
    line = " ".join(harmless(text[: 20 * longest]).split())
    if len(line) > longest:
        line = f"{line[: longest - 1].rstrip()}…"
    return "".join(one if ord(one) in _glyphs() else _UNKNOWN for one in line).replace("$", r"\$")


@cache
def _glyphs() -> frozenset[int]:
    """What the font can draw."""
    return frozenset(get_font(findfont(FontProperties(family=str(STYLE["font.family"])))).get_charmap())


def measure(effect: Effect, victims: str | None) -> str:
    """Who suffered what, the name of the people shortened and never what they suffered.

    >>> measure("killed_or_wounded", "supporters of a movement of many words")
    'supporters of a movement… killed or wounded'
    """
    return measure_words(effect, label(victims, 26) if victims else None)


def title(ax: Axes, words: str, judgement: Judgement | None = None) -> None:
    """Writes labels above the axes, with the place and the days of an incident, on as many lines as they need."""
    where = f"{label(place_words(judgement.where), 44)}, {window_words(judgement.when)}" if judgement else ""
    lines = textwrap.wrap(", ".join(filter(None, [words, where])), TITLE)
    ax.set_title("\n".join(lines))


def nothing(ax: Axes, words: str) -> None:
    """Says in the middle of empty axes why nothing is drawn."""
    ax.set_axis_off()
    ax.text(0.5, 0.5, label(words, 80), ha="center", va="center", transform=ax.transAxes)


def legend(ax: Axes, handles: Sequence[Artist], below: float = BELOW) -> None:
    """What the marks mean, so many points below the axes, where it covers nothing."""
    lower = ax.transAxes + ScaledTranslation(0, -below / 72, ax.figure.dpi_scale_trans)
    ax.legend(
        handles=list(handles), loc="upper right", bbox_to_anchor=(1, 0), bbox_transform=lower, ncols=2, frameon=False,
        fontsize=8, handletextpad=0.8, columnspacing=1.2, borderaxespad=0,
    )  # fmt: skip


def plain_numbers(ax: Axes) -> None:
    """Writes the numbers below the axes as whole people: 1,200, and no powers of ten."""
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}" if value == int(value) else "")
