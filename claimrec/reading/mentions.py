"""What the names of a text are found as: mentions of actors, places, sources, events and victims."""

from __future__ import annotations

import attrs

from claimrec.lexicon.entries import PlaceKind
from claimrec.values.place import Place


@attrs.frozen
class ActorMention:
    """An actor named by tokens `first` to `end` (not included); `words` as printed."""

    first: int
    end: int
    actor: str
    words: str


@attrs.frozen
class PlaceMention:
    """A place, with the wider places that it is said to lie in, named by tokens `first` to `end` (not included)."""

    first: int
    end: int
    place: Place
    words: str
    kind: PlaceKind


@attrs.frozen
class SourceMention:
    """An outlet, agency or speaker named by tokens `first` to `end` (not included)."""

    first: int
    end: int
    source: str


@attrs.frozen
class EventMention:
    """Words for a kind of event, or for the weapon that makes one, at tokens `first` to `end` (not included)."""

    first: int
    end: int
    event: str


@attrs.frozen
class VictimMention:
    """A noun for a kind of people at tokens `first` to `end` (not included); `combatant` nouns need an actor."""

    first: int
    end: int
    group: str
    plural: bool
    combatant: bool


@attrs.frozen
class Names:
    """Everything in one text that the lexicon has a name or noun for, each list in the order of the text."""

    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    sources: tuple[SourceMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    victims: tuple[VictimMention, ...] = ()
