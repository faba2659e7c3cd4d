"""The format claimrec/1: what is written is read back as the same values, and every key stands where others look."""

import json
from datetime import date, datetime, timedelta, timezone

import attrs
import pytest
from any_claims import articles, claims
from hypothesis import given

from claimrec.errors import FormatError
from claimrec.exchange.articles import read_articles, write_articles
from claimrec.exchange.claims import claim_line, load_claims, write_claims
from claimrec.exchange.jsonl import object_in
from claimrec.exchange.results import result_line
from claimrec.judging.judgement import Conflict, Found, Judgement, Range, Superseded, Voice
from claimrec.judging.result import Method, Result
from claimrec.lexicon.loader import load_lexicon
from claimrec.matching.evidence import Evidence, Finding
from claimrec.matching.incidents import Incident
from claimrec.records.article import Article, Quote
from claimrec.records.claim import Claim, Perpetrator, Toll, TollReference, When, Where
from claimrec.records.flag import Flag
from claimrec.records.sketch import Sketch
from claimrec.records.unread import Unread
from claimrec.values.count import Count
from claimrec.values.place import Place
from claimrec.values.window import Window


@given(claim=claims)
def test_a_claim_that_is_written_and_read_is_the_same_claim(claim, tmp_path_factory):
    file = tmp_path_factory.getbasetemp() / "claims.jsonl"
    write_claims([claim], file)
    read = load_claims(file)
    assert read.unread == ()
    assert read.claims == (claim,)
    assert read.claims[0].id == claim.id


@given(article=articles)
def test_an_article_that_is_written_and_read_is_the_same_article(article, tmp_path_factory):
    file = tmp_path_factory.getbasetemp() / "articles.jsonl"
    write_articles([article], file)
    assert read_articles(file).articles == (article,)


def test_half_a_surrogate_pair_survives(tmp_path):
    article = Article("a1", "two \ud83d killed")
    write_articles([article], tmp_path / "a.jsonl")
    assert read_articles(tmp_path / "a.jsonl").articles == (article,)


def test_a_part_of_another_toll_keeps_its_place(tmp_path):
    whole = Toll("killed", Count.exactly(27), None)
    claim = Claim("a1", Quote("a1", 0, 4, "four"), ("A",), tolls=(whole, Toll("killed", Count(4, 4), None, part_of=0)))
    write_claims([claim], tmp_path / "c.jsonl")
    assert load_claims(tmp_path / "c.jsonl").claims == (claim,)


def test_every_key_of_a_claim_stands_where_the_format_has_it():
    claim = Claim(
        "a1",
        Quote("a1", 0, 9, "Two dead.", "title"),
        ("Daily", "Wire"),
        published=datetime(2023, 2, 5, 9, tzinfo=timezone(timedelta(hours=3))),
        when=When(Window.on(date(2023, 2, 4)), "on Saturday", relative=True),
        where=Where(Place("Saraqib", "Idlib", 35.86, 36.8, 3.0), "in Saraqib"),
        event="shelling",
        perpetrator=Perpetrator(None, "gunmen", "reported"),
        tolls=(Toll("killed", Count.at_least(2), Quote("a1", 0, 3, "Two", "title"), "civilians", hedge="at_least"),),
        separate_from=("other",),
        name="c7",
        sketch=Sketch.of(["Harun", "Sunbul"]),
    )
    assert json.loads(claim_line(claim)) == {
        "format": "claimrec/1",
        "id": "c7",
        "article": "a1",
        "publisher": "Daily",
        "published": "2023-02-05T09:00:00+03:00",
        "quote": {"start": 0, "end": 9, "text": "Two dead.", "field": "title"},
        "voices": ["Daily", "Wire"],
        "when": {"first": "2023-02-04", "last": "2023-02-04", "words": "on Saturday", "relative": True},
        "where": {
            "name": "Saraqib", "admin": "Idlib", "lat": 35.86, "lon": 36.8, "radius_km": 3.0, "words": "in Saraqib",
        },
        "event": "shelling",
        "perpetrator": {"words": "gunmen", "stance": "reported"},
        "level": "incident",
        "separate_from": ["other"],
        "sketch": "JiWOzQ==",
        "tolls": [
            {
                "effect": "killed",
                "victims": "civilians",
                "low": 2,
                "high": None,
                "hedge": "at_least",
                "unit": "person",
                "quote": {"start": 0, "end": 3, "text": "Two", "field": "title"},
            }
        ],
    }  # fmt: skip


