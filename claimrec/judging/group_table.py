"""Whom every toll of many incidents counts, and how the people of two tolls stand to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import count
from typing import get_args

import attrs
import numpy as np

from claimrec.judging.case import Case, case_of
from claimrec.judging.coded import OPEN, Answers, Codes, Places, distinct, every_two, ways
from claimrec.judging.columns import Columns
from claimrec.judging.combatants import doers_in, kind_of, side_given
from claimrec.judging.lists import in_own_words
from claimrec.judging.victims import Group, Kin, Kinship, Names, all_actors, are_of_one_side, kinship_on, people_named

KINS: tuple[Kin, ...] = get_args(Kin)
SAME, PART, WHOLE, OTHER, UNCLEAR = map(KINS.index, ("same", "part", "whole", "other", "unclear"))


@attrs.frozen(slots=False, eq=False)
class GroupTable:
    """The groups of people that are counted; incidents with a list are laid open for it one by one."""

    columns: Columns

    @cached_property
    def kinships(self) -> tuple[Sequence[Kinship], Codes]:
        """Who belongs to whom on the days of the incidents, and the place of each incident's among these."""
        columns = self.columns
        days, at_day = columns.days
        ordinal = np.array(
            [day.window.first.toordinal() if day and day.window else OPEN for day in days], dtype=np.int64
        )
        first = np.full(len(columns.incidents), OPEN)
        np.minimum.at(first, columns.of_claim, ordinal[at_day])
        different, at = np.unique(first, return_inverse=True)
        named = [None if day == OPEN else date.fromordinal(day) for day in different.tolist()]
        found, place = ways([kinship_on(columns.lexicon, day) for day in named])
        return found, place[at]

    @cached_property
    def groups(self) -> tuple[Sequence[Group], Codes]:
        """The different groups of people that are counted, and the place of each toll's among them."""
        told, group = self.groups_told
        numbers = defaultdict[Group, int](count(len(told)).__next__, told)
        group = group.copy()
        self._give_sides(group, numbers)
        for at, case in self.laid_open.items():
            group[self.tolls_of(at)] = [numbers[one.group] for one in case.statements]
        return tuple(numbers), group

    @cached_property
    def groups_told(self) -> tuple[Mapping[Group, int], Codes]:
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

    def pairs(self, tolls: Places) -> Iterator[tuple[Places, Places]]:
        """Every two of these tolls that are of one incident, the first before the second."""
        for here, there in every_two(self.columns.of_toll[tolls]):
            yield tolls[here], tolls[there]

    def kin(self, here: Places, there: Places) -> Codes:
        """How the people of the first tolls stand to those of the second, as a place in `KINS`."""
        groups, group = self.groups
        return self.kin_of(here, there, groups, group)

    def kin_of(self, here: Places, there: Places, groups: Sequence[Group], group: Codes) -> Codes:
        """How the people of the first tolls stand to those of the second, where `group` says who they are."""
        found = np.full(len(here), SAME)
        differ = group[here] != group[there]

        def kin(one: Group, other: Group, kinship: Kinship) -> int:
            return KINS.index(kinship.of(one, other))

        found[differ] = self._asked_of_two(kin, here[differ], there[differ], groups, group)
        return found

    def on_one_side(self, here: Places, there: Places) -> Answers:
        """Are the people of two tolls actors' who belong together, but nobody is in both?"""
        return self._asked_of_two(are_of_one_side, here, there, *self.groups).astype(bool)

    def _asked_of_two(
        self,
        question: Callable[[Group, Group, Kinship], int],
        here: Places,
        there: Places,
        groups: Sequence[Group],
        group: Codes,
    ) -> Codes:
        """The answer on the people of every two tolls; each two groups are asked about once."""
        (kinships, which), many = self.kinships, len(groups)
        asked = (which[self.columns.of_toll[here]] * many + group[here]) * many + group[there]
        different, at = distinct(asked, len(kinships) * many * many)
        answers = [
            question(groups[key // many % many], groups[key % many], kinships[key // many // many])
            for key in different.tolist()
        ]
        return np.array(answers, dtype=np.intp)[at]

    def kinship_of(self, at: int) -> Kinship:
        """Who belongs to whom in one incident."""
        return self._kinship_at[at]

    @cached_property
    def _kinship_at(self) -> Sequence[Kinship]:
        kinships, which = self.kinships
        return [kinships[place] for place in which.tolist()]

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

    @cached_property
    def laid_open(self) -> Mapping[int, Case]:
        """The incidents with a list, by their places."""
        columns = self.columns
        listing = np.flatnonzero(columns.listing).tolist()
        return {at: case_of(columns.incidents[at], columns.lexicon) for at in listing}

    def tolls_of(self, at: int) -> slice:
        """Where the tolls of one incident stand."""
        first, end = self.columns.first_toll[at : at + 2].tolist()
        return slice(first, end)
