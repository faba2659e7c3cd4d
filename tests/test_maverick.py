"""Judging on rows of many outlets that coders put together: MAVERICK Kenya (van Baalen and Hoglund 2026).

The coders' events are taken as given. In that table 0 means "none or not mentioned", so it is no count.
"""

import csv
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

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
def conflicts(events):
    """Of each event the count conflicts that are found in it."""
    incidents = [Incident(name, "incident", tuple(claims)) for name, claims in events.items()]
    return {
        judged.incident.id: [conflict for conflict in judged.conflicts if conflict.kind == "count"]
        for judged in judge(incidents, lexicon=load_lexicon())
    }


def counts_of(claims, effect):
    return [toll.count for claim in claims for toll in claim.tolls if toll.effect == effect]


def test_every_event_with_disjoint_counts_is_flagged(events, conflicts):
    disjoint = {
        name
        for name, claims in events.items()
        if any(a & b is None for effect in EFFECTS.values() for a, b in combinations(counts_of(claims, effect), 2))
    }
    assert len(disjoint) > 90
    assert [name for name in disjoint if not conflicts[name]] == []


def test_no_event_with_equal_counts_is_flagged(events, conflicts):
    equal = {
        name
        for name, claims in events.items()
        if all(len(set(counts_of(claims, effect))) <= 1 for effect in EFFECTS.values())
    }
    assert len(equal) > 500
    assert [name for name in equal if conflicts[name]] == []
