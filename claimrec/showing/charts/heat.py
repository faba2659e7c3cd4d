"""Outlets by incidents: who reports what, from whom, and where they are part of a contradiction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

import attrs
from matplotlib.axes import Axes
from matplotlib.figure import Figure, SubFigure
from matplotlib.lines import Line2D

from claimrec.judging.judgement import Judgement
from claimrec.judging.result import Result
from claimrec.lexicon.loader import Lexicon
from claimrec.outlets.witnesses import outlet_of, witness_of
from claimrec.showing.accounts import claims_in
from claimrec.showing.charts.canvas import BLUE, DARK, SKY, drawing, finished, label, legend, nothing
from claimrec.showing.charts.grid import Cell, fill, frame, write
from claimrec.showing.rows import TableRow
from claimrec.showing.summary import incident_name
from claimrec.showing.wording import many

MOST_OUTLETS, MOST_INCIDENTS = 25, 60
"""More do not fit: those that report the most, and those that are reported by the most, are drawn."""

NAMED = 20
"""Incidents that have room for their names; of more the days are written."""


@attrs.frozen
class Square:
    """One outlet on one incident: does it say something of its own, and is that in a contradiction?"""

    first_hand: bool
    contradicted: bool


def heat_map(result: Result, *, ax: Axes | None = None) -> Figure | SubFigure:
    """Who reports which incident: dark in its own words, light from others; a cross where it is in a contradiction.

    Incidents of one outlet are left out. The figure's `rows` hold all others, also those for which there is no room.
    """
    told = [(one, squares) for one in result.incidents if len(squares := _squares(one, result.lexicon)) > 1]
    reporting = Counter(outlet for _, squares in told for outlet in squares)
    outlets = sorted(reporting, key=lambda outlet: (-reporting[outlet], outlet))
    drawn = sorted(sorted(told, key=lambda one: -len(one[1]))[:MOST_INCIDENTS], key=_first_day)
    rows, columns = min(len(outlets), MOST_OUTLETS), len(drawn)
    with drawing(ax, 3.6 + 0.24 * max(columns, 7), 2.2 + 0.24 * max(rows, 3)) as axes:
        if drawn:
            _draw(axes, outlets[:MOST_OUTLETS], drawn, len(told))
        else:
            nothing(axes, "no incident is reported by two outlets")
    return finished(axes, _rows(told))


def _first_day(told: tuple[Judgement, dict[str, Square]]) -> tuple[bool, date, str]:
    judgement = told[0]
    return judgement.when is None, judgement.when.first if judgement.when else date.max, judgement.incident.id


def _squares(judgement: Judgement, lexicon: Lexicon) -> dict[str, Square]:
    if judgement.incident.level != "incident":
        return {}
    grave = {claim for one in judgement.conflicts if one.severity == "contradiction" for claim in claims_in(one)}
    found: dict[str, Square] = {}
    for claim in judgement.incident.claims:
        outlet = outlet_of(claim, lexicon)
        before = found.get(outlet, Square(first_hand=False, contradicted=False))
        first_hand = before.first_hand or witness_of(claim, lexicon) == outlet
        found[outlet] = Square(first_hand, before.contradicted or claim.id in grave)
    return found


def _draw(ax: Axes, outlets: Sequence[str], told: Sequence[tuple[Judgement, dict[str, Square]]], whole: int) -> None:
    colours: dict[Cell, str] = {}
    crosses: dict[Cell, str] = {}
    for column, (_, squares) in enumerate(told):
        for row, outlet in enumerate(outlets):
            if square := squares.get(outlet):
                colours[row, column] = BLUE if square.first_hand else SKY
                if square.contradicted:
                    crosses[row, column] = "×"
    ax.set_title(f"{many(len(told), 'incident')}{f' of {whole:,}' if whole > len(told) else ''} by day")
    fill(ax, colours)
    write(ax, crosses, colours, size=10)
    frame(ax, [label(outlet, 26) for outlet in outlets], _names(told), slanted=True)
    legend(
        ax,
        [
            Line2D([], [], color=BLUE, marker="s", markersize=8, linestyle="none", label="reports itself"),
            Line2D([], [], color=SKY, marker="s", markersize=8, linestyle="none", label="repeats others"),
            Line2D([], [], color=DARK, marker="x", markersize=6, linestyle="none", label="in a contradiction"),
        ],
    )


def _names(told: Sequence[tuple[Judgement, dict[str, Square]]]) -> list[str]:
    if len(told) <= NAMED:
        return [label(incident_name(one), 26) for one, _ in told]
    days = [f"{one.when.first:%b %Y}" if one.when else "" for one, _ in told]
    return [day if place == 0 or day != days[place - 1] else "" for place, day in enumerate(days)]


def _rows(told: Sequence[tuple[Judgement, dict[str, Square]]]) -> Iterator[TableRow]:
    for judgement, squares in told:
        for outlet, square in sorted(squares.items()):
            yield {
                "incident": judgement.incident.id,
                "first_day": judgement.when.first if judgement.when else None,
                "outlet": outlet,
                "first_hand": int(square.first_hand),
                "contradicted": int(square.contradicted),
            }
