"""How two tolls stand to each other."""

from datetime import date
from functools import partial

import attrs
import pytest
from factory import claim, incident, lexicon
from hypothesis import assume, given
from hypothesis import strategies as st

from claimrec.judging.case import case_of
from claimrec.judging.counts import contradicting_counts
from claimrec.judging.rules import RULES, counts_meet, disjoint_counts
from claimrec.judging.verdicts import rule_name, severity, verdict
from claimrec.values.count import Count
from claimrec.values.place import Place
from claimrec.values.window import Window

a, b = partial(claim, source="Agency A"), partial(claim, source="Agency B")

LARGEST = 12
"""The people in the small worlds that laws are tried in."""

counts = st.builds(
    lambda low, more: Count(low, None if more is None else low + more),
    st.integers(0, LARGEST),
    st.none() | st.integers(0, LARGEST),
)


def verdict_on(one, other):
    case = case_of(incident(one, other), lexicon())
    return verdict(*case.statements, case.kinship)


def counted(count, said, source):
    """A claim of these people with that count, said as bounds."""
    heard = claim(f"0 to 0 {said}", source=source)
    return attrs.evolve(heard, tolls=tuple(attrs.evolve(toll, count=count) for toll in heard.tolls))


def allowed(count):
    return [n for n in range(3 * LARGEST) if count.allows(n)]


@given(counts, counts)
def test_counts_conflict_if_and_only_if_no_number_satisfies_both(few, many):
    found = verdict_on(counted(few, "civilians killed", "Agency A"), counted(many, "civilians killed", "Agency B"))
    assert (found.answer == "conflict") == (not set(allowed(few)) & set(allowed(many)))


@given(counts, counts)
def test_a_part_conflicts_if_and_only_if_it_must_be_larger_than_its_whole(part, whole):
    found = verdict_on(counted(part, "children killed", "Agency A"), counted(whole, "civilians killed", "Agency B"))
    possible = any(few <= many for few in allowed(part) for many in allowed(whole))
    assert (found.answer == "conflict") == (not possible)


@given(counts, counts)
def test_the_killed_conflict_if_and_only_if_they_must_be_more_than_the_killed_or_wounded(killed, hurt):
    found = verdict_on(counted(killed, "killed", "Agency A"), counted(hurt, "killed or wounded", "Agency B"))
    possible = any(few <= many for few in allowed(killed) for many in allowed(hurt))
    assert (found.answer == "conflict") == (not possible)


SAID = st.sampled_from(["civilians killed", "children killed", "army killed", "people killed", "wounded", "killed"])


@given(counts, counts, SAID, SAID, st.sampled_from(["Agency A", "Agency B"]))
def test_a_verdict_is_the_same_from_both_sides(few, many, said, other, source):
    one, two = counted(few, said, "Agency A"), counted(many, other, source)
    assume(one != two)
    case = case_of(incident(one, two), lexicon())
    first, second = case.statements
    assert verdict(first, second, case.kinship) == verdict(second, first, case.kinship)
    assert severity(first, second) == severity(second, first)


@given(counts, counts, counts, SAID, SAID)
def test_widening_a_count_never_creates_a_conflict(few, many, wider, said, other):
    one, two = counted(few, said, "Agency A"), counted(many, other, "Agency B")
    assume(verdict_on(one, two).answer != "conflict")
    assert verdict_on(counted(few.hull(wider), said, "Agency A"), two).answer != "conflict"


@given(counts, counts, SAID, SAID, st.sampled_from(["about", "nearly", "vague", "exact", "more_than"]))
def test_a_conflict_is_a_contradiction_if_the_rules_still_find_one_between_the_loosened_counts(
    few, many, said, other, hedge
):
    told = [counted(few, said, "Agency A"), counted(many, other, "Agency B")]
    hedged = [attrs.evolve(one, tolls=tuple(attrs.evolve(toll, hedge=hedge) for toll in one.tolls)) for one in told]
    case = case_of(incident(*hedged), lexicon())
    loose = [attrs.evolve(one, count=one.loosened) for one in case.statements]
    if verdict(*case.statements, case.kinship).answer == "conflict":
        stays = verdict(*loose, case.kinship).answer == "conflict"
        assert severity(*case.statements) == ("contradiction" if stays else "tension")


