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
    words = [word for word in tokens.words.words if word[0].isalpha()]
    if sum(map(str.isascii, words)) < len(words) / 2:
        return False
    if len(words) < FEWEST_WORDS:
        return True
    return len(tokens.words.places_of(grammar_of(lexicon).word_sets["english"])) >= ENGLISH_SHARE * len(words)
