"""Tables of sentences, written for these tests, and the tolls that a careful reader takes from them."""

from __future__ import annotations

import pytest

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.casualties import find_casualties
from claimrec.reading.parsed import parse
from claimrec.records.article import Article

LEXICON = load_lexicon()


def tolls(text):
    """Effect and count of each toll, in order; a part is marked with ">"."""
    parsed = parse(Article("a", text), LEXICON)
    return [
        f"{'>' if casualty.part_of is not None else ''}{casualty.effect} {casualty.count}"
        for sentence in parsed.sentences
        for casualty in find_casualties(parsed, sentence)
    ]


PASSIVE = {
    "Twelve soldiers were killed.": ["killed 12"],
    "At least 12 soldiers have been killed in the ambush.": ["killed at least 12"],
    "A soldier was killed.": ["killed 1"],
    "Soldiers were killed near the river.": ["killed at least 2"],
    "12 killed in blast": ["killed 12"],
    "Six villagers were killed and two wounded.": ["killed 6", "wounded 2"],
    "Six villagers were killed and two others were seriously injured.": ["killed 6", "wounded 2"],
    "Nine fighters of the group who had hidden in a cellar were also killed.": ["killed 9"],
    "Dozens of people were wounded.": ["wounded at least 12"],
    "The commander was shot dead outside his house.": ["killed 1"],
    "He was killed on the spot.": ["killed 1"],
    "Two policemen and a driver were killed.": ["killed 2", "killed 1"],
    "At least 63 rebels and 21 policemen were killed.": ["killed at least 63", "killed at least 21"],
    "Some 40 villagers were abducted on Friday.": ["captured 36 to 44"],
    "Three hundred families were displaced, and 20,000 people have been displaced in all.": ["displaced 20000"],
    "TEN PEASANTS WERE KILLED AND FOUR WERE WOUNDED BY THE TROOPS.": ["killed 10", "wounded 4"],
}
ACTIVE = {
    "The gunmen killed seven men.": ["killed 7"],
    "A car bomb exploded in the market, killing 22 people and wounding 140 others.": ["killed 22", "wounded 140"],
    "The air strike killed at least 44 and injured 140.": ["killed at least 44", "wounded 140"],
    "The blast killed two officers and three conscripts.": ["killed 2", "killed 3"],
    "The attack claimed the lives of more than ten civilians.": ["killed at least 11"],
    "The war has claimed more than 300,000 lives.": ["killed at least 300001"],
    "The group lost 15 fighters in the raid.": ["killed 15"],
    "The army lost three villages.": [],
    "Troops arrested 210 militants.": ["captured 210"],
    "Rebels captured two posts.": [],
    "The shelling left three dead and 18 wounded.": ["killed 3", "wounded 18"],
    "The shelling left at least two soldiers dead.": ["killed at least 2"],
    "A rebel attack killed a teacher.": ["killed 1"],
    "The bombardment wounded scores.": ["wounded at least 20"],
}
NOUNS = {
    "The clashes led to ten deaths.": ["killed 10"],
    "The clashes led to 10 deaths and injuries among the troops.": ["killed_or_wounded 10"],
    "The deaths of three farmers were confirmed.": ["killed 3"],
    "The ministry confirmed the killing of four pilots.": ["killed 4"],
    "The death toll has risen to 51.": ["killed 51"],
    "The death toll from the strikes on the market reached 61 people.": ["killed 61"],
    "The agency put the death toll at 85.": ["killed 85"],
    "The bodies of six men were found in a well.": ["killed 6"],
    "Rescuers recovered 14 bodies.": ["killed 14"],
    "The raid caused 30 casualties.": ["killed_or_wounded 30"],
    "The army announced the arrest of 12 suspects.": ["captured 12"],
}
COMBINED = {
    "Eighteen militants were killed or wounded.": ["killed_or_wounded 18"],
    "Ten soldiers were left dead or wounded.": ["killed_or_wounded 10"],
    "The raid led to the killing and wounding of several rebels.": ["killed_or_wounded at least 2"],
    "Fifty people were wounded or missing.": [],
}
PARTS = {
    "At least 27 soldiers were killed, including four officers.": ["killed at least 27", ">killed 4"],
    "At least 12 civilians, including four children and a pregnant woman, were killed.": [
        "killed at least 12",
        ">killed 4",
        ">killed 1",
    ],
    "Thirty-four civilians were killed, among them 15 children.": ["killed 34", ">killed 15"],
    "The strike killed 26 civilians, mostly women and children.": ["killed 26", ">killed 14 to 26"],
    "The blast killed 40 people, 15 of them children.": ["killed 40", ">killed 15"],
    "Two medics were among at least 31 people killed in the raid.": ["killed at least 31", ">killed 2"],
    "The strike killed 18 people including one child and wounded dozens.": [
        "killed 18",
        "wounded at least 12",
        ">killed 1",
    ],
    "Those killed included six women and two guards.": ["killed 6", "killed 2"],
}
NOBODY = {
    "The ministry said there were no casualties in its ranks.": ["killed_or_wounded 0"],
    "No one was hurt.": ["wounded 0"],
    "Nobody was killed in the blast.": ["killed 0"],
    "The shells landed in a field without causing any casualties.": ["killed_or_wounded 0"],
}
NOTHING_HAPPENED = {
    "The toll could reach dozens.": [],
    "Hundreds are feared dead.": [],
    "The group threatened to kill ten hostages.": [],
    "The raid destroyed 18 trucks.": [],
    "The village lies 30 km from the front.": [],
    "The 45-year-old teacher spoke of the war.": [],
    "How many people were killed is not known.": [],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [item for table in (PASSIVE, ACTIVE, NOUNS, COMBINED, PARTS, NOBODY, NOTHING_HAPPENED) for item in table.items()],
)
def test_a_sentence_gives_these_tolls(text, expected):
    assert tolls(text) == expected
