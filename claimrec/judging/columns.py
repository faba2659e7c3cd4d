"""The tolls of many incidents as columns, beside those of their claims."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from typing import Any, get_args

import attrs
import numpy as np

from claimrec.judging.claim_columns import ClaimColumns
from claimrec.judging.coded import (
    BEYOND,
    OPEN,
    Answers,
    Codes,
    Numbers,
    Places,
    ways,
)
from claimrec.reading.loosening import CONVENTIONAL
from claimrec.records.claim import Effect, Hedge, Toll

EFFECTS: tuple[Effect, ...] = get_args(Effect)


@attrs.frozen(slots=False, eq=False)
class Columns(ClaimColumns):
    """The claims and tolls of many incidents, incident by incident, in the order of their ids."""

    @cached_property
    def claim_of_toll(self) -> Places:
        """The claim of each toll."""
        return np.repeat(np.arange(len(self.claims)), [len(tolls) for tolls in self._fields[8]])

    @cached_property
    def of_toll(self) -> Places:
        """The incident of each toll."""
        return self.of_claim[self.claim_of_toll]

    @cached_property
    def first_toll(self) -> Places:
        """The place of each incident's first toll, and behind them the number of all."""
        return np.searchsorted(self.of_toll, np.arange(len(self.incidents) + 1))

    @cached_property
    def tolls(self) -> Sequence[Toll]:
        """All tolls."""
        return list(chain.from_iterable(self._fields[8]))

    @cached_property
    def _toll_fields(self) -> Sequence[Sequence[Any]]:
        fields = [
            (
                one.effect,
                one.count.low,
                one.count.high,
                one.hedge,
                one.unit,
                one.part_of,
                one.victims,
                one.victims_words,
            )
            for one in self.tolls
        ]
        return list(zip(*fields, strict=True)) or [()] * 8

    @cached_property
    def effect(self) -> Codes:
        """The effect of each toll, as its place among all."""
        places = {effect: place for place, effect in enumerate(EFFECTS)}
        return np.array([places[effect] for effect in self._toll_fields[0]], dtype=np.intp)

    @cached_property
    def low(self) -> Numbers:
        """The fewest that each toll allows."""
        return np.array([low if low < BEYOND else min(low, 2 * BEYOND) for low in self._toll_fields[1]], dtype=np.int64)

    @cached_property
    def high(self) -> Numbers:
        """The most that each toll allows."""
        highs = self._toll_fields[2]
        return np.array([OPEN if high is None else min(BEYOND, high) for high in highs], dtype=np.int64)

    @cached_property
    def hedges(self) -> tuple[Sequence[Hedge], Codes]:
        """The different hedges, and the place of each toll's among them."""
        return ways(self._toll_fields[3])

    @cached_property
    def loose(self) -> Answers:
        """Do the conventions say how far each count reaches?"""
        hedges, hedge = self.hedges
        return np.array([one in CONVENTIONAL for one in hedges], dtype=bool)[hedge]

    @cached_property
    def vague(self) -> Answers:
        """Does the word of each count name no number?"""
        hedges, hedge = self.hedges
        return np.array([one == "vague" for one in hedges], dtype=bool)[hedge]

    @cached_property
    def persons(self) -> Answers:
        """Does each toll count people?"""
        return np.array([unit == "person" for unit in self._toll_fields[4]], dtype=bool)

    @cached_property
    def subset(self) -> Answers:
        """Does the claim itself count these people in another toll?"""
        return np.array([part_of is not None for part_of in self._toll_fields[5]], dtype=bool)

    @cached_property
    def namings(self) -> tuple[Sequence[tuple[str | None, str | None]], Codes]:
        """The different names and words for people, and the place of each toll's among them."""
        return ways(zip(*self._toll_fields[6:], strict=True))

    @cached_property
    def listing(self) -> Answers:
        """Does a claim of the incident give two tolls of one effect, neither of them as a part of another?"""
        whole = ~self.subset
        kind = (self.claim_of_toll * len(EFFECTS) + self.effect)[whole]
        told, times = np.unique(kind, return_counts=True)
        return self.any_of_claims([told[times > 1] // len(EFFECTS)])

    def any_toll(self, answers: Answers) -> Answers:
        """For each incident: is the answer of one of its tolls yes?"""
        return self._any(self.of_toll[answers])

    def any_of(self, tolls: Sequence[Places]) -> Answers:
        """For each incident: is one of these tolls among its?"""
        return self._any(self.of_toll[np.concatenate([np.empty(0, dtype=np.intp), *tolls])])
