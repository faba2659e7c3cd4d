"""What loosens a number: "at least", "nearly", "up to", before it or behind it."""

from __future__ import annotations

from functools import cache

import attrs

from claimrec.lexicon.entries import ConventionsEntry, HedgeEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.numerals import NumberWords, number_at, number_words
from claimrec.reading.phrases import Phrases
from claimrec.reading.tokens import Tokens
from claimrec.records.claim import Hedge

INCLUSIVE: dict[Hedge, Hedge] = {"more_than": "at_least", "fewer_than": "up_to"}
"""What a strict bound becomes when "or equal" stands behind its number."""


@attrs.frozen(eq=False)
class HedgeWords:
    """The hedges of a lexicon, ready to look up, and what its conventions make of them."""

    before: Phrases[Hedge]
    between: Phrases[None]
    after: Phrases[Hedge]
    inclusive: Phrases[None]
    conventions: ConventionsEntry
    numbers: NumberWords


@cache
def hedge_words(lexicon: Lexicon) -> HedgeWords:
    """The compiled hedges of a lexicon.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> hedge_words(load_lexicon("common")).conventions.name
    'common'
    """
    entries = lexicon.of(HedgeEntry).values()
    return HedgeWords(
        before=Phrases((word, entry.hedge) for entry in entries for word in entry.before),
        between=Phrases((word, None) for entry in entries for word in entry.between),
        after=Phrases((word, entry.hedge) for entry in entries for word in entry.after),
        inclusive=Phrases((word, None) for entry in entries for word in entry.inclusive),
        conventions=lexicon.conventions,
        numbers=number_words(lexicon),
    )


def postposed_hedge(tokens: Tokens, place: int, lexicon: Lexicon) -> tuple[int, Hedge] | None:
    """The end and the hedge of words behind a number or behind its noun, or None.

    The caller says where they may stand: "20 [at least]", "20 civilians [at least]", "20 people [or more]". Words that
    belong to the next number ("20 killed, at least 3 of them") are no such hedge.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.tokens import tokenize
    >>> postposed_hedge(tokenize("20 civilians at least"), 2, load_lexicon("common"))
    (4, 'at_least')
    """
    return hedge_behind(tokens, place, hedge_words(lexicon))


def hedge_behind(tokens: Tokens, place: int, words: HedgeWords) -> tuple[int, Hedge] | None:
    """The same with the words compiled."""
    hit = words.after.at(tokens, place)
    if hit is None or (hit[0] < len(tokens) and number_at(tokens, hit[0], words.numbers) is not None):
        return None
    return hit


def hedges_before(tokens: Tokens, place: int, words: HedgeWords) -> tuple[int, list[Hedge]]:
    """Where the number begins behind the hedges at token `place`, and the hedges, outermost first."""
    hedges: list[Hedge] = []
    while len(hedges) < MOST_HEDGES and (hit := words.before.at(tokens, place)) is not None:
        hedges.append(hit[1])
        between = words.between.at(tokens, hit[0])
        place = hit[0] if between is None else between[0]
    return place, hedges


MOST_HEDGES = 3
"""Hedges before one number: "at least an estimated 40" has two."""
