"""The laws of comparisons: the shipped ones keep them, broken ones are found out."""

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.matching.comparison import Comparison, Likeness
from claimrec.matching.linking import link
from claimrec.matching.shipped import COMPARISONS, row_rules
from claimrec.matching.spots import consonants
from claimrec.testing import LAWS, LawError, accounts_of_one_incident, check_laws, claims, respellings
from claimrec.testing.strategies import VILLAGES

EXAMPLES = settings.default.max_examples // 10
"""Fewer than elsewhere, as there are twenty comparisons with eight laws each; the nightly profile tries 200."""
WEIGHING = tuple(law for law in LAWS if "closer" in law.words or "itself" in law.words)
"""The laws that other weights may break."""


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda comparison: comparison.name)
def test_the_shipped_comparisons_keep_every_law(comparison):
    check_laws(comparison, examples=EXAMPLES)


@pytest.mark.parametrize("comparison", row_rules().comparisons, ids=lambda comparison: comparison.name)
def test_and_so_do_they_with_the_weights_of_rows(comparison):
    check_laws(comparison, laws=WEIGHING, examples=EXAMPLES)


def rule(levels, key, likeness, **more):
    return Comparison("rule", levels, key, likeness, **more)


def day_of(claim):
    return claim.when and claim.when.window.first


def name_of(claim):
    return claim.where and claim.where.place.name


def lat_of(claim):
    return claim.where and claim.where.place.lat


def likeness(condition):
    return lambda a, b: Likeness("yes" if condition(a, b) else "no", "")


YES_OR_NO = {"yes": 1.0, "no": -1.0}


@pytest.mark.parametrize(
    ("broken", "law"),
    [
        (rule(YES_OR_NO, lambda claim: claim.publisher, likeness(lambda a, b: a < b)), "which claim comes first"),
        (rule({"yes": 1.0}, day_of, lambda _a, _b: Likeness("perhaps", "")), "every likeness is one of the levels"),
        (rule({"yes": -1.0, "no": 1.0}, day_of, likeness(lambda a, b: a == b)), "no other claim is more like a claim"),
        (rule(YES_OR_NO, day_of, likeness(lambda a, b: abs((a - b).days) in (0, 7))), "a closer day never lowers"),
        (rule(YES_OR_NO, lat_of, likeness(lambda a, b: abs(a - b) < 0.1 or abs(a - b) > 1)), "a closer place never"),
        (rule(YES_OR_NO, name_of, likeness(lambda a, b: a == b)), "another spelling of the same place"),
        (
            rule(
                YES_OR_NO,
                lambda claim: claim.publisher,
                likeness(lambda a, b: a == b),
                many=lambda _keys: lambda a, _b: np.ones(len(a), dtype=np.int8),
            ),
            "many pairs are graded as one pair at a time is",
        ),
        (
            rule({"yes": 1.0}, "rarity", lambda a, _b: Likeness("yes" if a.times > 2_000 else "not said", "")),
            "a rarer name never weighs less",
        ),
    ],
)
def test_a_broken_rule_is_found_out_and_the_law_said_in_words(broken, law):
    with pytest.raises(LawError, match=f"comparison 'rule' breaks a law: {law}(.|\n)*\n  a: Claim"):
        check_laws(broken)


def test_silence_that_weighs_is_found_out():
    class Loud(Comparison):
        def level(self, a, b):
            found = super().level(a, b)
            return attrs.evolve(found, bits=1.0) if found.level == "not said" else found

    loud = Loud("rule", YES_OR_NO, day_of, likeness(lambda a, b: a == b))
    with pytest.raises(LawError, match="what is not said weighs nothing\n  not said, and yet \\+1 bits"):
        check_laws(loud, examples=20)


@given(st.sampled_from(VILLAGES).flatmap(lambda name: st.tuples(st.just(name), respellings(name))))
def test_a_respelling_sounds_the_same(names):
    assert consonants(names[0]) == consonants(names[1])


@settings(max_examples=20)
@given(accounts_of_one_incident())
def test_most_accounts_of_one_incident_are_joined(accounts):
    links = link(accounts, lexicon=load_lexicon("common"))
    assert len(set(links.first.tolist())) < len(accounts)


@given(claims())
def test_made_up_claims_have_ids_of_their_own(claim):
    assert claim.id == attrs.evolve(claim).id
