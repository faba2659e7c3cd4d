"""Packs of words: their TOML files and tables, of which every entry is checked and frozen when it is read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, get_args, get_origin

import cattrs
from cattrs.v import format_exception

from claimrec.errors import ClaimrecError, LexiconError
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


def shipped_packs() -> tuple[str, ...]:
    """The names of the packs that come with the library.

    >>> "common" in shipped_packs() and "syria" in shipped_packs()
    True
    """
    folders = (pack for pack in resources.files("claimrec.lexicon").iterdir() if pack.is_dir())
    return tuple(sorted(pack.name for pack in folders if any(file.name.endswith(ENDINGS) for file in pack.iterdir())))


def files_of(pack: str | Path) -> Iterator[tuple[str, Traversable]]:
    """The kinds of words that a pack holds, by the names of its files; LexiconError where one is of no known kind."""
    folder: Traversable = resources.files("claimrec.lexicon") / pack if isinstance(pack, str) else pack
    if not folder.is_dir():
        raise LexiconError(f"pack {str(pack)!r}: no such pack; expected a shipped one or a folder of word files")
    for file in sorted((file for file in folder.iterdir() if file.name.endswith(ENDINGS)), key=lambda file: file.name):
        kind, _, ending = file.name.partition(".")
        if kind not in KINDS or (ending == "tsv") != (kind in TABLES):
            known = (f"{name}.tsv" if name in TABLES else f"{name}.toml" for name in sorted(KINDS))
            raise LexiconError(f"pack {pack}, {file.name}: no such kind of words; expected one of {', '.join(known)}")
        yield kind, file


def entries_in(file: Traversable, kind: str, pack: str | Path) -> dict[str, Any]:
    """The entries of a file; LexiconError naming pack, file and entry where it cannot be read."""
    where = f"pack {pack}, {file.name}"
    try:
        text = file.read_text(encoding="utf-8")
        if kind in TABLES:
            return dict(places_of(text, KINDS[kind]))
        table = tomllib.loads(text)
    except (LexiconError, tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise LexiconError(f"{where}: {error}") from error
    return {name: _entry(value, KINDS[kind], f"{where}, {name!r}") for name, value in table.items()}


def _entry(value: object, kind: type[T], where: str) -> T:
    if not isinstance(value, dict):
        raise LexiconError(f"{where}: expected a table, not {value!r}")
    try:
        return _converter().structure(value, kind)
    except cattrs.BaseValidationError as error:
        raise LexiconError(f"{where}: {'; '.join(_reasons(error))}") from error


def _reasons(error: cattrs.BaseValidationError) -> list[str]:
    return cattrs.transform_error(error, format_exception=_reason)


def _reason(error: BaseException, kind: type | None) -> str:
    return str(error) if isinstance(error, ClaimrecError | TypeError) else format_exception(error, kind)


@cache
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
