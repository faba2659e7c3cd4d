"""Which tolls are impossible together, or leave less than each of them: asked of many incidents by numbers alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import inf

import attrs
import numpy as np

from claimrec.judging.coded import BEYOND, OPEN, Answers, Places, every_two
from claimrec.judging.columns import EFFECTS
from claimrec.judging.combatants import doers_in
from claimrec.judging.counted import Counted, counted
from claimrec.judging.group_table import UNCLEAR
from claimrec.judging.statement_table import StatementTable
from claimrec.judging.system import ADDENDS, FEWEST_GROUPS, Shape, may_attack, shape_of
from claimrec.judging.victims import Group, Names


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
        """The shape of each incident, by its place, in which more than two statements can say something together.

        It is the same wherever rows with the same effects stand to each other in the same way, whoever they count.
        """
        groups, counted, rows, doers = self.table.groups[0], self.counted, self.rows.tolist(), self._doers
        effect, group = counted.effect.tolist(), counted.group.tolist()
        effects, (kins, pairs) = counted.effect.astype(np.int8).tobytes(), self._kins
        known: dict[tuple[bytes, bytes], Shape] = {}
        found: dict[int, Shape] = {}
        for at in self._asked.tolist():
            first, end = rows[at], rows[at + 1]
            key = effects[first:end], kins[pairs[at] : pairs[at + 1]]
            if key not in known:
                kinds = [(EFFECTS[effect[row]], groups[group[row]]) for row in range(first, end)]
                known[key] = shape_of(kinds, doers[at], self.table.kinship_of(at))
            found[at] = known[key]
        return found

    @cached_property
    def _kins(self) -> tuple[bytes, Sequence[int]]:
        """How the people of every two rows of an incident stand to each other, and where the pairs of each begin."""
        counted, everybody = self.counted, self._everybody
        attacking = self._attacking()
        asked = np.flatnonzero(self._is_asked[counted.of])
        pairs = [(asked[one], asked[other]) for one, other in every_two(counted.of[asked])]
        nothing = np.empty(0, dtype=np.intp)
        here, there = (np.concatenate([nothing, *side]) for side in (zip(*pairs, strict=True) if pairs else ((), ())))
        kin = self.table.kin(counted.toll[here], counted.toll[there])
        kin[(everybody[here] & attacking[there]) | (everybody[there] & attacking[here])] = UNCLEAR
        of = counted.of[here]
        order = np.argsort(of, kind="stable")
        return kin[order].astype(np.int8).tobytes(), np.searchsorted(of[order], np.arange(len(self.rows))).tolist()

    def _attacking(self) -> Answers:
        """Are those of each row among whom "people" may leave out?"""
        groups, counted, everybody = self.table.groups[0], self.counted, self._everybody
        with_everybody = np.zeros(len(self.rows) - 1, dtype=bool)
        with_everybody[counted.of[everybody]] = True
        attacking = np.zeros(len(everybody), dtype=bool)
        rows = np.flatnonzero((with_everybody & self._is_asked)[counted.of])
        told = zip(rows.tolist(), counted.of[rows].tolist(), counted.group[rows].tolist(), strict=True)
        for row, at, group in told:
            attacking[row] = may_attack(groups[group], self._doers[at], self.table.kinship_of(at))
        return attacking

    @cached_property
    def _everybody(self) -> Answers:
        """Does each row count people of whom nothing more is said?"""
        return np.array([group == Group() for group in self.table.groups[0]], dtype=bool)[self.counted.group]

    @cached_property
    def _doers(self) -> Mapping[int, Names]:
        """Who did it, in each incident that is asked for its shape."""
        columns = self.table.columns
        told, doing = columns.doers
        doers = [frozenset[str]() if one and one.stance == "denied" else doers_in(one) for one in told]
        saying, claims = doing.tolist(), columns.first_claim.tolist()
        return {
            at: frozenset[str]().union(*[doers[one] for one in saying[claims[at] : claims[at + 1]]])
            for at in self._asked.tolist()
        }

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

    @property
    def _asked(self) -> Places:
        return np.flatnonzero(self._is_asked)

    @cached_property
    def _is_asked(self) -> Answers:
        """Are three groups counted with one effect, or is one counted with an effect that adds up others?"""
        kind = self.counted.of * len(EFFECTS) + self.counted.effect
        many = len(self.table.columns.incidents)
        groups = np.bincount(kind, minlength=many * len(EFFECTS)).reshape(many, len(EFFECTS))
        combined = groups[:, [EFFECTS.index(effect) for effect in ADDENDS]].any(axis=1)
        answers: Answers = np.logical_or((groups >= FEWEST_GROUPS).any(axis=1), combined)
        return answers
