"""Evidence in bits: the sum of the findings, and what overrules it."""

import math
from datetime import date, timedelta

import attrs
import numpy as np
import pytest
from factory import claim
from hypothesis import given, settings
from hypothesis import strategies as st
from valley import AYN_ZAYTUN, LEXICON, MONDAY, NAMESAKE, TELL_HARUN, accounts

from claimrec.matching.comparison import Comparison, Likeness
from claimrec.matching.day import day
from claimrec.matching.decisions import Decision
from claimrec.matching.evidence import Finding
from claimrec.matching.linking import weighed_ties
from claimrec.matching.place import place
from claimrec.matching.remembered import CELLS
from claimrec.matching.shipped import COMPARISONS, PRIOR, ROWS_MUST_NOT_LINK
from claimrec.matching.table import ClaimTable
from claimrec.matching.weighing import Rules, Scale

SHIPPED = Rules(COMPARISONS, PRIOR, (), ROWS_MUST_NOT_LINK)
BOTH = np.array([0]), np.array([1])


def scale(*claims, rules=SHIPPED, decisions=()):
    return Scale.of(ClaimTable.of(claims, LEXICON), rules, decisions)


@settings(max_examples=40)
@given(st.lists(accounts(), min_size=2, max_size=6, unique_by=lambda told: told.id))
def test_bits_are_what_the_evidence_adds_up_to(claims):
    weighed = scale(*claims, rules=attrs.evolve(SHIPPED, must_link=(place.is_("same place"),)))
    a, b = np.triu_indices(len(claims), 1)
    one_by_one = [weighed.evidence(int(i), int(j)).bits for i, j in zip(a, b, strict=True)]
    assert weighed.bits(a, b).tolist() == pytest.approx(one_by_one)
    assert weighed.bits(b, a).tolist() == weighed.bits(a, b).tolist()


@settings(max_examples=60)
@given(
    st.lists(accounts(), min_size=2, max_size=8, unique_by=lambda told: told.id),
    st.sampled_from([-20.0, -4.0, 0.0, 3.0]),
    st.sampled_from([(), (place.is_("same place"),)]),
)
def test_strong_pairs_are_those_whose_bits_reach_so_many(claims, least, must_link):
    weighed = scale(*claims, rules=attrs.evolve(SHIPPED, must_link=must_link))
    pairs = np.triu_indices(len(claims), 1)
    bits = weighed.bits(*pairs)
    strong, found = weighed.strong(pairs, least)
    assert [side.tolist() for side in strong] == [side[bits >= least].tolist() for side in pairs]
    assert found.tolist() == bits[bits >= least].tolist()


@settings(max_examples=20)
@given(st.lists(accounts(), min_size=4, max_size=8, unique_by=lambda told: told.id), st.integers(1, 9))
def test_pairs_are_weighed_alike_in_any_chunks_and_in_their_order(claims, size):
    a, b = np.triu_indices(len(claims), 1)
    chunks = [(a[first : first + size], b[first : first + size]) for first in range(0, len(a), size)]
    (one, other), bits = weighed_ties(chunks, scale(*claims), -4.0)
    strong, found = scale(*claims).strong((a, b), -4.0)
    assert (one.tolist(), other.tolist()) == (strong[0].tolist(), strong[1].tolist())
    assert bits.tolist() == found.tolist()


def test_a_costly_comparison_is_left_out_where_it_cannot_decide():
    asked = []

    def many(_):
        def grade(a, b):
            asked.extend(zip(a.tolist(), b.tolist(), strict=True))
            return np.ones(len(a), dtype=np.int8)

        return grade

    costly = attrs.evolve(counted_letters([]), many=many, costly=True)
    claims = [
        claim("12 killed", name=name, day=day_of, event=event, source=name)
        for name, day_of, event in [("a", MONDAY, "raid"), ("b", MONDAY, "raid"), ("c", MONDAY + timedelta(9), "raid")]
    ]
    weighed = scale(*claims, rules=Rules((costly, day), -1.0, (), ()))
    (a, b), _ = weighed.strong((np.array([0, 0, 1]), np.array([1, 2, 2])), 0.0)
    assert (a.tolist(), b.tolist(), asked) == ([0], [1], [(0, 0)])


