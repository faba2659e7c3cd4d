"""When and where, said between a word of harm and those it befell: "the murder in X on Friday of six men"."""

from __future__ import annotations

from claimrec.reading.parsed import Parsed

BETWEEN = 10
"""Tokens between a noun of harm and its "of" that say when and where."""
PLACE_NAME = 2
"""Words of a place that no gazetteer knows in there."""


def victims_behind(parsed: Parsed, place: int, limit: int) -> int | None:
    """Where the victims of a noun that ends before token `place` begin: "the murder [in X on Friday] of six men"."""
    end = min(limit - 1, place + BETWEEN)
    place = past_when_and_where(parsed, place, end)
    return place + 1 if place < end and "of_victims" in parsed.lists[place] else None


def past_when_and_where(parsed: Parsed, place: int, end: int) -> int:
    """The first token from `place` on that does not say when, where or at what event: behind "on Friday in X"."""
    named = PLACE_NAME
    while place < end:
        lists = parsed.lists[place]
        opened = place + (not lists.isdisjoint(("article", "of_victims")))
        time, spot, event = parsed.times.get(opened), parsed.places.get(place), parsed.events.get(opened)
        known = time or spot or (event if "of_victims" not in lists else None)
        if known is not None:
            place, named = known.end, PLACE_NAME
        elif "when_and_where" in lists:
            place, named = place + 1, 0
        elif named < PLACE_NAME and parsed.tokens[place][0].isupper() and "of_victims" not in lists:
            place, named = place + 1, named + 1  # a place that no gazetteer knows
        else:
            break
    return place
