"""Speakers whom no list knows, told by where they stand: "the regional prosecutor's office said", "according to X"."""

from __future__ import annotations

from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.speaker_names import POSSESSIVE, before_time

LONGEST = 9
"""Words of such a speaker, the article included."""
OPENERS = frozenset({",", ";", ":", '"', "”", "“", "(", ")", "-", "–", "—", ".", "!", "?", "’", "'"})
"""Signs behind which a clause begins."""


def phrase_that_says(parsed: Parsed, sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """The tokens of the noun phrase that is the whole subject of "said", or None where none stands right before it.

    It begins a clause: "officials in the town said" and "the shelling of the town, said" hold none.
    """
    grammar, lower = parsed.grammar, parsed.tokens.lower
    if not parsed.speech.is_in(lower[verb], "surely_said") or _is_participle(parsed, sentence, verb):
        return None
    end = before_time(parsed, sentence, verb)
    while end > sentence.first and grammar.is_in(lower[end - 1], "adverbs", "have"):
        end -= 1
    first, floor = end, max(sentence.first, end - LONGEST)
    while first > floor and belongs(parsed, first - 1):
        first -= 1
    if first < end and lower[first] == "-" and first > sentence.first:
        first -= 1  # as in "the two-man crew", where the number is none of the phrase's words
    determined = first > sentence.first and "determiner" in parsed.lists[first - 1]
    first -= determined
    if end - first <= determined or not _begins_clause(parsed, sentence, first):
        return None
    return (first, end) if can_speak(parsed, first, end, determined=determined) else None


def phrase_behind_cue(parsed: Parsed, sentence: Sentence, place: int) -> tuple[int, int] | None:
    """The tokens of the noun phrase that begins at token `place`, behind "according to"."""
    first = place
    while first < sentence.end and "determiner" in parsed.lists[first]:
        first += 1
    end = first
    while end < min(sentence.end, first + LONGEST) and belongs(parsed, end):
        end += 1
    return (place, end) if end > first and can_speak(parsed, place, end, determined=True) else None


def _is_participle(parsed: Parsed, sentence: Sentence, verb: int) -> bool:
    """As in "the deaths reported in the town": does the word tell what was said of something, not who said it?"""
    behind = parsed.tokens.lower[verb + 1] if verb + 1 < sentence.end else ""
    both = parsed.speech.is_in(parsed.tokens.lower[verb], "said_of")
    return both and parsed.speech.is_in(behind, "behind_participle")


def belongs(parsed: Parsed, place: int) -> bool:
    """Can the token be a word of such a noun phrase?"""
    word = parsed.tokens.lower[place]
    if word in ("-", POSSESSIVE):
        return True
    if not word.replace(".", "").isalpha() or parsed.grammar.is_in(
        word, "phrase_end", "determiner", "be", "have", "adverbs", "irreal"
    ):
        return False
    said = parsed.speech.is_in(word, "verbs") and not parsed.speech.is_in(word, "unnamed")
    return not said and place not in parsed.triggers and not parsed.speech.is_in(word, "pronouns")


def _begins_clause(parsed: Parsed, sentence: Sentence, first: int) -> bool:
    if first == sentence.first:
        return True
    before = parsed.tokens.lower[first - 1]
    return before in OPENERS or parsed.speech.is_in(before, "clause_openers")


def can_speak(parsed: Parsed, first: int, end: int, *, determined: bool) -> bool:
    """Is its last word no time, deed, number of dead or place; and is it a name, a plural or a noun with an article?"""
    last = end - 1
    word = parsed.tokens.lower[last]
    silent = last in parsed.events or last in parsed.deeds or last in parsed.places or parsed.speech.is_in(word, "mute")
    silent = (
        silent
        or parsed.grammar.is_in(word, "toll_words")
        or (parsed.times.last_before(end) is not None and _in_time(parsed, last))
    )
    sure = determined or word.endswith("s") or parsed.tokens[last][0].isupper()
    owned = POSSESSIVE in parsed.tokens.lower[first:last]
    return word.isalpha() and not silent and (sure or owned)


def _in_time(parsed: Parsed, place: int) -> bool:
    time = parsed.times.last_before(place + 1)
    return time is not None and place < time.end
