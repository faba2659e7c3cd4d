"""The words of saying, compiled once for the reader's patterns."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import attrs

from claimrec.lexicon.loader import Lexicon
from claimrec.reading.parsed import Parsed
from claimrec.reading.phrases import Phrases


@attrs.frozen(eq=False)
class Speech:
    """The lists of `speech.toml`, ready to look up; `cues` and `speakers` are phrases, searched for in place."""

    word_sets: Mapping[str, frozenset[str]]
    cues: Phrases[str]
    speakers: Phrases[str]

    def is_in(self, word: str, name: str) -> bool:
        """Does the lower-case word or phrase stand in this list?"""
        return word in self.word_sets[name]


@cache
def speech_of(lexicon: Lexicon) -> Speech:
    """The compiled words of saying of a lexicon.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> speech_of(load_lexicon("common")).is_in("announced", "verbs")
    True
    """
    lists = {name: lexicon.words("speech", name) for name in lexicon.entries["speech"]}
    return Speech(
        word_sets={name: frozenset(words) for name, words in lists.items()},
        cues=Phrases((cue, cue) for cue in lists["cues"]),
        speakers=Phrases((noun, noun) for noun in lists["unnamed"]),
    )


def is_verb_of_saying(parsed: Parsed, word: str) -> bool:
    """Is the lower-case word a verb of saying?"""
    return speech_of(parsed.lexicon).is_in(word, "verbs")


def is_speaker(parsed: Parsed, place: int) -> bool:
    """Does a name or noun of a speaker end with token `place`?"""
    if place < 0:
        return False
    source = parsed.sources.last_before(place + 1)
    named = source is not None and place < source.end
    return named or speech_of(parsed.lexicon).is_in(parsed.tokens[place].lower, "unnamed")
