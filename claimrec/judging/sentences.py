"""How judging quotes claims, so that every finding can be read without opening anything else."""

from __future__ import annotations

from collections.abc import Sequence

from claimrec.records.article import Quote
from claimrec.records.claim import Claim, Effect, Hedge, Toll
from claimrec.values.count import Count

LONGEST_QUOTE = 160
"""Characters of a quote that a sentence repeats; the claim holds all of it."""


def speaker(claim: Claim) -> str:
    """Who asserts a claim, and where it was printed.

    >>> speaker(Claim("a1", Quote("a1", 0, 4, "Nine"), ("Daily A", "Agency B", "Monitor C")))
    'Monitor C (in Daily A)'
    """
    publisher, origin = claim.voices[0], claim.voices[-1]
    return origin if origin == publisher else f"{origin} (in {publisher})"


def in_words(quote: Quote | None) -> str:
    """The quoted words on one line, in quotation marks, cut where they are long; nothing where there is no quote.

    >>> in_words(Quote("a1", 0, 9, "Nine men "))
    '“Nine men”'
    """
    if quote is None:
        return ""
    line = " ".join(quote.text.split())
    return f"“{line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE].rsplit(' ', 1)[0] + ' …'}”"


def effect_in_words(effect: Effect) -> str:
    """The effect as it is read.

    >>> effect_in_words("killed_or_wounded")
    'killed or wounded'
    """
    return effect.replace("_", " ")


def count_in_words(count: Count, hedge: Hedge) -> str:
    """The count behind a hedge, as it is said.

    >>> count_in_words(Count.at_least(150_001), "more_than"), count_in_words(Count.at_least(21), "at_least")
    ('more than 150000', 'at least 21')
    """
    return f"more than {count.low - 1}" if hedge == "more_than" and count.high is None and count.low else str(count)


def said(claim: Claim, toll: Toll) -> str:
    """Who says how many, and the words.

    >>> toll = Toll("killed", Count.at_least(27), Quote("a1", 0, 20, "At least 27 soldiers"))
    >>> said(Claim("a1", Quote("a1", 0, 20, "At least 27 soldiers"), ("Daily A",)), toll)
    'Daily A says at least 27 killed, “At least 27 soldiers”'
    """
    counted = f"{speaker(claim)} says {count_in_words(toll.count, toll.hedge)} {effect_in_words(toll.effect)}"
    return f"{counted}, {in_words(toll.quote)}" if toll.quote else counted


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them.

    >>> listed(["A", "B", "C"])
    'A, B and C'
    """
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
