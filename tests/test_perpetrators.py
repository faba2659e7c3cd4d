"""Who did it: doers, those who only hold a village, stances, and what a voice means when it goes on."""

from __future__ import annotations

from datetime import date

import pytest

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article

LEXICON = load_lexicon()


def claims(text, *, title=""):
    article = Article("a1", text, publisher="Agency A", published=date(2023, 2, 2), title=title)
    return read_claims(article, lexicon=LEXICON)


def doers(text):
    found = (claim.perpetrator for claim in claims(text))
    return [(doer.actor, doer.stance) if doer else None for doer in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six villagers were killed by FARC.", [("FARC", "reported")]),
        ("It seems that six villagers were killed by FARC.", [("FARC", "possible")]),
        ("Six villagers were killed by gunmen, when FARC struck.", [(None, "reported")]),
        ("FARC denied that its attack killed six villagers.", [("FARC", "denied")]),
        ("Six villagers were killed in a Boko Haram-held village.", [None]),
        ("Six villagers were killed in a village held by Boko Haram.", [None]),
        ("Kenyan soldiers hit a camp and killed six villagers.", [("Kenyan armed forces", "reported")]),
        (
            "Six FARC fighters and two Colombian soldiers were killed in clashes.",
            [("Colombian armed forces", "reported"), ("FARC", "reported")],
        ),
        ("Six FARC fighters and two Colombian soldiers were killed in a fire.", [None]),
        ("Six FARC fighters and two villagers were killed in clashes.", [None]),
        (
            "Terrorists fired shells at families who moved to Kenyan army positions, killing six men.",
            [(None, "reported")],
        ),
        ("Gunmen affiliated to Boko Haram fired shells, killing six men.", [("Boko Haram", "reported")]),
        ("Two villagers were killed in clashes between FARC and the ELN.", [(None, "reported")]),
        ("Clashes between FARC and the ELN have killed 50 villagers, a monitor said.", [(None, "accused")]),
        ("A battle between villagers and Boko Haram militants who rounded up ten men.", [("Boko Haram", "reported")]),
        ("Four people were injured due to a terrorist rocket attack on Aden.", [(None, "reported")]),
        (
            "Boko Haram fighters based in the town of Saraqib fired shells, killing six men.",
            [("Boko Haram", "reported")],
        ),
        ("IS killed six guards, employees and soldiers.", [("Islamic State (ISIS)", "reported")]),
        ("The army said shells hit the area around it killing six villagers.", [None]),
        (
            "Six people were killed when Boko Haram attacked a town captured by Kenyan forces.",
            [("Boko Haram", "reported")],
        ),
        ("Two judges were killed by assassins in the service of the Testab Cartel.", [("Testab Cartel", "reported")]),
        ("Two judges were killed by gunmen in the pay of FARC.", [("FARC", "reported")]),
        (
            'The killing of two judges was claimed by a self-styled "Zenta Freedom" group.',
            [("Zenta Freedom", "claimed")],
        ),
        (
            'The killing of two judges was claimed by the "Freedom for Zenta Squad".',
            [("Freedom for Zenta Squad", "claimed")],
        ),
        ('The killing of two judges was claimed by a "small" group.', [None]),
        ("Kenyan forces raided farms after the murder of six villagers.", [None]),
        ("Kenyan forces raided farms in the wake of attacks in which six villagers died.", [None]),
        ("Kenyan forces left after killing six villagers.", [("Kenyan armed forces", "reported")]),
        ("Kenyan forces attacked after midnight and killed six men.", [("Kenyan armed forces", "reported")]),
        ("After a raid by FARC, Kenyan forces killed six men.", [("Kenyan armed forces", "reported")]),
        ("FARC envoys met the envoy after a gang had killed six villagers.", [None]),
        ("A crashed Kenyan army helicopter left six people dead.", [None]),
        (
            "Gunmen loyal to the group behind the massacre of six men in the market of Saraqib fled to the hills.",
            [None],
        ),
        ("The army says that Boko Haram fighters were arrested on Monday", [None]),
        ("Rebels blamed Kenyan forces for killing six villagers and denied it.", [("Kenyan armed forces", "accused")]),
    ],
)
def test_the_doer_of_a_sentence_with_casualties(text, expected):
    assert doers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The police blamed Boko Haram for the attack.", [("Boko Haram", "accused")]),
        ("Boko Haram was blamed for the attack by the police.", [("Boko Haram", "accused")]),
        ("The attack was claimed by FARC.", [("FARC", "claimed")]),
        ("The Nigerian army denied the attack.", [("Nigerian armed forces", "denied")]),
        ("No group, not even Boko Haram, claimed responsibility for the attack.", []),
        ("Boko Haram attacked the town of Saraqib.", [("Boko Haram", "reported")]),
        ("An attack by FARC hit the town of Saraqib.", [("FARC", "reported")]),
        ("An attack on Boko Haram hit the town of Saraqib.", [None]),
        ("Boko Haram attacked somebody.", [("Boko Haram", "reported")]),
        ("The suspected FARC attack hit the town of Saraqib.", [("FARC", "accused")]),
        ("The attack on the town of Saraqib appears to be the work of FARC.", [("FARC", "accused")]),
        ("FARC may have attacked the town of Saraqib.", []),
    ],
)
def test_the_doer_of_a_sentence_without_casualties(text, expected):
    assert doers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A FARC attack killed six villagers. Two others were hurt at the market.", [("FARC", "reported")] * 2),
        (
            "A FARC attack killed six villagers. Two others died, SANA said.",
            [("FARC", "reported"), ("FARC", "accused")],
        ),
        ("A FARC attack killed six villagers, SANA said. Two others died.", [("FARC", "accused")] * 2),
        ("A FARC attack killed six villagers, SANA said. Two others died, a medic said.", [("FARC", "accused")] * 2),
        (
            "A FARC attack killed six villagers, SANA said. Two others died, Reuters said. Police blamed the ELN.",
            [("FARC", "accused"), None, ("ELN", "accused")],
        ),
        ("A FARC attack killed six villagers, SANA said. Two others died, FARC said.", [("FARC", "accused"), None]),
        (
            "The Malian army killed 12. Insurgents killed six.",
            [("Malian armed forces", "reported"), (None, "reported")],
        ),
        ("A bomb killed six. It was the work of FARC, police said.", [("FARC", "accused")] * 2),
        (
            "A bomb killed six in Aden. Hamas, which often attacks the city, claimed responsibility.",
            [("Hamas", "claimed")] * 2,
        ),
        (
            "FARC fighters clashed with villagers and killed six. Police arrested two men.",
            [("FARC", "reported"), (None, "reported")],
        ),
        ("FARC fighters killed six villagers. Six FARC members were killed.", [("FARC", "reported"), None]),
    ],
)
def test_a_doer_named_once_is_meant_again(text, expected):
    assert doers(text) == expected


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The Nigerian army said there were no casualties in its ranks.", "Nigerian armed forces"),
        ("Boko Haram fled. A witness said there were no casualties in its ranks.", "Boko Haram"),
        ("A witness said there were no casualties in its ranks.", None),
    ],
)
def test_whose_ranks_are_its_ranks(text, side):
    *_, claim = claims(text)
    assert claim.tolls[0].victims == side


