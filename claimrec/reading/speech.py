"""The words of saying, compiled once for the reader's patterns, and where they stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import attrs

from claimrec.lexicon.loader import Lexicon
from claimrec.reading.mentions import Mentions
from claimrec.reading.phrases import Found, Hit, Phrases
from claimrec.reading.tokens import Tokens


@attrs.frozen(eq=False)
class Speech:
    """The lists of `speech.toml`, ready to look up; `cues` and `speakers` are phrases, searched for in place."""

    word_sets: Mapping[str, frozenset[str]]
    cues: Phrases[str]
    speakers: Phrases[str]

    def is_in(self, word: str, name: str) -> bool:
        """Does the lower-case word or phrase stand in this list?"""
        return word in self.word_sets[name]

    def any_in(self, words: Iterable[str], name: str) -> bool:
        """Does one of these lower-case words stand in the list?"""
        return not self.word_sets[name].isdisjoint(words)


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


@attrs.frozen(eq=False)
class Saying:
    """Where a text speaks of saying: its verbs, those of remarks, cues ("according to") and nouns of speakers."""

    verbs: Sequence[int]
    remarks: Sequence[int]
    cues: Mentions[Hit[str]]
    nouns: Mentions[Hit[str]]

    @classmethod
    def of(cls, tokens: Tokens, found: Found, speech: Speech) -> Saying:
        """The words of saying in these tokens, in which their phrases have been found."""
        return cls(
            verbs=tokens.words.places_of(speech.word_sets["verbs"]),
            remarks=tokens.words.places_of(speech.word_sets["remarking"]),
            cues=Mentions(found.of(speech.cues)),
            nouns=Mentions(found.of(speech.speakers)),
        )
