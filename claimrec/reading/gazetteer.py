"""Places that the lexicon knows, by any spelling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

import attrs
from rapidfuzz import fuzz

from claimrec.lexicon.entries import PlaceEntry, PlaceKind, TownEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.lexicon.romanisation import skeleton
from claimrec.reading.name_phrases import NamePhrases
from claimrec.reading.name_words import name_keys
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
    "street": 0,
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
    capital: str | None = None  # of a country

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
    short_forms: NamePhrases[tuple[Known, bool]]
    """Those of governorates, and whether they are written in capitals."""

    @cached_property
    def governorates(self) -> Mapping[tuple[str | None, str | None], Known]:
        """The governorates by name and country."""
        return {(one.place.admin, one.country): one for one, _ in self.known.values() if one.kind == "governorate"}

    @cached_property
    def countries(self) -> Mapping[str, Known]:
        """The countries by name."""
        return {one.country: one for one, _ in self.known.values() if one.kind == "country" and one.name == one.country}

    @cached_property
    def capitals(self) -> Mapping[str, Known]:
        """The capital of each country that has one in these lists, by the country's name."""
        seats = {(one.capital, country) for country, one in self.countries.items() if one.capital}
        towns = (one for one, _ in self.known.values() if one.kind in ("city", "town", "village"))
        return {one.country: one for one in towns if one.country and (one.place.name, one.country) in seats}

    def governorate_of(self, one: Known) -> Known | None:
        """The governorate that a place gives its name to, or is."""
        named_after_it = one.kind == "governorate" or (one.kind == "city" and _is_seat(one))
        return self.governorates.get((one.place.admin, one.country)) if named_after_it else None

    @cached_property
    def seats(self) -> frozenset[Place]:
        """The capitals of countries, where those sit who write of all the country."""
        return frozenset(one.place for one in self.capitals.values())

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
    entries = lexicon.of(PlaceEntry)
    short = ((form, (known[name][0], form.isupper())) for name in known for form in entries[name].short)
    return Gazetteer(known, _phrases(known.values(), lexicon), NamePhrases(short, lexicon))


@lru_cache(maxsize=256)
def towns_of(lexicon: Lexicon, country: str) -> NamePhrases[tuple[Known, ...]]:
    """The smaller places of a country, which are known only where a text speaks of it: each is doubtful.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> "jucuaran" in towns_of(load_lexicon(), "El Salvador").starts
    True
    """
    return _phrases(_towns(lexicon).get(country, ()), lexicon)


@lru_cache(maxsize=16)
def _towns(lexicon: Lexicon) -> Mapping[str | None, list[tuple[Known, tuple[str, ...]]]]:
    """Places with their spellings, by country."""
    towns: dict[str | None, list[tuple[Known, tuple[str, ...]]]] = {}
    for name, entry in lexicon.of(TownEntry).items():
        label = entry.label or name
        place = Place(label, entry.admin, entry.lat, entry.lon, entry.radius_km)
        one = Known(name, place, entry.kind, entry.country, doubtful=True)
        towns.setdefault(entry.country, []).append((one, (label, *entry.spellings)))
    return towns


def _phrases(places: Iterable[tuple[Known, tuple[str, ...]]], lexicon: Lexicon) -> NamePhrases[tuple[Known, ...]]:
    """The places by their spellings, of namesakes the largest first."""
    spelled: dict[tuple[bool, tuple[str, ...]], tuple[list[str], list[Known]]] = {}
    for one, spellings in places:
        for spelling in spellings:
            written, namesakes = spelled.setdefault(name_keys(spelling), ([], []))
            written.append(spelling)
            if one not in namesakes:
                namesakes.append(one)
    phrases = ((min(written, key=_capitals), _largest_first(namesakes)) for written, namesakes in spelled.values())
    return NamePhrases(phrases, lexicon)


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
        one = Known(name, place, entry.kind, entry.country, not sure or bare in doubtful, entry.capital)
        yield name, (one, (bare, *entry.spellings))


def _largest_first(namesakes: list[Known]) -> tuple[Known, ...]:
    # a governorate is meant by its own words ("Idlib province"), so a bare name is its city
    return tuple(
        sorted(
            namesakes, key=lambda one: (one.kind == "governorate", -(one.place.radius_km or 0), one.place.admin or "")
        )
    )
