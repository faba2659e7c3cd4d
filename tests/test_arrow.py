"""Tables of claims: what goes in as columns is matched like the same claims one by one."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from valley import LEXICON, PLACES

from claimrec.errors import RecordError
from claimrec.matching.arrow import table_from_arrow
from claimrec.matching.linking import link
from claimrec.matching.table import ClaimTable
from claimrec.records.claim import Claim, Perpetrator, Row, Toll, When, Where
from claimrec.values.count import Count
from claimrec.values.window import Window

days = st.none() | st.integers(1, 12).map(lambda day: date(2023, 5, day))
counts = st.none() | st.sampled_from([(3, 3), (3, 5), (12, 12), (12, None)])


@st.composite
def rows(draw):
    """A row of a table, as the columns hold it."""
    first = draw(days)
    last = first and first + timedelta(days=draw(st.integers(0, 2)))
    place = draw(st.none() | st.sampled_from(PLACES))
    killed, wounded = draw(counts), draw(counts)
    return {
        "article": draw(st.sampled_from(["r1", "r2", "r3"])),
        "published": draw(days),
        "first": first,
        "last": last,
        "place": place and place.name,
        "admin": place and place.admin,
        "lat": place and place.lat,
        "lon": place and place.lon,
        "radius_km": place and place.radius_km,
        "event": draw(st.sampled_from([None, "air strike", "rocket fire", "ambush", "riot"])),
        "perpetrator": draw(st.sampled_from([None, "Northern army", "guards", "Dune Group"])),
        "level": draw(st.sampled_from([None, "incident", "cumulative"])),
        "killed_low": killed and killed[0],
        "killed_high": killed and killed[1],
        "wounded_low": wounded and wounded[0],
        "wounded_high": wounded and wounded[1],
    }


def as_claim(place, row):
    effects = [effect for effect in ("killed", "wounded") if row[f"{effect}_low"] is not None]
    return Claim(
        row["article"],
        None,
        ("Agency",),
        row["published"],
        row["first"] and When(Window(row["first"], row["last"])),
        next(
            (
                Where(one)
                for one in PLACES
                if (one.name, one.lat, one.radius_km) == (row["place"], row["lat"], row["radius_km"])
            ),
            None,
        ),
        row["event"],
        row["perpetrator"] and Perpetrator(row["perpetrator"], None, "reported"),
        row["level"] or "incident",
        tuple(Toll(effect, Count(row[f"{effect}_low"], row[f"{effect}_high"]), None) for effect in effects),
        row=Row("t.csv", place + 2),
        name=f"{place:02}",
    )


def as_table(given_rows):
    return pa.Table.from_pylist([{"id": f"{place:02}", **row} for place, row in enumerate(given_rows)])


@settings(max_examples=60)
@given(st.lists(rows(), min_size=2, max_size=8))
def test_a_table_is_weighed_like_its_claims(given_rows):
    one_by_one = ClaimTable.of([as_claim(place, row) for place, row in enumerate(given_rows)], LEXICON)
    table = table_from_arrow(as_table(given_rows), LEXICON)
    for name in ("day", "place", "perpetrator", "victims", "event", "counts", "level"):
        of_claims, of_table = one_by_one.columns[name], table.columns[name]
        expected = {id_: of_claims.key(row) for row, id_ in enumerate(one_by_one.ids)}
        assert {id_: of_table.key(row) for row, id_ in enumerate(table.ids)} == expected, name


@settings(max_examples=30)
@given(st.lists(rows(), min_size=1, max_size=8), st.randoms())
def test_the_order_of_the_rows_makes_no_difference(given_rows, random):
    table = as_table(given_rows)
    order = list(range(len(given_rows)))
    random.shuffle(order)
    assert link(table.take(order), lexicon=LEXICON).to_arrow() == link(table, lexicon=LEXICON).to_arrow()


@settings(max_examples=30)
@given(st.lists(rows(), min_size=1, max_size=8))
def test_a_table_is_linked_like_its_claims(given_rows):
    claims = [as_claim(place, row) for place, row in enumerate(given_rows)]

    def incidents(links):
        linked = links.to_arrow().to_pylist()
        groups = [{one["claim"] for one in linked if one["incident"] == row["incident"]} for row in linked]
        return sorted(map(sorted, groups))

    assert incidents(link(as_table(given_rows), lexicon=LEXICON)) == incidents(link(claims, lexicon=LEXICON))


def read(**columns):
    return table_from_arrow(pa.table({"id": [1], **{name: [value] for name, value in columns.items()}}), LEXICON)


@pytest.mark.parametrize(
    ("columns", "aspect", "key"),
    [
        ({"killed_low": 3}, "counts", "(Number(effect='killed', count=Count(low=3, high=3), named=3),)"),
        ({"killed_low": 3, "killed_high": None}, "counts", "high=None), named=3"),
        ({"killed_low": 9, "killed_high": 4}, "counts", "Count(low=4, high=9), named=None"),
        ({"killed_low": None, "killed_high": 4}, "counts", "Count(low=0, high=4), named=None"),
        ({"first": "2023-05-08"}, "day", "Days(first=738648, last=738648, relative=False, said=True"),
        ({"last": date(2023, 5, 8)}, "day", "Days(first=738648, last=738648, relative=False, said=True"),
        ({"published": date(2023, 5, 8)}, "day", "Days(first=738645, last=738648, relative=False, said=False"),
        ({"first": date(2023, 5, 9), "last": date(2023, 5, 8)}, "day", "first=738648, last=738649"),
        ({"perpetrator": "unknown gunmen"}, "perpetrator", "None"),
        ({"perpetrator": "Armed group"}, "perpetrator", "None"),
        ({"perpetrator": "Dune Group", "victims": "guards"}, "perpetrator", "Side(actor=Party(name='Dune Group'"),
        ({"event": "air_strike"}, "event", "Kind(name='air strike'"),
        ({"place": "Valley"}, "place", "None"),  # a country
        ({"place": "Tell Harun", "lat": 35.2}, "place", "lat=None"),
        ({"level": None}, "level", "incident"),
    ],
)  # fmt: skip
def test_what_a_value_of_a_table_means(columns, aspect, key):
    assert key in repr(read(**columns).columns[aspect].key(0))


def test_rows_of_one_report_are_two_incidents():
    raid = {"first": ["2023-05-08"] * 2, "place": ["Tell Harun"] * 2, "killed_low": [12, 12], "id": ["x", "y"]}
    apart = link(pa.table({**raid, "article": ["r1", "r1"]}), lexicon=LEXICON)
    together = link(pa.table({**raid, "article": ["r1", "r2"]}), lexicon=LEXICON)
    assert (apart.first.tolist(), together.first.tolist()) == ([0, 1], [0, 0])


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"place": ["Hama"]}, "a table needs a column 'id'; it has place"),
        ({"id": ["a", "a"]}, "every row of a table needs an id of its own"),
        ({"id": ["a", None]}, "every row of a table needs an id of its own"),
        ({"id": ["a"], "level": ["campaign"]}, "a level is one of incident, .*, not 'campaign'"),
    ],
)
def test_a_table_that_cannot_be_read(columns, message):
    with pytest.raises(RecordError, match=message):
        table_from_arrow(pa.table(columns), LEXICON)


def test_an_empty_table_has_no_incidents():
    assert link(pa.table({"id": pa.array([], pa.string())}), lexicon=LEXICON).first.tolist() == []


def test_a_frame_of_pandas_goes_in_as_it_is():
    frame = pd.DataFrame({"id": [2, 1], "place": ["Tell Harun", "Tall Haroun"], "first": ["2023-05-08"] * 2})
    assert np.unique(link(frame, lexicon=LEXICON).first).tolist() == [0]
