"""Counts that contradict each other, in all incidents at once: only the two tolls that do are made statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from claimrec.judging.columns import BEYOND, EFFECTS, OPEN, Answers
from claimrec.judging.counts import contradictions
from claimrec.judging.judgement import Conflict
from claimrec.judging.statement_table import PART, SAME, WHOLE, StatementTable
from claimrec.judging.statements import Statement
from claimrec.judging.system import ADDENDS
from claimrec.judging.verdicts import contradiction, why_conflicting

Pair = tuple[int, int, bool]
"""Two tolls that can contradict each other, by their places in a table, and whether the numbers alone say that."""

_HELD = [(EFFECTS.index(part), EFFECTS.index(whole)) for whole, parts in ADDENDS.items() for part in parts]
_HOLDS = np.eye(len(EFFECTS), dtype=bool)
"""Does the first effect hold the second: is whoever suffered the second among those who suffered the first?"""
for _part, _whole in _HELD:
    _HOLDS[_whole, _part] = True


def contradicting_pairs(table: StatementTable) -> Mapping[int, Sequence[Pair]]:
    """The standing tolls of each incident, by its place, that share no number and can count the same people."""
    columns, effect, low, high = table.columns, table.columns.effect, table.low, table.high
    article, of_one = columns.article[columns.claim_of_toll], columns.of_one[columns.claim_of_toll]
    plain = columns.persons & of_one & (low < BEYOND) & (high != BEYOND)
    found: dict[int, list[Pair]] = defaultdict(list)
    for one, other in table.pairs(np.flatnonzero(table.standing & _counts_apart(table)[columns.of_toll])):
        apart = (_HOLDS[effect[other], effect[one]] & (low[one] > high[other])) | (
            _HOLDS[effect[one], effect[other]] & (low[other] > high[one])
        )
        here, there = one[apart], other[apart]
        kin = table.kin(here, there)
        more = (low[here] > high[there]) & _HOLDS[effect[there], effect[here]] & ((kin == SAME) | (kin == PART))
        fewer = (low[there] > high[here]) & _HOLDS[effect[here], effect[there]] & ((kin == SAME) | (kin == WHOLE))
        numbers_say = (kin == SAME) & (effect[here] == effect[there]) & (article[here] != article[there])
        numbers_say &= plain[here] & plain[there]
        rows = (columns.of_toll[here], here, there, numbers_say)
        for at, *pair in zip(*(column[more | fewer].tolist() for column in rows), strict=True):
            found[at].append((*pair,))
    return {at: sorted(pairs) for at, pairs in found.items()}


def contradictions_between(pairs: Sequence[Pair], table: StatementTable, at: int) -> Iterator[Conflict]:
    """What `contradicting_counts` finds in the incident that has these pairs."""
    told: dict[int, Statement] = {}
    kinship = table.kinship_of(at)
    conflicting = []
    for one, other, numbers_say in pairs:
        for toll in (one, other):
            if toll not in told:
                told[toll] = table.statement(toll)
        a, b = told[one], told[other]
        because = contradiction(a, b) if numbers_say else why_conflicting(a, b, kinship)
        if because is not None:
            conflicting.append((a, b, because))
    return contradictions(conflicting)


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
