"""Tokens as names are spelled: hyphens and articles stand apart, accents and apostrophes are gone.

"Al-Nusra Front", "al Nusra Front" and "Nusra Front" are one name to a reader; so they are one row of words here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import compress
from typing import Any, Generic, TypeVar

import attrs
from anyascii import anyascii

from claimrec.lexicon.loader import Lexicon
from claimrec.lexicon.romanisation import ARABIC, ARTICLES, arabic_key
from claimrec.reading.tokens import Tokens, WordIndex

T = TypeVar("T")

HYPHENS = frozenset("-‐‑–")
POSSESSIVE = "'s"
UPPER_CASE_SHARE = 0.7
"""From this share of words in capitals on, capitals say nothing: such texts are cables and old wires."""
FEWEST_CAPITALS = 0.2
"""Even with numbers and signs counted in, texts with a smaller share of words in capitals are no such texts."""

APOSTROPHES = frozenset("'’ʼ‘`ʿʾ´")
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’ʼ‘`][^\W\d_]+)*|[^\s\w‐‑–-]")
"""The tokens of a name, as `tokenize` cuts them, without hyphens."""
_WITHOUT_APOSTROPHES = str.maketrans("", "", "".join(sorted(APOSTROPHES)))
_LEFT_OUT = HYPHENS | ARTICLES | APOSTROPHES
_EITHER = frozenset({"al", "el", "the"})
"""Words that a name is written with small or with a capital, whatever the list says."""
_END = ""
"""Marks the end of a phrase; no word is empty."""


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
    for word in _WORD.findall(name):
        lower = word.lower()
        if lower in APOSTROPHES:
            continue
        if len(lower) > len(POSSESSIVE) and lower[-1] == "s" and lower[-2] in "'’ʼ‘`":
            keys += [key_of(lower[:-2]), POSSESSIVE]
        else:
            keys.append(key_of(lower))
    words = tuple(key for key in keys if key not in ARTICLES) or tuple(keys)
    return keys[0] != words[0], words


@attrs.frozen
class NameWords:
    """The words of a text without hyphens and Arabic articles; four columns of one length.

    `keys` are what is looked up, `tokens` their place among the tokens, `firsts` the same with an article before the
    word counted in, `capitals` is 1 for a word with a capital, 2 for one in capitals, 0 for others. `shouted` texts
    have capitals only, where they say nothing. `index` tells where each key stands.
    """

    keys: list[str]
    tokens: list[int]
    firsts: list[int]
    capitals: list[int]
    shouted: bool
    index: WordIndex

    @classmethod
    def of(cls, tokens: Tokens, lexicon: Lexicon) -> NameWords:
        """The words of these tokens; the article "al" needs a capital behind it, others ("as", "at") more than that."""
        certain, hyphened = keys_of(lexicon, "articles"), keys_of(lexicon, "hyphened_articles")
        doubtful = [place for place in tokens.words.places_of(_LEFT_OUT) if place + 1 < len(tokens)]
        signs = {place for place in doubtful if _is_tied_sign(tokens, place)}
        articles = [
            place
            for place in doubtful
            if (lower := tokens.lower[place]) in ARTICLES
            and _is_article(tokens, place, sure=lower in certain, unsure=lower in hyphened)
        ]
        kept = bytearray(b"\1") * len(tokens)
        for place in signs.union(articles):
            kept[place] = 0
        places = list(compress(range(len(tokens)), kept))
        firsts = places.copy()
        for place in articles:
            firsts[bisect_left(places, place)] = place
        printed, keys = list(compress(tokens, kept)), list(compress(tokens.lower, kept))
        capitals = [0 if word == key else _capital(word) for word, key in zip(printed, keys, strict=True)]
        respelled = {word: key_of(word) for word in tokens.words.different if not (word.isalpha() and word.isascii())}
        if any(word != key for word, key in respelled.items()):
            keys = [respelled.get(word, word) for word in keys]
        return cls(keys, places, firsts, capitals, _in_capitals(keys, capitals), WordIndex(keys))

    def capitalised(self) -> Iterator[int]:
        """Which words have a capital, left to right."""
        return compress(range(len(self.keys)), self.capitals)

    def span(self, first: int, end: int) -> tuple[int, int]:
        """The tokens, first and end (not included), of the words from `first` to `end`."""
        return self.firsts[first], self.tokens[end - 1] + 1

    def hyphen_follows(self, end: int, tokens: Tokens) -> bool:
        """Is the word before `end` tied by a hyphen to the next one, as in "Ankara-backed"?"""
        place = self.tokens[end - 1] + 1
        return end < len(self.keys) and tokens[place] in HYPHENS and tokens.starts[place] == tokens.ends[place - 1]


def _in_capitals(keys: Sequence[str], capitals: Sequence[int]) -> bool:
    """Is the whole text written in capitals?"""
    if capitals.count(2) < FEWEST_CAPITALS * len(capitals):
        return False
    letters = [capital for key, capital in zip(keys, capitals, strict=True) if len(key) > 1 and key[0].isalpha()]
    return bool(letters) and letters.count(2) >= UPPER_CASE_SHARE * len(letters)


def _capital(text: str) -> int:
    """1 for a word with a capital, 2 for one in capitals, 0 for others."""
    return 2 if text.isupper() else int(text[0].isupper())


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


@attrs.frozen
class _Meant(Generic[T]):
    meaning: T
    first: int  # the capitals that its first word needs, as in NameWords
    last: int
    article: bool  # must an article stand before it?


class NamePhrases(Generic[T]):
    """Names ready to be searched for, each with a meaning.

    A name written small in the list matches in any case, one with a capital needs it, and one of `doubtful`
    (acronyms that are words: "IS") needs capitals throughout. A name listed with an article needs one. A lost
    apostrophe ("Syrias") is forgiven behind a capital. Of two meanings the first stands. `starts` are the words that a
    name may begin with.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.tokens import tokenize
    >>> lexicon = load_lexicon("common")
    >>> names = NamePhrases([("Nusra Front", "group"), ("Syria", "country")], lexicon)
    >>> names.found_in(NameWords.of(tokenize("Syrias al-Nusra Front"), lexicon))
    [(0, 1, 'country'), (1, 3, 'group')]
    """

    def __init__(self, meanings: Iterable[tuple[str, T]], lexicon: Lexicon) -> None:
        self._first: dict[str, dict[str, Any]] = {}
        doubtful = frozenset(lexicon.words("names", "doubtful"))
        owned: list[tuple[dict[str, Any], str, _Meant[T]]] = []
        for phrase, meaning in meanings:
            article, keys = name_keys(phrase)
            *before, last = keys
            branch: dict[str, Any] = self._first
            for key in before:
                branch = branch.setdefault(key, {})
            first_capital, last_capital = _capitals_of(phrase, doubtful)
            meant = _Meant(meaning, first_capital, last_capital, article)
            branch.setdefault(last, {}).setdefault(_END, []).append(meant)
            owned.append((branch, f"{last}s", _Meant(meaning, first_capital, max(last_capital, 1), article)))
        listed = [one for one in owned if _END not in one[0].get(one[1], ())]
        for branch, key, meant in listed:
            branch.setdefault(key, {}).setdefault(_END, []).append(meant)
        self.starts = frozenset(self._first)

    def at(self, words: NameWords, place: int) -> tuple[int, T] | None:
        """The end (not included) and the meaning of the longest name that begins at word `place`, or None."""
        keys, end = words.keys, place
        branch: Any = self._first
        found: tuple[int, T] | None = None
        while end < len(keys) and (branch := branch.get(keys[end])) is not None:
            end += 1
            if _END in branch:
                found = _chosen(branch[_END], words, place, end) or found
        return found

    def found_in(self, words: NameWords) -> list[tuple[int, int, T]]:
        """Every name as (first word, end, meaning), left to right, none inside another."""
        found, past = [], 0
        for place, end, meaning in self.everywhere(words):
            if place >= past:
                past = end
                found.append((place, end, meaning))
        return found

    def everywhere(self, words: NameWords) -> list[tuple[int, int, T]]:
        """At each word where a name begins the longest one, even inside another."""
        keys, first, found = words.keys, self._first, []
        for place in words.index.places_of(self.starts):
            branch = first[keys[place]]
            if _END in branch or (place + 1 < len(keys) and keys[place + 1] in branch):
                hit = self.at(words, place)
                if hit is not None:
                    found.append((place, *hit))
        return found


def _chosen(meant: list[_Meant[T]], words: NameWords, place: int, end: int) -> tuple[int, T] | None:
    first, last = (1, 1) if words.shouted else (words.capitals[place], words.capitals[end - 1])
    for one in meant:
        if first >= one.first and last >= one.last and (not one.article or words.firsts[place] < words.tokens[place]):
            return end, one.meaning
    return None


def _capitals_of(phrase: str, doubtful: frozenset[str]) -> tuple[int, int]:
    if phrase == phrase.lower():
        return 0, 0
    if phrase in doubtful:
        return 2, 2
    words = [word for word in _WORD.findall(phrase) if word[0].isalpha() and word.lower() not in _EITHER]
    if not words:
        return 0, 0
    owner = words[-1].lower().endswith(("'s", "’s"))  # the possessive is a word of its own, and small
    return int(words[0][0].isupper()), 0 if owner else int(words[-1][0].isupper())