@given(counts, counts)
def test_two_counts_either_meet_or_are_disjoint(few, many):
    one, two = counted(few, "killed", "Agency A"), counted(many, "killed", "Agency B")
    case = case_of(incident(one, two), lexicon())
    assert bool(counts_meet(*case.statements, case.kinship)) != bool(disjoint_counts(*case.statements, case.kinship))


TOWN = Place("Oak Town", "North", 10.0, 10.0, 2.0)
NEXT_TOWN = Place("Elm Town", "North", 10.05, 10.0, 2.0)
COUNTRY = Place("Northland", None, 10.0, 10.0, 300.0)
NOWHERE = Place("Ash Town", "North")


@pytest.mark.parametrize(
    ("one", "other", "answer", "rule"),
    [
        # METHOD 1 and 2: intervals
        (a("14 killed"), b("14 killed"), "agree", "same count"),
        (a("14 killed"), b("at least 14 killed"), "compatible", "counts meet"),
        (a("14 killed"), b("15 killed"), "conflict", "disjoint counts"),
        (a("at least 27 killed"), b("nearly 24 killed"), "conflict", "disjoint counts"),
        (a("6 to 8 killed"), b("8 to 9 killed"), "compatible", "counts meet"),
        (a("at least 56 killed"), b("160 killed"), "compatible", "counts meet"),
        (a("up to 6 killed"), b("more than 6 killed"), "conflict", "disjoint counts"),
        # METHOD 4: zero is a number, silence is not
        (a("no soldiers killed"), b("3 soldiers killed"), "conflict", "disjoint counts"),
        # METHOD 5: combined categories
        (a("18 killed or wounded"), b("3 killed"), "not comparable", "combined category"),
        (a("10 killed or wounded"), b("at least 11 wounded"), "conflict", "combined category"),
        (a("10 civilians killed or wounded"), b("12 killed"), "not comparable", "combined category"),
        (a("10 killed or wounded"), b("12 army killed"), "conflict", "combined category"),
        (a("14 killed"), b("15 wounded"), "not comparable", "other effects"),
        # METHOD 6: subsets
        (a("25 army killed"), b("15 killed"), "conflict", "part and whole"),
        (a("30 civilians killed"), b("at least 31 people killed"), "compatible", "part and whole"),
        # METHOD 7: levels
        (a("8 killed"), b("11 killed", level="aggregate"), "not comparable", "other level"),
        (a("8 killed", level="cumulative"), b("60 killed", level="cumulative"), "not comparable", "other period"),
        # METHOD 15: victims of other sides, units, places that one article tells apart
        (a("10 army killed"), b("12 rebels killed"), "not comparable", "other victims"),
        (a("10 women killed"), b("12 children killed"), "not comparable", "other victims"),
        (a("3 killed", unit="household"), b("12 killed"), "not comparable", "other units"),
        # attackers' own losses are not among "people"
        (a("51 killed", by="Dune Group"), b("60 dune fighters killed"), "not comparable", "part and whole"),
        (a("51 killed"), b("60 dune fighters killed", by="Dune Group"), "not comparable", "part and whole"),
        (a("51 killed", by="Dune Group", stance="denied"), b("60 dune fighters killed"), "conflict", "part and whole"),
        (a("51 killed", by_words="gunmen"), b("60 dune fighters killed"), "conflict", "part and whole"),
    ],
)
def test_the_first_rule_that_applies_decides(one, other, answer, rule):
    found = verdict_on(one, other)
    assert (found.answer, found.rule) == (answer, rule)


