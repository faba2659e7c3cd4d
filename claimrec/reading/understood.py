"""When and where incidents were whose article leaves that to be understood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claimrec.reading.contexts import Context
from claimrec.reading.told_times import ToldTime
from claimrec.records.article import news_window
from claimrec.records.claim import Where

OLD_DAYS = 62
"""What ended so long before publication is told for comparison (own)."""


def settle_times(incidents: Sequence[Context], sums: Sequence[Context], published: date | None) -> None:
    """Give each that is without a time to the end that of the first told, or of the telling.

    Where none of them has a time, all were in the last days before publication.
    """
    window = news_window(published)
    fresh = ToldTime(window, inferred=True) if window else None
    told = [context.when for context in [*incidents, *sums] if context.when]
    first = next((when for when in told if not _is_old(when, published)), None)
    for context in [*incidents, *sums]:
        context.when = context.when or context.said or first or fresh


def _is_old(when: ToldTime, published: date | None) -> bool:
    """Was it long before the news, so that what has no time was not then?"""
    return published is not None and (published - when.window.last).days > OLD_DAYS


def settle_places(
    incidents: Sequence[Context], sums: Sequence[Context], home: Where | None, town: Where | None
) -> None:
    """Put each incident without a place, or in a street that only its town's people know, into the town of the news.

    Where none has a place, all were somewhere in the country that the article is about.
    """
    for context in incidents:
        context.settle(town)
    for context in [*incidents, *sums]:
        context.where = context.where or home
