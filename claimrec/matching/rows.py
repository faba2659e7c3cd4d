"""The rows of an Arrow table in the order of the claims: ids, days, and every column's values, each once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np
import numpy.typing as npt

from claimrec.errors import RecordError
from claimrec.matching.columns import UNSAID, BoolArray, Column, FloatArray, IntArray, in_order
from claimrec.matching.day import days_before

if TYPE_CHECKING:
    import pyarrow as pa

EPOCH = date(1970, 1, 1).toordinal()
"""The day from which Arrow counts."""
NO_DAY = 0
"""Stands for a day that is not given; ordinals begin with 1."""


@attrs.frozen(eq=False)
class Rows:
    """The rows of a table by first day, last day and id, so that nothing depends on the order in which they came.

    `first` and `last` are the days said; where none is `said`, those before publication, or `NO_DAY`.

    >>> import pyarrow
    >>> rows = Rows.of(pyarrow.table({"id": [7, 8], "first": ["2023-02-04", "2023-02-03"], "place": ["Hama", None]}))
    >>> rows.ids[0], rows.column("place").codes.tolist()
    ('8', [-1, 0])
    """

    table: pa.Table
    order: IntArray
    ids: Ids
    first: IntArray
    last: IntArray
    said: BoolArray

    @classmethod
    def of(cls, table: pa.Table) -> Rows:
        """The rows of a table; RecordError where one has no id of its own."""
        if "id" not in table.column_names:
            raise RecordError(f"a table needs a column 'id'; it has {', '.join(table.column_names)}")
        first, last, said = _windows(table)
        ids = table.column("id").combine_chunks()
        order = _by_id(ids)
        for day in (last, np.where(first == NO_DAY, last.max(initial=0) + 1, first)):
            order = order[in_order(day[order])]
        return cls(table, order, Ids(ids.take(as_arrow(order))), first[order], last[order], said[order])

    def __len__(self) -> int:
        return len(self.order)

    def has(self, name: str) -> bool:
        """Does the table have such a column?"""
        return name in self.table.column_names

    def column(self, name: str) -> Column[Any]:
        """A column's values, each once; without the column nothing is said."""
        if not self.has(name):
            return Column.unsaid(len(self))
        encoded = self.table.column(name).combine_chunks().dictionary_encode()
        codes = _as_numpy(encoded.indices, UNSAID)[self.order]
        values = Column.of(encoded.dictionary.to_pylist())  # a column of nulls has null for a value
        return Column(values.values, np.append(values.codes, UNSAID)[codes])

    def numbers(self, name: str) -> FloatArray:
        """A column's numbers, nan where none is given."""
        if not self.has(name):
            return np.full(len(self), np.nan)
        return np.asarray(_as_numpy(self.table.column(name).cast("float64"), np.nan)[self.order])


@attrs.frozen
class Ids(Sequence[str]):
    """The ids of a table's claims, as texts made when they are asked for."""

    ids: pa.Array

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, place: Any) -> Any:  # noqa: ANN401 - as Sequence has it
        return str(self.ids[int(place)])

    def __arrow_array__(self, type: pa.DataType | None = None) -> pa.Array:  # noqa: A002 - Arrow's own protocol
        return self.ids.cast(type or "string")


def _windows(table: pa.Table) -> tuple[IntArray, IntArray, BoolArray]:
    """First and last day of every row, and whether a day is said; where it is not, the days before publication."""
    first, last, published = (_ordinals(table, name) for name in ("first", "last", "published"))
    first, last = np.where(first == NO_DAY, last, first), np.where(last == NO_DAY, first, last)
    said = first != NO_DAY
    fresh = np.where(published == NO_DAY, NO_DAY, days_before(published))
    begin, end = np.minimum(first, last), np.maximum(first, last)
    return np.where(said, begin, fresh), np.where(said, end, published), said


def _ordinals(table: pa.Table, name: str) -> IntArray:
    if name not in table.column_names:
        return np.full(len(table), NO_DAY)
    days = table.column(name).cast("date32").cast("int32")
    return np.asarray(_as_numpy(days, NO_DAY - EPOCH) + EPOCH, dtype=np.int64)


def _by_id(ids: pa.Array) -> IntArray:
    """The rows by id."""
    import pyarrow.compute as pc  # noqa: PLC0415 - an extra

    by_id = pc.sort_indices(ids)
    in_turn = ids.take(by_id)
    if ids.null_count or pc.any(pc.equal(in_turn[1:], in_turn[:-1])).as_py():
        raise RecordError("every row of a table needs an id of its own")
    return _as_numpy(by_id, 0).astype(np.int64)


def as_arrow(numbers: IntArray | FloatArray) -> pa.Array:
    """Numbers as Arrow holds them, not copied; `pyarrow.array` would load pandas where it is installed."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    held = pa.py_buffer(np.ascontiguousarray(numbers))
    return pa.Array.from_buffers(pa.from_numpy_dtype(numbers.dtype), len(numbers), [None, held])


def _as_numpy(numbers: pa.Array | pa.ChunkedArray, missing: float) -> npt.NDArray[Any]:
    """Arrow's numbers with another where one is missing; `to_numpy`, or a number of Python's, would load pandas."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    filled = numbers.fill_null(as_arrow(np.array([missing])).cast(numbers.type)[0])
    return np.from_dlpack(filled.combine_chunks() if isinstance(filled, pa.ChunkedArray) else filled)
