"""A result as tables: every row is there in every format, cells have their types, and none does harm."""

import csv
from datetime import date

import openpyxl
import pyarrow.parquet as pq
import pytest
from factory import DAY, claim, lexicon
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimrec.errors import FormatError
from claimrec.exchange.delimited import FORMULA
from claimrec.exchange.sheets import write_parquet_sheets, write_sheet, write_sheets
from claimrec.reconciliation import reconcile
from claimrec.showing.columns import COLUMNS, WORDS, Sheet, sheets_of
from claimrec.values.place import Place

HOSTILE = ("=HYPERLINK(1)", "+1", "-1", "@sum", "\tx", "<script>", "\u202e27", "x" * 10_000, 'a","b', "a\nb")
HELD_AS = {"text": str, "whole": int, "number": float, "day": date}
OAK_TOWN = Place("Oak Town", "North", 10.0, 10.0, 2.0)

cells = st.fixed_dictionaries(
    {
        "text": st.none() | st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=9),
        "whole": st.integers(0, 10**12),  # a row that says nothing is no row of a worksheet
        "number": st.none() | st.floats(-180, 180).map(lambda number: round(number, 6)),
        "day": st.none() | st.dates(date(1900, 3, 1)),
    }
)


def result_of(*told):
    return reconcile(told, lexicon=lexicon())


def two_accounts():
    return result_of(
        claim("12 army killed, including 4 officers", day=DAY, place=OAK_TOWN, by="Dune Group", source="Agency A"),
        claim("15 army killed", day=DAY, place=OAK_TOWN, source="a monitor", via=("Daily B",)),
    )


def rows_in(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def sheets(tmp_path, result, **options):
    return {path.stem: rows_in(path) for path in write_sheets(result, tmp_path / "out", **options)}


def worksheet(path, name):
    """The rows of a worksheet as its cells hold them."""
    head, *rows = openpyxl.load_workbook(path)[name].iter_rows()
    return [{at.value: cell.value for at, cell in zip(head, row, strict=True)} for row in rows]


@settings(max_examples=30)
@given(st.lists(cells, max_size=4))
def test_a_sheet_is_the_same_in_every_format(tmp_path_factory, rows):
    folder = tmp_path_factory.getbasetemp()
    sheet = Sheet("cells", {kind: kind for kind in HELD_AS}, tuple(rows))
    for ending in (".csv", ".xlsx", ".parquet"):
        write_sheet(sheet, folder / f"cells{ending}")
    assert pq.read_table(folder / "cells.parquet").to_pylist() == rows
    in_excel = worksheet(folder / "cells.xlsx", "cells")
    assert [row | {"day": row["day"] and row["day"].date()} for row in in_excel] == rows
    said = [{kind: "" if cell is None else str(cell) for kind, cell in row.items()} for row in rows]
    assert [row | {"text": row["text"].removeprefix("'")} for row in rows_in(folder / "cells.csv")] == [
        row | {"text": row["text"].removeprefix("'")} for row in said
    ]


@pytest.mark.parametrize("quotes", [True, False])
def test_every_cell_is_of_its_columns_kind(quotes):
    for sheet in sheets_of(two_accounts(), quotes=quotes):
        assert sheet.rows
        for row in sheet.rows:
            assert list(row) == list(sheet.columns)
            assert {name for name in row if quotes or name not in WORDS} == set(row)
            for name, cell in row.items():
                assert cell is None or isinstance(cell, HELD_AS[sheet.columns[name]]), name


def test_every_claim_toll_conflict_and_range_has_its_row(tmp_path):
    result = two_accounts()
    found = sheets(tmp_path, result)
    [incident] = found["incidents"]
    assert (incident["place"], incident["claims"], incident["contradictions"]) == ("Oak Town", "2", "1")
    assert {row["claim"] for row in found["claims"]} == {one.id for one in result.claims}
    assert {row["chain"] for row in found["claims"]} == {"Agency A", "a monitor < Daily B"}
    assert sorted(row["low"] for row in found["tolls"]) == ["12", "15", "4"]
    [conflict] = found["conflicts"]
    assert set(conflict["claims"].split()) == {one.id for one in result.claims}
    assert conflict["because"]
    assert {row["claimed_high"] for row in found["ranges"]} == {"15", "4"}


def test_a_workbook_has_a_sheet_of_each_kind_with_real_days_and_numbers(tmp_path):
    [path] = write_sheets(two_accounts(), tmp_path / "result.xlsx")
    assert openpyxl.load_workbook(path).sheetnames == list(COLUMNS)
    told = worksheet(path, "claims")[0]
    assert (told["published"].date(), told["first_day"].date(), told["lat"], told["event"]) == (DAY, DAY, 10, None)


def test_parquet_has_a_file_of_each_kind_with_the_types_of_its_columns(tmp_path):
    paths = write_parquet_sheets(two_accounts(), tmp_path / "out", quotes=False)
    assert [path.name for path in paths] == [f"{name}.parquet" for name in COLUMNS]
    tolls = pq.read_table(tmp_path / "out" / "tolls.parquet")
    assert [str(tolls.schema.field(name).type) for name in ("claim", "low", "part_of")] == ["string", "int64", "int64"]
    assert tolls.column("part_of").to_pylist().count(None) == 2
    assert "quote" not in tolls.column_names


def test_without_quotes_no_words_are_written(tmp_path):
    said = "12 army killed"
    told = claim(said, article="a1", place=OAK_TOWN, day=DAY), claim("15 army killed", article="a2", source="B")
    result = result_of(*told)
    written = "".join(path.read_text(encoding="utf-8") for path in write_sheets(result, tmp_path, quotes=False))
    assert said not in written
    assert "Oak Town" in written


def test_a_result_without_anything_gives_headers_alone(tmp_path):
    assert sheets(tmp_path, result_of()) == {name: [] for name in COLUMNS}
    head = (tmp_path / "out" / "conflicts.csv").read_text(encoding="utf-8-sig")
    assert head.strip().split(",") == list(COLUMNS["conflicts"])
    write_sheets(result_of(), tmp_path / "empty.xlsx")
    assert worksheet(tmp_path / "empty.xlsx", "conflicts") == []


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula_and_every_text_comes_back(tmp_path, text):
    result = result_of(claim("3 killed", source=text, by_words=text))
    found = sheets(tmp_path, result)
    assert [cell for rows in found.values() for row in rows for cell in row.values() if cell.startswith(FORMULA)] == []
    assert text in {row["publisher"].removeprefix("'") for row in found["claims"]}
    [path] = write_sheets(result, tmp_path / "result.xlsx")
    for sheet in openpyxl.load_workbook(path):
        for row in sheet.iter_rows():
            assert {cell.data_type for cell in row} <= {"s", "n", "d", "inlineStr"}
            assert all(
                cell.quotePrefix for cell in row if str(cell.value).startswith(FORMULA) and cell.data_type != "n"
            )


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("x" * 40_000, "x" * 32_766 + "…"),
        ("\U0001f4a5" * 20_000, "\U0001f4a5" * 16_383 + "…"),
        ("é" * 32_767, "é" * 32_767),
        ("half \ud83d", "half \\ud83d"),
        (date(1899, 12, 31), "1899-12-31"),
        (2**60, str(2**60)),
    ],
)
def test_what_a_cell_of_excel_does_not_hold_is_text_or_is_cut_visibly(tmp_path, cell, written):
    write_sheet(Sheet("odd", {"cell": "text"}, ({"cell": cell},)), tmp_path / "odd.xlsx")
    assert worksheet(tmp_path / "odd.xlsx", "odd") == [{"cell": written}]


