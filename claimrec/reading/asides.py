"""Speakers apart from their verb: "two workers in X, who asked not to be named, said", "a guard, K. Testov, said"."""

from __future__ import annotations

from collections.abc import Sequence

from claimrec.reading.count_words import count_words
from claimrec.reading.numerals import is_close
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.speaker_names import end_of_subject, is_of_name
from claimrec.reading.speakers import Speaker, is_deed
from claimrec.reading.speaking_phrases import OPENERS, belongs, can_speak
from claimrec.reading.unlisted_speakers import speaker_in_phrase

ASIDE_REACH = 20
"""Tokens of an aside."""
BEFORE_VERB = 8
"""Tokens of auxiliaries, adverbs and a time between an aside and its verb."""
TITLED_REACH = 12
"""Tokens between a post and the comma before its holder's name ("an official in the ministry of X, K. Testov,")."""
SUBJECT_REACH = 16
"""Tokens of a subject with all that belongs to it."""
OF = frozenset({"of", "for"})
"""Behind a noun these go on with its name ("a member of the council")."""


def speaker_with_aside(parsed: Parsed, sentence: Sentence, verb: int, near: Sequence[Speaker]) -> Speaker | None:
    """The speaker before the aside that ends at a verb, or inside it, where neither lists nor capitals tell who."""
    if "," not in parsed.tokens[max(0, verb - BEFORE_VERB) : verb]:
        return None
    end = end_of_subject(parsed, sentence, verb) - 1
    if end <= sentence.first or parsed.tokens[end] != ",":
        return None
    floor = max(sentence.first, end - ASIDE_REACH)
    commas = [n for n in range(end - 1, floor, -1) if parsed.tokens[n] == ","]
    if commas and _is_name(parsed, _behind_titles(parsed, commas[0] + 1, end), end):
        first = _behind_titles(parsed, commas[0] + 1, end)
        post = [s for s in near if commas[0] - TITLED_REACH <= s.end <= commas[0] and not s.anaphoric]
        if post and "," not in parsed.tokens[post[-1].end : commas[0]]:
            return Speaker(first, end, parsed.words(first, end))
    opening = next((n for n in commas if "relative" in parsed.lists[n + 1]), None)
    if opening is None or _ends_name(parsed, opening):
        return None
    head = head_of_subject(parsed, sentence, opening)
    found = head is not None and any(s.end == opening and s.first <= head.first for s in near)
    return None if found else head


def head_of_subject(parsed: Parsed, sentence: Sentence, end: int) -> Speaker | None:
    """As in "two aid workers in X", "a room run by volunteers": the noun phrase that begins the clause, told apart.

    None where no clause begins near before token `end`, where another verb stands, or where nothing is told apart.
    """
    first, floor = end, max(sentence.first, end - SUBJECT_REACH)
    while first > floor and not _opens(parsed, first - 1):
        first -= 1
        if not parsed.lists[first].isdisjoint(("be", "have")) or first in parsed.triggers or is_deed(parsed, first):
            return None
    if first == floor > sentence.first:
        return None
    begin = bare = first
    while bare < end and ("determiner" in parsed.lists[bare] or _is_number(parsed, bare)):
        bare += 1
    past = _end_of_phrase(parsed, bare, end)
    while past < end - 1 and parsed.tokens.lower[past] in OF:
        further = past + 1
        while further < end and "determiner" in parsed.lists[further]:
            further += 1
        past = _end_of_phrase(parsed, further, end)
    if past == bare or (past < end and not parsed.speech.is_in(parsed.tokens.lower[past], "told_apart")):
        return None
    return speaker_in_phrase(parsed, bare, past) if can_speak(parsed, begin, past, determined=bare > begin) else None


def _end_of_phrase(parsed: Parsed, first: int, end: int) -> int:
    while first < end and belongs(parsed, first) and not parsed.speech.is_in(parsed.tokens.lower[first], "told_apart"):
        first += 1
    return first


def _ends_name(parsed: Parsed, end: int) -> bool:
    """Does somebody's name end there, and no place's?"""
    place = parsed.places.last_before(end)
    return is_of_name(parsed, end - 1) and (place is None or place.end != end)


def _is_number(parsed: Parsed, place: int) -> bool:
    return parsed.tokens.lower[place] in count_words(parsed.lexicon).single


def _opens(parsed: Parsed, place: int) -> bool:
    """Does a clause begin behind the token?"""
    word = parsed.tokens.lower[place]
    if is_close(parsed.tokens, place + 1) and is_close(parsed.tokens, place):
        return False  # the hyphen of "government-held"
    return word in OPENERS or parsed.speech.is_in(word, "clause_openers")


def _behind_titles(parsed: Parsed, first: int, end: int) -> int:
    while first < end and (parsed.speech.is_in(parsed.tokens.lower[first], "no_names") or parsed.tokens[first] == "."):
        first += 1
    return first


def _is_name(parsed: Parsed, first: int, end: int) -> bool:
    """Are the tokens somebody's name, of two words or more, and no place?"""
    return end - first > 1 and first not in parsed.places and all(is_of_name(parsed, n) for n in range(first, end))
