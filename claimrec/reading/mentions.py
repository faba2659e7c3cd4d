"""What the names of a text are found as: mentions of actors, places, sources, events and victims."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Generic, Protocol, TypeVar

import attrs

from claimrec.lexicon.entries import PlaceKind
from claimrec.records.claim import Where
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
    """Everything in one text that the lexicon has a name or noun for, each list in the order of the text.

    `home` is the country that the text is about, `spoken_of` are the forces of the states and countries that it names,
    once for each time; `shouted` texts are written in capitals throughout, where a capital says nothing.
    """

    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    sources: tuple[SourceMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    victims: tuple[VictimMention, ...] = ()
    home: Where | None = None
    shouted: bool = False
    spoken_of: tuple[str, ...] = ()


class Mention(Protocol):
    """Whatever stands from token `first` to token `end` (not included)."""

    @property
    def first(self) -> int:
        """The first token."""

    @property
    def end(self) -> int:
        """The token behind the last."""


M = TypeVar("M", bound=Mention)


def within(places: Sequence[int], first: int, end: int) -> Sequence[int]:
    """Those of ascending places that lie from `first` to `end` (not included)."""
    low = bisect_left(places, first)
    return places[low : bisect_left(places, end, low)]


@attrs.frozen(eq=False)
class Mentions(Generic[M]):
    """Mentions of one kind in the order of the text, found by their first token without a search through all.

    >>> events = Mentions.of([EventMention(3, 4, "shelling"), EventMention(9, 11, "air strike")])
    >>> [mention.event for mention in events.between(4, 20)], 3 in events
    (['air strike'], True)
    """

    by_first: Mapping[int, M]
    firsts: Sequence[int]
    in_order: Sequence[M]

    @classmethod
    def of(cls, mentions: Iterable[M]) -> Mentions[M]:
        """These mentions; of two that begin at one token the later given."""
        by_first = {mention.first: mention for mention in sorted(mentions, key=attrgetter("first"))}
        return cls(by_first, list(by_first), list(by_first.values()))

    def __contains__(self, place: int) -> bool:
        return place in self.by_first

    def __getitem__(self, place: int) -> M:
        return self.by_first[place]

    def get(self, place: int) -> M | None:
        """The mention that begins at token `place`, or None."""
        return self.by_first.get(place)

    def between(self, first: int, end: int) -> Sequence[M]:
        """Those that begin from token `first` to token `end` (not included)."""
        low = bisect_left(self.firsts, first)
        return self.in_order[low : bisect_left(self.firsts, end, low)]

    def last_before(self, place: int) -> M | None:
        """The last that begins before token `place`, or None."""
        number = bisect_left(self.firsts, place)
        return self.in_order[number - 1] if number else None
