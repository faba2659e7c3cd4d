"""Conditions: Kleene's logic over levels."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.errors import RuleError
from claimrec.matching.comparison import Comparison, Likeness
from claimrec.matching.conditions import NO, UNCLEAR, YES, Levels
from claimrec.matching.evidence import NOT_SAID, Evidence, Finding

LEVELS = ("same", "near", "far")


def graded(a, b):
    "How far apart are two numbers?"
    return Likeness(LEVELS[min(2, abs(a - b))], f"{a} and {b}")


weather = Comparison("weather", dict.fromkeys(LEVELS, 0.0), lambda _: None, graded)
road = Comparison("road", dict.fromkeys(LEVELS, 0.0), lambda _: None, graded)

conditions = st.recursive(
    st.builds(
        lambda comparison, level, verb: getattr(comparison, verb)(level),
        st.sampled_from([weather, road]),
        st.sampled_from(LEVELS),
        st.sampled_from(["at_least", "is_"]),
    ),
    lambda inner: (
        st.builds(lambda a, b: a & b, inner, inner)
        | st.builds(lambda a, b: a | b, inner, inner)
        | st.builds(lambda a: ~a, inner)
    ),
    max_leaves=6,
)
levels = st.sampled_from((NOT_SAID, *LEVELS))


def evidence(**found):
    return Evidence("a", "b", 0.0, tuple(Finding(name, level, 0.0, "") for name, level in found.items()))


def answered(condition, on_weather, on_road):
    return condition.answer(evidence(weather=on_weather, road=on_road))


@given(conditions, levels, levels)
def test_printed_and_read_again_a_condition_is_the_same(condition, on_weather, on_road):
    again = eval(repr(condition), {"weather": weather, "road": road})
    assert again == condition
    assert answered(again, on_weather, on_road) == answered(condition, on_weather, on_road)


@given(conditions, levels, levels)
def test_only_what_is_true_is_surely_true(condition, on_weather, on_road):
    answer = answered(condition, on_weather, on_road)
    assert answered(condition.surely, on_weather, on_road) == ("yes" if answer == "yes" else "no")
    assert answered(~condition.surely, on_weather, on_road) == ("no" if answer == "yes" else "yes")
    for asked in (condition.surely, ~condition.surely):
        assert eval(repr(asked), {"weather": weather, "road": road}) == asked
        assert list(asked.tests()) == list(condition.tests())


@given(conditions, conditions, levels, levels)
def test_not_both_is_either_not(a, b, on_weather, on_road):
    assert answered(~(a & b), on_weather, on_road) == answered(~a | ~b, on_weather, on_road)
    assert answered(~~a, on_weather, on_road) == answered(a, on_weather, on_road)


@given(conditions, levels, levels)
def test_what_is_clear_stays_clear_when_more_is_said(condition, on_weather, on_road):
    before = answered(condition, NOT_SAID, on_road)
    if before != "unclear":
        assert answered(condition, on_weather, on_road) == before


@given(conditions, st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1))
def test_many_pairs_are_answered_like_one_by_one(condition, ranks):
    together = {
        name: Levels(LEVELS, np.array(column))
        for name, column in zip(("weather", "road"), zip(*ranks, strict=True), strict=True)
    }
    words = {YES: "yes", UNCLEAR: "unclear", NO: "no"}
    names = (NOT_SAID, *LEVELS)
    assert [words[answer] for answer in condition.answers(together)] == [
        answered(condition, names[on_weather], names[on_road]) for on_weather, on_road in ranks
    ]


KNOWN = {"yes": "same", "unclear": NOT_SAID, "no": "far"}


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        ("yes", "yes", "yes", "yes"),
        ("yes", "unclear", "unclear", "yes"),
        ("yes", "no", "no", "yes"),
        ("unclear", "unclear", "unclear", "unclear"),
        ("unclear", "no", "no", "unclear"),
        ("no", "no", "no", "no"),
    ],
)
def test_kleene_tables(left, right, both, either):
    a, b = weather.is_("same"), road.is_("same")
    for on_weather, on_road in ((left, right), (right, left)):
        assert answered(a & b, KNOWN[on_weather], KNOWN[on_road]) == both
        assert answered(a | b, KNOWN[on_weather], KNOWN[on_road]) == either


@pytest.mark.parametrize(
    ("level", "at_least_near", "is_near"),
    [("same", "yes", "no"), ("near", "yes", "yes"), ("far", "no", "no"), (NOT_SAID, "unclear", "unclear")],
)
def test_levels_are_ordered_from_the_most_alike(level, at_least_near, is_near):
    assert weather.at_least("near").answer(evidence(weather=level)) == at_least_near
    assert weather.is_("near").answer(evidence(weather=level)) == is_near


def test_a_condition_lists_its_questions_from_left_to_right():
    asked = (weather.is_("same") | ~road.is_("far")) & road.at_least("near")
    assert [repr(test) for test in asked.tests()] == [
        "weather.is_('same')",
        "road.is_('far')",
        "road.at_least('near')",
    ]


@pytest.mark.parametrize("use", [bool, lambda asked: asked and asked, lambda asked: not asked])
def test_a_condition_is_no_plain_yes_or_no(use):
    with pytest.raises(TypeError, match=r"weather.is_\('same'\) is no plain yes or no"):
        use(weather.is_("same"))


def test_conditions_combine_with_conditions_only():
    with pytest.raises(TypeError):
        weather.is_("same") & True
    with pytest.raises(TypeError):
        weather.is_("same") | "road"


def test_a_question_about_a_comparison_that_is_not_in_use():
    with pytest.raises(RuleError, match=r"road.is_\('same'\) asks about a comparison that is not in use"):
        road.is_("same").answer(evidence(weather="same"))


def test_what_nobody_compares_is_not_surely_so():
    assert road.is_("same").surely.answer(evidence(weather="same")) == "no"
    assert (weather.is_("same") & ~road.is_("same").surely).answer(evidence(weather="same")) == "yes"


def test_a_question_about_a_level_that_is_not_there():
    with pytest.raises(RuleError, match="no level 'nearby'; expected one of 'same', 'near', 'far'"):
        weather.at_least("nearby")
