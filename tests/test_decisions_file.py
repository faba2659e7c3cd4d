"""Decisions as JSON Lines, written, read and obeyed."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.__main__ import main
from claimrec.errors import FormatError
from claimrec.exchange.claims import write_claims
from claimrec.exchange.decisions import decision_line, load_decisions, write_decisions
from claimrec.matching.decisions import Decision
from claimrec.reconciliation import extract_claims
from claimrec.records.article import Article

said = st.text(min_size=1, max_size=8)
decisions = st.builds(
    Decision,
    said.map("a".__add__),
    said.map("b".__add__),
    same=st.booleans(),
    because=said,
    author=st.none() | said,
    day=st.none() | st.dates(),
)


@given(st.lists(decisions, max_size=5))
def test_what_is_written_is_read_again(tmp_path_factory, made):
    file = tmp_path_factory.mktemp("decisions") / "decisions.jsonl"
    write_decisions(made, file)
    assert load_decisions(file) == tuple(made)


@pytest.mark.parametrize(
    ("line", "decision"),
    [
        ('{"a": "x", "b": "y", "link": "must"}', Decision("x", "y", same=True)),
        (
            '{"a": "x", "b": "y", "link": "cannot", "because": "two roads", "author": "Haddad", "day": "2023-02-07"}',
            Decision("x", "y", same=False, because="two roads", author="Haddad", day=date(2023, 2, 7)),
        ),
    ],
)
def test_a_line_of_the_file(tmp_path, line, decision):
    file = tmp_path / "decisions.jsonl"
    file.write_text(f"\n{line}\n", encoding="utf-8")
    assert load_decisions(file) == (decision,)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"a": "x", "b": "y"}', 'line 2: "link" is missing'),
        ('{"a": "x", "b": "y", "link": "maybe"}', "line 2: \"link\" should be one of must, cannot, not 'maybe'"),
        ('{"a": "x", "b": "x", "link": "must"}', "line 2: a decision is about two claims, not 'x' twice"),
        ('{"b": "x", "link": "must"}', 'line 2: "a" is missing'),
        ('{"a": "x", "b": "y", "link": "must", "day": "Monday"}', 'line 2: "day" should be a day such as'),
        ("yes", "line 2: not JSON"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path, line, message):
    file = tmp_path / "decisions.jsonl"
    file.write_text(f"{decision_line(Decision('x', 'z', same=True))}\n{line}\n", encoding="utf-8")
    with pytest.raises(FormatError, match=message):
        load_decisions(file)


@pytest.fixture
def claims():
    texts = ("Two soldiers were killed in Saraqib on Monday.", "Ten civilians were wounded in Aleppo on Sunday.")
    published = date(2023, 2, 7)
    read = extract_claims(
        Article(f"a{n}", text, publisher=f"Paper {n}", published=published) for n, text in enumerate(texts)
    )
    return [claim for claim in read if claim.tolls]


def test_the_command_line_obeys_them(tmp_path, claims, capsys):
    write_claims(claims, tmp_path / "claims.jsonl")
    one, other = claims[0].id, claims[-1].id
    write_decisions([Decision(one, other, same=True, because="one raid")], tmp_path / "decisions.jsonl")
    options = ["--decisions", str(tmp_path / "decisions.jsonl"), "--out", str(tmp_path / "result.jsonl")]
    assert main(["reconcile", str(tmp_path / "claims.jsonl"), *options]) == 0
    result = json.loads((tmp_path / "result.jsonl").read_text(encoding="utf-8"))
    assert any({one, other} <= set(incident["claims"]) for incident in result["incidents"])
    assert main(["explain", str(tmp_path / "claims.jsonl"), one, other, *options[:2]]) == 0
    assert "one raid" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_stops_the_run(tmp_path, claims, capsys):
    write_claims(claims, tmp_path / "claims.jsonl")
    (tmp_path / "decisions.jsonl").write_text("{}\n", encoding="utf-8")
    options = ["--decisions", str(tmp_path / "decisions.jsonl")]
    assert main(["reconcile", str(tmp_path / "claims.jsonl"), *options]) == 1
    assert 'decisions.jsonl, line 1: "link" is missing' in capsys.readouterr().err
