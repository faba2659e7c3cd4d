"""Days, places, kinds of event and labels that differ."""

from datetime import timedelta

import attrs
import pytest
from factory import DAY, claim, incident, lexicon

from claimrec.judging.case import case_of
from claimrec.judging.dates import disjoint_days
from claimrec.judging.places import place_wording, places_apart
from claimrec.judging.wording import event_kinds, labels, one_number_two_groups
from claimrec.values.place import Place
from claimrec.values.window import Window


def found_by(check, *claims):
    return list(check(case_of(incident(*claims), lexicon())))


def days_later(days):
    return DAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("day", "relative", "severity"),
    [
        (DAY, False, None),
        (days_later(1), False, "tension"),
        (days_later(2), False, "contradiction"),
        (days_later(1), True, None),  # METHOD 19: one day of tolerance
        (days_later(2), True, "tension"),
        (Window(DAY, days_later(9)), False, None),
        (Window(days_later(3), days_later(9)), False, "contradiction"),
        (None, False, None),
    ],
)
def test_windows_that_share_no_day(day, relative, severity):
    told = claim("3 killed", day=DAY), claim("3 killed", day=day, relative=relative, source="Agency B")
    assert [found.severity for found in found_by(disjoint_days, *told)] == ([severity] if severity else [])


def test_days_that_are_repeated_are_held_against_each_other_once():
    told = [claim(f"{n} killed", day=DAY) for n in (1, 2)]
    told += [claim(f"{n} killed", day=days_later(4), source="Agency B") for n in (3, 4)]
    [found] = found_by(disjoint_days, *told)
    assert found.because == "Agency A says 2023-05-10; Agency B says 2023-05-14: 4 days apart"


def test_an_article_disagrees_where_it_says_the_day_itself():
    said = claim("3 killed on Monday", day=DAY, day_words="Monday", article="a1")
    carried_over = [claim(f"{n} wounded", day=DAY, day_words="Monday", article="a1") for n in range(4)]
    without_words = [claim(f"{n} missing", day=DAY, article="a1") for n in range(4)]
    other = claim(day=days_later(4), source="Agency B")
    [found] = found_by(disjoint_days, *carried_over, *without_words, said, other)
    assert set(found.claims) == {said.id, other.id}


def test_days_that_were_not_said_contradict_nobody():
    told = claim(day=DAY)
    inferred = attrs.evolve(told, when=attrs.evolve(told.when, inferred=True))
    assert found_by(disjoint_days, inferred, claim(day=days_later(5), source="Agency B")) == []


def test_one_day_is_not_called_days():
    [found] = found_by(disjoint_days, claim(day=DAY), claim(day=days_later(1), source="Agency B"))
    assert found.kind == "date"
    assert found.because.endswith("2023-05-11: 1 day apart")


def test_other_days_within_one_article_are_of_other_things():
    told = [claim(f"{n} killed", day=days_later(n), article="a1") for n in (0, 4)]
    assert found_by(disjoint_days, *told) == []
    assert found_by(disjoint_days, *told, claim("3 killed", day=days_later(4), source="Agency B")) == []
    [found] = found_by(disjoint_days, *told, claim("3 killed", day=days_later(5), source="Agency B"))
    assert found.severity == "tension"  # the nearest of them counts


def test_totals_have_windows_of_their_own():
    told = [claim(f"{n} killed", day=days_later(n), level="cumulative") for n in (1, 9)]
    assert found_by(disjoint_days, *told) == []
    told = [claim("3 killed", place=place, level="cumulative") for place in (OAK, FAR)]
    assert found_by(places_apart, *told) == []


OAK = Place("Oak Town", "North", 10.0, 10.0, 2.0)
NEAR = Place("Elm Town", "North", 10.06, 10.0, 2.0)
APART = Place("Fir Town", "North", 10.1, 10.0, 2.0)
FAR = Place("Ash Town", "North", 10.3, 10.0, 2.0)


