"""Which articles can be read: English ones; and what stands in other letters among them."""

from __future__ import annotations

from functools import lru_cache
from itertools import filterfalse
from operator import itemgetter

from claimrec.lexicon.entries import EffectEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.lexicon.romanisation import ARABIC
from claimrec.reading.grammar import grammar_of
from claimrec.reading.sentences import split_sentences
from claimrec.reading.tokens import Tokens, tokenize

ENGLISH_SHARE = 0.12
"""Least share of function words among the words; English news has 0.25 to 0.45, French or Spanish under 0.05 (own)."""

FEWEST_WORDS = 8
"""Shorter texts are taken for English unless their letters say otherwise."""

HEADLINES = 30
"""Words of a text of headlines alone, which leave out function words: an English word of harm is enough."""

ARABIC_WORDS = 4
"""Words of the shortest sentence in Arabic script; fewer are a name."""


def is_english(tokens: Tokens, lexicon: Lexicon) -> bool:
    """Are these tokens English, judged by its function words?

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.tokens import tokenize
    >>> is_english(tokenize("Au moins huit soldats ont été tués dans une attaque près du village"), load_lexicon())
    False
    """
    foreign = [word for word in filterfalse(str.isascii, tokens.words.different) if word[0].isalpha()]
    known = tokens.words.count_of(grammar_of(lexicon).word_sets["english"])
    if known >= ENGLISH_SHARE * len(tokens) and not foreign:
        return True  # whatever of them are words
    words = sum(map(str.isalpha, map(itemgetter(0), tokens)))
    if tokens.words.count_of(frozenset(foreign)) > words / 2:
        return False
    if words < FEWEST_WORDS:
        return True
    if words < HEADLINES and tokens.words.count_of(_words_of_harm(lexicon)):
        return True
    return known >= ENGLISH_SHARE * words


@lru_cache(maxsize=16)
def _words_of_harm(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word for effect in lexicon.of(EffectEntry).values() for word in (*effect.active, *effect.passive))


def arabic_sentences(text: str, lexicon: Lexicon) -> int:
    """How many sentences of a text are in Arabic script, which are not read; a name in brackets is no sentence.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> arabic_sentences("Six died in Homs (حمص). قتل رجلان في مدينة حمص.", load_lexicon())
    1
    """
    if not ARABIC.search(text):
        return 0
    tokens = tokenize(text)
    counted = 0
    for sentence in split_sentences(tokens, text, lexicon):
        words = [word for word in tokens[sentence.first : sentence.end] if word[0].isalpha()]
        arabic = sum(bool(ARABIC.match(word)) for word in words)
        counted += arabic >= ARABIC_WORDS and 2 * arabic > len(words)
    return counted
