"""The words that tie doers to deeds, compiled once for the reader's patterns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import attrs

from claimrec.lexicon.loader import Lexicon
from claimrec.reading.phrases import Phrases

SEARCHED = (
    "verbs",
    "fights",
    "light",
    "nouns",
    "acts",
    "blaming",
    "guilty",
    "forces",
    "insurgents",
    "unnamed",
    "ranks",
    "weapons",
)
"""Lists of `deeds.toml` whose phrases are searched for in a text; the others are looked up word by word."""

OF_DOERS = frozenset({"forces", "insurgents", "unnamed", "ranks", "weapons"})
"""Those of them whose phrases tell of no deed, only of those who act, and with what."""

PASSING = ("adverbs", "have", "be")
"""Lists of `grammar.toml` whose words may stand between a doer and the verb, beside those of `deeds.toml`."""


@attrs.frozen(eq=False)
class DeedWords:
    """The lists of `deeds.toml`; a phrase means all lists that it stands in ("shelling" is a verb and a noun)."""

    phrases: Phrases[frozenset[str]]
    word_sets: Mapping[str, frozenset[str]]

    def is_in(self, word: str, name: str) -> bool:
        """Does the lower-case word stand in this list?"""
        return word in self.word_sets[name]

    def any_in(self, words: Iterable[str], name: str) -> bool:
        """Does one of these lower-case words stand in the list?"""
        return not self.word_sets[name].isdisjoint(words)


@cache
def deed_words_of(lexicon: Lexicon) -> DeedWords:
    """The compiled words of deeds of a lexicon.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> deed_words_of(load_lexicon("common")).is_in("alleged", "alleged")
    True
    """
    lists = {name: lexicon.words("deeds", name) for name in lexicon.entries["deeds"]}
    standing: dict[str, set[str]] = {}
    for name in SEARCHED:
        for phrase in lists[name]:
            standing.setdefault(phrase, set()).add(name)
    grammar = lexicon.entries["grammar"]
    passing = [*lists["members"], *lists["passing"], *(word for name in PASSING for word in grammar[name].words)]
    return DeedWords(
        phrases=Phrases((phrase, frozenset(names)) for phrase, names in standing.items()),
        word_sets={name: frozenset(words) for name, words in lists.items()} | {"passing": frozenset(passing)},
    )
