"""Keys made of the numbers that stand together in several columns: each distinct combination is looked at once."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable
from typing import TypeVar

import numpy as np

from claimrec.matching.columns import BoolArray, Column, IntArray

K = TypeVar("K", bound=Hashable)

CELLS = 1 << 22
"""Combinations that are possible up to which those that occur are ticked off in a list of all, and not sorted."""


def combined(key: Callable[..., K | None], *parts: IntArray | BoolArray) -> Column[K]:
    """What `key` makes of the numbers in a row, None where that is nothing; each distinct combination is asked once.

    >>> column = combined(lambda low, high: f"{low}-{high}", np.array([3, 3, 4]), np.array([7, 7, 9]))
    >>> column.values, column.codes.tolist()
    (('3-7', '4-9'), [0, 0, 1])
    """
    if not len(parts[0]):
        return Column.of([])
    least = [int(part.min()) for part in parts]
    sizes = [int(part.max()) - low + 1 for low, part in zip(least, parts, strict=True)]
    packed = np.zeros(len(parts[0]), dtype=np.int64)
    for low, size, part in zip(least, sizes, parts, strict=True):
        packed *= size
        packed += part - low if low else part
    cells = math.prod(sizes)
    if cells <= CELLS:
        occurs = np.zeros(cells, dtype=bool)
        occurs[packed] = True
        distinct = np.flatnonzero(occurs)
    else:
        distinct, packed = np.unique(packed, return_inverse=True)
    rest, numbers = distinct, list[list[int]]()
    for low, size in zip(reversed(least), reversed(sizes), strict=True):
        rest, part = np.divmod(rest, size)
        numbers.insert(0, (part + low).tolist())
    made = Column.of(key(*combination) for combination in zip(*numbers, strict=True))
    if cells <= CELLS:
        codes = np.zeros(cells, dtype=np.int64)
        codes[distinct] = made.codes
        return Column(made.values, codes[packed])
    return Column(made.values, made.codes[packed])
