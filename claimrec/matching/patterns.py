"""The combinations of levels that candidate pairs fall into, each with its number of pairs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs
import numpy as np

from claimrec.matching.columns import FloatArray, IntArray
from claimrec.matching.comparison import Comparison
from claimrec.matching.pairing import candidate_pairs
from claimrec.matching.weighing import Scale

UNKNOWN = -1
"""The incident of a row of which it is not known."""


@attrs.frozen(eq=False)
class Patterns:
    """Distinct combinations of levels, and how many pairs of one incident and of two fall into each.

    `ranks` has a line for each comparison; where no incident is known, all pairs stand under `apart`.
    """

    comparisons: tuple[Comparison[Any], ...]
    ranks: IntArray
    same: FloatArray
    apart: FloatArray

    @classmethod
    def of(cls, scale: Scale, incidents: IntArray | None = None) -> Patterns:
        """The patterns of a table's candidate pairs, given the incident of every row; vetoed pairs are left out."""
        sizes = _sizes(scale.rules.comparisons)
        cells, labels = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=bool)]
        for pair in candidate_pairs(scale.table):
            ranks = tuple(scale.ranks(*pair))
            usable = np.isfinite(scale.summed(*pair, ranks))
            if incidents is not None:
                usable &= (incidents[pair[0]] != UNKNOWN) & (incidents[pair[1]] != UNKNOWN)
            a, b = (rows[usable] for rows in pair)
            cells.append(np.ravel_multi_index(tuple(found[usable] for found in ranks), sizes))
            labels.append(np.zeros(len(a), dtype=bool) if incidents is None else incidents[a] == incidents[b])
        same = np.concatenate(labels).astype(np.float64)
        return cls._counted(scale.rules.comparisons, np.concatenate(cells), same, 1 - same)

    @classmethod
    def joined(cls, parts: Iterable[tuple[Patterns, float]]) -> Patterns:
        """The patterns of several tables, the pairs of each counted so many times."""
        given = list(parts)
        comparisons = given[0][0].comparisons
        cells = [np.ravel_multi_index(tuple(patterns.ranks), _sizes(comparisons)) for patterns, _ in given]
        same, apart = (
            np.concatenate([getattr(patterns, kind) * times for patterns, times in given]) for kind in ("same", "apart")
        )
        return cls._counted(comparisons, np.concatenate(cells), same, apart)

    @classmethod
    def _counted(
        cls, comparisons: tuple[Comparison[Any], ...], cells: IntArray, same: FloatArray, apart: FloatArray
    ) -> Patterns:
        distinct, place = np.unique(cells, return_inverse=True)
        ranks = np.array(np.unravel_index(distinct, _sizes(comparisons)), dtype=np.int64)
        of_same, of_apart = (np.bincount(place, pairs, len(distinct)).astype(np.float64) for pairs in (same, apart))
        return cls(comparisons, ranks, of_same, of_apart)

    def bits(self, weights: Sequence[FloatArray]) -> FloatArray:
        """What the levels of every pattern weigh together, given the bits of every rank of every comparison."""
        return np.asarray(sum(bits[ranks] for bits, ranks in zip(weights, self.ranks, strict=True)), dtype=np.float64)

    def seen(self, place: int, pairs: FloatArray) -> FloatArray:
        """How many of these pairs, pattern by pattern, fall into each rank of one comparison."""
        seen = np.bincount(self.ranks[place], pairs, len(self.comparisons[place].levels) + 1)
        return np.asarray(seen, dtype=np.float64)


def _sizes(comparisons: Sequence[Comparison[Any]]) -> list[int]:
    return [len(comparison.levels) + 1 for comparison in comparisons]
