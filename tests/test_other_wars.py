"""Whole incidents of several wars, three invented outlets each: what cannot all be true is found, and nothing else."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from claimrec.lexicon.loader import load_lexicon
from claimrec.reconciliation import extract_claims, reconcile
from claimrec.records.article import Article

CASES = sorted((Path(__file__).parent / "cases" / "wars").glob("*.toml"))
LEXICON = load_lexicon()


def articles_in(path, case):
    for number, told in enumerate(case["articles"]):
        text = " ".join(told["text"].split())
        yield Article(f"{path.stem} {number}", text, publisher=told["publisher"], published=told["published"])


def reconciled(*paths):
    told = [article for path in paths for article in articles_in(path, tomllib.loads(path.read_text("utf-8")))]
    return reconcile(extract_claims(told, lexicon=LEXICON), lexicon=LEXICON)


def disagreements(result):
    publisher = {claim.id: claim.publisher for claim in result.claims}
    grave = [one for judgement in result.incidents for one in judgement.conflicts if one.severity != "note"]
    return {(one.kind, *sorted({publisher[claim] for claim in one.claims})) for one in grave}


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_the_outlets_on_one_incident_come_together_and_disagree_where_they_do(path):
    case = tomllib.loads(path.read_text("utf-8"))
    result = reconciled(path)
    assert disagreements(result) == {tuple(one) for one in case["conflicts"]}
    assert len(result.incidents) == 1 + case.get("others", 0)


def test_incidents_of_different_wars_change_nothing_in_each_other():
    assert disagreements(reconciled(*CASES)) == set().union(*(disagreements(reconciled(path)) for path in CASES))
