"""A time as a text tells it: days and words, also where nobody knows on which day the text was printed."""

from __future__ import annotations

from datetime import date

import attrs

from claimrec.records.claim import When
from claimrec.values.window import Window

SOME_DAY, LAST_YEAR = date(3000, 6, 15), 2500
"""A day of publication for texts that have none, and the last year that a text can name (own).

What is counted from that day only tells which of two times came first; no claim ever holds it.
"""


@attrs.define(unsafe_hash=True)  # as brief; a class that is evolved says so itself
class ToldTime:
    """The days and the words; `relative` and `inferred` as in a claim."""

    window: Window
    words: str | None = None
    relative: bool = False
    inferred: bool = False

    @property
    def of_no_year(self) -> bool:
        """Was it counted from a day that nobody knows?"""
        return self.window.last.year > LAST_YEAR

    def can_be(self, other: ToldTime) -> bool:
        """Do the two share a day, or is it known of only one which day it was?"""
        return self.of_no_year != other.of_no_year or (self.window & other.window) is not None

    def is_closer_than(self, other: ToldTime) -> bool:
        """Does it say more closely when? A known day goes before one that is not known."""
        return (self.of_no_year, self.window.days) < (other.of_no_year, other.window.days)

    def in_claim(self) -> When:
        """The same as a claim says it, without days that nobody knows.

        >>> ToldTime(Window.on(SOME_DAY), "Friday").in_claim()
        When(window=None, words='Friday', relative=False, inferred=False)
        """
        return When(None if self.of_no_year else self.window, self.words, self.relative, self.inferred)
