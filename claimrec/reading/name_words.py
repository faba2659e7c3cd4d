"""Tokens as names are spelled: hyphens and articles stand apart, accents and apostrophes are gone.

"Al-Nusra Front", "al Nusra Front" and "Nusra Front" are one name to a reader; so they are one row of words here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import compress, filterfalse
from operator import ne

from anyascii import anyascii

from claimrec.lexicon.loader import Lexicon
from claimrec.lexicon.romanisation import ARABIC, ARTICLES, arabic_key
from claimrec.reading.brief import brief
from claimrec.reading.tokens import Tokens

HYPHENS = frozenset("-‐‑–")
POSSESSIVE = "'s"
BLANK_LINE = "\n\n"
UPPER_CASE_SHARE = 0.7
"""From this share of words in capitals on, capitals say nothing: such texts are cables and old wires."""
FEWEST_CAPITALS = 0.2
"""Even with numbers and signs counted in, texts with a smaller share of words in capitals are no such texts."""

APOSTROPHES = frozenset("'’ʼ‘`ʿʾ´")
WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’ʼ‘`][^\W\d_]+)*|[^\s\w‐‑–-]")
"""The tokens of a name, as `tokenize` cuts them, without hyphens."""
_WITHOUT_APOSTROPHES = str.maketrans("", "", "".join(sorted(APOSTROPHES)))
_SIGNS = HYPHENS | APOSTROPHES


@lru_cache(maxsize=65536)
def key_of(lower: str) -> str:
    """A word as it is looked up: plain letters, no apostrophes; a sign that is nothing but apostrophe stays.

    >>> key_of("ma‘arrat"), key_of("ḩamāh"), key_of("الرقة") == key_of("رقه")
    ('maarrat', 'hamah', True)
    """
    if lower == POSSESSIVE:
        return lower
    if ARABIC.search(lower):
        return arabic_key(lower) or lower
    plain = lower if lower.isascii() else anyascii(lower).lower()
    return plain.translate(_WITHOUT_APOSTROPHES) or lower


@cache
def keys_of(lexicon: Lexicon, name: str) -> frozenset[str]:
    """The words of a list of `names.toml` as they are looked up."""
    return frozenset(key_of(word.lower()) for word in lexicon.words("names", name))


def name_keys(name: str) -> tuple[bool, tuple[str, ...]]:
    """Does the name begin with an article, and its words as they are looked up.

    >>> name_keys("al-Nusra Front")
    (True, ('nusra', 'front'))
    """
    keys: list[str] = []
    for word in WORD.findall(name):
        lower = word.lower()
        if lower in APOSTROPHES:
            continue
        if len(lower) > len(POSSESSIVE) and lower[-1] == "s" and lower[-2] in "'’ʼ‘`":
            keys += [key_of(lower[:-2]), POSSESSIVE]
        else:
            keys.append(key_of(lower))
    words = tuple(key for key in keys if key not in ARTICLES) or tuple(keys)
    return keys[0] != words[0], words


@brief
class NameWords:
    """The words of a text without hyphens and Arabic articles; four columns of one length.

    `keys` are what is looked up, `tokens` their place among the tokens, `firsts` the same with an article before the
    word counted in, `capitals` is 1 for a word with a capital, 2 for one in capitals, 0 for others. `shouted` texts
    have capitals only, where they say nothing. `paragraphs` are the words of `text` that a blank line stands before: no
    name runs over it.
    """

    keys: list[str]
    tokens: list[int]
    firsts: list[int]
    capitals: bytes
    shouted: bool
    paragraphs: frozenset[int]

    @classmethod
    def of(cls, tokens: Tokens, lexicon: Lexicon, text: str = "") -> NameWords:
        """The words of these tokens; the article "al" needs a capital behind it, others ("as", "at") more than that."""
        certain, hyphened = keys_of(lexicon, "articles"), keys_of(lexicon, "hyphened_articles")
        last = len(tokens) - 1
        signs = [n for n in tokens.words.places_of(_SIGNS) if n < last and _is_tied_sign(tokens, n)]
        articles = [
            place
            for place in tokens.words.places_of(ARTICLES)
            if place < last
            and _is_article(tokens, place, sure=tokens.lower[place] in certain, unsure=tokens.lower[place] in hyphened)
        ]
        kept = bytearray(b"\1") * len(tokens)
        for place in (*signs, *articles):
            kept[place] = 0
        places = list(compress(range(len(tokens)), kept))
        firsts = places.copy()
        for place in articles:
            firsts[bisect_left(places, place)] = place
        keys = list(compress(_keys(tokens), kept))
        capitals = bytearray(len(tokens))
        for place in compress(range(len(tokens)), map(ne, tokens, tokens.lower)):
            word = tokens[place]
            capitals[place] = 2 if word.isupper() else word[0].isupper()
        standing = bytes(compress(capitals, kept))
        return cls(keys, places, firsts, standing, _in_capitals(keys, standing), _paragraphs(tokens, places, text))

    def capitalised(self) -> Iterator[int]:
        """Which words have a capital, left to right."""
        return compress(range(len(self.keys)), self.capitals)

    def span(self, first: int, end: int) -> tuple[int, int]:
        """The tokens, first and end (not included), of the words from `first` to `end`."""
        return self.firsts[first], self.tokens[end - 1] + 1

    def place_of(self, token: int) -> int:
        """The word that stands at a token, or the first behind it."""
        return bisect_left(self.tokens, token)

    def hyphen_follows(self, end: int, tokens: Tokens) -> bool:
        """Is the word before `end` tied by a hyphen to the next one, as in "Ankara-backed"?"""
        place = self.tokens[end - 1] + 1
        return end < len(self.keys) and tokens[place] in HYPHENS and tokens.starts[place] == tokens.ends[place - 1]


def _paragraphs(tokens: Tokens, places: Sequence[int], text: str) -> frozenset[int]:
    """Which of the words, which stand at these tokens, are the first behind a blank line."""
    found, line = set(), text.find(BLANK_LINE)
    while line >= 0:
        first = bisect_left(tokens.starts, line)
        found.add(bisect_left(places, first))
        line = text.find(BLANK_LINE, tokens.starts[first]) if first < len(tokens) else -1
    return frozenset(found)


def _keys(tokens: Tokens) -> list[str]:
    """The tokens as they are looked up."""
    keys = tokens.lower.copy()
    for word in {*filterfalse(str.isascii, tokens.words.different), *tokens.words.unlettered}:
        if (key := key_of(word)) != word:
            for place in tokens.words.places_of(frozenset([word])):
                keys[place] = key
    return keys


def _in_capitals(keys: Sequence[str], capitals: bytes) -> bool:
    """Is the whole text written in capitals?"""
    if capitals.count(2) < FEWEST_CAPITALS * len(capitals):
        return False
    letters = [capital for key, capital in zip(keys, capitals, strict=True) if len(key) > 1 and key[0].isalpha()]
    return bool(letters) and letters.count(2) >= UPPER_CASE_SHARE * len(letters)


def _is_tied_sign(tokens: Tokens, place: int) -> bool:
    """Is it a hyphen or apostrophe that belongs to a word beside it ("Workers' Party", "al-‘Ashara")?"""
    word = tokens.lower[place]
    tied = place > 0 and tokens.ends[place - 1] == tokens.starts[place]
    joined = tied or tokens.ends[place] == tokens.starts[place + 1]
    return joined and (word in APOSTROPHES or (place > 0 and word in HYPHENS))


def _is_article(tokens: Tokens, place: int, *, sure: bool, unsure: bool) -> bool:
    following = tokens[place + 1]
    if following in HYPHENS and tokens.starts[place + 1] == tokens.ends[place]:
        return True
    if not following[0].isupper():
        return False
    inside = place > 0 and tokens[place - 1][-1].isalnum()  # where a capital means a name
    return sure or (inside and not unsure and tokens[place].istitle())
