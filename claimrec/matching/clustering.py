"""Clusters of claims: average evidence inside connected components, never against a veto."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs
import numpy as np

from claimrec.matching.columns import FloatArray, IntArray, in_order
from claimrec.matching.components import components
from claimrec.matching.pairing import CHUNK
from claimrec.matching.sweep import Pairs

CELLS = 1 << 21
"""Pairs of claims in the components of one size that are linked at once; bounds the memory."""
CERTAIN = 1e9
"""What a must-link counts for where others count a probability: more than any number of doubtful pairs."""

Weigh = Callable[[IntArray, IntArray], FloatArray]
"""Rows, pair by pair, to bits."""


def clusters(shares: FloatArray, ties: Pairs, bits: FloatArray, weigh: Weigh, threshold: float) -> IntArray:
    """For each claim the first claim of its cluster; a claim counts in averages as its share says.

    `ties` are pairs with their `bits`; those of at least `threshold` hold components together, as no average is above
    all that it is made of. Inside a component every other pair is weighed, too, and the two clusters with the highest
    average probability are joined as long as it reaches that of `threshold` bits; a cluster never holds a vetoed pair.
    """
    first = np.arange(len(shares))
    if (bits < threshold).any():
        strong = bits >= threshold
        ties, bits = (ties[0][strong], ties[1][strong]), bits[strong]
    label = components(len(shares), ties, bits)
    size = np.bincount(label)[label]
    order = in_order(label)
    order = order[in_order(size[order])]  # those of one size stand together
    tied = _Tied.of(order, label, ties, bits)
    for start, end, members in _portions(size[order]):
        rows = order[start:end].reshape(-1, members)
        left, right = np.triu_indices(members, 1)
        between = tied.between(start, rows.shape)
        first[rows] = rows[:, :1]
        partly = np.flatnonzero(np.isnan(between).any(axis=(1, 2)))  # where all are tied, every average is enough
        rows, between = rows[partly], between[partly]
        line, pair = np.nonzero(np.isnan(between[:, left, right]))
        i, j = left[pair], right[pair]
        weighed = _weighed(weigh, rows[line, i], rows[line, j])
        between[line, i, j] = between[line, j, i] = weighed
        place = _linked(_probability(between), shares[rows], float(_probability(np.array(threshold))))
        first[rows] = np.take_along_axis(rows, place, axis=1)
    return first


@attrs.frozen(eq=False)
class _Tied:
    """The ties inside components, by where their claims stand when those of one component stand together."""

    one: IntArray
    other: IntArray
    bits: FloatArray

    @classmethod
    def of(cls, order: IntArray, label: IntArray, ties: Pairs, bits: FloatArray) -> _Tied:
        """The ties whose claims bear one label, given the rows in `order`."""
        stands = np.empty_like(order)
        stands[order] = np.arange(len(order))
        inside = np.flatnonzero(label[ties[0]] == label[ties[1]])
        one, other = (stands[side[inside]] for side in ties)
        by_place = in_order(one)
        return cls(one[by_place], other[by_place], bits[inside][by_place])

    def between(self, start: int, shape: tuple[int, ...]) -> FloatArray:
        """The bits between the claims of components of one size, which stand from `start`; nan where no tie is."""
        lines, members = shape
        here = slice(*np.searchsorted(self.one, [start, start + lines * members]))
        line, i = np.divmod(self.one[here] - start, members)
        j = self.other[here] - start - line * members
        between = np.full((lines, members, members), np.nan)
        between[line, i, j] = between[line, j, i] = self.bits[here]
        between[:, range(members), range(members)] = -np.inf
        return between


def _weighed(weigh: Weigh, a: IntArray, b: IntArray) -> FloatArray:
    """The bits of pairs of rows, weighed in portions."""
    parts = [weigh(a[start : start + CHUNK], b[start : start + CHUNK]) for start in range(0, len(a), CHUNK)]
    return np.concatenate([np.zeros(0), *parts])


def _probability(bits: FloatArray) -> FloatArray:
    """What average linkage averages; a veto stays minus infinity, whatever it is averaged with."""
    likely = 1 / (1 + np.exp2(-np.clip(bits, -1000, 1000)))
    return np.where(bits == np.inf, CERTAIN, np.where(bits == -np.inf, -np.inf, likely))


def _portions(sizes: IntArray) -> Iterator[tuple[int, int, int]]:
    """Where the components of one size begin and end, and that size, in bounded portions; single claims have none."""
    for members in np.unique(sizes[sizes > 1]).tolist():
        begin, end = np.searchsorted(sizes, [members, members + 1]).tolist()
        portion = members * max(1, CELLS // members**2)
        for start in range(begin, end, portion):
            yield start, min(end, start + portion), members


def _linked(average: FloatArray, share: FloatArray, enough: float) -> IntArray:
    """Average linkage in many components of one size at once: for each claim the place of its cluster's first claim.

    `average` holds the average probability between clusters, at first single claims, and `share` how much each counts;
    both are used up. The best partner of every cluster is kept, so that a join looks only at those whose partner it
    changed.
    """
    components, size, _ = average.shape
    place = np.tile(np.arange(size), (components, 1))
    which = np.arange(components)
    partner = average.argmax(axis=2)
    best = np.take_along_axis(average, partner[:, :, None], axis=2)[:, :, 0]
    while True:
        into = best.argmax(axis=1)
        joins = best[np.arange(len(which)), into] >= enough
        if 2 * joins.sum() <= len(which):  # what is finished is left out from time to time, as copying costs more
            average, share, which, partner, best = (of[joins] for of in (average, share, which, partner, best))
            into, joins = into[joins], joins[joins]
            if not len(which):
                return place
        at = np.flatnonzero(joins)
        pair = into[at], partner[at, into[at]]
        into, joined = np.minimum(*pair), np.maximum(*pair)
        left, right = share[at, into, None], share[at, joined, None]
        together = (left * average[at, into] + right * average[at, joined]) / (left + right)
        average[at, into] = average[at, :, into] = together
        average[at, into, into] = -np.inf
        average[at, joined] = average[at, :, joined] = -np.inf
        share[at, into] += share[at, joined]
        changed = (partner[at] == into[:, None]) | (partner[at] == joined[:, None])
        changed[np.arange(len(at)), into] = changed[np.arange(len(at)), joined] = True
        inside, cluster = np.nonzero(changed)
        others = average[at[inside], cluster]
        partner[at[inside], cluster] = others.argmax(axis=1)
        best[at[inside], cluster] = others.max(axis=1)
        lines = place[which[at]]
        place[which[at]] = np.where(lines == joined[:, None], into[:, None], lines)
