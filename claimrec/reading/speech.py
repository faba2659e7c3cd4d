"""The words of saying, compiled once for the reader's patterns, and where they stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import attrs

from claimrec.lexicon.loader import Lexicon
from claimrec.reading.brief import brief
from claimrec.reading.mentions import Mentions, within
from claimrec.reading.phrases import Found, Hit, Phrases
from claimrec.reading.tokens import Tokens

OBJECT_REACH = 6
"""Tokens behind a verb in which the object stands that makes it one of saying ("offered his deep condolences")."""
SEMICOLON = frozenset({";"})
THAT = 3
"""Tokens behind "the army's claim" before which "that" stands ("the claim Monday that")."""


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


@brief
class Saying:
    """Where a text speaks of saying: its verbs, cues ("according to"), nouns of speakers, all in ascending order.

    `remarks` are those verbs that count nobody, `accounts` are nouns of what is said ("the army's claim that"), and
    `clauses` is where those begin that another may tell ("..., while two people died, Y said").
    """

    verbs: Sequence[int]
    remarks: frozenset[int]
    cues: Mentions[Hit[str]]
    nouns: Mentions[Hit[str]]
    accounts: Sequence[int]
    clauses: Sequence[int]

    @classmethod
    def of(cls, tokens: Tokens, found: Found, speech: Speech) -> Saying:
        """The words of saying in these tokens, in which their phrases have been found."""
        words, lower, sets = tokens.words, tokens.lower, speech.word_sets
        posted = _with_object(tokens, sets["taking"], sets["platforms"])
        blame = _with_object(tokens, sets["holding"], sets["to_blame"])
        moved = _with_object(tokens, sets["moving"], sets["tolls"])
        counting = _with_object(tokens, sets["counting"], sets["of_casualties"])
        refused = _with_object(tokens, sets["rejecting"], sets["rejected"])
        told = {*words.places_of(sets["verbs"]), *posted, *blame, *moved, *counting, *refused}
        given = _with_object(tokens, sets["giving"], sets["sympathies"])
        remarks = {*words.places_of(sets["remarking"]), *given} - told
        clauses = [n for n in words.places_of(sets["new_clause"]) if n and lower[n - 1] == ","]
        return cls(
            verbs=sorted(told | remarks),
            remarks=frozenset(remarks),
            cues=Mentions(found.of(speech.cues)),
            nouns=Mentions(found.of(speech.speakers)),
            accounts=[n for n in words.places_of(sets["nouns_of_saying"]) if "that" in lower[n + 1 : n + THAT]],
            clauses=sorted([*clauses, *(n + 1 for n in words.places_of(SEMICOLON))]),
        )


def _with_object(tokens: Tokens, verbs: frozenset[str], objects: frozenset[str]) -> list[int]:
    """The tokens of those verbs that say something with such an object near behind: "offered his condolences"."""
    of_objects = tokens.words.places_of(objects)
    places = tokens.words.places_of(verbs) if of_objects else ()
    return [place for place in places if within(of_objects, place + 1, place + OBJECT_REACH)]
