"""Delimited text as it comes: no row is lost, and what is odd about one is said with file and line."""

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimrec.errors import FormatError
from claimrec.exchange.tables import DELIMITERS, read_table, table_of

cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)


@pytest.fixture
def written(tmp_path):
    def write(content, name="events.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(cells, min_size=3, max_size=3), max_size=6),
    st.sampled_from(DELIMITERS),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_was_written_is_read_whatever_the_delimiter_and_encoding(tmp_path, rows, delimiter, encoding):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows([["id", "place", "notes"], *rows])
    path = tmp_path / "events.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    found = read_table(path)
    said = [row for row in rows if any(cell.strip() for cell in row)]
    assert [list(row.cells.values()) for row in found.rows] == said
    assert (found.columns, found.unread, found.flags) == (("id", "place", "notes"), (), ())


def test_lines_are_numbered_as_a_spreadsheet_does(written):
    found = read_table(written('id,notes\n1,"two\nlines"\n\n2,b\n'))
    assert [(row.line, row.cells["id"]) for row in found.rows] == [(2, "1"), (4, "2")]


def test_a_line_in_another_encoding_is_read_as_windows_writes_it_and_flagged(written):
    found = read_table(written("id,place\n1,Ma‘arrat\n".encode() + "2,Tóba\n".encode("cp1252")))
    assert [row.cells["place"] for row in found.rows] == ["Ma‘arrat", "Tóba"]
    assert [(flag.line, flag.because) for flag in found.flags] == [(3, "not in UTF-8: read as cp1252")]


def test_rows_of_another_length_are_flagged_or_left_out(written):
    path = written("id,place,killed\n1,Oak Town\n2,Ash Town,3,4\n3,Elm Town,5,,\n")
    found = read_table(path)
    assert [row.cells["id"] for row in found.rows] == ["1", "3"]
    assert list(map(str, found.flags)) == [f"{path}, line 2: 2 cells where the header has 3"]
    assert list(map(str, found.unread)) == [f"{path}, line 3: 4 cells where the header has 3"]


def test_a_cell_of_a_million_characters_is_read(written):
    found = read_table(written(f"id,notes\n1,{'word ' * 200_000}\n"))
    assert len(found.rows[0].cells["notes"]) == 1_000_000


def test_the_csv_module_is_left_as_it_was(written):
    before = csv.field_size_limit()
    read_table(written("id\n1\n"))
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(
    ("content", "because"),
    [("", "expected a header and rows; the file is empty"), ("Place,id, place\n", "two columns are named place")],
)
def test_what_is_no_table_is_refused(written, content, because):
    with pytest.raises(FormatError, match=because):
        read_table(written(content))


def test_rows_from_elsewhere_are_a_table_too():
    found = table_of([{"ID": 1, "killed": float("nan")}, {"id": "b", "Place": None}], "frame")
    assert found.columns == ("id", "killed", "place")
    assert [dict(row.cells) for row in found.rows] == [{"id": "1", "killed": ""}, {"id": "b", "place": ""}]
    assert list(found.column("killed")) == [""]
