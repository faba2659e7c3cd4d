"""How many people, as loosely as it was said."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from typing import TypeVar

import attrs

from claimrec.errors import CountError

Key = TypeVar("Key", bound=Hashable)

_DIGITS = r"\d{1,4000}"  # beyond 4,300 Python refuses to read a number
_WRITTEN = re.compile(rf"(?P<least>at least )?(?P<low>{_DIGITS})(?: to (?P<high>{_DIGITS}))?")


@attrs.frozen
class Count:
    """An interval of whole people (METHOD 1): `low` and `high` are both allowed; `high=None` is open.

    A negative or upside-down interval raises CountError.

    >>> Count(12, 15) & Count.at_least(14)
    Count(low=14, high=15)
    >>> Count(12, 15) & Count.exactly(20) is None  # no number satisfies both
    True
    """

    low: int
    high: int | None

    def __attrs_post_init__(self) -> None:
        low, high = self.low, self.high
        if type(low) is not int or (high is not None and type(high) is not int):  # a bool is an int to isinstance
            raise CountError(f"a count is made of whole people, not {high if type(low) is int else low!r}")
        if low < 0:
            raise CountError(f"nobody can count {low} people")
        if high is not None and high < low:
            raise CountError(f"a count cannot run from {low} down to {high}")

    @classmethod
    def exactly(cls, n: int) -> Count:
        """The count that allows `n` alone.

        >>> Count.exactly(14)
        Count(low=14, high=14)
        """
        return cls(n, n)

    @classmethod
    def at_least(cls, n: int) -> Count:
        """The count that allows `n` and everything above.

        >>> Count.at_least(14).allows(1000)
        True
        """
        return cls(n, None)

    @classmethod
    def at_most(cls, n: int) -> Count:
        """The count that allows everything from nobody to `n`.

        >>> Count.at_most(3)
        Count(low=0, high=3)
        """
        return cls(0, n)

    @property
    def is_exact(self) -> bool:
        """Does it allow one number only?"""
        return self.low == self.high

    def allows(self, n: int) -> bool:
        """Does `n` lie within the bounds?

        >>> Count(6, 8).allows(7), Count(6, 8).allows(9)
        (True, False)
        """
        return self.low <= n and (self.high is None or n <= self.high)

    def within(self, other: Count) -> bool:
        """Does `other` allow every number that this count allows?

        >>> Count.exactly(27).within(Count.at_least(27))
        True
        """
        return other.low <= self.low and (other.high is None or (self.high is not None and self.high <= other.high))

    def meets(self, other: Count) -> bool:
        """Is there a number that both allow?

        >>> Count(12, 15).meets(Count.at_least(14)), Count(12, 15).meets(Count.exactly(20))
        (True, False)
        """
        return (other.high is None or self.low <= other.high) and (self.high is None or other.low <= self.high)

    def __and__(self, other: object) -> Count | None:
        """The numbers that both allow, or None: a contradiction."""
        if not isinstance(other, Count):
            return NotImplemented
        if not self.meets(other):
            return None
        if self.within(other):
            return self
        if other.within(self):
            return other
        high = min((high for high in (self.high, other.high) if high is not None), default=None)
        return Count(max(self.low, other.low), high)

    def hull(self, other: Count) -> Count:
        """The narrowest count that allows whatever either allows.

        >>> Count.exactly(20).hull(Count.exactly(27))
        Count(low=20, high=27)
        """
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Count(min(self.low, other.low), high)

    def __add__(self, other: object) -> Count:
        """How many two groups without a common member have together."""
        if not isinstance(other, Count):
            return NotImplemented
        high = None if self.high is None or other.high is None else self.high + other.high
        return Count(self.low + other.low, high)

    def __str__(self) -> str:
        if self.high is None:
            return f"at least {self.low}" if self.low else "unknown"
        return str(self.low) if self.is_exact else f"{self.low} to {self.high}"

    @classmethod
    def parse(cls, text: str) -> Count:
        """The count that `str` wrote: the inverse of `str`, not a reader of prose (that is `reading`).

        >>> Count.parse("12 to 15"), Count.parse("at least 3"), Count.parse("unknown")
        (Count(low=12, high=15), Count(low=3, high=None), Count(low=0, high=None))
        """
        if text == "unknown":
            return UNKNOWN
        written = _WRITTEN.fullmatch(text)
        if not written or (written["least"] and written["high"]):
            raise CountError(f"expected a count such as '14', '12 to 15', 'at least 3' or 'unknown', not {text!r}")
        low = int(written["low"])
        if written["least"]:
            return cls.at_least(low)
        return cls(low, int(written["high"] or low))


UNKNOWN = Count(0, None)
"""The number is not known: every number is allowed. Not the same as zero, and not the same as nothing said."""


def met(counts: Iterable[tuple[Key, Count]]) -> dict[Key, Count] | None:
    """The count that all counts of one key leave, by key; None where those of one leave none.

    >>> met([("dead", Count(2, 5)), ("hurt", Count.exactly(1)), ("dead", Count.at_least(4))])
    {'dead': Count(low=4, high=5), 'hurt': Count(low=1, high=1)}
    """
    found: dict[Key, Count] = {}
    for key, count in counts:
        shared = found.get(key, UNKNOWN) & count
        if shared is None:
            return None
        found[key] = shared
    return found
