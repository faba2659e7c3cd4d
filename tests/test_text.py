"""Plain text, terminal tables and explanations: complete, harmless, and readable without colour."""

import io
import unicodedata
from pathlib import Path

import attrs
import pytest
from factory import claim
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from claimrec.errors import RuleError
from claimrec.exchange.claims import load_claims
from claimrec.judging.judgement import Voice
from claimrec.matching.evidence import Evidence
from claimrec.reconciliation import reconcile
from claimrec.records.claim import Claim, Perpetrator, Row, Toll
from claimrec.showing.doers import doer_words
from claimrec.showing.explanation import explanation_text
from claimrec.showing.summary import shelves, summary_words
from claimrec.showing.terminal import tables
from claimrec.showing.text import plain_text
from claimrec.showing.wording import (
    bits_words,
    harmless,
    many,
    number_words,
    place_words,
    relation_words,
    toll_number,
    window_words,
)
from claimrec.values.count import UNKNOWN, Count
from claimrec.values.place import Place
from claimrec.values.window import Window

CASE = Path(__file__).parent / "cases" / "hill_raid.jsonl"


@pytest.fixture(scope="module")
def result():
    return reconcile(load_claims(CASE))


def accusing(doer):
    return attrs.evolve(claim("Six soldiers were killed"), perpetrator=doer)


def printed(result, width=100):
    console = Console(width=width, file=io.StringIO())
    console.print(tables(result))
    return console.file.getvalue()


@given(st.text(st.characters()))
def test_harmless_text_steers_nothing_and_keeps_what_shows(text):
    shown = harmless(text)
    assert harmless(shown) == shown
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(character) for character in shown} & {"RLO", "LRO", "RLI", "LRI", "FSI"}
    assert shown == text or not text.isprintable()


def test_terminal_sequences_are_shown_not_sent(result):
    claims = [attrs.evolve(claim, voices=("\x1b]0;x\x07", *claim.voices[1:])) for claim in result.claims]
    hostile = reconcile(claims)
    for shown in (plain_text(hostile), printed(hostile)):
        assert "\x1b" not in shown
    assert "⟨U+001B⟩]0;x⟨U+0007⟩" in plain_text(hostile)


def test_plain_text_has_every_voice_figure_conflict_and_range(result):
    text = plain_text(result)
    assert text.startswith(summary_words(result))
    for judgement in result.incidents:
        assert all(f"  {voice.origin}\n" in text for voice in judgement.voices)
        assert all(f" {conflict.because}\n" in text for conflict in judgement.conflicts)
    for line in (
        "9 November 2022 | Kabanah, Latakia | raid",
        "    Morning Ledger ← Harbour Wire ← Northwest Monitor, 10 November 2022",
        "      2             of these, officers killed",
        "      2             civilians killed (replaced by 4)",
        "17 November 2022 | Idlib | sum over incidents",
        "  sums Hazarin, Idlib, 17 November 2022; Kafr Nabl, Idlib, 17 November 2022",
        "  remains: 6 soldiers killed",
    ):
        assert f"\n{line}\n" in text


def test_a_figure_carries_the_numbers_of_its_conflicts(result):
    [judgement] = [one for one in result.incidents if one.where and one.where.name == "Kabanah"]
    number = 1 + next(place for place, one in enumerate(judgement.conflicts) if one.kind == "count")
    text = plain_text(result)
    assert any(f"[{number}]" in line for line in text.splitlines() if line.startswith("      "))
    assert f"\n  [{number}] {judgement.conflicts[number - 1].severity}, count: " in text


def test_plain_text_lists_the_pairs_to_review(result):
    a, b = (claim.id for claim in result.claims[:2])
    text = plain_text(attrs.evolve(result, review=(Evidence(a, b, -1.0, ()),)))
    assert f"A person should look:\n  {a} (" in text
    assert "A person" not in plain_text(attrs.evolve(result, review=()))


def test_a_terminal_gets_the_incidents_and_what_cannot_all_be_true(result):
    text = " ".join(printed(result, 160).split())
    for shelf in shelves(result.incidents):
        assert f"{shelf.name} ({len(shelf.incidents)})" in text
    assert "Kabanah, Latakia" in text
    assert "contradiction, count: " in text
    assert "1 more" in text


def test_a_narrow_terminal_loses_no_words(result):
    assert "Latakia" in printed(result, 60)


def test_an_explanation_shows_both_claims_the_bits_and_the_verdicts(result):
    text = explanation_text(result.explain("ta1", "cn1"), result)
    assert "ta1: Tilal Agency ← Hayat Tahrir al-Sham, 10 November 2022" in text
    assert "“Three soldiers were martyred" in text
    assert "Evidence that both are one incident" in text
    assert "\nOne incident: " in text
    assert "\nWhat their figures say of each other\n" in text
    assert "\n  contradiction, count: " in text


def test_an_explanation_of_two_incidents_says_what_kept_them_apart(result):
    text = explanation_text(result.explain("x0", "x1"), result)
    assert "\nNot one incident: " in text
    assert "What their figures say" not in text


def test_rows_of_a_table_are_explained_without_words():
    rows = [Claim("t", None, ("A",), row=Row("t.csv", line)) for line in (3, 4)]
    table = reconcile(rows)
    text = explanation_text(table.explain(*(claim.id for claim in rows)), table)
    assert "“" not in text


def test_only_claims_of_the_result_are_explained(result):
    with pytest.raises(RuleError, match="no claim 'nobody'"):
        result.explain("nm1", "nobody")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (window_words(None), "no date"),
        (window_words(Window.parse("2022-11-09")), "9 November 2022"),
        (window_words(Window.parse("2022-12-30 to 2023-01-02")), "30 December 2022 to 2 January 2023"),
        (place_words(None), "place not said"),
        (place_words(Place("Idlib", "Idlib")), "Idlib"),
        (number_words(UNKNOWN), "unknown"),
        (number_words(Count.at_least(1)), "at least 1"),
        (number_words(Count.at_least(150_000)), "at least 150,000"),
        (number_words(Count.at_least(150_001)), "more than 150,000"),
        (toll_number(Toll("killed", Count.at_least(21), None, hedge="more_than")), "more than 20"),
        (toll_number(Toll("killed", Count.at_least(21), None, hedge="at_least")), "at least 21"),
        (toll_number(Toll("killed", Count(21, 30), None, hedge="more_than")), "21 to 30"),
        (toll_number(Toll("killed", UNKNOWN, None, hedge="more_than")), "unknown"),
        (doer_words([accusing(Perpetrator(None, "gunmen", "possible"))]), ["possibly gunmen"]),
        (doer_words([accusing(Perpetrator("X", None, "denied"))]), ["denies that it was X"]),
        (doer_words([accusing(Perpetrator("X", "troops of X", "accused"))]), ["its article elsewhere names X"]),
        (doer_words([accusing(None)]), []),
        (relation_words(Voice("A", (), (), (("a", "own side"), ("b", "opponent"), ("c", "third party")))),
         "on the side of a; opponent of b"),
        (bits_words(float("inf")), "decided"),
        (many(1200, "claim"), "1,200 claims"),
    ],
)  # fmt: skip
def test_values_read_as_an_editor_would_say_them(words, shown):
    assert words == shown
