"""Charts of results and comparisons; needs `claimrec[notebook]`. Each gives its figure, whose `rows` hold the data.

No module here has the name of a chart: of two things with one name the module would win.
"""

from claimrec.showing.charts.bits import waterfall
from claimrec.showing.charts.contested_days import calendar
from claimrec.showing.charts.forest import forest_plot
from claimrec.showing.charts.heat import heat_map
from claimrec.showing.charts.matrix import agreement_matrix
from claimrec.showing.charts.places import place_map
from claimrec.showing.charts.ratios import ratio_plot
from claimrec.showing.charts.running_toll import timeline

__all__ = [
    "agreement_matrix",
    "calendar",
    "forest_plot",
    "heat_map",
    "place_map",
    "ratio_plot",
    "timeline",
    "waterfall",
]
