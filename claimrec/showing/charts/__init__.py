"""Charts of results and comparisons; needs `claimrec[notebook]`. Each gives its figure, whose `rows` hold the data."""

from claimrec.showing.charts.forest import forest_plot
from claimrec.showing.charts.ratios import ratio_plot
from claimrec.showing.charts.timeline import timeline

__all__ = ["forest_plot", "ratio_plot", "timeline"]
