"""Levels that follow from a few small facts: worked out once for every combination, looked up for every pair."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import numpy as np
import numpy.typing as npt

from claimrec.matching.columns import BoolArray, IntArray

Ranks = npt.NDArray[np.int8]
"""Places of levels, pair by pair: 1 for the first level of a comparison, 0 for not said."""


@attrs.frozen(eq=False)
class FactTable:
    """The rank for every combination of facts, each fact a number from 0 below its size.

    >>> table = FactTable.of((3, 2), lambda gap, said: np.where(said == 1, gap + 1, 0))
    >>> table.ranks(np.array([0, 2, 2]), np.array([1, 1, 0])).tolist()
    [1, 3, 0]
    """

    sizes: tuple[int, ...]
    answers: Ranks

    @classmethod
    def of(cls, sizes: tuple[int, ...], ranked: Callable[..., IntArray]) -> FactTable:
        """The table of what `ranked` says, which takes one array for each fact."""
        return cls(sizes, ranked(*np.indices(sizes).reshape(len(sizes), -1)).astype(np.int8))

    def ranks(self, *facts: npt.NDArray[np.integer] | BoolArray) -> Ranks:
        """The ranks of pairs, given their facts."""
        cells = np.zeros(len(facts[0]), dtype=np.int32)
        for size, fact in zip(self.sizes, facts, strict=True):
            cells *= size
            cells += fact
        return self.answers[cells]
