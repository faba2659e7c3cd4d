"""Numbers whose verb is left out, sums of such numbers, explicit zeros, tolls that grow."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_tolls import tolls

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article

LEXICON = load_lexicon()
TOWNS = ["Kherson", "Nikopol", "Sumy", "Kharkiv", "Zaporizhzhia"]
HARMS = st.sampled_from([("were killed", "killed"), ("died", "killed"), ("were wounded", "wounded")])
# none of the numbers is the sum of two others, which would make it an aggregate
PLACED = st.lists(
    st.tuples(st.integers(50, 90), st.sampled_from(TOWNS)), min_size=2, max_size=4, unique_by=lambda t: t[1]
)


def claims(text):
    return read_claims(Article("a", text, publisher="Agency A", published=date(2024, 5, 14)), lexicon=LEXICON)


def listed(parts):
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]


@given(PLACED, HARMS)
def test_numbers_that_share_a_verb_are_read_each_at_its_own_place(told, harm):
    (number, town), *others = told
    text = f"{number} people {harm[0]} in {town}, {listed([f'{n} in {t}' for n, t in others])}."
    found = {(claim.where.place.name, toll.count.low) for claim in claims(text) for toll in claim.tolls}
    assert tolls(text) == [f"{harm[1]} {n}" for n, _ in told]
    assert found == {(town, number) for number, town in told}


@given(PLACED, st.sampled_from(["that is {} in all", "{} in total", "{} altogether"]))
def test_the_sum_of_such_numbers_is_told_over_all_of_them(told, frame):
    (number, town), *others = told
    total = sum(n for n, _ in told)
    rest = ", ".join(f"{n} in {t}" for n, t in others)
    text = f"{number} people were killed in {town}, {rest}, {frame.format(total)}."
    assert [str(t.count) for c in claims(text) if c.level == "aggregate" for t in c.tolls] == [str(total)]


@given(
    st.tuples(*[st.integers(2, 400)] * 4), st.sampled_from(["at noon of {} and {}", "and in the evening of {} and {}"])
)
def test_what_a_speaker_says_anew_keeps_the_order_of_what_he_said(numbers, later):
    dead, hurt, more_dead, more_hurt = numbers
    text = f"The ministry spoke at dawn of {dead} dead and {hurt} injured, {later.format(more_dead, more_hurt)}."
    assert tolls(text) == [f"killed {dead}", f"wounded {hurt}", f"killed {more_dead}", f"wounded {more_hurt}"]


@given(
    st.sampled_from(["No", "Not a single", "Not one"]),
    st.sampled_from(["soldier", "civilian", "resident", "passenger", "child"]),
    st.sampled_from(["was killed", "has been killed", "had reportedly been killed", "died"]),
)
def test_whoever_is_denied_is_an_explicit_zero(no, noun, verb):
    assert tolls(f"{no} {noun} {verb} in the raid.") == ["killed 0"]


@given(st.integers(2, 900), st.sampled_from(["who died", "who were killed", "who lost their lives", "killed"]))
def test_a_number_of_people_is_told_behind_whatever_befell_them(number, harm):
    text = f"The number of people {harm} when a shell hit the bakery has climbed to {number}, the governor said."
    assert tolls(text) == [f"killed {number}"]


TEXTS = {
    "Twelve people were killed in Bunia and seven in the neighbouring village of Tchomia.": ["killed 12", "killed 7"],
    "In Kherson five people were wounded and in Sumy another two.": ["wounded 5", "wounded 2"],
    "On Saturday 32 people died and on Sunday another 14.": ["killed 32", "killed 14"],
    "Six people were killed in Kherson and two in Sumy were not wounded.": ["killed 6"],
    "The number of those who died when a shell hit the bakery rose to 112.": ["killed 112"],
    "There were 11 dead in the first strike and four in the second.": ["killed 11", "killed 4"],
    "Thirty-two people died on Saturday and another 14 on Sunday.": ["killed 32", "killed 14"],
    "Five were killed, two in a car and three in a house.": ["killed 5", ">killed 2", ">killed 3"],
    "The mayor spoke of two dead on Monday, of ten at dusk and of 13 shortly before midnight.": [
        "killed 2",
        "killed 10",
        "killed 13",
    ],
    "Shells killed three men in Kherson and hit six houses, two in Sumy.": ["killed 3"],
    "Twelve people were killed in Bunia, seven": ["killed 12"],
    "No U.S. personnel were injured.": ["wounded 0"],
    "There were no losses in our ranks.": ["killed_or_wounded 0"],
    "The fighters did not suffer any losses.": ["killed_or_wounded 0"],
    "There were no dead or wounded among the crew.": ["killed_or_wounded 0"],
    "A woman of 61, who had been treated for burns, died.": ["killed 1"],
    "Sixteen people, among them a boy of seven, were killed.": ["killed 16", ">killed 1"],
    "The blast left 25 dead, in addition to at least seven policemen.": ["killed at least 7", "killed 25"],
    "Eleven were injured, and three of them have been taken to the capital.": ["wounded 11", ">wounded 3"],
    "Five paramedics were among the martyrs.": ["killed 5"],
    "Six servicemen of the army surrendered.": ["captured 6"],
    "The army neutralised 14 terrorists.": ["killed 14"],
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.items())
def test_what_a_careful_reader_takes_from_it(text, expected):
    assert tolls(text) == expected


def test_what_each_number_tells_of_its_own_day_is_an_incident_of_its_own():
    found = claims("Shells killed 12 people on Saturday and 14 on Sunday.")
    assert [(claim.when.words, claim.tolls[0].count.low) for claim in found] == [("Saturday", 12), ("Sunday", 14)]


def test_what_goes_on_at_another_place_is_told_apart():
    first, other = claims("Twelve people were killed in Kherson and seven in the neighbouring village of Bilozerka.")
    assert (first.separate_from, other.separate_from) == ((other.id,), (first.id,))
