"""A comparison: one aspect of two claims, the named levels they can fall into, and what each level weighs."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

import attrs
import numpy as np

from claimrec.errors import RuleError
from claimrec.matching.columns import FloatArray, IntArray, Keys
from claimrec.matching.conditions import Test
from claimrec.matching.evidence import NOT_SAID, Finding
from claimrec.matching.facts import Ranks
from claimrec.records.claim import Claim

K = TypeVar("K", bound=Hashable)

Grade = Callable[[IntArray, IntArray], Ranks]
"""Two lists of places of keys, compared pair by pair, to the ranks of levels: 1 for the first level, 0 for not said."""


@attrs.frozen
class Level:
    """How alike two claims are in one aspect, and its weight: log2 of how much likelier that is for one incident."""

    name: str
    bits: float

    def __attrs_post_init__(self) -> None:
        if not math.isfinite(self.bits):
            raise RuleError(f"level {self.name!r} weighs {self.bits}: a veto is a must_not_link rule, not a weight")


@attrs.frozen
class Likeness:
    """The level that two keys fall into, and the words that decided it."""

    level: str
    because: str


def _levels(levels: Mapping[str, float] | Sequence[Level]) -> tuple[Level, ...]:
    return tuple(Level(*level) for level in levels.items()) if isinstance(levels, Mapping) else tuple(levels)


@attrs.frozen
class Comparison(Generic[K]):
    """One aspect of two claims.

    `levels` stand from the most alike to the least. `key` is what the comparison looks at in a claim (None: not said),
    or names a column of the table; `likeness` compares two keys, and answers the same whichever comes first; its level
    is "not said" where the two cannot be compared. Its docstring is what reports show. `many` prepares all keys of a
    table for comparing them in bulk; a `costly` one is compared last, where the others leave a pair open.

    >>> def same_weapon(a, b):
    ...     "Do both name the same weapon?"
    ...     return Likeness("same weapon" if a == b else "other weapon", " and ".join(sorted({a, b})))
    >>> levels = {"same weapon": 2.0, "other weapon": -1.5}
    >>> weapon = Comparison("weapon", levels, lambda claim: claim.event, same_weapon)
    >>> weapon.level("mortar", "drone")
    Finding(comparison='weapon', level='other weapon', bits=-1.5, because='drone and mortar')
    >>> ~weapon.is_("same weapon")
    ~weapon.is_('same weapon')
    """

    name: str
    levels: tuple[Level, ...] = attrs.field(converter=_levels)
    key: Callable[[Claim], K | None] | str = attrs.field(repr=False)
    likeness: Callable[[K, K], Likeness] = attrs.field(repr=False)
    many: Callable[[Iterable[K]], Grade] | None = attrs.field(default=None, repr=False, kw_only=True)
    costly: bool = attrs.field(default=False, repr=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        names = [level.name for level in self.levels]
        if not names or len(set(names)) < len(names) or NOT_SAID in names:
            raise RuleError(f"comparison {self.name!r} needs levels of different names, none of them {NOT_SAID!r}")

    @property
    def about(self) -> str:
        """What it looks at, for an editor: the docstring of `likeness`."""
        return inspect.getdoc(self.likeness) or ""

    @property
    def ranks(self) -> dict[str, int]:
        """Every level with its place: 1 for the most alike, 0 for "not said"."""
        return {NOT_SAID: 0} | {level.name: place for place, level in enumerate(self.levels, start=1)}

    @property
    def bits(self) -> FloatArray:
        """The weight of every rank; the first is of "not said"."""
        return np.array([0.0, *(level.bits for level in self.levels)])

    def rank(self, level: str) -> int:
        """The place of a level; RuleError where there is no such level."""
        rank = self.ranks.get(level)
        if rank is None:
            expected = ", ".join(repr(known.name) for known in self.levels)
            raise RuleError(f"comparison {self.name!r} has no level {level!r}; expected one of {expected}")
        return rank

    def level(self, a: K | None, b: K | None) -> Finding:
        """The level that two keys fall into, its bits, and the words that decided it."""
        if a is None or b is None:
            return Finding(self.name, NOT_SAID, 0.0, f"one gives no {self.name}")
        alike = self.likeness(a, b)
        return Finding(self.name, alike.level, float(self.bits[self.rank(alike.level)]), alike.because)

    def grade(self, keys: Keys[K]) -> Grade:
        """What ranks pairs of these keys: in bulk where the comparison can, else by one call of `likeness` a pair."""
        if self.many is not None:
            return self.many(keys)

        def one_by_one(a: IntArray, b: IntArray) -> Ranks:
            alike = (self.likeness(keys[left], keys[right]).level for left, right in zip(a, b, strict=True))
            return np.array([self.rank(level) for level in alike], dtype=np.int8)

        return one_by_one

    def graded(self, a: K, b: K) -> str:
        """The level of one pair of keys, as `grade` finds it."""
        rank = int(self.grade((a, b))(np.array([0]), np.array([1]))[0])
        return self.levels[rank - 1].name if rank else NOT_SAID

    def at_least(self, level: str) -> Test:
        """Are two claims as alike as this level, or more?"""
        return Test(self.name, "at_least", level, tuple(known.name for known in self.levels[: self.rank(level)]))

    def is_(self, level: str) -> Test:
        """Do two claims fall into exactly this level?"""
        return Test(self.name, "is_", level, (self.levels[self.rank(level) - 1].name,))
