"""Places that the lexicon knows, by any spelling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

import attrs
from rapidfuzz import fuzz

from claimrec.lexicon.entries import PlaceEntry, PlaceKind
from claimrec.lexicon.loader import Lexicon
from claimrec.lexicon.romanisation import skeleton
from claimrec.reading.name_words import NamePhrases, name_keys
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
LIKENESS = 62
"""Names of one skeleton must also be this much alike in full (0 to 100): Mudayra and Mazraa are not. On GeoNames' own
spellings this keeps two thirds of the pairs of one place, and one in thirty of the closest of two places."""
DOUBTFUL_LETTERS = 4
"""A listed town's name this short ("Hit", "Van") is taken for it only behind a preposition."""


@attrs.frozen
class Known:
    """A place of the lexicon; a doubtful one is a word or a person's name as well."""

    name: str  # the key of its entry
    place: Place
    kind: PlaceKind
    country: str | None = None
    doubtful: bool = False

    @property
    def width(self) -> int:
        """How wide it is, by its kind."""
        return WIDTH[self.kind]

    def lies_in(self, other: Known) -> bool:
        """Does it lie in the other, as far as the lists tell?"""
        if other.kind == "country":
            return self.country == other.country
        return self.place.admin is not None and (self.place.admin, self.country) == (other.place.admin, other.country)


@attrs.frozen(eq=False, slots=False)
class Gazetteer:
    """The lexicon's places: `phrases` finds all namesakes of a spelling, largest first."""

    known: Mapping[str, tuple[Known, tuple[str, ...]]]
    phrases: NamePhrases[tuple[Known, ...]]

    @cached_property
    def governorates(self) -> Mapping[tuple[str | None, str | None], Known]:
        """The governorates by name and country."""
        return {(one.place.admin, one.country): one for one, _ in self.known.values() if one.kind == "governorate"}

    def governorate_of(self, one: Known) -> Known | None:
        """The governorate that a place gives its name to, or is."""
        named_after_it = one.kind == "governorate" or (one.kind == "city" and _is_seat(one))
        return self.governorates.get((one.place.admin, one.country)) if named_after_it else None

    @cached_property
    def _by_skeleton(self) -> Mapping[str, tuple[Known, ...]]:
        sounding: dict[str, list[Known]] = {}
        for one, spellings in self.known.values():
            for consonants in dict.fromkeys(map(skeleton, spellings)):
                if len(consonants) >= LEAST_CONSONANTS:
                    sounding.setdefault(consonants, []).append(one)
        return {consonants: _largest_first(namesakes) for consonants, namesakes in sounding.items()}

    def like(self, name: str) -> tuple[Known, ...]:
        """Places that a romanisation of the name is spelled much like: "Khan Sheikhun" is Khan Shaykhun."""
        plain = name.lower()
        return tuple(
            one
            for one in self._by_skeleton.get(skeleton(name), ())
            if max(fuzz.ratio(plain, spelling.lower()) for spelling in self.known[one.name][1]) >= LIKENESS
        )


def _is_seat(one: Known) -> bool:
    return one.place.admin is not None and skeleton(one.place.name) == skeleton(one.place.admin)


@lru_cache(maxsize=16)
def gazetteer(lexicon: Lexicon) -> Gazetteer:
    """The places of these packs, ready to be searched for.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> [one.place.name for one in gazetteer(load_lexicon()).like("Khan Shaikhun")]
    ['Khan Sheikhoun']
    """
    known = dict(_known(lexicon))
    spelled: dict[tuple[bool, tuple[str, ...]], tuple[list[str], list[Known]]] = {}
    for one, spellings in known.values():
        for spelling in spellings:
            written, namesakes = spelled.setdefault(name_keys(spelling), ([], []))
            written.append(spelling)
            if one not in namesakes:
                namesakes.append(one)
    phrases = ((min(written, key=_capitals), _largest_first(namesakes)) for written, namesakes in spelled.values())
    return Gazetteer(known, NamePhrases(phrases, lexicon))


def _capitals(spelling: str) -> int:
    return sum(map(str.isupper, spelling))


def _known(lexicon: Lexicon) -> Iterator[tuple[str, tuple[Known, tuple[str, ...]]]]:
    by_hand = lexicon.entries["places"]
    doubtful = frozenset(lexicon.words("names", "doubtful_places"))
    for name, entry in lexicon.of(PlaceEntry).items():
        label = entry.label or name
        place = Place(label, entry.admin, entry.lat, entry.lon, entry.radius_km)
        sure = name in by_hand or entry.kind == "country" or len(label) > DOUBTFUL_LETTERS
        bare = name.partition(" (")[0]
        yield (
            name,
            (Known(name, place, entry.kind, entry.country, not sure or bare in doubtful), (bare, *entry.spellings)),
        )


def _largest_first(namesakes: list[Known]) -> tuple[Known, ...]:
    # a governorate is meant by its own words ("Idlib province"), so a bare name is its city
    return tuple(
        sorted(
            namesakes, key=lambda one: (one.kind == "governorate", -(one.place.radius_km or 0), one.place.admin or "")
        )
    )
