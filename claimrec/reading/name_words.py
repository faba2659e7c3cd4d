"""Tokens as names are spelled: hyphens and articles stand apart, accents and apostrophes are gone.

"Al-Nusra Front", "al Nusra Front" and "Nusra Front" are one name to a reader; so they are one row of words here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

import attrs
from anyascii import anyascii

from claimrec.reading.tokens import Token, tokenize

T = TypeVar("T")

HYPHENS = frozenset("-‐‑–")
_APOSTROPHES = str.maketrans("", "", "'’ʼ‘`ʿʾ´")
_SMALL = frozenset({"al", "el", "the"})  # written small or with a capital, whatever the list says
POSSESSIVE = "'s"
_END = ""  # no word is empty, so the empty word marks the end of a phrase
UPPER_CASE_SHARE = 0.7
"""From this share of words in capitals on, capitals say nothing: such texts are cables and old wires."""


@lru_cache(maxsize=65536)
def key_of(lower: str) -> str:
    """A word as it is looked up: plain letters, no apostrophes; a sign that is nothing but apostrophe stays.

    >>> key_of("ma‘arrat"), key_of("ḩamāh")
    ('maarrat', 'hamah')
    """
    if lower == POSSESSIVE:
        return lower
    plain = lower if lower.isascii() else anyascii(lower).lower()
    return plain.translate(_APOSTROPHES) or lower


def in_capitals(tokens: Sequence[Token]) -> bool:
    """Is the whole text written in capitals?"""
    letters = [token.text for token in tokens if token.text[0].isalpha() and len(token.text) > 1]
    return bool(letters) and sum(word.isupper() for word in letters) >= UPPER_CASE_SHARE * len(letters)


@attrs.frozen
class NameWords:
    """The words of a text without hyphens and Arabic articles; four columns of one length.

    `keys` are what is looked up, `tokens` their place among the tokens, `firsts` the same with an article before the
    word counted in, `capitals` is 1 for a word with a capital, 2 for one in capitals, 0 for others. `shouted` texts
    have capitals only, where they say nothing.
    """

    keys: list[str]
    tokens: list[int]
    firsts: list[int]
    capitals: list[int]
    shouted: bool

    @classmethod
    def of(cls, tokens: Sequence[Token], articles: frozenset[str], doubtful_articles: frozenset[str]) -> NameWords:
        """The words of these tokens; doubtful articles ("as", "at") need a hyphen or a capital."""
        keys: list[str] = []
        places: list[int] = []
        firsts: list[int] = []
        capitals: list[int] = []
        shouted = in_capitals(tokens)
        begun: int | None = None  # where an article stands that belongs to the next word
        last = len(tokens) - 1
        for place, token in enumerate(tokens):
            lower = token.lower
            if lower in HYPHENS:
                if place and place < last and (tokens[place - 1].end == token.start or token.end == tokens[place + 1].start):
                    continue
            elif (lower in articles or lower in doubtful_articles) and place < last:
                following = tokens[place + 1]
                joined = following.lower in HYPHENS and following.start == token.end
                certain = lower in articles or (not shouted and token.text != lower and _within(tokens, place))
                if joined or (certain and following.text[0].isupper()):
                    begun = place
                    continue
            keys.append(key_of(lower))
            places.append(place)
            firsts.append(place if begun is None else begun)
            capitals.append(2 if token.text.isupper() else int(token.text[0].isupper()))
            begun = None
        return cls(keys, places, firsts, capitals, shouted)


def _within(tokens: Sequence[Token], place: int) -> bool:
    """Does the token stand inside a sentence, where a capital means a name?"""
    return place > 0 and tokens[place - 1].text[-1].isalnum()


@attrs.frozen
class _Meant(Generic[T]):
    meaning: T
    first: int  # the capitals that its first word needs, as in NameWords
    last: int
    article: bool  # must an article stand before it?


class NamePhrases(Generic[T]):
    """Names ready to be searched for, each with a meaning.

    A name written small in the list matches in any case, one with a capital needs capitals, and one of `doubtful`
    (acronyms that are words: "IS") all of them. A name listed with an article needs one. A lost apostrophe ("Syrias")
    is forgiven.

    >>> words = NameWords.of(tokenize("Syrias al-Nusra Front"), frozenset({"al"}), frozenset())
    >>> names = NamePhrases([("Nusra Front", "group"), ("Syria", "country")], frozenset({"al"}), frozenset())
    >>> names.found_in(words)
    [(0, 1, 'country'), (1, 3, 'group')]
    """

    def __init__(self, meanings: Iterable[tuple[str, T]], articles: frozenset[str], doubtful: frozenset[str]) -> None:
        self.first: dict[str, dict[str, Any]] = {}
        for phrase, meaning in meanings:
            article, keys = name_keys(phrase, articles)
            branch: dict[str, Any] = self.first
            for key in keys:
                branch = branch.setdefault(key, {})
            meant = _Meant(meaning, *_capitals_of(phrase, doubtful), article)
            branch.setdefault(_END, []).append(meant)

    def at(self, words: NameWords, place: int) -> tuple[int, T] | None:
        """The end (not included) and the meaning of the longest name that begins at word `place`, or None."""
        keys = words.keys
        branch: dict[str, Any] | None = self.first
        found: tuple[int, T] | None = None
        end = place
        while branch and end < len(keys):
            key = keys[end]
            end += 1
            following = branch.get(key)
            if key[-1] == "s" and (following is None or _END not in following):
                lost = branch.get(key[:-1])
                if lost is not None and _END in lost and words.capitals[end - 1]:
                    found = self._chosen(lost[_END], words, place, end) or found
            branch = following
            if branch is not None and _END in branch:
                found = self._chosen(branch[_END], words, place, end) or found
        return found

    def _chosen(self, meant: list[_Meant[T]], words: NameWords, place: int, end: int) -> tuple[int, T] | None:
        first, last = (1, 1) if words.shouted else (words.capitals[place], words.capitals[end - 1])
        for one in meant:
            if first >= one.first and last >= one.last and (not one.article or words.firsts[place] < words.tokens[place]):
                return end, one.meaning
        return None

    def found_in(self, words: NameWords) -> list[tuple[int, int, T]]:
        """Every name as (first word, end, meaning), left to right, none inside another."""
        found = []
        place, keys, first = 0, words.keys, self.first
        while place < len(keys):
            key = keys[place]
            hit = self.at(words, place) if key in first or key[:-1] in first else None
            if hit is None:
                place += 1
            else:
                found.append((place, *hit))
                place = hit[0]
        return found


def name_keys(name: str, articles: frozenset[str]) -> tuple[bool, tuple[str, ...]]:
    """Does the name begin with an article, and its words as they are looked up.

    >>> name_keys("al-Nusra Front", frozenset({"al"}))
    (True, ('nusra', 'front'))
    """
    keys = [key_of(token.lower) for token in tokenize(name) if token.lower not in HYPHENS]
    words = tuple(key for key in keys if key not in articles) or tuple(keys)
    return keys[0] != words[0], words


def _capitals_of(phrase: str, doubtful: frozenset[str]) -> tuple[int, int]:
    if phrase in doubtful:
        return 2, 2
    words = [token.text for token in tokenize(phrase) if token.text[0].isalpha() and token.lower not in _SMALL]
    return (int(words[0][0].isupper()), int(words[-1][0].isupper())) if words else (0, 0)
