"""The words that places are talked about with: "the village of X", "X neighbourhood", "X, Tex.", "X police"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import attrs

from claimrec.lexicon.entries import ActorEntry, PlaceEntry, PlaceKind
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.gazetteer import WIDTH, Gazetteer, Known, gazetteer
from claimrec.reading.name_phrases import FoundNames, NamePhrases
from claimrec.reading.name_words import NameWords, key_of, keys_of

QUOTES = frozenset("\"'“‘")
"""Signs that may stand before a name ("the village of 'X'")."""
IN_CAPITALS = 2
"""As `NameWords` counts a word in capitals."""


@attrs.frozen(eq=False)
class Phrasing:
    """The words that places are talked about with."""

    known: Gazetteer
    demonyms: NamePhrases[str]
    pointing: NamePhrases[str]
    kinds: NamePhrases[PlaceKind]
    plural_nouns: frozenset[str]
    prepositions: frozenset[str]
    sure: frozenset[str]
    directions: frozenset[str]
    compass: Mapping[str, frozenset[str]]
    halves: frozenset[str]
    widening: frozenset[str]
    links: frozenset[str]
    connectors: frozenset[str]
    heads: frozenset[str]
    not_places: frozenset[str]
    group_endings: frozenset[str]
    group_nouns: frozenset[str]
    compound_endings: frozenset[str]
    units: frozenset[str]
    joining: frozenset[str]
    opening: frozenset[str]
    scene_nouns: frozenset[str]
    harmed_at: frozenset[str]
    taken: frozenset[str]
    behind_taken: frozenset[str]
    indefinite: frozenset[str]
    plain_endings: tuple[str, ...]
    struck_at: frozenset[str]
    townspeople: frozenset[str]
    not_kinds: frozenset[str]
    police: frozenset[str]
    police_units: frozenset[str]
    of_towns: frozenset[str]
    ordinary: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Phrasing:
        """The words of these packs."""
        return _phrasing(lexicon)

    def is_ordinary(self, key: str) -> bool:
        """Is it a word of the language, with or without a plural's s ("Mondays")?"""
        return key in self.ordinary or (key[-1] == "s" and key[:-1] in self.ordinary)

    def kind_before(self, words: NameWords, place: int) -> tuple[int, PlaceKind] | None:
        """Where "the village of" before a name begins, and the kind that it says; None without such a phrase."""
        of = place - 1
        if of > 1 and words.keys[of] in QUOTES:
            of -= 1
        if of > 0 and words.keys[of] == "of":
            for first in (of - 2, of - 1):
                hit = self.kinds.at(words, first) if first >= 0 else None
                if hit and hit[0] == of and " ".join(words.keys[max(0, first - 1) : of]) not in self.not_kinds:
                    return first, hit[1]
        return None

    def is_towns(self, words: NameWords, end: int) -> bool:
        """Does a noun behind a listed name say that it is a town's ("a Homs bar", "Homs police")?"""
        behind = words.keys[end] if end < len(words.keys) else ""
        return not words.shouted and (behind in self.of_towns or behind in self.townspeople)

    def divisions_in(self, words: NameWords, found: FoundNames) -> Iterator[tuple[int, int, Known]]:
        """Every short form behind a name and a comma: first word, end, and the governorate."""
        for place, _, _ in found.of(self.known.short_forms):
            hit = self.division_behind(words, place - 1) if place > 1 and words.capitals[place - 2] else None
            if hit:
                yield place, *hit

    def police_behind(self, words: NameWords, end: int) -> bool:
        """Does "police" or "Police Department" stand behind a name, which is then its town's?"""
        if end == len(words.keys) or words.keys[end] not in self.police or words.shouted:
            return False
        return not words.capitals[end] or not self.police_units.isdisjoint(words.keys[end + 1 : end + 2])

    def division_behind(self, words: NameWords, end: int) -> tuple[int, Known] | None:
        """The end of ", Tex." behind a name, and the governorate; in a text of capitals such words say nothing."""
        if words.shouted or end == len(words.keys) or words.keys[end] != ",":
            return None
        hit = self.known.short_forms.at(words, end + 1)
        if hit is None:
            return None
        past, (known, capitals) = hit
        if capitals and words.capitals[end + 1] != IN_CAPITALS:
            return None  # as in "Smith, in"
        return past + (words.keys[past : past + 1] == ["."]), known

    def kind_behind(self, words: NameWords, end: int) -> tuple[int, PlaceKind] | None:
        """The end of a noun for a place behind a name ("X village"), and the kind.

        "X Front" is none, and "the X suburb of Y" says what Y is.
        """
        if end == len(words.keys) or words.keys[end] not in self.kinds.branches:
            return None
        hit = self.kinds.at(words, end)
        if hit and words.keys[hit[0] : hit[0] + 1] == ["of"] and words.keys[hit[0] - 1] not in self.widening:
            if words.keys[hit[0] + 1 : hit[0] + 2] == ["the"]:
                return hit  # "the X district of the same city"
            titled = words.capitals[hit[0] - 1] and any(words.capitals[hit[0] + 1 : hit[0] + 2])
            return hit if titled and not words.shouted else None  # "X Village of Y Township"
        if hit and words.capitals[hit[0] - 1] and words.keys[hit[0] - 1] in self.group_endings:
            ending = words.keys[hit[0] - 1]
            return None if not words.shouted or ending in self.group_nouns else hit
        return hit


