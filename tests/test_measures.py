"""Numbers that count nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.counts import find_counts
from claimrec.reading.measures import counts_nobody, is_clock, is_year, is_year_like, measure_words
from claimrec.reading.tokens import tokenize

LEXICON = load_lexicon("common")
WORDS = measure_words(LEXICON)


@given(st.text(max_size=80), st.data())
def test_no_text_breaks_the_questions(text, data):
    tokens = tokenize(text)
    if tokens:
        first = data.draw(st.integers(0, len(tokens) - 1))
        for question in (counts_nobody, is_year, is_clock):
            assert question(tokens, first, first + 1, WORDS) in (True, False)


@given(st.integers(1, 9_999), st.sampled_from(LEXICON.words("measures", "labels")))
def test_a_label_with_a_capital_names_its_number(number, label):
    assert find_counts(tokenize(f"the {label.capitalize()} {number} was"), LEXICON) == []


@given(st.integers(1, 9_999), st.sampled_from(LEXICON.words("measures", "units")))
def test_a_unit_measures_its_number(number, unit):
    assert find_counts(tokenize(f"the town, {number} {unit}, north"), LEXICON) == []


@given(st.integers(0, 10_000))
def test_years_have_four_figures(number):
    assert is_year_like(tokenize(str(number)), 0, 1) == (1900 <= number <= 2099)


@pytest.mark.parametrize(
    "text",
    [
        "in 2011", "since 2015 the war", "the 2015 offensive", "by 2016.", "from 2011 to 2015",
        "on 4 February 2023", "on July 4 2015", "on July 20", "18-07-2016", "at 11:30", "at 11:30 pm",
        "at 1100 pm", "at 2300 on Friday", "12 percent", "12.5%", "one third of the town", "two thirds",
        "two-thirds", "$5 million", "20 dollars", "aged 45", "aged between 6 and 8", "a 45-year-old man",
        "27 years old", "children under 5", "Ahmad, 45, a baker", "30 km", "500 meters", "6 to 8 kilometres",
        "2-3 hours", "two more days", "several days", "dozens of kilometres", "a dozen times", "122mm", "T-72",
        "S-300", "Su-24", "an M5 road", "Resolution 2254", "Article No. 51", "Day One", "call 555-0178",
        "call 555 123 4567", "ages 16 and 17", "21201 21202 21203", "the 21st", "twenty-first", "no one",
        "one another", "how many", "3-3", "24/7", "2.5", "a soldier", "half of them", "some soldiers",
        "20 or more kilometres", "9/11", "60-mile front", "mid-20", "1990s", "three-day truce",
        "between the ages of 6 and 8", "one's own", "two and a half years", "with Ahmad Amin, 45.", "",
    ],
)  # fmt: skip
def test_what_counts_nobody_is_no_count(text):
    assert find_counts(tokenize(text), LEXICON) == []


@pytest.mark.parametrize(
    "text",
    [
        "2015 people", "killed 2015 people", "the brigade lost 27", "at 2300", "at 2500 on Friday",
        "put at 2370 on Friday", "Homs, 245, Aleppo", "Homs, 45; Aleppo, 12.", "45, a baker",
        "BOTH GROUPS LOST TWO MEN", "over 60 people", "a child and 27 men", "(27) men", "-27 men", "27, 30",
        "27: men", "27.", "27-", "27/", "500-1000 men",
    ],
)  # fmt: skip
def test_what_only_looks_so_is_still_a_count(text):
    assert find_counts(tokenize(text), LEXICON) != []