def test_soldiers_without_a_name_are_those_of_the_one_state_in_the_text():
    [claim] = claims("Six soldiers were killed when Boko Haram shelled a base of the Nigerian army.")
    assert claim.tolls[0].victims == "Nigerian armed forces"


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Six men from Boko Haram were killed.", "Boko Haram"),
        ("Six men from Kenya were killed.", "men"),
        ("Six men of the Kenyan army were killed.", "men"),
        ("Six women from Boko Haram were killed.", "women"),
    ],
)
def test_men_from_a_group_fight_for_it(text, victims):
    [claim] = claims(text)
    assert claim.tolls[0].victims == victims


def test_the_words_for_the_victims_leave_out_the_number():
    [claim] = claims("Six of the soldiers were killed.")
    assert claim.tolls[0].victims_words == "soldiers"


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("M23-linked fighters", "M23-linked fighters"),
        ("19-year-old gunmen", "19-year-old gunmen"),
        ("40 gunmen", "gunmen"),
        ("state-backed hard-line rebels", "hard-line rebels"),
    ],
)
def test_the_words_for_an_unnamed_doer_hold_whole_compounds(who, words):
    [claim] = claims(f"Six men were killed by {who}.")
    assert claim.perpetrator.words == words


def test_deaths_of_nobody_in_particular_are_quoted_alone():
    [claim] = claims("Officials counted 10 deaths of unknown cause.")
    [toll] = claim.tolls
    assert (toll.quote.text, str(toll.count), toll.victims) == ("10 deaths", "10", None)


@pytest.mark.parametrize(
    "denial",
    [
        "Russia has denied its aircraft were involved in the incident.",
        "Russia denied any involvement.",
        "Moscow denied that its warplanes had carried out the strike.",
    ],
)
def test_a_state_that_denies_a_deed_told_before_denies_it_for_its_forces(denial):
    told, denied = claims(f"An air strike on the town of Saraqib killed six villagers on Monday. {denial}")
    assert denied.perpetrator.actor == "Russian armed forces"
    assert (denied.perpetrator.stance, denied.tolls) == ("denied", ())
    assert (denied.where, denied.when) == (told.where, told.when)


@pytest.mark.parametrize(
    "other", ["Russia denied it.", "The envoy took responsibility for the talks.", "Russia is large."]
)
def test_what_denies_no_deed_is_no_account(other):
    assert len(claims(f"An air strike on the town of Saraqib killed six villagers on Monday. {other}")) == 1


def test_a_denial_before_any_deed_is_no_account():
    assert doers("Russia denied any involvement.") == []


def test_the_time_of_a_statement_is_no_time_of_the_deed():
    _, accused = claims(
        "An air strike on the town of Saraqib killed six villagers on Monday. "
        "In a statement late on Tuesday, the rescuers blamed Russian warplanes for the strike."
    )
    assert accused.when.words == "Monday"
