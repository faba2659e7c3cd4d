"""Bad tables as they come: each row is kept and flagged, or left out, with file, line, column and reason."""

import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimrec.exchange import (
    from_acled,
    from_airwars,
    from_event_reports,
    from_frame,
    from_ged,
    from_gtd,
    from_ibc,
)
from claimrec.lexicon.loader import load_lexicon

WORDS = load_lexicon("common")
GED = (
    "id",
    "date_start",
    "date_end",
    "where_coordinates",
    "latitude",
    "longitude",
    "low",
    "best",
    "high",
    "source_article",
)
FINE = ("1", "2016-03-04", "2016-03-04", "Saraqib", "35.86", "36.80", "3", "4", "5", '"SOHR,2016-03-05,Shelling"')
OFF_EARTH = "not between -90 and 90; latitude and longitude may be exchanged: no point is read"
EXCHANGED = "lies among the other rows only if latitude and longitude are exchanged"
COLUMNS = {
    "id": "id", "publisher": "outlet", "day": "day", "place": "town", "latitude": "lat", "longitude": "lon",
    "killed": "dead",
}  # fmt: skip


def ged(**changes):
    return [changes.get(name, cell) for name, cell in zip(GED, FINE, strict=True)]


@pytest.fixture
def table(tmp_path, monkeypatch):
    """Writes a file of rows, and gives its name, as messages show it."""
    monkeypatch.chdir(tmp_path)

    def write(*rows, delimiter=",", encoding="utf-8", head=GED):
        with (tmp_path / "events.csv").open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows([head, *rows])
        return "events.csv"

    return write


def remarks(read):
    return [str(one) for one in (*read.unread, *read.flags)]


@pytest.mark.parametrize(
    ("changes", "remark"),
    [
        ({"low": "6"}, "events.csv, line 2, low: low 6, best 4, high 5: out of order, read as 4 to 6"),
        ({"high": "2"}, "events.csv, line 2, low: low 3, best 4, high 2: out of order, read as 2 to 4"),
        (
            {"latitude": "135.86"},
            f"events.csv, line 2, latitude: Saraqib: lat 135.86 is {OFF_EARTH}",
        ),
        (
            {"latitude": "235.86"},
            "events.csv, line 2, latitude: Saraqib: lat 235.86 is not between -90 and 90: no point is read",
        ),
        (
            {"longitude": "536.8"},
            "events.csv, line 2, longitude: Saraqib: lon 536.8 is not between -180 and 180: no point is read",
        ),
        ({"latitude": "35°51'"}, 'events.csv, line 2, latitude: expected a number such as 35.2, not "35°51\'"'),
        ({"best": "1,234", "high": "2,000"}, "events.csv, line 2, best: '1,234' read as 1234"),
        ({"best": "4.5"}, "events.csv, line 2, best: expected a whole number, not '4.5'"),
        ({"best": "four"}, "events.csv, line 2, best: expected a whole number, not 'four'"),
        ({"date_start": "31/12/15"}, "events.csv, line 2, date_start: the year of '31/12/15' read as 2015"),
        (
            {"date_start": "42433"},
            "events.csv, line 2, date_start: 42433 read as a spreadsheet counts days, 2016-03-04",
        ),
        (
            {"date_start": "03/04/2016"},
            "events.csv, line 2, date_start: '03/04/2016' can be 3 April or 4 March",
        ),
        (
            {"date_start": "2016-02-30"},
            "events.csv, line 2, date_start: '2016-02-30' is no day: day is out of range for month",
        ),
        (
            {"date_start": "in March"},
            "events.csv, line 2, date_start: expected a day such as 2016-03-04, not 'in March'",
        ),
        (
            {"date_start": "2016-03-09"},
            "events.csv, line 2, date_end: 2016-03-04 lies before 2016-03-09: the days are read the other way round",
        ),
        (
            {"source_article": "several papers"},
            "events.csv, line 2, source_article: its outlets are cited in no way that GED uses",
        ),
    ],
)
def test_a_wrong_cell_is_flagged_and_its_row_kept(table, changes, remark):
    read = from_ged(table(ged(**changes)), lexicon=WORDS)
    assert remarks(read)[0] == remark
    assert len(read) == 1


@pytest.mark.parametrize(
    "said",
    ["2016-03-04", "20160304", "2016/03/04", "4 March 2016", "March 4, 2016", "04-Mar-2016", "2016-03-04 00:00:00"],
)
def test_days_of_every_style_are_read_without_a_word(table, said):
    [claim] = (read := from_ged(table(ged(date_start=said, date_end=said)), lexicon=WORDS))
    assert (str(claim.when.window), remarks(read)) == ("2016-03-04", [])


def test_the_whole_column_says_which_number_is_the_day(table):
    rows = [ged(id="1", date_start="03/04/2016", date_end=""), ged(id="2", date_start="25/04/2016", date_end="")]
    read = from_ged(table(*rows), lexicon=WORDS)
    assert ([str(one.when.window) for one in read], remarks(read)) == (["2016-04-03", "2016-04-25"], [])


def test_minimum_above_maximum(table):
    head = ("IBC code", "Start Date", "Reported Minimum", "Reported Maximum")
    [claim] = (read := from_ibc(table(("k1", "1 Jan 2006", "9", "4"), head=head)))
    assert str(claim.tolls[0].count) == "4 to 9"
    assert remarks(read) == [
        "events.csv, line 2, reported minimum: reported minimum 9, reported maximum 4: out of order, read as 4 to 9"
    ]


