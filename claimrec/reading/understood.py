"""ToldTime and where incidents were whose article leaves that to be understood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claimrec.reading.contexts import Context
from claimrec.reading.told_times import ToldTime
from claimrec.records.article import news_window
from claimrec.records.claim import Where


def settle_times(incidents: Sequence[Context], sums: Sequence[Context], published: date | None) -> None:
    """Give each that is without a time to the end that of the first told, or of the telling.

    Where none of them has a time, all were in the last days before publication.
    """
    window = news_window(published)
    fresh = ToldTime(window, inferred=True) if window else None
    first = next((context.when for context in [*incidents, *sums] if context.when), None)
    for context in [*incidents, *sums]:
        context.when = context.when or context.said or first or fresh


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
