"""The tolls of an incident as one system of statements about whole people.

Its unknowns are people by effect and by the groups that they belong to: killed soldiers who are no officers, killed
officers, people of whom it is not said whether they are both women and medics. A toll counts all unknowns that its
group and its effect hold, so a part is never larger than its whole, and "killed or wounded" is a sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

import attrs

from claimrec.judging.combatants import doers_in
from claimrec.judging.consistency import Linear, related_by, remaining
from claimrec.judging.impossible import Impossible, impossible_sets, may_add_up
from claimrec.judging.nesting import Nest, People, nested
from claimrec.judging.sorts import Kins, sorts_of
from claimrec.judging.statements import Statement
from claimrec.judging.victims import Group, Kin, Kinship, Names
from claimrec.records.claim import Claim, Effect, TollReference
from claimrec.values.count import UNKNOWN, Count

ADDENDS: dict[Effect, tuple[Effect, ...]] = {"killed_or_wounded": ("killed", "wounded")}
"""What a combined effect adds up (METHOD 5); every other effect is its own."""
FEWEST_GROUPS = 3
"""Groups with one effect of which two can add up to a third, or exceed it."""


def is_counted(statement: Statement) -> bool:
    """Does it count people hurt in one incident?"""
    return statement.toll.unit == "person" and statement.claim.level == "incident"


def adds_up(statements: Sequence[Statement]) -> bool:
    """Can more than two of these statements exclude each other, or leave less than any two do?"""
    groups: dict[Effect, set[Group]] = {}
    for one in statements:
        if is_counted(one):
            groups.setdefault(one.effect, set()).add(one.group)
    return any(effect in ADDENDS or len(counted) >= FEWEST_GROUPS for effect, counted in groups.items())


@attrs.frozen(slots=False, eq=False)
class Shape:
    """Which people are counted by each of some kinds of tolls; nobody, where there are too many groups to take apart.

    It serves every incident of whose tolls the groups, the effects and the doers are the same.
    """

    people: tuple[People, ...]

    @property
    def left_out(self) -> bool:
        """Are there more groups than can be taken apart?"""
        return not all(self.people)

    @cached_property
    def adds_up(self) -> bool:
        """Can three of the tolls be impossible together although any two can be true?"""
        return any(map(may_add_up, self._related))

    @cached_property
    def says_more(self) -> bool:
        """Can the tolls leave less than any two with one effect do: do they add up, or are effects added up?"""
        return self.adds_up or any(len(set(some)) > 1 and _has_two_effects(some) for some in self._related)

    @cached_property
    def _related(self) -> Sequence[Sequence[People]]:
        told = [Linear(place, people, UNKNOWN) for place, people in enumerate(self.people) if people]
        return [[one.unknowns for one in related] for related in related_by(told)]

    @cached_property
    def nest(self) -> Nest | None:
        """The people as parts and wholes; None where some overlap."""
        return nested(frozenset(self.people) - {frozenset()})

    @cached_property
    def in_nest(self) -> Sequence[int]:
        """Where in the nest the people of each kind of toll stand, if none is left out."""
        places = {people: place for place, people in enumerate(self.nest.people if self.nest else ())}
        return [places[people] for people in self.people]


def _has_two_effects(related: Iterable[People]) -> bool:
    return len({effect for people in related for effect, _ in people}) > 1  # type: ignore[misc, has-type]


Kind = tuple[Effect, Group]
"""What tolls that count the same have in common."""


def shape_of(kinds: Sequence[Kind], doers: Names, kinship: Kinship) -> Shape:
    """The shape of what tolls of these kinds say; `doers` are those who did it."""
    groups = tuple(sorted({group for _, group in kinds}, key=str))
    attackers: Iterable[Group] = ()
    if Group() in groups:
        attackers = [group for group in groups if may_attack(group, doers, kinship)]
    numbers, kins = _relations(groups, frozenset(attackers), kinship)
    number = dict(zip(groups, numbers, strict=True))
    return _shape(tuple([(effect, number[group]) for effect, group in kinds]), kins)


@lru_cache(maxsize=4096)  # the same few shapes stand in most incidents
def _shape(kinds: tuple[tuple[Effect, int], ...], kins: Kins) -> Shape:
    sorts = sorts_of(kins)
    return Shape(tuple([_unknowns(effect, sorts[number]) for effect, number in kinds]))


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
        kinds = list(dict.fromkeys([(one.effect, one.group) for one in counted]))
        shape = shape_of(kinds, _doers(claims), kinship)
        people = dict(zip(kinds, shape.people, strict=True))
        told = [(one, people[one.effect, one.group]) for one in counted]
        return cls(tuple([Linear(one, some, one.count) for one, some in told if some]), shape.left_out)

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


@lru_cache(maxsize=4096)  # the same few groups are counted in most incidents
def _relations(
    groups: tuple[Group, ...], attackers: frozenset[Group], kinship: Kinship
) -> tuple[tuple[int, ...], Kins]:
    """Of each group its number, one for the same people under two names, and how the numbered stand to each other.

    They do so as `Kinship.of` has it, but that who counts "people" may leave out the losses of those who attacked.
    """
    numbered: list[Group] = []
    numbers = []
    for group in groups:
        alike = next((number for number, other in enumerate(numbered) if kinship.of(group, other) == "same"), None)
        numbers.append(len(numbered) if alike is None else alike)
        if alike is None:
            numbered.append(group)
    attacking = {number for group, number in zip(groups, numbers, strict=True) if group in attackers}

    def kin(one: int, other: int) -> Kin:
        here, there = numbered[one], numbered[other]
        left_out = Group() in (here, there) and not attacking.isdisjoint((one, other))
        return "unclear" if left_out else kinship.of(here, there)

    every = range(len(numbered))
    return tuple(numbers), tuple(tuple(kin(one, other) for other in every) for one in every)


@lru_cache(maxsize=4096)
def _unknowns(effect: Effect, sorts: frozenset[int]) -> People:
    """People of these sorts who suffered the effect, or one of those that it adds up."""
    return frozenset((one, sort) for one in ADDENDS.get(effect, (effect,)) for sort in sorts)


@lru_cache(maxsize=4096)
def may_attack(group: Group, doers: Names, kinship: Kinship) -> bool:
    """Are they those who did it, or armed or unknown people where nobody says who did?"""
    if not group.names:
        return group != Group()
    armed = [name for name in group.names if not kinship.is_civilian(name)]
    sided = [name for name in armed if doers and kinship.is_actor(name)]
    return armed != sided or kinship.share_an_actor(sided, doers)


def _doers(claims: Iterable[Claim]) -> Names:
    """The actors of whom the claims say that they did it."""
    told = [claim.perpetrator for claim in claims]
    return frozenset[str]().union(*(doers_in(one) for one in told if one and one.stance != "denied"))
