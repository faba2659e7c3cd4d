"""The shipped example, from its folder to the result, held to what a careful reader finds (expected.md beside it)."""

from pathlib import Path

import pytest

from claimrec import extract_claims, read_articles, reconcile

EXAMPLE = Path(__file__).parents[1] / "examples" / "northwest_syria"

INCIDENTS = {
    "Kabanah": {
        "2022-11-09_northwest-monitor",
        "2022-11-09_harbour-wire",
        "2022-11-09_coast-news-agency",
        "2022-11-10_morning-ledger",
        "2022-11-10_tilal-agency",
    },
    "al-Bara": {
        "2022-11-12_northwest-monitor",
        "2022-11-13_northwest-monitor",
        "2022-11-13_orontes-today",
        "2022-11-13_coast-news-agency",
    },
    "Saraqib": {"2022-11-15_harbour-wire", "2022-11-15_tilal-agency"},
    "Kafr Nabl": {"2022-11-17_morning-ledger", "2022-11-17_coast-news-agency"},
    "Kafr Nabl, the next day": {"2022-11-18_orontes-today"},
    "al-Mansoura (Hama)": {"2022-11-20_northwest-monitor"},
    "al-Mansoura (Aleppo)": {"2022-11-20_coast-news-agency"},
}

TOLLS = [
    ("2022-11-09_northwest-monitor", "killed", "19", "Northwest Monitor"),
    ("2022-11-09_northwest-monitor", "killed", "6", "Northwest Monitor"),
    ("2022-11-09_harbour-wire", "killed", "at least 19", "Northwest Monitor"),
    ("2022-11-10_morning-ledger", "killed", "16 to 20", "Northwest Monitor"),
    ("2022-11-09_coast-news-agency", "killed", "3", "military source"),
    ("2022-11-09_coast-news-agency", "killed_or_wounded", "24", "military source"),
    ("2022-11-10_tilal-agency", "killed", "at least 21", "Hayat Tahrir al-Sham (HTS)"),
    ("2022-11-10_tilal-agency", "killed_or_wounded", "0", "Hayat Tahrir al-Sham (HTS)"),
    ("2022-11-12_northwest-monitor", "killed", "2", "Northwest Monitor"),
    ("2022-11-12_northwest-monitor", "wounded", "5", "Northwest Monitor"),
    ("2022-11-13_northwest-monitor", "killed", "4", "Northwest Monitor"),
    ("2022-11-13_northwest-monitor", "wounded", "11", "Northwest Monitor"),
    ("2022-11-13_orontes-today", "killed", "4", "doctor"),
    ("2022-11-13_orontes-today", "wounded", "11", "doctor"),
    ("2022-11-13_coast-news-agency", "killed_or_wounded", "at least 2", "military source"),
    ("2022-11-15_harbour-wire", "killed", "5", "security official"),
    ("2022-11-15_harbour-wire", "wounded", "12", "security official"),
    ("2022-11-15_tilal-agency", "killed_or_wounded", "17", "Hayat Tahrir al-Sham (HTS)"),
    ("2022-11-17_morning-ledger", "killed", "9", "Northwest Monitor"),
    ("2022-11-17_morning-ledger", "killed", "6", "Northwest Monitor"),
    ("2022-11-17_morning-ledger", "killed", "3", "Northwest Monitor"),
    ("2022-11-18_orontes-today", "killed", "2", "local observer"),
    ("2022-11-18_orontes-today", "wounded", "1", "local observer"),
    ("2022-11-20_northwest-monitor", "killed", "2", "Northwest Monitor"),
    ("2022-11-20_coast-news-agency", "killed", "2", "military source"),
]

CONFLICTS = [
    ("count", "2022-11-09_northwest-monitor", "2022-11-09_coast-news-agency"),
    ("count", "2022-11-09_coast-news-agency", "2022-11-10_tilal-agency"),
    ("count", "2022-11-09_northwest-monitor", "2022-11-10_tilal-agency"),
    ("attribution", "2022-11-12_northwest-monitor", "2022-11-13_coast-news-agency"),
    ("attribution", "2022-11-15_harbour-wire", "2022-11-15_tilal-agency"),
]

