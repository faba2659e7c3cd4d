"""The counts comparison, and the speaker who counts twice."""

import pytest
from factory import claim
from hypothesis import given
from hypothesis import strategies as st
from valley import LEXICON, TOLLS

from claimrec.matching.counts import counts, numbers_of
from claimrec.matching.evidence import NOT_SAID
from claimrec.matching.speaker import speaker, speech_of


def numbers(said, **told):
    return numbers_of(claim(said, **told))


@given(st.integers(1, 900), st.integers(1, 900))
def test_a_larger_number_in_common_never_weighs_less(one, other):
    small, large = sorted((one, other))
    weights = [counts.level(numbers(f"{n} killed"), numbers(f"at least {n} killed")).bits for n in (small, large)]
    assert weights[0] <= weights[1]


@given(st.integers(0, 900), st.integers(0, 900))
def test_numbers_that_cannot_both_be_true_hardly_speak_against(one, other):
    finding = counts.level(numbers(f"{one} killed"), numbers(f"{other} killed"))
    assert finding.bits >= -1


@pytest.mark.parametrize(
    ("a", "b", "level", "because"),
    [
        ("27 killed", "at least 27 killed", "same large number", "both 27 killed"),
        ("12 killed", "12 killed", "same number", "both 12 killed"),
        ("2 killed", "2 killed", "same small number", "both 2 killed"),
        ("2 killed; 30 wounded", "2 killed; 30 wounded", "same large number", "both 30 wounded"),
        ("12 killed", "at least 10 killed", "compatible", "12 killed and at least 10 killed"),
        (
            "dozens of people killed",
            "dozens of people killed",
            "compatible",
            "at least 12 killed and at least 12 killed",
        ),
        ("no killed", "no killed", "both none", "0 killed and 0 killed"),
        ("no killed; 3 wounded", "no killed; 5 wounded", "alike", "0 killed, 3 wounded and 0 killed, 5 wounded"),
        ("no killed", "3 killed", "none and some", "0 killed and 3 killed"),
        ("12 to 15 killed", "12 to 15 killed", "same number", "12 to 15 killed and 12 to 15 killed"),
        ("12 killed", "14 killed", "nearly the same number", "12 killed and 14 killed"),
        ("3 killed", "4 killed", "nearly the same small number", "3 killed and 4 killed"),
        ("12 killed", "20 killed", "alike", "12 killed and 20 killed"),
        ("12 killed", "30 killed", "disjoint", "12 killed and 30 killed"),
        ("3 to 12 killed", "12 to 30 killed", "compatible", "12 to 30 killed and 3 to 12 killed"),
        ("12 killed", "40 killed", "wide apart", "12 killed and 40 killed"),
        ("1 killed", "4 killed", "wide apart", "1 killed and 4 killed"),
        ("10 killed or wounded", "4 killed", NOT_SAID, "they count different effects"),
    ],
)
def test_levels_of_counts(a, b, level, because):
    finding = counts.level(numbers(a), numbers(b))
    assert (finding.level, finding.because) == (level, because)


@pytest.mark.parametrize("told", [claim(), claim("12 killed", unit="household")])
def test_nobody_is_counted(told):
    assert numbers_of(told) is None


def test_a_subset_is_no_number_of_its_own():
    assert [str(number.count) for number in numbers("27 people killed, including 4 children")] == ["27"]


def speech(said, source="Agency A", article="a1"):
    return speech_of(claim(said, source=source, article=article), LEXICON)


@pytest.mark.parametrize(
    ("a", "b", "level", "because"),
    [
        (speech("8 guards killed"), speech("11 guards killed"), "another number", "Agency A: 11 killed and 8 killed"),
        (speech("8 killed"), speech("11 guards killed"), "another number", "Agency A: 11 killed and 8 killed"),
        (speech("8 guards killed"), speech("at least 8 guards killed"), NOT_SAID, "nothing that cannot both be true"),
        (speech("8 guards killed"), speech("11 guards wounded"), NOT_SAID, "nothing that cannot both be true"),
        (speech("8 guards killed"), speech("11 rebels killed"), NOT_SAID, "they count other people"),
        (speech("8 guards killed"), speech("11 guards killed", "Agency B"), NOT_SAID, "two speakers, or two articles"),
        (
            speech("8 guards killed"),
            speech("11 guards killed", article="a2"),
            NOT_SAID,
            "two speakers, or two articles",
        ),
    ],
)
def test_one_speaker_does_not_count_twice(a, b, level, because):
    finding = speaker.level(a, b)
    assert (finding.level, finding.because) == (level, because)


@given(st.sampled_from(TOLLS))
def test_a_speaker_agrees_with_himself(said):
    assert speech(said) is None or speaker.level(speech(said), speech(said)).level == NOT_SAID
