"""The counts comparison: how many people two claims say were killed, wounded, and so on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import get_args

import attrs
import numpy as np

from claimrec.matching.columns import FloatArray, IntArray
from claimrec.matching.comparison import Comparison, Grade, Likeness
from claimrec.matching.evidence import NOT_SAID
from claimrec.matching.facts import Ranks
from claimrec.matching.weights import shipped_weights
from claimrec.records.claim import Claim, Effect
from claimrec.values.count import Count

LARGE, SMALL = 20, 4
"""From the one number on, and up to the other, that two claims name alike: the larger the rarer by chance (own)."""
NEARLY, ALIKE, WIDE = 3 / 4, 1 / 2, 1 / 3
"""Shares of the larger count from which the smaller is nearly the same, alike, or merely disjoint (own)."""


@attrs.frozen
class Number:
    """What a claim says of one effect: its bounds, and the number that it names, if it names one."""

    effect: Effect
    count: Count
    named: int | None


def numbers_of(claim: Claim) -> tuple[Number, ...] | None:
    """The people that a claim counts, subsets left out; None where it counts nobody.

    "Dozens" and a bare plural name no number; "at least 27" names 27, as hedges drift when claims are copied.
    """
    numbers = {
        number_of(toll.effect, toll.count, vague=toll.hedge == "vague")
        for toll in claim.tolls
        if toll.unit == "person" and toll.part_of is None
    }
    return tuple(sorted(numbers, key=repr)) or None


def number_of(effect: Effect, count: Count, *, vague: bool = False) -> Number:
    """So many people; a count that is vague, or has two bounds, names no number."""
    named = count.low and not vague and count.high in (None, count.low)
    return Number(effect, count, count.low if named else None)


def _likeness(a: tuple[Number, ...], b: tuple[Number, ...]) -> Likeness:
    """Do both count the same number of people?

    A number in both speaks for one incident, the larger the more. Numbers that cannot both be true hardly speak against
    it while they are of one size: outlets disagree, and tolls rise.
    """
    level = counts.graded(a, b)
    if level == NOT_SAID:
        return Likeness(level, "they count different effects")
    common = {(number.named, number.effect) for number in a if number.named} & {(of.named, of.effect) for of in b}
    if level in SAME and common:
        named, effect = max(common)
        return Likeness(level, f"both {named} {effect.replace('_', ' ')}")
    return Likeness(level, in_words(a, b))


SLOTS = 4
"""Of so many numbers that a claim gives of one effect, the largest are compared."""
SAME = ("same large number", "same number", "same small number")


def _many(keys: Iterable[tuple[Number, ...]]) -> Grade:
    """Every effect is graded on its own, and the one in which two claims are most alike decides.

    That nobody was hurt in one way decides only where nothing else is counted.
    """
    graders = list(_graders(list(keys)))
    nobody = counts.rank("both none")

    def grade(a: IntArray, b: IntArray) -> Ranks:
        found = np.stack([np.zeros(len(a), dtype=np.int8), *(of_effect(a, b) for of_effect in graders)])
        found[found == 0] = LAST
        some = np.where(found == nobody, LAST, found).min(axis=0)
        rank = np.where(some == LAST, found.min(axis=0), some)
        return np.where(rank == LAST, 0, rank).astype(np.int8)

    return grade


LAST = 100
"""A rank behind all levels."""


def _graders(keys: list[tuple[Number, ...]]) -> Iterator[Grade]:
    """For every effect, and the first, second ... number that two claims count of it, what ranks pairs."""
    for effect in get_args(Effect):
        found = [sorted((one for one in numbers if one.effect == effect), key=_size) for numbers in keys]
        most = min(SLOTS, max(map(len, found), default=0))
        slots = [_bounds([numbers[slot] if slot < len(numbers) else None for numbers in found]) for slot in range(most)]
        yield from (_between(one, other) for one, other in product(slots, repeat=2))


def _size(number: Number) -> tuple[float, float]:
    """The largest first."""
    return -number.count.low, -(np.inf if number.count.high is None else number.count.high)


def _bounds(numbers: list[Number | None]) -> FloatArray:
    """Low, high and named number of each, as columns; nan where there is none."""
    nothing = (np.nan, np.nan, 0)
    rows = [nothing if of is None else (of.count.low, of.count.high, of.named or 0) for of in numbers]
    return np.array([[np.inf if bound is None else bound for bound in row] for row in rows], dtype=np.float64).T


def _between(one: FloatArray, other: FloatArray) -> Grade:
    """What ranks pairs of which both count an effect, 0 where one of the two does not."""
    middle_one, middle_other = (np.where(np.isinf(high), low, (low + high) / 2) for low, high, _ in (one, other))
    rank = counts.ranks

    def grade(a: IntArray, b: IntArray) -> Ranks:
        (low, high, named), (other_low, other_high, other_named) = one[:, a], other[:, b]
        small, large = np.minimum(middle_one[a], middle_other[b]), np.maximum(middle_one[a], middle_other[b])
        share = small / np.maximum(large, 1)
        same = (named == other_named) & (named > 0)
        same |= (low == other_low) & (high == other_high) & np.isfinite(high)
        meet = (low <= other_high) & (other_low <= high)
        loose = np.isinf(high) | np.isinf(other_high)
        levels = {
            "same large number": same & (small >= LARGE),
            "same number": same & (small > SMALL),
            "same small number": same & (small > 0),
            "both none": (high == 0) & (other_high == 0),
            "none and some": np.minimum(high, other_high) == 0,
            "compatible": meet & (loose | (share < NEARLY)),
            "nearly the same number": (share >= NEARLY) & (large > SMALL),
            "nearly the same small number": share >= NEARLY,
            "alike": share >= ALIKE,
            "disjoint": share >= WIDE,
        }
        ranks = np.select(list(levels.values()), [rank[level] for level in levels], rank["wide apart"])
        return np.where(np.isnan(share), 0, ranks).astype(np.int8)

    return grade


def in_words(a: tuple[Number, ...], b: tuple[Number, ...]) -> str:
    """What two claims count, for a report: "3 killed and 5 killed, 2 wounded"."""
    said = [", ".join(f"{number.count} {number.effect.replace('_', ' ')}" for number in numbers) for numbers in (a, b)]
    return " and ".join(sorted(said))


counts: Comparison[tuple[Number, ...]] = Comparison(
    "counts", shipped_weights()["counts"], "counts", _likeness, many=_many
)
