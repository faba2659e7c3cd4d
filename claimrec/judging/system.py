"""The tolls of an incident as one system of statements about whole people.

Its unknowns are people by effect and by the groups that they belong to: killed soldiers who are no officers, killed
officers, people of whom it is not said whether they are both women and medics. A toll counts all unknowns that its
group and its effect hold, so a part is never larger than its whole, and "killed or wounded" is a sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from claimrec.judging.consistency import Impossible, Linear, impossible_sets, remaining
from claimrec.judging.statements import Statement
from claimrec.judging.victims import Group, Kin, Kinship, names_in
from claimrec.records.claim import Claim, Effect, TollReference
from claimrec.values.count import UNKNOWN, Count

ADDENDS: dict[Effect, tuple[Effect, ...]] = {"killed_or_wounded": ("killed", "wounded")}
"""What a combined effect adds up (METHOD 5); every other effect is its own."""
FEWEST_GROUPS = 3
"""Groups of which two can add up to a third, or exceed it."""
MOST_GROUPS = 8
"""Groups of one family that are taken apart, into up to 256 unknowns: those that hold most others or lie in most."""


def is_counted(statement: Statement) -> bool:
    """Does it count people hurt in one incident?"""
    return statement.toll.unit == "person" and statement.claim.level == "incident"


def adds_up(statements: Sequence[Statement]) -> bool:
    """Can more than two of these statements exclude each other, or leave less than any two do?"""
    counted = [one for one in statements if is_counted(one)]
    return len({one.group for one in counted}) >= FEWEST_GROUPS or any(one.effect in ADDENDS for one in counted)


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
        counted = [one for one in statements if is_counted(one)]
        groups = sorted({one.group for one in counted}, key=str)
        relations = Relations.of(groups, frozenset(_doers(claims)), kinship)
        families = relations.families()
        unknowns = {
            group: people
            for family in families
            for group, people in relations.taken_apart(family[:MOST_GROUPS]).items()
        }
        linear = tuple(
            Linear(one, frozenset((effect, some) for effect in _effects(one) for some in people), one.count)
            for one in counted
            if (people := unknowns.get(relations.first_alike[one.group]))
        )
        return cls(linear, left_out=any(len(family) > MOST_GROUPS for family in families))

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
class Relations:
    """How the groups of one incident stand to each other, each once under whatever name (`first_alike`)."""

    kin: Mapping[Group, Mapping[Group, Kin]]
    first_alike: Mapping[Group, Group]

    @classmethod
    def of(cls, groups: Sequence[Group], doers: frozenset[str], kinship: Kinship) -> Relations:
        """As `Kinship.of` has them, but that who counts "people" may leave out the losses of those who attacked."""
        attackers = {group for group in groups if _may_attack(group, doers, kinship)}
        first_alike: dict[Group, Group] = {}
        kin: dict[Group, dict[Group, Kin]] = {}
        for group in groups:
            alike = next((other for other in kin if kinship.of(group, other) == "same"), group)
            first_alike[group] = alike
            if alike is group:
                kin[group] = {}
        for group, others in kin.items():
            for other in kin:
                apart = Group() in (group, other) and (group in attackers or other in attackers)
                others[other] = "unclear" if apart else kinship.of(group, other)
        return cls(kin, first_alike)

    def families(self) -> list[list[Group]]:
        """The groups with those that hold them or lie in them, in each family those first that do so with most.

        What is said of one family binds no other: where it is unclear whether two groups share people, they need not.
        """
        near = {
            group: [other for other, kin in others.items() if kin in ("part", "whole")]
            for group, others in self.kin.items()
        }
        found: list[list[Group]] = []
        for group, others in near.items():
            touched = [family for family in found if any(other in family for other in others)]
            found = [family for family in found if family not in touched]
            found.append([*(other for family in touched for other in family), group])
        return [sorted(family, key=lambda group: (-len(near[group]), str(group))) for family in found]

    def taken_apart(self, groups: Sequence[Group]) -> dict[Group, frozenset[frozenset[Group]]]:
        """Of each group the sets of groups that one of its people can belong to: with a part all its wholes."""
        wholes = {group: {other for other in groups if self.kin[group][other] == "part"} for group in groups}
        strangers = {group: {other for other in groups if self.kin[group][other] == "other"} for group in groups}
        sets = [frozenset[Group]()]
        for group in sorted(groups, key=lambda group: len(wholes[group])):
            sets += [one | {group} for one in sets if wholes[group] <= one and one.isdisjoint(strangers[group])]
        return {group: frozenset(one for one in sets if group in one) for group in groups}


def _may_attack(group: Group, doers: frozenset[str], kinship: Kinship) -> bool:
    """Are they those who did it, or armed or unknown people where nobody says who did?"""
    if not group.names:
        return group != Group()
    armed = [name for name in group.names if not kinship.is_civilian(name)]
    sided = [name for name in armed if doers and kinship.is_actor(name)]
    return armed != sided or kinship.share_an_actor(sided, doers)


def _doers(claims: Iterable[Claim]) -> Iterator[str]:
    for claim in claims:
        if claim.perpetrator and claim.perpetrator.actor and claim.perpetrator.stance != "denied":
            yield from names_in(claim.perpetrator.actor)


def _effects(statement: Statement) -> tuple[Effect, ...]:
    return ADDENDS.get(statement.effect, (statement.effect,))
