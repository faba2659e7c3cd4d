"""From incidents to judgements: what was said, what cannot all be true, and what remains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimrec.judging.case import Check
from claimrec.judging.checks import CHECKS, asked_of_each, found_at_once
from claimrec.judging.columns import Columns
from claimrec.judging.contradictions import (
    by_incident,
    contradicting_pairs,
    contradictions_between,
    contradictions_by_numbers,
)
from claimrec.judging.counts import contradicting_counts
from claimrec.judging.findings import Opening
from claimrec.judging.judgement import Conflict, Judgement
from claimrec.judging.opening import LaidOpen, beside, told_beside_sums
from claimrec.judging.remaining import Remaining
from claimrec.judging.screening import Screen
from claimrec.judging.sensitivity import with_conventions_tried
from claimrec.judging.shared import events_of, whens_of, wheres_of
from claimrec.judging.statement_table import StatementTable
from claimrec.lexicon.loader import Lexicon
from claimrec.matching.incidents import Incident
from claimrec.progress import tracked
from claimrec.values.gathering import no_collecting

Pairs = Sequence[tuple[int, int]]
"""Two tolls each of one incident, by their places in a table."""

_GRAVEST_FIRST = ("contradiction", "tension", "note")


def judge(
    incidents: Sequence[Incident], *, lexicon: Lexicon, checks: Sequence[Check] = CHECKS
) -> tuple[Judgement, ...]:
    """A judgement on each incident, in the order given; all at once, since an aggregate needs its parts.

    Nothing here says who is right: a judgement quotes the claims and names the rule. Most incidents hold nothing that
    a check could find; they are laid open when somebody looks at them.
    """
    with no_collecting():
        return _judgements(incidents, lexicon, checks)


def _judgements(incidents: Sequence[Incident], lexicon: Lexicon, checks: Sequence[Check]) -> tuple[Judgement, ...]:
    table = StatementTable(Columns(incidents, lexicon))
    screen = Screen(table)
    known: dict[int, list[Conflict]] = defaultdict(list)
    pairs: Mapping[int, Pairs] = {}
    if contradicting_counts in checks:
        sure, unsure = contradicting_pairs(table)
        pairs = by_incident(table, unsure)
        for at, conflict in contradictions_by_numbers(table, sure):
            known[at].append(conflict)
    others = [check for check in checks if check is not contradicting_counts]
    for at, conflict in found_at_once(screen, others):
        known[at].append(conflict)
    asked = asked_of_each(screen, others)
    told_in = told_beside_sums(incidents, lexicon)
    remaining = Remaining(screen.systems)
    settings = zip(whens_of(table.columns), wheres_of(table.columns), events_of(table.columns), strict=True)
    found = []
    for at, (incident, (when, where, event)) in enumerate(
        zip(tracked(incidents, "judging incidents"), settings, strict=True)
    ):
        opening = Opening(incident, beside(incident, told_in), lexicon, at, remaining)
        conflicts = known.get(at, [])
        if at in pairs or at in asked:
            conflicts += _conflicts(table, at, pairs.get(at, ()), asked.get(at, ()), opening)
        found.append(Judgement(incident, _parts(opening), when, where, event, _in_order(conflicts), opening))
    return tuple(found)


def _parts(laid_open: LaidOpen) -> tuple[str, ...]:
    """The ids of the incidents that a sum adds up."""
    return tuple(sorted(part.incident.id for part in laid_open.case.parts)) if laid_open.beside else ()


def _conflicts(
    table: StatementTable, at: int, pairs: Pairs, checks: Sequence[Check], laid_open: LaidOpen
) -> Iterable[Conflict]:
    """What the pairs and the checks show, with what it depends on."""
    conflicts = contradictions_between(pairs, table, at) if pairs else []
    counting: list[Check] = [contradicting_counts] if conflicts else []
    case = laid_open.case if laid_open.beside else laid_open.by_itself()
    for check in checks:
        found = list(check(case))
        if any(one.kind == "count" for one in found):
            counting.append(check)
        conflicts += found
    if not counting or (counting == [contradicting_counts] and not _loose(pairs, table)):
        return conflicts
    return with_conventions_tried(case, conflicts, counting)


def _in_order(conflicts: list[Conflict]) -> tuple[Conflict, ...]:
    """Each once, the gravest first."""
    if len(conflicts) > 1:
        conflicts.sort(key=_order)
        conflicts = [one for one, before in zip(conflicts, [None, *conflicts], strict=False) if one != before]
    return tuple(conflicts)


def _loose(pairs: Pairs, table: StatementTable) -> bool:
    """Do the conventions say how far the count of one of the tolls reaches?"""
    return any(table.columns.loose[toll] for pair in pairs for toll in pair)


def judge_again(
    incidents: Sequence[Incident], before: Iterable[Judgement], *, lexicon: Lexicon, checks: Sequence[Check] = CHECKS
) -> tuple[Judgement, ...]:
    """What `judge` gives on the incidents, where `before` it judged others: those that are the same keep theirs.

    A sum or a total is judged again where another incident of its articles came or went.
    """
    known = {id(one.incident): one for one in before}
    here = {id(one) for one in incidents}
    changed = [one for one in incidents if id(one) not in known]
    changed += [one.incident for name, one in known.items() if name not in here]
    articles = {claim.article for one in changed for claim in one.claims}
    summing = [one for one in incidents if one.level != "incident" and not articles.isdisjoint(_articles(one))]
    articles = {article for one in summing for article in _articles(one)}
    again = {id(one) for one in (*changed, *summing)}
    laid = [one for one in incidents if id(one) in again or not articles.isdisjoint(_articles(one))]
    judged = judge(laid, lexicon=lexicon, checks=checks)
    known |= {id(one.incident): one for one in judged if id(one.incident) in again}
    return tuple(known[id(one)] for one in incidents)


def _articles(incident: Incident) -> set[str]:
    return {claim.article for claim in incident.claims}


def _order(conflict: Conflict) -> tuple[int, str, tuple[str, ...], object, str, str]:
    grave = _GRAVEST_FIRST.index(conflict.severity)
    return grave, conflict.kind, conflict.claims, conflict.tolls, conflict.because, conflict.rule
