"""Judging on rows of many outlets that coders put together: MAVERICK Kenya (van Baalen and Hoglund 2026).

The coders' events are taken as given. In that table 0 means "none or not mentioned", so it is no count. First the bare
numbers are judged, then the rows as the shipped reader reads them, with their days, outlets and victims.
"""

import csv
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from claimrec.exchange.event_reports import from_event_reports
from claimrec.judging.judge import judge
from claimrec.lexicon.loader import load_lexicon
from claimrec.matching.incidents import Incident
from claimrec.records.claim import Claim, Row, Toll
from claimrec.values.count import Count

TABLE = Path(__file__).parents[2] / "shared" / "data" / "maverick" / "kenya.csv"
EFFECTS = {"deaths": "killed", "injuries": "wounded"}

pytestmark = pytest.mark.skipif(not TABLE.exists(), reason="the shared table of MAVERICK is not here")


@pytest.fixture(scope="module")
def events():
    """Of each event the claims of its rows."""
    found = defaultdict(list)
    with TABLE.open(encoding="utf-8", newline="") as table:
        for line, row in enumerate(csv.DictReader(table), start=2):
            tolls = tuple(
                Toll(effect, Count(*sorted((int(float(row[f"{name}_low"])), high))), quote=None)
                for name, effect in EFFECTS.items()
                if (high := int(float(row[f"{name}_high"])))
            )
            told = Claim(row["id"], None, (row["source_author"],), tolls=tolls, row=Row(TABLE.name, line))
            found[row["event_id"]].append(told)
    return found


@pytest.fixture(scope="module")
def read(events):
    """Of each event the claims of its rows as they are read."""
    event_of = {claim.row.line: name for name, claims in events.items() for claim in claims}
    found = defaultdict(list)
    for told in from_event_reports(TABLE):
        found[event_of[told.row.line]].append(told)
    return found


def judgements(events):
    incidents = [Incident(name, "incident", tuple(claims)) for name, claims in events.items()]
    return {judged.incident.id: judged for judged in judge(incidents, lexicon=load_lexicon())}


def count_conflicts(judged):
    return [conflict for conflict in judged.conflicts if conflict.kind == "count"]


@pytest.fixture(scope="module")
def conflicts(events):
    """Of each event the count conflicts that are found in its numbers."""
    return {name: count_conflicts(judged) for name, judged in judgements(events).items()}


def counts_of(claims, effect):
    return [toll.count for claim in claims for toll in claim.tolls if toll.effect == effect]


def disjoint(events):
    return {
        name
        for name, claims in events.items()
        if any(a & b is None for effect in EFFECTS.values() for a, b in combinations(counts_of(claims, effect), 2))
    }


def equal(events):
    return {
        name
        for name, claims in events.items()
        if all(len(set(counts_of(claims, effect))) <= 1 for effect in EFFECTS.values())
    }


def test_every_event_with_disjoint_counts_is_flagged(events, conflicts):
    assert len(disjoint(events)) > 90
    assert [name for name in disjoint(events) if not conflicts[name]] == []


def test_no_event_with_equal_counts_is_flagged(events, conflicts):
    assert len(equal(events)) > 500
    assert [name for name in equal(events) if conflicts[name]] == []


def test_read_whole_an_event_with_disjoint_counts_is_flagged_unless_a_rule_explains_them(read):
    """An outlet replaced its own figure on a later day, or one row counts people who are a part of another's."""
    judged = judgements(read)
    explained = {"later toll", "part and whole"}
    unflagged = [name for name in disjoint(read) if not count_conflicts(judged[name])]
    assert len(unflagged) <= 5
    assert all(any(one.rule in explained for one in judged[name].verdicts) for name in unflagged)


def test_read_whole_no_event_with_equal_counts_is_flagged(read):
    judged = judgements(read)
    assert [name for name in equal(read) if count_conflicts(judged[name])] == []
