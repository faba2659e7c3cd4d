"""Whom a toll counts, and how two groups of people stand to each other."""

from datetime import date

import pytest
from factory import claim, lexicon
from hypothesis import given
from hypothesis import strategies as st

from claimrec.judging.victims import Group, Kinship, kinship_on, names_in

KINSHIP = Kinship(lexicon(), date(2021, 5, 1))
NAMES = ("Northern army", "River Guards", "Hill Militia", "Northern side", "Rebel Alliance", "Lake Brigade")
KINDS = ("civilians", "children", "women", "military personnel", "officers", "tribesmen")
MIRRORED = {"same": "same", "part": "whole", "whole": "part", "other": "other", "unclear": "unclear"}


def group(names: str = "", noun: str | None = None) -> Group:
    return Group(names_in(names), noun)


groups = st.builds(
    Group, st.frozensets(st.sampled_from(NAMES + KINDS), max_size=2), st.none() | st.sampled_from(["cooks", "clerks"])
)


@given(groups, groups, st.none() | st.dates(date(2018, 1, 1), date(2024, 1, 1)))
def test_a_kinship_that_is_kept_is_that_of_the_day(a, b, day):
    kept, fresh = kinship_on(lexicon(), day), Kinship(lexicon(), day)
    assert kept.of(a, b) == fresh.of(a, b)
    assert kept.share_an_actor(a.names, b.names) == fresh.share_an_actor(a.names, b.names)
    assert kept is kinship_on(lexicon(), day and lexicon().groups.unchanged_since(day))


@given(groups, groups)
def test_kinship_reads_the_same_from_both_sides(a, b):
    assert KINSHIP.of(b, a) == MIRRORED[KINSHIP.of(a, b)]


@given(groups)
def test_everybody_is_the_whole_of_everyone(some):
    assert KINSHIP.of(Group(), some) == ("same" if some == Group() else "whole")


@given(groups)
def test_a_group_is_itself_and_a_noun_narrows_it(some):
    assert KINSHIP.of(some, some) == "same"
    assert some.noun or KINSHIP.of(Group(some.names, "cooks"), some) == "part"


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        (group("River Guards"), group("Northern army"), "part"),
        (group("Northern side"), group("River Guards"), "whole"),
        (group("Hill Militia"), group("Northern army"), "other"),  # siblings are not compatible (METHOD 15)
        (group("children"), group("civilians"), "part"),
        (group("children + women"), group("civilians"), "part"),
        (group("children"), group("children + women"), "part"),
        (group("Northern army + River Guards"), group("Northern army"), "same"),
        (group("children"), group("women"), "unclear"),  # a girl
        (group("civilians"), group("Northern army"), "other"),
        (group("Northern army"), group("children"), "other"),
        (group("military personnel"), group("Northern army"), "unclear"),  # whose soldiers?
        (group("civilians"), group("military personnel"), "other"),
        (group("officers"), group("military personnel"), "part"),
        (group("tribesmen"), group("civilians"), "unclear"),  # a word that no list has
        (group("children + Northern army"), group("women"), "unclear"),
        (group("Northern army", "cooks"), group("River Guards"), "unclear"),
        (group("Northern army", "cooks"), group("Rebel Alliance"), "other"),
        (group("River Guards", "cooks"), group("Northern army", "cooks"), "same"),
        (group("Northern army", "cooks"), group("Northern army", "clerks"), "unclear"),
    ],
)
def test_groups_stand_to_each_other_as_the_tree_says(one, other, kin):
    assert KINSHIP.of(one, other) == kin
    assert KINSHIP.of(other, one) == MIRRORED[kin]


@pytest.mark.parametrize(("day", "kin"), [(date(2021, 12, 31), "part"), (date(2022, 1, 1), "other"), (None, "part")])
def test_membership_has_days(day, kin):
    assert Kinship(lexicon(), day).of(group("Lake Brigade"), group("Rebel Alliance")) == kin


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("12 killed", Group()),
        ("12 people killed", Group()),
        ("12 other people killed", Group()),
        ("12 deaths killed", Group()),
        ("12 children killed", group("children")),
        ("12 beekeepers killed", Group(noun="beekeepers")),
    ],
)
def test_a_toll_counts_the_people_of_its_words(said, counted):
    heard = claim(said)
    assert KINSHIP.group(heard.tolls[0], heard) == counted


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("27 army killed, including 4 army", group("Northern army", "army")),
        ("27 army killed, including 4 beekeepers", group("Northern army", "beekeepers")),
        ("27 army killed, including 4 guards", group("River Guards")),
        ("27 killed, including 4 children", group("children")),
        ("27 army killed, including 4", group("Northern army", "some of them")),
    ],
)
def test_people_among_others_are_narrower_than_these(said, counted):
    heard = claim(said)
    assert KINSHIP.group(heard.tolls[1], heard) == counted


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("River Guards", "Northern army", True),
        ("Hill Militia", "River Guards", True),
        ("Hill Militia", "Rebel Alliance", False),
    ],
)
def test_a_side_is_whoever_has_something_above_in_common(one, other, together):
    assert KINSHIP.on_one_side(one, other) is together


@pytest.mark.parametrize(("year", "together"), [(2021, True), (2023, False)])
def test_what_is_above_both_is_asked_of_the_day(year, together):
    kinship = Kinship(lexicon(), date(year, 5, 1))
    assert kinship.on_one_side("Lake Brigade", "Forest Brigade") is together
    assert kinship.on_one_side("Forest Brigade", "Lake Brigade") is together


@pytest.mark.parametrize(
    ("counted", "words"),
    [
        (group(), "people"),
        (group("Northern army"), "Northern army"),
        (group(noun="strangers"), "strangers"),
        (group("Northern army", "officers"), "officers (Northern army)"),
    ],
)
def test_a_group_is_called_by_its_noun_and_its_names(counted, words):
    assert str(counted) == words
