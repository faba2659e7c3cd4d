"""What the names of a text are found as: mentions of actors, places, sources, events and victims."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Generic, Protocol, TypeVar

from claimrec.lexicon.entries import PlaceKind
from claimrec.reading.brief import brief
from claimrec.reading.datelines import NO_DATELINE, Dateline
from claimrec.records.claim import Where
from claimrec.values.place import Place


@brief
class ActorMention:
    """An actor named by tokens `first` to `end` (not included); `words` as printed."""

    first: int
    end: int
    actor: str
    words: str


@brief
class PlaceMention:
    """A place, with the wider places that it is said to lie in, named by tokens `first` to `end` (not included)."""

    first: int
    end: int
    place: Place
    words: str
    kind: PlaceKind


@brief
class SourceMention:
    """An outlet, agency or speaker named by tokens `first` to `end` (not included)."""

    first: int
    end: int
    source: str


@brief
class EventMention:
    """Words for a kind of event, or for the weapon that makes one, at tokens `first` to `end` (not included)."""

    first: int
    end: int
    event: str


@brief
class VictimMention:
    """A noun for a kind of people at tokens `first` to `end` (not included); `combatant` nouns need an actor."""

    first: int
    end: int
    group: str
    plural: bool
    combatant: bool


@brief
class Names:
    """Everything in one text that the lexicon has a name or noun for, each list in the order of the text.

    `home` is the country that the text is about, `town` the one where its news happens, `spoken_of` are the forces of
    the states and countries that it names, once for each time, `countries` those that it speaks of; `shouted` texts
    are written in capitals throughout, where a capital says nothing.
    """

    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    sources: tuple[SourceMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    victims: tuple[VictimMention, ...] = ()
    home: Where | None = None
    town: Where | None = None
    dateline: Dateline = NO_DATELINE
    shouted: bool = False
    spoken_of: tuple[str, ...] = ()
    countries: frozenset[str] = frozenset()


class Mention(Protocol):
    """Whatever stands from token `first` to token `end` (not included)."""

    @property
    def first(self) -> int:
        """The first token."""

    @property
    def end(self) -> int:
        """The token behind the last."""


M = TypeVar("M", bound=Mention)

FIRST = attrgetter("first")


def within(places: Sequence[int], first: int, end: int) -> Sequence[int]:
    """Those of ascending places that lie from `first` to `end` (not included)."""
    if not places or places[-1] < first:
        return ()
    low = bisect_left(places, first)
    return places[low : bisect_left(places, end, low)]


class Mentions(dict[int, M], Generic[M]):
    """Mentions of one kind, given in the order of the text, by their first token; of two that begin at one the later.

    >>> events = Mentions([EventMention(3, 4, "shelling"), EventMention(9, 11, "air strike")])
    >>> [mention.event for mention in events.between(4, 20)], 3 in events
    (['air strike'], True)
    """

    def __init__(self, mentions: Iterable[M] = ()) -> None:
        mentions = tuple(mentions)
        super().__init__(zip(map(FIRST, mentions), mentions, strict=True))
        self.firsts = list(self)
        self.in_order = list(self.values())

    def between(self, first: int, end: int) -> Sequence[M]:
        """Those that begin from token `first` to token `end` (not included)."""
        firsts = self.firsts
        if not firsts or firsts[-1] < first:
            return ()
        low = bisect_left(firsts, first)
        return () if firsts[low] >= end else self.in_order[low : bisect_left(firsts, end, low)]

    def last_before(self, place: int) -> M | None:
        """The last that begins before token `place`, or None."""
        number = bisect_left(self.firsts, place)
        return self.in_order[number - 1] if number else None
