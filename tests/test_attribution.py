"""Who did it: denials, competing actors, reversed roles."""

from datetime import timedelta

import pytest
from factory import DAY, claim, incident, lexicon

from claimrec.judging.attribution import competing_actors, denied, role_reversal
from claimrec.judging.case import case_of
from claimrec.values.place import Place

CHECKS = (denied, competing_actors, role_reversal)


def found_by(*claims):
    case = case_of(incident(*claims), lexicon())
    return [(found.rule, found.severity) for check in CHECKS for found in check(case)]


def says(by=None, stance="accused", said="", source="Agency A", event=None, words=None):
    return claim(said, by=by, by_words=words, stance=stance, source=source, event=event)


NORTH, SOUTH = "Northern army", "Southern army"
OTHERS = [("competing actors", "contradiction")]
DENIED = [("denied", "contradiction")]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        # METHOD 14: an accusation by A against B and a claim by B agree
        (says("Dune Group"), says("Dune Group", "claimed", source="Dune Agency"), []),
        (says("Dune Group"), says("Dune Group", "denied", source="Dune Agency"), DENIED),
        (says("Dune Group", "reported"), says("Dune Group", "denied", source="Dune Agency"), DENIED),
        (says("Forest Brigade"), says("Rebel Alliance", "denied", source="B"), DENIED),
        (says("Dune Group + Forest Brigade"), says("Forest Brigade", "denied", source="B"), DENIED),
        (says("Dune Group", "possible"), says("Dune Group", "denied", source="B"), [("denied", "tension")]),
        (
            says("Dune Group", "claimed", event="crash"),
            says(None, "denied", source="B", words="a fault", event="crash"),
            [("denied", "tension")],
        ),
        (says("Dune Group"), says("Forest Brigade", "denied", source="B"), []),
        (says("Dune Group", "denied"), says("Dune Group", "denied", source="B"), []),
        (says(None, words="gunmen"), says("Dune Group", "denied", source="B"), []),
        # METHOD 15: part and whole are compatible, siblings are not
        (says("Forest Brigade"), says("Rebel Alliance", source="B"), []),
        (says("Forest Brigade"), says("Lake Brigade", source="B"), OTHERS),
        (says(NORTH), says(SOUTH, source="B"), OTHERS),
        (says("Northern army + Dune Group"), says("Dune Group", source="B"), []),
        (says(NORTH), says(None, source="B", words="warplanes"), []),
        (says(NORTH), says(None, source="B"), []),  # silence
        (says(NORTH, "possible"), says(SOUTH, source="B"), [("competing actors", "tension")]),
        (says(NORTH), says(SOUTH, "reported"), [("competing actors", "tension")]),  # one voice
        # METHOD 16: competing claims
        (says("Dune Group", "claimed"), says("Forest Brigade", "claimed", source="B"), OTHERS),
        # who was hurt
        (says(NORTH, said="3 civilians killed"), says(SOUTH, said="4 children killed", source="B"), OTHERS),
        (says(NORTH, said="3 civilians killed"), says(SOUTH, said="4 rebels killed", source="B"), []),
        (says("Dune Group", said="3 army killed"), says(NORTH, said="4 dune fighters killed", source="B"), []),
        (says("Dune Group"), says(NORTH, said="4 dune fighters killed", source="B"), []),
        (says("Dune Group", said="3 killed"), says(NORTH, said="4 killed", source="B"), OTHERS),
    ],
)
def test_accounts_of_who_did_it(one, other, found):
    assert found_by(one, other) == found
    assert found_by(other, one) == found


AMBUSH = {"by": "Dune Group", "said": "3 army killed", "event": "ambush"}
RAID = {"by": "Northern army", "said": "4 dune fighters killed", "event": "raid", "source": "B"}
REVERSED = [("role reversal", "tension")]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({}, {}, REVERSED),
        ({}, {"source": "Agency A"}, []),  # one voice tells both sides' losses
        ({}, {"event": "armed clash"}, []),
        ({"event": None}, {}, []),
        ({}, {"said": "4 civilians killed"}, []),
    ],
)
def test_reversed_roles_are_a_conflict_of_their_own(one, other, found):
    assert found_by(says(**AMBUSH | one), says(**RAID | other)) == found


def test_reversed_roles_are_told_in_words():
    [found] = role_reversal(case_of(incident(says(**AMBUSH), says(**RAID)), lexicon()))
    assert found.because.endswith(": the roles are reversed")


