"""How high each voice counts beside the others, with what that leaves open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log

from matplotlib.axes import Axes
from matplotlib.figure import Figure, SubFigure
from matplotlib.lines import Line2D
from matplotlib.ticker import FixedLocator, NullLocator

from claimrec.outlets.compare import OutletComparison
from claimrec.outlets.estimate import FEW, Estimate
from claimrec.outlets.ratios import LEAST, Ratio
from claimrec.records.claim import Effect
from claimrec.showing.charts.canvas import BLUE, DARK, FAINT, drawing, finished, label, legend, measure, nothing, title
from claimrec.showing.rows import TableRow
from claimrec.showing.wording import many

ROW = 0.26
"""Inches from row to row."""

TICKS = (0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50)


def ratio_plot(
    comparison: OutletComparison, *, effect: Effect = "killed", victims: str | None = None, ax: Axes | None = None
) -> Figure | SubFigure:
    """How high each voice counts, as a multiple of the average report of the same losses; lines are 95 percent.

    `victims` is an armed actor, for its losses alone. Hollow marks have few incidents behind them, arrows are open
    ends. The figure's `rows` hold the data, also of the voices that have too few comparable incidents to be drawn.
    """
    rows = [row for row in comparison.ratios if row.effect == effect and row.victims == victims]
    drawn = sorted((row for row in rows if _ends(row.ratio)), key=lambda row: (_height(row.ratio), row.outlet))
    with drawing(ax, 7, 1.3 + ROW * max(len(drawn), 3)) as axes:
        title(axes, f"{measure(effect, victims)}: beside the average report")
        if drawn:
            _draw(axes, drawn, len(rows) - len(drawn))
        else:
            nothing(axes, f"no voice counts what others count in {LEAST} incidents or more")
    return finished(axes, _rows(rows))


def _draw(ax: Axes, rows: Sequence[Ratio], left: int) -> None:
    ends = [end for row in rows for end in _ends(row.ratio)]
    low, high = min(*ends, 0.5) / 1.15, max(*ends, 2) * 1.15
    ax.set_xscale("log")
    ax.set_xlim(low, high)
    ticks = [tick for tick in TICKS if low <= tick <= high]
    ax.xaxis.set_major_locator(FixedLocator(ticks))
    ax.xaxis.set_minor_locator(NullLocator())
    ax.xaxis.set_major_formatter(lambda tick, _: f"× {tick:g}")
    ax.axvline(1, color=DARK, linewidth=1)
    for y, row in enumerate(rows):
        _mark(ax, row.ratio, y, (low, high))
        behind = f"{row.ratio.incidents:,}"
        ax.text(1.03, y, behind, transform=ax.get_yaxis_transform(), va="center", fontsize=8.5)
    ax.text(1.03, len(rows) - 0.3, "incidents", transform=ax.get_yaxis_transform(), va="bottom", fontsize=8.5)
    ax.set_yticks(range(len(rows)), [_name(row) for row in rows])
    ax.set_ylim(-0.6, len(rows) - 0.4)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    ax.grid(axis="x", color=FAINT, linewidth=0.6)
    ax.set_axisbelow(True)
    signs = [Line2D([], [], color=BLUE, marker="o", label="ratio, 95 percent")]
    if any(row.ratio.is_small for row in rows):
        few = f"fewer than {FEW} incidents"
        signs.append(Line2D([], [], color=BLUE, marker="o", markerfacecolor="white", linewidth=1, label=few))
    if left:
        words = f"{many(left, 'voice')} with too few to compare"
        signs.append(Line2D([], [], linestyle="none", label=words))
    legend(ax, signs)


def _mark(ax: Axes, ratio: Estimate, y: int, edges: tuple[float, float]) -> None:
    low, high = edges[0] if ratio.low is None else ratio.low, edges[1] if ratio.high is None else ratio.high
    fill = "white" if ratio.is_small else BLUE
    ax.plot([low, high], [y, y], color=BLUE, linewidth=1 if ratio.is_small else 2.2)
    for open_end, edge, marker in ((ratio.low is None, low, "<"), (ratio.high is None, high, ">")):
        if open_end:
            ax.plot([edge], [y], color=BLUE, marker=marker, markersize=7, markerfacecolor=fill, clip_on=False)
    if ratio.best is not None:
        ax.plot([ratio.best], [y], color=BLUE, marker="o", markersize=6.5, markerfacecolor=fill)


def _name(row: Ratio) -> str:
    side = f" ({row.relation})" if row.relation and row.relation != "third party" else ""
    return f"{label(row.outlet, 28)}{side}"


def _ends(ratio: Estimate) -> list[float]:
    return [end for end in (ratio.low, ratio.high) if end is not None]


def _height(ratio: Estimate) -> float:
    return log(ratio.best) if ratio.best else sum(map(log, _ends(ratio))) / len(_ends(ratio))


def _rows(rows: Sequence[Ratio]) -> Iterator[TableRow]:
    for row in rows:
        yield {
            "outlet": row.outlet,
            "effect": row.effect,
            "victims": row.victims,
            "relation": row.relation,
            "ratio": row.ratio.best,
            "low": row.ratio.low,
            "high": row.ratio.high,
            "incidents": row.ratio.incidents,
        }
