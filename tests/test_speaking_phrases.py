"""Speakers whom no list knows, told by where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article

LEXICON = load_lexicon()
NOUNS = st.sampled_from(
    ["prosecutor's office", "civil protection agency", "aid convoy's crew", "shipping firm", "dam operator"]
)
ADJECTIVES = st.sampled_from(["", "regional ", "state-run ", "two-man ", "Sudanese "])


def origin(text):
    *_, last = read_claims(Article("a1", text, publisher="Agency A"), lexicon=LEXICON)
    return last.voices[-1]


@given(
    ADJECTIVES,
    NOUNS,
    st.sampled_from(
        [
            "The {} said six farmers were killed in the raid.",
            "The {} has confirmed that six farmers were killed in the raid.",
            "Six farmers were killed in the raid on the town, a {} said on Monday.",
            "Six farmers were killed in the raid, which lasted for hours, the {} told reporters.",
            "Six farmers were killed in the raid, according to the {}.",
        ]
    ),
)
def test_a_noun_phrase_before_said_speaks_whatever_its_noun(adjective, noun, wording):
    assert origin(wording.format(adjective + noun)) == adjective + noun


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six farmers were killed, aid groups said.", "aid groups"),
        ("Six farmers were killed, one child told reporters.", "child"),
        ("Six farmers were killed, according to Israeli tallies.", "Israeli tallies"),
        ("Six farmers were killed, according to a list of names.", "list"),
        ("Six farmers were killed, the Ministry of Public Health said.", "Ministry of Public Health"),
        ("The raid, which doctors said killed six farmers, was the third.", "doctors"),
        ("An aid group, which backs the town, said six farmers were killed.", "aid group"),
        ("The head of the council, Abdul Testov, said six farmers were killed.", "Abdul Testov"),
        ("The army spoke of a raid; six farmers were killed, a relief agency said.", "relief agency"),
        ("SANA said a raid hit a base, while six farmers were killed, aid workers said.", "aid workers"),
        ("Boko Haram claimed responsibility, saying six soldiers were killed.", "Boko Haram"),
        ("According to figures compiled by the ministry, six farmers were killed.", "ministry"),
        ("According to figures of the day, six farmers were killed.", "figures"),
        ("According to figures from the water board, six farmers were killed.", "water board"),
        ("The 10-man crew said six farmers were killed.", "10-man crew"),
        ("The official television station Al-Manar said six farmers were killed.", "Al-Manar"),
        ("Citing a nurse, Xinhua reported that six farmers were killed.", "nurse"),
        ("Six farmers were killed, said Colonel Karim Testov, who saw it.", "Karim Testov"),
        (
            "The White Helmets, a rescue group, said Russian jets killed six farmers.",
            "Syrian Civil Defence (White Helmets)",
        ),
        ("A Raqqa-based network said six farmers were killed.", "Raqqa-based network"),
        ("Six farmers were killed, wounding dozens more local media said.", "local media"),
        ("According to report Boko Haram killed six farmers.", "report"),
        ("The Kremlin-installed governor said six farmers were killed.", "Kremlin-installed governor"),
        ("The prefecture said in a statement that six farmers were killed.", "prefecture"),
        ("Six farmers were killed, aid groups say.", "aid groups"),
        ("A UN report found that six farmers were killed.", "United Nations (UN)"),
        ("A patrol found six farmers killed.", "Agency A"),
        ("State television in Iran said six farmers were killed.", "State television"),
        ("State television in Syria said six farmers were killed.", "Syrian state TV"),
        ("Six farmers were killed in the raid reported by nobody.", "Agency A"),
        ("Six deaths reported in the town were of farmers killed there.", "Agency A"),
        ("Six farmers were killed, everybody said.", "Agency A"),
        ("On Monday said six farmers were killed.", "Agency A"),
    ],
)
def test_who_speaks_without_being_in_a_list(text, expected):
    assert origin(text) == expected


@pytest.mark.parametrize(
    "speaker", ["police officers", "police spokesman Karim Testov", "the Sudan Doctors Network", "doctors", "soldiers"]
)
def test_whoever_tells_of_the_dead_is_none_of_them(speaker):
    [told] = read_claims(Article("a1", f"Rockets hit Omdurman, killing nine people, {speaker} said."), lexicon=LEXICON)
    assert [str(toll.count) for toll in told.tolls] == ["9"]
