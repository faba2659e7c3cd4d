"""The rarity comparison: how rare the name is under which two claims give their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import attrs
import numpy as np

from claimrec.matching.columns import UNSAID, Column, IntArray
from claimrec.matching.comparison import Comparison, Grade, Likeness
from claimrec.matching.evidence import NOT_SAID
from claimrec.matching.facts import Ranks
from claimrec.matching.spots import Spot, Spots
from claimrec.matching.weights import shipped_weights

LIMITS = {"very rare name": 1 / 2000, "rare name": 1 / 500}
"""Shares of all claims up to which the name of a place is so rare (own): in a collection of a few hundred none is."""


@attrs.frozen
class NameFrequencies:
    """How often each name of a place is given in so many claims that give one; names are told apart by their sound."""

    claims: int
    of: Mapping[str, int]

    @classmethod
    def in_column(cls, places: Column[Spot]) -> NameFrequencies:
        """Those of a table's claims."""
        spots = Spots.of(places.values)
        sounds, heard = spots.heard
        given = heard[spots.name][places.codes[places.codes != UNSAID]]
        many = np.bincount(given, minlength=len(sounds)).tolist()
        return cls(len(given), MappingProxyType(dict(zip(sounds, many, strict=True))))


@attrs.frozen
class Naming:
    """The sound of the name that a claim gives its place, and in how many of so many claims it is given."""

    sound: str
    times: int
    claims: int


def namings_of(places: Column[Spot], frequencies: NameFrequencies) -> Column[Naming]:
    """The name of every claim's place with its frequency; one that is not known yet is given once."""
    spots = Spots.of(places.values)
    sounds, heard = spots.heard
    among = max(1, frequencies.claims)
    keys = tuple(Naming(sound, max(1, frequencies.of.get(sound, 0)), among) for sound in sounds)
    return Column(keys, np.append(heard[spots.name], UNSAID)[places.codes])


def _likeness(a: Naming, b: Naming) -> Likeness:
    """Is the name that both give their place a rare one?

    Two claims about one village are of one incident more often than two about a capital, where much happens in a week.
    A rare name is added to what the place itself weighs; a common one adds nothing.
    """
    if a.sound != b.sound:
        return Likeness(NOT_SAID, "two names")
    level = rarity.graded(a, b)
    common = ": a common one" if level == NOT_SAID else ""
    return Likeness(level, f"{a.times:,} of {a.claims:,} claims give this name{common}")


def _many(keys: Iterable[Naming]) -> Grade:
    given = list(keys)
    sound = Column.of(naming.sound for naming in given).codes
    share = np.array([naming.times / naming.claims for naming in given], dtype=np.float64)
    rank = np.array([*map(rarity.rank, (*LIMITS, NOT_SAID))], dtype=np.int8)
    ranks = rank[np.searchsorted(list(LIMITS.values()), share)]

    def grade(a: IntArray, b: IntArray) -> Ranks:
        return np.where(sound[a] == sound[b], ranks[a], np.int8(0))

    return grade


rarity: Comparison[Naming] = Comparison("rarity", shipped_weights()["rarity"], "rarity", _likeness, many=_many)
