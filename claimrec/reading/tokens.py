"""Text cut into tokens, with offsets; every later step works on them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, partial
from itertools import chain
from typing import NamedTuple

_TOKEN = re.compile(
    r"[A-Za-z]++(?=[ ,])"  # most words, which need no closer look
    r"|(?:[A-Za-z]\.){2,}"  # U.S.
    r"|[^\W\d_]+(?:['’ʼ‘`][^\W\d_]+)*"  # don't, Qur'an
    r"|\d+(?:[.,]\d{3})+(?!\d)"  # 370,000
    r"|\d+\.\d+"  # 1.5
    r"|\d+"
    r"|\S"
)

FIGURES = frozenset("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")
"""Western and Arabic figures."""
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`", "'"))


class Token(NamedTuple):  # a tuple, as an article has hundreds and attrs takes four times as long to build one
    """A word, number or sign: as printed, in lower case, and from `start` to `end` of the text (code points)."""

    text: str
    lower: str
    start: int
    end: int


_as_token = partial(tuple.__new__, Token)  # as `Token._make`, without a call in Python for each


class WordIndex:
    """Where each word of a text stands, so that a word list asks for its own only.

    >>> WordIndex(["two", "men", "and", "two", "women"]).places_of(frozenset({"two", "women"}))
    [0, 3, 4]
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self._places: dict[str, list[int]] = {}
        for place, word in enumerate(words):
            if word in self._places:
                self._places[word].append(place)
            else:
                self._places[word] = [place]
        self._different = frozenset(self._places)

    def places_of(self, words: frozenset[str]) -> list[int]:
        """Where one of these words stands, left to right."""
        here = words & self._different  # few or none, which is soon known
        return sorted(chain.from_iterable(self._places[word] for word in here)) if here else []

    def places_of_figures(self) -> list[int]:
        """Where a word begins with a figure, left to right."""
        return self.places_of(frozenset([word for word in self._different if word[0] in FIGURES]))


class Tokens(list[Token]):
    """The tokens of a text in order; `words` indexes them in lower case."""

    @cached_property
    def words(self) -> WordIndex:
        """Where each lower-case word stands."""
        return WordIndex([token.lower for token in self])


def tokenize(text: str) -> Tokens:
    """The tokens of a text in order; white space is left out, everything else stands in exactly one token.

    A possessive is cut off: "Syria's" is `Syria` and `'s`. Lower case also straightens apostrophes.

    >>> [token.text for token in tokenize("Syria's 27 soldiers, 1,200 in all, the U.S. said.")]
    ['Syria', "'s", '27', 'soldiers', ',', '1,200', 'in', 'all', ',', 'the', 'U.S.', 'said', '.']
    """
    rows: list[tuple[str, str, int, int]] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        start, end = match.span()
        lower = word.lower()
        if not word.isascii():
            lower = lower.translate(_APOSTROPHES)
        if lower[-2:] == "'s" and end - start > 2 and len(lower) == len(word):
            rows.append((word[:-2], lower[:-2], start, end - 2))
            word, lower, start = word[-2:], "'s", end - 2
        rows.append((word, lower, start, end))
    return Tokens(map(_as_token, rows))


def words_of(tokens: Sequence[Token], first: int, last: int, text: str) -> str:
    """The text from token `first` to token `last` (not included), as printed."""
    return text[tokens[first].start : tokens[last - 1].end]
