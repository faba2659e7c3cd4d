"""Two tables about the same war: which rows are one incident, which are left over, which are there twice."""

from datetime import timedelta

import pandas as pd
import pyarrow as pa
import pytest
from factory import claim
from hypothesis import given, settings
from hypothesis import strategies as st
from valley import AYN_ZAYTUN, LEXICON, MONDAY, NAMESAKE, TELL_HARUN, TUESDAY, accounts

from claimrec.errors import RecordError
from claimrec.matching.decisions import Decision
from claimrec.matching.two_tables import link_tables
from claimrec.records.claim import Claim, Row, Toll, When, Where
from claimrec.values.count import Count
from claimrec.values.window import Window


def row(name, day, place, killed=None, *, file="left.csv", line=2, voices=("Coders",)):
    """A row of a table of coded events."""
    tolls = () if killed is None else (Toll("killed", Count.exactly(killed), None),)
    return Claim(
        name, None, voices, when=When(Window.on(day)), where=Where(place, place.name), tolls=tolls, row=Row(file, line)
    )


def linked(left, right, **how):
    found = link_tables(left, right, lexicon=LEXICON, **how)
    return {(link.left, link.right) for link in found.links}


@settings(max_examples=50)
@given(st.lists(accounts(), max_size=6), st.lists(accounts(), max_size=6), st.booleans())
def test_every_row_is_linked_or_left_over_and_no_link_is_below_the_threshold(left, right, many):
    left, right = ([*{one.id: one for one in side}.values()] for side in (left, right))
    right = [one for one in right if one.id not in {other.id for other in left}]
    found = link_tables(left, right, lexicon=LEXICON, many_to_one=many)
    lefts, rights = [link.left for link in found.links], [link.right for link in found.links]
    assert sorted([*lefts, *(alone.id for alone in found.left_only)]) == sorted(one.id for one in left)
    assert sorted({*rights, *(alone.id for alone in found.right_only)}) == sorted(one.id for one in right)
    assert many or len(set(rights)) == len(rights)
    assert all(link.evidence.bits >= found.threshold for link in found.links)
    assert all((alone.nearest is None) == (alone.evidence is None) for alone in (*found.left_only, *found.right_only))


@settings(max_examples=50)
@given(st.lists(accounts(), max_size=6), st.lists(accounts(), max_size=6))
def test_neither_the_order_of_rows_nor_which_table_is_the_left_makes_a_difference(left, right):
    right = [one for one in right if one.id not in {other.id for other in left}]
    forwards = linked(left, right)
    assert linked(left[::-1], right[::-1]) == forwards
    assert {(a, b) for b, a in linked(right, left)} == forwards


def test_a_row_takes_the_partner_that_fits_and_not_the_first_that_comes_near():
    left = [row("L1", MONDAY, TELL_HARUN, 5), row("L2", MONDAY, TELL_HARUN, 30, line=3)]
    right = [
        row("R1", MONDAY, TELL_HARUN, 30, file="right.csv"),
        row("R2", MONDAY, TELL_HARUN, 5, file="right.csv", line=3),
    ]
    assert linked(left, right) == {("L1", "R2"), ("L2", "R1")}


def test_a_row_gives_way_where_another_has_no_partner_as_good():
    left = [row("L1", MONDAY, TELL_HARUN, 12), row("L2", MONDAY, TELL_HARUN, 18, line=3)]
    right = [row("R1", MONDAY, TELL_HARUN, 15, file="r"), row("R2", MONDAY, TELL_HARUN, 10, file="r", line=3)]
    assert linked(left, right) == {("L1", "R2"), ("L2", "R1")}


def test_many_reports_can_be_of_one_event():
    reports = [row(f"report {n}", MONDAY, TELL_HARUN, 12, line=n + 2) for n in range(3)]
    event = [row("event", MONDAY, TELL_HARUN, 12, file="events.csv")]
    assert len(linked(reports, event)) == 1
    assert linked(reports, event, many_to_one=True) == {(f"report {n}", "event") for n in range(3)}


