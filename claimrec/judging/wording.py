"""Other words for one thing: kinds of event and labels, reported as wording and never as fact (METHOD 17)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

import numpy as np

from claimrec.judging.case import Case, conflict
from claimrec.judging.claim_columns import ClaimColumns
from claimrec.judging.coded import Places
from claimrec.judging.judgement import Conflict
from claimrec.judging.sentences import listed, speaker
from claimrec.judging.statement_table import StatementTable
from claimrec.judging.victims import are_of_one_side
from claimrec.records.claim import Claim


def event_kinds(case: Case) -> Iterator[Conflict]:
    """The incident is called different kinds of event: a note, for one attack has often several."""
    return _kinds(case.claims)


def event_kinds_at_once(columns: ClaimColumns) -> Iterator[tuple[int, Conflict]]:
    """What `event_kinds` finds in all incidents in which no article tells two claims, behind the incident's place."""
    for at in np.flatnonzero(columns.differ(columns.events[1]) & ~columns.retold).tolist():
        yield from ((at, one) for one in _kinds(columns.told[at]))


def _kinds(claims: Iterable[Claim]) -> Iterator[Conflict]:
    first: dict[str, Claim] = {}
    for claim in claims:
        if claim.event:
            first.setdefault(claim.event, claim)
    for (kind, one), (other_kind, other) in combinations(sorted(first.items()), 2):
        because = f"{speaker(one)} says {kind}; {speaker(other)} says {other_kind}"
        yield conflict(event_kinds, "event", "note", [one, other], because)


Label = tuple[str, str, Claim]
"""Whose people are counted, in which words, and by which claim."""


def labels(case: Case) -> Iterator[Conflict]:
    """One armed actor under different words of different publishers."""
    told = [one for one in case.statements if case.kinship.are_actors(one.group)]
    return _labels((str(one.group), one.toll.victims_words, one.claim) for one in told if one.toll.victims_words)


def labels_at_once(table: StatementTable, tolls: Places) -> Iterator[tuple[int, Conflict]]:
    """What `labels` finds in all incidents in which no article tells two claims, behind the incident's place.

    The `tolls` count people of actors in words of their own, whom others call otherwise.
    """
    columns, (groups, group) = table.columns, table.groups
    told: dict[int, list[Label]] = defaultdict(list)
    asked = tolls[~columns.retold[columns.of_toll[tolls]]]
    for toll, at, named in zip(*(some.tolist() for some in (asked, columns.of_toll[asked], group[asked])), strict=True):
        claim, _, said, _ = table.toll(toll)
        told[at].append((str(groups[named]), said.victims_words or "", claim))
    for at, some in told.items():
        yield from ((at, one) for one in _labels(some))


def _labels(told: Iterable[Label]) -> Iterator[Conflict]:
    called: dict[str, dict[str, tuple[str, Claim]]] = defaultdict(dict)
    for name, words, claim in told:
        called[name].setdefault(words.lower(), (words, claim))
    for name, labelled in sorted(called.items()):
        if len({claim.publisher for _, claim in labelled.values()}) > 1:
            said = [f"“{words}” ({claim.publisher})" for _, (words, claim) in sorted(labelled.items())]
            claims = [claim for _, claim in labelled.values()]
            yield conflict(labels, "wording", "note", claims, f"{name}: {listed(said)}")


def one_number_two_groups(case: Case) -> Iterator[Conflict]:
    """Two voices give one exact number for two groups of one side: the same people under two names, perhaps."""
    exact = [one for one in case.standing if one.count.is_exact and not one.is_subset and one.count.low]
    if len({one.group.names for one in exact}) < 2:
        return
    for a, b in combinations(exact, 2):
        if (
            a.voice != b.voice
            and a.count.low == b.count.low
            and a.effect == b.effect
            and are_of_one_side(a.group, b.group, case.kinship)
        ):
            yield conflict(one_number_two_groups, "wording", "tension", [a, b], f"{a}; {b}: {a.group} or {b.group}?")