@lru_cache(maxsize=16)
def _phrasing(lexicon: Lexicon) -> Phrasing:
    kinds = [
        (word, kind)
        for kind in WIDTH
        if kind in lexicon.entries["localities"]
        for word in lexicon.words("localities", kind)
    ]
    return Phrasing(
        known=gazetteer(lexicon),
        demonyms=NamePhrases(
            ((word, name) for name, entry in lexicon.of(PlaceEntry).items() for word in entry.demonyms), lexicon
        ),
        pointing=NamePhrases(
            ((word, name) for name in POINTING for word in lexicon.words("names", f"pointing_to_{name}")), lexicon
        ),
        kinds=NamePhrases(kinds, lexicon),
        plural_nouns=keys_of(lexicon, "plural_localities"),
        prepositions=keys_of(lexicon, "place_prepositions"),
        sure=keys_of(lexicon, "sure_prepositions"),
        directions=keys_of(lexicon, "directions"),
        compass={side: keys_of(lexicon, f"to_the_{side}") for side in COMPASS},
        halves=keys_of(lexicon, "halves"),
        widening=keys_of(lexicon, "widening"),
        links=keys_of(lexicon, "links"),
        connectors=keys_of(lexicon, "connectors"),
        heads=keys_of(lexicon, "place_heads"),
        not_places=keys_of(lexicon, "not_places"),
        group_endings=keys_of(lexicon, "group_endings"),
        group_nouns=keys_of(lexicon, "group_nouns"),
        compound_endings=keys_of(lexicon, "compound_endings"),
        units=keys_of(lexicon, "length_units"),
        joining=keys_of(lexicon, "joining"),
        opening=keys_of(lexicon, "place_openers"),
        scene_nouns=keys_of(lexicon, "scene_nouns"),
        harmed_at=keys_of(lexicon, "harmed_at"),
        taken=keys_of(lexicon, "taken"),
        behind_taken=keys_of(lexicon, "behind_taken"),
        indefinite=keys_of(lexicon, "indefinite"),
        plain_endings=lexicon.words("names", "plain_endings"),
        struck_at=keys_of(lexicon, "struck_at"),
        townspeople=keys_of(lexicon, "townspeople"),
        not_kinds=frozenset(lexicon.words("names", "not_kinds")),
        police=keys_of(lexicon, "police"),
        police_units=keys_of(lexicon, "police_units"),
        of_towns=keys_of(lexicon, "of_towns"),
        ordinary=_ordinary_words(lexicon),
    )


COMPASS = ("north", "east", "south", "west")
POINTING = ("dateline", "capital")
"""What words such as "here" can point to."""
ORDINARY = ("effects", "events", "grammar", "hedges", "levels", "speech", "stances", "times", "victims")
"""The files whose words are words of the language, not names."""


def _ordinary_words(lexicon: Lexicon) -> frozenset[str]:
    entries = (entry for kind in ORDINARY for entry in lexicon.entries[kind].values())
    phrases = (phrase for entry in entries for phrase in _strings(attrs.asdict(entry)))
    words = frozenset(key_of(word) for phrase in phrases for word in phrase.lower().split())
    adjectives = frozenset(
        key_of(word.lower()) for entry in lexicon.of(ActorEntry).values() for word in entry.adjectives
    )
    others = keys_of(lexicon, "not_places") | keys_of(lexicon, "directions") | adjectives
    return (words | others) - keys_of(lexicon, "connectors") - keys_of(lexicon, "place_heads")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _strings(inner)
