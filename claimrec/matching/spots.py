"""What matching looks at in a place: its name, its governorate, its point, and whether it holds many places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Literal, get_args

import attrs
import numpy as np

from claimrec.lexicon.entries import PlaceKind
from claimrec.lexicon.romanisation import ARTICLES, latin, skeleton
from claimrec.matching.columns import UNSAID, FloatArray, IntArray

Size = Literal["governorate", "region", "city", "spot"]

SIZE: Mapping[PlaceKind, Size] = {
    "governorate": "governorate",
    "region": "region",
    "district": "region",
    "city": "city",
}
"""Kinds of places that hold others: two claims that give the same one may well speak of two incidents."""
SIZES: tuple[Size, ...] = get_args(Size)

NAMES = ("name", "governorate", "region")
PARTS = (*NAMES, "lat", "lon", "radius_km", "size")
"""What the arrays of spots hold; those of names point at words."""

_WORD = re.compile(r"[a-z0-9]+")


@attrs.frozen
class Spot:
    """A place settled by the lexicon: known spellings share name, governorate and point.

    All but a mere `spot` hold other places, as far as the lexicon knows. `region` is what a claim says that the place
    lies in where that is no governorate.
    """

    name: str
    governorate: str | None = None
    region: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    size: Size = "spot"

    def __str__(self) -> str:
        return self.name if self.governorate in (None, self.name) else f"{self.name} ({self.governorate})"


@attrs.frozen(slots=False, eq=False)
class Spots:
    """Many spots as arrays: names are places in `words`, -1 where one is not said; without a point, degrees are nan.

    >>> spots = Spots.of([Spot("Tell an-Nur", "Hama"), Spot("Hama")])
    >>> spots.words, spots.name.tolist(), spots.governorate.tolist()
    (('Tell an-Nur', 'Hama'), [0, 1], [1, -1])
    >>> spots[0]
    Spot(name='Tell an-Nur', governorate='Hama', region=None, lat=None, lon=None, radius_km=None, size='spot')
    """

    words: tuple[str, ...]
    name: IntArray
    governorate: IntArray
    region: IntArray
    lat: FloatArray
    lon: FloatArray
    radius_km: FloatArray
    size: IntArray

    @classmethod
    def of(cls, spots: Iterable[Spot]) -> Spots:
        """These spots, in their order."""
        if isinstance(spots, Spots):
            return spots
        given = list(spots)
        code: dict[str, int] = {}

        def words(names: Iterable[str | None]) -> IntArray:
            known = [UNSAID if name is None else code.setdefault(name, len(code)) for name in names]
            return np.array(known, dtype=np.int64)

        def numbers(values: Iterable[float | None]) -> FloatArray:
            return np.array([np.nan if value is None else value for value in values], dtype=np.float64)

        name, governorate = words(spot.name for spot in given), words(spot.governorate for spot in given)
        region = words(spot.region for spot in given)
        lat, lon = numbers(spot.lat for spot in given), numbers(spot.lon for spot in given)
        size = np.array([SIZES.index(spot.size) for spot in given], dtype=np.int64)
        radius = numbers(spot.radius_km for spot in given)
        return cls(tuple(code), name, governorate, region, lat, lon, radius, size)

    def __len__(self) -> int:
        return len(self.name)

    def __getitem__(self, place: int) -> Spot:
        governorate, region = (
            None if codes[place] == UNSAID else self.words[codes[place]] for codes in (self.governorate, self.region)
        )
        lat, lon, radius = (
            None if np.isnan(of[place]) else float(of[place]) for of in (self.lat, self.lon, self.radius_km)
        )
        return Spot(self.words[self.name[place]], governorate, region, lat, lon, radius, SIZES[self.size[place]])

    def __iter__(self) -> Iterator[Spot]:
        return map(self.__getitem__, range(len(self)))

    def __add__(self, others: Spots) -> Spots:
        """These spots, then the others."""
        both = {}
        for of in PARTS:
            theirs = getattr(others, of)
            both[of] = np.concatenate([getattr(self, of), self._shifted(theirs) if of in NAMES else theirs])
        return Spots(self.words + others.words, **both)

    def _shifted(self, codes: IntArray) -> IntArray:
        """The words of others, when they stand behind these."""
        return np.where(codes == UNSAID, UNSAID, codes + len(self.words))

    def with_others(self, rows: IntArray, others: Spots, which: IntArray) -> Spots:
        """These spots, but in some rows `which` of the others."""
        changed = {}
        for of in PARTS:
            theirs = getattr(others, of)[which]
            changed[of] = getattr(self, of).copy()
            changed[of][rows] = self._shifted(theirs) if of in NAMES else theirs
        return Spots(self.words + others.words, **changed)

    @cached_property
    def heard(self) -> tuple[tuple[str, ...], IntArray]:
        """The sounds of the words (see `consonants`), each once, and which of them every word has; the last: none."""
        code: dict[str, int] = {}
        sounds = [code.setdefault(consonants(word), len(code)) for word in self.words]
        return tuple(code), np.array([*sounds, UNSAID], dtype=np.int64)


@lru_cache(maxsize=65536)
def letters(name: str) -> str:
    """A name in plain letters: "Ma'arrat an-Nu'mān" is "maarrat an numan"."""
    return " ".join(_WORD.findall(latin(name).lower().replace("'", ""))) or name


def without_articles(words: str) -> str:
    """Plain letters without the Arabic article, unless nothing else is there."""
    return " ".join([word for word in words.split() if word not in ARTICLES]) or words


@lru_cache(maxsize=65536)
def consonants(name: str) -> str:
    """The romanisation skeletons of a name's words, articles left out.

    >>> consonants("Kafr ar-Rumah"), consonants("Kafr Ruma")
    ('kfr rm', 'kfr rm')
    """
    words = without_articles(letters(name)).split()
    return " ".join([skeleton(word) or word for word in words])
