"""One name, however it is written in Latin letters, has one skeleton; two names seldom share one."""

import json
import random
import re
from pathlib import Path

import pytest
from anyascii import anyascii
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from claimrec.lexicon.romanisation import ARTICLES, skeleton

GAZETTEERS = Path(__file__).parents[2] / "shared" / "data" / "gazetteer"

letters = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


@given(letters, letters, st.sampled_from(sorted(ARTICLES)), st.sampled_from(["-", " "]))
def test_an_article_changes_nothing(first, second, article, joint):
    assert skeleton(f"{first} {article}{joint}{second}") == skeleton(f"{first} {second}")


@given(letters)
def test_capitals_accents_and_apostrophes_change_nothing(name):
    assert skeleton(name.upper()) == skeleton(name) == skeleton("ʿ" + name)


@given(st.text("bflmnpraeiou", min_size=1, max_size=12), st.integers(0, 11))
def test_a_doubled_letter_changes_nothing(name, place):
    place %= len(name)
    assert skeleton(name[: place + 1] + name[place:]) == skeleton(name)


@given(st.text(max_size=80))
def test_any_text_has_a_skeleton_of_plain_letters(name):
    assert re.fullmatch(r"[a-z$]*", skeleton(name))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khan Sheikhoun", "Khān Shaykhūn"),
        ("Maarat al-Numan", "Ma'arrat an-Nu'man"),
        ("Deir ez-Zor", "Dayr az Zawr"),
        ("Deir el-Zour", "Deir ez-Zor"),
        ("Tell Tamer", "Tal Tamr"),
        ("Qusayr", "Kseir"),
        ("Suwayda", "Sweida"),
        ("Abu al-Duhur", "Abu Zuhur"),
        ("Jarabulus", "Djarablous"),
        ("Ghouta", "Ghuta"),
        ("Hasakah", "Hassake"),
        ("Idlib", "Edleb"),
    ],
)
def test_romanisations_of_one_name(one, other):
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kafr Nabl", "Kafr Ruma"), ("Hama", "Homs"), ("Sarmin", "Sarmada"), ("Tal Abyad", "Tal Tamr"), ("Azaz", "Zaza")],
)
def test_names_of_two_places(one, other):
    assert skeleton(one) != skeleton(other)


def plain(name: str) -> str:
    return anyascii(name).lower()


def pairs(rows: list[dict]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Spellings of one place (not its translations), and the names of other places most like each."""
    names = [row["name"] for row in rows]
    same = [
        (row["name"], variant)
        for row in rows
        if len(row["latin_variants"]) <= 8
        for variant in row["latin_variants"]
        if variant[:1].isupper()
        and plain(variant) != plain(row["name"])
        and fuzz.ratio(plain(variant), plain(row["name"])) > 50
    ]
    chance = random.Random(1)
    other = []
    for name, _ in same:
        others = [one for one in chance.sample(names, 20) if plain(one) != plain(name)]
        other.append((name, max(others, key=lambda one: fuzz.ratio(plain(one), plain(name)))))
    return same, other


def area(same: list[tuple[str, str]], other: list[tuple[str, str]], key) -> float:
    """How often a pair of one place is more alike than a pair of two (the area under the ROC curve)."""
    alike = [fuzz.ratio(key(a), key(b)) for a, b in same]
    unlike = [fuzz.ratio(key(a), key(b)) for a, b in other]
    wins = sum((a > b) + (a == b) / 2 for a in alike for b in unlike)
    return wins / (len(alike) * len(unlike))


@pytest.mark.skipif(not GAZETTEERS.exists(), reason="the gazetteers beside the project are absent")
def test_skeletons_tell_places_apart_better_than_letters():
    files = sorted(GAZETTEERS.glob("*_cities500.jsonl"))
    countries = [[json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] for file in files]
    halves = [pairs(rows) for rows in countries]
    same = [pair for half, _ in halves for pair in half]
    other = [pair for _, half in halves for pair in half]
    assert area(same, other, skeleton) > 0.94 > area(same, other, plain)
