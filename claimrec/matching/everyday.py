"""Words that stand in the news whatever happened: articles that share them need not tell of one incident."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import attrs

from claimrec.lexicon.entries import PlaceEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.sketches import marks_of_name

WIDE = frozenset({"country", "region", "governorate"})
"""Kinds of places that articles on many incidents name."""


@lru_cache(maxsize=16)
def everyday_marks(lexicon: Lexicon) -> frozenset[int]:
    """The marks of what the lexicon knows, of places those of countries, their parts and their capitals alone.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> known = everyday_marks(load_lexicon())
    >>> marks_of_name("Monday") <= known, marks_of_name("Damascus") <= known, marks_of_name("Kafr Ruma") <= known
    (True, True, False)
    """
    return frozenset().union(*map(marks_of_name, set(_words(lexicon))))


def _words(lexicon: Lexicon) -> Iterator[str]:
    for kind in sorted(set(lexicon.entries) - {"towns"}):
        for name, entry in lexicon.entries[kind].items():
            if not isinstance(entry, PlaceEntry):
                yield from (name, *_texts(attrs.astuple(entry)))
            elif entry.kind in WIDE:
                yield from (name, *_texts((entry.label, entry.spellings, entry.demonyms, entry.capital)))


def _texts(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple | Mapping):
            yield from _texts(value)
