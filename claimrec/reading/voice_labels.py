"""Who speaks by where the name stands, without a verb: "Monitor: six killed", "six killed - minister", "TESTOV: We"."""

from __future__ import annotations

from collections.abc import Sequence

from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import QUOTES, Sentence
from claimrec.reading.speakers import Speaker
from claimrec.reading.unlisted_speakers import speaker_in_capitals

SENTENCE_SIGNS = '.!?"”'
"""A line that ends in none of these is a headline."""
LONGEST_LABEL = 4
"""Tokens before a colon that name who speaks ("GEN. TESTOV:")."""
LETTERS = 3
"""Letters that a name in capitals has at least; shorter ones are hours and states ("PM", "TX")."""
COLON = frozenset({":"})


def behind_headline(parsed: Parsed, sentence: Sentence, speakers: Sequence[Speaker]) -> str | None:
    """As in "18 killed in air raid: monitor": who says it stands last, without a verb or a full stop."""
    if not speakers or speakers[-1].end != sentence.end:
        return None
    last = speakers[-1]
    behind_sign = last.first > sentence.first and parsed.tokens[last.first - 1] in ":-–—"
    return last.name if behind_sign or last.known else None


def before_colon(parsed: Parsed, sentence: Sentence, colon: int, speakers: Sequence[Speaker]) -> str | None:
    """As in "Monitor: six killed": a known source or a noun of a speaker, with nothing else before the colon.

    So is a name before a quotation: 'Karim Testov: "We fled"'.
    """
    named = [s for s in speakers if s.first <= sentence.first + 1 and s.end == colon and not s.anaphoric]
    if not named and parsed.tokens[colon + 1] in QUOTES:
        person = speaker_in_capitals(parsed, sentence, colon)
        named = [person] if person is not None and person.first == sentence.first else []
    return next((s.name for s in named if not parsed.speech.is_in(s.name.lower(), "headings")), None)


def label_of(parsed: Parsed, sentence: Sentence, colon: int) -> str | None:
    """As in "TESTOV: We fled": the name in capitals that begins a line of a transcript, of whom the text speaks too."""
    tokens, speech = parsed.tokens, parsed.speech
    name = [n for n in range(sentence.first, colon) if tokens[n][0].isalpha()]
    if not name or parsed.shouted or not all(tokens[n].isupper() for n in name):
        return None
    first, last = name[0], name[-1]
    word = tokens.lower[last]
    heading = speech.is_in(word, "headings") or speech.is_in(word, "no_names") or last in parsed.places
    if heading or len(word) < LETTERS:
        return None
    return parsed.words(first, last + 1) if word in parsed.capitalised else None
