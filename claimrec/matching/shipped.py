"""The comparisons and hard rules that are used where the user gives none."""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs

from claimrec.matching.article import Tellings, article, passage
from claimrec.matching.columns import UNSAID
from claimrec.matching.company import company
from claimrec.matching.comparison import Comparison
from claimrec.matching.conditions import Condition
from claimrec.matching.counts import counts
from claimrec.matching.day import day
from claimrec.matching.event import event
from claimrec.matching.level import level
from claimrec.matching.mention import mention
from claimrec.matching.parties import perpetrator, victims
from claimrec.matching.place import place
from claimrec.matching.rarity import rarity
from claimrec.matching.speaker import speaker
from claimrec.matching.table import ClaimTable
from claimrec.matching.weighing import Rules
from claimrec.matching.weights import shipped_weights
from claimrec.matching.wording import wording

PRIOR = shipped_weights()["prior"]["bits"]
"""Log-odds, base 2, that two claims near enough to be compared speak of one incident, before anything is compared."""

COMPARISONS: tuple[Comparison[Any], ...] = (
    day,
    place,
    rarity,
    perpetrator,
    victims,
    event,
    counts,
    article,
    passage,
    speaker,
    level,
    wording,
    mention,
    company,
)

SAME_FOR_ALL: tuple[Condition, ...] = (
    level.is_("another level"),
    level.is_("same kind of total") & ~(day.at_least("same period") & place.at_least("same area")),
    speaker.is_("another number") & passage.at_least("same sentence") & ~place.at_least("same city"),
)
"""Different levels, and totals of different periods or areas, are never one incident.

Nor are two numbers that one speaker gives in one sentence for two places: it tells them apart itself.
"""

MUST_NOT_LINK: tuple[Condition, ...] = (
    place.is_("far apart") & ~wording.at_least("few rare names").surely,
    *SAME_FOR_ALL,
)
"""Nor are claims of articles about places far apart, unless the articles share rare names.

Where they do, it may be a person's name that was taken for a place, or a namesake's point; it only weighs heavily then.
"""

ROWS_MUST_NOT_LINK: tuple[Condition, ...] = (place.is_("far apart"), *SAME_FOR_ALL)
"""Rows are never one incident where their places are far apart: coders give the points."""

ARTICLES = Rules(COMPARISONS, PRIOR, (), MUST_NOT_LINK)
"""What weighs claims of articles."""


@cache
def row_rules() -> Rules:
    """What weighs rows of tables: the same comparisons, their weights learned from rows.

    Coders spell out day, place and sides in every row, where an article leaves half of it to the sentence before: the
    same level says more of the one than of the other.
    """
    weights = shipped_weights("rows")
    comparisons = tuple(
        attrs.evolve(comparison, levels=weights.get(comparison.name, comparison.levels)) for comparison in COMPARISONS
    )
    return Rules(comparisons, weights["prior"]["bits"], (), ROWS_MUST_NOT_LINK)


def rules_for(table: ClaimTable) -> Rules:
    """The shipped rules that fit: those of articles as soon as one claim is told in one."""
    column = table.columns["article"]
    told = Tellings.of(column.values).field[column.codes[column.codes != UNSAID]] != UNSAID
    return ARTICLES if told.any() else row_rules()
