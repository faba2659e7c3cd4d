"""Which tolls are impossible together, or leave less than each of them: asked of many incidents by numbers alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from math import inf

import attrs
import numpy as np

from claimrec.judging.coded import BEYOND, OPEN, Answers, Places
from claimrec.judging.columns import EFFECTS
from claimrec.judging.combatants import doers_in
from claimrec.judging.counted import Counted, counted
from claimrec.judging.statement_table import StatementTable
from claimrec.judging.system import ADDENDS, FEWEST_GROUPS, Shape, shape_of


@attrs.frozen(slots=False, eq=False)
class Systems:
    """The tolls of each incident that count its people, as one system."""

    table: StatementTable

    @cached_property
    def counted(self) -> Counted:
        """What standing tolls of people hurt in one incident count."""
        columns = self.table.columns
        people = columns.persons & columns.of_one[columns.claim_of_toll] & self.table.standing
        return counted(self.table, np.flatnonzero(people))

    @cached_property
    def rows(self) -> Places:
        """The place of each incident's first row, and behind them the number of all rows."""
        return self.counted.rows_of(len(self.table.columns.incidents))

    @cached_property
    def shapes(self) -> Mapping[int, Shape]:
        """The shape of each incident, by its place, in which more than two statements can say something together."""
        columns, groups = self.table.columns, self.table.groups[0]
        told, doing = columns.doers
        doers = [frozenset[str]() if one and one.stance == "denied" else doers_in(one) for one in told]
        saying, claims, rows = doing.tolist(), columns.first_claim.tolist(), self.rows.tolist()
        effect, group = self.counted.effect.tolist(), self.counted.group.tolist()
        known: dict[object, Shape] = {}
        found: dict[int, Shape] = {}
        for at in np.flatnonzero(self._more_than_two()).tolist():
            first, end = rows[at : at + 2]
            said, kinship = frozenset(saying[claims[at] : claims[at + 1]]), self.table.kinship_of(at)
            key = tuple(effect[first:end]), tuple(group[first:end]), said, kinship
            if key not in known:
                kinds = [(EFFECTS[effect[row]], groups[group[row]]) for row in range(first, end)]
                known[key] = shape_of(kinds, frozenset[str]().union(*(doers[one] for one in said)), kinship)
            found[at] = known[key]
        return found

    @cached_property
    def may_be_impossible(self) -> Answers:
        """For each incident: can more than two tolls be impossible together, or is that not known?"""
        found = np.zeros(len(self.table.columns.incidents), dtype=bool)
        for at, shape in self.shapes.items():
            found[at] = shape.left_out or (shape.adds_up and self.bounds(at) is None)
        return found

    def bounds(self, at: int) -> tuple[list[int], list[float]] | None:
        """Of an incident with a shape the fewest and the most of each people of its nest, wholes filled by their parts.

        None where they cannot be, where the people are no nest or too many, or a number is beyond all wars.
        """
        shape, counted = self.shapes[at], self.counted
        if shape.nest is None or shape.left_out:
            return None
        lows, highs = [0] * len(shape.nest.people), [inf] * len(shape.nest.people)
        rows = slice(*self.rows[at : at + 2].tolist())
        told = zip(shape.in_nest, counted.low[rows].tolist(), counted.high[rows].tolist(), strict=True)
        for place, low, high in told:
            if low >= BEYOND or high == BEYOND:
                return None
            lows[place] = max(lows[place], low)
            highs[place] = min(highs[place], inf if high == OPEN else high)
        return (lows, highs) if shape.nest.fill(lows, highs) else None

    def _more_than_two(self) -> Answers:
        """Are three groups counted with one effect, or is one counted with an effect that adds up others?"""
        kind = self.counted.of * len(EFFECTS) + self.counted.effect
        many = len(self.table.columns.incidents)
        groups = np.bincount(kind, minlength=many * len(EFFECTS)).reshape(many, len(EFFECTS))
        combined = groups[:, [EFFECTS.index(effect) for effect in ADDENDS]].any(axis=1)
        answers: Answers = np.logical_or((groups >= FEWEST_GROUPS).any(axis=1), combined)
        return answers
