"""Claims added to a result: the outcome is that of doing all again, and only what they touch is worked again."""

from datetime import timedelta
from itertools import pairwise

import attrs
import numpy as np
import pytest
from factory import claim
from hypothesis import given, settings
from hypothesis import strategies as st
from valley import LEXICON, MONDAY, TELL_HARUN, accounts

from claimrec.errors import RecordError
from claimrec.exchange.results import result_line
from claimrec.matching.adding import with_claims
from claimrec.matching.comparison import Comparison, Likeness
from claimrec.matching.decisions import Decision
from claimrec.matching.incidents import find_incidents
from claimrec.matching.shipped import COMPARISONS
from claimrec.matching.sweep import CROWD
from claimrec.reconciliation import reconcile
from claimrec.records.unread import Unread


def named(claims):
    """The claims under names in the order of drawing, some kept apart from others by their article."""
    unique = [*{one.id: one for one in claims}.values()]
    named = [attrs.evolve(one, name=f"c{n:02}") for n, one in enumerate(unique)]
    return [
        attrs.evolve(one, separate_from=(f"c{(n * 7 + 3) % 12:02}",)) if n % 5 == 2 and (n * 7 + 3) % 12 != n else one
        for n, one in enumerate(named)
    ]


AS_COMMON_AS_EVER = tuple(one for one in COMPARISONS if one.name not in ("rarity", "wording", "company"))
"""All that does not go by how common names and articles were at first (see test_rarity, test_wording, test_company)."""


pairs = st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1])
decided = st.lists(pairs, max_size=2, unique=True).map(
    lambda found: [Decision(f"c{a:02}", f"c{b:02}", same=(a + b) % 2 == 0) for a, b in found]
)


@settings(max_examples=60)
@given(
    st.lists(accounts(), min_size=1, max_size=12).map(named),
    st.integers(1, 12),
    st.randoms(use_true_random=False),
    decided,
)
def test_adding_is_doing_all_again(claims, first, order, decisions):
    order.shuffle(claims)
    rules = {"comparisons": AS_COMMON_AS_EVER, "lexicon": LEXICON, "decisions": decisions}
    whole = reconcile(claims, **rules)
    result = reconcile(claims[:first], **rules).add(claims[first:])
    assert result == whole
    assert result_line(result) == result_line(whole)
    assert [result.explain(a.id, b.id) for a, b in pairwise(claims)] == [
        whole.explain(a.id, b.id) for a, b in pairwise(claims)
    ]


@settings(max_examples=25)
@given(st.lists(accounts(), min_size=3, max_size=12).map(named), decided, decided)
def test_adding_one_by_one_with_decisions_is_doing_all_again(claims, before, later):
    settled_pairs = {(one.a, one.b) for one in before}
    later = [one for one in later if (one.a, one.b) not in settled_pairs and one.same]
    before = [one for one in before if one.same]
    rules = {"comparisons": AS_COMMON_AS_EVER, "lexicon": LEXICON}
    result = reconcile(claims[:1], **rules, decisions=before)
    for one in claims[1:]:
        result = result.add([one])
    assert result.add((), decisions=later) == reconcile(claims, **rules, decisions=[*before, *later])


def attack(n, *, day=MONDAY, place=TELL_HARUN, said="5 killed", **more):
    return claim(said, name=f"{n:04}", article=f"a{n}", source=f"S{n}", day=day, published=day, place=place, **more)


def test_in_a_crowd_that_grows_the_outcome_is_that_of_doing_all_again():
    days = [MONDAY + timedelta(days=n % 2) for n in range(CROWD + 9)]
    claims = [
        attack(n, day=day, said=f"{n % 7 + 2} killed", event=[None, "ambush"][n % 2]) for n, day in enumerate(days)
    ]
    rules = {"comparisons": AS_COMMON_AS_EVER, "lexicon": LEXICON}
    added = with_claims(find_incidents(claims[: CROWD - 9], **rules), claims[CROWD - 9 :], lexicon=LEXICON)
    again = find_incidents(claims, **rules)
    is_as_again = (added.incidents, added.review) == (again.incidents, again.review)
    assert is_as_again  # the difference of so many incidents would take minutes to write out
    assert np.unique(added.links.ties, axis=1).tolist() == np.unique(again.links.ties, axis=1).tolist()


def test_a_rule_of_the_users_and_unread_texts_go_on():
    def outlets(a, b):
        """Do both come from one outlet?"""
        return Likeness("same" if a == b else "other", f"{a} and {b}")

    same = Comparison("outlet", {"same": 20.0, "other": -20.0}, lambda one: one.publisher, outlets)
    rules = {"comparisons": (*AS_COMMON_AS_EVER, same), "lexicon": LEXICON}
    claims = [attack(n) for n in range(3)]
    result = reconcile(claims[:2], **rules, unread=[Unread("old", article="x")])
    result = result.add([*claims[2:], claims[0]], unread=[Unread("new", article="y")])
    assert result == reconcile(claims, **rules, unread=[Unread("old", article="x"), Unread("new", article="y")])
    assert result.explain("0000", "0002").evidence.findings[-1].comparison == "outlet"


def test_a_claim_that_comes_again_is_kept_apart_from_all_that_it_was_kept_from():
    first, second, third = (attack(n) for n in range(3))
    again = attrs.evolve(first, separate_from=(second.id,))
    result = reconcile([first, second, third], lexicon=LEXICON).add([again])
    assert result == reconcile([again, second, third], lexicon=LEXICON)
    with pytest.raises(RecordError, match="two different claims have the id '0000'"):
        result.add([attrs.evolve(first, published=None)])


def test_a_sum_is_judged_again_when_an_incident_of_its_article_comes():
    parts = [
        claim(f"{n} soldiers killed", name=f"p{n}", article="a", day=MONDAY, by=by)
        for n, by in ((3, "guards"), (8, None))
    ]
    total = claim("20 soldiers killed", name="sum", article="a", day=MONDAY, level="aggregate")
    result = reconcile([total, parts[0]], lexicon=LEXICON)
    assert result.add(parts[1:]) == reconcile([total, *parts], lexicon=LEXICON)


def test_only_what_new_claims_touch_is_worked_again():
    claims = [attack(n, day=MONDAY + timedelta(days=9 * (n // 2))) for n in range(40)]
    matching = find_incidents(claims, lexicon=LEXICON)
    added = with_claims(matching, [attack(99, day=MONDAY)], lexicon=LEXICON)
    before = {one.id: one for one in matching.incidents}
    others = [one for one in added.incidents if before.get(one.id) is not one]
    assert [[claim.id for claim in one.claims] for one in others] == [["0000", "0001", "0099"]]
    assert with_claims(matching, [], lexicon=LEXICON) == matching
