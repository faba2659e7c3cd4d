"""When and where an incident was, and what kind of event, as its claims together have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import reduce

from claimrec.judging.columns import Columns
from claimrec.records.claim import Claim
from claimrec.values.place import Place
from claimrec.values.window import Window


def whens_of(columns: Columns) -> Sequence[Window | None]:
    """For each incident its days, as `when_of` has it."""
    days, said = columns.days
    windows = [day and Window(*day[:2]) for day in days]
    one = columns.one_thing(said).tolist()
    return [windows[place] if place >= 0 else when_of(claims) for place, claims in zip(one, columns.told, strict=True)]


def wheres_of(columns: Columns) -> Sequence[Place | None]:
    """For each incident its place, as `where_of` has it."""
    places, said = columns.places
    one = columns.one_thing(said).tolist()
    return [places[place] if place >= 0 else where_of(claims) for place, claims in zip(one, columns.told, strict=True)]


def events_of(columns: Columns) -> Sequence[str | None]:
    """For each incident its kind of event, as `event_of` has it."""
    events, said = columns.events
    one = columns.one_thing(said).tolist()
    return [events[place] if place >= 0 else event_of(claims) for place, claims in zip(one, columns.told, strict=True)]


def when_of(claims: Iterable[Claim]) -> Window | None:
    """The days that all claims allow; where they allow none, all the days that they name."""
    whens = [(claim.when.inferred, claim.when.window) for claim in claims if claim.when and claim.when.window]
    windows = [window for inferred, window in whens if not inferred] or [window for _, window in whens]
    if not windows:
        return None
    shared: Window | None = windows[0]
    for window in windows:
        shared = shared & window if shared else None
    return shared or reduce(Window.hull, windows)


def where_of(claims: Iterable[Claim]) -> Place | None:
    """The place that most claims name; of equals the most precise."""
    named = Counter([claim.where.place for claim in claims if claim.where])
    ranks = {place: (-many, place.radius_km is None, place.radius_km or 0) for place, many in named.items()}
    best = min(ranks.values(), default=None)
    return min([place for place, rank in ranks.items() if rank == best], key=str, default=None)


def event_of(claims: Iterable[Claim]) -> str | None:
    """The kind of event that most claims name; of equals the first by name."""
    named = Counter(claim.event for claim in claims if claim.event)
    return min(named, key=lambda kind: (-named[kind], kind), default=None)
