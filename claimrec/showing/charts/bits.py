"""The evidence for a pair of claims, bit by bit."""

from __future__ import annotations

import math
from collections.abc import Sequence

import attrs
from matplotlib.axes import Axes
from matplotlib.figure import Figure, SubFigure
from matplotlib.patches import Patch

from claimrec.matching.evidence import Evidence
from claimrec.matching.explaining import Explanation
from claimrec.showing.charts.canvas import BELOW, BLUE, DARK, FAINT, ORANGE, drawing, finished, label, legend
from claimrec.showing.wording import bits_words

ROW = 0.28
"""Inches from row to row."""


@attrs.frozen
class Step:
    """What one finding adds: from where to where, in bits; a veto or a decision leads off the scale."""

    name: str
    words: str
    start: float
    bits: float

    @property
    def end(self) -> float:
        """Where it leads."""
        return self.start + self.bits


def waterfall(evidence: Evidence | Explanation, *, ax: Axes | None = None) -> Figure | SubFigure:
    """How the evidence for a pair of claims adds up, from before anything is compared to all together.

    Findings of 0 bits are not drawn. The figure's `rows` hold the words of each finding.
    """
    pair = evidence.evidence if isinstance(evidence, Explanation) else evidence
    steps = _steps(pair)
    with drawing(ax, 7, 1.3 + ROW * (len(steps) + 1)) as axes:
        title = "One incident or two?"
        if isinstance(evidence, Explanation):
            title = "One incident" if evidence.joined else "Not one incident"
        axes.set_title(title)
        _draw(axes, steps, pair.bits)
    return finished(
        axes, [{"comparison": one.name, "bits": one.bits, "because": one.words, "sum": one.end} for one in steps]
    )


def _steps(pair: Evidence) -> list[Step]:
    steps = [Step("before comparing", "", 0.0, pair.prior)]
    for finding in pair.findings:
        if finding.bits:
            steps.append(Step(f"{finding.comparison}: {finding.level}", finding.because, steps[-1].end, finding.bits))
    return steps


def _draw(ax: Axes, steps: Sequence[Step], whole: float) -> None:
    ends = [0.0, *(step.end for step in steps if math.isfinite(step.end))]
    room = 0.16 * max(max(ends) - min(ends), 4)
    low, high = min(ends) - room, max(ends) + room
    ax.set_xlim(low, high)
    for y, step in enumerate(steps):
        _bar(ax, y, (step.start, step.end), BLUE if step.bits > 0 else ORANGE, step.bits)
        if y + 1 < len(steps) and math.isfinite(step.end):
            ax.plot([step.end, step.end], [y, y + 1], color="#777777", linewidth=0.7)
    _bar(ax, len(steps), (0.0, whole), DARK, whole)
    ax.axvline(0, color=DARK, linewidth=0.9)
    names = [*(label(step.name, 40) for step in steps), "together"]
    ax.set_yticks(range(len(names)), names)
    ax.set_ylim(len(names) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    ax.grid(axis="x", color=FAINT, linewidth=0.6)
    ax.set_axisbelow(True)
    ax.set_xlabel("bits: below 0 two incidents are likelier, above 0 one")
    legend(
        ax,
        [
            Patch(facecolor=BLUE, label="for one incident"),
            Patch(facecolor=ORANGE, hatch="////", edgecolor="white", label="against"),
        ],
        below=2 * BELOW,
    )


def _bar(ax: Axes, y: int, ends: tuple[float, float], colour: str, bits: float) -> None:
    low, high = ax.get_xlim()
    start, end = (min(max(one, low), high) for one in ends)
    hatch = "" if bits > 0 else "////"
    ax.barh(y, end - start, left=start, height=0.62, color=colour, hatch=hatch, edgecolor="white", linewidth=0)
    off = not math.isfinite(bits)
    beside = end if off else max(start, end)
    to_right = not (off and bits > 0)
    ax.annotate(
        bits_words(bits).replace(" bits", ""), (beside, y), xytext=(4 if to_right else -4, 0),
        textcoords="offset points", ha="left" if to_right else "right", va="center", fontsize=8,
        bbox={"boxstyle": "square,pad=0.1", "facecolor": "white", "edgecolor": "none"},
    )  # fmt: skip
