"""What was taken for what: counts and attributions of claims against the same claims as somebody corrected them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from itertools import zip_longest
from types import MappingProxyType
from typing import TypeVar

import attrs

from claimrec.evaluation.joins import Share
from claimrec.records.claim import Claim
from claimrec.values.count import Count

Name = TypeVar("Name", bound=Hashable)

SAME, TIGHTER, LOOSER, CROSSING, APART = "the same", "tighter", "looser", "crossing", "apart"
"""How the count that was found lies to the right one: inside it, around it, across one end, or beside it."""
MISSED, INVENTED = "missed", "not there"
NOBODY = "nobody"
"""Stands for the perpetrator of a claim that names none."""


@attrs.frozen
class Confusion:
    """How often what is right (the first of a pair) was taken for what (the second)."""

    cells: Mapping[tuple[str, str], int]

    @property
    def right(self) -> Share | None:
        """The share that was found as it is; None where there is nothing to find."""
        judged = sum(self.cells.values())
        same = sum(times for (gold, found), times in self.cells.items() if found in (gold, SAME))
        return Share(same, judged) if judged else None

    def __str__(self) -> str:
        """A table: what is right in rows, what was found in columns.

        >>> print(confusion({"a": "army", "b": "army"}, {"a": "army", "b": "rebels"}))
                  army
        army         1
        rebels       1
        """
        golds, founds = (list(dict.fromkeys(pair[side] for pair in self.cells)) for side in (0, 1))
        margin = max(map(len, golds), default=0)
        widths = [max(len(found), 6) for found in founds]
        lines = [" " * margin + "".join(f"  {found:>{width}}" for found, width in zip(founds, widths, strict=True))]
        for gold in golds:
            numbers = (self.cells.get((gold, found), 0) for found in founds)
            lines.append(f"{gold:<{margin}}" + "".join(f"  {n:>{w}}" for n, w in zip(numbers, widths, strict=True)))
        return "\n".join(lines)


def confusion(found: Mapping[Name, str], gold: Mapping[Name, str]) -> Confusion:
    """How often each right label was taken for which; what only one side names is missed, or not there.

    >>> confusion({"a": "army", "b": "army"}, {"a": "army", "b": "rebels"}).right
    Share(right=1, judged=2)
    """
    names = [*gold, *(name for name in found if name not in gold)]
    return _counted((gold.get(name, INVENTED), found.get(name, MISSED)) for name in names)


def attribution_confusion(found: Iterable[Claim], gold: Iterable[Claim]) -> Confusion:
    """Who was named as the perpetrator of claims of the same id; "nobody" where none is named."""
    return confusion(*({claim.id: _doer(claim) for claim in claims} for claims in (found, gold)))


def count_confusion(found: Iterable[Claim], gold: Iterable[Claim]) -> Confusion:
    """How the counts of claims of the same id lie to the right ones, by effect.

    Tolls are paired that count one effect of the same victims, in the order of their counts.
    """
    ours, theirs = _tolls_of(found), _tolls_of(gold)
    cells = []
    for key in sorted(ours.keys() | theirs.keys(), key=repr):
        for one, right in zip_longest(ours.get(key, ()), theirs.get(key, ())):
            cells.append((key[1], _lies(one, right)))
    return _counted(cells)


def _doer(claim: Claim) -> str:
    return (claim.perpetrator.actor or claim.perpetrator.words or NOBODY) if claim.perpetrator else NOBODY


def _tolls_of(claims: Iterable[Claim]) -> Mapping[tuple[str, str, str | None], list[Count]]:
    """The counts by claim, effect and victims, in order."""
    counts: dict[tuple[str, str, str | None], list[Count]] = defaultdict(list)
    for claim in claims:
        for toll in claim.tolls:
            counts[claim.id, toll.effect, toll.victims].append(toll.count)
    return {key: sorted(listed, key=_order) for key, listed in counts.items()}


def _order(count: Count) -> tuple[int, bool, int]:
    return count.low, count.high is None, count.high or 0


def _lies(found: Count | None, right: Count | None) -> str:
    if found is None:
        return MISSED
    if right is None:
        return INVENTED
    if found == right:
        return SAME
    if found.within(right):
        return TIGHTER
    if right.within(found):
        return LOOSER
    return APART if found & right is None else CROSSING


def _counted(pairs: Iterable[tuple[str, str]]) -> Confusion:
    """The pairs, the commonest right label first, so that tables do not hang on the order of claims."""
    times = Counter(pairs)
    return Confusion(MappingProxyType({pair: times[pair] for pair in sorted(times)}))