@pytest.mark.parametrize(
    ("here", "there", "same_article", "answer"),
    [
        (TOWN, NEXT_TOWN, True, "not comparable"),
        (TOWN, NEXT_TOWN, False, "conflict"),
        (TOWN, TOWN, True, "conflict"),
        (TOWN, COUNTRY, True, "conflict"),  # the wide word may mean the town
        (TOWN, NOWHERE, True, "conflict"),
        (TOWN, None, True, "conflict"),
        (TOWN, Place("Oak Town East", "North", 10.001, 10.0, 1.0), True, "conflict"),
    ],
)
def test_places_that_one_article_tells_apart_hold_other_people(here, there, same_article, answer):
    one = claim("140 wounded", place=here, article="a1")
    other = claim("2 wounded", place=there, source="a witness", article="a1" if same_article else "a2")
    assert verdict_on(one, other).answer == answer


@pytest.mark.parametrize("level", ["operation", "cumulative", "background"])
def test_totals_over_the_same_days_are_compared(level):
    days = Window(date(2023, 1, 1), date(2023, 2, 1))
    one, other = (claim(said, day=days, level=level, source=said) for said in ("60 killed", "70 killed"))
    assert verdict_on(one, other).answer == "conflict"


@pytest.mark.parametrize(
    ("one", "other", "grave"),
    [
        (a("14 killed"), b("15 killed"), "contradiction"),
        (a("at least 27 killed"), b("nearly 24 killed"), "contradiction"),
        (a("about 20 killed"), b("12 killed"), "contradiction"),
        (a("about 20 killed"), b("15 killed"), "tension"),
        (a("dozens of people killed"), b("11 killed"), "tension"),
        (a("more than 10 killed"), b("10 killed"), "tension"),
        (a("5 killed"), claim("9 killed"), "tension"),
        (
            claim("5 killed", article="a1"),
            claim("9 killed", article="a1"),
            "contradiction",
        ),
    ],
)
def test_only_firm_words_contradict(one, other, grave):
    case = case_of(incident(one, other), lexicon())
    assert verdict(*case.statements, case.kinship).answer == "conflict"
    assert severity(*case.statements) == grave


def test_one_voice_with_two_wordings_agrees_with_itself():
    found = verdict_on(claim("27 killed", via=("Daily A",)), claim("at least 27 killed", via=("Daily B",)))
    assert (found.answer, "one voice" in found.because) == ("compatible", True)


def test_a_verdict_quotes_both():
    found = verdict_on(claim("14 killed", source="Agency A", name="a"), claim("15 killed", source="Agency B", name="b"))
    assert found.because == (
        "Agency A says 14 killed, “14 killed”; Agency B says 15 killed, “15 killed”: no number satisfies both"
    )


def test_a_verdict_says_whose_part_some_can_be():
    found = verdict_on(claim("3 children killed"), claim("5 civilians killed", source="B"))
    assert found.because.endswith(": children can be a part of civilians")


def test_effects_that_have_nothing_in_common_get_no_verdict():
    case = case_of(incident(claim("14 killed"), claim("15 captured")), lexicon())
    assert case.verdicts == ()


@pytest.mark.parametrize("rule", RULES, ids=rule_name)
def test_every_rule_says_what_it_does(rule):
    assert rule.__doc__
    assert rule.__doc__.strip().splitlines()[0].endswith(".")


def test_more_than_a_number_is_told_as_it_was_said():
    told = claim("more than 150000 killed"), claim("120 killed", source="B")
    [conflict] = contradicting_counts(case_of(incident(*told), lexicon()))
    assert "says more than 150000 killed, “more than 150000 killed”" in conflict.because
    told = claim("more than 20 civilians killed"), claim("12 killed", source="B")
    [conflict] = contradicting_counts(case_of(incident(*told), lexicon()))
    assert "more than 20 killed of civilians are more than 12 killed of people in all" in conflict.because
