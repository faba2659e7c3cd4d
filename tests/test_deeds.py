"""What a sentence makes of somebody: the doer of a deed, the accused, one who claims or denies, or none of these."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.reading.deeds import doings_in
from claimrec.reading.doers import doers_in
from claimrec.reading.parsed import parse
from claimrec.records.article import Article

LEXICON = load_lexicon("common")
ACTORS = ("FARC", "Boko Haram", "Taliban", "Shining Path", "Abu Sayyaf")
WAYS = (
    ("Six villagers were killed in an attack by {}.", "reported"),
    ("Six villagers died in a raid carried out by {}.", "reported"),
    ("{} fighters killed six villagers.", "reported"),
    ("A {} attack killed six villagers.", "reported"),
    ("Six villagers were killed by alleged {} gunmen.", "accused"),
    ("The mayor blamed {} for the attack that killed six villagers.", "accused"),
    ("The killing of six villagers was attributed to {}.", "accused"),
    ("{} was accused of the murder of six villagers.", "accused"),
    ("The raid in which six villagers died was blamed on {}.", "accused"),
    ("Two members of {} were charged with killing six villagers.", "accused"),
    ("Two members of {} were arrested on charges of murdering six villagers.", "accused"),
    ("Two {} members were convicted on Friday of the murder of six villagers.", "accused"),
    ("The killing of six villagers was not the work of {}.", "denied"),
    ("{} claimed responsibility for the attack that killed six villagers.", "claimed"),
    ("The raid that killed six villagers was claimed by {}.", "claimed"),
    ("{} denied the attack that killed six villagers.", "denied"),
)
NEWS = ("The road to the market was shut for most of the day. ", "It was the third night of rain in the north. ")


def parsed(text):
    return parse(Article("a1", text), LEXICON)


def doings(text):
    whole = parsed(text)
    found = [doing for sentence in whole.sentences for doing in doings_in(whole, sentence)]
    return [(one.doer.actor or whole.words(one.doer.first, one.doer.end), one.manner) for one in found]


def doers(text):
    whole = parsed(text)
    found = [
        doer
        for sentence in whole.sentences
        for doer in doers_in(whole, sentence, whole.deeds.between(0, len(whole.tokens)))
    ]
    return [(whole.words(doer.first, doer.end), doer.actor) for doer in found]


@given(st.sampled_from(ACTORS), st.sampled_from(["guerrillas", "rebels", "insurgents"]), st.sampled_from(ACTORS))
def test_the_guerrillas_are_those_of_the_one_group_that_the_text_names(actor, noun, other):
    text = f"The talks with {actor} failed, and with {other} too. The {noun} killed six villagers."
    [claim] = read_claims(Article("a1", text), lexicon=LEXICON)
    assert claim.perpetrator.words == noun
    assert claim.perpetrator.actor == (actor if actor == other else None)


@given(st.sampled_from(ACTORS), st.sampled_from(WAYS), st.sampled_from(NEWS))
def test_whoever_is_said_to_have_done_it_is_read_back(actor, way, before):
    wording, stance = way
    claims = read_claims(Article("a1", before + wording.format(actor)), lexicon=LEXICON)
    doers = [claim.perpetrator for claim in claims if {toll.effect for toll in claim.tolls} != {"captured"}]
    assert {(doer.actor, doer.stance) for doer in doers} == {(actor, stance)}


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The mayor accused FARC of planting a bomb.", {"FARC"}),
        ("The mayor accused FARC rebels of planting a bomb.", {"FARC"}),
        ("A bomb went off on Friday. The mayor accused FARC of having no will to talk.", set()),
        ("The mayor said FARC had committed this crime.", {"FARC"}),
        ("The mayor said FARC had committed crimes.", set()),
    ],
)
def test_an_account_is_one_of_a_deed(text, doers):
    claims = read_claims(Article("a1", text), lexicon=LEXICON)
    assert {claim.perpetrator.actor for claim in claims} == doers


@pytest.mark.parametrize(
    "text",
    [
        "Eight soldiers are charged with killing six priests.",
        "A colonel charged with the murder of six priests fled.",
        "The colonel was reportedly accused of the murder of six priests.",
    ],
)
def test_whoever_is_accused_does_not_say_so(text):
    for claim in read_claims(Article("a1", text, "Agency A"), lexicon=LEXICON):
        assert claim.voices == ("Agency A",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The attack by FARC was blamed on the ELN.", [("FARC", "by"), ("ELN", "accused")]),
        ("FARC and the ELN attacked the base.", [("FARC", "subject"), ("ELN", "subject")]),
        ("The mayor blamed FARC and the ELN.", [("FARC", "accused"), ("ELN", "accused")]),
        ("The mayor blamed the killing of the judge on FARC.", [("FARC", "accused")]),
        ("The mayor attributed the killing of the judge to FARC.", [("FARC", "accused")]),
        ("They hold FARC directly responsible.", [("FARC", "accused")]),
        ("The raid was the work of FARC.", [("FARC", "accused")]),
        ("FARC was behind the raid.", [("FARC", "accused")]),
        ("Members of FARC were arrested in connection with the raid.", [("FARC", "accused")]),
        ("The raid was never the work of FARC.", [("FARC", "denied")]),
        ("FARC on 29 November resumed its attacks.", [("FARC", "subject")]),
        ("FARC cells placed dynamite in the bank.", [("FARC", "subject")]),
        ("FARC activists hurled stones.", [("FARC", "subject")]),
        ("FARC is responsible.", [("FARC", "accused")]),
        ("FARC behind closed doors.", []),
        ("FARC was attacked.", []),
        ("The strike over taxes imposed by FARC went on.", [("FARC", "by")]),
        ("The strike over measures adopted by FARC went on.", []),
        ("The killings ordered by FARC went on.", [("FARC", "by")]),
        ("FARC is attacking.", [("FARC", "subject")]),
        ("FARC carried out several attacks.", [("FARC", "subject")]),
        ("FARC carried out a census.", []),
        ("FARC guerrillas, who yesterday attacked, fled.", [("FARC", "subject")]),
        ("Guerrillas of the leftist FARC attacked.", [("FARC", "subject")]),
        ("FARC [Revolutionary Armed Forces of Colombia] guerrillas attacked.", [("FARC", "subject")] * 2),
        ("FARC, said the ELN, attacked.", []),
        ("The action was carried out by FARC.", [("FARC", "by")]),
        ("The action was filmed by FARC.", []),
        ("The raid was reported by FARC.", []),
        ("Two men were arrested by FARC.", [("FARC", "by")]),
        ("The raid, denied by FARC, was long.", [("FARC", "denied")]),
        ("FARC sent leaflets claiming responsibility.", [("FARC", "claimed")]),
        ("COPREFA denied any responsibility.", [("Salvadoran armed forces", "denied")]),
        ("Reuters denied any responsibility.", []),
        ("A neighbour claimed responsibility.", []),
        ("A FARC raid", [("FARC", "deed")]),
        ("FARC jets hit the convoy.", [("FARC", "subject")]),
        ("FARC", []),
        ("A village held by FARC was attacked by gunmen.", [("gunmen", "by")]),
        ("The judge was accused by FARC.", []),
        ("A hill held by gunmen was bombed.", []),
        ("The FARC guerrillas", []),
    ],
)
def test_how_a_doer_is_tied_to_a_deed(text, expected):
    assert doings(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army fled from Kenya.", [("army", "Kenyan armed forces")]),
        ("The army fled.", [("army", None)]),
        ("The Colombian army fled. The army and FARC talked about Peru.", "Colombian armed forces"),
        ("Men in military uniforms fled.", []),
        ("Unidentified men fled.", [("Unidentified men", None)]),
        ("The Zenta Liberation Group fled.", [("Zenta Liberation Group", "Zenta Liberation Group")]),
        ("An armed group fled.", [("armed group", None)]),
        ("The drug gangs fled.", [("gangs", None)]),
        ("THE DRUG TRAFFICKING GANGS FLED.", [("DRUG TRAFFICKING GANGS", "DRUG TRAFFICKING GANGS")]),
        ("FARC guerrillas fled.", [("FARC", "FARC")]),
    ],
)
def test_who_might_have_done_something(text, expected):
    found = doers(text)
    assert (dict(found)["army"] if isinstance(expected, str) else found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six soldiers were killed in clashes with FARC.", "FARC"),
        ("Six FARC fighters were killed in clashes with the ELN.", "ELN"),
        ("Six FARC fighters were killed in fighting between FARC and the ELN.", "ELN"),
        ("Six FARC fighters were killed in clashes near the ELN.", None),
        ("Boko Haram said that six villagers were killed in the north by its gunmen.", "Boko Haram"),
        ("Gunmen killed two villagers at a market in Kano on Monday. Six gunmen died there.", None),
        ("The Kenyan army shelled a hill. Boko Haram said its militants killed six soldiers.", "Boko Haram"),
        (
            "Boko Haram killed six Kenyan soldiers. Two Boko Haram fighters died as well.",
            "Kenyan armed forces",
        ),
    ],
)
def test_the_other_side_of_a_fight(text, expected):
    *_, claim = read_claims(Article("a1", text), lexicon=LEXICON)
    assert (claim.perpetrator.actor if claim.perpetrator else None) == expected


def test_what_is_denied_is_the_deed_that_others_count():
    text = (
        "A military source denied on Sunday that the Syrian army had fired rockets at al-Bara in Idlib. "
        "Hayat Tahrir al-Sham fired the rockets that fell on al-Bara on Saturday, killing four civilians, it said."
    )
    denial = next(claim for claim in read_claims(Article("a1", text)) if claim.perpetrator.stance == "denied")
    assert denial.where.place.name == "al-Bara"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 6th Infantry Brigade attacked.", [("6th Infantry Brigade", "6th Infantry Brigade")]),
        ("THE 3D INFANTRY BRIGADE ATTACKED.", [("3D INFANTRY BRIGADE", "3D INFANTRY BRIGADE")]),
        ("The 3 brigades attacked.", []),
        ("THE SO-CALLED KARIM TESTOV COMMANDO ATTACKED.", [("KARIM TESTOV COMMANDO", "KARIM TESTOV COMMANDO")]),
        ("ALLEGED KARIM TESTOV COMMANDOS ATTACKED.", [("KARIM TESTOV COMMANDOS", "KARIM TESTOV COMMANDOS")]),
        ("ANY SUBVERSIVE MOVEMENT ATTACKED.", []),
        ("AN ELITE ARMY ATTACKED.", [("ARMY", None)]),
        ("THE SO-CALLED ARMED GROUP ATTACKED.", [("ARMED GROUP", None)]),
    ],
)
def test_the_name_of_a_unit_no_pack_knows(text, expected):
    assert doers(text) == expected


def test_the_army_of_another_country_is_not_that_of_the_pack():
    text = "Salvadoran troops fought on. The government killed six villagers."
    [claim] = read_claims(Article("a1", text))
    assert claim.perpetrator.actor == "Salvadoran armed forces"


MISHAPS = ("technical fault", "gas leak", "short circuit", "human error", "engine failure")


@given(st.sampled_from(MISHAPS), st.sampled_from(["was due to a {}", "was caused by {}", "followed a {}"]))
def test_whoever_names_a_mishap_says_that_nobody_did_it(mishap, cause):
    text = f"A plane crashed near Kano on Monday. The army said the crash {cause.format(mishap)}."
    [claim] = read_claims(Article("a1", text), lexicon=LEXICON)
    assert (claim.perpetrator.actor, claim.perpetrator.words, claim.perpetrator.stance) == (None, mishap, "denied")
    assert (claim.origin, claim.tolls, claim.where.place.name) == ("army", (), "Kano")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six workers died in a blast caused by a gas leak.", [(None, "denied", 1)]),
        ("The army ruled out a gas leak after the blast in Kano.", [(None, None, 0)]),
        ("The blast in Kano was not caused by a gas leak.", [(None, None, 0)]),
        ("The mayor denied that a gas leak caused the blast in Kano.", [(None, None, 0)]),
        ("A gas leak shut the market.", []),
        (
            "A raid killed six in Kano on Monday. FARC attacked Kano on Monday. FARC hit Kano on Monday.",
            [("FARC", "reported", 1), ("FARC", "reported", 0)],
        ),
        ("Six died in a FARC raid. FARC hit Kano on Monday.", [("FARC", "reported", 1), ("FARC", "reported", 0)]),
        ("Six died in a FARC raid on Monday. FARC hit Kano on Monday.", [("FARC", "reported", 1)]),
        ("Six FARC fighters died in Kano on Monday. FARC hit Kano.", [(None, None, 1)]),
    ],
)
def test_accounts_of_the_doer_beside_the_counts(text, expected):
    found = [
        (
            one.perpetrator.actor if one.perpetrator else None,
            one.perpetrator.stance if one.perpetrator else None,
            len(one.tolls),
        )
        for one in read_claims(Article("a1", text, published=date(2023, 2, 2)), lexicon=LEXICON)
    ]
    assert found == expected
