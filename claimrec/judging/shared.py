"""When and where an incident was, and what kind of event, as its claims together have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from typing import TypeVar

from claimrec.judging.coded import Codes
from claimrec.judging.columns import Columns
from claimrec.records.claim import Claim, When
from claimrec.values.place import Place
from claimrec.values.window import Window

Said = TypeVar("Said")
Found = TypeVar("Found")


def whens_of(columns: Columns) -> Sequence[Window | None]:
    """For each incident its days, as `when_of` has it."""
    whens, when = columns.days
    return _of_each(columns, (whens, when), [one.window if one else None for one in whens], _days)


def wheres_of(columns: Columns) -> Sequence[Place | None]:
    """For each incident its place, as `where_of` has it."""
    return _of_each(columns, columns.places, columns.places[0], _place)


def events_of(columns: Columns) -> Sequence[str | None]:
    """For each incident its kind of event, as `event_of` has it."""
    return _of_each(columns, columns.events, columns.events[0], _event)


def when_of(claims: Iterable[Claim]) -> Window | None:
    """The days that all claims allow; where they allow none, all the days that they name."""
    return _days([claim.when for claim in claims if claim.when])


def where_of(claims: Iterable[Claim]) -> Place | None:
    """The place that most claims name; of equals the most precise."""
    return _place([claim.where.place for claim in claims if claim.where])


def event_of(claims: Iterable[Claim]) -> str | None:
    """The kind of event that most claims name; of equals the first by name."""
    return _event([claim.event for claim in claims if claim.event])


def _of_each(
    columns: Columns,
    said: tuple[Sequence[Said | None], Codes],
    alone: Sequence[Found | None],
    shared: Callable[[Sequence[Said]], Found | None],
) -> Sequence[Found | None]:
    """For each incident what is shared of the things said in it; of one thing it is what that comes to `alone`."""
    things, saying = said
    heard, first = saying.tolist(), columns.first_claim.tolist()
    found = []
    for at, one in enumerate(columns.one_thing(saying).tolist()):
        several = heard[first[at] : first[at + 1]] if one < 0 else ()
        told = [thing for place in several if (thing := things[place]) is not None]
        found.append(shared(told) if told else alone[one])
    return found


def _days(whens: Sequence[When]) -> Window | None:
    told = [(when.inferred, when.window) for when in whens if when.window]
    windows = [window for inferred, window in told if not inferred] or [window for _, window in told]
    if not windows:
        return None
    shared: Window | None = windows[0]
    for window in windows[1:]:
        shared = shared & window if shared else None
    return shared or reduce(Window.hull, windows)


def _place(places: Sequence[Place]) -> Place | None:
    named = Counter(places)
    ranks = {place: (-many, place.radius_km is None, place.radius_km or 0) for place, many in named.items()}
    best = min(ranks.values(), default=None)
    return min([place for place, rank in ranks.items() if rank == best], key=str, default=None)


def _event(events: Sequence[str]) -> str | None:
    named = Counter(events)
    return min(named, key=lambda kind: (-named[kind], kind), default=None)
