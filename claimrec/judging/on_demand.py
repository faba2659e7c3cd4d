"""A sequence that is worked out when somebody looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar, overload

Found_co = TypeVar("Found_co", covariant=True)


class OnDemand(Sequence[Found_co]):
    """What `work_out` finds in something, at the first look: of many incidents few are looked at closely.

    In every other way it is the tuple of what was found.
    """

    __slots__ = ("_found", "_inside", "_work_out")

    def __init__(self, work_out: Callable[[Any], Iterable[Found_co]], inside: object) -> None:
        self._work_out = work_out
        self._inside = inside
        self._found: tuple[Found_co, ...] | None = None

    def _looked_at(self) -> tuple[Found_co, ...]:
        if self._found is None:
            self._found = tuple(self._work_out(self._inside))
            self._inside = None
        return self._found

    def __iter__(self) -> Iterator[Found_co]:
        return iter(self._looked_at())

    @overload
    def __getitem__(self, place: int) -> Found_co: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Found_co, ...]: ...
    def __getitem__(self, place: int | slice) -> Found_co | tuple[Found_co, ...]:
        return self._looked_at()[place]

    def __len__(self) -> int:
        return len(self._looked_at())

    def __eq__(self, other: object) -> bool:
        return self._looked_at() == (other._looked_at() if isinstance(other, OnDemand) else other)

    def __hash__(self) -> int:
        return hash(self._looked_at())

    def __repr__(self) -> str:
        return repr(self._looked_at())
