"""Single victims: by name, by office, in lists; the name is quoted and stands in no field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_tolls import tolls

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article

LEXICON = load_lexicon()


FORENAMES = ("Karim", "Anna", "Omar", "Lucia", "Pavel", "Ramona")
SURNAMES = ("Testov", "Petrova", "Quispeta", "Barzanek", "Molinar", "Odhiambex")
OFFICES = ("", "Judge ", "Senator ", "journalist ", "the mayor ", "Dr. ")
NAMES = st.tuples(st.sampled_from(OFFICES), st.sampled_from(FORENAMES), st.sampled_from(SURNAMES)).map(
    lambda words: words[0] + " ".join(words[1:])
)
SENTENCES = (
    "On Friday {} was murdered outside a school.",
    "On Friday {}, 45, was shot dead.",
    "Gunmen killed {} on Friday.",
    "Officials condemned the murder of {} in the capital.",
    "Officials condemned {}'s assassination.",
    "The body of {} was found on Friday.",
    "Officials condemned the murder on Friday of {}.",
    "In the ambush, {}'s driver was killed.",
)


@given(NAMES, st.sampled_from(SENTENCES), st.booleans())
def test_whoever_is_named_is_one_victim_also_in_capitals(name, sentence, shouted):
    text = sentence.format(name)
    assert tolls(text.upper() if shouted else text) == ["killed 1"]


@given(st.lists(NAMES.filter(lambda name: not name.startswith("the")), min_size=2, max_size=20, unique=True))
def test_a_list_of_names_is_counted(names):
    *before, last = names
    assert tolls(f"Gunmen murdered {', '.join(before)} and {last}.") == [
        f"killed {len(names)}",
        *[">killed 1"] * len(names),
    ]


def test_a_list_longer_than_all_lists_is_read_only_so_far():
    names = ", ".join(f"{forename} {surname}ez" for forename in FORENAMES for surname in SURNAMES * 2)
    found = tolls(f"Gunmen murdered {names} and Karim Testov.")
    assert found
    assert all(toll.removeprefix(">") == "killed 1" for toll in found)


@given(NAMES)
def test_no_field_holds_a_name(name):
    [claim] = read_claims(Article("a", f"The police said that on Friday {name} was murdered by gunmen in the town."))
    [toll] = claim.tolls
    assert name.split()[-1] in toll.quote.text
    assert name.split()[-1] not in f"{toll.victims} {toll.victims_words}"


NAMED = {
    "The murder of Karim Testov, five other priests, and two women was condemned.": [
        "killed 8",
        ">killed 1",
        ">killed 5",
        ">killed 2",
    ],
    "Gunmen killed Karim Testov, two of his sons and a guard.": ["killed 4", ">killed 1", ">killed 2", ">killed 1"],
    "Police fired more than 500 shots and stayed in the house of the slain priests.": [],
    "The police smashed the windows and shot tear gas into the hall.": [],
    "Karim Testov, a father of three with another on the way, was shot and killed.": ["killed 1"],
    "Karim Testov, 72, who was working at the station at the time, was killed.": ["killed 1"],
    "The banners of Karim Testov, who was killed on Friday, were burned.": ["killed 1"],
    "Officials said Karim Testov, who was shot in the leg, is in critical condition.": ["wounded 1"],
    "The mayor of Ostrov was killed by a sniper.": ["killed 1"],
    "Testov's driver was wounded.": ["wounded 1"],
    "Her murder shocked the town.": ["killed 1"],
    "His barber was assassinated.": ["killed 1"],
    "Three unidentified men shot and killed 65-year-old minister Anna Petrova.": ["killed 1"],
    'They accused the army of "murdering" Karim Testov.': ["killed 1"],
    "Gunmen burst in and shot her.": ["wounded 1"],
    "Police said the murder in Ostrov on Friday of Karim Testov is unsolved.": ["killed 1"],
    "The gunman killed himself.": ["killed 1"],
    "SENATOR AND PRESIDENTIAL CANDIDATE LUIS TESTOV WAS MURDERED.": ["killed 1"],
    "THE GUNMEN MURDERED SENATOR AND PRESIDENTIAL CANDIDATE LUIS TESTOV.": ["killed 1"],
    "KARIM TESTOV (45) WAS MURDERED.": ["killed 1"],
    "Anna May was killed in the town.": ["killed 1"],  # no month
    "Aden was left; Anna May was killed.": ["killed 1"],
    "The raid killed Karim Testov one officer said on Monday.": ["killed 1"],
}
TOGETHER = {
    "He and his driver were killed.": ["killed 2", ">killed 1", ">killed 1"],
    "Gunmen killed Karim Testov, Omar Amin and two others.": ["killed 4", ">killed 1", ">killed 1", ">killed 2"],
    "The killing of Karim Testov, an engineer, and his wife shocked the town.": [
        "killed at least 2",
        ">killed 1",
        ">killed 1",
    ],
    "Karim Testov and two soldiers were killed.": ["killed 1", "killed 2"],
    "The bodies of a father and his son were found.": ["killed 2", ">killed 1", ">killed 1"],
    "Karim Testov, 20, and Omar Amin, 21, were murdered.": ["killed 2", ">killed 1", ">killed 1"],
    "Karim Testov was killed along with two guards.": ["killed 2", "killed 1"],
    "Ten people were killed, including Judge Karim Testov.": ["killed 10", ">killed 1"],
    "Twelve people were killed and Karim Testov and Omar Amin were wounded.": [
        "killed 12", "wounded 2", ">wounded 1", ">wounded 1",
    ],
}  # fmt: skip
NOBODY = {
    "The assassination attempt failed.": [],
    "Karim Testov received death threats.": [],
    "Gunmen shot at Karim Testov.": [],
    "The rebels shot down Captain Testov's plane.": [],
    "Plans to kill Karim Testov were found.": [],
    "The army was killed.": [],
    "Violence killed.": [],
    "The plan was executed.": [],
    "The letter was burned.": [],
    "It was killed.": [],
    "The cook spoke of the death of democracy.": [],
    "THE BLAST WOUNDED SIX PEOPLE AND CAUSED EXTENSIVE DAMAGE.": ["wounded 6"],
    "150 cards were burned.": [],
    "Karim Testov, who spoke, was 20 years old when they died.": [],
    "Northern Mosul was killed by the war.": [],
    "The murder of Mosul shocked the world.": [],
    "The city's death toll rose to five.": ["killed 5"],
    "The rest, (here), (there), (then), (now), was killed.": [],
    "The man was jailed for murder; three people died.": ["killed 3"],
    "Some 20 went missing and 40 bags were lost.": ["missing 18 to 22"],
}
ASIDES = {
    "On Friday six priests (five Spaniards and one Mexican) and two women were murdered.": [
        "killed 6", "killed 2", ">killed 5", ">killed 1",
    ],
    "Three other civilians, two women and a man, also died.": ["killed 3", ">killed 2", ">killed 1"],
    "Six priests, five of them of Spanish background, were killed.": ["killed 6", ">killed 5"],
    "Twelve men, including ten of them soldiers, were killed.": ["killed 12", ">killed 10"],
    "The blast killed 12 people, 15 of them soldiers.": ["killed 12"],
    "Six priests, nine of them of Spanish background, were killed.": ["killed 6"],
    "Ten soldiers and 12 civilians, a security official said, were killed.": ["killed 10", "killed 12"],
    "The agency claimed 160 civilians mostly women and children were killed.": ["killed 160", ">killed 81 to 160"],
    "A group of six was killed.": ["killed 6"],
    "Five women whose brother was killed spoke.": ["killed 1"],
}  # fmt: skip


AGED = {
    "An 11-year-old was shot and killed in the town.": ["killed 1"],
    "The 15-year-old died four days later.": ["killed 1"],
    "The gun went off and left the 14-year-old boy seriously injured.": ["wounded 1"],
    "Two 16-year-olds were shot near the park.": ["wounded 2"],
    "Gunmen killed two 4-year-old girls.": ["killed 2"],
    "A 17 year old was wounded.": ["wounded 1"],
    "Karim Testov, 17 years old, was wounded.": ["wounded 1"],
}
HURT = {
    "Two men were charged in the fatal shooting of Karim Testov.": ["killed 1"],
    "They are accused of fatally shooting Karim Testov and critically wounding his father.": ["killed 1", "wounded 1"],
    "He is accused of shooting Karim Testov, 34.": ["wounded 1"],
    "Police found a boy dead inside.": ["killed 1"],
    "A man was declared dead.": ["killed 1"],
    "A woman suffered a fatal gunshot wound.": ["killed 1"],
    "They found a man with a single gunshot wound to the head.": ["wounded 1"],
    "At least four people were taken to area hospitals.": ["wounded at least 4"],
    "A boy was accidentally shot in the face.": ["wounded 1"],
    "A girl was shot at a home in the town.": ["wounded 1"],
    "The boy who was shot was pronounced dead.": ["killed 1"],
    "A woman shot in a park on Monday died at the hospital.": ["killed 1"],
    "A shooting killed two people.": ["killed 2"],
    "Six people were shot, two fatally, in a car.": ["wounded 6", "killed 2"],
    "Six people were shot, two in a car.": ["wounded 6"],
    "None of the guards were hurt.": ["wounded 0"],
    "34 of the 52 people aboard were injured.": ["wounded 34"],
    "The likely source of an outbreak that killed nine people is known.": ["killed 9"],
    "A rocket intended for a general instead killed three children.": ["killed 3"],
    "Karim Testov died from his injuries.": ["killed 1"],
}
NAMES_BEHIND = {
    "SOLDIERS KILLED TWO REPORTERS, ROBERTO TESTOV AND OMAR AMIN, THERE.": ["killed 2", ">killed 1", ">killed 1"],
    "Patrols killed three reporters: Karim Testov, a painter, Anna Petrova, and Omar Amin.": [
        "killed 3", ">killed 1", ">killed 1", ">killed 1",
    ],
    "The dead were identified as Karim Testov and Anna Petrova.": ["killed 2", ">killed 1", ">killed 1"],
    "Those killed included Karim Testov.": ["killed 1"],
    "The remains of the station were searched.": [],
    "The remains of Karim Testov were found.": ["killed 1"],
}  # fmt: skip
RENAMED = {
    "The teen, Karim Testov, died.": ["killed 1"],
    "A guard was wounded by a man who later killed himself.": ["wounded 1", "killed 1"],
    "One teen is dead and another seriously injured.": ["killed 1", "wounded 1"],
    "Another child, 10-year-old Karim Testov, was also shot and killed.": ["killed 1"],
    "Her son, Karim, who was gunned down, was 12.": ["killed 1"],
    "One of the victims, a man, has been pronounced dead.": ["killed 1"],
    "Testov and the man who died were friends.": ["killed 1"],
    "Medics pronounced him dead.": ["killed 1"],
    "Many people die at home.": [],
    "The girl almost lost her life.": [],
    "Almost 20 people were killed.": ["killed 16 to 20"],
}
CARRIED = {
    "A man was rushed to Valley View Hospital on Friday.": ["wounded 1"],
    "Five others were taken to St. Mary's Hospital.": ["wounded 5"],
    "The boxes were taken to the station, far from the hospital.": [],
    "The man was taken to court; the hospital is near.": [],
    "A bullet struck an 11-year-old girl.": ["wounded 1"],
    "The woman is expected to recover.": ["wounded 1"],
}
HEADLINES = {
    "Blast kills policeman, two civilians": ["killed 1", "killed 2"],
    "Bomb kills soldier in Aleppo": ["killed 1"],
    "Gunmen kill judge, wound two guards": ["killed 1", "wounded 2"],
    "Israeli strike kills senior Hamas commander": ["killed 1"],
    "Plot to kill judge": [],
    "Bomb kills the mayor of Testabad": ["killed 1"],
    "Bomb kills hopes of a guard": [],
    "Police: Teen shot in park": ["wounded 1"],
    "Boy killed in crash": ["killed 1"],
    "Suspect held for river shooting Posted on Saturday": [],
    "Gunmen shot at the guards.": [],
    "Six shootings shook the town.": [],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        item
        for table in (NAMED, TOGETHER, NOBODY, ASIDES, AGED, HURT, NAMES_BEHIND, RENAMED, CARRIED, HEADLINES)
        for item in table.items()
    ],
)
def test_a_sentence_gives_these_tolls(text, expected):
    assert tolls(text) == expected


def kinds(text):
    """Whom the tolls of a sentence count, each by its neutral name."""
    [claim] = read_claims(Article("a", text))
    return [toll.victims for toll in claim.tolls]


def test_a_number_alone_counts_those_named_before():
    assert kinds("Six villagers were killed and two wounded.") == ["residents", "residents"]
    assert kinds("Six villagers were killed and dozens more wounded.") == ["residents", "residents"]
    assert kinds("Six villagers were killed and two others wounded.") == ["residents", "people"]
    assert kinds("A villager was killed and two wounded.") == ["residents", None]
