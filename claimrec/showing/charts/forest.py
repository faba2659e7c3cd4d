"""One incident as a forest: a row for each voice, what it counts as a bar, what remains as a band."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import attrs
from matplotlib.axes import Axes
from matplotlib.figure import Figure, SubFigure
from matplotlib.lines import Line2D

from claimrec.judging.judgement import Judgement, Range
from claimrec.judging.victims import EVERYBODY
from claimrec.records.claim import Effect
from claimrec.showing.charts.canvas import (
    BLUE,
    FAINT,
    ORANGE,
    SKY,
    drawing,
    finished,
    label,
    legend,
    measure,
    nothing,
    title,
)
from claimrec.showing.charts.scales import people_axis
from claimrec.showing.charts.tolls import counted_in
from claimrec.showing.rows import TableRow
from claimrec.showing.wording import number_words
from claimrec.values.count import Count

ROW = 0.25
"""Inches from row to row."""


@attrs.frozen
class Bar:
    """One count of one voice; `replaced` is one that its origin gave up later, `contradicted` is in a contradiction."""

    voice: str
    count: Count
    replaced: bool
    contradicted: bool


@attrs.frozen
class Stand:
    """All counts of one effect and group, and what remains of them."""

    remains: Range
    bars: tuple[Bar, ...]


def forest_plot(judgement: Judgement, *, ax: Axes | None = None) -> Figure | SubFigure:
    """What each voice counts in one incident: a dot is one number, a bar an interval, an arrow an open end.

    Hollow marks were replaced by their own origin later; the band is what remains. The figure's `rows` hold the data.

    >>> from claimrec.reconciliation import reconcile
    >>> from claimrec.exchange.frames import from_frame
    >>> rows = [{"outlet": "Agency A", "day": "2016-03-04", "town": "Oak Town", "dead": 12}]
    >>> claims = from_frame(rows, {"publisher": "outlet", "day": "day", "place": "town", "killed": "dead"})
    >>> forest_plot(reconcile(claims).incidents[0]).rows[0]["voice"]
    'Agency A'
    """
    stands = tuple(stands_of(judgement))
    lines = sum(len(stand.bars) + 1 for stand in stands)
    with drawing(ax, 7, 1.2 + ROW * max(lines, 2)) as axes:
        title(axes, "", judgement)
        if stands:
            _draw(axes, stands)
        else:
            nothing(axes, "no voice gives a count")
    return finished(axes, [row for stand in stands for row in _rows(stand)])


def stands_of(judgement: Judgement) -> Iterator[Stand]:
    """What every voice counts, group by group in the order of the ranges; the same count of one voice once."""
    grave = {toll for one in judgement.conflicts if one.severity == "contradiction" for toll in one.tolls}
    told: dict[tuple[Effect, str], dict[tuple[str, Count, bool], bool]] = defaultdict(dict)
    for one in counted_in(judgement):
        bars = told[one.standing.effect, str(one.standing.group)]
        key = one.standing.voice, one.count, one.replaced
        bars[key] = bars.get(key, False) or one.reference in grave
    for remains in judgement.ranges:
        bars = told.get((remains.effect, remains.victims or EVERYBODY), {})
        yield Stand(remains, tuple(Bar(*key, bars[key]) for key in sorted(bars, key=_order)))


def _order(key: tuple[str, Count, bool]) -> tuple[str, bool, int, bool, int]:
    voice, count, gone = key
    return voice, not gone, count.low, count.high is None, count.high or 0


def _draw(ax: Axes, stands: Iterable[Stand]) -> None:
    listed = list(stands)
    bars = [bar for stand in listed for bar in stand.bars]
    numbers = [n for bar in bars for n in (bar.count.low, bar.count.high) if n is not None]
    end = people_axis(ax, numbers, any(bar.count.high is None for bar in bars))
    y, names = 0.0, {}
    for stand in listed:
        y += 1
        ax.text(0.005, y, _heading(stand.remains), transform=ax.get_yaxis_transform(), va="center", weight="bold")
        _band(ax, stand.remains, (y + 0.5, y + len(stand.bars) + 0.5), end)
        before = None
        for bar in stand.bars:
            y += 1
            names[y] = "" if bar.voice == before else label(bar.voice)
            before = bar.voice
            _mark(ax, bar, y, end)
            ax.text(1.03, y, number_words(bar.count), transform=ax.get_yaxis_transform(), va="center", fontsize=8.5)
    ax.set_yticks(list(names), list(names.values()))
    ax.set_ylim(y + 0.6, 0.4)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    ax.grid(axis="x", color=FAINT, linewidth=0.6)
    ax.set_axisbelow(True)
    legend(ax, _signs(bars))


def _heading(remains: Range) -> str:
    people = measure(remains.effect, remains.victims)
    if remains.remaining is None:
        return f"{people}: no number fits"
    return f"{people}, remaining: {number_words(remains.remaining)}"


def _band(ax: Axes, remains: Range, rows: tuple[float, float], end: float) -> None:
    top, bottom = rows
    if remains.remaining is None:
        return
    high = end if remains.remaining.high is None else remains.remaining.high
    around = 0.004 * end if high == remains.remaining.low else 0
    ax.fill_betweenx([top, bottom], remains.remaining.low - around, high + around, color=SKY, alpha=0.55, linewidth=0)


def _mark(ax: Axes, bar: Bar, y: float, end: float) -> None:
    colour = ORANGE if bar.contradicted else BLUE
    fill = "white" if bar.replaced else colour
    width = 1 if bar.replaced else 2.2
    low, high = bar.count.low, bar.count.high
    if low == high:
        sign = "D" if bar.contradicted else "o"
        ax.plot([low], [y], color=colour, marker=sign, markersize=6, markerfacecolor=fill, zorder=4)
        return
    ax.plot([low, end if high is None else high], [y, y], color=colour, linewidth=width, zorder=3)
    for edge in (low, high):
        if edge is not None:
            ax.plot([edge], [y], color=colour, marker="|", markersize=9, markeredgewidth=2, zorder=4)
    if high is None:
        ax.plot([end], [y], color=colour, marker=">", markersize=7, markerfacecolor=fill, clip_on=False, zorder=4)


def _signs(bars: Iterable[Bar]) -> list[Line2D]:
    listed = list(bars)
    signs = [Line2D([], [], color=BLUE, marker="o", linestyle="none", label="one number")]
    if any(bar.contradicted for bar in listed):
        signs.append(Line2D([], [], color=ORANGE, marker="D", linestyle="none", label="cannot be true with another"))
    if any(bar.replaced for bar in listed):
        signs.append(
            Line2D([], [], color=BLUE, marker="o", markerfacecolor="white", linestyle="none", label="replaced later")
        )
    signs.append(Line2D([], [], color=SKY, linewidth=7, alpha=0.7, label="what remains"))
    return signs


def _rows(stand: Stand) -> Iterator[TableRow]:
    remaining = stand.remains.remaining
    for bar in stand.bars:
        yield {
            "effect": stand.remains.effect,
            "victims": stand.remains.victims,
            "voice": bar.voice,
            "low": bar.count.low,
            "high": bar.count.high,
            "replaced": int(bar.replaced),
            "contradicted": int(bar.contradicted),
            "remaining_low": remaining.low if remaining else None,
            "remaining_high": remaining.high if remaining else None,
        }
