"""The tolls of many incidents as statements, in columns: what `case_of` makes of one incident, of all at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import count
from typing import get_args

import attrs
import numpy as np

from claimrec.judging.case import Case, case_of
from claimrec.judging.columns import (
    BEYOND,
    OPEN,
    Answers,
    Codes,
    Columns,
    Numbers,
    Places,
    distinct,
    every_two,
    ways,
)
from claimrec.judging.combatants import doers_in, kind_of, side_given
from claimrec.judging.judgement import Superseded
from claimrec.judging.lists import in_own_words
from claimrec.judging.on_demand import OnDemand
from claimrec.judging.origins import voice_of
from claimrec.judging.statements import Statement
from claimrec.judging.superseding import superseded_in
from claimrec.judging.victims import Group, Kin, Kinship, Names, all_actors, kinship_on, people_named
from claimrec.records.claim import Claim, Toll
from claimrec.values.count import Count

KINS: tuple[Kin, ...] = get_args(Kin)
SAME, PART, WHOLE, OTHER = map(KINS.index, ("same", "part", "whole", "other"))


@attrs.frozen(slots=False, eq=False)
class StatementTable:
    """Whom every toll counts, how many they can be, and which tolls their origin has replaced.

    Incidents with a list are laid open for it one by one.
    """

    columns: Columns

    @cached_property
    def kinships(self) -> tuple[Sequence[Kinship], Codes]:
        """Who belongs to whom on the days of the incidents, and the place of each incident's among these."""
        columns = self.columns
        days, at_day = columns.days
        ordinal = np.array([OPEN if day is None else day[0].toordinal() for day in days], dtype=np.int64)
        first = np.full(len(columns.incidents), OPEN)
        np.minimum.at(first, columns.of_claim, ordinal[at_day])
        different, at = np.unique(first, return_inverse=True)
        named = [None if day == OPEN else date.fromordinal(day) for day in different.tolist()]
        found, place = ways([kinship_on(columns.lexicon, day) for day in named])
        return found, place[at]

    @cached_property
    def groups(self) -> tuple[Sequence[Group], Codes]:
        """The different groups of people that are counted, and the place of each toll's among them."""
        told, group = self._groups_told
        numbers = defaultdict[Group, int](count(len(told)).__next__, told)
        group = group.copy()
        self._give_sides(group, numbers)
        for at, case in self._laid_open.items():
            group[self._tolls_of(at)] = [numbers[one.group] for one in case.statements]
        return tuple(numbers), group

    @cached_property
    def _groups_told(self) -> tuple[Mapping[Group, int], Codes]:
        """The groups by their numbers, and those of the tolls, before anybody is put on a side."""
        columns = self.columns
        numbers = defaultdict[Group, int](count().__next__)
        named, naming = columns.namings
        different = [numbers[people_named(victims, words, columns.lexicon)] for victims, words in named]
        group = np.array(different, dtype=np.intp)[naming]
        for toll in np.flatnonzero(columns.subset).tolist():
            claim = columns.claims[columns.claim_of_toll[toll]]
            group[toll] = numbers[self.kinship_of(int(columns.of_toll[toll])).group(columns.tolls[toll], claim)]
        return numbers, group

    @cached_property
    def item(self) -> Answers:
        """Does each toll count people of whom nothing is known but its own words?"""
        columns, (groups, group) = self.columns, self.groups
        item = np.array([one.noun is not None for one in groups], dtype=bool)[group]
        for toll in np.flatnonzero(item).tolist():
            item[toll] = groups[group[toll]].noun == in_own_words(columns.tolls[toll])
        return item

    @cached_property
    def low(self) -> Numbers:
        """The fewest that each toll allows."""
        low = self.columns.low.copy()
        for at, case in self._laid_open.items():
            low[self._tolls_of(at)] = [min(one.count.low, 2 * BEYOND) for one in case.statements]
        return low

    @cached_property
    def high(self) -> Numbers:
        """The most that each toll allows."""
        high = self.columns.high.copy()
        high[self._mentions] = OPEN
        for at, case in self._laid_open.items():
            highs = [one.count.high for one in case.statements]
            high[self._tolls_of(at)] = [OPEN if most is None else min(most, BEYOND) for most in highs]
        return high

    @cached_property
    def superseded(self) -> Mapping[int, tuple[Superseded, ...]]:
        """What was replaced in each incident in which something was, by its place."""
        found = {at: case.superseded for at, case in self._laid_open.items()}
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

    def kinship_of(self, at: int) -> Kinship:
        """Who belongs to whom in one incident."""
        return self._kinship_at[at]

    def pairs(self, tolls: Places) -> Iterator[tuple[Places, Places]]:
        """Every two of these tolls that are of one incident, the first before the second."""
        for here, there in every_two(self.columns.of_toll[tolls]):
            yield tolls[here], tolls[there]

    def kin(self, here: Places, there: Places) -> Codes:
        """How the people of the first tolls stand to those of the second, as a place in `KINS`."""
        groups, group = self.groups
        return self._kin(here, there, groups, group)

    def _kin(self, here: Places, there: Places, groups: Sequence[Group], group: Codes) -> Codes:
        (kinships, which), many = self.kinships, len(groups)
        one, other = group[here], group[there]
        found = np.full(len(here), SAME)
        differ = one != other
        asked = ((which[self.columns.of_toll[here]] * many + one) * many + other)[differ]
        different, at = distinct(asked, len(kinships) * many * many)
        kins = [
            KINS.index(kinships[key // many // many].of(groups[key // many % many], groups[key % many]))
            for key in different.tolist()
        ]
        found[differ] = np.array(kins, dtype=np.intp)[at]
        return found

    def toll(self, toll: int) -> tuple[Claim, int, Toll]:
        """The claim that gives a toll, its place in the claim's list, and what it says."""
        claims, first, _ = self._of_tolls
        place = claims[toll]
        return self.columns.claims[place], toll - first[place], self.columns.tolls[toll]

    def statement(self, toll: int) -> Statement:
        """One toll as a statement, as it was said."""
        lexicon, (claim, place, said) = self.columns.lexicon, self.toll(toll)
        slack, group = lexicon.conventions.slack_of(said.hedge), self._of_tolls[2][toll]
        return Statement(claim, place, said, voice_of(claim, lexicon), group, said.count, slack)

    def statements(self, at: int) -> tuple[Statement, ...]:
        """The statements of one incident."""
        if at in self._laid_open:
            return tuple(self._laid_open[at].statements)
        first, end = self.columns.first_toll[at : at + 2].tolist()
        told = [self.statement(toll) for toll in range(first, end)]
        for toll in self._mentioned.intersection(range(first, end)):
            told[toll - first] = attrs.evolve(told[toll - first], count=Count.at_least(1))
        return tuple(told)

    def case(self, at: int) -> Case:
        """One incident laid open, as `case_of` does it; its statements are made at the first look."""
        if at in self._laid_open:
            return self._laid_open[at]
        incident, claims = self.columns.incidents[at], self.columns.told[at]
        superseded = self.superseded.get(at, ())
        return Case(incident, claims, self.kinship_of(at), OnDemand(self.statements, at), (), superseded)

    @cached_property
    def _kinship_at(self) -> Sequence[Kinship]:
        kinships, which = self.kinships
        return [kinships[place] for place in which.tolist()]

    @cached_property
    def _of_tolls(self) -> tuple[Sequence[int], Sequence[int], Sequence[Group]]:
        """Of each toll the place of its claim; of each claim the place of its first toll; of each toll its group."""
        columns, (groups, group) = self.columns, self.groups
        first = np.searchsorted(columns.claim_of_toll, np.arange(len(columns.claims)))
        return columns.claim_of_toll.tolist(), first.tolist(), [groups[one] for one in group.tolist()]

    @cached_property
    def _laid_open(self) -> Mapping[int, Case]:
        columns = self.columns
        listing = np.flatnonzero(columns.listing).tolist()
        return {at: case_of(columns.incidents[at], columns.lexicon) for at in listing}

    @cached_property
    def _mentions(self) -> Places:
        """The single persons who are told beside a toll of the same article that can be more: one at least."""
        columns, (numbers, group) = self.columns, self._groups_told
        groups, article, kind = tuple(numbers), columns.article[columns.claim_of_toll], columns.effect
        one = (columns.low == 1) & (columns.high == 1)
        found = [np.empty(0, dtype=np.intp)]
        for pair in self.pairs(np.flatnonzero(columns.any_toll(one)[columns.of_toll])):
            for here, there in (pair, pair[::-1]):
                asked = one[here] & (columns.high[there] != 1) & (article[here] == article[there])
                asked &= kind[here] == kind[there]
                single, beside = here[asked], there[asked]
                found.append(single[self._kin(beside, single, groups, group) != OTHER])
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

    def _give_sides(self, group: Codes, numbers: defaultdict[Group, int]) -> None:
        """Put the people of the one side that comes into question where combatants of no side are counted."""
        columns, (kinships, which) = self.columns, self.kinships
        groups = list(numbers)
        different, at = distinct(which[columns.of_toll] * len(groups) + group, len(kinships) * len(groups))
        kinds = [kind_of(groups[key % len(groups)], kinships[key // len(groups)]) for key in different.tolist()]
        sideless = np.array([kind is not None for kind in kinds], dtype=bool)[at]
        asked = np.flatnonzero(columns.any_toll(sideless)[columns.of_toll])
        told, doing = columns.doers
        doers = [doers_in(one) for one in told]
        named: dict[int, Names] = defaultdict(frozenset)
        rows = (asked, columns.of_toll[asked], group[asked], doing[columns.claim_of_toll[asked]], sideless[asked])
        listed = list(zip(*(column.tolist() for column in rows), strict=True))
        actors = all_actors(columns.lexicon)
        hurt, acting = [some.names & actors for some in groups], [some & actors for some in doers]
        for _, place, one, by, _ in listed:
            named[place] |= hurt[one] | acting[by]
        for toll, place, one, by, open_ in listed:
            if open_:
                given = side_given(groups[one], doers[by], named[place], self.kinship_of(place))
                group[toll] = numbers[given]

    def _tolls_of(self, at: int) -> slice:
        first, end = self.columns.first_toll[at : at + 2].tolist()
        return slice(first, end)
