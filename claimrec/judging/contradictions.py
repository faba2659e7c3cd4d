"""Counts that contradict each other, in all incidents at once: only the two tolls that do are looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import attrs
import numpy as np

from claimrec.judging.coded import BEYOND, OPEN, Answers, Places
from claimrec.judging.columns import EFFECTS
from claimrec.judging.counts import contradicting_counts, contradictions
from claimrec.judging.group_table import PART, SAME, WHOLE
from claimrec.judging.judgement import Conflict
from claimrec.judging.reach import Reach
from claimrec.judging.rules import no_number
from claimrec.judging.sentences import said
from claimrec.judging.statement_table import StatementTable
from claimrec.judging.statements import Statement
from claimrec.judging.system import ADDENDS
from claimrec.judging.verdicts import rule_name, why_conflicting
from claimrec.records.claim import TollReference


class Pair(NamedTuple):
    """Two tolls that can contradict each other, by their places in a table.

    `numbers_say` that they do, these and all such tolls of the incident, and nothing else needs to be known of them.
    They `meet_with_slack` where each may be out by what its hedge allows, and `meet_when_strict` by the strict
    conventions for loose words.
    """

    one: int
    other: int
    numbers_say: bool
    meet_with_slack: bool
    meet_when_strict: bool


_HELD = [(EFFECTS.index(part), EFFECTS.index(whole)) for whole, parts in ADDENDS.items() for part in parts]
_HOLDS = np.eye(len(EFFECTS), dtype=bool)
"""Does the first effect hold the second: is whoever suffered the second among those who suffered the first?"""
for _part, _whole in _HELD:
    _HOLDS[_whole, _part] = True


def contradicting_pairs(table: StatementTable) -> Mapping[int, Sequence[Pair]]:
    """The standing tolls of each incident, by its place, that share no number and can count the same people."""
    columns, effect, low, high = table.columns, table.columns.effect, table.low, table.high
    ones, others, same = [], [], []
    for one, other in table.pairs(np.flatnonzero(table.standing & _counts_apart(table)[columns.of_toll])):
        apart = (_HOLDS[effect[other], effect[one]] & (low[one] > high[other])) | (
            _HOLDS[effect[one], effect[other]] & (low[other] > high[one])
        )
        here, there = one[apart], other[apart]
        kin = table.kin(here, there)
        more = (low[here] > high[there]) & _HOLDS[effect[there], effect[here]] & ((kin == SAME) | (kin == PART))
        fewer = (low[there] > high[here]) & _HOLDS[effect[here], effect[there]] & ((kin == SAME) | (kin == WHOLE))
        either = more | fewer
        ones.append(here[either])
        others.append(there[either])
        same.append(kin[either] == SAME)
    nothing = np.empty(0, dtype=np.intp)
    here, there = np.concatenate([nothing, *ones]), np.concatenate([nothing, *others])
    reach = Reach(table)
    sure = _numbers_say_all(table, here, there, np.concatenate([nothing, *same]) == 1, reach)
    rows = (
        columns.of_toll[here],
        here,
        there,
        sure,
        reach.meet_with_slack(here, there),
        reach.meet_when_strict(here, there),
    )
    found: dict[int, list[Pair]] = defaultdict(list)
    for at, *pair in zip(*(column.tolist() for column in rows), strict=True):
        found[at].append(Pair(*pair))
    return {at: sorted(pairs) for at, pairs in found.items()}


def _numbers_say_all(table: StatementTable, here: Places, there: Places, same: Answers, reach: Reach) -> Answers:
    """Does nothing but their numbers need to be known of these tolls, and of all such tolls of their incident?

    They count the same people with one effect, and each of them alone in its article.
    """
    columns, claim = table.columns, table.columns.claim_of_toll
    plain = columns.persons & columns.of_one[claim] & (table.low < BEYOND) & (table.high != BEYOND)
    sure = same & (columns.effect[here] == columns.effect[there]) & plain[here] & plain[there]
    tolls = np.unique(np.concatenate([here, there]))
    kind = columns.of_toll[tolls] * (int(columns.article.max(initial=0)) + 1) + columns.article[claim[tolls]]
    _, at, times = np.unique(kind, return_inverse=True, return_counts=True)
    unsure = columns.any_of([here[~sure], tolls[times[at] > 1]]) | columns.any_toll(reach.narrowed_when_strict)
    answers: Answers = ~unsure[columns.of_toll[here]]
    return answers


def contradictions_between(pairs: Sequence[Pair], table: StatementTable, at: int) -> list[Conflict]:
    """What `contradicting_counts` finds in the incident that has these pairs."""
    if numbers_say(pairs):
        return [_contradiction(pair, table) for pair in pairs]
    told: dict[int, Statement] = {}
    kinship = table.kinship_of(at)
    conflicting = []
    for one, other, *_ in pairs:
        for toll in (one, other):
            if toll not in told:
                told[toll] = table.statement(toll)
        a, b = told[one], told[other]
        because = why_conflicting(a, b, kinship)
        if because is not None:
            conflicting.append((a, b, because))
    return list(contradictions(conflicting))


def numbers_say(pairs: Sequence[Pair]) -> bool:
    """Is every one of these pairs of an incident one conflict, by its numbers?"""
    return bool(pairs) and pairs[0].numbers_say


def with_numbers_tried(pairs: Sequence[Pair], conflicts: Sequence[Conflict]) -> list[Conflict]:
    """The conflicts of pairs of which the numbers say all, those marked that are none by the strict conventions."""
    return [
        attrs.evolve(one, depends_on=("conventions",)) if pair.meet_when_strict else one
        for pair, one in zip(pairs, conflicts, strict=True)
    ]


def _contradiction(pair: Pair, table: StatementTable) -> Conflict:
    """The conflict of two tolls of which the numbers say all."""
    (a, place, told, voice), (b, counterplace, counter, other_voice) = table.toll(pair.one), table.toll(pair.other)
    one_voice = voice == other_voice
    return Conflict(
        "count",
        "tension" if one_voice or pair.meet_with_slack else "contradiction",
        (a.id, b.id),
        (TollReference(a.id, place), TollReference(b.id, counterplace)),
        rule_name(contradicting_counts),
        f"{said(a, told)}; {said(b, counter)}: {no_number(voice if one_voice else None)}",
    )


def _counts_apart(table: StatementTable) -> Answers:
    """For each incident: do two tolls of one effect share no number, or are more killed than killed or wounded?

    Some two share no number exactly where the highest of the lows is above the lowest of the highs.
    """
    columns, standing = table.columns, table.standing
    low = np.full((len(EFFECTS), len(columns.incidents)), -1)
    high = np.full((len(EFFECTS), len(columns.incidents)), OPEN)
    at = columns.effect[standing], columns.of_toll[standing]
    np.maximum.at(low, at, table.low[standing])
    np.minimum.at(high, at, table.high[standing])
    same = [(place, place) for place in range(len(EFFECTS))]
    apart: Answers = np.logical_or.reduce([low[part] > high[whole] for part, whole in (*same, *_HELD)])
    return apart
