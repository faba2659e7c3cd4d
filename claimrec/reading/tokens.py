"""Text cut into tokens, with offsets; every later step works on them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain, filterfalse
from operator import sub

_TOKEN = re.compile(
    r"\s*+(?:"
    r"[A-Za-z]++(?=[ ,])"  # most words, which need no closer look
    r"|(?:[A-Za-z]\.){2,}"  # U.S.
    r"|[^\W\d_]+(?:['’ʼ‘`](?![sS](?!['’ʼ‘`]?[^\W\d_]))[^\W\d_]+)*"  # don't, Qur'an, but not the end of Syria's
    r"|(?<=[^\W\d_])['’ʼ‘`][sS](?![^\W\d_])"  # which is this
    r"|\d+(?:[.,]\d{3})+(?!\d)"  # 370,000
    r"|\d+\.\d+"  # 1.5
    r"|\d+"
    r"|\S)"
)
"""A token with the white space before it."""

FIGURES = frozenset("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")
"""Western and Arabic figures."""
_FIGURE = re.compile(f"[{''.join(sorted(FIGURES))}]")
_APOSTROPHES = "’‘ʼ`"


class WordIndex:
    """Where each word of a text stands, so that a word list asks for its own only.

    >>> WordIndex(["two", "men", "and", "two", "women"]).places_of(frozenset({"two", "women"}))
    [0, 3, 4]
    """

    def __init__(self, words: Sequence[str]) -> None:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(words):
            places[word].append(place)
        self._places = places
        self.different = frozenset(places)

    def places_of(self, words: frozenset[str]) -> list[int]:
        """Where one of these words stands, left to right."""
        here = words & self.different  # few or none, which is soon known
        return sorted(chain.from_iterable(map(self._places.__getitem__, here))) if here else []

    def count_of(self, words: frozenset[str]) -> int:
        """How often these words stand in the text."""
        return sum([len(self._places[word]) for word in words & self.different])

    def respelled(self, words: Mapping[int, tuple[str, str]]) -> WordIndex:
        """The same with new words at some ascending places, of each the word until now and the one from now on.

        >>> WordIndex(["us", "of", "us"]).respelled({2: ("us", "US")}).places_of(frozenset({"US"}))
        [2]
        """
        other = WordIndex(())
        other._places = places = self._places.copy()
        for word in {word for word, _ in words.values()}:
            places[word] = [place for place in places[word] if place not in words]
            if not places[word]:
                del places[word]
        new: defaultdict[str, list[int]] = defaultdict(list)
        for place, (_, word) in words.items():
            new[word].append(place)
        places.update(new)
        other.different = frozenset(places)
        return other

    @cached_property
    def unlettered(self) -> frozenset[str]:
        """The words with other signs than letters."""
        return frozenset(filterfalse(str.isalpha, self.different))

    @cached_property
    def figures(self) -> list[int]:
        """Where a word begins with a figure, left to right."""
        return self.places_of(frozenset(filter(_FIGURE.match, self.unlettered)))


class Tokens(list[str]):
    """The words, numbers and signs of a text in order, as printed; `lower` are the same in lower case.

    Token n stands from `starts[n]` to `ends[n]` of the text (code points); `words` tells where each lower-case word is.
    """  # columns, as an article has hundreds of tokens, and an object for each costs more than finding them

    def __init__(self, words: Sequence[str], lower: list[str], starts: list[int], ends: list[int]) -> None:
        super().__init__(words)
        self.lower = lower
        self.starts = starts
        self.ends = ends

    @cached_property
    def words(self) -> WordIndex:
        """Where each lower-case word stands."""
        return WordIndex(self.lower)

    def keeping(self, names: Collection[int]) -> Tokens:
        """The same with capitals in `lower` at the tokens of these names: "IS" is no "is", nor "US" "us".

        >>> tokenize("The US killed two").keeping({1}).lower
        ['the', 'US', 'killed', 'two']
        """
        if not names:
            return self
        kept = Tokens(self, self.lower.copy(), self.starts, self.ends)
        for place in names:
            kept.lower[place] = self[place]
        kept.words = self.words.respelled({place: (self.lower[place], self[place]) for place in sorted(names)})
        return kept


def tokenize(text: str) -> Tokens:
    """The tokens of a text in order; white space is left out, everything else stands in exactly one token.

    A possessive is cut off: "Syria's" is `Syria` and `'s`. Lower case also straightens apostrophes.

    >>> tokenize("Syria's 27 soldiers, 1,200 in all, the U.S. said.")
    ['Syria', "'s", '27', 'soldiers', ',', '1,200', 'in', 'all', ',', 'the', 'U.S.', 'said', '.']
    """
    found = _TOKEN.findall(text.rstrip())  # behind which every match ends in a token
    words = list(map(str.lstrip, found))
    ends = list(accumulate(map(len, found)))
    starts = list(map(sub, ends, map(len, words)))
    lower = "\n".join(words).lower()
    for apostrophe in _APOSTROPHES:
        lower = lower.replace(apostrophe, "'")
    return Tokens(words, lower.split("\n") if words else [], starts, ends)


def words_of(tokens: Tokens, first: int, last: int, text: str) -> str:
    """The text from token `first` to token `last` (not included), as printed."""
    return text[tokens.starts[first] : tokens.ends[last - 1]]