def test_evidence_names_the_claims_by_id_and_every_comparison():
    evidence = scale(claim(name="b", day=MONDAY), claim(name="a")).evidence(0, 1)
    assert (evidence.a, evidence.b, evidence.prior) == ("a", "b", PRIOR)
    assert [finding.comparison for finding in evidence.findings] == [comparison.name for comparison in COMPARISONS]


def test_an_article_that_separates_two_claims_vetoes_the_join():
    first = claim("12 killed", name="a", day=MONDAY, place=TELL_HARUN, article="x")
    second = attrs.evolve(first, name="b", separate_from=("a",))
    weighed = scale(first, second)
    assert weighed.bits(*BOTH) == -math.inf
    assert weighed.evidence(0, 1).findings[-1] == Finding(
        "article", "must not link", -math.inf, "the article itself calls them separate"
    )


FAR = (
    claim("12 killed", name="a", day=MONDAY, place=TELL_HARUN),
    claim("12 killed", name="b", day=MONDAY, place=NAMESAKE),
)
NEAR = (
    claim("12 killed", name="a", day=MONDAY, place=TELL_HARUN),
    claim("12 killed", name="b", day=MONDAY, place=AYN_ZAYTUN),
)
ONE, APART = Decision("b", "a", same=True, because="same video"), Decision("a", "b", same=False, because="two roads")
NEARBY = place.at_least("near")


@pytest.mark.parametrize(
    ("claims", "rules", "decisions", "last"),
    [
        (FAR, SHIPPED, [], Finding("must not link", "place.is_('far apart')", -math.inf, FAR_WORDS := (
            "Tell Harun (Marabad) and Tell Harun (Sahran), 207 km apart"
        ))),
        (NEAR, attrs.evolve(SHIPPED, must_link=(NEARBY,)), [], Finding(
            "must link", "place.at_least('near')", math.inf, "Ayn Zaytun (Marabad) and Tell Harun (Marabad), 3 km apart"
        )),
        (FAR, attrs.evolve(SHIPPED, must_link=(~NEARBY,)), [], Finding(
            "must not link", "place.is_('far apart')", -math.inf, FAR_WORDS
        )),
        (FAR, SHIPPED, [ONE], Finding("decision", "must link", math.inf, "same video")),
        (NEAR, attrs.evolve(SHIPPED, must_link=(NEARBY,)), [APART], Finding(
            "decision", "must not link", -math.inf, "two roads"
        )),
    ],
)  # fmt: skip
def test_decisions_overrule_vetoes_and_vetoes_overrule_must_links(claims, rules, decisions, last):
    weighed = scale(*claims, rules=rules, decisions=decisions)
    assert weighed.evidence(0, 1).findings[-1] == last
    assert weighed.bits(*BOTH) == last.bits


def test_decisions_about_other_claims_are_left_aside():
    weighed = scale(*NEAR, decisions=[Decision("a", "elsewhere", same=True)])
    assert weighed.decisions == {}


def counted_letters(asked):
    def likeness(a, b):
        asked.append((a, b))
        return Likeness("same" if a == b else "other", "")

    return Comparison("letters", {"same": 1.0, "other": -1.0}, lambda told: told.event, likeness)


def test_a_likeness_is_asked_once_for_each_pair_of_keys():
    asked = []
    rules = Rules((counted_letters(asked),), 0.0, (), ())
    claims = [claim(str(n), event=event, source=f"Agency {n}") for n in (1, 2, 3) for event in ("a", "b")]
    weighed = scale(*claims, rules=rules)
    a, b = np.triu_indices(len(claims), 1)
    first = weighed.bits(a, b)
    assert weighed.bits(b, a).tolist() == first.tolist()
    assert sorted(tuple(sorted(pair)) for pair in asked) == [("a", "a"), ("a", "b"), ("b", "b")]


def test_too_many_keys_to_remember_are_weighed_alike():
    many = [
        claim(event=f"kind {n}", name=str(n), day=date(2000, 1, 1) + timedelta(days=n))
        for n in range(math.isqrt(CELLS) + 1)
    ]
    weighed = scale(*many, rules=Rules((counted_letters([]), day), 0.0, (), ()))
    a, b = np.array([0, 0, 1, 5]), np.array([0, 1, 0, 5])
    expected = [weighed.evidence(int(i), int(j)).bits for i, j in zip(a, b, strict=True)]
    assert weighed.bits(a, b).tolist() == expected
