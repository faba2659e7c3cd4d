"""Counts among people told before, behind labels, and of one more: what no verb of harm tells by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_tolls import tolls

from claimrec.lexicon.loader import load_lexicon

LEXICON = load_lexicon()

HARMED = {
    "killed": ("{} of those killed were {}.", "{} of the dead were {}.", "{} of the people killed were {}."),
    "wounded": ("{} of the wounded were {}.", "{} of those injured are {}."),
}
LABELS = {"killed": ("Killed", "Deaths", "Dead", "Fatalities"), "wounded": ("Wounded", "Injured", "Injuries")}


@given(
    st.sampled_from([(effect, form) for effect, forms in HARMED.items() for form in forms]),
    st.integers(2, 90),
    st.sampled_from(["women", "children", "soldiers", "journalists"]),
)
def test_some_of_those_told_are_as_many_as_the_number_says(told, number, kind):
    effect, form = told
    assert tolls(form.format(number, kind)) == [f"{effect} {number}"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from([(e, label) for e, labels in LABELS.items() for label in labels]), st.integers(2, 9000)
        ),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(["{}: {}", "{}: {} people", "{} - {}", "{}: at least {}"]),
    st.sampled_from(["; ", ", ", "\n"]),
)
def test_a_list_of_labels_gives_each_count_its_label(rows, form, sign):
    hedge = "at least " if "least" in form else ""
    text = (
        "The figures of Monday, as the ministry gave them in the evening for the whole of the valley"
        + sign
        + sign.join(form.format(label, number) for (_, label), number in rows)
    )
    assert tolls(text) == [f"{effect} {hedge}{number}" for (effect, _), number in rows]


PARTS = {
    "No more than 40 people were killed.": ["killed 0 to 40"],
    "No fewer than 40 people were killed.": ["killed at least 40"],
    "Of the 28 people killed, 19 were civilians.": ["killed 28", ">killed 19"],
    "Seven villagers were wounded, two of them seriously, in the raid.": ["wounded 7", ">wounded 2"],
    "Four people were injured, one critically.": ["wounded 4", ">wounded 1"],
    "Six people were shot, four of them fatally.": ["wounded 6", "killed 4"],
    "17 were injured in the old town of Testov on Friday, including three children.": ["wounded 17", ">wounded 3"],
    "Three people - two men and a woman - were shot dead.": ["killed 3", ">killed 2", ">killed 1"],
    "The raid left three people dead, including a pedestrian, officials said.": ["killed 3", ">killed 1"],
    "31 women and five children were among the dead.": ["killed 31", "killed 5"],
    "Most of those killed were farmers.": [],
    "Sources named three civilians killed: two women and a child.": ["killed 3", ">killed 2", ">killed 1"],
    "Some 17 bodies, including those of five children, were brought in.": ["killed 15 to 19", ">killed 5"],
    "The blast wounded 22 people, of whom nine later died.": ["wounded 22", "killed 9"],
    "Fourteen people were killed, half of them children.": ["killed 14", ">killed 7"],
    "Fifteen people, half of them children, were killed.": ["killed 15", ">killed 7 to 8"],
    "Among the 12 killed were three children.": ["killed 12", ">killed 3"],
    "Killed were five soldiers.": ["killed 5"],
    "21 farmers were killed, 15 in one village and seven in the next.": ["killed 21"],
    "Two men, 30 and 42, were injured.": ["wounded 2"],
    "Three girls, 6, 8 and 111, were injured.": ["wounded 3", "wounded 6", "wounded 8", "wounded 111"],
    "Two men, 30 farmers and 42 others, were injured.": ["wounded 2", "wounded 30", "wounded 42"],
    "One dead, others hurt in market blast": ["killed 1", "wounded at least 2"],
    "Killed was the plan.": [],
    "Seventeen of those killed came from one village.": ["killed 17"],
    "Twenty people died. Three of the dead have been named.": ["killed 20", "killed 3"],
    "Ten people were killed as 40 others watched; three were women.": ["killed 10"],
    "In the hall 40 dead lay under white sheets.": ["killed 40"],
    "Three girls, aged 6, 8 and 11, were injured.": ["wounded 3"],
    "The dead, aged 3, 4, 5, 6, 7, 8, 9 and 10, were pupils; three people were killed.": ["killed 3"],
    "The office documented 848 civilian casualties: 209 killed and 639 injured.": [
        "killed_or_wounded 848",
        "killed 209",
        "wounded 639",
    ],
    "Total deaths: 1,204 (including 340 children)": ["killed 1204", ">killed 340"],
}


@pytest.mark.parametrize(("text", "expected"), PARTS.items())
def test_parts(text, expected):
    assert tolls(text) == expected


OTHERS = {
    "A bomb killed a farmer and wounded another.": ["killed 1", "wounded 1"],
    "A bomb killed a farmer and wounded another near the well.": ["killed 1", "wounded 1"],
    "A bomb wounded another farmer.": ["wounded 1"],
    "A bomb killed a farmer and wounded another seriously.": ["killed 1", "wounded 1"],
    "The group killed three soldiers and captured another town.": ["killed 3"],
    "The blast caused injuries to three others.": ["wounded 3"],
    "The shelling caused the death of two people and the injury of five others.": ["killed 2", "wounded 5"],
    "13 people have so far been confirmed dead.": ["killed 13"],
    "Troops eliminated at least 26 bandits.": ["killed at least 26"],
    "The team eliminated 12 rivals and 4 posts.": [],
    "Four soldiers paid the supreme price.": ["killed 4"],
    "The number of martyrs rose to 71 and the number of injuries to 289.": ["killed 71", "wounded 289"],
    "Market blast death toll hits 80": ["killed 80"],
    "The strike killed somewhere between 60 and 80 soldiers.": ["killed 60 to 80"],
    "Police shot dead a villager, a man, 25, near the bridge.": ["killed 1"],
    "Two women, both 21, were wounded.": ["wounded 2"],
    "The three girls aged 7, 10 and 15 were killed.": ["killed 3"],
    "Killed: nobody knows how many.": [],
    "Killed: 12 wounded.": ["wounded 12"],
    "Civilians killed: 14": ["killed 14"],
    "Civilian deaths: 340": ["killed 340"],
    "There were 20 civilian deaths and 14 injuries.": ["killed 20", "wounded 14"],
    "There were no civilian casualties.": ["killed_or_wounded 0"],
    "The shelling did not cause any casualties.": ["killed_or_wounded 0"],
    "The shelling did not cause the deaths.": [],
    "Both attackers were killed.": ["killed 2"],
    "Two men were shooting near the bridge.": [],
    "Two men were shooting three others near the bridge.": ["wounded 3"],
    "The driver is at the Hospital for Children in critical condition.": [],
    "The army said that one of its soldiers was killed and three others were wounded.": ["killed 1", "wounded 3"],
    "The army said that one was no target.": [],
    "Two children were among the dead and 15 children were wounded.": ["killed 2", "wounded 15"],
    "The group said it had killed 60 soldiers and captured 15.": ["killed 60", "captured 15"],
    "The group captured 15.": [],
    "The group killed 60 soldiers and captured 15 posts.": ["killed 60"],
    "In May the group killed 200 soldiers.": ["killed 200"],
    "May the group have killed 200 soldiers?": [],
    "The group may have killed 200 soldiers.": [],
    "12,400 people newly displaced": ["displaced 12400"],
    "At least 12 people killed, 30 hurt - officials": ["killed at least 12", "wounded 30"],
    "The group rounded up hundreds of tribesmen and executed them.": ["captured at least 100", "killed at least 100"],
    "The group met hundreds of tribesmen and executed them.": ["killed at least 100"],
    "The group wounded 12 men and executed them.": ["killed 12"],
    "The group killed 12 men, and troops executed them.": ["killed 12"],
    "The man was shot in the back and pronounced dead at the scene.": ["killed 1"],
    "The blast killed two people and hospitalised three.": ["killed 2", "wounded 3"],
    "The gunmen took 251 hostages.": ["captured 251"],
    "The gunmen freed 251 hostages.": [],
    "That takes the number of journalists killed in the valley this year to 24.": ["killed 24"],
    "The number of people injured has risen to 24.": ["wounded 24"],
    "The number of people in need rose to 24.": [],
    "Number of people killed: 9": ["killed 9"],
    "Nobody wounded: nine": ["wounded 0"],
    "The latest strike brings to 32 the number of people killed this week.": ["killed 32"],
    "An explosion cost nine soldiers their lives.": ["killed 9"],
    "Nine people were killed and 22 hospitalised.": ["killed 9", "wounded 22"],
    "Five persons sustained varying degrees of injuries.": ["wounded 5"],
}


@pytest.mark.parametrize(("text", "expected"), OTHERS.items())
def test_other_ways_of_counting(text, expected):
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Northern countryside, Agency A - Two villagers were killed.", ["killed 2"]),
        ("TESTOV (Agency A, staff writers) - Two villagers were killed.", ["killed 2"]),
        ("Two villagers were killed - local officials said so.", ["killed 2"]),
        ("Two villagers were killed, six hurt - police", ["killed 2", "wounded 6"]),
    ],
)
def test_what_is_told_before_a_dash_is_no_dateline(text, expected):
    assert tolls(text) == expected
