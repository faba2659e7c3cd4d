"""The ranges of many incidents at once, from numbers alone where these say everything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import inf

import attrs
import numpy as np

from claimrec.judging.coded import BEYOND, OPEN, Numbers, count_of, every_two
from claimrec.judging.columns import EFFECTS
from claimrec.judging.group_table import PART, SAME, WHOLE
from claimrec.judging.judgement import Range
from claimrec.judging.system import Shape
from claimrec.judging.systems import Systems
from claimrec.judging.victims import EVERYBODY


@attrs.frozen(slots=False, eq=False)
class Remaining:
    """What remains of the people of each incident, worked out for all incidents when the first is asked for."""

    systems: Systems

    def of(self, at: int) -> tuple[Range, ...] | None:
        """The ranges of one incident, by its place, as `ranges_in` gives them; None where it must be laid open."""
        if self._is_left[at]:
            return None
        rows, effect, victims, (low, high, claimed_low, claimed_high) = self._rows
        found = [
            Range(
                EFFECTS[effect[row]],
                victims[row],
                count_of(low[row], high[row]) if low[row] <= high[row] else None,
                count_of(claimed_low[row], claimed_high[row]),
            )
            for row in range(rows[at], rows[at + 1])
        ]
        return tuple(found)

    @cached_property
    def _rows(self) -> tuple[Sequence[int], Sequence[int], Sequence[str | None], Sequence[Sequence[int]]]:
        """The first row of each incident; of all rows effect, victims, and what remains and is claimed."""
        groups, counted = self.systems.table.groups[0], self.systems.counted
        names = [str(group) for group in groups]
        ordered = sorted(set(names), key=lambda name: (name != EVERYBODY, name))
        rank = np.array([ordered.index(name) for name in names], dtype=np.intp)
        by_name = np.argsort(np.argsort(EFFECTS))
        rows = np.lexsort((counted.toll, rank[counted.group], by_name[counted.effect], counted.of))
        rows = rows[~counted.item[rows]]
        first = np.searchsorted(counted.of[rows], np.arange(len(self.systems.rows)))
        victims = [None if name == EVERYBODY else name for name in names]
        numbers = (*self._bounds(), counted.claimed_low, counted.claimed_high)
        return (
            first.tolist(),
            counted.effect[rows].tolist(),
            [victims[group] for group in counted.group[rows].tolist()],
            [column[rows].tolist() for column in numbers],
        )

    def _bounds(self) -> tuple[Numbers, Numbers]:
        """What the tolls of each row leave, and those of its parts and its wholes with the same effect."""
        table, counted = self.systems.table, self.systems.counted
        low, high = counted.low.copy(), counted.high.copy()
        for here, there in every_two(counted.of * len(EFFECTS) + counted.effect):
            kin = table.kin(counted.toll[here], counted.toll[there])
            for one, other, inside in ((here, there, PART), (there, here, WHOLE)):
                part = (kin == inside) | (kin == SAME)
                high[one[part]] = np.minimum(high[one], counted.high[other])[part]
                low[other[part]] = np.maximum(low[other], counted.low[one])[part]
        for at, bounds in self._added_up.items():
            if bounds is not None:
                first = int(self.systems.rows[at])
                self._narrow(low, high, first, self.systems.shapes[at], *bounds)
        return low, high

    def _narrow(
        self, low: Numbers, high: Numbers, first: int, shape: Shape, lows: Sequence[int], highs: Sequence[float]
    ) -> None:
        for row, place in enumerate(shape.in_nest, first):
            least, most = max(int(low[row]), lows[place]), min(int(high[row]), highs[place])
            if least <= most:
                low[row], high[row] = least, OPEN if most == inf else most

    @cached_property
    def _added_up(self) -> Mapping[int, tuple[list[int], list[float]] | None]:
        """What the tolls of each incident leave together where they may say more than any two; None where not known."""
        found = {}
        for at, shape in self.systems.shapes.items():
            if shape.says_more:
                bounds = found[at] = self.systems.bounds(at)
                if bounds is not None and shape.nest is not None:
                    shape.nest.take_away(*bounds)
        return found

    @cached_property
    def _is_left(self) -> Sequence[bool]:
        """Must each incident be laid open for its ranges?"""
        columns, counted = self.systems.table.columns, self.systems.counted
        left = columns.over_incidents | columns.any_claim(~columns.of_one)
        left[counted.of[(counted.low >= BEYOND) | (counted.high == BEYOND)]] = True
        left[[at for at, bounds in self._added_up.items() if bounds is None]] = True
        answers: list[bool] = left.tolist()
        return answers
