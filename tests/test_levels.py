"""What a count counts over: the news of a day, an operation of weeks, a long time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.reading.levels import NEWS_DAYS, OPERATION_DAYS
from claimrec.records.article import Article

LEXICON = load_lexicon()
PUBLISHED = date(2024, 5, 10)


def levels(text, published=PUBLISHED):
    return [
        claim.level for claim in read_claims(Article("a", text, "Agency A", published), lexicon=LEXICON) if claim.tolls
    ]


@given(st.integers(1, 400), st.sampled_from(["over", "in", "during"]), st.sampled_from(["last", "past"]))
def test_the_longer_the_time_the_wider_the_level(days, opening, rolling):
    text = f"At least 30 people were killed in the fighting {opening} the {rolling} {days} days, officials said."
    # the day of publication is counted as well
    expected = "incident" if days < NEWS_DAYS else "operation" if days < OPERATION_DAYS else "cumulative"
    assert levels(text) == [expected]


TEXTS = {
    "Six were killed in the past 48 hours, the mayor said.": "incident",
    "The party lost about 950 of its members over the past 4 years.": "cumulative",
    "Clashes in the past week have killed 30 people.": "operation",
    "Gunmen killed 132 villagers, the government said, in the deadliest attack in recent years.": "incident",
    "The group, which often targets the capital, killed 12 people in a blast on Monday.": "incident",
    "The group, which has often killed 12 people in one blast, said nothing.": "background",
    "The army has killed hundreds of villagers in the past.": "background",
    "At least 20 people were killed on Friday in the deadliest attack in the country since 2014.": "incident",
    "It was the deadliest attack since 2014, when 30 people were killed.": "incident",
    "More than 40 people have been killed since January.": "cumulative",
    "More than 40 people have been killed since dawn on Friday.": "incident",
    "More than 40 people have been killed since last Friday.": "operation",
    "The death toll in the province this year stands at 400.": "cumulative",
    "An attack earlier this year killed 40 people.": "incident",
    "Fighting has claimed at least 400 lives in the past two months.": "operation",
    "Communal clashes have claimed dozens of lives in the state this year.": "cumulative",
    "Violence in 2019 killed 20 people.": "cumulative",
    "An attack in June 2019 killed 60 people.": "incident",
    "A separatist insurgency has killed thousands.": "cumulative",
    "More than 2,600 people have died in the conflict.": "cumulative",
    "Nearly 300 people have been killed in protests since the coup.": "cumulative",
    "More than 100 people have died since fighting broke out on Saturday.": "operation",
    "Some 20,000 people have been displaced.": "cumulative",
    "Twelve prisoners of war were killed in the shelling on Monday.": "incident",
    "Gunmen killed 12 villagers in the worst attack in the past two months.": "incident",
    "The last two weeks were calm, and a bomb killed 40 people on Friday.": "incident",
}


@pytest.mark.parametrize(("text", "level"), TEXTS.items())
def test_levels(text, level):
    assert levels(text) == [level]


TWO = {
    "A bomb killed 15 people, in a region where an insurgency has killed thousands.": ("incident", "cumulative"),
    "The attack killed 12 people, and the war has killed 5,000 more people.": ("incident", "cumulative"),
    "The group, which has killed 200 villagers since January, struck again, killing five.": ("cumulative", "incident"),
    "Shells on Friday killed six people; the siege has killed 80 people since January.": ("incident", "cumulative"),
}


@pytest.mark.parametrize(("text", "expected"), TWO.items())
def test_each_clause_counts_over_its_own_time(text, expected):
    assert tuple(levels(text)) == expected


def test_a_war_told_beside_two_tolls_is_told_of_both():
    text = "In the civil war six people were killed in the north and three were wounded in the south."
    assert set(levels(text)) == {"cumulative"}


def test_without_a_day_of_publication_a_time_runs_up_to_it_all_the_same():
    assert levels("Clashes over the past two months have killed 30 people.", None) == ["operation"]
