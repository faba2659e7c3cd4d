"""Which origin speaks in a claim: the same voice under all its names, and unnamed sources kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from claimrec.lexicon.loader import Lexicon
from claimrec.records.claim import Claim
from claimrec.records.source import Source

_BRACKET = re.compile(r"(?P<name>[^()]*[^()\s])\s*\((?P<more>[^()]*)\)")


def voice_of(claim: Claim, lexicon: Lexicon) -> str:
    """The one name of the origin that asserts the claim (METHOD 11).

    A known source goes by its first name whatever alias or spokesperson is printed. "A military source" is nobody in
    particular, so it is one voice only together with who quotes it.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.records.article import Quote
    >>> claim = Claim("a1", Quote("a1", 0, 4, "Nine"), ("Daily A", "Agency B", "a military source"))
    >>> voice_of(claim, load_lexicon("common"))
    'a military source (via Agency B)'
    """
    return voice_in(claim.voices, lexicon)


@lru_cache(maxsize=4096)  # a few chains of names speak in most claims
def voice_in(chain: tuple[str, ...], lexicon: Lexicon) -> str:
    """The one name of the origin at the end of a chain of voices."""
    origin = chain[-1]
    source = source_named(origin, lexicon)
    if source:
        return source.name
    if len(chain) > 1 and _is_unnamed(origin, lexicon):
        return f"{origin} (via {chain[-2]})"
    return origin


@lru_cache(maxsize=4096)  # a few names speak in most claims
def source_named(name: str, lexicon: Lexicon) -> Source | None:
    """The source of the word lists that goes by this name, also where a bracket follows it or holds it."""
    known = _sources(lexicon)
    return next((known[key] for key in _readings(name) if key in known), None)


def _readings(name: str) -> Iterator[str]:
    yield _key(name)
    bracket = _BRACKET.fullmatch(name.strip())
    if bracket:
        yield _key(bracket["name"])
        yield _key(bracket["more"])


@cache
def _sources(lexicon: Lexicon) -> Mapping[str, Source]:
    """Sources by every name they have; a name of its own goes before an alias."""
    by_alias = {_key(alias): source for source in lexicon.sources.values() for alias in source.aliases}
    return by_alias | {_key(source.name): source for source in lexicon.sources.values()}


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _is_unnamed(origin: str, lexicon: Lexicon) -> bool:
    """Is it a noun for speakers ("residents", "a military source"), not a name?

    Such a noun inside a name ("Defence Ministry") is written with a capital.
    """
    nouns = _nouns_for_speakers(lexicon)
    return origin.lower() in nouns or any(word in nouns for word in origin.split())


@cache
def _nouns_for_speakers(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("speech", "unnamed"))
