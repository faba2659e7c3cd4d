"""Every listing as a frame: the columns are settled, the types are right, what was not said is missing."""

from pathlib import Path

import attrs
import pandas as pd
import pytest
from factory import DAY, claim, lexicon, unsure
from hypothesis import given, settings
from hypothesis import strategies as st

from claimrec.errors import FormatError
from claimrec.exchange import from_frame
from claimrec.exchange.claims import Claims, load_claims
from claimrec.matching.linking import UNSURE
from claimrec.outlets.compare import compare_outlets
from claimrec.outlets.estimate import Estimate
from claimrec.reconciliation import reconcile
from claimrec.showing.columns import COLUMNS
from claimrec.showing.frames import PAIRS, ROWS, sheet_of
from claimrec.showing.outlet_tables import OUTLET_TABLES, columns_of
from claimrec.showing.rows import pair_rows
from claimrec.values.count import Count
from claimrec.values.place import Place

CASE = Path(__file__).parent / "cases" / "hill_raid.jsonl"
TABLES = {**COLUMNS, "pairs": PAIRS}
LISTINGS = {**{name: name for name in COLUMNS}, "review": "pairs"}
"""What a result calls a table, and what the table is called."""
PANDAS = {"text": "string", "whole": "Int64", "number": "Float64", "day": "datetime64[s]"}
POLARS = {"text": "String", "whole": "Int64", "number": "Float64", "day": "Date"}
ARROW = {"text": "string", "whole": "int64", "number": "double", "day": "date32[day]"}
DOCS = (Path(__file__).parents[1] / "docs" / "export.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module", params=["full", "empty", "unsure"])
def result(request):
    return unsure() if request.param == "unsure" else reconcile(load_claims(CASE) if request.param == "full" else ())


@pytest.mark.parametrize("name", LISTINGS)
def test_columns_and_types_are_settled_whatever_is_in_them(result, name):
    listing, columns = getattr(result, name), TABLES[LISTINGS[name]]
    frame = listing.to_frame()
    assert {column: str(kind) for column, kind in frame.dtypes.items()} == {c: PANDAS[k] for c, k in columns.items()}
    polars = listing.to_frame("polars")
    assert {column: str(kind) for column, kind in polars.schema.items()} == {c: POLARS[k] for c, k in columns.items()}
    arrow = listing.to_frame("pyarrow")
    assert {field.name: str(field.type) for field in arrow.schema} == {c: ARROW[k] for c, k in columns.items()}
    assert len(frame) == len(polars) == len(arrow) == len(listing)


@pytest.mark.parametrize("name", LISTINGS)
def test_all_three_hold_the_same_cells(result, name):
    listing = getattr(result, name)
    rows = [dict(row) for row in sheet_of(listing).rows]
    assert listing.to_frame("pyarrow").to_pylist() == rows
    assert listing.to_frame("polars").to_dicts() == rows
    told = listing.to_frame().astype(object)
    assert told.isna().to_numpy().tolist() == [[cell is None for cell in row.values()] for row in rows]


def test_a_pair_to_review_says_who_is_held_against_whom():
    result = unsure()
    [row] = result.review.to_frame("polars").to_dicts()
    assert {row["a_publisher"], row["b_publisher"]} == {"Agency A", "Agency B"}
    assert abs(row["bits"]) <= UNSURE
    [judgement] = result.incidents
    assert judgement.explain().to_frame("polars").to_dicts() == [row]
    assert row["outcome"] == "joined"


def test_every_kind_of_row_stands_in_a_listing():
    assert set(ROWS) == set(LISTINGS.values())


def test_every_column_stands_in_the_documentation():
    for columns in TABLES.values():
        assert [column for column in columns if f"`{column}`" not in DOCS] == []


def test_claims_that_were_not_reconciled_are_a_frame_too():
    claims = Claims((claim("3 army killed"), claim("at least 4 civilians wounded", source="B")))
    assert claims.to_frame()["incident"].isna().all()
    assert list(claims.tolls.to_frame()["high"].isna()) == [False, True]


