"""Text cut into tokens, with offsets; every later step works on them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_TOKEN = re.compile(
    r"\d+(?:[.,]\d{3})+(?!\d)"  # 370,000
    r"|\d+\.\d+"  # 1.5
    r"|\d+"
    r"|(?:[A-Za-z]\.){2,}"  # U.S.
    r"|[^\W\d_]+(?:['’ʼ‘`][^\W\d_]+)*"  # don't, Qur'an
    r"|\S"
)


_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`", "'"))


class Token(NamedTuple):  # a tuple, as an article has hundreds and attrs takes four times as long to build one
    """A word, number or sign: as printed, in lower case, and from `start` to `end` of the text (code points)."""

    text: str
    lower: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """The tokens of a text in order; white space is left out, everything else stands in exactly one token.

    A possessive is cut off: "Syria's" is `Syria` and `'s`. Lower case also straightens apostrophes.

    >>> [token.text for token in tokenize("Syria's 27 soldiers, 1,200 in all, the U.S. said.")]
    ['Syria', "'s", '27', 'soldiers', ',', '1,200', 'in', 'all', ',', 'the', 'U.S.', 'said', '.']
    """
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        lower = word.lower()
        if not word.isascii():
            lower = lower.translate(_APOSTROPHES)
        if end - start > 2 and lower.endswith("'s") and len(lower) == len(word):
            tokens.append(Token(word[:-2], lower[:-2], start, end - 2))
            word, lower, start = word[-2:], "'s", end - 2
        tokens.append(Token(word, lower, start, end))
    return tokens


def words_of(tokens: Sequence[Token], first: int, last: int, text: str) -> str:
    """The text from token `first` to token `last` (not included), as printed."""
    return text[tokens[first].start : tokens[last - 1].end]
