"""Who says it: speakers with and without a name, before and behind the verb, over sentences."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article

LEXICON = load_lexicon()


def claims(text, *, title=""):
    article = Article("a1", text, publisher="Agency A", published=date(2023, 2, 2), title=title)
    return read_claims(article, lexicon=LEXICON)


def voices(text, **field):
    return claims(text, **field)[-1].voices[1:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six soldiers were killed, said Karim Testov, director of the SANA news agency.", ("SANA",)),
        ("Six soldiers were killed, said Karim Testov, a doctor.", ("Karim Testov",)),
        ("Six soldiers were killed, said a source at SANA.", ("SANA",)),
        ("Six soldiers were killed, he said.", ("he",)),
        ("Six soldiers were killed, the army was quoted as saying by SANA.", ("SANA", "army")),
        ("Six soldiers were killed in a northern town activists said.", ("activists",)),
        ("Six soldiers were killed in the city of Aden local doctors said.", ("local doctors",)),
        ("Six soldiers were killed in Aden residents said.", ("residents",)),
        ("Six soldiers were killed, a group tracking the violence said.", ("group",)),
        ("Six soldiers were killed by extremists a report from the Harbour Trust says.", ("Harbour Trust",)),
        (
            "A source at Aden Police Command told SANA six soldiers were killed.",
            ("SANA", "source at Aden Police Command"),
        ),
        (
            "In a statement to SANA a source at Aden Police Command said six soldiers were killed.",
            ("SANA", "source at Aden Police Command"),
        ),
        ("In a phone call with SANA local doctors said six soldiers were killed.", ("SANA", "local doctors")),
        (
            "The National Coalition met. Six soldiers were killed, the Coalition said.",
            ("Syrian National Coalition (Etilaf)",),
        ),
        ("Six soldiers were killed near Homs, the coalition said.", ("US-led coalition",)),
        ("Six soldiers were killed, the coalition said.", ("coalition",)),
        ("Rebels responded by firing missiles, killing six soldiers.", ()),
        ("Fighting has claimed the lives of six soldiers.", ()),
        ("Shelling of the harbour claimed at least six lives", ()),
        ("The ministry claimed that six lives were lost.", ("ministry",)),
        ("The ministry claimed six lives were lost.", ("ministry",)),
        ("SANA's deputy director said six soldiers were killed.", ("SANA",)),
        ("SANA news agency said six soldiers were killed.", ("SANA",)),
        ("A doctor at the hospital said six soldiers were killed.", ("doctor",)),
        ("The ministry, which backs the rebels, said six soldiers were killed.", ("ministry",)),
        ("The Harbour Wire reported six soldiers were killed.", ("Harbour Wire",)),
        ("The activist group Harbour Eye said six soldiers were killed.", ("Harbour Eye",)),
        ("The activist group in Aden said six soldiers were killed.", ("activist group",)),
        ("A newspaper Monday said six soldiers were killed.", ("newspaper",)),
        ("Six soldiers were killed, the aid group that supports it said.", ("aid group",)),
        ("Raids hit Aden as shell hits school, six killed: doctor", ("doctor",)),
        ("Karim Testov, Anna's father, issued a statement Monday saying six soldiers were killed.", ("Karim Testov",)),
        ("Karim Testov, director of the Harbour Trust, said he saw six soldiers killed.", ("Karim Testov",)),
        ('"SANA, the agency, was there as six soldiers were killed," Testov said.', ("Testov",)),
        ("Neighbours said Karim's friend and six soldiers were killed.", ("Neighbours",)),
        ("Speakers at a rally said Karim's friend and six soldiers were killed.", ()),
        ("Six soldiers were killed on Monday, before a minister accused Testov of lying.", ()),
        ("A minister accused Testov of an attack in which six soldiers were killed.", ("minister",)),
        ("It is claimed that six soldiers were killed.", ()),
        ("According to a witness six soldiers were killed, adding that many fled.", ("witness",)),
        ("Citing SANA, six soldiers were killed.", ("SANA",)),
        ("Six soldiers were killed, quoting nobody.", ()),
        ("Six soldiers were killed. Nothing said so.", ()),
        ("A witness said a blast hit, adding that six soldiers were killed.", ("witness",)),
        ("Boko Haram said six soldiers were killed.", ("Boko Haram",)),
        ("Activists, 12 in all, said six soldiers were killed in Kharkiv.", ("Activists",)),
        ("A source with three long years in local news said six soldiers were killed.", ()),
        ("A local police source he knew said six soldiers were killed.", ()),
        ("FARC has said six soldiers were killed.", ("FARC",)),
        ("As was said before, six soldiers were killed near the police.", ()),
        ("Testov said six soldiers were killed.", ("Testov",)),
        ("Mr. Testov said six soldiers were killed.", ("Testov",)),
        ("Yesterday Abu Karim al-Testov said six soldiers were killed.", ("Abu Karim al-Testov",)),
        ("Karim Testov, an engineer in the town, said six soldiers were killed.", ("Karim Testov",)),
        ("Karim Testov, a doctor in the town, said six soldiers were killed.", ("Karim Testov",)),
        ("Six soldiers were killed, said Karim Testov.", ("Karim Testov",)),
        ("Rebels in Testov said six soldiers were killed.", ("Rebels",)),
        ("On Monday, said six soldiers were killed.", ()),
        ("A monitor and rebels said six soldiers were killed.", ("monitor",)),
        ("The army says rebels killed six soldiers.", ("army",)),
        ("Witnesses fled the town and said six soldiers were killed.", ("Witnesses",)),
        ("Staff activists in the town said six soldiers were killed.", ("activists",)),
        ("The local news agency SANA said six soldiers were killed.", ("SANA",)),
        ("SANA, which reads reports of a network of sources, said six soldiers were killed.", ("SANA",)),
        ("FARC issued a statement saying six soldiers were killed.", ("FARC",)),
        ("The Harbour Front released a statement saying six soldiers were killed.", ("Harbour Front",)),
        ("A statement said six soldiers were killed.", ("statement",)),
        ("FARC claimed responsibility for a raid in which six soldiers were killed.", ()),
        ("FARC claimed responsibility for a raid in which six soldiers were killed, SANA said.", ("SANA",)),
        ("The United States says six soldiers were killed.", ("United States",)),
        ("Police in the United States said six soldiers were killed.", ("Police",)),
        ("Six soldiers were killed, Senator Karim Testov (D-Ill.) said.", ("Senator Karim Testov",)),
        ("Six soldiers were killed, those around) said.", ()),
        ("The White House said six soldiers were killed.", ("White House",)),
        ("SANA quoted Karim Testov as saying six soldiers were killed.", ("SANA", "Karim Testov")),
        ("The civil protection agency increased the toll from the raid to six.", ("civil protection agency",)),
        ("Karim Testov took to Twitter, writing that six soldiers were killed.", ("Karim Testov",)),
        ("Many residents hold rebels responsible for a raid in which six soldiers died.", ("residents",)),
        ("Farmers from the valley on Monday said six soldiers were killed.", ()),
        ("Local farmers on Monday said six soldiers were killed.", ("Local farmers",)),
        ("Witnesses differed, with some saying six soldiers were killed.", ("Witnesses",)),
        ("A raid in Damascus, Syria, shows that six soldiers were killed.", ()),
        ("Six soldiers came from the United States in May and were killed in June.", ()),
        ("U.S. candidates on Monday said six soldiers were killed.", ("U.S. candidates",)),
        ("A letter to the mayor says six soldiers were killed.", ("letter",)),
        ("Karim Testov, who fled, on Monday said six soldiers were killed.", ("Karim Testov",)),
        ("On Monday said six soldiers were killed.", ()),
        ("An envoy to Aden said six soldiers were killed.", ("envoy",)),
        ("Citing a lack of evidence, six soldiers were killed.", ()),
        ("The army-held town said six soldiers were killed.", ("army-held town",)),
    ],
)
def test_who_speaks_in_a_sentence(text, expected):
    assert voices(text) == expected


@given(
    st.sampled_from(["SANA", "Karim Testov", "a witness", "the police", "Boko Haram", "residents"]),
    st.sampled_from(
        [
            "{} said six soldiers were killed in the raid on Monday.",
            "{} said on Monday that six soldiers were killed in the raid.",
            "{} has reported that six soldiers were killed in the raid.",
            "Six soldiers were killed in the raid on Monday, {} said.",
            'The raid was long. "Six soldiers were killed in it," {} said.',
            'On Monday {} said: "The raid was long. Six soldiers were killed in it. It was the third."',
        ]
    ),
)
def test_whoever_speaks_is_read_back(speaker, wording):
    said = wording.format(speaker)
    told = claims(said[0].upper() + said[1:])
    assert {claim.voices[1:] for claim in told} in (
        {(name,)} for name in (speaker, speaker.split()[-1], speaker.title())
    )


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("Boko Haram attacked a village.", "The group said six soldiers were killed.", ("Boko Haram",)),
        ("The defence ministry said a strike hit.", "The ministry said six soldiers died.", ("defence ministry",)),
        ("The Lake Chad Violence Watch is in Kano.", "The watchdog said six soldiers died.", ("The watchdog",)),
        (
            "The Lake Chad Violence Watch is in Kano.",
            "A monitoring group said six soldiers died.",
            ("Lake Chad Violence Watch",),
        ),
    ],
)
def test_who_is_meant_by_a_word_that_points_back(before, text, expected):
    assert voices(f"{before} {text}") == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("18 killed in air raid: hospital", ("hospital",)),
        ("18 killed in air raid, SANA", ("SANA",)),
        ("18 killed in air raid on hospital", ()),
        ("18 killed in air raid.", ()),
        ("18 killed in air raid", ()),
    ],
)
def test_a_headline_names_the_speaker_last(title, expected):
    headline, *_ = claims("A market burned.", title=title)
    assert headline.voices[1:] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nairobi (Reuters) - Six soldiers were killed.", ("Reuters",)),
        ("Six soldiers were killed. Nobody knew more of it. (Reuters)", ("Reuters",)),
        ("(Photo credit: AFP/Getty Images) Six soldiers were killed.", ()),
        ("Men walk in the town (Reuters Photo). Six soldiers were killed.", ()),
        ("Six soldiers were killed. The town was quiet for a day. Photo: Reuters", ()),
        ("Six soldiers were killed, a photographer with Reuters stood by.", ()),
        (
            "Six soldiers were killed. "
            + "The road stayed closed. " * 9
            + "Reuters left. "
            + "The market burned. " * 4,
            (),
        ),
    ],
)
def test_a_wire_that_says_nothing_is_a_byline(text, expected):
    assert voices(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Six nurses were killed, the aid group said. They worked for Doctors Without Borders.",
            ("Doctors Without Borders (MSF)",),
        ),
        ("Six nurses were killed, an activist group said. The SOHR counts the dead.", ("SOHR",)),
        (
            "Doctors Without Borders runs a clinic. Six nurses were killed, the aid group said.",
            ("Doctors Without Borders (MSF)",),
        ),
        ("Doctors Without Borders runs a clinic. Six nurses were killed, an aid group said.", ("aid group",)),
        ("Six nurses were killed, the aid group said. SANA was there.", ("aid group",)),
        ("Six nurses were killed, the aid group said. " + "The road was shut. " * 15 + "SOHR left.", ("aid group",)),
        ("Six nurses were killed, the army said. The SOHR counts the dead.", ("army",)),
    ],
)
def test_an_organisation_called_by_its_kind_is_the_one_named_soon(text, expected):
    assert claims(text)[0].voices[1:] == expected


BODY = "Six villagers were killed in a raid on Monday. A doctor said six villagers were killed in the raid."


@pytest.mark.parametrize(
    ("publisher", "text", "origins"),
    [
        ("Agency A", BODY, ["doctor", "doctor"]),
        ("SANA", BODY, ["doctor", "doctor"]),  # the first sentence is a headline
        ("SANA", "A market burned. " + BODY, ["SANA", "doctor"]),
        ("Agency A", "A market burned. " + BODY, ["doctor", "doctor"]),
        ("Reuters", "A market burned. " + BODY, ["doctor", "doctor"]),
        ("SANA", "Six killed in raid. " + BODY, ["SANA", "SANA", "doctor"]),
    ],
)
def test_the_outlet_of_a_party_speaks_for_itself_but_in_a_headline(publisher, text, origins):
    article = Article("a1", text, publisher=publisher, published=date(2023, 2, 2))
    assert [claim.origin for claim in read_claims(article, lexicon=LEXICON)] == origins
