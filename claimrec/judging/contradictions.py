"""Counts that contradict each other, in all incidents at once: only the two tolls that do are looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

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
from claimrec.judging.system import ADDENDS
from claimrec.judging.verdicts import rule_name, why_conflicting
from claimrec.records.claim import Claim, Toll, TollReference

Pairs = tuple[Places, Places]
"""Two tolls each, by their places in a table; the first comes first."""


_HELD = [(EFFECTS.index(part), EFFECTS.index(whole)) for whole, parts in ADDENDS.items() for part in parts]
_HOLDS = np.eye(len(EFFECTS), dtype=bool)
"""Does the first effect hold the second: is whoever suffered the second among those who suffered the first?"""
for _part, _whole in _HELD:
    _HOLDS[_whole, _part] = True


def contradicting_pairs(table: StatementTable) -> tuple[Pairs, Pairs]:
    """Standing tolls of one incident that share no number and can count the same people.

    Of the first pairs the numbers say that they are in conflict, and nothing else needs to be known of them, nor of any
    such toll of their incident; the others are to be asked.
    """
    columns, effect, low, high = table.columns, table.columns.effect, table.low, table.high
    nothing = np.empty(0, dtype=np.intp)
    ones, others, same = [nothing], [nothing], [nothing]
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
    here, there = np.concatenate(ones), np.concatenate(others)
    sure = _numbers_say_all(table, here, there, np.concatenate(same) == 1)
    return (here[sure], there[sure]), (here[~sure], there[~sure])


def _numbers_say_all(table: StatementTable, here: Places, there: Places, same: Answers) -> Answers:
    """Does nothing but their numbers need to be known of these tolls, and of all such tolls of their incident?

    They count the same people with one effect, and each of them alone in its article.
    """
    columns, claim = table.columns, table.columns.claim_of_toll
    plain = columns.persons & columns.of_one[claim] & (table.low < BEYOND) & (table.high != BEYOND)
    sure = same & (columns.effect[here] == columns.effect[there]) & plain[here] & plain[there]
    tolls = np.unique(np.concatenate([here, there]))
    kind = columns.of_toll[tolls] * (int(columns.article.max(initial=0)) + 1) + columns.article[claim[tolls]]
    _, at, times = np.unique(kind, return_inverse=True, return_counts=True)
    unsure = columns.any_of([here[~sure], tolls[times[at] > 1]]) | columns.any_toll(Reach(table).narrowed_when_strict)
    answers: Answers = ~unsure[columns.of_toll[here]]
    return answers


def contradictions_by_numbers(table: StatementTable, pairs: Pairs) -> Iterator[tuple[int, Conflict]]:
    """The conflicts of pairs of which the numbers say all, with what they depend on, behind the incident's place."""
    reach, rule = Reach(table), rule_name(contradicting_counts)
    tolls = np.unique(np.concatenate(pairs)).tolist()
    told = {toll: _told(*table.toll(toll)) for toll in tolls}
    rows = *pairs, table.columns.of_toll[pairs[0]], reach.meet_with_slack(*pairs), reach.meet_when_strict(*pairs)
    for one, other, at, near, none_when_strict in zip(*(column.tolist() for column in rows), strict=True):
        (a, voice, sentence), (b, other_voice, counter) = told[one], told[other]
        one_voice = voice == other_voice
        yield (
            at,
            Conflict(
                "count",
                "tension" if one_voice or near else "contradiction",
                (a.claim, b.claim),
                (a, b),
                rule,
                f"{sentence}; {counter}: {no_number(voice if one_voice else None)}",
                ("conventions",) if none_when_strict else (),
            ),
        )


def _told(claim: Claim, place: int, toll: Toll, voice: str) -> tuple[TollReference, str, str]:
    return TollReference(claim.id, place), voice, said(claim, toll)


def by_incident(table: StatementTable, pairs: Pairs) -> Mapping[int, Sequence[tuple[int, int]]]:
    """The pairs of each incident that has some, by its place, in their order."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    order = np.lexsort(pairs[::-1])
    rows = table.columns.of_toll[pairs[0]], *pairs
    for at, one, other in zip(*(column[order].tolist() for column in rows), strict=True):
        found[at].append((one, other))
    return found


def contradictions_between(pairs: Sequence[tuple[int, int]], table: StatementTable, at: int) -> list[Conflict]:
    """What `contradicting_counts` finds in the incident that has these pairs, by looking at their tolls alone."""
    told = {toll: table.statement(toll) for pair in pairs for toll in pair}
    kinship = table.kinship_of(at)
    every_two = [(told[one], told[other]) for one, other in pairs]
    conflicting = [(a, b, because) for a, b in every_two if (because := why_conflicting(a, b, kinship)) is not None]
    return list(contradictions(conflicting))


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
