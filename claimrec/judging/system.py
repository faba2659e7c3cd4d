"""The tolls of an incident as one system of statements about whole people.

Its unknowns are people by effect and by the groups that they belong to: killed soldiers who are no officers, killed
officers, people of whom it is not said whether they are both women and medics. A toll counts all unknowns that its
group and its effect hold, so a part is never larger than its whole, and "killed or wounded" is a sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import attrs

from claimrec.judging.consistency import Impossible, Linear, impossible_sets, remaining
from claimrec.judging.statements import Statement
from claimrec.judging.victims import Group, Kin, Kinship, names_in
from claimrec.records.claim import Claim, Effect, TollReference
from claimrec.values.count import UNKNOWN, Count

ADDENDS: dict[Effect, tuple[Effect, ...]] = {"killed_or_wounded": ("killed", "wounded")}
"""What a combined effect adds up (METHOD 5); every other effect is its own."""
MOST_GROUPS = 8
"""Groups of one family that are taken apart, into up to 256 unknowns: those that hold most others or lie in most."""

Unknown = tuple[Effect, frozenset[Group]]
"""Those who suffered it and belong to all of these groups and to no other."""


@attrs.frozen(slots=False, eq=False)
class System:
    """The statements of one incident that are about people, and what they allow together.

    `left_out` tells that more groups are counted than can be taken apart.
    """

    linear: tuple[Linear[Statement], ...]
    left_out: bool

    @classmethod
    def of(cls, statements: Iterable[Statement], claims: Iterable[Claim], kinship: Kinship) -> System:
        """The system of these standing statements; `claims` name those who did it."""
        counted = [one for one in statements if one.toll.unit == "person" and one.claim.level == "incident"]
        relations = _Relations(kinship, frozenset(_doers(claims)))
        alike = relations.alike(sorted({one.group for one in counted}, key=str))
        families = relations.families(set(alike.values()))
        unknowns = {
            group: people
            for family in families
            for group, people in relations.taken_apart(family[:MOST_GROUPS]).items()
        }
        linear = tuple(
            Linear(one, frozenset((effect, some) for effect in _effects(one) for some in people), one.count)
            for one in counted
            if (people := unknowns.get(alike[one.group]))
        )
        return cls(linear, any(len(family) > MOST_GROUPS for family in families))

    @cached_property
    def impossible(self) -> Impossible[Statement]:
        """The smallest sets of statements that cannot all be true."""
        return impossible_sets(self.linear)

    def remaining(self, statement: Statement) -> Count | None:
        """How many its people can be if all statements are true that can be; None for people who are left out."""
        return self._remaining.get(statement.reference)

    @cached_property
    def _remaining(self) -> dict[TollReference, Count]:
        broken = {(one.unknowns, one.count) for found in self.impossible.sets for one in found}
        consistent = [
            attrs.evolve(one, count=UNKNOWN) if (one.unknowns, one.count) in broken else one for one in self.linear
        ]
        left = remaining(consistent) or {}
        return {one.name.reference: left[one.unknowns] for one in self.linear if one.unknowns in left}


@attrs.frozen
class _Relations:
    """How groups stand to each other in one incident, those who may have attacked left out of "people"."""

    kinship: Kinship
    doers: frozenset[str]

    def of(self, group: Group, other: Group) -> Kin:
        """As `Kinship.of`, but it is unclear whether who counts "people" counts the losses of the attackers."""
        if Group() in (group, other) and (self._may_attack(group) or self._may_attack(other)):
            return "unclear"
        return self.kinship.of(group, other)

    def _may_attack(self, group: Group) -> bool:
        """Are they those who did it, or armed or unknown people where nobody says who did?"""
        if not group.names:
            return group != Group()
        armed = [name for name in group.names if not self.kinship.is_civilian(name)]
        sided = [name for name in armed if self.doers and self.kinship.is_actor(name)]
        return armed != sided or self.kinship.share_an_actor(sided, self.doers)

    def alike(self, groups: Sequence[Group]) -> dict[Group, Group]:
        """Of each group the first that is the same, under whatever name."""
        found: dict[Group, Group] = {}
        for group in groups:
            same = (other for other in found.values() if self.of(group, other) == "same")
            found[group] = next(same, group)
        return found

    def families(self, groups: Iterable[Group]) -> list[list[Group]]:
        """The groups with those that hold them or lie in them, in each family those first that do so with most.

        What is said of one family binds no other: where it is unclear whether two groups share people, they need not.
        """
        ordered = sorted(groups, key=str)
        near = {group: [other for other in ordered if self.of(group, other) in ("part", "whole")] for group in ordered}
        found: list[list[Group]] = []
        for group in ordered:
            touched = [family for family in found if any(other in family for other in near[group])]
            found = [family for family in found if family not in touched]
            found.append([*(other for family in touched for other in family), group])
        return [sorted(family, key=lambda group: (-len(near[group]), str(group))) for family in found]

    def taken_apart(self, groups: Sequence[Group]) -> dict[Group, frozenset[frozenset[Group]]]:
        """Of each group the sets of groups that one of its people can belong to: with a part all its wholes."""
        wholes = {group: {other for other in groups if self.of(group, other) == "part"} for group in groups}
        strangers = {group: {other for other in groups if self.of(group, other) == "other"} for group in groups}
        sets = [frozenset[Group]()]
        for group in sorted(groups, key=lambda group: len(wholes[group])):
            sets += [one | {group} for one in sets if wholes[group] <= one and one.isdisjoint(strangers[group])]
        return {group: frozenset(one for one in sets if group in one) for group in groups}


def _doers(claims: Iterable[Claim]) -> Iterator[str]:
    for claim in claims:
        if claim.perpetrator and claim.perpetrator.actor and claim.perpetrator.stance != "denied":
            yield from names_in(claim.perpetrator.actor)


def _effects(statement: Statement) -> tuple[Effect, ...]:
    return ADDENDS.get(statement.effect, (statement.effect,))
