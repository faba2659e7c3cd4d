"""Finds phrases of a word list in tokens: one pass, the longest phrase at each place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import compress
from typing import Any, Generic, NamedTuple, TypeVar

from claimrec.reading.brief import brief
from claimrec.reading.tokens import Tokens, tokenize

T = TypeVar("T")

END = object()
"""Marks, in a branch of a list, the end of a phrase and what it means; other keys are the words that go on."""
Branch = dict[Any, Any]
L = TypeVar("L")


@brief
class Hit(Generic[T]):
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
        self.branches: dict[str, Branch] = {}  # by the first word of a phrase
        for phrase, meaning in meanings:
            branch: Branch = self.branches
            for word in tokenize(phrase).lower:
                branch = branch.setdefault(word, {})
            branch.setdefault(END, meaning)  # of two meanings the first stands

    def at(self, tokens: Tokens, place: int) -> tuple[int, T] | None:
        """The end (not included) and the meaning of the longest phrase that begins at token `place`, or None."""
        words = tokens.lower
        branch = self.branches.get(words[place]) if place < len(words) else None
        return None if branch is None else _longest(branch, words, place + 1)

    @cached_property
    def _search(self) -> Search:
        return Search([self])

    def everywhere(self, tokens: Tokens) -> list[Hit[T]]:
        """At each token where a phrase begins the longest one, even inside another."""
        return self._search.everywhere(tokens).of(self)

    def found_in(self, tokens: Tokens) -> list[Hit[T]]:
        """The phrases left to right, none inside another."""
        return self._search.everywhere(tokens).apart(self)


def _longest(branch: Branch, words: list[str], end: int) -> tuple[int, Any] | None:
    """The end and the meaning of the longest phrase of the branch to which the words up to `end` have led."""
    found = (end, branch[END]) if END in branch else None
    while end < len(words) and (branch := branch.get(words[end])):  # type: ignore[assignment]
        end += 1
        if END in branch:
            found = end, branch[END]
    return found


class Found:
    """What a search found in a text."""

    def __init__(self, lists: Iterable[Phrases[Any]]) -> None:
        self.hits: dict[Phrases[Any], list[Hit[Any]]] = {phrases: [] for phrases in lists}

    def of(self, phrases: Phrases[T]) -> list[Hit[T]]:
        """At each token where a phrase of this list begins the longest one, even inside another."""
        return self.hits[phrases]

    def apart(self, phrases: Phrases[T]) -> list[Hit[T]]:
        """The phrases of this list left to right, none inside another."""
        past = 0
        found: list[Hit[T]] = []
        for hit in self.hits[phrases]:
            if hit.first >= past:
                past = hit.end
                found.append(hit)
        return found


class Search:
    """Several word lists that are searched for in one pass over a text.

    >>> hedges, effects = Phrases([("at least", "at_least")]), Phrases([("died", "killed")])
    >>> Search([hedges, effects]).everywhere(tokenize("At least 27 died")).of(effects)
    [Hit(first=3, end=4, meaning='killed')]
    """

    def __init__(self, lists: Iterable[Phrases[Any]]) -> None:
        self._lists = tuple(lists)
        self._openings = openings([(phrases, phrases.branches) for phrases in self._lists])

    def everywhere(self, tokens: Tokens) -> Found:
        """What stands in these tokens."""
        found = Found(self._lists)
        words, known, hits = tokens.lower, self._openings, found.hits
        columns = zip(range(len(words)), words, [*words[1:], ""], strict=False)
        for place, word, second in compress(columns, map(known.__contains__, words)):
            alone, further = known[word]
            if second in further:
                alone, branches = further[second]
                for phrases, branch in branches:
                    hit = _longest(branch, words, place + 1)
                    if hit is not None:
                        hits[phrases].append(Hit(place, *hit))
            for phrases, meaning in alone:
                hits[phrases].append(Hit(place, place + 1, meaning))
        return found


class Opening(NamedTuple, Generic[L]):
    """A word that begins phrases of several lists: what it means `alone`, and `further` by the word behind it.

    Further on stand the meanings alone in those lists that have no phrase with this second word, and the branches of
    those that have one.
    """

    alone: Sequence[tuple[L, Any]]
    further: Mapping[str, tuple[Sequence[tuple[L, Any]], Sequence[tuple[L, Branch]]]]


def openings(lists: Iterable[tuple[L, Branch]]) -> Mapping[str, Opening[L]]:
    """The first words of the phrases of several lists, of which each is given with its branches by first word."""
    by_word: dict[str, list[tuple[L, Branch]]] = {}
    for one, branches in lists:
        for word, branch in branches.items():
            by_word.setdefault(word, []).append((one, branch))
    return {word: _opening(begun) for word, begun in by_word.items()}


def _opening(begun: Sequence[tuple[L, Branch]]) -> Opening[L]:
    alone = [(one, branch) for one, branch in begun if END in branch]
    further = {}
    for second in {word for _, branch in begun for word in branch if word is not END}:
        still_alone = [(one, branch[END]) for one, branch in alone if second not in branch]
        further[second] = still_alone, [(one, branch) for one, branch in begun if second in branch]
    return Opening([(one, branch[END]) for one, branch in alone], further)
