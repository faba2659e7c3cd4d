"""Who asserts: one voice under all its names, unnamed sources apart, and its relation to the victims."""

import pytest
from factory import claim, incident, lexicon

from claimrec.judging.case import case_of
from claimrec.judging.origins import source_named, voice_of
from claimrec.judging.voices import voices_of


@pytest.mark.parametrize(
    ("source", "via", "voice"),
    [
        ("Rights Monitor", (), "Rights Monitor"),
        ("RM", ("Daily A",), "Rights Monitor"),
        ("rights  monitor", ("Daily A",), "Rights Monitor"),
        ("Rights Monitor (Bob Unknown)", ("Daily A",), "Rights Monitor"),
        ("director (Ann Speaker)", ("Daily A",), "Rights Monitor"),
        ("Lakeside Post (weekly)", ("Daily A",), "Lakeside Post (weekly)"),
        ("a military source", ("Daily A", "Agency B"), "a military source (via Agency B)"),
        ("Residents", ("Daily A",), "Residents (via Daily A)"),
        ("Defence Ministry of the North", ("Daily A",), "Defence Ministry of the North"),
        ("witnesses", (), "witnesses"),
    ],
)
def test_a_voice_has_one_name(source, via, voice):
    assert voice_of(claim("12 killed", source=source, via=via), lexicon()) == voice


def test_an_unknown_name_is_no_source():
    assert source_named("Lakeside Post", lexicon()) is None


def test_three_papers_that_repeat_one_monitor_are_one_voice():
    case = case_of(
        incident(
            claim("12 killed", source="Rights Monitor", via=("Daily A",)),
            claim("12 killed", source="RM", via=("Daily B", "Agency C")),
            claim("12 killed", source="Ann Speaker", via=("Daily D",)),
            claim("12 killed", source="Daily A"),
        ),
        lexicon(),
    )
    daily, monitor = voices_of(case.claims, case.statements, case.kinship)
    assert (daily.origin, monitor.origin) == ("Daily A", "Rights Monitor")
    assert monitor.chains == (("Daily A", "Rights Monitor"), ("Daily B", "Agency C", "RM"), ("Daily D", "Ann Speaker"))
    assert len(monitor.claims) == 3
    assert monitor.relations == (("people", "third party"),)


@pytest.mark.parametrize(
    ("source", "said", "relation"),
    [
        ("Northern News", "12 guards killed", "own side"),
        ("Northern News", "12 militiamen killed", "own side"),
        ("Northern News", "12 gunmen killed", "third party"),  # of whoever it may be
        ("Northern News", "12 foresters killed", "opponent"),
        ("Northern News", "12 civilians killed", "third party"),
        ("Rights Monitor", "12 guards killed", "third party"),
        ("Daily A", "12 guards killed", "third party"),
    ],
)
def test_the_relation_to_the_victims_is_recorded(source, said, relation):
    case = case_of(incident(claim(said, source=source)), lexicon())
    [voice] = voices_of(case.claims, case.statements, case.kinship)
    assert [found for _, found in voice.relations] == [relation]
