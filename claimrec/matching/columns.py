"""Keys encoded once: what a comparison looks at, for every claim of a table."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

import attrs
import numpy as np
import numpy.typing as npt

from claimrec.errors import RuleError

IntArray = npt.NDArray[np.int64]
FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]

K = TypeVar("K", bound=Hashable)

UNSAID = -1
"""The code of a claim that does not say what the column holds."""


@attrs.frozen(eq=False)
class Column(Generic[K]):
    """One key for each claim: `values[codes[i]]` is the key of claim `i`, a code of -1 says that it has none.

    >>> column = Column.of(["Hama", None, "Homs", "Hama"])
    >>> column.values, column.codes.tolist()
    (('Hama', 'Homs'), [0, -1, 1, 0])
    """

    values: tuple[K, ...]
    codes: IntArray

    @classmethod
    def of(cls, keys: Iterable[K | None]) -> Column[K]:
        """The column of these keys, None where a claim has none; a key that cannot be hashed raises RuleError."""
        given = list(keys)
        known: dict[K, int] = {}
        try:
            codes = [UNSAID if key is None else known.setdefault(key, len(known)) for key in given]
        except TypeError as error:
            raise RuleError(f"a key must be hashable, such as a text, number or frozen value: {error}") from error
        return cls(tuple(known), np.array(codes, dtype=np.int64))
