"""The tolls of many incidents as statements, in columns: what `case_of` makes of one incident, of all at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import attrs
import numpy as np

from claimrec.judging.case import Case
from claimrec.judging.coded import BEYOND, OPEN, Answers, Numbers, Places
from claimrec.judging.group_table import OTHER, SAME, GroupTable
from claimrec.judging.judgement import Superseded
from claimrec.judging.on_demand import OnDemand
from claimrec.judging.statements import Statement
from claimrec.judging.superseding import superseded_in
from claimrec.judging.victims import Group
from claimrec.records.claim import Claim, Toll
from claimrec.values.count import Count
from claimrec.values.slack import Slack

Told = tuple[Claim, int, Toll, str]
"""A toll: the claim that gives it, its place in the claim's list, what it says, and in whose voice."""


@attrs.frozen(slots=False, eq=False)
class StatementTable(GroupTable):
    """Whom every toll counts, how many they can be, and which tolls their origin has replaced."""

    @cached_property
    def low(self) -> Numbers:
        """The fewest that each toll allows."""
        low = self.columns.low.copy()
        for at, case in self.laid_open.items():
            low[self.tolls_of(at)] = [min(one.count.low, 2 * BEYOND) for one in case.statements]
        return low

    @cached_property
    def high(self) -> Numbers:
        """The most that each toll allows."""
        high = self.columns.high.copy()
        high[self._mentions] = OPEN
        for at, case in self.laid_open.items():
            highs = [one.count.high for one in case.statements]
            high[self.tolls_of(at)] = [OPEN if most is None else min(most, BEYOND) for most in highs]
        return high

    @cached_property
    def superseded(self) -> Mapping[int, tuple[Superseded, ...]]:
        """What was replaced in each incident in which something was, by its place."""
        found = {at: case.superseded for at, case in self.laid_open.items()}
        for at in np.flatnonzero(self._may_replace()).tolist():
            if at not in found:
                found[at] = superseded_in(self.statements(at), self.kinship_of(at))
        return {at: some for at, some in found.items() if some}

    @cached_property
    def standing(self) -> Answers:
        """Has its origin not replaced the toll?"""
        standing = np.ones(len(self.columns.tolls), dtype=bool)
        for at, some in self.superseded.items():
            first = int(self.columns.first_toll[at])
            places = {one.reference: first + place for place, one in enumerate(self.statements(at))}
            standing[[places[pair.earlier] for pair in some]] = False
        return standing

    def toll(self, toll: int) -> Told:
        """The claim that gives a toll, its place in the claim's list, what it says, and in whose voice."""
        claim_of, first, voices = self._of_tolls
        claim = claim_of[toll]
        return self.columns.claims[claim], toll - first[claim], self.columns.tolls[toll], voices[claim]

    def statement(self, toll: int) -> Statement:
        """One toll as a statement, as it was said."""
        claim, place, said, voice = self.toll(toll)
        group, slack = self._counted[toll]
        return Statement(claim, place, said, voice, group, said.count, slack)

    def statements(self, at: int) -> tuple[Statement, ...]:
        """The statements of one incident."""
        if at in self.laid_open:
            return tuple(self.laid_open[at].statements)
        first, end = self.columns.first_toll[at : at + 2].tolist()
        told = [self.statement(toll) for toll in range(first, end)]
        for toll in self._mentioned.intersection(range(first, end)):
            told[toll - first] = attrs.evolve(told[toll - first], count=Count.at_least(1))
        return tuple(told)

    def case(self, at: int) -> Case:
        """One incident laid open, as `case_of` does it; its statements are made at the first look."""
        if at in self.laid_open:
            return self.laid_open[at]
        incident, claims = self.columns.incidents[at], self.columns.told[at]
        superseded = self.superseded.get(at, ())
        return Case(incident, claims, self.kinship_of(at), OnDemand(self.statements, at), (), superseded)

    @cached_property
    def _of_tolls(self) -> tuple[Sequence[int], Sequence[int], Sequence[str]]:
        """Of each toll the place of its claim; of each claim the place of its first toll, and its voice."""
        columns, (names, voice) = self.columns, self.columns.voices
        first = np.searchsorted(columns.claim_of_toll, np.arange(len(columns.claims)))
        return columns.claim_of_toll.tolist(), first.tolist(), [names[one] for one in voice.tolist()]

    @cached_property
    def _counted(self) -> Sequence[tuple[Group, Slack]]:
        """Of each toll the people that it counts, and how far its count may be out."""
        (groups, group), (hedges, hedge) = self.groups, self.columns.hedges
        slacks = [self.columns.lexicon.conventions.slack_of(one) for one in hedges]
        return [(groups[one], slacks[said]) for one, said in zip(group.tolist(), hedge.tolist(), strict=True)]

    @cached_property
    def _mentions(self) -> Places:
        """The single persons who are told beside a toll of the same article that can be more: one at least."""
        columns, (numbers, group) = self.columns, self.groups_told
        groups, article, kind = tuple(numbers), columns.article[columns.claim_of_toll], columns.effect
        one = (columns.low == 1) & (columns.high == 1)
        found = [np.empty(0, dtype=np.intp)]
        for pair in self.pairs(np.flatnonzero(columns.any_toll(one)[columns.of_toll])):
            for here, there in (pair, pair[::-1]):
                asked = one[here] & (columns.high[there] != 1) & (article[here] == article[there])
                asked &= kind[here] == kind[there]
                single, beside = here[asked], there[asked]
                found.append(single[self.kin_of(beside, single, groups, group) != OTHER])
        return np.unique(np.concatenate(found))

    @cached_property
    def _mentioned(self) -> frozenset[int]:
        return frozenset(self._mentions.tolist())

    def _may_replace(self) -> Answers:
        """Does a voice give two figures for the same people, in articles of different days or in one?"""
        columns = self.columns
        of_claim = columns.claim_of_toll
        voice, level, article = columns.voice[of_claim], columns.level[of_claim], columns.article[of_claim]
        published, figures = columns.published[of_claim], np.flatnonzero(~columns.vague)
        beyond = (self.low >= BEYOND) | (self.high == BEYOND)
        found = []
        for one, other in self.pairs(figures):
            asked = (voice[one] == voice[other]) & (columns.effect[one] == columns.effect[other])
            asked &= level[one] == level[other]
            asked &= (published[one] != published[other]) | (article[one] == article[other])
            asked &= (self.low[one] != self.low[other]) | (self.high[one] != self.high[other]) | beyond[one]
            here, there = one[asked], other[asked]
            found.append(here[self.kin(here, there) == SAME])
        return columns.any_of(found)
