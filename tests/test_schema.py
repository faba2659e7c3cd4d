"""The JSON Schema of a claim: whatever claimrec writes fits it, and what does not fit is not read either."""

import json

import pytest
from hypothesis import given
from schema import broken
from test_jsonl import claims

from claimrec.exchange.claims import claim_line, claim_schema, load_claims
from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.records import claim as records
from claimrec.records.article import Article

SCHEMA = claim_schema()
LINE = {"id": "c1", "article": "a1", "voices": ["Agency A"], "level": "incident", "tolls": []}


@given(claims)
def test_every_claim_that_is_written_fits(claim):
    assert broken(json.loads(claim_line(claim)), SCHEMA) == []


def test_claims_read_from_an_article_fit():
    text = (
        "At least 12 soldiers, two of them officers, were killed in Idlib, a monitor said. Nobody claimed the attack."
    )
    claims = read_claims(Article("a1", text, "Agency A"), lexicon=load_lexicon())
    assert [broken(json.loads(claim_line(claim)), SCHEMA) for claim in claims] == [[]] * len(claims)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"voices": "Agency A"}, "$.voices: no array"),
        ({"level": "war"}, "$.level: none of"),
        ({"when": {"first": "2023-02-05", "last": "5 May"}}, "$.when.last: no such text"),
        ({"when": {"first": "2023-02-05", "words": "Sunday"}}, "$.when.last: missing"),
        ({"when": {"relative": True}}, "$.when: none of the choices"),
        ({"where": {"name": "Homs", "lat": 95, "lon": 3}}, "$.where.lat: out of bounds"),
        ({"where": {"admin": "Homs"}}, "$.where.name: missing"),
        ({"tolls": [{"effect": "hurt", "low": 1, "high": 1}]}, "$.tolls[0].effect: none of"),
        ({"tolls": [{"effect": "killed", "low": True, "high": 1}]}, "$.tolls[0].low: no integer"),
        ({"format": "claimrec/2"}, "$.format: not 'claimrec/1'"),
    ],
)
def test_what_does_not_fit_is_not_read(tmp_path, changed, said):
    line = LINE | changed
    [reason] = broken(line, SCHEMA)
    assert reason.startswith(said)
    (tmp_path / "claims.jsonl").write_text(json.dumps(line), encoding="utf-8")
    assert len(load_claims(tmp_path / "claims.jsonl").unread) == 1


@pytest.mark.parametrize(
    ("listed", "choices"),
    [
        (SCHEMA["properties"]["level"], records.Level),
        (SCHEMA["$defs"]["toll"]["properties"]["effect"], records.Effect),
        (SCHEMA["$defs"]["toll"]["properties"]["hedge"], records.Hedge),
        (SCHEMA["$defs"]["toll"]["properties"]["unit"], records.Unit),
        (SCHEMA["properties"]["perpetrator"]["properties"]["stance"], records.Stance),
    ],
)
def test_the_choices_are_those_of_the_records(listed, choices):
    assert listed["enum"] == list(choices.__args__)
