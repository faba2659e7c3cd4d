"""The perpetrator, victims and event comparisons."""

from datetime import date

import pytest
from factory import claim
from valley import LEXICON

from claimrec.lexicon.entries import VictimEntry
from claimrec.lexicon.loader import load_lexicon
from claimrec.matching.event import Kind, event, kind_of
from claimrec.matching.parties import Party, perpetrator, side_of, victims, victims_of

COMMON = load_lexicon("common")
BEFORE, AFTER = date(2019, 6, 1), date(2023, 5, 8)


def side(by, said="", day=AFTER, **told):
    return side_of(claim(said, by=by, day=day, **told), LEXICON)


def counted(said, day=AFTER):
    return victims_of(claim(said, day=day), LEXICON)


@pytest.mark.parametrize(
    ("a", "b", "level", "because"),
    [
        (side("Northern army"), side("army"), "same", "both Northern army"),
        (side("River Guards"), side("Northern army"), "part and whole", "Northern army and River Guards"),
        (side("River Guards"), side("Hill Militia"), "another", "Hill Militia and River Guards"),
        (side("Hill Militia"), side("Northern side"), "part and whole", "Hill Militia and Northern side"),
        (
            side("Hill Militia", day=BEFORE),
            side("Northern side", day=BEFORE),
            "another",
            "Hill Militia and Northern side",
        ),
        (
            side("guards", "12 rebels killed"),
            side("Rebel Alliance", "3 guards killed"),
            "roles reversed",
            "Rebel Alliance and River Guards, each the other's victim",
        ),
        (
            side("Northern army", "12 foresters killed"),
            side("Rebel Alliance", "3 guards killed"),
            "roles reversed",
            "Northern army and Rebel Alliance, each the other's victim",
        ),
        (
            side("guards", "12 rebels killed"),
            side("Rebel Alliance", "3 people killed"),
            "another",
            "Rebel Alliance and River Guards",
        ),
        (side("Dune Group"), side("Unknown Brigade"), "another", "Dune Group and Unknown Brigade"),
    ],
)
def test_levels_of_perpetrators(a, b, level, because):
    finding = perpetrator.level(a, b)
    assert (finding.level, finding.because) == (level, because)


@pytest.mark.parametrize(
    "told",
    [claim(), claim(by_words="unknown gunmen"), claim(by="Dune Group", stance="denied")],
)
def test_who_did_it_is_not_said(told):
    assert side_of(told, LEXICON) is None


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        (counted("3 children killed"), counted("5 children wounded"), "same"),
        (counted("3 children killed"), counted("5 civilians killed"), "part and whole"),
        (counted("3 civilians killed; 1 guards killed"), counted("5 children killed"), "part and whole"),
        (counted("3 civilians killed; 1 guards killed"), counted("2 guards killed"), "same"),
        (counted("3 rebels killed"), counted("5 children killed"), "others"),
        (counted("3 foresters killed"), counted("5 brigade members killed"), "others"),
    ],
)
def test_levels_of_victims(a, b, level):
    assert victims.level(a, b).level == level


def test_soldiers_can_be_those_of_any_state_and_of_no_group():
    def hurt(name):
        return victims_of(claim("3 killed", victims=name), COMMON)

    assert victims.level(hurt("military personnel"), hurt("Malian armed forces")).level == "part and whole"
    assert victims.level(hurt("military personnel"), hurt("Boko Haram")).level == "others"


@pytest.mark.parametrize("seldom", [name for name, entry in COMMON.of(VictimEntry).items() if entry.seldom])
def test_people_who_are_seldom_hit_say_more_of_which_incident_is_meant(seldom):
    hit, children = (victims_of(claim("3 killed", victims=name), COMMON) for name in (seldom, "children"))
    assert victims.level(hit, hit).bits > victims.level(children, children).bits
    assert victims.level(hit, (*hit, *children)).level == "same, seldom hit"
    assert victims.level(children, (*hit, *children)).level == "same"


def test_who_was_hit_is_not_said():
    assert victims_of(claim("3 killed"), LEXICON) is None


def test_a_party_knows_what_contains_it_on_the_day():
    assert counted("3 brigade members killed") == (Party("Lake Brigade", frozenset()),)
    assert counted("3 brigade members killed", day=BEFORE)[0].wholes == {"Rebel Alliance"}


def kind(words):
    return kind_of(claim(event=words), LEXICON)


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        (kind("air strike"), kind("Air raid"), "same kind"),
        (kind("air raid"), kind("rocket fire"), "same family"),
        (kind("air strike"), kind("ambush"), "another kind"),
        (kind("riot"), kind("riot"), "same kind"),
        (kind("riot"), kind("ambush"), "another kind"),
    ],
)
def test_levels_of_events(a, b, level):
    assert event.level(a, b).level == level


def test_an_unknown_kind_is_a_family_of_its_own():
    assert kind("riot") == Kind("riot", "riot")
    assert kind(None) is None


def test_a_vague_kind_is_no_kind():
    assert kind("attack") is None
