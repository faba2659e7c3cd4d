"""Numbers in words and figures are read for what they are worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.numerals import ALL_PEOPLE, number_at, number_words
from claimrec.reading.tokens import tokenize

WORDS = number_words(load_lexicon("common"))
SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spelled(number, *, joint=" and ", hyphen="-"):
    """The number in English words: the naive second implementation."""
    for value, name in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if number >= value:
            rest = spelled(number % value, joint=joint, hyphen=hyphen) if number % value else ""
            between = joint if 0 < number % value < 100 else " "
            return f"{spelled(number // value, joint=joint, hyphen=hyphen)} {name}{between if rest else ''}{rest}"
    if number < 20:
        return SMALL[number]
    return TENS[number // 10] + (hyphen + SMALL[number % 10] if number % 10 else "")


def read(text):
    number = number_at(tokenize(text), 0, WORDS)
    return None if number is None else number.value


@given(st.integers(0, 999_999_999), st.sampled_from([" and ", " "]), st.sampled_from(["-", " "]))
def test_a_number_in_words_is_read_back(number, joint, hyphen):
    assert read(spelled(number, joint=joint, hyphen=hyphen) + " people") == number


@given(st.integers(0, ALL_PEOPLE - 1), st.sampled_from(["", ",", ".", " "]))
def test_a_number_in_figures_is_read_back(number, separator):
    assert read(f"{number:,}".replace(",", separator) + " people") == number


@given(st.integers(1, 99), st.integers(1, 99), st.sampled_from(["hundred", "thousand", "million"]))
def test_two_numbers_side_by_side_stay_two(one, other, scale):
    assert read(f"{spelled(one)} {scale} and {spelled(other)} {scale} people") == read(f"{spelled(one)} {scale}")


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(text):
    tokens = tokenize(text)
    for place in range(len(tokens)):
        number = number_at(tokens, place, WORDS)
        assert number is None or (place < number.end <= len(tokens) and 0 <= number.value < ALL_PEOPLE)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a hundred", 100),
        ("a dozen", 12),
        ("two dozen", 24),
        ("3 dozens", 36),
        ("three hundred and two dozens", 324),
        ("half a dozen", 6),
        ("half-dozen", 6),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("quarter of a million", 250_000),
        ("three quarters of a million", 750_000),
        ("1.5 million", 1_500_000),
        ("1.234 million", 1_234_000),
        ("11-million", 11_000_000),
        ("two and a half million", 2_500_000),
        ("a million and a half", 1_500_000),
        ("twelve hundred", 1_200),
        ("a hundred and zero", 100),
        ("fourty-two", 42),
        ("FIFTY-ONE", 51),
        ("one hundred and two thousand", 102_000),
        ("370 000", 370_000),
        ("1 250 000", 1_250_000),
        ("2015 300", 2_015),
        ("two thousand five", 2_005),
        ("five dozen and three", 60),
        ("hundred", None),
        ("dozens", None),
        ("half of them", None),
        ("a soldier", None),
        ("a hundreds", None),
        ("soldiers", None),
        ("0800", None),
        ("012", None),
        ("1234.567", 1_234.567),
        ("1,5", 1),
        ("hundred people", 100),
        ("hundred dead", 100),
        ("Hundred Killed", None),
        ("Thousand Oaks", None),
        ("every hundred", None),
        ("10k displaced", 10_000),
        ("1.5m people", 1_500_000),
        ("1.5m Syrian refugees", 1_500_000),
        ("2mn refugees", 2_000_000),
        ("20m from", 20),
        ("5 lakh", 500_000),
        ("two lakh fifty thousand", 250_000),
        ("1 crore", 10_000_000),
        ("1 million 200 thousand", 1_200_000),
        ("1 thousand 200 million", 1_000),
        ("1 million 200", 1_000_000),
        ("1 million " + "9" * 5_000 + " thousand", 1_000_000),
        ("two point two million", 2_200_000),
        ("two point two", 2),
        ("two point twenty million", 2),
        ("nil", 0),
        ("555 123 4567", None),
        ("111 222 333 444 555", None),
        ("12345678901234567", None),
        ("20 billion", 20_000_000_000),
    ],
)
def test_numbers_as_news_writes_them(text, value):
    expected = None if value is not None and value >= ALL_PEOPLE else value
    assert read(text) == pytest.approx(expected) if isinstance(expected, float) else read(text) == expected