def test_a_result_names_claims_by_id_and_keeps_nothing_open_nothing_left_apart():
    claim = Claim("a1", Quote("a1", 0, 1, "2"), ("Daily", "Wire"), tolls=(Toll("killed", Count(2, 2), None),), name="c")
    toll = TollReference("c", 0)
    judgement = Judgement(
        Incident("i1", "incident", (claim,)),
        when=Window.on(date(2023, 2, 4)),
        where=Place("Saraqib"),
        conflicts=(Conflict("count", "note", ("c",), (toll,), "rule", "because"),),
        found=Found(
            voices=(Voice("Wire", (("Daily", "Wire"),), ("c",)),),
            ranges=(
                Range("killed", None, None, claimed=Count.at_least(2)),
                Range("wounded", "civilians", Count.at_least(1), claimed=Count(0, 4)),
            ),
            superseded=(Superseded(toll, toll),),
        ),
    )
    pairs = (
        Evidence(
            "c", "d", -8, (Finding("day", "same day", 4.126, "both 4 February"), Finding("place", "none", 0.0, ""))
        ),
        Evidence("c", "e", -8, (Finding("place", "far apart", float("-inf"), "80 km apart"),)),
    )
    method = Method("0.1", ("common",), "strict", ("day",), (("join", "3 bits"),))
    unread = (Unread("not JSON", file="a.jsonl", line=3), Unread("no English", article="a2"))
    flags = (Flag("3 read as 4", "a.csv", 2),)
    result = Result((claim,), (judgement,), pairs, unread, method, flags, lexicon=load_lexicon())
    row = json.loads(result_line(result))
    assert row["flags"] == [{"because": "3 read as 4", "file": "a.csv", "line": 2}]
    assert "flags" not in json.loads(result_line(attrs.evolve(result, flags=())))
    incident = row["incidents"][0]
    assert row["format"] == "claimrec/1"
    assert incident["claims"] == ["c"]
    assert incident["voices"] == {"publishers": 1, "origins": 1}
    assert incident["when"] == {"first": "2023-02-04", "last": "2023-02-04"}
    assert incident["where"] == {"name": "Saraqib"}
    assert incident["ranges"] == [
        {"effect": "killed", "claimed_low": 2, "claimed_high": None},
        {"effect": "wounded", "victims": "civilians", "low": 1, "high": None, "claimed_low": 0, "claimed_high": 4},
    ]
    assert incident["conflicts"][0]["tolls"] == [{"claim": "c", "toll": 0}]
    assert incident["superseded"] == [{"earlier": {"claim": "c", "toll": 0}, "later": {"claim": "c", "toll": 0}}]
    assert row["review"] == [
        {"a": "c", "b": "d", "bits": -3.87, "because": "both 4 February"},
        {"a": "c", "b": "e", "bits": None, "because": "80 km apart"},
    ]
    assert row["unread"] == [
        {"because": "not JSON", "file": "a.jsonl", "line": 3},
        {"because": "no English", "article": "a2"},
    ]
    assert row["method"] == {
        "version": "0.1", "lexicons": ["common"], "conventions": "strict", "rules": ["day"],
        "thresholds": {"join": "3 bits"},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"[1, 2]", "expected an object with keys, not [1, 2]"),
        (b'{"format": 1}', '"format" should be a text, not 1'),
        (b'{"format": "claimrec/2"}', "written in claimrec/2, which is newer"),
        (b'{"format": "other"}', "written in other; expected claimrec/1"),
        (b'{"lat": NaN}', "not JSON: NaN is no number"),
        (b'{"text": "Two', "not JSON: Unterminated string starting at at character 10"),
        (b'{"a":' * 100_000, "nested too deeply"),
        (b'{"low": ' + b"9" * 5000 + b"}", "not JSON"),
        (b'{"text": "caf\xe9"}', "not UTF-8: byte 0xe9 at byte 14"),
    ],
)
def test_a_line_that_holds_no_object_of_the_format_says_why(line, message):
    with pytest.raises(FormatError) as caught:
        object_in(line)
    assert message in str(caught.value)
