"""Of every value that has charts the one that is shown first."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from matplotlib.figure import Figure, SubFigure

from claimrec.judging.judgement import Judgement
from claimrec.judging.result import Result
from claimrec.matching.evidence import Evidence
from claimrec.matching.explaining import Explanation
from claimrec.outlets.compare import OutletComparison
from claimrec.showing.charts.bits import waterfall
from claimrec.showing.charts.forest import forest_plot
from claimrec.showing.charts.heat import heat_map
from claimrec.showing.charts.matrix import agreement_matrix


@singledispatch
def plot(value: Any) -> Figure | SubFigure:  # noqa: ANN401 (the kinds that are drawn follow)
    """The value as a figure; TypeError for one that has no chart."""
    raise TypeError(f"{type(value).__name__} has no chart")


plot.register(Result, heat_map)
plot.register(Judgement, forest_plot)
plot.register(Evidence, waterfall)
plot.register(Explanation, waterfall)
plot.register(OutletComparison, agreement_matrix)
