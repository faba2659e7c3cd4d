"""Finds phrases of a word list in tokens: one pass, the longest phrase at each place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

from claimrec.reading.tokens import Token, tokenize

T = TypeVar("T")

_END = object()


class Phrases(Generic[T]):
    """A word list ready to be searched for: phrases in lower case, each with a meaning.

    >>> hedges = Phrases([("at least", "at_least"), ("at", "place")])
    >>> hedges.found_in(tokenize("At least 27, at Idlib"))
    [(0, 2, 'at_least'), (4, 5, 'place')]
    """

    def __init__(self, meanings: Iterable[tuple[str, T]]) -> None:
        self._first: dict[str, dict[Any, Any]] = {}
        for phrase, meaning in meanings:
            branch: dict[Any, Any] = self._first
            for token in tokenize(phrase):
                branch = branch.setdefault(token.lower, {})
            branch.setdefault(_END, meaning)  # of two meanings the first stands

    def at(self, tokens: Sequence[Token], place: int) -> tuple[int, T] | None:
        """The end (not included) and the meaning of the longest phrase that begins at token `place`, or None."""
        branch = self._first.get(tokens[place].lower) if place < len(tokens) else None
        found: tuple[int, T] | None = None
        while branch is not None:
            place += 1
            if _END in branch:
                found = place, branch[_END]
            branch = branch.get(tokens[place].lower) if place < len(tokens) else None
        return found

    def by_place(self, tokens: Sequence[Token]) -> dict[int, tuple[int, T]]:
        """For each token at which a phrase begins: the end and the meaning of the longest one."""
        first = self._first
        starts = [place for place, token in enumerate(tokens) if token.lower in first]
        return {place: hit for place in starts if (hit := self.at(tokens, place)) is not None}

    def found_in(self, tokens: Sequence[Token]) -> list[tuple[int, int, T]]:
        """Every phrase as (first token, end, meaning), left to right, none inside another."""
        found = []
        place = 0
        first = self._first
        while place < len(tokens):
            hit = self.at(tokens, place) if tokens[place].lower in first else None
            if hit is None:
                place += 1
            else:
                found.append((place, *hit))
                place = hit[0]
        return found
