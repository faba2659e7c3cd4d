"""Who did it: accounts of the perpetrator that cannot all be true (METHOD 14 to 16)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations, pairwise

import attrs

from claimrec.judging.accounts import Account, Blame, accounts_of
from claimrec.judging.case import Case, Check, conflict
from claimrec.judging.coded import Places
from claimrec.judging.dates import days_allowed
from claimrec.judging.group_table import GroupTable
from claimrec.judging.judgement import Conflict, ConflictKind, Severity
from claimrec.judging.victims import Group, Kinship, Names
from claimrec.records.claim import Claim

CLASH = "armed clash"
"""The kind of event in which both sides act: told from either side it is no reversal."""


def _every_two(case: Case) -> Iterable[tuple[Account, Account]]:
    """Every two claims that say who did it, or did not."""
    accusing = [claim for claim in case.claims if claim.perpetrator]
    return combinations(case.accounts, 2) if len(accusing) > 1 else ()


def denied(case: Case) -> Iterator[Conflict]:
    """One voice denies an act that another lays to, or claims for, the same actor (METHOD 14).

    Who says that nobody did it ("a technical fault") denies only an act that is sure to be the one of which it speaks.
    """
    found = [
        found
        for pair in _every_two(case)
        for one, other in (pair, pair[::-1])
        if (found := _denied(one, other, case.kinship))
    ]
    yield from _conflicts(denied, "attribution", found)


def denied_at_once(table: GroupTable, pairs: tuple[Places, Places]) -> Iterator[tuple[int, Conflict]]:
    """What `denied` finds in all incidents in which no article tells two claims, behind the incident's place.

    Of the `pairs` of claims the first denies what the second says.
    """
    columns = table.columns
    own = ~columns.retold[columns.of_claim[pairs[0]]]
    rows = columns.of_claim[pairs[0][own]], pairs[0][own], pairs[1][own]
    for at, denier, other in zip(*(column.tolist() for column in rows), strict=True):
        accounts = accounts_of([columns.claims[denier], columns.claims[other]], columns.lexicon)
        for two in pairwise(accounts):
            found = _denied(*two, table.kinship_of(at))
            if found is not None:
                yield at, _conflict(denied, "attribution", [found])


def _denied(one: Account, other: Account, kinship: Kinship) -> Disagreement | None:
    severity = denial(one, other, kinship)
    if severity is None or not (one.actors or _is_one_deed(one.claim, other.claim)):
        return None
    return Disagreement(one, other, severity, "both cannot be true")


def _is_one_deed(a: Claim, b: Claim) -> bool:
    """Are kind, days and place of what two claims tell of the same, of those that both say, and is it one at least?"""
    alike = [a.event == b.event] if a.event and b.event else []
    days, other_days = days_allowed(a), days_allowed(b)
    if days and other_days:
        alike.append(not days.gap(other_days))
    if a.where and b.where:
        here, there = a.where.place, b.where.place
        alike.append(here.name == there.name or here.gap_km(there) == 0)
    return bool(alike) and all(alike)


def denial(one: Account | Blame, account: Account | Blame, kinship: Kinship) -> Severity | None:
    """How grave it is that one denies what the other says; None where it does not."""
    if one.stance != "denied" or account.stance == "denied" or not account.actors:
        return None
    if one.actors and not kinship.share_an_actor(one.actors, account.actors):
        return None
    return "contradiction" if one.actors and account.stance != "possible" else "tension"


def competing_actors(case: Case) -> Iterator[Conflict]:
    """Two voices name actors who are neither the same nor part and whole, for what was done to the same people.

    Silence, unknown gunmen and "it is not known who" contradict nobody (METHOD 15).
    """
    found = [
        Disagreement(a, b, _gravity(a, b), "contested" if a.stance == b.stance == "claimed" else "not one actor")
        for a, b in _every_two(case)
        if name_others(a, b, case.kinship) and not _tells_other_losses(a, b, case)
    ]
    yield from _conflicts(competing_actors, "attribution", found)


def name_others(a: Account | Blame, b: Account | Blame, kinship: Kinship) -> bool:
    """Do both name an actor, neither as a denial, and no actor of one is compatible with one of the other?"""
    return bool(
        "denied" not in (a.stance, b.stance)
        and a.actors
        and b.actors
        and not kinship.share_an_actor(a.actors, b.actors)
    )


def _tells_other_losses(a: Account, b: Account, case: Case) -> bool:
    """Does each tell of other people hurt, so that each can name another actor rightly?"""
    if _counts_hurt(a, b, case) or _counts_hurt(b, a, case):
        return True
    here, there = case.hurt.get(a.claim.id, ()), case.hurt.get(b.claim.id, ())
    return bool(here and there) and all(case.kinship.of(group, other) == "other" for group in here for other in there)


def _counts_hurt(one: Account, other: Account, case: Case) -> bool:
    """Does one count people of the other's actors as hurt?"""
    return _suffers(case.hurt.get(one.claim.id, ()), other.actors, case.kinship)


def _suffers(groups: Sequence[Group], actors: Names, kinship: Kinship) -> bool:
    return any(kinship.are_actors(group) and kinship.share_an_actor(group.names, actors) for group in groups)


def _gravity(a: Account, b: Account) -> Severity:
    return "tension" if a.voice == b.voice or "possible" in (a.stance, b.stance) else "contradiction"


def role_reversal(case: Case) -> Iterator[Conflict]:
    """A attacked B for one voice, B attacked A for another (METHOD 16).

    A fight has losses on both sides: only kinds of event in which one side acts are held against each other, and only
    where no voice tells of losses of both.
    """
    found = [
        Disagreement(a, b, "tension", "the roles are reversed")
        for a, b in _every_two(case)
        if a.voice != b.voice
        and name_others(a, b, case.kinship)
        and _counts_hurt(a, b, case)
        and _counts_hurt(b, a, case)
        and all(one.claim.event not in (None, CLASH) for one in (a, b))
        and not _both_lost(a, b, case)
    ]
    yield from _conflicts(role_reversal, "role_reversal", found)


def _both_lost(a: Account, b: Account, case: Case) -> bool:
    """Does one voice tell of losses among the actors of both accounts?"""
    told: dict[str, list[Group]] = {}
    for statement in case.statements:
        told.setdefault(statement.voice, []).append(statement.group)
    return any(
        _suffers(groups, a.actors, case.kinship) and _suffers(groups, b.actors, case.kinship)
        for groups in told.values()
    )


@attrs.frozen
class Disagreement:
    """Two accounts that cannot both be true, or hardly, and why."""

    a: Account
    b: Account
    severity: Severity
    because: str


def _conflicts(check: Check, kind: ConflictKind, found: Iterable[Disagreement]) -> Iterator[Conflict]:
    """One conflict for each two voices: what one repeats in its article joins its first telling."""
    told: dict[frozenset[Hashable], list[Disagreement]] = defaultdict(list)
    for one in found:
        told[frozenset((one.a.repeats, one.b.repeats))].append(one)
    yield from (_conflict(check, kind, alike) for alike in told.values())


def _conflict(check: Check, kind: ConflictKind, alike: Sequence[Disagreement]) -> Conflict:
    first = alike[0]
    between = [account.claim for one in alike for account in (one.a, one.b)]
    return conflict(check, kind, first.severity, between, f"{first.a}; {first.b}: {first.because}")
