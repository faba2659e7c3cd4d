"""Which numbers of people a quotation says: in figures and words, one by an article, several by a bare plural."""

from __future__ import annotations

from claimrec.lexicon.loader import Lexicon
from claimrec.reading.counts import find_counts
from claimrec.reading.grammar import grammar_of
from claimrec.reading.names import find_names
from claimrec.reading.tokens import Tokens, tokenize
from claimrec.values.count import Count

COUNTED = 5
"""Tokens between a number and the noun that it counts ("three masked and armed men")."""
MOST_SUMMED = 40
"""Numbers of one quotation that are tried as a sum; no sentence lists more."""


def numbers_said(words: str, lexicon: Lexicon) -> tuple[Count, ...]:
    """Every number of people that the words say, left to right.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> [str(count) for count in numbers_said("a soldier, at least three rebels and civilians", load_lexicon())]
    ['1', 'at least 3', 'at least 2']
    """
    tokens = tokenize(words)
    grammar, plural = grammar_of(lexicon), lexicon.conventions.plural
    found = [(mention.first, mention.end, mention.count) for mention in find_counts(tokens, lexicon)]
    ends = [end for _, end, _ in found]
    for hit in grammar.phrases.everywhere(tokens):
        if hit.meaning == "nobody" and not any(first <= hit.first < end for first, end, _ in found):
            found.append((hit.first, hit.end, Count.exactly(0)))
            ends.append(hit.end)
    past = 0
    for noun in find_names(tokens, words, lexicon).victims:
        counted = any(max(past, noun.first - COUNTED) <= end <= noun.first for end in ends)
        past = noun.end
        if counted or any(first <= noun.first < end for first, end, _ in found):
            continue
        if noun.plural:
            found.append((noun.first, noun.end, plural))
        elif _is_determined(tokens, noun.first, grammar.word_sets["determiner"]):
            found.append((noun.first, noun.end, Count.exactly(1)))
    return tuple(count for _, _, count in sorted(found, key=lambda one: one[:2]))


def _is_determined(tokens: Tokens, place: int, determiners: frozenset[str]) -> bool:
    """Does an article or the like stand before the noun, adjectives between ("a senior rebel")?"""
    return any(word in determiners for word in tokens.lower[max(0, place - COUNTED) : place])


def follows(count: Count, words: str, lexicon: Lexicon) -> bool:
    """Is the count one of the numbers that the words say, or the sum of some that stand side by side?

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> follows(Count.exactly(5), "three men and two women", load_lexicon())
    True
    """
    numbers = numbers_said(words, lexicon)[:MOST_SUMMED]
    for first, number in enumerate(numbers):
        total = number
        if total == count:
            return True
        for further in numbers[first + 1 :]:
            total = total + further
            if total == count:
                return True
    return False
