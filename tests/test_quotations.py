"""Words in somebody's mouth: quotations over several sentences, sayings inside them, and transcripts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article

LEXICON = load_lexicon()
SPEAKERS = ("Karim Testov", "The governor", "Residents", "A nurse", "SANA")
OTHERS = ("the mayor", "SANA", "the police", "doctors")
DULL = ("The road was shut.", "It rained all night.", "The market is closed.")


def voices(text, *, title=""):
    article = Article("a1", text, publisher="Agency A", published=date(2023, 2, 2), title=title)
    return [claim.voices[1:] for claim in read_claims(article, lexicon=LEXICON)]


@given(
    st.sampled_from(SPEAKERS), st.lists(st.sampled_from(DULL), max_size=3), st.lists(st.sampled_from(DULL), max_size=3)
)
def test_a_quotation_of_any_length_has_one_speaker(speaker, before, after):
    told = ["We lost six soldiers in the raid on Monday.", *before, "Nobody came", *after]
    [chain] = voices(f'"{" ".join(told)}," {speaker} said.' if not after else f'{speaker} said: "{" ".join(told)}"')
    assert chain == (speaker.removeprefix("The ").removeprefix("A "),)


@given(st.sampled_from(SPEAKERS[:4]), st.sampled_from(OTHERS), st.lists(st.sampled_from(DULL), min_size=1, max_size=3))
def test_whom_a_quotation_quotes_stands_behind_its_speaker(speaker, other, after):
    [chain] = voices(f'"On Monday {other} said six soldiers were killed. {" ".join(after)[:-1]}," {speaker} said.')
    assert chain == (speaker.removeprefix("The ").removeprefix("A "), other.removeprefix("the "))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The police said six soldiers were killed on Monday," Testov said.', ("Testov", "police")),
        ('"They say six soldiers were killed on Monday. We fled," Testov said.', ("Testov",)),
        ('"Six soldiers were killed on Monday, as SANA says," Testov said.', ("Testov",)),
        ('"Six soldiers were killed on Monday. Some say more. We fled," Testov said.', ("Testov",)),
        ('"Six soldiers were killed on Monday. We fled."', ()),
        ('"Six soldiers were killed on Monday, as SANA says. We fled."', ("SANA",)),  # whoever quotes it is not named
        ("Testov spoke.\nTESTOV: Six soldiers were killed on Monday.", ("TESTOV",)),
        ("Testov spoke.\nTESTOV: It was bad. Six soldiers were killed on Monday.", ("TESTOV",)),
        ("Testov spoke.\nTESTOV: It was bad. Police said six soldiers were killed.", ("TESTOV", "Police")),
        ("Testov spoke.\nTESTOV: It was bad.\nSix soldiers were killed on Monday.", ()),
        ("Testov spoke.\nTESTOV: It was bad.\nNAMOV: Six soldiers were killed. Namov left.", ("NAMOV",)),
        ("TESTOV: Six soldiers were killed on Monday.", ()),  # nobody of this name is spoken of
        ("Breaking news.\nBREAKING: Six soldiers were killed on Monday.", ()),
        ("We met in Aleppo.\nALEPPO: Six soldiers were killed on Monday.", ()),
        ("At 9 Pm.\nPM: Six soldiers were killed on Monday.", ()),
        ("Monitor: Six soldiers killed in raid on Aden.", ("Monitor",)),
        ("SANA: Six soldiers killed in raid on Aden.", ("SANA",)),
        ("Reports: Six soldiers killed in raid on Aden.", ()),
        ('Karim Testov: "Six soldiers were killed on Monday."', ("Karim Testov",)),
        ("Karim Testov: Six soldiers were killed on Monday.", ()),
        ('On Monday: "Six soldiers were killed."', ()),
        ("It was so: Six soldiers were killed on Monday.", ()),
        ("Six soldiers were killed on Monday - minister", ("minister",)),
        ("Six soldiers were killed in Aden:", ()),
    ],
)
def test_who_speaks_by_quotation_marks_and_labels(text, expected):
    assert voices(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Testov's claim that six soldiers were killed was not confirmed.", ("Testov",)),
        ("The governor's first assertion that six soldiers were killed is false.", ("governor",)),
        ("Few believed Karim Testov's claim that six soldiers were killed.", ("Karim Testov",)),
        ("Little is left of Testov's claim Monday that six soldiers were killed.", ("Testov",)),
        ("Damascus's claim that six soldiers were killed is false.", ()),  # a town says nothing
        ("There were reports that six soldiers were killed.", ()),
        ("Nobody's claim that six soldiers were killed is true.", ()),
    ],
)
def test_whose_claim_it_is(text, expected):
    assert voices(text)[-1] == expected
