"""Broken files: each broken part is listed with file, line and reason, and the rest is read."""

import json

import pytest

from claimrec.errors import RecordError
from claimrec.exchange.articles import read_articles
from claimrec.exchange.claims import load_claims
from claimrec.records.unread import Unread

GOOD = '{"id": "good", "text": "Two soldiers were killed."}\n'
UNDATED = "\"published\" should be a day such as 2023-02-05 or a time such as 2023-02-05T23:30+03:00, not 'soon'"
CLAIM = {"id": "c1", "article": "a1", "voices": ["A"], "quote": {"start": 0, "end": 3, "text": "Two"}}


@pytest.mark.parametrize(
    ("content", "because"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "it has no text"),
        (b"---\npublisher: A\n---\n", "it has no text"),
        (b"caf\xe9", "not UTF-8: byte 0xe9 at byte 4"),
        ("Two killed.".encode("utf-16"), "not UTF-8 but UTF-16: save it as UTF-8"),
        (b"---\npublisher: A\nTwo killed.", "front matter begins at line 1 and has no closing line ---"),
        (b"---\npublisher: A\nTwo killed.\n---\nx", "line 3 of the front matter should be 'key: value'"),
        (b"---\npublished: soon\n---\nx", UNDATED),
    ],
)
def test_a_text_that_cannot_be_read_is_left_out_with_its_reason(tmp_path, content, because):
    (tmp_path / "bad.txt").write_bytes(content)
    (tmp_path / "good.jsonl").write_text(GOOD)
    read = read_articles(tmp_path)
    assert [article.id for article in read] == ["good"]
    assert read.unread == (Unread(because, file=str(tmp_path / "bad.txt")),)


@pytest.mark.parametrize(
    ("line", "because"),
    [
        ('{"id": "a"', "not JSON: Expecting ',' delimiter at character 11"),
        ('{"id": "a"}', '"text" is missing'),
        ('{"text": null}', '"text" is missing'),
        ('{"text": " "}', "it has no text"),
        ('{"text": ["Two"]}', "\"text\" should be a text, not ['Two']"),
        ('{"text": "x", "publisher": 7}', '"publisher" should be a text, not 7'),
        ('{"text": "x", "published": "2022-02-30"}', '"published" should be a day such as'),
        ('{"text": "x", "format": "claimrec/2"}', "written in claimrec/2, which is newer than the claimrec/1"),
        ('"text"', "expected an object with keys, not 'text'"),
    ],
)
def test_a_line_that_is_no_article_is_left_out_with_its_number(tmp_path, line, because):
    file = tmp_path / "articles.jsonl"
    file.write_text(f"\n{line}\n{GOOD}")
    read = read_articles(file)
    assert [article.id for article in read] == ["good"]
    [left_out] = read.unread
    assert (left_out.file, left_out.line) == (str(file), 2)
    assert left_out.because.startswith(because)


def test_a_line_of_five_megabytes_is_read(tmp_path):
    file = tmp_path / "long.jsonl"
    file.write_text(json.dumps({"id": "long", "text": "Two soldiers were killed. " * 200_000}) + "\n" + GOOD)
    assert [len(article.text) for article in read_articles(file)] == [5_200_000, 25]


def test_other_files_and_empty_or_missing_ones_are_listed(tmp_path):
    (tmp_path / "scan.pdf").write_bytes(b"%PDF")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "none.jsonl").write_bytes(b"")
    assert [(left_out.file, left_out.because) for left_out in read_articles(tmp_path).unread] == [
        (str(tmp_path / "gone.txt"), "No such file or directory"),
        (str(tmp_path / "none.jsonl"), "the file is empty"),
        (str(tmp_path / "scan.pdf"), "neither .txt nor .jsonl"),
    ]


