"""Values that show themselves: they ask the room of showing, which is loaded then and not before.

Imports run downward through the rooms, and showing lies above the values that it shows. This file alone looks up.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any, Literal, Self, SupportsIndex, TypeVar, overload

Found_co = TypeVar("Found_co", covariant=True)

FrameKind = Literal["pandas", "polars", "pyarrow"]


def _showing(module: str) -> Any:  # noqa: ANN401 (a module)
    return import_module(f"claimrec.showing.{module}")


class Shown:
    """A value that a notebook shows as HTML, and a terminal through rich."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(_showing("notebook").shown(self))

    def __rich__(self) -> Any:  # noqa: ANN401 (whatever rich prints)
        return _showing("terminal").shown(self)


class Drawn(Shown):
    """A value with a chart of its own."""

    __slots__ = ()

    def plot(self) -> Any:  # noqa: ANN401 (a figure of matplotlib)
        """Its chart as a figure of matplotlib, whose `rows` hold the data; needs `claimrec[notebook]`."""
        return _showing("charts.first").plot(self)


class Listing(tuple[Found_co, ...], Shown):  # noqa: SLOT001 (a tuple of any length has no room for slots)
    """A tuple of values of one kind that is shown as a table, and becomes a frame; a slice of it is one as well.

    `table` names the table, `whole` is what the values were found in, `places` where they stand in it.
    """

    table: str
    whole: object
    places: range

    def __new__(cls, values: Iterable[Found_co], table: str, whole: object, places: range | None = None) -> Self:
        """The listing of all values of a table, or of those at some places."""
        listing = super().__new__(cls, values)
        listing.table, listing.whole = table, whole
        listing.places = range(len(listing)) if places is None else places
        return listing

    def __getnewargs__(self) -> tuple[tuple[Found_co, ...], str, None, range]:
        """What copies are made with; `whole`, which may hold the listing, is set after."""
        return tuple(self), self.table, None, self.places

    @overload
    def __getitem__(self, place: SupportsIndex) -> Found_co: ...
    @overload
    def __getitem__(self, place: slice) -> Listing[Found_co]: ...
    def __getitem__(self, place: SupportsIndex | slice) -> Found_co | Listing[Found_co]:
        if isinstance(place, slice):
            return Listing(super().__getitem__(place), self.table, self.whole, self.places[place])
        return super().__getitem__(place)

    def __repr__(self) -> str:
        return str(_showing("terminal").plain(self)) if self else "()"

    def to_frame(self, kind: FrameKind = "pandas") -> Any:  # noqa: ANN401 (a frame of the library asked for)
        """The table as a frame of pandas, polars or pyarrow; needs `claimrec[frames]`.

        Whole numbers may be missing, days are days, and what was not said is missing.
        """
        return _showing("frames").frame(self, kind)
