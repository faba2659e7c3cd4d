"""Places that the lexicon knows: found by any spelling, told from their namesakes by what stands near."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import attrs

from claimrec.lexicon.entries import PlaceEntry, PlaceKind
from claimrec.lexicon.loader import Lexicon
from claimrec.lexicon.romanisation import skeleton
from claimrec.reading.name_words import NamePhrases, key_of, name_keys
from claimrec.values.place import Place

WIDTH: Mapping[PlaceKind, int] = {
    "country": 6,
    "governorate": 5,
    "region": 4,
    "district": 4,
    "city": 3,
    "town": 2,
    "village": 1,
    "neighbourhood": 0,
    "site": 0,
}
"""How wide a kind of place is: the finest of nested places is where it happened."""
LEAST_CONSONANTS = 3
"""A skeleton with fewer ("Bab", "Hama") is shared by too many names to tell a place."""


@attrs.frozen
class Known:
    """A place of the lexicon."""

    place: Place
    kind: PlaceKind

    @property
    def width(self) -> int:
        """How wide it is, by its kind."""
        return WIDTH[self.kind]


@attrs.frozen(eq=False)
class Gazetteer:
    """The lexicon's places: `phrases` finds all namesakes of a spelling, largest first."""

    phrases: NamePhrases[tuple[Known, ...]]
    by_skeleton: Mapping[str, tuple[Known, ...]]
    governorates: Mapping[str, Known]

    def like(self, name: str) -> tuple[Known, ...]:
        """Places whose name has the same romanisation skeleton: "Khan Sheikhun" is Khan Shaykhun."""
        consonants = skeleton(name)
        return self.by_skeleton.get(consonants, ()) if len(consonants) >= LEAST_CONSONANTS else ()


def _known(name: str, entry: PlaceEntry) -> Known:
    place = Place(entry.label or name, entry.admin, entry.lat, entry.lon, entry.radius_km)
    return Known(place, entry.kind)


@lru_cache(maxsize=16)
def gazetteer(lexicon: Lexicon) -> Gazetteer:
    """The places of these packs, ready to be searched for."""
    articles = articles_of(lexicon)
    doubtful = frozenset(lexicon.words("names", "doubtful"))
    spelled: dict[tuple[bool, tuple[str, ...]], tuple[str, list[Known]]] = {}
    sounding: dict[str, list[Known]] = {}
    governorates: dict[str, Known] = {}
    for name, entry in lexicon.of(PlaceEntry).items():
        known = _known(name, entry)
        if entry.kind == "governorate" and entry.admin:
            governorates[entry.admin] = known
        for spelling in (name.partition(" (")[0], *entry.spellings):
            _, namesakes = spelled.setdefault(name_keys(spelling, articles), (spelling, []))
            if known not in namesakes:
                namesakes.append(known)
            consonants = skeleton(spelling)
            if len(consonants) >= LEAST_CONSONANTS and known not in sounding.setdefault(consonants, []):
                sounding[consonants].append(known)
    phrases = NamePhrases(
        ((spelling, _largest_first(namesakes)) for spelling, namesakes in spelled.values()), articles, doubtful
    )
    return Gazetteer(phrases, {key: _largest_first(namesakes) for key, namesakes in sounding.items()}, governorates)


def _largest_first(namesakes: list[Known]) -> tuple[Known, ...]:
    # a governorate is meant by its own words ("Idlib province"), so a bare name is its city
    return tuple(sorted(namesakes, key=lambda known: (known.kind == "governorate", -(known.place.radius_km or 0), known.place.name)))


def articles_of(lexicon: Lexicon) -> frozenset[str]:
    """Every article that a name in the lexicon may be written with."""
    return frozenset(map(key_of, (*lexicon.words("names", "articles"), *lexicon.words("names", "doubtful_articles"))))