@pytest.mark.parametrize("ending", [".csv", ".parquet"])
def test_half_a_surrogate_pair_becomes_its_escape(tmp_path, ending):
    path = tmp_path / f"odd{ending}"
    write_sheet(Sheet("odd", {"cell": "text"}, ({"cell": "half \ud83d"}, {"cell": None})), path)
    read = pq.read_table(path).to_pylist() if ending == ".parquet" else rows_in(path)
    assert read[0] == {"cell": "half \\ud83d"}


@pytest.mark.parametrize(
    ("name", "rows", "because"),
    [
        ("out.ods", 1, r"expected a file that ends in \.csv, \.xlsx, \.parquet, not 'out\.ods'"),
        ("out.xlsx", 2**20, "1,048,576 people are more than the 1,048,575 rows of a worksheet"),
        ("out.parquet", 1, "people, killed: a number that 64 bits do not hold"),
    ],
)
def test_what_a_format_does_not_hold_is_refused(tmp_path, name, rows, because):
    with pytest.raises(FormatError, match=because):
        write_sheet(Sheet("people", {"killed": "whole"}, ({"killed": 2**64},) * rows), tmp_path / name)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=4)
@given(st.randoms())
def test_the_same_claims_give_the_same_files_in_whatever_order(tmp_path, random):
    def files(told, name):
        result = result_of(*told)
        paths = (
            *write_sheets(result, tmp_path / name),
            *write_sheets(result, tmp_path / f"{name}.xlsx"),
            *write_parquet_sheets(result, tmp_path / name),
        )
        return [path.read_bytes() for path in paths]

    told = [claim(f"{n} killed", source=f"Agency {n}", day=DAY) for n in range(5)]
    first = files(told, "a")
    random.shuffle(told)
    assert files(told, "b") == first
