"""When incidents were contested: a square for each day, or for each month of many years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import attrs
from matplotlib.axes import Axes
from matplotlib.figure import Figure, SubFigure
from matplotlib.lines import Line2D

from claimrec.judging.judgement import Judgement
from claimrec.judging.result import Result
from claimrec.showing.charts.canvas import ORANGE, drawing, finished, legend, nothing
from claimrec.showing.charts.grid import Cell, fill, frame, write
from claimrec.showing.rows import TableRow
from claimrec.showing.summary import is_contradicted

MOST_MONTHS = 24
"""Over more months a square is a month and a row a year."""

QUIET = "#d6e6f2"

CONTESTED = ((1, "#f4a582", "1"), (2, ORANGE, "2 to 4"), (5, "#7f2704", "5 or more"))
"""From how many contested incidents on a square has which colour, in words: darker in grey as well."""


@attrs.frozen
class Days:
    """What happened in the time of one square."""

    first: date
    incidents: int
    contested: int


def calendar(result: Result, *, ax: Axes | None = None) -> Figure | SubFigure:
    """Incidents by their first day: a light square where none is contested, a darker one the more are.

    The number is that of the contested incidents, those in which not everything said can be true. The figure's `rows`
    hold the squares; incidents without a day are left out.
    """
    dated = [(judgement.when.first, judgement) for judgement in result.incidents if judgement.when]
    months = {(day.year, day.month) for day, _ in dated}
    by_day = len(months) <= MOST_MONTHS
    squares = _squares([(day if by_day else day.replace(day=1), judgement) for day, judgement in dated])
    rows = sorted({(day.year, day.month) if by_day else (day.year, 0) for day in squares})
    with drawing(ax, 8.2 if by_day else 5.2, 1.5 + 0.27 * max(len(rows), 1)) as axes:
        axes.set_title("Contested incidents")
        if squares:
            _draw(axes, squares, rows, by_day=by_day)
        else:
            nothing(axes, "no incident has a day")
    return finished(axes, _rows(squares))


def _squares(dated: Sequence[tuple[date, Judgement]]) -> Mapping[date, Days]:
    told: dict[date, list[Judgement]] = defaultdict(list)
    for day, judgement in dated:
        told[day].append(judgement)
    return {day: Days(day, len(told[day]), sum(map(is_contradicted, told[day]))) for day in sorted(told)}


def _draw(ax: Axes, squares: Mapping[date, Days], rows: Sequence[tuple[int, int]], *, by_day: bool) -> None:
    place = {row: number for number, row in enumerate(rows)}
    colours: dict[Cell, str] = {}
    words: dict[Cell, str] = {}
    for day, days in squares.items():
        cell = (place[day.year, day.month], day.day - 1) if by_day else (place[day.year, 0], day.month - 1)
        colours[cell] = next((colour for least, colour, _ in reversed(CONTESTED) if days.contested >= least), QUIET)
        if days.contested:
            words[cell] = str(days.contested)
    fill(ax, colours)
    write(ax, words, colours)
    if by_day:
        names = [f"{date(year, month, 1):%b %Y}" for year, month in rows]
        frame(ax, names, [str(day) if day % 5 == 0 or day == 1 else "" for day in range(1, 32)])
    else:
        frame(ax, [str(year) for year, _ in rows], [f"{date(2000, month, 1):%b}" for month in range(1, 13)])
    signs = [Line2D([], [], color=QUIET, marker="s", markersize=8, linestyle="none", label="none contested")]
    signs += [
        Line2D([], [], color=colour, marker="s", markersize=8, linestyle="none", label=f"{word} contested")
        for _, colour, word in CONTESTED
    ]
    legend(ax, signs)


def _rows(squares: Mapping[date, Days]) -> Iterator[TableRow]:
    for days in squares.values():
        yield {"first_day": days.first, "incidents": days.incidents, "contested": days.contested}