@pytest.mark.parametrize(
    ("here", "there", "severity"),
    [
        (OAK, OAK, None),
        (OAK, NEAR, None),  # told one for the other
        (OAK, APART, "tension"),
        (OAK, FAR, "contradiction"),
        (OAK, Place("Northland", None, 12.3, 10.0, 100.0), None),  # a wide word has no circle
        (OAK, Place("Ash Town"), None),
        (OAK, Place("Yew Town", "North", 10.3, 10.0), None),
        (OAK, None, None),
    ],
)
def test_places_whose_circles_do_not_touch(here, there, severity):
    told = claim("3 killed", place=here), claim("3 killed", place=there, source="Agency B")
    assert [found.severity for found in found_by(places_apart, *told)] == ([severity] if severity else [])


def test_a_place_conflict_says_how_far_and_in_which_words():
    told = claim("3 killed", place=OAK, place_words="outside Oak"), claim("3 killed", place=FAR, source="Agency B")
    [found] = found_by(places_apart, *told)
    assert "Agency A says Oak Town (“outside Oak”)" in found.because
    assert "29 km apart" in found.because
    assert found.kind == "place"


def test_other_words_for_one_place_are_a_note():
    told = [claim("3 killed", place=OAK, place_words=words, source=words) for words in ("Oak", "al-Oak", "Oak")]
    [found] = found_by(place_wording, *told, claim("3 killed", place=OAK))
    assert (found.kind, found.severity) == ("place", "note")
    assert found.because == "Oak Town: “Oak” (Oak) and “al-Oak” (al-Oak)"
    assert found_by(place_wording, told[0]) == []
    elsewhere = claim("4 killed", place=Place("Elm Town"), place_words="Elm", source="Elm")
    assert found_by(place_wording, told[0], elsewhere) == []


def test_kinds_of_event_are_a_note():
    told = [claim("3 killed", event=kind, source=f"the one of {kind}") for kind in ("ambush", "raid")]
    [found] = found_by(event_kinds, *told, claim("3 killed"))
    assert (found.kind, found.severity) == ("event", "note")
    assert found.because == "the one of ambush says ambush; the one of raid says raid"


def test_labels_of_one_actor_are_reported_as_wording():
    told = [
        claim(f"3 {words} killed", source=source) for words, source in (("foresters", "A"), ("Forest Brigade", "B"))
    ]
    [found] = found_by(labels, *told)
    assert (found.kind, found.severity) == ("wording", "note")
    assert found.because == "Forest Brigade: “Forest Brigade” (B) and “foresters” (A)"
    assert found_by(labels, claim("3 foresters killed; 3 Forest Brigade killed")) == []  # one publisher
    assert found_by(labels, claim("3 civilians killed"), claim("3 local man killed", source="B")) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("2 guards killed", "2 militiamen killed", True),
        ("2 guards killed", "3 militiamen killed", False),
        ("2 guards killed", "2 militiamen wounded", False),
        ("2 guards killed", "2 rebels killed", False),  # of the other side
        ("2 women killed", "2 children killed", False),
        ("no guards killed", "no militiamen killed", False),
        ("at least 2 guards killed", "at least 2 militiamen killed", False),
    ],
)
def test_one_number_for_two_groups_of_one_side(one, other, found):
    told = claim(one, source="Agency A"), claim(other, source="Agency B")
    assert bool(found_by(one_number_two_groups, *told)) is found
    assert found_by(one_number_two_groups, claim(one), claim(other)) == []  # one voice counts both


def test_what_several_say_is_reported_of_the_one_who_was_printed_first():
    late = claim("1 killed", day=DAY, source="Late", published=days_later(1), name="a")
    early = claim("2 killed", day=DAY, source="Early", name="z")
    [found] = found_by(disjoint_days, late, early, claim("3 killed", day=days_later(4), source="Other", name="m"))
    assert found.claims == ("m", "z")