def test_a_number_that_no_frame_holds_is_refused():
    result = reconcile([claim(f"{2**63} killed")], lexicon=lexicon())
    for kind in ("pandas", "polars", "pyarrow"):
        with pytest.raises(FormatError, match="that 64 bits do not hold"):
            result.tolls.to_frame(kind)


@settings(max_examples=20)
@given(st.text(st.characters(), min_size=1))
def test_any_text_can_stand_in_a_frame(words):
    told = Claims((claim("3 killed", source=f"x{words}"),))
    for kind in ("pandas", "polars", "pyarrow"):
        column = told.to_frame(kind)["publisher"]
        [cell] = column.to_pylist() if kind == "pyarrow" else list(column)
        assert cell == f"x{words}".encode("utf-8", "backslashreplace").decode()


@pytest.mark.parametrize("kind", ["pandas", "polars", "pyarrow"])
def test_from_frame_is_the_way_back(kind):
    told = [
        claim("12 army killed", day=DAY, place=Place("Oak Town", "North", 10.0, 10.5, 2.0), by="Dune Group"),
        claim("at least 3 army killed", source="a monitor", via=("Daily B",), published=None),
    ]
    claims = Claims(tuple(told))
    wide = claims.to_frame().merge(claims.tolls.to_frame()[["claim", "low", "high", "victims_words"]], on="claim")
    if kind == "polars":
        import polars as pl

        wide = pl.from_pandas(wide)
    elif kind == "pyarrow":
        import pyarrow as pa

        wide = pa.Table.from_pandas(wide)
    columns = {
        "id": "claim", "publisher": "publisher", "origin": "origin", "published": "published", "first_day": "first_day",
        "last_day": "last_day", "place": "place", "admin": "admin", "latitude": "lat", "longitude": "lon",
        "radius_km": "radius_km", "perpetrator": "perpetrator", "stance": "stance", "victims": "victims_words",
        "killed_low": "low", "killed_high": "high",
    }  # fmt: skip
    back = from_frame(wide, columns, lexicon=lexicon())
    assert back.flags == back.unread == ()
    for before, after in zip(told, back, strict=True):
        assert after.voices == before.voices
        assert after.published == before.published
        assert (after.when and after.when.window) == (before.when and before.when.window)
        assert (after.where and after.where.place) == (before.where and before.where.place)
        assert [toll.count for toll in after.tolls] == [toll.count for toll in before.tolls]
    assert [toll.count for one in back for toll in one.tolls] == [Count.exactly(12), Count.at_least(3)]


def test_missing_values_of_older_pandas_say_nothing():
    rows = [{"outlet": "A", "dead": pd.NA, "day": pd.NaT}]
    [read] = from_frame(rows, {"publisher": "outlet", "killed": "dead", "day": "day"})
    assert (read.tolls, read.when) == ((), None)


@pytest.mark.parametrize("name", OUTLET_TABLES)
def test_every_table_of_outlets_is_a_frame_with_four_columns_for_an_estimate(result, name):
    listing, columns = getattr(compare_outlets(result), name), columns_of(name)
    assert {c: str(k) for c, k in listing.to_frame().dtypes.items()} == {c: PANDAS[k] for c, k in columns.items()}
    assert len(listing.to_frame("polars")) == len(listing)
    for row, told in zip(listing, listing.to_frame("pyarrow").to_pylist(), strict=True):
        for field in attrs.fields(type(row)):
            value = getattr(row, field.name)
            if isinstance(value, Estimate):
                parts = [told[f"{field.name}{end}"] for end in ("", "_low", "_high", "_incidents")]
                assert parts == [value.best, value.low, value.high, value.incidents]
            else:
                assert told[field.name] == value


def test_every_pair_of_a_result_and_of_an_incident_has_its_row():
    assert [row["outcome"] for row in pair_rows(unsure())] == ["joined"]
    [told, *_] = (one for one in reconcile(load_claims(CASE)).incidents if one.incident.evidence)
    assert [row["outcome"] for row in pair_rows(told)] == ["joined"] * len(told.incident.evidence)
