"""Speakers whom no list knows: by their name in capitals, or by the noun phrase that stands where speakers do."""

from __future__ import annotations

from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.speaker_names import POSSESSIVE, name_before, name_behind, names_somebody
from claimrec.reading.speakers import Speaker


def speaker_in_phrase(parsed: Parsed, first: int, end: int) -> Speaker:
    """As in "the regional prosecutor's office said": a noun phrase that no list knows, told by where it stands."""
    plain = " ".join(parsed.tokens.lower[first:end])
    bare = first
    while bare < end - 1 and "determiner" in parsed.lists[bare]:
        bare += 1
    return Speaker(first, end, parsed.words(bare, end), definite=plain.startswith("the "))


def speaker_in_capitals(parsed: Parsed, sentence: Sentence, verb: int) -> Speaker | None:
    """As in "Harbour Wire reported", "Karim Testov, a teacher in X, said": a name that no lexicon knows."""
    return _speaker(parsed, name_before(parsed, sentence, verb))


def speaker_named_behind(parsed: Parsed, sentence: Sentence, verb: int) -> Speaker | None:
    """As in "said Karim Testov, who": a person's name right behind the verb; not in "said Karim's brother"."""
    first, end = name_behind(parsed, sentence.end, verb + 1)
    while first < end and parsed.speech.is_in(parsed.tokens.lower[first], "no_names"):
        first += 1  # "said Colonel Karim Testov"
    behind = parsed.tokens.lower[end] if end < sentence.end else ""
    other = behind == POSSESSIVE or (behind.isalpha() and not parsed.grammar.is_in(behind, "phrase_end", "adverbs"))
    return None if other else _speaker(parsed, (first, end))  # "said Russian jets"


def _speaker(parsed: Parsed, name: tuple[int, int]) -> Speaker | None:
    if not names_somebody(parsed, *name) or _ends_place(parsed, name[0]):
        return None
    actor = parsed.actors.get(name[0])
    known = actor is not None and actor.end == name[1]
    return Speaker(*name, actor.actor if actor is not None and known else parsed.words(*name))


def _ends_place(parsed: Parsed, first: int) -> bool:
    """As in "in Aden, Yemen, shows that": does the name only say where the place before it lies?"""
    finer = parsed.places.last_before(first)
    if finer is None or parsed.tokens[first - 1] != ",":
        return False
    return finer.end > first or (finer.end == first - 1 and first in parsed.places)
