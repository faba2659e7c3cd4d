"""Claims as Arrow tables and Parquet: what is written is read back, and what cannot be held is named."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from any_claims import claims
from factory import DAY, claim
from hypothesis import given
from hypothesis import strategies as st

from claimrec.errors import FormatError
from claimrec.exchange.claim_tables import claims_from_arrow, claims_to_arrow
from claimrec.exchange.claims import load_claims, write_claims

few_claims = st.lists(claims, max_size=4, unique_by=lambda one: one.id)


@given(told=few_claims)
def test_claims_that_are_written_as_parquet_and_read_are_the_same_claims(told, tmp_path_factory):
    file = tmp_path_factory.getbasetemp() / "claims.parquet"
    write_claims(told, file)
    read = load_claims(file)
    assert (read.claims, read.unread) == (tuple(told), ())
    assert [one.id for one in read] == [one.id for one in told]


@given(told=few_claims)
def test_a_table_of_claims_is_an_arrow_table_of_real_days(told):
    table = claims_to_arrow(told)
    assert table.schema.field("when").type.field("first").type == pa.date32()
    assert table.schema == claims_to_arrow([]).schema
    assert claims_from_arrow(table).claims == tuple(told)


def test_the_ending_decides_whatever_its_case(tmp_path):
    told = (claim("3 killed", day=DAY),)
    write_claims(told, tmp_path / "claims.PARQUET")
    assert pq.read_table(tmp_path / "claims.PARQUET").num_rows == 1
    assert load_claims(tmp_path / "claims.PARQUET").claims == told


def test_an_object_of_which_nothing_is_said_is_none():
    row = {"article": "a1", "voices": ["A"], "row": {"file": "t.csv", "line": 2}, "where": {"name": None, "lat": None}}
    [read] = claims_from_arrow(pa.Table.from_pylist([row]))
    assert (read.where, read.row.line) == (None, 2)


def test_rows_that_are_no_claims_are_left_out_with_their_number():
    row = {"article": "a1", "voices": ["A"], "row": {"file": "t.csv", "line": 2}, "id": "x"}
    table = pa.Table.from_pylist([row, row, row | {"article": "a2"}, row | {"id": "y", "voices": []}])
    read = claims_from_arrow(table, "claims.parquet")
    assert len(read) == 1
    assert list(map(str, read.unread)) == [
        "claims.parquet, line 3: its id 'x' is that of another claim",
        "claims.parquet, line 4: a claim of article a1 needs at least one voice",
    ]


@pytest.mark.parametrize("said", [{"source": "Agency \ud83d"}, {"said": f"{2**64} killed"}])
def test_a_claim_that_arrow_cannot_hold_is_named(said):
    fine, odd = claim("3 killed"), claim(name="odd", **said)
    with pytest.raises(FormatError, match=r"claim 'odd' fits no Arrow table: .*; write JSON Lines"):
        claims_to_arrow([fine, odd])


def test_a_file_that_is_no_parquet_is_refused(tmp_path):
    (tmp_path / "claims.parquet").write_text("id,article\n")
    with pytest.raises(FormatError, match=r"claims\.parquet: no Parquet file that can be read: "):
        load_claims(tmp_path / "claims.parquet")
