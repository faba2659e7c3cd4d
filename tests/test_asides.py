"""Who speaks where an aside, a modifier or a title stands between the speaker and the verb."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article

LEXICON = load_lexicon()
HEADS = ("two aid workers", "a teacher", "three nurses", "a member of the local council", "health officials")
MODIFIERS = (" in Hodeida", " loyal to the council", " run by volunteers", "")
ASIDES = (", who asked not to be named,", ", who spoke on condition of anonymity for fear of arrest,")


def origins(text):
    return {claim.voices[-1] for claim in read_claims(Article("a", text, publisher="Agency A"), lexicon=LEXICON)}


def origin(text):
    [one] = origins(text)
    return one


@given(st.sampled_from(HEADS), st.sampled_from(MODIFIERS), st.sampled_from(ASIDES))
def test_whoever_is_told_apart_from_the_verb_is_read_back(head, modifier, aside):
    _, _, name = head.partition(" ") if head.split()[0] in ("a", "two", "three") else ("", "", head)
    assert origin(f"{head.capitalize()}{modifier}{aside} said that six farmers were killed.").lower() == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A spokesman of the Harbour Hospital, Karim Testov, said the hospital had seven dead.", "Karim Testov"),
        ("An official in the health ministry, Karim Testov, earlier gave a toll of 40 dead.", "Karim Testov"),
        ("The spokesman of the union, Sheikh Abu Karim Testov, said that six men died.", "Abu Karim Testov"),
        ("Six men were killed in the town, Karim Test-in, a spokesman of the army, told the mayor.", "Karim Test-in"),
        ("Officials in Aden, Yemen, said six men died.", "Officials"),
        ("The M23, a mainly Tutsi group, said six men died.", "M23"),
        ("CODECO, a militia, said six men died.", "CODECO"),
        ("Six men died, a local emergency room run by volunteers said.", "local emergency room"),
        ("Two military sources loyal to the recognised government said six men died.", "military sources"),
        ("A fire in a village held by rebels, the mayor said, killed six men.", "mayor"),
        ("The governor's clerk was hurt, and friends, who fled, said six men died.", "friends"),
        ("The Ombudsman's Office said six men died.", "Ombudsman's Office"),
        ("The Ministry of Health and Environment announced that six men died.", "Ministry of Health and Environment"),
        ("Six men died, according to governor Karim Testov.", "Karim Testov"),
        ("Six men died, according to the governor.", "governor"),
        ("Karim Testov, a guard, speaks of six dead.", "Karim Testov"),
        ("The council condemned the raid that hit people and said six men died.", "council"),
        ("In an attack attributed to CODECO, six men died.", "Agency A"),
        ("Six men died in a raid that CODECO claimed.", "Agency A"),
        ("Farmers in the valley were hit by shells, which killed six men, said Karim Testov.", "Karim Testov"),
        ("A teacher in government-held territory, who asked not to be named, said six men died.", "teacher"),
        (
            "A nurse by the river in the old valley on the far red end of the big dry hills, who fled, said six died.",
            "Agency A",
        ),
    ],
)
def test_who_speaks_beside_an_aside(text, expected):
    assert origin(text) == expected


def test_figures_without_an_owner_are_those_of_whoever_spoke_last():
    text = "The raid was a crime, Karim Testov said. Six men were killed in it, according to our figures."
    assert origins(text) == {"Karim Testov"}
    text = "Ten men died, Karim Testov said. Its earlier report had spoken of six dead."
    assert origins(text) == {"Karim Testov"}
