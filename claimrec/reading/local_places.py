"""How places are talked about: "the village of X", "X neighbourhood", "near X", "the northern countryside of X"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import attrs

from claimrec.lexicon.entries import ActorEntry, PlaceEntry, PlaceKind
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.gazetteer import WIDTH, Gazetteer, gazetteer
from claimrec.reading.name_phrases import NamePhrases
from claimrec.reading.name_words import POSSESSIVE, NameWords, key_of, keys_of

LONGEST_NAME = 5
"""Words in the longest name of a place that no list knows ("Mazraat al-Sheikh Ahmad al-Omar")."""
LONGEST_SHOUTED = 3
"""The same where nothing is small, and a name's end is harder to see."""
LEAST_SOUND = 6
"""Letters of an unlisted spelling that is known by its sound alone ("to Mohasan")."""


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
        if of > 0 and words.keys[of] == "of":
            for first in (of - 2, of - 1):
                hit = self.kinds.at(words, first) if first >= 0 else None
                if hit and hit[0] == of:
                    return first, hit[1]
        return None

    def kind_behind(self, words: NameWords, end: int) -> tuple[int, PlaceKind] | None:
        """The end of a noun for a place behind a name ("X village"), and the kind.

        "X Front" is none, and "the X suburb of Y" says what Y is.
        """
        hit = self.kinds.at(words, end)
        if hit and words.keys[hit[0] : hit[0] + 1] == ["of"] and words.keys[hit[0] - 1] not in self.widening:
            return None
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


def has_cue(words: NameWords, place: int, phrasing: Phrasing) -> bool:
    """Does a preposition, or a phrase such as "the village of", stand before the word?"""
    if not place:
        return False
    before = words.keys[place - 1]
    if before == "of":  # in capitals "the murder of X" tells no more than "the town of X", which is said
        return not words.shouted or phrasing.kind_before(words, place) is not None
    return before in phrasing.prepositions or before in phrasing.directions


def unlisted_end(words: NameWords, covered: bytearray, place: int, phrasing: Phrasing, *, listed: bool) -> int:
    """The end of a name that no list has but a phrase makes a place; `place` itself where there is none.

    With `listed`, the name goes on a list of places ("the towns of Jibrin and ...").
    """
    if words.shouted:
        return _shouted_end(words, covered, place, phrasing)
    end = _name_end(words, covered, place, phrasing)
    if end == place or (end == place + 1 and words.keys[place] in phrasing.heads):
        return place
    owned = end < len(words.keys) and words.keys[end] == POSSESSIVE
    before = words.keys[place - 1] if place else ""
    if phrasing.kind_before(words, place) or phrasing.kind_behind(words, end) or listed:
        return end
    if (before in phrasing.sure and not owned) or (words.keys[place] in phrasing.heads and end > place + 1):
        return end
    if before in phrasing.prepositions and _sounds_known(words, place, end, phrasing):
        return end
    return place


def _sounds_known(words: NameWords, place: int, end: int, phrasing: Phrasing) -> bool:
    name = " ".join(words.keys[place:end])
    return len(name) >= LEAST_SOUND and bool(phrasing.known.like(name))


def _name_end(words: NameWords, covered: bytearray, place: int, phrasing: Phrasing) -> int:
    """The end of the row of capitalised words that begins here; it stops before a known name and a noun for places."""
    end, limit = place, min(len(words.keys), place + LONGEST_NAME)
    while end < limit and not covered[end] and words.keys[end][0].isalpha():
        key = words.keys[end]
        if phrasing.is_ordinary(key) or not (words.capitals[end] or (end > place and key in phrasing.connectors)):
            break
        if end == place or words.keys[end - 1] not in phrasing.heads:
            known = end > place and words.capitals[end] and phrasing.known.phrases.at(words, end)
            if known or phrasing.kinds.at(words, end) or (end > place and key in phrasing.heads):
                break
        end += 1
    while end > place and not words.capitals[end - 1]:
        end -= 1
    return end


def _shouted_end(words: NameWords, covered: bytearray, place: int, phrasing: Phrasing) -> int:
    """In a text of capitals "the town of X", "in X department" and "in X, Y department" name a place."""
    before = words.keys[place - 1] if place else ""
    kind = phrasing.kind_before(words, place)
    head = words.keys[place] in phrasing.heads
    inside = before in phrasing.sure
    starts = bool(kind) or inside or before in phrasing.joining or before in phrasing.opening or head
    end, limit = place, min(len(words.keys), place + LONGEST_SHOUTED)
    while starts and end < limit and not covered[end] and words.keys[end][0].isalpha():
        key = words.keys[end]
        if phrasing.is_ordinary(key):
            break
        if end > place and phrasing.kinds.at(words, end):
            break
        if end > place and kind and phrasing.known.phrases.at(words, end):
            return end
        end += 1
    if kind:
        return end
    if end == place or end == len(words.keys):
        return place
    behind = phrasing.kind_behind(words, end)
    if behind and (before not in phrasing.opening or behind[1] not in ("site", "region")):
        return end
    return end if inside and _is_in_division(words, end, phrasing) else place


def _is_in_division(words: NameWords, end: int, phrasing: Phrasing) -> bool:
    """Does ", [eastern] Y department" follow, for a Y that lists know?"""
    place = end + 1
    while place < len(words.keys) and place <= end + 2 and words.keys[place] in phrasing.directions:
        place += 1
    hit = phrasing.known.phrases.at(words, place) if words.keys[end] == "," else None
    if hit is None:
        return False
    named = any(known.kind == "governorate" for known in hit[1])
    return named or phrasing.kind_behind(words, hit[0]) is not None
