"""The comparisons and hard rules that are used where the user gives none."""

from __future__ import annotations

from typing import Any

from claimrec.matching.article import article, passage
from claimrec.matching.comparison import Comparison
from claimrec.matching.conditions import Condition
from claimrec.matching.counts import counts
from claimrec.matching.day import day
from claimrec.matching.event import event
from claimrec.matching.level import level
from claimrec.matching.parties import perpetrator, victims
from claimrec.matching.place import place
from claimrec.matching.speaker import speaker
from claimrec.matching.weights import shipped_weights

PRIOR = shipped_weights()["prior"]["bits"]
"""Log-odds, base 2, that two claims near enough to be compared speak of one incident, before anything is compared."""

COMPARISONS: tuple[Comparison[Any], ...] = (
    day,
    place,
    perpetrator,
    victims,
    event,
    counts,
    article,
    passage,
    speaker,
    level,
)

MUST_NOT_LINK: tuple[Condition, ...] = (
    place.is_("far apart"),
    level.is_("another level"),
    level.is_("same kind of total") & ~(day.at_least("same period") & place.at_least("same area")),
)
"""Places far apart, different levels, and totals of different periods or areas are never one incident."""
