"""Answers about pairs of keys, remembered: each is asked once, of very many keys a few are asked again."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

import attrs
import numpy as np
import numpy.typing as npt

from claimrec.matching.columns import IntArray
from claimrec.matching.facts import Ranks

CELLS = 1 << 25
"""Pairs of keys, known or not, up to which each has a byte for its answer."""
UNASKED = -1
SLOTS = 1 << 20
"""Answers that are kept of more pairs: each has one slot, which it shares with others; the last one asked keeps it."""
SPREAD, BITS = 0x9E3779B97F4A7C15, 44
"""Multiplied and shifted, numbers that lie close together fall far apart into the slots (Fibonacci hashing)."""

Ask = Callable[[IntArray, IntArray], IntArray | Ranks]
"""Codes of keys, compared pair by pair, to numbers below 128; it does not matter which of two codes comes first."""


def remembered(size: int, ask: Ask) -> Callable[[IntArray, IntArray], Ranks]:
    """What answers for pairs of codes below `size`, and asks about no pair that it remembers."""
    return _All.of(size, ask) if size * size <= CELLS else _Latest.of(size, ask)


@attrs.frozen(eq=False)
class _All:
    size: int
    ask: Ask
    answers: Ranks
    asking: Lock = attrs.field(factory=Lock)

    @classmethod
    def of(cls, size: int, ask: Ask) -> _All:
        return cls(size, ask, np.full(size * size, UNASKED, dtype=np.int8))

    def __call__(self, a: IntArray, b: IntArray) -> Ranks:
        cells = a * self.size + b
        found: Ranks = self.answers[cells]
        if found.min(initial=0) == UNASKED:
            with self.asking:  # another thread may have asked meanwhile
                low, high = np.divmod(np.unique(cells[self.answers[cells] == UNASKED]), self.size)
                low, high = np.divmod(np.unique(np.minimum(low, high) * self.size + np.maximum(low, high)), self.size)
                self.answers[low * self.size + high] = self.answers[high * self.size + low] = self.ask(low, high)
            found = self.answers[cells]
        return found


@attrs.frozen(eq=False)
class _Latest:
    """`kept` holds in every slot a pair with its answer, as one number."""

    size: int
    ask: Ask
    kept: IntArray

    @classmethod
    def of(cls, size: int, ask: Ask) -> _Latest:
        return cls(size, ask, np.full(SLOTS, UNASKED, dtype=np.int64))

    def __call__(self, a: IntArray, b: IntArray) -> Ranks:
        cells = np.minimum(a, b) * self.size + np.maximum(a, b)
        kept = self.kept[_slots(cells)]
        found = (kept & 127).astype(np.int8)
        unknown = np.flatnonzero(kept >> 7 != cells)
        if len(unknown):
            distinct, place = np.unique(cells[unknown], return_inverse=True)
            answers = np.asarray(self.ask(*np.divmod(distinct, self.size)), dtype=np.int8)
            found[unknown] = answers[place]
            self.kept[_slots(distinct)] = distinct << 7 | answers
        return found


def _slots(cells: IntArray) -> npt.NDArray[np.uint64]:
    return cells.astype(np.uint64) * np.uint64(SPREAD) >> np.uint64(BITS)
