"""The counts comparison: how many people two claims say were killed, wounded, and so on."""

from __future__ import annotations

import attrs

from claimrec.matching.comparison import Comparison, Likeness
from claimrec.matching.evidence import NOT_SAID
from claimrec.matching.weights import shipped_weights
from claimrec.records.claim import Claim, Effect
from claimrec.values.count import Count

LARGE, SMALL = 20, 4
"""From the one number on, and up to the other, that two claims name alike: the larger the rarer by chance (own)."""
WIDE_RATIO, WIDE_GAP = 3, 10
"""Counts at least so many times, and so many people, apart are hardly of one incident (own: outlets differ by less)."""


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

    A number in both speaks for one incident, the larger the more. Compatible bounds say little, and numbers that cannot
    both be true hardly speak against it: outlets disagree, and tolls rise.
    """
    pairs = [(one, other) for one in a for other in b if one.effect == other.effect]
    if not pairs:
        return Likeness(NOT_SAID, "they count different effects")
    named = max(
        ((one.named, one.effect) for one, other in pairs if one.named == other.named and one.named), default=None
    )
    if named is not None:
        level = "same large number" if named[0] >= LARGE else "same number" if named[0] > SMALL else "same small number"
        return Likeness(level, f"both {named[0]} {named[1].replace('_', ' ')}")
    because = in_words(a, b)
    if any(one.count & other.count for one, other in pairs):
        return Likeness("compatible", because)
    wide = all(_wide_apart(one.count, other.count) for one, other in pairs)
    return Likeness("wide apart" if wide else "disjoint", because)


def in_words(a: tuple[Number, ...], b: tuple[Number, ...]) -> str:
    """What two claims count, for a report: "3 killed and 5 killed, 2 wounded"."""
    said = [", ".join(f"{number.count} {number.effect.replace('_', ' ')}" for number in numbers) for numbers in (a, b)]
    return " and ".join(sorted(said))


def _wide_apart(a: Count, b: Count) -> bool:
    small, large = sorted((a, b), key=lambda count: count.low)
    most = small.high or 0  # counts that no number satisfies have an upper bound below the other's lower one
    return large.low >= WIDE_RATIO * most and large.low - most >= WIDE_GAP


counts: Comparison[tuple[Number, ...]] = Comparison("counts", shipped_weights()["counts"], "counts", _likeness)