def test_what_is_left_over_says_what_it_missed_and_why():
    left = [row("L", MONDAY, TELL_HARUN, 12), row("twin", MONDAY, TELL_HARUN, 12, line=3)]
    left += [
        row("next", TUESDAY, AYN_ZAYTUN, 3, line=4),
        row("alone", MONDAY + timedelta(days=9), AYN_ZAYTUN, 7, line=5),
    ]
    right = [row("R", MONDAY, TELL_HARUN, 12, file="r"), row("R next", MONDAY, AYN_ZAYTUN, 80, file="r", line=3)]
    right += [row("R far", MONDAY, NAMESAKE, 12, file="r", line=4)]
    found = link_tables(left, right, lexicon=LEXICON)
    assert [(link.left, link.right) for link in found.links] == [("L", "R")]
    why = {alone.id: (alone.nearest, alone.because) for alone in (*found.left_only, *found.right_only)}
    assert why["twin"] == ("R", "R is linked to L")
    assert why["next"][0] == "R next"
    assert why["next"][1].endswith("bits, where +0.0 are needed")
    assert why["alone"] == (None, "no row of the other table is near enough to be compared")
    assert why["R far"] == ("L", "must not link: Tell Harun (Marabad) and Tell Harun (Sahran), 207 km apart")
    assert [(pair.a, pair.b) for pair in found.left_doubles] == [("L", "twin")]
    assert found.right_doubles == ()
    assert str(found) == (
        "1 links; of 4 rows on the left 3 are without, of 3 on the right 2; "
        "pairs within a table that look like one incident: 1 and 0"
    )


def test_a_decision_is_obeyed_even_where_rows_are_not_compared():
    left, right = [row("L", MONDAY, TELL_HARUN)], [row("R", MONDAY + timedelta(days=30), AYN_ZAYTUN, file="r")]
    assert linked(left, right) == set()
    assert linked(left, right, decisions=[Decision("R", "L", same=True)]) == {("L", "R")}
    same = [row("R", MONDAY, TELL_HARUN, file="r")]
    assert linked(left, same, decisions=[Decision("R", "L", same=True)]) == {("L", "R")}
    assert linked(left, same, decisions=[Decision("R", "L", same=False)]) == set()


def test_of_a_row_the_claim_of_its_columns_is_linked_and_goes_by_the_name_of_the_row():
    coded = row("Coders 7", MONDAY, TELL_HARUN, 12)
    group = row("Coders 7", MONDAY, TELL_HARUN, voices=("Coders", "Dune Group"))
    told = claim("3 soldiers killed", article="Coders 7", day=MONDAY, place=TELL_HARUN)
    notes = Claim(told.article, told.quote, told.voices, when=told.when, tolls=told.tolls, row=coded.row)
    twice = [row("Coders 8", MONDAY, NAMESAKE, line=3), row("Coders 8", TUESDAY, NAMESAKE, line=4)]
    right = [row("R", MONDAY, TELL_HARUN, 12, file="r")]
    found = link_tables([group, notes, coded, *twice], right, lexicon=LEXICON)
    assert [(link.left, link.right) for link in found.links] == [("Coders 7", "R")]
    assert [alone.id for alone in found.left_only] == ["Coders 8, line 3", "Coders 8, line 4"]


FRAME = {
    "id": [1, 2],
    "first": ["2023-05-08", "2023-05-09"],
    "place": ["Tell Harun", "Ayn Zaytun"],
    "killed_low": [12, 3],
}


@pytest.mark.parametrize("made", [pa.table, pd.DataFrame])
def test_frames_are_linked_whatever_their_columns(made):
    right = {
        "id": ["a", "b"],
        "last": pd.to_datetime(["2023-05-08", "2023-05-20"]),
        "place": ["Tel Haroon", "Ayn Zaytun"],
    }
    counts = {"killed_low": [12, None], "killed_high": [20, None], "note": [0, 0]}
    found = link_tables(made(FRAME), made(right | counts), lexicon=LEXICON)
    assert found.to_arrow().select(["left", "right"]).to_pylist() == [{"left": "1", "right": "a"}]
    assert found.to_arrow()["bits"].to_pylist() == pytest.approx([found.links[0].evidence.bits])
    [counted] = [finding for finding in found.links[0].evidence.findings if finding.comparison == "counts"]
    assert counted.because == "12 killed and 12 to 20 killed"  # exact where the table has no upper bounds


def test_tables_that_cannot_be_told_apart_are_refused():
    with pytest.raises(RecordError, match="2 ids stand in both tables, among them '1'"):
        link_tables(pa.table(FRAME), pa.table(FRAME))
    one = [row("L", MONDAY, TELL_HARUN)]
    with pytest.raises(RecordError, match="1 ids stand in both tables, among them 'L'"):
        link_tables(one, one)
    with pytest.raises(RecordError, match="claims on both sides or a table on both"):
        link_tables(one, pa.table(FRAME))
    with pytest.raises(RecordError, match="needs a column 'id'; it has first"):
        link_tables(pa.table({"first": []}), pa.table(FRAME))


def test_empty_tables_have_no_links():
    found = link_tables([], [], lexicon=LEXICON)
    assert (found.links, found.left_only, found.right_doubles) == ((), (), ())
