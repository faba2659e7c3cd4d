"""The whole flow: the same claims give the same result, whatever order they come in and however often."""

from pathlib import Path

import attrs
import pytest
from factory import claim
from hypothesis import given, settings
from hypothesis import strategies as st

from claimrec.errors import RecordError
from claimrec.exchange.articles import read_articles
from claimrec.exchange.claims import load_claims
from claimrec.exchange.results import result_line
from claimrec.matching.comparison import Comparison, Likeness
from claimrec.matching.decisions import Decision
from claimrec.matching.shipped import ARTICLES, COMPARISONS, row_rules
from claimrec.reconciliation import extract_claims, reconcile
from claimrec.records.article import Article, Quote
from claimrec.records.claim import Claim, Row
from claimrec.records.sketch import Sketch
from claimrec.showing.html import page

HERE = Path(__file__).parent
CLAIMS = load_claims(HERE / "cases" / "hill_raid.jsonl").claims
RESULT = reconcile(CLAIMS)
EXAMPLE = extract_claims(read_articles(HERE.parent / "examples" / "northwest_syria"))


@settings(max_examples=20)
@given(claims=st.permutations(CLAIMS), twice=st.sampled_from(CLAIMS))
def test_the_result_is_byte_for_byte_the_same_in_whatever_order(claims, twice):
    result = reconcile([*claims, twice])
    assert result_line(result) == result_line(RESULT)
    assert page(result) == page(RESULT)


@settings(max_examples=8)
@given(order=st.randoms(use_true_random=False))
def test_the_example_gives_the_same_result_in_whatever_order(order):
    claims = list(EXAMPLE)
    order.shuffle(claims)
    assert result_line(reconcile(claims)) == result_line(reconcile(EXAMPLE))


def test_every_claim_stands_in_exactly_one_incident():
    placed = [claim.id for judgement in RESULT.incidents for claim in judgement.incident.claims]
    assert sorted(placed) == sorted(claim.id for claim in CLAIMS)


def test_conflicts_are_those_of_all_incidents():
    assert RESULT.conflicts
    assert len(RESULT.conflicts) == sum(len(judgement.conflicts) for judgement in RESULT.incidents)


def test_two_different_claims_cannot_have_one_id():
    one, other = (attrs.evolve(claim, name="x") for claim in CLAIMS[:2])
    with pytest.raises(RecordError, match="two different claims have the id 'x'"):
        reconcile([one, other])


def test_a_claim_filed_twice_counts_once_and_stays_apart_from_all_it_was_kept_from():
    row = Claim("t", None, ("A",), row=Row("a.csv", 3), separate_from=("other",))
    again = attrs.evolve(row, row=Row("b.csv", 3), separate_from=("another",))
    result = reconcile([again, row])
    assert result.claims == (attrs.evolve(row, separate_from=("another", "other")),)


def test_a_claim_whose_sketch_was_left_out_in_one_file_has_that_of_the_other():
    bare = claim("3 killed")
    sketched = attrs.evolve(bare, sketch=Sketch.of(["Harun"]))
    for claims in ([bare, sketched], [sketched, bare]):
        assert reconcile(claims).claims == (sketched,)


def test_a_decision_of_the_user_overrules_the_evidence():
    joined = reconcile(CLAIMS, decisions=[Decision("x0", "x1", same=True)])
    assert joined.explain("x0", "x1").joined
    assert not RESULT.explain("x0", "x1").joined


def outlets(a, b):
    return Likeness("same" if a == b else "other", f"{a} and {b}")


def test_other_comparisons_and_checks_are_used_and_named():
    same_outlet = Comparison("outlet", {"same": 20.0, "other": -20.0}, lambda claim: claim.publisher, outlets)
    result = reconcile(CLAIMS, comparisons=(*COMPARISONS, same_outlet), checks=())
    assert result.conflicts == ()
    assert result.method.rules == (*(comparison.name for comparison in COMPARISONS), "outlet")
    for judgement in result.incidents:
        assert len({claim.publisher for claim in judgement.incident.claims}) == 1


def test_an_article_that_cannot_be_read_is_left_out_with_its_reason():
    spanish = "Los soldados murieron en la ciudad cuando una bomba explotó cerca de la carretera del norte. " * 3
    read = extract_claims([Article("es", spanish), Article("en", "Two soldiers were killed in Idlib.", publisher="A")])
    assert {claim.article for claim in read} == {"en"}
    [left_out] = read.unread
    assert left_out.article == "es"
    assert not left_out.because.startswith("article")


def test_rows_alone_are_weighed_by_the_weights_of_rows_and_beside_an_article_by_those_of_articles():
    row = Claim("t 1", None, ("Agency A",), row=Row("table.csv", 2))
    assert reconcile([row]).matching.scale.rules == row_rules()
    told = Claim("a1", Quote("a1", 0, 4, "Nine"), ("Agency B",))
    assert reconcile([row, told]).matching.scale.rules == ARTICLES
    assert reconcile([row], comparisons=COMPARISONS).matching.scale.rules == ARTICLES
