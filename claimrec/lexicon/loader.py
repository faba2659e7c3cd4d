"""The one loader: a lexicon of the words of several packs, and views of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import attrs

from claimrec.errors import LexiconError, RecordError
from claimrec.lexicon.entries import ActorEntry, ConventionsEntry, SourceEntry, VictimEntry
from claimrec.lexicon.packs import KINDS, entries_in, files_of, shipped_packs
from claimrec.records.actor import Actor, ActorTree, Membership
from claimrec.records.source import Source

DEFAULT_PACKS = ("common", "syria")

T = TypeVar("T")


@attrs.frozen(eq=False, slots=False)  # a lexicon is itself: views compiled from it are cached by identity
class Lexicon:
    """The words of one or more packs; `entries[kind][name]` is an entry, the views below are made from them.

    >>> lexicon = load_lexicon("common")
    >>> lexicon.groups.relation("children", "civilians")
    'part'
    """

    packs: tuple[str, ...]
    entries: Mapping[str, Mapping[str, Any]] = attrs.field(repr=False)

    def of(self, kind: type[T]) -> Mapping[str, T]:
        """Every entry of a class that only one file holds, by name."""
        if kind not in self._asked:
            holding = [name for name, made in KINDS.items() if made is kind]
            self._asked[kind] = {name: entry for of in holding for name, entry in self.entries[of].items()}
        return self._asked[kind]

    @cached_property
    def _asked(self) -> dict[type, Mapping[str, Any]]:
        """What `of` has answered: there are thousands of places, and it is asked for every table of claims."""
        return {}

    def words(self, kind: str, name: str) -> tuple[str, ...]:
        """The words of a named list; LexiconError where no pack has it."""
        try:
            words: tuple[str, ...] = self.entries[kind][name].words
        except KeyError as error:
            raise LexiconError(f"packs {', '.join(self.packs)}: no list {name!r} in {kind}.toml") from error
        return words

    @cached_property
    def groups(self) -> ActorTree:
        """Actors and kinds of victims in one tree."""
        actors = [
            Actor(name, entry.aliases, entry.memberships, entry.kind) for name, entry in self.of(ActorEntry).items()
        ]
        victims = [
            Actor(name, entry.plural, tuple(Membership(parent) for parent in entry.part_of), "victims")
            for name, entry in self.of(VictimEntry).items()
        ]
        try:
            return ActorTree.of([*actors, *victims])
        except RecordError as error:
            raise LexiconError(f"packs {', '.join(self.packs)}, actors.toml and victims.toml: {error}") from error

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Outlets and speakers by name."""
        return {
            name: Source(name, entry.kind, entry.aliases, entry.affiliation)
            for name, entry in self.of(SourceEntry).items()
        }

    @cached_property
    def conventions(self) -> ConventionsEntry:
        """What loose words are worth; LexiconError where no pack says it.

        >>> load_lexicon("common", "strict").conventions.name
        'strict'
        """
        conventions = self.of(ConventionsEntry).get("counts")
        if conventions is None:
            raise LexiconError(f"packs {', '.join(self.packs)}: no entry 'counts' in conventions.toml")
        return conventions


def load_lexicon(*packs: str | Path) -> Lexicon:
    """The words of these packs, `common` and `syria` where none is named.

    A pack is the name of a shipped one or a folder of word files; a later pack's entry replaces an earlier one of the
    same kind and name. A file or entry that cannot be read raises LexiconError naming pack, file and entry.

    >>> load_lexicon("common").packs
    ('common',)
    """
    return _loaded(packs or DEFAULT_PACKS)


@cache
def _loaded(packs: tuple[str | Path, ...]) -> Lexicon:
    readers: dict[str, list[Callable[[], dict[str, Any]]]] = {kind: [] for kind in KINDS}
    for pack in packs:
        for kind, file in files_of(pack):
            read = partial(entries_in, file, kind, pack)
            readers[kind].append(read if pack in shipped_packs() else read().copy)
    return Lexicon(tuple(str(pack) for pack in packs), _Shelves(readers))


@attrs.frozen(eq=False)
class _Shelves(Mapping[str, Mapping[str, Any]]):
    """Entries by kind and name, read when a kind is first asked for: matching needs a tenth of what reading does."""

    readers: Mapping[str, list[Callable[[], dict[str, Any]]]]
    known: dict[str, Mapping[str, Any]] = attrs.field(factory=dict)

    def __getitem__(self, kind: str) -> Mapping[str, Any]:
        if kind not in self.known:
            entries = {name: entry for read in self.readers[kind] for name, entry in read().items()}
            self.known[kind] = MappingProxyType(dict(sorted(entries.items())))
        return self.known[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(self.readers)

    def __len__(self) -> int:
        return len(self.readers)
