"""Any table, with the columns that the user names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.errors import FormatError
from claimrec.exchange import from_frame
from claimrec.exchange.frames import FIELDS

ROW = {"Outlet": "Agency A", "deaths": "3", "town": "Oak Town"}
COLUMNS = {"publisher": "Outlet", "killed": "deaths", "place": "town"}


class Frame:
    """What pandas, polars and Arrow tables have in common: a method that gives the rows."""

    def __init__(self, method, rows):
        setattr(self, method, lambda *_: rows)


@pytest.mark.parametrize("method", ["to_pylist", "to_dicts", "to_dict"])
def test_rows_are_the_same_whatever_holds_them(method):
    assert list(from_frame(Frame(method, [ROW]), COLUMNS)) == list(from_frame([ROW], COLUMNS))


def test_a_file_is_read_like_its_rows(tmp_path):
    path = tmp_path / "claims.tsv"
    path.write_text("Outlet\tdeaths\ttown\nAgency A\t3\tOak Town\n", encoding="utf-8")
    [read], [given_] = from_frame(path, COLUMNS), from_frame([ROW], COLUMNS, name=str(path))
    assert read == given_


@given(st.sampled_from(["killed", "wounded", "displaced"]), st.integers(0, 50), st.integers(0, 50))
def test_a_figure_is_exact_and_bounds_are_bounds(effect, low, high):
    row = {"outlet": "A", "low": low, "high": high}

    def told(**columns):
        [claim] = from_frame([row], {"publisher": "outlet"} | columns)
        [toll] = claim.tolls
        assert toll.effect == effect
        return str(toll.count), toll.hedge

    assert told(**{effect: "low"}) == (str(low), "exact" if low else "zero")
    assert told(**{f"{effect}_low": "low"}) == ("unknown" if low == 0 else f"at least {low}", "at_least")
    assert told(**{f"{effect}_high": "high"})[1] == "up_to"
    both = told(**{f"{effect}_low": "low", f"{effect}_high": "high"})
    assert both[1] == ("exact" if low == high else "between")


def test_every_field_is_read():
    row = {
        "i": "7", "p": "Daily A", "o": "a monitor", "d": "2016-01-03", "f": "2016-01-01", "l": "2016-01-02",
        "t": "Oak Town", "a": "North", "y": "35.1", "x": "36.2", "r": "5", "e": "shelling", "w": "Oak Brigade",
        "s": "accused", "v": "civilians", "k": "3",
    }  # fmt: skip
    fields = (
        "id", "publisher", "origin", "published", "first_day", "last_day", "place", "admin", "latitude", "longitude",
        "radius_km", "event", "perpetrator", "stance", "victims", "killed",
    )  # fmt: skip
    [claim] = from_frame([row], dict(zip(fields, row, strict=True)), name="mine")
    assert (claim.article, claim.voices, str(claim.published)) == ("mine 7", ("Daily A", "a monitor"), "2016-01-03")
    assert (str(claim.when.window), claim.event) == ("2016-01-01 to 2016-01-02", "shelling")
    assert (claim.where.place.lat, claim.where.place.radius_km, claim.where.place.admin) == (35.1, 5, "North")
    assert (claim.perpetrator.words, claim.perpetrator.stance) == ("Oak Brigade", "accused")
    assert (claim.tolls[0].victims, claim.tolls[0].victims_words) == ("civilians", "civilians")


def test_a_day_alone_and_an_unknown_stance():
    read = from_frame([{"p": "A", "d": "3 March 2016", "s": "sure", "w": "men"}], {
        "publisher": "p", "day": "d", "stance": "s", "perpetrator": "w",
    })  # fmt: skip
    [claim] = read
    assert (str(claim.when.window), claim.perpetrator.stance) == ("2016-03-03", "reported")
    assert "expected one of reported" in read.flags[0].because


def test_a_row_without_a_publisher_is_left_out_with_the_reason():
    read = from_frame([ROW, ROW | {"Outlet": ""}], COLUMNS)
    assert (len(read), str(read.unread[0])) == (1, "table, line 3: outlet: a claim needs a publisher")


@pytest.mark.parametrize(
    ("rows", "columns", "because"),
    [
        ([ROW], {"publisher": "Outlet", "dead": "deaths"}, "no such field: dead; the fields are id, publisher"),
        ([ROW], {"killed": "deaths"}, "the field publisher is needed"),
        ([ROW], {"publisher": "paper"}, "it has no column paper; its columns are outlet, deaths, town"),
        (7, {"publisher": "Outlet"}, "expected a table or rows, not int"),
    ],
)
def test_a_mapping_that_does_not_fit_is_explained(rows, columns, because):
    with pytest.raises(FormatError, match=because):
        from_frame(rows, columns)


def test_the_fields_have_bounds_for_every_effect():
    assert {"killed", "killed_low", "killed_high", "missing_low"} <= set(FIELDS)
