"""A toll as it ran: what each voice counted, report by report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import attrs
from matplotlib.axes import Axes
from matplotlib.figure import Figure, SubFigure
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from claimrec.judging.judgement import Judgement
from claimrec.judging.victims import EVERYBODY
from claimrec.records.article import day_of
from claimrec.records.claim import Effect
from claimrec.showing.charts.canvas import FAINT, PALETTE, drawing, finished, label, legend, measure, nothing, title
from claimrec.showing.charts.tolls import counted_in
from claimrec.showing.rows import TableRow
from claimrec.values.count import Count

MARKERS = "osD^vPX*"
"""Each voice has a sign of its own, since colours alone do not last in grey."""

MOST_DAYS = 6
"""More days are not written side by side."""


@attrs.frozen
class Report:
    """One count of one voice, on the day on which it was published."""

    day: date
    voice: str
    count: Count
    replaced: bool


def timeline(
    judgement: Judgement, *, effect: Effect = "killed", victims: str | None = None, ax: Axes | None = None
) -> Figure | SubFigure:
    """How the count of one group ran from report to report: hollow where its own origin replaced it later.

    `victims` are named as the ranges of the judgement name them; where none are given, those who are counted most
    often. Counts without a day of publication are left out. Lines join a count to what replaced it, bars are intervals,
    arrows open ends; the figure's `rows` hold the data.
    """
    group = victims or _counted_most(judgement, effect)
    reports = sorted(_reports(judgement, effect, group), key=lambda one: (one.day, one.voice, one.count.low))
    with drawing(ax, 7, 3.6) as axes:
        title(axes, measure(effect, None if group == EVERYBODY else group), judgement)
        if reports:
            _draw(axes, reports)
        else:
            nothing(axes, "no count has a day of publication")
    return finished(axes, map(_row, reports))


def _counted_most(judgement: Judgement, effect: Effect) -> str:
    told = Counter(str(one.standing.group) for one in counted_in(judgement) if one.standing.effect == effect)
    return min(told, key=lambda group: (-told[group], group), default=EVERYBODY)


def _reports(judgement: Judgement, effect: Effect, group: str) -> set[Report]:
    return {
        Report(day, one.standing.voice, one.count, one.replaced)
        for one in counted_in(judgement)
        if one.standing.effect == effect and str(one.standing.group) == group and (day := day_of(one.claim.published))
    }


def _draw(ax: Axes, reports: Sequence[Report]) -> None:
    most = max(max(one.count.low, one.count.high or 0) for one in reports)
    top = 1.2 * max(most, 1)
    voices = list(dict.fromkeys(one.voice for one in reports))
    days: dict[str, list[Report]] = defaultdict(list)
    for one in reports:
        days[one.voice].append(one)
    signs = []
    for place, voice in enumerate(voices):
        colour, marker = PALETTE[place % len(PALETTE)], MARKERS[place % len(MARKERS)]
        aside = (place - (len(voices) - 1) / 2) * 0.015 * max(8, (reports[-1].day - reports[0].day).days)
        for before, after in pairwise(days[voice]):
            if before.replaced:
                ends = [one.day.toordinal() + aside for one in (before, after)]
                ax.plot(ends, [_figure(before), _figure(after)], color=colour, linewidth=0.8)
        for one in days[voice]:
            x, high = one.day.toordinal() + aside, top if one.count.high is None else one.count.high
            ax.plot([x, x], [one.count.low, high], color=colour, linewidth=1.6)
            fill = "white" if one.replaced else colour
            ax.plot([x], [_figure(one)], color=colour, marker=marker, markersize=6.5, markerfacecolor=fill)
            if one.count.high is None:
                ax.plot([x], [top], color=colour, marker="^", markersize=6, markerfacecolor=fill, clip_on=False)
        signs.append(Line2D([], [], color=colour, marker=marker, linestyle="none", label=label(voice)))
    if any(one.replaced for one in reports):
        signs.append(
            Line2D(
                [], [], color="#555555", marker="o", markerfacecolor="white", linestyle="none", label="replaced later"
            )
        )
    ax.set_ylim(-0.03 * top, top)
    ax.yaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
    _day_axis(ax, [one.day for one in reports])
    ax.grid(axis="y", color=FAINT, linewidth=0.6)
    ax.set_axisbelow(True)
    legend(ax, signs)


def _day_axis(ax: Axes, days: Sequence[date]) -> None:
    """Writes below the axes the days on which something was published, as far as they do not run into each other."""
    span = max((days[-1] - days[0]).days, 1)
    written: list[date] = []
    for day in days:
        if not written or (day - written[-1]).days * MOST_DAYS >= span:
            written.append(day)
    ax.set_xticks([day.toordinal() for day in written], [f"{day.day} {day:%b %Y}" for day in written])
    ax.set_xlim(days[0].toordinal() - 0.12 * span - 0.3, days[-1].toordinal() + 0.12 * span + 0.3)


def _figure(one: Report) -> float:
    return one.count.low if one.count.high is None else (one.count.low + one.count.high) / 2


def _row(one: Report) -> TableRow:
    return {
        "published": one.day,
        "voice": one.voice,
        "low": one.count.low,
        "high": one.count.high,
        "replaced": int(one.replaced),
    }
