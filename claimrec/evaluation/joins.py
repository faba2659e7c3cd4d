"""How well claims were joined: against known incidents, or against a sample of pairs that somebody judged."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

import attrs

from claimrec.errors import RecordError
from claimrec.judging.result import Result
from claimrec.matching.decisions import Decision

Name = TypeVar("Name", bound=Hashable)
Labels = Mapping[Name, Hashable]
"""Which incident each claim belongs to, under whatever name."""

NORMAL_95 = 1.959964
"""The normal deviate that leaves 2.5 percent on each side."""


@attrs.frozen
class Score:
    """`right` of so many that were `found`, and of so many that are known in the `gold`; counts or sums of shares."""

    right: float
    found: float
    gold: float

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what is known that was found; None where nothing is known."""
        return self.right / self.gold if self.gold else None

    @property
    def f(self) -> float | None:
        """The harmonic mean of precision and recall; None where nothing was found and nothing is known."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else None


@attrs.frozen
class Share:
    """A share that was estimated from a sample of `judged` pairs, with its interval of 95 percent (Wilson 1927)."""

    right: int
    judged: int

    @property
    def interval(self) -> tuple[float, float]:
        """Where the share lies if the pairs were drawn at random.

        >>> low, high = Share(right=9, judged=10).interval
        >>> round(low, 2), round(high, 2)
        (0.6, 0.98)
        """
        return wilson(self.right / self.judged, self.judged)


def wilson(share: float, n: float) -> tuple[float, float]:
    """Where a share lies, at 95 percent, that was found among `n` (Wilson 1927)."""
    middle = share + NORMAL_95**2 / (2 * n)
    spread = NORMAL_95 * math.sqrt(share * (1 - share) / n + (NORMAL_95 / (2 * n)) ** 2)
    whole = 1 + NORMAL_95**2 / n
    return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)


def incidents_of(result: Result) -> dict[str, str]:
    """The incident of each claim, by ids."""
    return {claim.id: judged.incident.id for judged in result.incidents for claim in judged.incident.claims}


def pairwise(found: Labels[Name], gold: Labels[Name]) -> Score:
    """Pairs of claims that are one incident; claims that only one side knows raise RecordError.

    >>> pairwise({"a": 1, "b": 1, "c": 2}, {"a": "x", "b": "x", "c": "x"})
    Score(right=1, found=1, gold=3)
    """
    both = _together(found, gold)
    sizes = (Counter(both.values()), Counter(found.values()), Counter(gold.values()))
    return Score(*(sum(math.comb(size, 2) for size in counted.values()) for counted in sizes))


def b_cubed(found: Labels[Name], gold: Labels[Name]) -> tuple[float | None, float | None, float | None]:
    """Precision, recall and their harmonic mean, averaged over claims (Bagga and Baldwin 1998); None without claims.

    >>> precision, recall, _ = b_cubed({"a": 1, "b": 1, "c": 2}, {"a": "x", "b": "x", "c": "x"})
    >>> precision, round(recall, 3)
    (1.0, 0.556)
    """
    both = _together(found, gold)
    if not both:
        return None, None, None
    shared, sizes, known = Counter(both.values()), Counter(found.values()), Counter(gold.values())
    precision = sum(shared[both[name]] / sizes[found[name]] for name in both) / len(both)
    recall = sum(shared[both[name]] / known[gold[name]] for name in both) / len(both)
    return precision, recall, 2 * precision * recall / (precision + recall)


def whole_incidents(found: Labels[Name], gold: Labels[Name]) -> Score:
    """Incidents that were found with exactly their claims.

    >>> whole_incidents({"a": 1, "b": 1, "c": 2}, {"a": "x", "b": "x", "c": "y"})
    Score(right=2, found=2, gold=2)
    """
    _together(found, gold)
    ours, theirs = _groups(found), _groups(gold)
    return Score(len(ours & theirs), len(ours), len(theirs))


def judged_pairs(found: Labels[str], decisions: Iterable[Decision]) -> Share | None:
    """The share of a user's judgements on pairs that the joins agree with; None without a judgement on known claims."""
    asked = [one for one in decisions if one.a in found and one.b in found]
    if not asked:
        return None
    return Share(sum((found[one.a] == found[one.b]) == one.same for one in asked), len(asked))


def _together(found: Labels[Name], gold: Labels[Name]) -> dict[Name, tuple[Hashable, Hashable]]:
    """Each claim with its incident on both sides."""
    if found.keys() != gold.keys():
        odd = sorted(map(str, found.keys() ^ gold.keys()))
        raise RecordError(f"{len(odd)} claims are known to one side only, among them {odd[0]}")
    return {name: (label, gold[name]) for name, label in found.items()}


def _groups(labels: Labels[Name]) -> set[frozenset[Name]]:
    members: dict[Hashable, set[Name]] = defaultdict(set)
    for name, label in labels.items():
        members[label].add(name)
    return set(map(frozenset, members.values()))
