"""Comparisons: keys, likenesses and named levels, the user's own like the shipped ones."""

import numpy as np
import pytest
from factory import claim

from claimrec.errors import RuleError
from claimrec.matching.columns import Column
from claimrec.matching.comparison import Comparison, Level, Likeness
from claimrec.matching.evidence import NOT_SAID, Finding


def same_letter(a, b):
    """Do both begin with one letter?

    A second paragraph is for the documentation.
    """
    if "?" in a + b:
        return Likeness(NOT_SAID, "one is in doubt")
    return Likeness("same letter" if a[0] == b[0] else "another letter", f"{a} and {b}")


letters = Comparison("letter", {"same letter": 2.0, "another letter": -1.0}, lambda claim: claim.event, same_letter)


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("raid", "riot", Finding("letter", "same letter", 2.0, "raid and riot")),
        ("raid", "ambush", Finding("letter", "another letter", -1.0, "raid and ambush")),
        ("raid", None, Finding("letter", NOT_SAID, 0.0, "one gives no letter")),
        ("raid", "?", Finding("letter", NOT_SAID, 0.0, "one is in doubt")),
    ],
)
def test_two_keys_fall_into_a_level(a, b, found):
    assert letters.level(a, b) == found


def test_what_cannot_be_said_by_one_call_a_pair_is_said_in_bulk():
    grade = letters.grade(("raid", "riot", "ambush", "?"))
    assert grade(np.array([0, 0, 0]), np.array([1, 2, 3])).tolist() == [1, 2, 0]
    assert letters.graded("raid", "riot") == "same letter"
    assert letters.graded("raid", "?") == NOT_SAID


def test_levels_are_written_as_a_mapping_or_as_levels():
    written = Comparison("letter", (Level("same letter", 2.0), Level("another letter", -1.0)), "event", same_letter)
    assert written.levels == letters.levels
    assert letters.bits.tolist() == [0.0, 2.0, -1.0]


def test_the_docstring_of_the_likeness_is_what_reports_show():
    assert letters.about.startswith("Do both begin with one letter?\n\nA second paragraph")
    assert Comparison("mute", {"any": 0.0}, "event", lambda _a, _b: Likeness("any", "")).about == ""


@pytest.mark.parametrize("levels", [{}, {NOT_SAID: 1.0}, (Level("same", 1.0), Level("same", 2.0))])
def test_levels_need_names_of_their_own(levels):
    with pytest.raises(RuleError, match="needs levels of different names"):
        Comparison("letter", levels, "event", same_letter)


@pytest.mark.parametrize("bits", [float("inf"), float("-inf"), float("nan")])
def test_a_veto_is_no_weight(bits):
    with pytest.raises(RuleError, match="a veto is a must_not_link rule"):
        Level("never", bits)


def test_a_likeness_names_a_level_of_its_comparison():
    wrong = Comparison("letter", {"same": 1.0}, "event", same_letter)
    with pytest.raises(RuleError, match="no level 'same letter'; expected one of 'same'"):
        wrong.level("raid", "riot")


def test_keys_are_encoded_once():
    column = Column.of(claim(event=event).event for event in ("raid", "ambush", None, "raid"))
    assert column.values == ("raid", "ambush")
    assert column.codes.tolist() == [0, 1, -1, 0]


def test_a_key_must_be_hashable():
    with pytest.raises(RuleError, match="a key must be hashable"):
        Column.of([["a list"]])