def test_a_point_that_lies_among_the_others_only_if_exchanged_is_flagged_and_kept(table):
    rows = [ged(id=str(n), latitude=f"{35 + n / 50}", longitude=f"{37 + n / 50}") for n in range(30)]
    read = from_ged(table(*rows, ged(id="x", latitude="38.2", longitude="35.1")), lexicon=WORDS)
    assert remarks(read) == [f"events.csv, line 32, latitude: 38.2, 35.1 {EXCHANGED}"]
    assert (read.claims[-1].where.place.lat, read.claims[-1].where.place.lon) == (38.2, 35.1)


def test_an_id_that_comes_twice(table):
    read = from_ged(table(ged(), ged(), ged(best="5")), lexicon=WORDS)
    assert remarks(read) == [
        "events.csv, line 3: repeats line 2",
        "events.csv, line 4, id: its id 1 is also that of line 2, which says something else",
    ]
    assert [one.row.line for one in read] == [2, 4]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_delimiters_and_byte_order_marks_make_no_difference(table, delimiter, encoding):
    cited = "SOHR,2016-03-05,Shelling; clashes"
    read = from_ged(table(ged(source_article=f'"{cited}"'), delimiter=delimiter, encoding=encoding), lexicon=WORDS)
    assert (read.claims[0].voices, remarks(read)) == (("UCDP GED", "SOHR"), [])


def test_mixed_encodings(table, tmp_path):
    path = table(ged(where_coordinates="Maʿarrat"), ged(id="2", where_coordinates="T@ba"))
    content = (tmp_path / path).read_bytes()
    (tmp_path / path).write_bytes(content.replace(b"T@ba", "Tóba".encode("cp1252")))
    read = from_ged(path, lexicon=WORDS)
    assert [one.where.place.name for one in read] == ["Maʿarrat", "Tóba"]
    assert remarks(read) == ["events.csv, line 3: not in UTF-8: read as cp1252"]


def test_a_row_that_is_too_long_is_left_out_and_one_too_short_is_kept(table):
    read = from_ged(table(ged(), [*ged(id="2"), "more"], ged(id="3")[:-1]), lexicon=WORDS)
    assert remarks(read) == [
        "events.csv, line 3: 11 cells where the header has 10",
        "events.csv, line 4: 9 cells where the header has 10",
    ]
    assert [one.row.line for one in read] == [2, 4]


@pytest.mark.parametrize("column", ["where_coordinates", "source_article", "best", "date_start", "latitude", "id"])
def test_a_cell_of_a_million_characters_is_read_or_flagged_in_a_few_words(table, column):
    read = from_ged(table(ged(**{column: "1234567,89 " * 90_910})), lexicon=WORDS)
    assert len(read) == 1
    assert all(len(remark) < 200 for remark in remarks(read))


def test_a_row_without_a_publisher(table):
    head = ("id", "outlet", "day", "town", "lat", "lon", "dead")
    rows = ("1", "", "2016-03-04", "Saraqib", "", "", "3"), ("2", "Daily A", "", "", "", "", "")
    read = from_frame(table(*rows, head=head), COLUMNS, lexicon=WORDS)
    assert remarks(read) == ["events.csv, line 2: outlet: a claim needs a publisher"]
    assert [one.row.line for one in read] == [3]


HEADS = {
    from_acled: ("event_id_cnty", "event_date", "fatalities", "source", "notes", "latitude", "longitude", "actor1"),
    from_airwars: (
        "code", "date", "date_end", "civilian_non_combatants_killed_min", "civilian_non_combatants_killed_max",
        "latitude", "longitude", "belligerent_1_belligerent_name",
    ),
    from_event_reports: ("id", "source", "date_start", "date_end", "deaths_low", "deaths_high", "city", "actor1"),
    from_ged: GED,
    from_gtd: ("eventid", "iyear", "imonth", "iday", "nkill", "nkillter", "nwound", "gname", "city", "latitude"),
    from_ibc: ("ibc code", "start date", "end date", "location", "reported minimum", "reported maximum", "sources"),
}  # fmt: skip
CELLS = st.sampled_from(
    (
        "", "0", "3", "-99", "1,234", "12.5", "1e9", "9" * 30, "NA", "Unknown", "2016-03-04", "2016-13-40", "  ",
        "03/04/2016", "31/12/99", "42433", "99999", "35.1", "-181", "Saraqib", "حلب", '"SOHR,2016-03-04,Raid"', "=1+1",
        "'", "\n",
    )
)  # fmt: skip


@settings(max_examples=60)
@given(st.data(), st.sampled_from(sorted(HEADS, key=lambda reader: reader.__name__)))
def test_no_row_vanishes_whatever_its_cells(tmp_path_factory, data, reader):
    head = HEADS[reader]
    rows = data.draw(st.lists(st.lists(CELLS, min_size=1, max_size=len(head) + 1), max_size=6))
    path = tmp_path_factory.getbasetemp() / "odd.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    read = reader(path) if reader is from_ibc else reader(path, lexicon=WORDS)
    told = {one.row.line for one in read} | {one.line for one in read.unread}
    assert told == {line for line, row in enumerate(rows, start=2) if any(cell.strip() for cell in row)}
    assert all(str(path) == flag.file and flag.line >= 2 for flag in read.flags)
