"""What is found in an incident when somebody looks at it, and not before."""

from __future__ import annotations

from functools import cached_property

import attrs

from claimrec.judging.aggregates import sum_verdicts
from claimrec.judging.case import Case
from claimrec.judging.judgement import Found, Range, Superseded, Verdict, Voice, looked_at
from claimrec.judging.opening import LaidOpen
from claimrec.judging.ranges import ranges_in
from claimrec.judging.remaining import Remaining
from claimrec.judging.statements import Statement
from claimrec.judging.voices import voices_of


@attrs.frozen(eq=False)
class Opening(LaidOpen):
    """An incident that is laid open at the first look; its ranges are read off those of all, by its place `at`."""

    at: int
    remaining: Remaining

    def by_itself(self) -> Case:
        """The incident without the others, from the columns that were read of all."""
        return self.remaining.systems.table.case(self.at)

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """Who asserts something."""
        return voices_of(self.case.claims, self.case.statements, self.case.kinship)

    @cached_property
    def ranges(self) -> tuple[Range, ...]:
        """What remains of each effect and group."""
        known = self.remaining.of(self.at)
        return ranges_in(self.case) if known is None else known

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """On every pair of tolls, and between a sum and its parts."""
        return (*self.case.verdicts, *sum_verdicts(self.case))

    @cached_property
    def superseded(self) -> tuple[Superseded, ...]:
        """What was replaced."""
        return self.case.superseded

    @cached_property
    def standing(self) -> tuple[Statement, ...]:
        """The tolls that no later ones replaced."""
        return tuple(self.case.standing)

    def __reduce__(self) -> tuple[object, ...]:
        found = looked_at(self)
        return Found, (found.voices, found.ranges, found.verdicts, found.superseded, found.standing)
