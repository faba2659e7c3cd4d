"""A sample of pairs that tell most about how well claims were joined, and what a user's judgement on them shows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import zip_longest

import attrs
import numpy as np

from claimrec.errors import RecordError
from claimrec.evaluation.joins import wilson
from claimrec.matching.columns import BoolArray, FloatArray, IntArray
from claimrec.matching.decisions import Decision
from claimrec.matching.evidence import Evidence
from claimrec.matching.incidents import Matching, members
from claimrec.matching.linking import weighed_pairs
from claimrec.matching.pairing import candidate_pairs

EDGES = (-8.0, -4.0, -2.0, 0.0, 2.0, 4.0, 8.0)
"""Bits from the threshold at which one stratum ends and the next begins: finest where the joins are least sure."""
LEAST = 2
"""Pairs of a stratum at least: one says nothing of how much its pairs differ."""


@attrs.frozen
class Stratum:
    """Pairs of about the same evidence, all joined or all apart: how many there are, and those that were drawn.

    `low` and `high` are bits from the threshold, None where there is no end.
    """

    joined: bool
    low: float | None
    high: float | None
    size: int
    pairs: tuple[Evidence, ...] = attrs.field(repr=False)

    def __str__(self) -> str:
        ends = (f"{end:+g}" for end in (self.low, self.high) if end is not None)
        span = " to ".join(ends) + (" and more" if self.high is None else " and less" if self.low is None else "")
        return f"{'joined' if self.joined else 'apart'}, {span} bits from the threshold"


@attrs.frozen
class Sample:
    """Pairs drawn at random within strata, more from those that decide how good the joins are."""

    strata: tuple[Stratum, ...]

    @property
    def pairs(self) -> tuple[Evidence, ...]:
        """The pairs to judge, in turn from every stratum, so that any beginning of the list tells of all."""
        rounds = zip_longest(*(stratum.pairs for stratum in self.strata))
        return tuple(pair for one in rounds for pair in one if pair is not None)


@attrs.frozen
class Estimate:
    """A share as a sample shows it, with its interval of 95 percent for the sampling."""

    value: float
    low: float
    high: float


@attrs.frozen
class JoinQuality:
    """Of the joined pairs, how many are one incident; of the pairs of one incident, how many were joined.

    Recall is that among the pairs that were compared at all (see `blocking_report`).
    """

    precision: Estimate | None
    recall: Estimate | None
    judged: int


def sample_for_review(matching: Matching, size: int, *, seed: int = 0) -> Sample:
    """The pairs whose judgement tells most: half of them joined, half apart, by strata of evidence.

    Within both halves a stratum gets the more pairs the larger and the less sure it is (Neyman 1934), judged by its
    bits, and two at least. The same claims give the same sample, whatever their order; another `seed` gives another.
    A result keeps its matching (`result.matching`).

    >>> from claimrec import load_lexicon
    >>> from claimrec.matching.incidents import find_incidents
    >>> sample_for_review(find_incidents([], lexicon=load_lexicon("common")), 40).pairs
    ()
    """
    a, b, bits, joined = _population(matching)
    excess = bits - matching.threshold
    band = np.searchsorted(np.array(EDGES), excess, side="right")
    chance = 1 / (1 + np.exp2(-np.clip(excess, -60, 60)))
    order = _shuffled(a * len(matching.scale.table) + b, seed)
    strata = []
    for side in (True, False):
        members = [np.flatnonzero((joined == side) & (band == one)) for one in range(len(EDGES) + 1)]
        spread = [len(rows) * _deviation(chance[rows]) for rows in members]
        for one, (rows, many) in enumerate(zip(members, _shares(spread, [*map(len, members)], size // 2), strict=True)):
            if len(rows):
                drawn = rows[np.argsort(order[rows], kind="stable")[:many]]
                pairs = tuple(matching.scale.evidence(int(a[row]), int(b[row])) for row in drawn)
                strata.append(Stratum(side, *_ends(one), len(rows), pairs))
    return Sample(tuple(strata))


def join_quality(sample: Sample, decisions: Iterable[Decision]) -> JoinQuality:
    """How good the joins are, as far as the sample was judged; pairs that were not judged count for nothing.

    Strata without a judgement raise RecordError, since nothing is known of them then. Intervals are put together from
    Wilson's for each stratum (Zou and Donner 2008; their ratio: Donner and Zou 2012), so that ten right out of ten
    leave room for doubt; where every pair was judged nothing is left of them.
    """
    answers = {frozenset((one.a, one.b)): one.same for one in decisions}
    told = [_Judged.of(stratum, answers) for stratum in sample.strata]
    joined = [one for one in told if one.stratum.joined]
    pairs = sum(one.stratum.size for one in joined)
    right, missed = _total(joined), _total([one for one in told if not one.stratum.joined])
    precision = Estimate(*(number / pairs for number in right)) if pairs else None
    recall = _share_of(right, missed) if right[0] + missed[0] else None
    return JoinQuality(precision, recall, sum(one.judged for one in told))


Bounds = tuple[float, float, float]
"""A number, and what it lies between."""


@attrs.frozen
class _Judged:
    """What the judgements on a stratum say: the share of its pairs that are one incident, and where it may lie."""

    stratum: Stratum
    judged: int
    share: float
    low: float
    high: float

    @classmethod
    def of(cls, stratum: Stratum, answers: dict[frozenset[str], bool]) -> _Judged:
        """The judgements on the pairs of a stratum."""
        told = [answers[pair] for one in stratum.pairs if (pair := frozenset((one.a, one.b))) in answers]
        if not told:
            raise RecordError(f"none of the pairs is judged that are {stratum}")
        n, share = len(told), sum(told) / len(told)
        unseen = 1 - n / stratum.size
        return cls(stratum, n, share, *(wilson(share, n / unseen) if unseen else (share, share)))


def _total(judged: Sequence[_Judged]) -> Bounds:
    """How many pairs of the strata together are one incident."""
    total = sum(one.stratum.size * one.share for one in judged)
    below = math.hypot(*(one.stratum.size * (one.share - one.low) for one in judged))
    above = math.hypot(*(one.stratum.size * (one.high - one.share) for one in judged))
    return total, max(0.0, total - below), min(total + above, sum(one.stratum.size for one in judged))


def _share_of(right: Bounds, missed: Bounds) -> Estimate:
    """What the first number is of both together."""
    (r, low, high), (m, least, most) = right, missed
    value = r / (r + m)
    ratios = (_ratio(m, most, r, low, 1), _ratio(m, least, r, high, -1))
    worst, best = (1 / (1 + ratio) for ratio in ratios)
    return Estimate(value, min(worst, value), max(best, value))


def _ratio(above: float, above_end: float, below: float, below_end: float, sign: int) -> float:
    """One end of a ratio of two numbers, from the ends of both that move it that way; infinite where it has none."""
    whole = below_end * (2 * below - below_end)
    root = (above * below) ** 2 - above_end * (2 * above - above_end) * whole
    return (above * below + sign * math.sqrt(max(0.0, root))) / whole if whole > 0 else math.inf if sign > 0 else 0.0


def _population(matching: Matching) -> tuple[IntArray, IntArray, FloatArray, BoolArray]:
    """Every pair of claims that was compared or joined, its bits, and whether it is joined; none that was decided."""
    scale, incident, many = matching.scale, matching.links.first, len(matching.scale.table)
    within = [(rows[low], rows[high]) for rows in members(incident) for low, high in [np.triu_indices(len(rows), 1)]]
    one, two = (np.concatenate([pair[side] for pair in within] or [incident[:0]]) for side in (0, 1))
    found = [*weighed_pairs([*candidate_pairs(scale.table), (one, two)], scale)]
    a, b = (np.concatenate([pairs[side] for pairs, _ in found]) for side in (0, 1))
    bits = np.concatenate([some for _, some in found])
    cells, first = np.unique(a * many + b, return_index=True)
    decided = np.array([low * many + high for low, high in scale.decisions], dtype=np.int64)
    kept = first[~np.isin(cells, decided)]
    return a[kept], b[kept], bits[kept], incident[a[kept]] == incident[b[kept]]


def _deviation(chance: FloatArray) -> float:
    """How unsure the answers of a stratum are, by the bits of its pairs."""
    middle = float(chance.mean()) if len(chance) else 0.0
    return math.sqrt(middle * (1 - middle))


def _shares(spread: Sequence[float], sizes: Sequence[int], total: int) -> list[int]:
    """How many pairs each stratum gives: in proportion to its spread, but two at least, and no more than it has."""
    shares = [min(size, LEAST) for size in sizes]
    while (left := total - sum(shares)) > 0 and sum(shares) < sum(sizes):
        open_ = [one for one, size in enumerate(sizes) if shares[one] < size]
        weights = {one: spread[one] or 1e-9 for one in open_}
        whole = sum(weights.values())
        for one in sorted(open_, key=lambda one: (-weights[one], one)):
            more = min(sizes[one] - shares[one], max(1, math.floor(left * weights[one] / whole)), total - sum(shares))
            shares[one] += more
    return shares


def _ends(band: int) -> tuple[float | None, float | None]:
    """The bits between which a band lies."""
    return EDGES[band - 1] if band else None, EDGES[band] if band < len(EDGES) else None


def _shuffled(cells: IntArray, seed: int) -> IntArray:
    """A number for each pair that looks random and hangs on pair and seed alone (splitmix64: Steele et al. 2014)."""
    with np.errstate(over="ignore"):
        mixed = cells.astype(np.uint64) + np.uint64((seed * 0x9E3779B97F4A7C15 + 0x9E3779B97F4A7C15) % 2**64)
        for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
            mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
        return (mixed ^ (mixed >> np.uint64(31))).astype(np.int64)
