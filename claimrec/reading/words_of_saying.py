"""Whether a word of saying says something where it stands: not in "a report from", "claimed six lives"."""

from __future__ import annotations

from claimrec.reading.grammar import AUXILIARIES
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence

NAME_REACH = 4
"""Tokens around a word with a capital in which small letters tell that it is in a name ("the United States said")."""
CLAUSE_ENDS = ([","], ["."], [";"])
LONG = 4
"""Letters of such words: headlines write "in" and "of" small."""
LIVES = 7
"""Tokens from "claimed" over "at least 400" to "lives"."""


def says(parsed: Parsed, sentence: Sentence, verb: int) -> bool:
    """Is the word a verb of saying here, and not as in "a report from", "responded by firing missiles", "called X"?"""
    lower, lists = parsed.tokens.lower, parsed.speech.word_sets
    if verb > sentence.first and ("article" in parsed.lists[verb - 1] or _in_name(parsed, sentence, verb)):
        return False
    word, behind = lower[verb], lower[verb + 1] if verb + 1 < sentence.end else ""
    if word in lists["with_word"]:
        return behind in lists["word_behind"]
    if behind in ("into", "through"):
        return False  # "slammed into a market"
    if word in lists["answering"] and behind in ("by", "with"):
        return False
    if "takes_lives" in parsed.lists[verb] and _takes_lives(parsed, verb):
        return False
    return behind == "that" or word not in lists["with_that"]


def _takes_lives(parsed: Parsed, verb: int) -> bool:
    """As in "claimed the lives of 12 people", but not in "claimed 12 lives were lost"."""
    behind = parsed.lists[verb + 1 : verb + LIVES]
    lives = next((n for n, lists in enumerate(behind) if "lives" in lists), None)
    if lives is None or parsed.tokens.lower[verb + 1] == "that":
        return False
    return behind[lives + 1 : lives + 2] == [] or behind[lives + 1].isdisjoint(AUXILIARIES)


def _in_name(parsed: Parsed, sentence: Sentence, place: int) -> bool:
    """As in "the United States said": a word with a capital amid small letters, as no headline has it."""
    if not parsed.tokens[place][0].isupper() or parsed.shouted:
        return False
    around = parsed.tokens[max(sentence.first, place - NAME_REACH) : min(sentence.end, place + NAME_REACH + 1)]
    return any(len(word) >= LONG and word.islower() for word in around)


def claims_a_deed(parsed: Parsed, verb: int) -> bool:
    """As in "X claimed responsibility", which says who did it and nothing else."""
    if parsed.tokens.lower[verb] == "claimed" and parsed.tokens[verb + 1 : verb + 2] in CLAUSE_ENDS:
        return True  # "a raid that X claimed."
    stance = parsed.stances.get(verb)
    says_more = parsed.speech.is_in(parsed.tokens.lower[verb], "surely_said")  # "said its fighters killed two"
    return stance is not None and stance.meaning == "claimed" and not says_more
