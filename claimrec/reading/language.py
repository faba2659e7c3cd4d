"""Which articles can be read: English ones."""

from __future__ import annotations

from claimrec.lexicon.loader import Lexicon
from claimrec.reading.grammar import grammar_of
from claimrec.reading.tokens import Tokens

ENGLISH_SHARE = 0.12
"""Least share of function words among the words; English news has 0.25 to 0.45, French or Spanish under 0.05 (own)."""

FEWEST_WORDS = 8
"""Shorter texts are taken for English unless their letters say otherwise."""


def is_english(tokens: Tokens, lexicon: Lexicon) -> bool:
    """Are these tokens English, judged by its function words?

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.tokens import tokenize
    >>> is_english(tokenize("Au moins huit soldats ont été tués dans une attaque près du village"), load_lexicon())
    False
    """
    often = {word: len(places) for word, places in tokens.words.places.items() if word[0].isalpha()}
    words = sum(often.values())
    if sum(times for word, times in often.items() if word.isascii()) < words / 2:
        return False
    if words < FEWEST_WORDS:
        return True
    english = grammar_of(lexicon).word_sets["english"]
    return sum(often[word] for word in english.intersection(often)) >= ENGLISH_SHARE * words
