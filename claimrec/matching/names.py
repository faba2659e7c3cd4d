"""How two names of places stand to each other: by how they sound, and where that leaves it open by their letters."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from claimrec.matching.columns import IntArray
from claimrec.matching.facts import Ranks
from claimrec.matching.remembered import Ask, remembered
from claimrec.matching.spots import Spots, letters, without_articles

LONG, LEAST = 5, 3
"""Consonants from which names of one skeleton are one name however they are written, and below which they are shared by
too many: then the letters have to be as alike as those of two skeletons ("Duma" is not "Dama")."""
SAME_LETTERS, LIKE_LETTERS = 70, 90
"""Jaro-Winkler likeness of the letters, in percent, that names of one skeleton need, and names of a short or merely
like one."""
LIKE_CONSONANTS = 85
"""Ratio from which skeletons are alike: one consonant of six or more is off."""
WORDS = 12
"""A name of more words is no place's, and no other name is part of it."""

SAME, LIKE, PART, OTHER = range(4)
"""How two names stand to each other; PART: the words of one are among the other's ("Atarib", "Atarib market")."""

# How two skeletons stand: what the names are if the letters disagree, if they agree, and what that takes in percent.
_HEARD = np.array(
    [
        (SAME, SAME, 0),  # one skeleton
        (OTHER, SAME, SAME_LETTERS),  # one short skeleton
        (OTHER, SAME, LIKE_LETTERS),  # one very short skeleton
        (PART, LIKE, LIKE_LETTERS),  # alike, and the words of one among the other's
        (OTHER, LIKE, LIKE_LETTERS),  # alike
        (PART, PART, 0),
        (OTHER, OTHER, 0),
    ],
    dtype=np.int8,
)
_ONE, _SHORT, _VERY_SHORT, _ALIKE_PART, _ALIKE, _PART, _OTHER = range(len(_HEARD))


def standing(spots: Spots) -> Callable[[IntArray, IntArray], Ranks]:
    """What says how the names of pairs of these spots stand to each other."""
    sounds, heard_as = spots.heard
    sound = heard_as[spots.name]
    disagreeing, agreeing, needed = (np.ascontiguousarray(of) for of in _HEARD.T)
    by_sound = remembered(len(sounds), _by_sound(sounds))
    by_letters = remembered(len(spots.words), _by_letters(spots.words))

    def of_pairs(a: IntArray, b: IntArray) -> Ranks:
        heard = by_sound(sound[a], sound[b])
        found: Ranks = disagreeing[heard]
        open_ = np.flatnonzero(needed[heard])
        left, right = spots.name[a[open_]], spots.name[b[open_]]
        written_alike = left == right
        others = np.flatnonzero(~written_alike)
        written_alike[others] = by_letters(left[others], right[others]) >= needed[heard[open_[others]]]
        alike = open_[written_alike]
        found[alike] = agreeing[heard[alike]]
        return found

    return of_pairs


def _by_letters(names: tuple[str, ...]) -> Ask:
    written = np.full(len(names), None, dtype=object)

    def percent(a: IntArray, b: IntArray) -> IntArray:
        for name in np.unique(np.concatenate([a, b])).tolist():
            written[name] = written[name] or without_articles(letters(names[name]))
        alike = process.cpdist(written[a], written[b], scorer=JaroWinkler.similarity)
        return np.asarray(np.floor(alike * 100 + 1e-4), dtype=np.int64)

    return percent


def _by_sound(sounds: tuple[str, ...]) -> Ask:
    joined = np.array([sound.replace(" ", "") for sound in sounds], dtype=object)
    length = np.array([len(sound) for sound in joined], dtype=np.int64)
    among = _among([sound.split() for sound in sounds])

    def heard(a: IntArray, b: IntArray) -> IntArray:
        ratio = process.cpdist(joined[a], joined[b], scorer=fuzz.ratio, score_cutoff=LIKE_CONSONANTS)
        same, alike, part = ratio == 100, ratio >= LIKE_CONSONANTS, among(a, b) | among(b, a)
        return np.select(
            [same & (length[a] >= LONG), same & (length[a] >= LEAST), same, alike & part, alike, part],
            [_ONE, _SHORT, _VERY_SHORT, _ALIKE_PART, _ALIKE, _PART],
            _OTHER,
        )

    return heard


def _among(words: list[list[str]]) -> Callable[[IntArray, IntArray], np.ndarray]:
    """What says whether all words of the one are among those of the other."""
    code: dict[str, int] = {}
    many = np.array([len(of_name) for of_name in words], dtype=np.int64)
    columns = min(WORDS, int(many.max(initial=0)))
    table = np.full((len(words), columns), -1, dtype=np.int64)
    for place, of_name in enumerate(words):
        known = [code.setdefault(word, len(code)) for word in of_name]
        table[place, : len(known)] = known[:columns]

    def all_among(a: IntArray, b: IntArray) -> np.ndarray:
        within = (many[a] <= WORDS) & (many[b] <= WORDS)
        for column in range(columns):
            word = table[a, column]
            within &= (word == -1) | (table[b] == word[:, None]).any(axis=1)
        return within

    return all_among
