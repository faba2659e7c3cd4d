"""What matching looks at in a place: its name, its governorate, its point, and whether it holds many places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

import attrs
from anyascii import anyascii

from claimrec.lexicon.entries import PlaceEntry, PlaceKind
from claimrec.lexicon.loader import Lexicon
from claimrec.lexicon.romanisation import ARTICLES, skeleton
from claimrec.records.claim import Claim
from claimrec.values.place import Place

Size = Literal["governorate", "region", "city", "spot"]

SIZE: Mapping[PlaceKind, Size] = {
    "governorate": "governorate",
    "region": "region",
    "district": "region",
    "city": "city",
}
"""Kinds of places that hold others: two claims that give the same one may well speak of two incidents."""
SAME_POINT_KM = 15
"""A claim's point so far from that of a known place of its name, radii counted in, is a namesake's (own)."""

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


def spot_of(claim: Claim, lexicon: Lexicon) -> Spot | None:
    """The place of a claim, settled by the lexicon; None where it gives none, or a whole country.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.records.claim import Row, Where
    >>> raid = Claim("a1", None, ("Agency A",), where=Where(Place("Tell an-Nur", "Hama")), row=Row("raids.csv", 2))
    >>> str(spot_of(raid, load_lexicon("common")))
    'Tell an-Nur (Hama)'
    """
    return None if claim.where is None else _settled(claim.where.place, lexicon)


@lru_cache(maxsize=65536)
def _settled(place: Place, lexicon: Lexicon) -> Spot | None:
    known = _known(place, lexicon)
    governorate, region = _lies_in(place.admin, lexicon)
    whole = place.lat is None and governorate is not None and consonants(place.name) == consonants(governorate)
    if known is None or (whole and known[1].kind == "city"):
        size: Size = "governorate" if whole else "spot"
        return Spot(place.name, governorate, region, place.lat, place.lon, place.radius_km, size)
    label, entry = known
    if entry.kind == "country":
        return None
    point = place if place.lat is not None else entry
    governorate = entry.admin or governorate
    return Spot(label, governorate, region, point.lat, point.lon, point.radius_km, SIZE.get(entry.kind, "spot"))


def _lies_in(admin: str | None, lexicon: Lexicon) -> tuple[str | None, str | None]:
    """The governorate, and the region or town, that a claim says a place lies in."""
    if admin is None:
        return None, None
    found = _entries(lexicon).get(letters(admin), [])
    if not found or any(entry.kind == "governorate" or label == entry.admin for label, entry in found):
        return admin, None
    governorates = {entry.admin for _, entry in found}
    return (governorates.pop() if len(governorates) == 1 else None), admin


@lru_cache(maxsize=65536)
def letters(name: str) -> str:
    """A name in plain letters: "Ma'arrat an-Nu'mān" is "maarrat an numan"."""
    return " ".join(_WORD.findall(anyascii(name).lower().replace("'", ""))) or name


@lru_cache(maxsize=65536)
def consonants(name: str) -> str:
    """The romanisation skeletons of a name's words, articles left out.

    >>> consonants("Kafr ar-Rumah"), consonants("Kafr Ruma")
    ('kfr rm', 'kfr rm')
    """
    words = letters(name).split()
    return " ".join(skeleton(word) or word for word in words if word not in ARTICLES) or " ".join(words)


@lru_cache(maxsize=16)
def _entries(lexicon: Lexicon) -> dict[str, list[tuple[str, PlaceEntry]]]:
    known: dict[str, list[tuple[str, PlaceEntry]]] = {}
    for name, entry in lexicon.of(PlaceEntry).items():
        label = entry.label or name
        for spelling in {letters(spelling) for spelling in (label, *entry.spellings)}:
            known.setdefault(spelling, []).append((label, entry))
    return known


def _known(place: Place, lexicon: Lexicon) -> tuple[str, PlaceEntry] | None:
    """The entry that a place means: of namesakes the one at its point, else the only one in its governorate.

    Without a point a governorate's name may mean its city as well: the wider of the two is claimed less wrongly.
    """
    found = _entries(lexicon).get(letters(place.name), [])
    if place.lat is not None:
        fitting = [
            (misfit, label, entry) for label, entry in found if (misfit := _misfit(place, entry)) < SAME_POINT_KM
        ]
        return min(fitting, key=lambda one: one[:2])[1:] if fitting else None
    if place.admin is not None:
        here = consonants(place.admin)
        found = [one for one in found if one[1].admin is None or consonants(one[1].admin) == here]
    named = [one for one in found if one[1].kind == "governorate"] or found
    return named[0] if len(named) == 1 else None


def _misfit(place: Place, entry: PlaceEntry) -> float:
    """Kilometres between two points, plus how much the radii differ: a city and its governorate share a centre."""
    apart = place.distance(Place("entry", None, entry.lat, entry.lon))
    if apart is None:
        return SAME_POINT_KM
    return float(apart.to("km").magnitude) + abs((place.radius_km or 0) - (entry.radius_km or 0))
