"""Finds phrases of a word list in tokens: one pass, the longest phrase at each place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, NamedTuple, TypeVar

from claimrec.reading.tokens import Tokens, tokenize

T = TypeVar("T")

_END = object()


class Hit(NamedTuple, Generic[T]):
    """A phrase of a word list from token `first` to token `end` (not included), and what it means."""

    first: int
    end: int
    meaning: T


class Phrases(Generic[T]):
    """A word list ready to be searched for: phrases in lower case, each with a meaning.

    >>> hedges = Phrases([("at least", "at_least"), ("at", "place")])
    >>> hedges.found_in(tokenize("At least 27, at Idlib"))
    [Hit(first=0, end=2, meaning='at_least'), Hit(first=4, end=5, meaning='place')]
    """

    def __init__(self, meanings: Iterable[tuple[str, T]]) -> None:
        self._first: dict[str, dict[Any, Any]] = {}
        for phrase, meaning in meanings:
            branch: dict[Any, Any] = self._first
            for word in tokenize(phrase).lower:
                branch = branch.setdefault(word, {})
            branch.setdefault(_END, meaning)  # of two meanings the first stands
        self._starts = frozenset(self._first)

    def at(self, tokens: Tokens, place: int) -> tuple[int, T] | None:
        """The end (not included) and the meaning of the longest phrase that begins at token `place`, or None."""
        words, end = tokens.lower, place
        branch: Any = self._first
        found: tuple[int, T] | None = None
        while end < len(words) and (branch := branch.get(words[end])):
            end += 1
            if _END in branch:
                found = end, branch[_END]
        return found

    def everywhere(self, tokens: Tokens) -> list[Hit[T]]:
        """At each token where a phrase begins the longest one, even inside another."""
        words, first, found = tokens.lower, self._first, []
        for place in tokens.words.places_of(self._starts):
            branch = first[words[place]]
            if _END in branch or (place + 1 < len(words) and words[place + 1] in branch):
                hit = self.at(tokens, place)
                if hit is not None:
                    found.append(Hit(place, *hit))
        return found

    def found_in(self, tokens: Tokens) -> list[Hit[T]]:
        """The phrases left to right, none inside another."""
        found: list[Hit[T]] = []
        for hit in self.everywhere(tokens):
            if not found or hit.first >= found[-1].end:
                found.append(hit)
        return found
