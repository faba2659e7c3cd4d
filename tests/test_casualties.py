"""Tables of sentences, written for these tests, and the tolls that a careful reader takes from them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_tolls import tolls

from claimrec.lexicon.entries import EffectEntry, VictimEntry
from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.casualties import find_casualties
from claimrec.reading.parsed import parse
from claimrec.records.article import Article

LEXICON = load_lexicon()


WORDS = (
    "six 12 dozens soldiers women children members group he a the of them those and including among mostly by no not "
    "were was killed wounded captured missing deaths bodies toll reached claimed lives said ,"
)


def casualties(text):
    """The casualties of a text's first sentence; none where it has no sentence."""
    parsed = parse(Article("a", text), LEXICON)
    return [casualty for sentence in parsed.sentences[:1] for casualty in find_casualties(parsed, sentence)]


HEDGES = {"": "{}", "at least ": "at least {}", "up to ": "0 to {}"}
HARM = {word for entry in LEXICON.of(EffectEntry).values() for word in (*entry.passive, *entry.states, *entry.nouns)}
PEOPLE = sorted({noun for entry in LEXICON.of(VictimEntry).values() for noun in entry.plural if noun.isalpha()} - HARM)


@given(st.integers(2, 900), st.sampled_from(PEOPLE), st.sampled_from(sorted(HEDGES)))
def test_whoever_is_counted_the_count_comes_back(number, people, hedge):
    casualty = casualties(f"In all, {hedge}{number} {people} were killed near the river.")[-1]
    assert (casualty.effect, str(casualty.count)) == ("killed", HEDGES[hedge].format(number))


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    casualties(text)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=40))
def test_a_part_stands_behind_its_whole_and_inside_the_sentence(words):
    found = casualties(" ".join(words))
    assert all(casualty.first < casualty.end <= len(words) for casualty in found)
    assert all(casualty.part_of < place for place, casualty in enumerate(found) if casualty.part_of is not None)


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
    "A blast at the market sent four people to a local hospital.": ["wounded 4"],
    "The shooting on Monday put two boys in the hospital.": ["wounded 2"],
    "The gunmen killed seven men.": ["killed 7"],
    "Gunmen killed seven men": ["killed 7"],
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
    "The death toll in the valley has surpassed 51, a doctor said.": ["killed at least 52"],
    "The death toll from the strike topped 150 on Monday.": ["killed at least 151"],
    "More than hundred people were killed in the raid.": ["killed at least 101"],
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
    "The raid killed and injured camp residents.": ["killed_or_wounded at least 2"],
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
    "The death toll rose to four civilians after a man died of his wounds.": ["killed 4", ">killed 1"],
    "The death toll rose to four when rockets killed seven in the next town.": ["killed 4", "killed 7"],
    "Two herders were captured and later killed.": ["killed 2"],
    "Six people were killed, wounded or missing.": [],
    "Six people were killed, injured or maimed in the blast.": ["killed_or_wounded 6"],
    "Six people were killed, two wounded and one captured.": ["killed 6", "wounded 2", "captured 1"],
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
SUBJECTS = {
    "A guard was shot and later died.": ["killed 1"],
    "And a third was wounded.": ["wounded 1"],
    "Karim Testov was killed.": ["killed 1"],
    "Boko Haram was killed.": [],
    "It was wounded.": [],
    "A senior police officer and his driver were killed.": ["killed 2", ">killed 1", ">killed 1"],
    "Farmers killed near Nairobi were buried.": ["killed at least 2"],
    "Kenyan soldiers captured a fighter and later killed him.": ["killed 1"],
    "Kharkiv residents were killed.": ["killed at least 2"],
    "The wounded rebels were killed.": ["killed at least 2"],
    "Some rebels were killed.": ["killed at least 2"],
    "Rebel spokesman killed": [],
    "The rebel died": ["killed 1"],
    "The extremist group was killed.": [],
    "Troops who had captured six rebels were killed.": ["captured 6"],
}
LISTED = {
    "The dead were three policemen and two guards.": ["killed 3", "killed 2"],
    "Two nurses were among those killed.": ["killed 2"],
    "Two nurses were among those killed along with two guards.": ["killed 2", "killed 2"],
    "Mourners buried the dead.": [],
    "The wounded were treated.": [],
}
MODIFIED = {
    "The shelling of Toretsk left 140 wounded Ukrainian civilians in need of help.": ["wounded 140"],
    "Six injured people reached the clinic.": ["wounded 6"],
    "Six injured in blast": ["wounded 6"],
    "In the raid 140 injured crawled slowly towards dawn.": ["wounded 140"],
    "The blast killed six rebel.": ["killed 6"],
    "Ten members of the Kenyan army died.": ["killed 10"],
    "Ten members of the group (known as Boko Haram) were killed.": ["killed 10"],
    "Ten fighters from (the Colombian group) FARC were killed.": ["killed 10"],
    "Ten fighters of the FARC group (ELN) were killed.": ["killed 10"],
    "A blast killed six displaced people.": ["killed 6"],
    "Six displaced people were killed.": ["killed 6"],
    "Ten members of the medical staff were killed.": ["killed 10"],
    "Six internally displaced persons were killed in the camp.": ["killed 6"],
    "Displaced villagers were killed.": ["killed at least 2"],
    "Ten (mostly young protesters were killed.": ["killed 10", ">killed 6 to 10"],
    "Ten – were killed on Monday.": [],
    "Ten fighters of the so-called group of the north of the state of the south were killed.": ["killed 10"],
    "Ten members of six groups were killed.": ["killed 6"],
    "Six were killed by a rebel": ["killed 6"],
    "One man of 34 was killed.": ["killed 1"],
    "The murder at the Harbour Inn of six men shocked the town.": ["killed 6"],
    "The ministry named ten of": [],
    "Ten members of the family who fled were killed.": ["killed 10"],
    "Ten members of it, 12 in all, were killed.": ["killed 12"],
    "20 civilians at least were killed.": ["killed at least 20"],
    "Twenty of the soldiers were killed.": ["killed 20"],
    "Twenty of them were killed.": ["killed 20"],
    "Dozens of the (mostly young) protesters were killed.": ["killed at least 12"],
    "Thirteen soldiers and allied militants were killed.": ["killed 13"],
    "Ten young - 14 in all - protesters were killed.": ["killed 14"],
}
JOINED = {
    "Six people were dead and injured.": ["killed_or_wounded 6"],
    "Six people were wounded or missing.": [],
    "The ministry counted 10 deaths of the Nigerian army.": ["killed 10"],
    "The army captured 12 in Marib.": [],
    "The attack killed ten soldiers, a security official said.": ["killed 10"],
    "The raid killed 12, among them three women, and a guard.": ["killed 12", ">killed 3", ">killed 1"],
    "The blast killed 12, including four women, and five men were wounded.": ["killed 12", "wounded 5", ">killed 4"],
    "Twelve people were killed, some of them children.": ["killed 12", ">killed at least 2"],
    "Twelve people were killed. They were farmers.": ["killed 12"],
    "The attack left ten people, including two soldiers, dead.": ["killed 10", ">killed 2"],
    "The number of wounded rose to 60 people.": ["wounded 60"],
    "The death toll could reach 51.": [],
    "We can report that seven people were killed.": ["killed 7"],
    "We can report that seven people could have been killed.": [],
    "They can say and they do say that six people may be killed.": [],
    "The death toll could rise to 51.": [],
    "The death toll is not known.": [],
    "Six people died, no one knew women.": ["killed 6"],
    "The blast killed 12 people, 15 of them on Monday with children.": ["killed 12"],
    "The road, including two lanes, was closed and six people killed.": ["killed 6"],
    "Captives, including two women, saw that six men died.": ["killed 6"],
    "Six people killed 18 wounded in blast": ["killed 6", "wounded 18"],
    "After killing Karim Testov the gunmen fled.": ["killed 1"],
    "Six men were seized after the murder of Karim Testov, five officers, and two guards.": [
        "captured 6",
        "killed 1",
        "killed 5",
        "killed 2",
    ],
    "Twelve people were killed, none soldiers.": ["killed 12"],
    "Six people died, killed by gunmen.": ["killed 6"],
    "Six hostages were executed at dawn and were later pronounced dead.": ["killed 6"],
    "12 seized in raid": ["captured 12"],
    "Villagers abducted in raid": [],
    "The bodies were found.": [],
    "The 12 lives mattered.": [],
    "Six men were not killed.": [],
    "There were no six deaths.": [],
    "Troops plan to kill six men.": [],
}
NOTHING_HAPPENED = {
    "The ministry sent two doctors to a hospital.": [],
    "After the blast it sent four people to a school.": [],
    "Four were treated and one remains at large.": [],
    "The toll could reach dozens.": [],
    "Hundreds are feared dead.": [],
    "The group threatened to kill ten hostages.": [],
    "The raid destroyed 18 trucks.": [],
    "The village lies 30 km from the front.": [],
    "The 45-year-old teacher spoke of the war.": [],
    "How many people were killed is not known.": [],
}


TABLES = (
    PASSIVE, ACTIVE, NOUNS, COMBINED, PARTS, NOBODY, SUBJECTS, LISTED, MODIFIED, JOINED, NOTHING_HAPPENED,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [item for table in TABLES for item in table.items()],
)
def test_a_sentence_gives_these_tolls(text, expected):
    assert tolls(text) == expected


def test_a_toll_far_behind_its_people_is_quoted_by_its_people():
    subject = "Ten members of the Revolutionary Armed Forces of Colombia"
    [casualty] = casualties(f"{subject}, who had been hiding in a cellar of the school for weeks, were killed.")
    assert (casualty.first, casualty.end) == (0, len(subject.split()))


def test_text_in_capitals_reads_alike():
    texts = [text for table in (PASSIVE, ACTIVE, COMBINED) for text in table]
    assert [tolls(text.upper()) for text in texts] == [tolls(text) for text in texts]
