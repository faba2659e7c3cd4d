"""Lists of names, searched for in the words of a text: one pass, the longest name at each place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import compress, repeat
from typing import Any, Generic, TypeVar

import attrs

from claimrec.lexicon.loader import Lexicon
from claimrec.reading.name_words import WORD, NameWords, name_keys
from claimrec.reading.phrases import END, Branch, openings

T = TypeVar("T")

_EITHER = frozenset({"al", "el", "the"})
"""Words that a name is written with small or with a capital, whatever the list says."""


@attrs.frozen
class _Meant(Generic[T]):
    meaning: T
    first: int  # the capitals that its first word needs, as in NameWords
    last: int
    article: bool  # must an article stand before it?
    alone: int = attrs.field(init=False)  # the capitals that it needs where its first word is its last

    @alone.default
    def _alone(self) -> int:
        return max(self.first, self.last)


_Alone = tuple["NamePhrases[Any]", Any, Sequence[_Meant[Any]]]
"""A list, what the word means in it, and the meanings to choose from where the first needs an article."""
CAPITALS = range(3)
"""As `NameWords` counts them: none, one, nothing but capitals."""
NOTHING: Sequence[Sequence[_Alone]] = ((), (), ())


class NamePhrases(Generic[T]):
    """Names ready to be searched for, each with a meaning.

    A name written small in the list matches in any case, one with a capital needs it, and one of `doubtful`
    (acronyms that are words: "IS") needs capitals throughout. A name listed with an article needs one. A lost
    apostrophe ("Syrias") is forgiven behind a capital. Of two meanings the first stands.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.tokens import tokenize
    >>> lexicon = load_lexicon("common")
    >>> names = NamePhrases([("Nusra Front", "group"), ("Syria", "country")], lexicon)
    >>> names.found_in(NameWords.of(tokenize("Syrias al-Nusra Front"), lexicon))
    [(0, 1, 'country'), (1, 3, 'group')]
    """

    def __init__(self, meanings: Iterable[tuple[str, T]], lexicon: Lexicon) -> None:
        self.branches: dict[str, Branch] = {}  # by the first word of a name
        doubtful = frozenset(lexicon.words("names", "doubtful"))
        owned: list[tuple[Branch, str, _Meant[T]]] = []
        for phrase, meaning in meanings:
            article, keys = name_keys(phrase)
            *before, last = keys
            branch: Branch = self.branches
            for key in before:
                branch = branch.setdefault(key, {})
            first_capital, last_capital = _capitals_of(phrase, doubtful)
            meant = _Meant(meaning, first_capital, last_capital, article)
            branch.setdefault(last, {}).setdefault(END, []).append(meant)
            owned.append((branch, f"{last}s", _Meant(meaning, first_capital, max(last_capital, 1), article)))
        listed = [one for one in owned if END not in one[0].get(one[1], ())]
        for branch, key, meant in listed:
            branch.setdefault(key, {}).setdefault(END, []).append(meant)

    @property
    def starts(self) -> Collection[str]:
        """The words that a name may begin with."""
        return self.branches.keys()

    def at(self, words: NameWords, place: int) -> tuple[int, T] | None:
        """The end (not included) and the meaning of the longest name that begins at word `place`, or None."""
        branch = self.branches.get(words.keys[place]) if place < len(words.keys) else None
        return None if branch is None else _longest(branch, words, place)

    def found_in(self, words: NameWords) -> list[tuple[int, int, T]]:
        """Every name as (first word, end, meaning), left to right, none inside another."""
        return apart(self.everywhere(words))

    def everywhere(self, words: NameWords) -> list[tuple[int, int, T]]:
        """At each word where a name begins the longest one, even inside another."""
        keys, known, found = words.keys, self.branches, []
        for place in compress(range(len(keys)), map(known.__contains__, keys)):
            branch = known[keys[place]]
            if END in branch or (place + 1 < len(keys) and keys[place + 1] in branch):
                hit = _longest(branch, words, place)
                if hit is not None:
                    found.append((place, *hit))
        return found


def _longest(branch: Branch, words: NameWords, place: int) -> tuple[int, Any] | None:
    """The end and the meaning of the longest name of the branch, to which the word at `place` leads."""
    keys, end = words.keys, place + 1
    found = _chosen(branch[END], words, place, end) if END in branch else None
    while end < len(keys) and (branch := branch.get(keys[end])):  # type: ignore[assignment]
        end += 1
        if END in branch:
            found = _chosen(branch[END], words, place, end) or found
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
    words = [word for word in WORD.findall(phrase) if word[0].isalpha() and word.lower() not in _EITHER]
    if not words:
        return 0, 0
    owner = words[-1].lower().endswith(("'s", "’s"))  # the possessive is a word of its own, and small
    small = owner or phrase[-1].isdigit()  # and so is the number of "M23"
    return int(words[0][0].isupper()), 0 if small else int(words[-1][0].isupper())


def apart(hits: Iterable[tuple[int, int, T]]) -> list[tuple[int, int, T]]:
    """Of names from left to right those that begin inside no other."""
    past = 0
    found: list[tuple[int, int, T]] = []
    for hit in hits:
        if hit[0] >= past:
            past = hit[1]
            found.append(hit)
    return found


class FoundNames:
    """What a search for names found in a text, as (first word, end, meaning)."""

    def __init__(self, lists: Iterable[NamePhrases[Any]]) -> None:
        self.hits: dict[NamePhrases[Any], list[tuple[int, int, Any]]] = {names: [] for names in lists}

    def of(self, names: NamePhrases[T]) -> list[tuple[int, int, T]]:
        """At each word where a name of this list begins the longest one, even inside another."""
        return self.hits[names]

    def apart(self, names: NamePhrases[T]) -> list[tuple[int, int, T]]:
        """The names of this list left to right, none inside another."""
        return apart(self.hits[names])


class NameSearch:
    """Several lists of names that are searched for in one pass over a text."""

    def __init__(self, lists: Iterable[NamePhrases[Any]]) -> None:
        self._lists = tuple(lists)
        known = openings([(names, names.branches) for names in self._lists])
        self._openings = {
            word: (_by_capital(alone), {one: (_by_capital(still), begun) for one, (still, begun) in further.items()})
            for word, (alone, further) in known.items()
        }

    def everywhere(self, words: NameWords) -> FoundNames:
        """What stands in these words."""
        found = FoundNames(self._lists)
        keys, known, hits = words.keys, self._openings, found.hits
        capitals = repeat(1, len(keys)) if words.shouted else words.capitals
        columns = zip(range(len(keys)), keys, [*keys[1:], ""], capitals, strict=False)
        opening = frozenset(filter(known.__contains__, frozenset(keys)))
        for place, key, second, capital in compress(columns, map(opening.__contains__, keys)):
            alone, further = known[key]
            if second in further:
                alone, branches = further[second]
                for names, branch in branches:
                    hit = _longest(branch, words, place)
                    if hit is not None:
                        hits[names].append((place, *hit))
            for names, meaning, choices in alone[capital]:
                if not choices:
                    hits[names].append((place, place + 1, meaning))
                    continue
                for one in choices:
                    if not one.article or words.firsts[place] < words.tokens[place]:
                        hits[names].append((place, place + 1, one.meaning))
                        break
        return found


def _by_capital(alone: Sequence[tuple[NamePhrases[Any], Sequence[_Meant[Any]]]]) -> Sequence[Sequence[_Alone]]:
    """What a word means alone in each list if it is written small, with a capital, and in capitals."""
    if not alone:
        return NOTHING
    meant = [[(names, [one for one in ones if one.alone <= capital]) for names, ones in alone] for capital in CAPITALS]
    return tuple(
        tuple((names, ones[0].meaning, ones if ones[0].article else ()) for names, ones in allowed if ones)
        for allowed in meant
    )
