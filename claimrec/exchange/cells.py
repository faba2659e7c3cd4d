"""Cells as values: whole people, days, points on the map; what cannot be read is flagged, and the row is kept."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

import attrs

from claimrec.errors import PlaceError
from claimrec.exchange.days import Order, read_day
from claimrec.exchange.regions import Region
from claimrec.exchange.tables import TableRow
from claimrec.records.claim import Hedge
from claimrec.records.flag import Flag
from claimrec.values.count import Count
from claimrec.values.place import Place
from claimrec.values.window import Window

NOTHING = frozenset({"", "na", "n/a", "nan", "none", "null", "nil", "-", "."})
"""What tables write where they have nothing to say; a zero is not among it."""
LONGEST_NOTHING = max(map(len, NOTHING))

MOST_DIGITS = 15
"""Digits of a number of people; one with more is a fault."""

_WHOLE = re.compile(rf"(\d{{1,{MOST_DIGITS}}})(?:\.0{{1,6}})?")
_GROUPED = re.compile(r"\d{1,3}(?:[ ,'\u2019\u00a0\u202f]\d{3}){1,4}")
_DECIMAL = re.compile(r"[+-]?\d{1,9}(?:[.,]\d{1,20})?")


@attrs.frozen
class Bounds:
    """How many at least and at most, and how that was said."""

    count: Count
    hedge: Hedge


Column = tuple[str, ...]
"""The names that one column has in different editions of a table."""
POINT: tuple[Column, Column] = (("latitude", "lat"), ("longitude", "lon", "long"))
"""The columns of latitude and longitude, as most tables call them."""


@attrs.define
class Cells:
    """The cells of one row, read one by one; `flags` gathers what was wrong with them.

    Of several names for a column the first that the table has is read. `orders` says for a column of days which of two
    numbers comes first in it, `region` where most points of the table lie.
    """

    row: TableRow
    orders: dict[str, Order | None] = attrs.Factory(dict)
    region: Region | None = None
    flags: list[Flag] = attrs.Factory(list)
    read: dict[str, None] = attrs.Factory(dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that were read, in the order of reading."""
        return _shared(tuple(self.read))

    def text(self, *names: str) -> str | None:
        """The words of a cell; None where it says nothing."""
        _, said = self._said(names)
        return said

    def whole(self, *names: str, unknown: Collection[int] = ()) -> int | None:
        """A whole number that is not negative; None where the cell says nothing, or one of the codes for unknown."""
        name, said = self._said(names)
        if said is None or (unknown and said.removesuffix(".0") in map(str, unknown)):
            return None
        if len(said) <= MOST_DIGITS and said.isdecimal() and said.isascii():
            return int(said)
        if written := _WHOLE.fullmatch(said):
            return int(written[1])
        if _GROUPED.fullmatch(said):
            number = int(re.sub(r"\D", "", said))
            self.flag(f"{said!r} read as {number}", name)
            return number
        self.flag(f"expected a whole number, not {_short(said)}", name)
        return None

    def day(self, *names: str) -> Window | None:
        """The day of a cell as a window; None where it names none."""
        name, said = self._said(names)
        if said is None:
            return None
        try:
            found = read_day(said, self.orders.get(name))
        except ValueError as error:
            self.flag(_short(str(error), quoted=False), name)
            return None
        if found.remark:
            self.flag(found.remark, name)
        return Window.on(found.day)

    def days(self, first: str, last: str) -> Window | None:
        """The window from the first column's day to the last column's; one of them alone is a day."""
        begins, ends = self.day(first), self.day(last)
        if begins is None or ends is None:
            return begins or ends
        if ends.last < begins.first:
            self.flag(f"{ends.last} lies before {begins.first}: the days are read the other way round", last)
        return begins.hull(ends)

    def bounds(self, low: tuple[str, ...], high: tuple[str, ...], best: tuple[str, ...] = ()) -> Bounds | None:
        """The count between two columns; None where neither says anything.

        Bounds in the wrong order are flagged and read as the widest that all of them allow. Where only one bound is
        given it stands for the count. A best figure is no bound; it only shows whether the others are in order.
        """
        told = {names[0]: self.whole(*names) for names in (low, best, high) if names}
        said = [number for number in told.values() if number is not None]
        if not said:
            return None
        if said != sorted(said):
            figures = ", ".join(f"{name} {number}" for name, number in told.items() if number is not None)
            self.flag(f"{figures}: out of order, read as {min(said)} to {max(said)}", self._name(low))
        count = Count(min(said), max(said))
        return Bounds(count, "exact" if count.is_exact else "between")

    def place(
        self, name: str | None, admin: str | None, radius_km: float | None, point: tuple[Column, Column] | None = POINT
    ) -> Place | None:
        """The place of this name at the point that two columns give; None without name and point.

        A point off Earth is flagged and left out; one whose columns seem to be exchanged is flagged.
        """
        lat, lon = (self.decimal(*names) for names in point) if point else (None, None)
        if lat is None or lon is None or point is None:
            return Place(name, admin) if name else None
        named = name or f"{lat}, {lon}"
        columns = [self._name(names) for names in point]
        try:
            place = Place(named, admin, lat, lon, radius_km)
        except PlaceError as error:
            exchanged = abs(lon) <= 90 < abs(lat) <= 180
            remark = "; latitude and longitude may be exchanged" if exchanged else ""
            self.flag(f"{error}{remark}: no point is read", columns[0 if abs(lat) > 90 else 1])
            return Place(named, admin)
        if self.region and self.region.holds_only_exchanged(lat, lon):
            self.flag(
                f"{lat}, {lon} lies among the other rows only if latitude and longitude are exchanged", columns[0]
            )
        return place

    def flag(self, because: str, column: str | None = None) -> None:
        """Notes what is wrong with a cell, or with the row."""
        self.flags.append(Flag(because, self.row.file, self.row.line, column))

    def coded(self, *names: str) -> str | None:
        """A code as the codebook writes it: 1 for "1.0"."""
        _, said = self._said(names)
        return said.removesuffix(".0") if said else None

    def decimal(self, *names: str) -> float | None:
        """A number with a point or a comma; None where the cell says nothing, or something else."""
        name, said = self._said(names)
        if said is None:
            return None
        if not _DECIMAL.fullmatch(said):
            self.flag(f"expected a number such as 35.2, not {_short(said)}", name)
            return None
        return float(said.replace(",", "."))

    def _name(self, names: Column) -> str:
        for name in names:
            if name in self.row.cells:
                return name
        return names[0]

    def _said(self, names: Column) -> tuple[str, str | None]:
        name = names[0] if len(names) == 1 else self._name(names)
        said = self.row.cells.get(name, "").strip()
        if len(said) <= LONGEST_NOTHING and said.lower() in NOTHING:
            return name, None
        self.read[name] = None
        return name, said


@lru_cache(maxsize=1 << 10)  # most rows of a table are read in the same columns
def _shared(columns: Column) -> Column:
    return columns


def _short(said: str, *, quoted: bool = True) -> str:
    cut = said if len(said) <= 60 else f"{said[:60]}…"
    return repr(cut) if quoted else cut