def test_each_voice_that_is_contradicted_is_in_a_conflict_of_its_own():
    told = [says("Dune Group", source=source) for source in ("A", "B", "C")]
    assert found_by(*told, says("Dune Group", "denied", source="Dune Agency")) == DENIED * 3


def test_what_a_voice_repeats_in_its_article_joins_its_conflict_the_gravest():
    told = [claim(f"{number} killed", by=NORTH, stance="accused", article="a1") for number in (3, 4)]
    denial = says(NORTH, "denied", source="B")
    [found] = denied(case_of(incident(*told, denial), lexicon()))
    assert set(found.claims) == {one.id for one in (*told, denial)}


def test_the_sentence_says_who_says_what():
    told = says("Dune Group", said="3 killed"), says("Dune Group", "denied", source="Dune Agency")
    case = case_of(incident(*told), lexicon())
    [found] = denied(case)
    parts = sorted(found.because.removesuffix(": both cannot be true").split("; "))
    assert parts == [
        "Agency A accuses Dune Group, “3 killed”",
        "Dune Agency denies the act of Dune Group, “An attack was reported.”",
    ]


def test_competing_claims_are_contested():
    told = says("Dune Group", "claimed"), says("Forest Brigade", "claimed", source="B")
    [found] = competing_actors(case_of(incident(*told), lexicon()))
    assert found.because.endswith(": contested")


def test_unquoted_words_and_unnamed_actors_are_named_as_printed():
    import attrs

    from claimrec.records.claim import Row

    crash = says(None, "denied", words="a fault", source="B", event="crash")
    row = attrs.evolve(crash, quote=None, row=Row("table.csv", 3))
    [found] = denied(case_of(incident(says("Dune Group", event="crash"), row), lexicon()))
    parts = found.because.removesuffix(": both cannot be true").split("; ")
    assert "B denies any act, and names a fault" in parts


def test_doers_named_in_one_sentence_did_it_together():
    both = [says(name, "accused", source="Rescuers") for name in (NORTH, SOUTH)]
    assert found_by(*both, says(NORTH, "reported", source="B")) == []


def test_a_mishap_denies_the_act_of_whoever_claims_it():
    told = {"source": "Dune Agency", "by": "Dune Group", "stance": "claimed", "event": "crash"}
    plane = [claim(**told), claim(by_words="a technical fault", stance="denied", event="crash")]
    [conflict] = denied(case_of(incident(*plane), lexicon()))
    assert "denies any act, and names a technical fault" in conflict.because


OAK, BY_OAK = Place("Oak Town", "North", 10.0, 10.0, 2.0), Place("Oak Field", "North", 10.02, 10.0, 2.0)
FIR, UNKNOWN_FIR = Place("Fir Town", "North", 10.4, 10.0, 2.0), Place("Fir Town")


@pytest.mark.parametrize(
    ("crash", "act", "is_denied"),
    [
        ({"event": "crash"}, {"event": "crash"}, True),
        ({"event": "crash"}, {"event": "shelling"}, False),
        ({"day": DAY}, {"day": DAY}, True),
        ({"day": DAY}, {"day": DAY + timedelta(days=1)}, False),
        ({"day": DAY}, {"day": DAY + timedelta(days=1), "relative": True}, True),  # METHOD 19
        ({"place": OAK}, {"place": BY_OAK}, True),
        ({"place": OAK}, {"place": FIR}, False),
        ({"place": FIR}, {"place": UNKNOWN_FIR}, True),
        ({"place": OAK}, {"place": UNKNOWN_FIR}, False),  # it cannot be told
        ({"event": "crash", "day": DAY, "place": OAK}, {"event": "crash", "day": DAY, "place": FIR}, False),
        ({"event": "crash", "day": DAY}, {"event": "crash", "place": FIR}, True),
        ({"event": "crash"}, {"day": DAY}, False),
        ({}, {"event": "crash", "day": DAY, "place": OAK}, False),
    ],
)
def test_a_mishap_denies_an_act_only_where_both_are_told_of_one_deed(crash, act, is_denied):
    plane = claim(by_words="a technical fault", stance="denied", source="B", **crash)
    told = incident(plane, claim(by="Dune Group", **act))
    assert len(list(denied(case_of(told, lexicon())))) == is_denied
