"""When and where incidents were whose article leaves that to be understood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import attrs

from claimrec.reading.contexts import Context
from claimrec.reading.told_times import ToldTime
from claimrec.records.article import news_window
from claimrec.records.claim import Where
from claimrec.values.window import Window

NIGHT_BEFORE = 1
"""Days between what happened and who speaks of it in news that gives only the day of speaking (own)."""
OLD_DAYS = 62
"""What ended so long before publication is told for comparison (own)."""


def settle_times(incidents: Sequence[Context], sums: Sequence[Context], published: date | None) -> None:
    """Give each that is without a time to the end that of the first told, or of the telling.

    Where none of them has a time, all were in the last days before publication.
    """
    window = news_window(published)
    fresh = ToldTime(window, inferred=True) if window else None
    told = [context.when for context in [*incidents, *sums] if context.when and not context.apart]
    first = next((when for when in told if not is_old(when, published)), None)
    for context in [*incidents, *sums]:
        context.when = context.when or _up_to(context.said) or first or fresh


def _up_to(said: ToldTime | None) -> ToldTime | None:
    """When it was, where only the day is told on which somebody spoke of it: that day or the one before."""
    if said is None or said.window.first.toordinal() <= NIGHT_BEFORE:
        return said
    first = date.fromordinal(said.window.first.toordinal() - NIGHT_BEFORE)
    return attrs.evolve(said, window=Window(first, said.window.last), relative=True)


def is_old(when: ToldTime, published: date | None) -> bool:
    """Was it long before the news, so that what has no time was not then?

    >>> is_old(ToldTime(Window.on(date(2020, 8, 16))), date(2022, 8, 21))
    True
    """
    return published is not None and (published - when.window.last).days > OLD_DAYS


def settle_places(
    incidents: Sequence[Context], totals: Sequence[Context], home: Where | None, town: Where | None
) -> None:
    """Put each incident without a place, or in a street that only its town's people know, into the town of the news.

    Where none has a place, all were somewhere in the country that the article is about.
    """
    before: Where | None = None
    for context in incidents:
        context.settle(town)
        if context.where is None and not context.apart:
            context.where = before
        before = context.where or before
    for context in [*incidents, *totals]:
        context.where = context.where or home
