"""The sorts of people that groups are made of: killed soldiers who are no officers, officers, people who may be either.

Which sorts there are follows from how the groups stand to each other alone, so what was worked out once serves every
incident of that shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from claimrec.judging.victims import Kin

MOST_GROUPS = 8
"""Groups of one family that are taken apart, into up to 256 sorts: those that hold most others or lie in most."""

Kins = tuple[tuple[Kin, ...], ...]
"""How each of some groups, none of them another's people under another name, stands to each of them."""


@lru_cache(maxsize=4096)
def sorts_of(kins: Kins) -> tuple[frozenset[int], ...]:
    """The sorts of each group, by number; of a group that is left out, since there are too many, none.

    Every sort of people is a set of groups that one of them can belong to: with a part all its wholes.

    >>> soldiers_and_officers = sorts_of((("same", "whole"), ("part", "same")))
    >>> [len(sorts) for sorts in soldiers_and_officers]
    [2, 1]
    """
    found: list[frozenset[int]] = []
    for family in _families(kins):
        found += _taken_apart(family[:MOST_GROUPS], kins)
    groups = range(len(kins))
    return tuple(frozenset(number for number, some in enumerate(found) if group in some) for group in groups)


def _families(kins: Kins) -> list[list[int]]:
    """The groups with those that hold them or lie in them, in each family those first that do so with most.

    What is said of one family binds no other: where it is unclear whether two groups share people, they need not.
    """
    near = [[other for other, kin in enumerate(row) if kin in ("part", "whole")] for row in kins]
    found: list[list[int]] = []
    for group, others in enumerate(near):
        touched = [family for family in found if any(other in family for other in others)]
        found = [family for family in found if family not in touched]
        found.append([*(other for family in touched for other in family), group])
    return [sorted(family, key=lambda group: (-len(near[group]), group)) for family in found]


def _taken_apart(groups: Sequence[int], kins: Kins) -> list[frozenset[int]]:
    wholes = {group: {other for other in groups if kins[group][other] == "part"} for group in groups}
    strangers = {group: {other for other in groups if kins[group][other] == "other"} for group in groups}
    sets = [frozenset[int]()]
    for group in sorted(groups, key=lambda group: len(wholes[group])):
        sets += [one | {group} for one in sets if wholes[group] <= one and one.isdisjoint(strangers[group])]
    return sets[1:]