PEACE = [
    ("count", "2022-11-09_northwest-monitor", "2022-11-09_harbour-wire"),  # drift along one chain
    ("count", "2022-11-09_harbour-wire", "2022-11-10_morning-ledger"),
    ("count", "2022-11-12_northwest-monitor", "2022-11-13_northwest-monitor"),  # one origin, later
    ("count", "2022-11-12_northwest-monitor", "2022-11-13_orontes-today"),
    ("count", "2022-11-13_northwest-monitor", "2022-11-13_orontes-today"),  # agreement
    ("count", "2022-11-15_harbour-wire", "2022-11-15_tilal-agency"),  # 5 and 12 are 17
    ("count", "2022-11-17_morning-ledger", "2022-11-17_coast-news-agency"),  # silence
    ("count", "2022-11-17_morning-ledger", "2022-11-17_morning-ledger"),  # nine is six and three
]


@pytest.fixture(scope="module")
def result():
    claims = extract_claims(read_articles(EXAMPLE))
    return reconcile(claims, unread=claims.unread)


@pytest.fixture(scope="module")
def articles_of(result):
    """Of each incident, the articles whose claims are in it."""
    return [
        {claim.article for claim in judgement.incident.claims}
        for judgement in result.incidents
        if judgement.incident.level == "incident"
    ]


@pytest.fixture(scope="module")
def contradictions(result):
    """The kind and the articles of each contradiction."""
    article = {claim.id: claim.article for claim in result.claims}
    return [
        (conflict.kind, {article[claim] for claim in conflict.claims})
        for conflict in result.conflicts
        if conflict.severity == "contradiction"
    ]


def test_every_dispatch_says_that_it_is_invented_and_is_short():
    files = sorted(EXAMPLE.glob("*.txt"))
    assert 12 <= len(files) <= 16
    for file in files:
        _, front, text = file.read_text(encoding="utf-8").split("---\n", maxsplit=2)
        assert "invented" in front
        assert 60 <= len(text.split()) <= 180


def test_every_dispatch_is_read(result):
    assert not result.unread
    assert len({article.publisher for article in read_articles(EXAMPLE)}) >= 5


@pytest.mark.parametrize(("article", "effect", "count", "origin"), TOLLS)
def test_every_toll_is_read_with_its_origin(result, article, effect, count, origin):
    said = {
        (toll.effect, str(toll.count), claim.origin)
        for claim in result.claims
        if claim.article == article
        for toll in claim.tolls
    }
    assert (effect, count, origin) in said


@pytest.mark.parametrize("name", INCIDENTS)
def test_the_dispatches_on_one_incident_come_together(articles_of, name):
    assert any(INCIDENTS[name] <= articles for articles in articles_of)


def test_no_two_incidents_are_merged(articles_of):
    for articles in articles_of:
        touched = [name for name, members in INCIDENTS.items() if members & articles]
        assert len(touched) <= 1


@pytest.mark.parametrize(("kind", "a", "b"), CONFLICTS)
def test_what_cannot_all_be_true_is_found(contradictions, kind, a, b):
    assert any(kind == found and {a, b} <= articles for found, articles in contradictions)


def test_nothing_else_is_a_contradiction(contradictions):
    expected = {"count": INCIDENTS["Kabanah"], "attribution": INCIDENTS["al-Bara"] | INCIDENTS["Saraqib"]}
    assert [articles for kind, articles in contradictions if not articles <= expected[kind]] == []


@pytest.mark.parametrize(("kind", "a", "b"), PEACE)
def test_what_can_all_be_true_is_no_contradiction(contradictions, kind, a, b):
    assert (kind, {a, b}) not in contradictions


def test_the_later_toll_of_one_origin_supersedes_the_earlier(result):
    article = {claim.id: claim.article for claim in result.claims}
    trail = {
        (article[pair.earlier.claim], article[pair.later.claim])
        for judgement in result.incidents
        for pair in judgement.superseded
    }
    assert ("2022-11-12_northwest-monitor", "2022-11-13_northwest-monitor") in trail


def test_the_aggregate_is_the_sum_of_two_incidents(result):
    [aggregate] = [judgement for judgement in result.incidents if judgement.incident.level == "aggregate"]
    assert len(aggregate.parts) == 2


def test_three_outlets_that_repeat_one_monitor_are_one_voice(result):
    [kabanah] = [
        judgement
        for judgement in result.incidents
        if INCIDENTS["Kabanah"] <= {claim.article for claim in judgement.incident.claims}
    ]
    [monitor] = [voice for voice in kabanah.voices if voice.origin == "Northwest Monitor"]
    assert {"Northwest Monitor", "Harbour Wire", "Morning Ledger"} <= {chain[0] for chain in monitor.chains}


def test_a_cumulative_toll_belongs_to_no_incident(result):
    for judgement in result.incidents:
        counts = {toll.count.low for claim in judgement.incident.claims for toll in claim.tolls}
        assert 14 not in counts or judgement.incident.level != "incident"
