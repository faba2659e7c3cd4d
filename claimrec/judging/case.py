"""An incident laid open: everything that the checks look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from operator import lt

import attrs

from claimrec.judging.accounts import Account, accounts_of
from claimrec.judging.combatants import with_their_side
from claimrec.judging.judgement import Conflict, ConflictKind, Severity, Superseded, Verdict
from claimrec.judging.lists import List, lists_in, narrowed
from claimrec.judging.statements import Statement, statements_of
from claimrec.judging.superseding import superseded_in
from claimrec.judging.system import System, adds_up
from claimrec.judging.verdicts import conflicts_on, rule_name, verdicts_on
from claimrec.judging.victims import Group, Kinship, kinship_on
from claimrec.lexicon.loader import Lexicon
from claimrec.matching.incidents import Incident
from claimrec.records.claim import Claim, TollReference


@attrs.frozen(slots=False, eq=False)
class Case:
    """An incident with its tolls as statements, and what superseded what.

    `lists` are tolls of separate people that a claim lists; `parts` the cases of the incidents that an aggregate sums,
    `held` those of the incidents that a total over a longer time holds.
    """

    incident: Incident
    claims: tuple[Claim, ...]
    kinship: Kinship
    statements: Sequence[Statement]
    lists: tuple[List, ...]
    superseded: tuple[Superseded, ...]
    parts: tuple[Case, ...] = ()
    held: tuple[Case, ...] = ()

    @cached_property
    def statement(self) -> dict[TollReference, Statement]:
        """The statements by reference."""
        return {statement.reference: statement for statement in self.statements}

    @cached_property
    def standing(self) -> Sequence[Statement]:
        """The statements that their origin has not replaced."""
        if not self.superseded:
            return self.statements
        return tuple(one for one in self.statements if one.reference not in self._replaced)

    @cached_property
    def _replaced(self) -> frozenset[TollReference]:
        return frozenset(pair.earlier for pair in self.superseded)

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdict on every pair of tolls."""
        return tuple(verdicts_on(self.statements, self.kinship, self._replaced))

    @cached_property
    def conflicting(self) -> tuple[tuple[Statement, Statement, str], ...]:
        """The pairs of tolls that conflict, and why."""
        return tuple(conflicts_on(self.statements, self.kinship, self._replaced))

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """Every claim that says who did it, or did not."""
        return tuple(accounts_of(self.claims, self.lexicon))

    @cached_property
    def hurt(self) -> Mapping[str, Sequence[Group]]:
        """The groups that each claim counts, by its id."""
        groups: dict[str, list[Group]] = defaultdict(list)
        for statement in self.statements:
            groups[statement.claim.id].append(statement.group)
        return groups

    @cached_property
    def system(self) -> System | None:
        """What the standing statements about people allow together; None where only two at a time say something."""
        if not adds_up(self.standing):
            return None
        return System.of(self.standing, self.claims, self.kinship)

    @property
    def lexicon(self) -> Lexicon:
        """The word lists that the case is judged with."""
        return self.kinship.lexicon


Check = Callable[[Case], Iterable[Conflict]]
"""A case in, what cannot all be true in it out; its docstring is what a report says about it."""


def case_of(incident: Incident, lexicon: Lexicon) -> Case:
    """The incident laid open."""
    claims = claims_of(incident)
    kinship = kinship_on(lexicon, _day_of(claims))
    told = with_their_side(statements_of(claims, kinship), kinship)
    lists = lists_in(told, kinship)
    statements = narrowed(told, lists, kinship)
    return Case(incident, claims, kinship, statements, lists, superseded_in(statements, kinship))


def claims_of(incident: Incident) -> tuple[Claim, ...]:
    """The claims of an incident by id; one that stands in it twice counts once."""
    ids = [claim.id for claim in incident.claims]
    if all(map(lt, ids, ids[1:])):
        return incident.claims  # as matching gives them
    return tuple(claim for _, claim in sorted(dict(zip(ids, incident.claims, strict=True)).items()))


def _day_of(claims: Iterable[Claim]) -> date | None:
    """The first day that a claim names: the day on which the tree of actors is read."""
    return min([claim.window.first for claim in claims if claim.window], default=None)


def conflict(
    check: Check, kind: ConflictKind, severity: Severity, between: Sequence[Statement] | Sequence[Claim], because: str
) -> Conflict:
    """The conflict that a check found between tolls, or between whole claims."""
    claims, tolls = set(), set()
    for one in between:
        if isinstance(one, Statement):
            claims.add(one.claim.id)
            tolls.add(one.order)
        else:
            claims.add(one.id)
    references = tuple([TollReference(*order) for order in sorted(tolls)])
    return Conflict(kind, severity, tuple(sorted(claims)), references, rule_name(check), because)


def conflict_between(check: Check, severity: Severity, a: Statement, b: Statement, because: str) -> Conflict:
    """The conflict that a check found between two tolls, of which the first comes first."""
    one, other = a.claim.id, b.claim.id
    claims = (one,) if one == other else (one, other)
    return Conflict("count", severity, claims, (a.reference, b.reference), rule_name(check), because)


@attrs.frozen
class Clash:
    """Tolls that cannot all be true, before it is known which others repeat them."""

    statements: tuple[Statement, ...]
    severity: Severity
    because: str


def count_conflicts(check: Check, clashes: Iterable[Clash]) -> Iterator[Conflict]:
    """One conflict for each set of things said: what a voice repeats in an article joins its first telling."""
    repeated: dict[Hashable, list[Clash]] = defaultdict(list)
    for clash in clashes:
        repeated[frozenset([one.repeats for one in clash.statements])].append(clash)
    for first, *others in repeated.values():
        told = [one for clash in (first, *others) for one in clash.statements]
        yield conflict(check, "count", first.severity, told, first.because)
