"""Gazetteers as tables: what a line says is what the entry holds, and a line that is no place is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.errors import LexiconError
from claimrec.lexicon.entries import PlaceEntry, TownEntry
from claimrec.lexicon.loader import load_lexicon
from claimrec.lexicon.tables import BETWEEN, COLUMNS, places_of

names = st.text(st.characters(whitelist_categories=("L",)), min_size=1, max_size=12)
degrees = st.one_of(st.none(), st.floats(-80, 80).map(lambda number: round(number, 3)))
entries = st.builds(
    PlaceEntry,
    kind=st.sampled_from(["country", "town", "site"]),
    spellings=st.lists(names, max_size=3).map(tuple),
    label=st.none() | names,
    admin=st.none() | names,
    country=st.none() | names,
    lat=degrees,
    lon=degrees,
    radius_km=st.one_of(st.none(), st.integers(1, 900).map(float)),
    capital=st.none() | names,
    demonyms=st.lists(names, max_size=2).map(tuple),
)


def line(name, entry):
    cells = (getattr(entry, column) for column in COLUMNS[1:])
    written = (BETWEEN.join(cell) if isinstance(cell, tuple) else "" if cell is None else str(cell) for cell in cells)
    return "\t".join([name, *written])


@given(st.dictionaries(names, entries, max_size=5), st.booleans())
def test_a_table_gives_back_what_was_written(places, short):
    lines = ["# places", *(line(name, entry) for name, entry in places.items()), ""]
    text = "\n".join(one.rstrip("\t") for one in lines) if short else "\n".join(lines)
    assert dict(places_of(text, PlaceEntry)) == places


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Rahba\ttwon", "line 1: expected a name and a kind of place, not 'Rahba' and 'twon'"),
        ("# places\n\ttown", "line 2: expected a name and a kind of place, not '' and 'town'"),
        ("Rahba\ttown\t\t\t\t\tnorth\t5", "line 1, 'Rahba': could not convert string to float: 'north'"),
        ("Rahba\ttown\nRahba\tvillage", "line 2: 'Rahba' stands here twice"),
        ("Rahba\ttown" + "\t" * 11, "line 1: expected at most 12 columns, not 13"),
    ],
)
def test_a_line_that_is_no_place_is_refused(tmp_path, text, message):
    (tmp_path / "towns.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as raised:
        load_lexicon(tmp_path)
    assert str(raised.value) == f"pack {tmp_path}, towns.tsv: {message}"


def test_a_table_of_a_pack_is_loaded_as_its_kind(tmp_path):
    (tmp_path / "towns.tsv").write_text("Rahba\ttown\t\t\t\tSyria\t35\t40\t2", encoding="utf-8")
    assert load_lexicon(tmp_path).of(TownEntry)["Rahba"].country == "Syria"


@pytest.mark.parametrize("name", ["places.tsv", "towns.toml"])
def test_a_file_with_the_ending_of_another_kind_is_refused(tmp_path, name):
    (tmp_path / name).write_text("", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"no such kind of words; expected one of actors\.toml, .*gazetteer\.tsv"):
        load_lexicon(tmp_path)
