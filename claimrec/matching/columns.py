"""Keys encoded once: what a comparison looks at, for every claim of a table."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, Generic, Protocol, TypeVar

import attrs
import numpy as np
import numpy.typing as npt

from claimrec.errors import RuleError

IntArray = npt.NDArray[np.int64]
FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]

K = TypeVar("K", bound=Hashable)

L = TypeVar("L", bound=Hashable)
K_co = TypeVar("K_co", covariant=True)

DIGIT = 16
"""Bits by which numbers are sorted at once: numpy counts numbers of so many, and compares larger ones."""
UNSAID = -1
"""The code of a claim that does not say what the column holds."""


class Keys(Protocol[K_co]):
    """Keys by place: a tuple of them, or arrays that make one when it is asked for."""

    def __len__(self) -> int: ...

    def __getitem__(self, place: int, /) -> K_co: ...

    def __iter__(self) -> Iterator[K_co]: ...

    def __add__(self, others: Any, /) -> Any: ...  # noqa: ANN401 - of its own kind


@attrs.frozen(eq=False)
class Column(Generic[K]):
    """One key for each claim: `values[codes[i]]` is the key of claim `i`, a code of -1 says that it has none.

    >>> column = Column.of(["Hama", None, "Homs", "Hama"])
    >>> column.values, column.codes.tolist()
    (('Hama', 'Homs'), [0, -1, 1, 0])
    """

    values: Keys[K]
    codes: IntArray

    def key(self, row: int) -> K | None:
        """The key of one claim, None where it has none."""
        code = self.codes[row]
        return None if code == UNSAID else self.values[code]

    def __add__(self, others: Column[K]) -> Column[K]:
        """The column of these claims, then of others; a key of both stands in it twice."""
        codes = np.where(others.codes == UNSAID, UNSAID, others.codes + len(self.values))
        return Column(self.values + others.values, np.concatenate([self.codes, codes]))

    def at(self, rows: IntArray) -> Column[K]:
        """The column of these claims, in this order."""
        return Column(self.values, self.codes[rows])

    def mapped(self, key: Callable[[K], L | None]) -> Column[L]:
        """The column of what `key` makes of these keys, None where that is nothing; each is asked once."""
        made = Column.of(map(key, self.values))
        return Column(made.values, np.append(made.codes, UNSAID)[self.codes])

    @classmethod
    def unsaid(cls, size: int) -> Column[K]:
        """The column of so many claims that all say nothing, which takes no memory."""
        return cls((), np.broadcast_to(np.int64(UNSAID), size))

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


def in_order(numbers: npt.NDArray[np.integer]) -> IntArray:
    """Where these numbers stand when they are sorted, equal ones as they came; quickest if they lie close together.

    >>> in_order(np.array([30, 10, 30, 20])).tolist()
    [1, 3, 0, 2]
    """
    order = np.arange(len(numbers))
    above = numbers - numbers.min() if len(numbers) else numbers
    for shift in range(0, int(above.max(initial=0)).bit_length(), DIGIT):
        digit = (above >> shift).astype(np.uint16)
        order = order[np.argsort(digit[order], kind="stable")] if shift else np.argsort(digit, kind="stable")
    return order
