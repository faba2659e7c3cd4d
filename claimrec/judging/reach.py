"""How far the loosely said counts of many incidents reach: with the slack of their hedges, by strict conventions."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import attrs
import numpy as np

from claimrec.judging.coded import BEYOND, OPEN, Answers, Numbers, Places, count_of, ways
from claimrec.judging.sensitivity import STRICT
from claimrec.judging.statement_table import StatementTable
from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.loosening import CONVENTIONAL, recounted
from claimrec.records.claim import Hedge
from claimrec.values.count import Count

Bounds = tuple[Numbers, Numbers]
"""The fewest and the most that each toll allows."""


@attrs.frozen(slots=False, eq=False)
class Reach:
    """How far the tolls of many incidents reach that were said loosely; each different count is asked about once."""

    table: StatementTable

    def meet_with_slack(self, here: Places, there: Places) -> Answers:
        """Do two tolls share a number where both may be out by the slack of their hedges?"""
        return _meet(self._with_slack, here, there)

    def meet_when_strict(self, here: Places, there: Places) -> Answers:
        """Do two tolls share a number by the strict conventions for loose words?"""
        return _meet(self._when_strict, here, there)

    @cached_property
    def narrowed_when_strict(self) -> Answers:
        """Does each toll allow less by the strict conventions, since it was counted by looser ones?"""
        low, high = self._when_strict
        narrowed: Answers = (low > self.table.low) | (high < self.table.high)
        return narrowed

    @cached_property
    def _with_slack(self) -> Bounds:
        conventions = self.table.columns.lexicon.conventions
        slack = frozenset(conventions.slack)
        return self._taken(slack, lambda count, hedge: conventions.slack_of(hedge).loosened(count))

    @cached_property
    def _when_strict(self) -> Bounds:
        ours, strict = self.table.columns.lexicon.conventions, load_lexicon(STRICT).conventions
        return self._taken(CONVENTIONAL, lambda count, hedge: recounted(count, hedge, old=ours, new=strict))

    def _taken(self, hedges: frozenset[Hedge], taken: Callable[[Count, Hedge], Count]) -> Bounds:
        """All bounds, those behind these hedges as they are `taken`; of figures beyond all wars none."""
        table = self.table
        said, saying = table.columns.hedges
        low, high = table.low.copy(), table.high.copy()
        asked = np.flatnonzero(np.array([hedge in hedges for hedge in said], dtype=bool)[saying])
        asked = asked[(low[asked] < BEYOND) & (high[asked] != BEYOND)]
        different, at = ways(zip(low[asked].tolist(), high[asked].tolist(), saying[asked].tolist(), strict=True))
        counts = [taken(count_of(least, most), said[hedge]) for least, most, hedge in different]
        low[asked] = np.array([min(one.low, BEYOND) for one in counts], dtype=np.int64)[at]
        high[asked] = np.array([OPEN if one.high is None else min(one.high, BEYOND) for one in counts], dtype=np.int64)[
            at
        ]
        return low, high


def _meet(bounds: Bounds, here: Places, there: Places) -> Answers:
    low, high = bounds
    meet: Answers = (low[here] <= high[there]) & (low[there] <= high[here])
    return meet
