"""Answers about pairs of keys, each asked once."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import numpy as np

from claimrec.matching.columns import IntArray
from claimrec.matching.facts import Ranks

CELLS = 1 << 25
"""Pairs of keys, known or not, up to which answers are remembered, in one array of bytes."""
UNASKED = -1

Ask = Callable[[IntArray, IntArray], IntArray | Ranks]
"""Two lists of codes of keys, compared pair by pair, to small numbers; it does not matter which code comes first."""


@attrs.frozen(eq=False)
class Remembered:
    """Asks about each distinct pair of `size` keys once; of very many keys, once a call."""

    size: int
    ask: Ask
    answers: Ranks | None

    @classmethod
    def of(cls, size: int, ask: Ask) -> Remembered:
        """Nothing is asked yet."""
        return cls(size, ask, np.full(size * size, UNASKED, dtype=np.int8) if size * size <= CELLS else None)

    def __call__(self, a: IntArray, b: IntArray) -> Ranks:
        """The answers for pairs of codes."""
        if self.answers is None:
            distinct, place = np.unique(np.minimum(a, b) * self.size + np.maximum(a, b), return_inverse=True)
            answers: Ranks = self.ask(*np.divmod(distinct, self.size)).astype(np.int8)
            return answers[place]
        cells = a * self.size + b
        found: Ranks = self.answers[cells]
        if found.min(initial=0) == UNASKED:
            low, high = np.divmod(np.unique(cells[found == UNASKED]), self.size)
            low, high = np.divmod(np.unique(np.minimum(low, high) * self.size + np.maximum(low, high)), self.size)
            self.answers[low * self.size + high] = self.answers[high * self.size + low] = self.ask(low, high)
            found = self.answers[cells]
        return found
