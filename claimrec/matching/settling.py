"""Places settled by the lexicon: known spellings share name, governorate and point."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from claimrec.lexicon.entries import PlaceEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.matching.columns import UNSAID, BoolArray, Column, FloatArray
from claimrec.matching.spots import SIZE, SIZES, Size, Spot, Spots, consonants, letters
from claimrec.records.claim import Claim
from claimrec.values.place import Place

SAME_POINT_KM = 15
"""A claim's point so far from that of a known place of its name, radii counted in, is a namesake's (own)."""


def spot_of(claim: Claim, lexicon: Lexicon) -> Spot | None:
    """The place of a claim, settled by the lexicon; None where it gives none, or a whole country.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.records.claim import Row, Where
    >>> raid = Claim("a1", None, ("Agency A",), where=Where(Place("Tell an-Nur", "Hama")), row=Row("raids.csv", 2))
    >>> str(spot_of(raid, load_lexicon("common")))
    'Tell an-Nur (Hama)'
    """
    return None if claim.where is None else _settled(claim.where.place, lexicon)


def spots_of(names: Column[str], admins: Column[str], *point: FloatArray, lexicon: Lexicon) -> Column[Spot]:
    """The same for the rows of a table, `point` being degrees of latitude and longitude and kilometres of radius.

    Only places whose names the lexicon knows are settled one by one.
    """
    measured = ~(np.isnan(point[0]) | np.isnan(point[1]))
    lat, lon, radius_km = (np.where(measured, numbers, np.nan) for numbers in point)
    lies_in = [*(_lies_in(admin, lexicon) for admin in admins.values), (None, None)]
    words = Column.of([*names.values, None, *(name for pair in lies_in for name in pair)])
    own = words.codes[: len(names.values) + 1][names.codes]
    governorate, region = (words.codes[len(names.values) + 1 + side :: 2][admins.codes] for side in (0, 1))
    sound = Column.of([*map(consonants, words.values), None]).codes
    whole = ~measured & (governorate != UNSAID) & (sound[own] == sound[governorate])
    size = np.where(whole, SIZES.index("governorate"), SIZES.index("spot"))
    spots = Spots(tuple(words.values), own, governorate, region, lat, lon, radius_km, size)
    known = np.array([letters(name) in _entries(lexicon) for name in names.values] + [False], dtype=bool)[names.codes]
    return _replaced(Column(spots, np.where(own == UNSAID, UNSAID, np.arange(len(own)))), known, admins, lexicon)


def _replaced(given: Column[Spot], known: BoolArray, admins: Column[str], lexicon: Lexicon) -> Column[Spot]:
    """The column of given places, those that are known to the lexicon by name as it settles them."""
    spots, rows = Spots.of(given.values), np.flatnonzero(known)
    looked_at = (spots.name, admins.codes, spots.lat, spots.lon, spots.radius_km)
    said = np.stack([of[rows] for of in looked_at], axis=1)
    _, first, which = np.unique(said, axis=0, return_index=True, return_inverse=True)
    places = (Place(spots.words[spots.name[row]], admins.key(row), *_point(spots, row)) for row in rows[first].tolist())
    settled = Column.of([*(_settled(place, lexicon) for place in places), None])
    codes = given.codes.copy()
    codes[rows[settled.codes[which] == UNSAID]] = UNSAID
    found = rows[codes[rows] != UNSAID]
    replaced = spots.with_others(found, Spots.of(settled.values), settled.codes[which][codes[rows] != UNSAID])
    return Column(replaced, codes)


def _point(spots: Spots, row: int) -> tuple[float | None, float | None, float | None]:
    lat, lon, radius = (None if np.isnan(of[row]) else float(of[row]) for of in (spots.lat, spots.lon, spots.radius_km))
    return lat, lon, radius


@lru_cache(maxsize=65536)
def spellings_of(place: Place, lexicon: Lexicon) -> tuple[str, ...]:
    """All names of a place that the lexicon knows, else the one that is given.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> spellings_of(Place("Tell an-Nur"), load_lexicon("common"))
    ('Tell an-Nur',)
    """
    known = _known(place, lexicon)
    return (place.name,) if known is None else (known[0], *known[1].spellings)


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
    apart = place.km_to(Place("entry", None, entry.lat, entry.lon))
    if apart is None:
        return SAME_POINT_KM
    return apart + abs((place.radius_km or 0) - (entry.radius_km or 0))
