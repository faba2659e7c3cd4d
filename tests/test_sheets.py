"""A result as files of comma-separated values: every row is there, and none does harm."""

import csv

import pytest
from factory import DAY, claim, lexicon
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimrec.exchange.sheets import FORMULA, write_sheets
from claimrec.reconciliation import reconcile
from claimrec.values.place import Place

HOSTILE = ("=HYPERLINK(1)", "+1", "-1", "@sum", "\tx", "<script>", "\u202e27", "x" * 10_000, 'a","b', "a\nb")


def result_of(*told):
    return reconcile(told, lexicon=lexicon())


def rows_in(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def sheets(tmp_path, result, **options):
    return {path.stem: rows_in(path) for path in write_sheets(result, tmp_path / "out", **options)}


def test_every_claim_toll_conflict_and_range_has_its_row(tmp_path):
    place = Place("Oak Town", "North", 10.0, 10.0, 2.0)
    told = [
        claim("12 army killed, including 4 officers", day=DAY, place=place, by="Dune Group", source="Agency A"),
        claim("15 army killed", day=DAY, place=place, source="a monitor", via=("Daily B",)),
    ]
    result = result_of(*told)
    found = sheets(tmp_path, result)
    [incident] = found["incidents"]
    assert (incident["place"], incident["claims"], incident["contradictions"]) == ("Oak Town", "2", "1")
    assert {row["claim"] for row in found["claims"]} == {one.id for one in told}
    assert {row["chain"] for row in found["claims"]} == {"Agency A", "a monitor < Daily B"}
    assert sorted(row["low"] for row in found["tolls"]) == ["12", "15", "4"]
    [conflict] = found["conflicts"]
    assert set(conflict["claims"].split()) == {one.id for one in told}
    assert conflict["because"]
    assert {row["claimed_high"] for row in found["ranges"]} == {"15", "4"}


def test_without_quotes_no_words_are_written(tmp_path):
    said, place = "12 army killed", Place("Oak Town", "North", 10.0, 10.0, 2.0)
    told = claim(said, article="a1", place=place, day=DAY), claim("15 army killed", article="a2", source="B")
    result = result_of(*told)
    written = "".join(path.read_text(encoding="utf-8") for path in write_sheets(result, tmp_path, quotes=False))
    assert said not in written
    assert "Oak Town" in written


def test_a_result_without_anything_gives_empty_files(tmp_path):
    assert sheets(tmp_path, result_of()) == {"incidents": [], "ranges": [], "claims": [], "tolls": [], "conflicts": []}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula_and_every_text_comes_back(tmp_path, text):
    found = sheets(tmp_path, result_of(claim("3 killed", source=text, by_words=text)))
    cells = [cell for rows in found.values() for row in rows for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(FORMULA)] == []
    assert text in {row["publisher"].removeprefix("'") for row in found["claims"]}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(st.randoms())
def test_the_same_claims_give_the_same_files_in_whatever_order(tmp_path, random):
    told = [claim(f"{n} killed", source=f"Agency {n}", day=DAY) for n in range(5)]
    first = [path.read_bytes() for path in write_sheets(result_of(*told), tmp_path / "a")]
    random.shuffle(told)
    assert [path.read_bytes() for path in write_sheets(result_of(*told), tmp_path / "b")] == first
