"""Groups of people: armed actors and kinds of victims, in one dated tree."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType
from typing import Literal

import attrs

from claimrec.errors import RecordError

Relation = Literal["same", "part", "whole", "other"]
"""How the first of two groups stands to the second."""


@attrs.frozen
class Membership:
    """A parent, and the days on which it was one; an open side has no known bound."""

    parent: str
    since: date | None = None
    until: date | None = None

    def held_on(self, day: date | None) -> bool:
        """Was it a parent on that day? Without a day: ever."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@attrs.frozen
class Actor:
    """A group of people under its neutral name (METHOD 17), with the words that others use for it.

    `kind` is `state`, `group`, `alliance` or `side` for actors that act, and `victims` for groups that are only ever
    counted (civilians, children).
    """

    name: str
    aliases: tuple[str, ...] = ()
    memberships: tuple[Membership, ...] = ()
    kind: Literal["state", "group", "alliance", "side", "victims"] = "group"


@attrs.frozen(slots=False)  # with slots, cached properties would make every field slow to read
class ActorTree:
    """Actors and victim groups by name, and which contains which on a given day (METHOD 15).

    A parent that is not in the tree, two actors of one name, or a circle of memberships raise RecordError.

    >>> tree = ActorTree.of([
    ...     Actor("Syrian government forces", kind="state"),
    ...     Actor("Tiger Forces", memberships=(Membership("Syrian government forces"),)),
    ...     Actor("Islamic State"),
    ... ])
    >>> tree.relation("Tiger Forces", "Syrian government forces")
    'part'
    >>> tree.relation("Tiger Forces", "Islamic State")
    'other'
    """

    actors: Mapping[str, Actor]

    @classmethod
    def of(cls, actors: Iterable[Actor]) -> ActorTree:
        """The tree of these actors."""
        named: dict[str, Actor] = {}
        for actor in actors:
            if actor.name in named:
                raise RecordError(f"two actors are named {actor.name!r}")
            named[actor.name] = actor
        tree = cls(MappingProxyType(named))
        for actor in named.values():
            for membership in actor.memberships:
                if membership.parent not in named:
                    raise RecordError(f"{actor.name!r} belongs to {membership.parent!r}, which is not in the tree")
            if actor.name in tree._above(actor.name, None):
                raise RecordError(f"{actor.name!r} belongs to itself")
        return tree

    @cached_property
    def _wholes(self) -> dict[tuple[str, date | None], frozenset[str]]:
        return {}

    def _parents(self, name: str, day: date | None) -> Iterator[str]:
        actor = self.actors.get(name)
        for membership in actor.memberships if actor else ():
            if membership.held_on(day):
                yield membership.parent

    def _above(self, name: str, day: date | None) -> frozenset[str]:
        known = self._wholes.get((name, day))
        if known is None:
            found: set[str] = set()
            waiting = list(self._parents(name, day))
            while waiting:
                parent = waiting.pop()
                if parent not in found:
                    found.add(parent)
                    waiting.extend(self._parents(parent, day))
            known = self._wholes[name, day] = frozenset(found)
        return known

    @cached_property
    def _changes(self) -> list[date]:
        """The days from which on the tree is another one, in order."""
        memberships = [membership for actor in self.actors.values() for membership in actor.memberships]
        begun = {one.since for one in memberships if one.since}
        over = {one.until + timedelta(days=1) for one in memberships if one.until and one.until < date.max}
        return sorted(begun | over)

    def unchanged_since(self, day: date) -> date:
        """The first day of the time around `day` in which nobody joined or left: on both days the tree is the same."""
        earlier = bisect_right(self._changes, day)
        return self._changes[earlier - 1] if earlier else date.min

    def wholes(self, name: str, day: date | None = None) -> frozenset[str]:
        """Every group that contains `name` on `day`, itself left out; an unknown name has none."""
        return self._above(name, day)

    def relation(self, name: str, other: str, day: date | None = None) -> Relation:
        """How `name` stands to `other` on `day`: the same, a part of it, its whole, or neither.

        Two parts of one whole are `other`: siblings are not compatible.
        """
        if name == other:
            return "same"
        if other in self._above(name, day):
            return "part"
        return "whole" if name in self._above(other, day) else "other"

    def compatible(self, name: str, other: str, day: date | None = None) -> bool:
        """Can both names mean one actor: the same, or part and whole?"""
        return name == other or other in self._above(name, day) or name in self._above(other, day)
