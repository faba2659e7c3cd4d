"""Claims as schema.org's `Claim`: only its own names, nothing that was not said, and safe inside a page."""

import json
from datetime import date

from any_claims import claims
from hypothesis import given
from hypothesis import strategies as st

from claimrec.exchange.schema_org import CONTEXT, claim_in_schema_org, write_schema_org
from claimrec.records.article import Article, Quote
from claimrec.records.claim import Claim, Row, Toll, When, Where
from claimrec.values.count import Count
from claimrec.values.place import Place
from claimrec.values.window import Window

THING = {"@type", "identifier", "name", "description", "url"}
WORK = THING | {"text", "author", "about", "publisher", "datePublished", "headline"}
PROPERTIES = {
    None: THING,
    "Claim": WORK | {"appearance"},
    "Article": WORK,
    "Dataset": WORK,
    "Organization": THING,
    "Event": THING | {"startDate", "endDate", "location"},
    "Place": THING | {"containedInPlace", "geo"},
    "AdministrativeArea": THING,
    "GeoCoordinates": THING | {"latitude", "longitude"},
    "GeoCircle": THING | {"geoMidpoint", "geoRadius"},
    "Observation": THING | {"measuredProperty", "observationAbout", "minValue", "maxValue", "unitText"},
    "Property": THING,
}
"""What schema.org 29 lets each type say, as far as it is used."""


def things_in(value):
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from things_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from things_in(part)


@given(claims)
def test_every_name_is_schema_orgs_and_nothing_unsaid_is_there(claim):
    for thing in things_in(claim_in_schema_org(claim)):
        assert set(thing) <= PROPERTIES[thing.get("@type")]
        assert None not in thing.values()


@given(claims)
def test_counts_days_and_voices_are_those_of_the_claim(claim):
    told = claim_in_schema_org(claim)
    about = told.get("about", [])
    found = [(one["minValue"], one.get("maxValue")) for one in about if one["@type"] == "Observation"]
    assert found == [(toll.count.low, toll.count.high) for toll in claim.tolls]
    days = [(one["startDate"], one["endDate"]) for one in about if "startDate" in one]
    window = claim.when and claim.when.window
    assert days == ([(window.first.isoformat(), window.last.isoformat())] if window else [])
    assert (told["author"]["name"], told["appearance"]["publisher"]["name"]) == (claim.origin, claim.publisher)


@given(told=st.lists(claims, max_size=3))
def test_what_is_written_is_json_and_cannot_end_a_script(told, tmp_path_factory):
    path = tmp_path_factory.getbasetemp() / "claims.jsonld"
    write_schema_org(told, path)
    text = path.read_text(encoding="utf-8")
    assert "<" not in text
    read = json.loads(text)
    assert read["@context"] == CONTEXT
    assert read["@graph"] == [claim_in_schema_org(claim) for claim in told]


def test_everything_that_can_be_said_is_said(tmp_path):
    claim = Claim(
        "a1",
        Quote("a1", 0, 9, "Two dead."),
        ("Daily", "Wire", "a monitor"),
        published=date(2023, 2, 5),
        when=When(Window(date(2023, 2, 3), date(2023, 2, 4))),
        where=Where(Place("Saraqib", "Idlib", 35.86, 36.8, 3.0)),
        event="shelling",
        tolls=(Toll("killed", Count.at_least(2), Quote("a1", 0, 3, "Two"), "civilians"),),
        name="c7",
    )
    write_schema_org(
        [claim], tmp_path / "c.jsonld", articles=[Article("a1", "Two dead.", title="Dead", url="https://a")]
    )
    [told] = json.loads((tmp_path / "c.jsonld").read_text())["@graph"]
    point = {"@type": "GeoCoordinates", "latitude": 35.86, "longitude": 36.8}
    assert told == {
        "@type": "Claim",
        "identifier": "c7",
        "text": "Two dead.",
        "author": {"name": "a monitor"},
        "appearance": {
            "@type": "Article",
            "identifier": "a1",
            "headline": "Dead",
            "url": "https://a",
            "publisher": {"@type": "Organization", "name": "Daily"},
            "datePublished": "2023-02-05",
        },
        "about": [
            {
                "@type": "Event",
                "name": "shelling",
                "startDate": "2023-02-03",
                "endDate": "2023-02-04",
                "location": {
                    "@type": "Place",
                    "name": "Saraqib",
                    "containedInPlace": {"@type": "AdministrativeArea", "name": "Idlib"},
                    "geo": {"@type": "GeoCircle", "geoMidpoint": point, "geoRadius": 3000},
                },
            },
            {
                "@type": "Observation",
                "measuredProperty": {"@type": "Property", "name": "killed"},
                "observationAbout": {"name": "civilians"},
                "minValue": 2,
                "unitText": "person",
                "description": "Two",
            },
        ],
    }


def test_a_row_of_a_table_is_part_of_a_dataset_and_a_point_may_have_no_radius():
    place = Place("Saraqib", None, 35.86, 36.8)
    told = claim_in_schema_org(Claim("r3", None, ("UCDP GED",), where=Where(place), row=Row("ged.csv", 3)))
    assert told["appearance"] == {
        "@type": "Dataset",
        "identifier": "ged.csv, line 3",
        "publisher": {"@type": "Organization", "name": "UCDP GED"},
    }
    assert told["about"][0]["location"]["geo"]["@type"] == "GeoCoordinates"