@pytest.mark.parametrize(
    ("wrong", "because"),
    [
        ({"article": None}, '"article" is missing'),
        ({"voices": "A"}, "\"voices\" should be a list of texts, not 'A'"),
        ({"voices": ["A", 1]}, "\"voices\" should be a list of texts, not ['A', 1]"),
        ({"voices": []}, "a claim of article a1 needs at least one voice"),
        ({"quote": None}, "a claim of article a1 needs a quote or a row"),
        ({"quote": "Two"}, '"quote" should be an object with keys, not '),
        ({"quote": {"start": 0, "end": 9, "text": "Two"}}, "article a1: 0 to 9 does not cut out 'Two'"),
        ({"quote": {"start": True, "end": 3, "text": "Two"}}, '"quote.start" should be a whole number, not True'),
        ({"when": {"first": "2022-11-09"}}, '"when.last" is missing'),
        (
            {"when": {"first": "9 Nov", "last": "9 Nov"}},
            "\"when.first\" should be a day such as 2023-02-05, not '9 Nov'",
        ),
        ({"when": {"first": "2022-11-09", "last": "2022-11-08"}}, "a window cannot run from 2022-11-09 back to"),
        (
            {"when": {"first": "2022-11-09", "last": "2022-11-09", "relative": 1}},
            '"when.relative" should be true or false',
        ),
        ({"where": {"name": "X", "lat": "35"}}, "\"where.lat\" should be a number, not '35'"),
        ({"where": {"name": "X", "lat": 10**400, "lon": 1}}, '"where.lat" should be a finite number, not 1000'),
        ({"where": {"name": "X", "lat": 95, "lon": 1}}, "X: lat 95.0 is not between -90 and 90"),
        ({"where": {"lat": 35, "lon": 1}}, '"where.name" is missing'),
        (
            {"perpetrator": {"actor": "X", "stance": "guilty"}},
            '"perpetrator.stance" should be one of reported, accused',
        ),
        ({"perpetrator": {"stance": "denied"}}, "a perpetrator needs an actor or words"),
        ({"level": "national"}, '"level" should be one of incident, aggregate'),
        ({"tolls": {}}, '"tolls" should be a list, not {}'),
        ({"tolls": [{"effect": "killed", "low": 1.5}]}, '"tolls[0].low" should be a whole number, not 1.5'),
        ({"tolls": [{"effect": "killed", "low": 3, "high": 2}]}, "a count cannot run from 3 down to 2"),
        ({"tolls": [{"effect": "killed", "part_of": 4}]}, "article a1: toll 0 is part of toll 4, which is none"),
        ({"tolls": [{"low": 3}]}, '"tolls[0].effect" is missing'),
        ({"row": {"file": "t.csv"}}, '"row.line" is missing'),
        ({"published": "soon"}, '"published" should be a day such as'),
        ({"format": "claimrec/3"}, "written in claimrec/3, which is newer than the claimrec/1"),
    ],
)
def test_a_line_that_is_no_claim_is_left_out_and_names_the_key(tmp_path, wrong, because):
    file = tmp_path / "claims.jsonl"
    file.write_text(json.dumps(CLAIM | wrong) + "\n" + json.dumps(CLAIM | {"id": "c2"}) + "\n")
    read = load_claims(file)
    assert [claim.id for claim in read] == ["c2"]
    [left_out] = read.unread
    assert (left_out.file, left_out.line) == (str(file), 1)
    assert left_out.because.startswith(because)


def test_a_claim_twice_counts_once_and_another_of_its_id_is_left_out(tmp_path):
    file = tmp_path / "claims.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in (CLAIM, CLAIM, CLAIM | {"event": "raid"})))
    read = load_claims(file)
    assert len(read) == 1
    assert [str(left_out) for left_out in read.unread] == [f"{file}, line 3: its id 'c1' is that of another claim"]


def test_what_another_program_leaves_out_is_taken_as_the_format_says(tmp_path):
    file = tmp_path / "claims.jsonl"
    bare = {"article": "a1", "publisher": "Daily", "voices": ["Wire"], "quote": CLAIM["quote"], "extra": 1}
    file.write_text(json.dumps(bare | {"tolls": [{"effect": "killed"}]}))
    [claim] = load_claims(file)
    assert (claim.voices, claim.level, claim.name) == (("Daily", "Wire"), "incident", None)
    [toll] = claim.tolls
    assert (toll.count.low, toll.count.high, toll.hedge, toll.unit) == (0, None, "exact", "person")


def test_what_was_left_out_is_a_file_or_an_article():
    with pytest.raises(RecordError, match="is a file or an article"):
        Unread("no reason")
