"""The one loader: reads packs of TOML files and tables, checks every entry, freezes the result."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, get_args, get_origin

import attrs
import cattrs
from cattrs.v import format_exception

from claimrec.errors import ClaimrecError, LexiconError, RecordError
from claimrec.lexicon.entries import (
    ActorEntry,
    CodebookEntry,
    ConventionsEntry,
    EffectEntry,
    EventEntry,
    HedgeEntry,
    NumberEntry,
    PlaceEntry,
    SourceEntry,
    TimeEntry,
    TownEntry,
    VictimEntry,
    WarEntry,
    WordsEntry,
)
from claimrec.lexicon.tables import places_of
from claimrec.records.actor import Actor, ActorTree, Membership
from claimrec.records.source import Source

DEFAULT_PACKS = ("common", "syria")

KINDS: Mapping[str, type] = MappingProxyType(
    {
        "actors": ActorEntry,
        "victims": VictimEntry,
        "gazetteer": PlaceEntry,
        "places": PlaceEntry,  # after the gazetteer: what was written by hand stands
        "towns": TownEntry,
        "localities": WordsEntry,
        "names": WordsEntry,
        "sources": SourceEntry,
        "events": EventEntry,
        "effects": EffectEntry,
        "speech": WordsEntry,
        "stances": WordsEntry,
        "deeds": WordsEntry,
        "levels": WordsEntry,
        "grammar": WordsEntry,
        "numbers": NumberEntry,
        "hedges": HedgeEntry,
        "conventions": ConventionsEntry,
        "codebooks": CodebookEntry,
        "measures": WordsEntry,
        "times": TimeEntry,
        "wars": WarEntry,
    }
)
"""File name of a pack, without its ending -> the class of its entries."""
ENDINGS = (".toml", ".tsv")
TABLES = ("gazetteer", "towns")
"""The kinds whose files are tables, `.tsv`; the others are `.toml`."""

T = TypeVar("T")


def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True, prefer_attrib_converters=True)
    for kind in (str, int, float, bool, date):
        converter.register_structure_hook(kind, _as_written)
    listed = converter.copy()
    listed.register_structure_hook_func(_is_listed, lambda value, kind: converter.structure(_as_list(value), kind))
    listed.register_structure_hook_func(_is_table, lambda value, kind: _frozen(_as_table(value), kind, converter))
    return listed


def _as_written(value: object, kind: type) -> object:
    """TOML has types of its own: a number where a word belongs is a mistake, not something to convert."""
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise TypeError(f"expected {kind.__name__}, not {value!r}")
    return value


def _is_listed(kind: object) -> bool:
    return get_origin(kind) is tuple


def _as_list(value: object) -> list[Any]:
    """A word alone would be taken for a list of its letters."""
    if not isinstance(value, list):
        raise TypeError(f"expected a list, not {value!r}")
    return value


def _is_table(kind: object) -> bool:
    return get_origin(kind) is Mapping


def _as_table(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError(f"expected a table, not {value!r}")
    return value


def _frozen(table: dict[str, Any], kind: type, converter: cattrs.Converter) -> Mapping[Any, Any]:
    key, value = get_args(kind)
    return MappingProxyType(converter.structure(table, dict[key, value]))  # type: ignore[valid-type]  # known at run time


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
        return self._by_class.get(kind, MappingProxyType({}))

    @cached_property
    def _by_class(self) -> Mapping[type, Mapping[str, Any]]:
        """Sorted once: there are tens of thousands of towns, and `of` is asked for every table of claims."""
        found: dict[type, dict[str, Any]] = {}
        for entries in self.entries.values():
            for name, entry in entries.items():
                found.setdefault(type(entry), {})[name] = entry
        return found

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


def shipped_packs() -> tuple[str, ...]:
    """The names of the packs that come with the library.

    >>> "common" in shipped_packs() and "syria" in shipped_packs()
    True
    """
    folders = (pack for pack in resources.files("claimrec.lexicon").iterdir() if pack.is_dir())
    return tuple(sorted(pack.name for pack in folders if any(file.name.endswith(ENDINGS) for file in pack.iterdir())))


@cache
def _loaded(packs: tuple[str | Path, ...]) -> Lexicon:
    converter = _converter()
    merged: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    for pack in packs:
        for kind, entries in _entries_of(pack, converter):
            merged[kind].update(entries)
    frozen = {kind: MappingProxyType(dict(sorted(entries.items()))) for kind, entries in merged.items()}
    return Lexicon(tuple(str(pack) for pack in packs), MappingProxyType(frozen))


def _files_of(pack: str | Path) -> Iterable[Traversable]:
    folder: Traversable = resources.files("claimrec.lexicon") / pack if isinstance(pack, str) else pack
    if not folder.is_dir():
        raise LexiconError(f"pack {str(pack)!r}: no such pack; expected a shipped one or a folder of word files")
    return sorted((file for file in folder.iterdir() if file.name.endswith(ENDINGS)), key=lambda file: file.name)


def _entries_of(pack: str | Path, converter: cattrs.Converter) -> Iterable[tuple[str, dict[str, Any]]]:
    for file in _files_of(pack):
        where, (kind, _, ending) = f"pack {pack}, {file.name}", file.name.partition(".")
        if kind not in KINDS or (ending == "tsv") != (kind in TABLES):
            known = (f"{name}.tsv" if name in TABLES else f"{name}.toml" for name in sorted(KINDS))
            raise LexiconError(f"{where}: no such kind of words; expected one of {', '.join(known)}")
        try:
            text = file.read_text(encoding="utf-8")
            if kind in TABLES:
                yield kind, dict(places_of(text, KINDS[kind]))
                continue
            table = tomllib.loads(text)
        except (LexiconError, tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            raise LexiconError(f"{where}: {error}") from error
        yield kind, {name: _entry(value, KINDS[kind], converter, f"{where}, {name!r}") for name, value in table.items()}


def _entry(value: object, kind: type[T], converter: cattrs.Converter, where: str) -> T:
    if not isinstance(value, dict):
        raise LexiconError(f"{where}: expected a table, not {value!r}")
    try:
        return converter.structure(value, kind)
    except cattrs.BaseValidationError as error:
        raise LexiconError(f"{where}: {'; '.join(_reasons(error))}") from error


def _reasons(error: cattrs.BaseValidationError) -> list[str]:
    return cattrs.transform_error(error, format_exception=_reason)


def _reason(error: BaseException, kind: type | None) -> str:
    return str(error) if isinstance(error, ClaimrecError | TypeError) else format_exception(error, kind)
