"""Days counted from other days, and what is long past: both are kept apart from the day of the news."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article

LEXICON = load_lexicon()
PUBLISHED = date(2023, 2, 2)  # a Thursday
DAYS = {"Sunday": 29, "Monday": 30, "Tuesday": 31}
GAPS = {"a day": 1, "one day": 1, "two days": 2, "three days": 3, "a week": 7}


def tolls(text):
    """The number killed -> the days on which that was."""
    found = read_claims(Article("a1", text, publisher="Agency A", published=PUBLISHED), lexicon=LEXICON)
    return {
        toll.count.low: str(claim.when.window) for claim in found for toll in claim.tolls if toll.effect == "killed"
    }


@given(
    st.sampled_from(sorted(DAYS)),
    st.sampled_from(sorted(GAPS)),
    st.sampled_from(
        [
            "The mayor called for help on {day}, {gap} after a missile killed 12 people in Aden.",
            "The mayor said on {day}, {gap} after a strike that killed 12 people, that help was late.",
            "A bomb killed 12 people in Aden, a doctor said on {day}, {gap} after the explosion in the market.",
        ]
    ),
)
def test_a_deed_was_so_long_before_the_day_that_its_sentence_gives(day, gap, text):
    told = date(2023, 1, DAYS[day])
    assert tolls(text.format(day=day, gap=gap)) == {12: str(told - timedelta(days=GAPS[gap]))}


@given(st.sampled_from(["worst", "deadliest", "bloodiest"]), st.sampled_from(["September 2016", "March 2014"]))
def test_of_the_worst_since_then_the_clause_behind_tells_of_then(how, month):
    text = f"Six people were killed in Aden on Monday. It was the {how} raid since {month}, when 29 people were killed."
    assert tolls(text)[6] == "2023-01-30"
    assert tolls(text)[29].startswith(month[-4:])


@given(st.integers(2008, 2021))
def test_what_is_long_past_is_not_the_news_that_was_told_without_a_day(year):
    text = f"Six people were killed in a blast in Aden. A blast in October {year} killed 512 people."
    assert tolls(text) == {6: "2023-01-30 to 2023-02-02", 512: f"{year}-10-01 to {year}-10-31"}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The mayor called for help on Tuesday, a day after a missile killed 12 people on Sunday.", {12: 29}),
        ("Twelve people were killed on Tuesday, a day after a bomb hit Aden.", {12: 31}),
        ("Twelve people were killed, police said on Tuesday, a day after the talks.", {12: 30}),
        ("Twelve people were killed, a day after a bomb hit Aden, police said on Tuesday.", {12: 30}),
        ("Twelve people were killed on Sunday and another succumbed to his wounds on Tuesday.", {12: 29, 1: 29}),
        ("Gunmen killed 12 people in Aden on the night of 12 January against which nobody stood.", {12: 12}),
    ],
)
def test_whose_day_it_is(text, days):
    assert {low: int(window[8:10]) for low, window in tolls(text).items()} == days


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Gunmen killed 44 villagers in one of the bloodiest raids since the start of the year.", "incident"),
        ("Gunmen have killed 44 villagers, most of them boys, since the start of the year.", "cumulative"),
    ],
)
def test_the_worst_since_then_is_no_total_since_then(text, level):
    [claim] = read_claims(Article("a1", text, publisher="Agency A", published=PUBLISHED), lexicon=LEXICON)
    assert claim.level == level


def test_one_day_and_another_place_make_another_incident():
    first, other = read_claims(
        Article(
            "a1",
            "Air strikes on the port of Hodeida last week killed 84 people. On Monday 12 people were killed in the "
            "Shuub district.",
            publisher="Agency A",
            published=PUBLISHED,
        ),
        lexicon=LEXICON,
    )
    assert (first.where.place.name, other.where.place.name) == ("Al-Hudaydah", "Shuub")
    assert other.when.window.days == 1 < first.when.window.days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Six people were killed in Aden. The raid comes nine days after 13 people were killed.", {6: 30, 13: 21}),
        (
            "Six people were killed in Aden on Monday. The raid comes a week after 13 people were killed.",
            {6: 30, 13: 23},
        ),
    ],
)
def test_news_without_a_day_is_of_the_last_days_and_so_is_what_was_so_long_before(text, days):
    assert {low: int(window[8:10]) for low, window in tolls(text).items()} == days


@given(st.integers(13, 80))
def test_at_least_a_few_is_no_number_that_a_far_higher_one_repeats(count):
    text = (
        "Air strikes on the port of Hodeida last week killed 184 people. At least two people were killed there. "
        f"On Monday {count} people were killed and six were wounded in the Shuub district."
    )
    assert tolls(text)[184] == "2023-01-23 to 2023-01-29"
    assert tolls(text)[count] == "2023-01-30"
