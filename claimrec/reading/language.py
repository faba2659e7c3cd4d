"""Which articles can be read: English ones."""

from __future__ import annotations

from collections.abc import Sequence

from claimrec.lexicon.loader import Lexicon
from claimrec.reading.tokens import Token

ENGLISH_SHARE = 0.12
"""Least share of function words among the words; English news has 0.25 to 0.45, French or Spanish under 0.05 (own)."""

FEWEST_WORDS = 8
"""Shorter texts are taken for English unless their letters say otherwise."""


def is_english(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Are these tokens English, judged by its function words?

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.tokens import tokenize
    >>> is_english(tokenize("Au moins huit soldats ont été tués dans une attaque près du village"), load_lexicon())
    False
    """
    words = [token.lower for token in tokens if token.lower[0].isalpha()]
    latin = sum(word.isascii() for word in words)
    if words and latin < len(words) / 2:
        return False
    if len(words) < FEWEST_WORDS:
        return True
    function_words = frozenset(lexicon.words("grammar", "english"))
    return sum(word in function_words for word in words) >= ENGLISH_SHARE * len(words)
