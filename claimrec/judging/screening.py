"""Which incidents a check can find anything in: asked of all of them at once, before any is laid open."""

from __future__ import annotations

from functools import cached_property

import attrs
import numpy as np

from claimrec.judging.accounts import Blame
from claimrec.judging.attribution import denial, name_others
from claimrec.judging.coded import BEYOND, Answers, Codes, Places, codes, distinct, every_two
from claimrec.judging.columns import Columns
from claimrec.judging.combatants import doers_in
from claimrec.judging.group_table import PART, WHOLE
from claimrec.judging.statement_table import StatementTable
from claimrec.judging.systems import Systems
from claimrec.judging.victims import all_actors


@attrs.frozen(slots=False, eq=False)
class Screen:
    """Questions to many incidents, each answered for all together. Yes is only a maybe; no is certain."""

    table: StatementTable

    @cached_property
    def systems(self) -> Systems:
        """The tolls of each incident as one system."""
        return Systems(self.table)

    @property
    def columns(self) -> Columns:
        """What the incidents tell."""
        return self.table.columns

    @cached_property
    def fewer_of_a_side(self) -> Answers:
        """Do voices count a side and a part of it, and the side's count is higher?"""
        table, columns = self.table, self.columns
        found = []
        for one, other in table.pairs(self._of_actors):
            asked = (columns.effect[one] == columns.effect[other]) & self._other_voices(one, other)
            asked &= (table.low[one] > table.high[other]) | (table.low[other] > table.high[one])
            here, there = one[asked], other[asked]
            kin = table.kin(here, there)
            part, whole = np.where(kin == PART, here, there), np.where(kin == PART, there, here)
            fewer = ((kin == PART) | (kin == WHOLE)) & (table.low[whole] > table.high[part])
            found.append(part[fewer])
        return columns.any_of(found)

    @cached_property
    def one_number(self) -> Answers:
        """Do voices give one exact number for two groups of one side?"""
        table, columns = self.table, self.columns
        exact = self._of_actors[(table.low >= np.minimum(table.high, BEYOND))[self._of_actors]]
        found = []
        for one, other in table.pairs(exact):
            asked = (columns.effect[one] == columns.effect[other]) & self._other_voices(one, other)
            asked &= table.low[one] == table.low[other]
            here, there = one[asked], other[asked]
            found.append(here[table.on_one_side(here, there)])
        return columns.any_of(found)

    @cached_property
    def adds_up(self) -> Answers:
        """Can more than two tolls be impossible together?"""
        return self.systems.may_be_impossible

    @cached_property
    def labels(self) -> Answers:
        """Are people of an actor counted in two wordings, in words of two publishers?"""
        return self.columns.any_of([self.labelled])

    @cached_property
    def labelled(self) -> Places:
        """The tolls of an actor's people whom an incident counts in two wordings, in words of two publishers."""
        columns, (groups, group) = self.columns, self.table.groups
        named, naming = columns.namings
        words = codes(said.lower() if said else None for _, said in named)[naming]
        actors = self._are_actors & (words > 0)
        publisher = columns.publisher[columns.claim_of_toll]
        kind = (columns.of_toll * (len(groups) + 1) + codes(map(str, groups))[group])[actors]
        found = _differ(kind, words[actors]) & _differ(kind, publisher[actors])
        return np.flatnonzero(actors)[found]

    @cached_property
    def denials(self) -> Answers:
        """Does a claim deny what another says?"""
        return self.columns.any_of_claims([self.denying[0]])

    @property
    def denying(self) -> tuple[Places, Places]:
        """Two claims each, of which the first denies what the second says."""
        return self._accounts[:2]

    @cached_property
    def other_actors(self) -> Answers:
        """Do two claims name actors who have nothing to do with each other?"""
        return self.columns.any_of_claims([self._accounts[2]])

    @cached_property
    def days(self) -> Answers:
        """Do claims give different days?"""
        return self.columns.differ(self.columns.days[1])

    @cached_property
    def points(self) -> Answers:
        """Do claims name different points on the map?"""
        places, place = self.columns.places
        return self.columns.differ(codes(one and (one.lat, one.lon) for one in places)[place])

    @cached_property
    def place_words(self) -> Answers:
        """Do claims name one place in different words?"""
        columns, (places, place) = self.columns, self.columns.places
        worded = np.flatnonzero(columns.differ(columns.place_words)[columns.of_claim] & (columns.place_words > 0))
        name = codes([places[one].name for one in place[worded].tolist()])
        kind = columns.of_claim[worded] * (len(worded) + 1) + name
        return columns.any_of_claims([worded[_differ(kind, columns.place_words[worded])]])

    @cached_property
    def events(self) -> Answers:
        """Do claims tell of different kinds of event?"""
        return self.columns.differ(self.columns.events[1])

    @cached_property
    def _are_actors(self) -> Answers:
        """Does each toll count the people of actors, and nobody else?"""
        groups, group = self.table.groups
        actors = all_actors(self.columns.lexicon)
        return np.array([bool(one.names) and one.names <= actors for one in groups], dtype=bool)[group]

    @cached_property
    def _of_actors(self) -> Places:
        """The standing tolls of actors' people that are no part of another."""
        return np.flatnonzero(self._are_actors & self.table.standing & ~self.columns.subset)

    def _other_voices(self, here: Places, there: Places) -> Answers:
        voice = self.columns.voice[self.columns.claim_of_toll]
        other: Answers = voice[here] != voice[there]
        return other

    @cached_property
    def _accounts(self) -> tuple[Places, Places, Places]:
        """Claims that deny, the claims that these deny, and claims that name strangers to another's actors."""
        columns, (kinships, which) = self.columns, self.table.kinships
        told, doing = columns.doers
        blames = [Blame(doers_in(one), one.stance if one else "reported") for one in told]
        many = len(blames)
        saying = np.flatnonzero(doing)
        nothing = np.empty(0, dtype=np.intp)
        denying, denied, strangers = [nothing], [nothing], [nothing]
        for one, other in every_two(columns.of_claim[saying]):
            here, there = saying[one], saying[other]
            kind = (which[columns.of_claim[here]] * many + doing[here]) * many + doing[there]
            different, at = distinct(kind, len(kinships) * many * many)
            answers = np.zeros((len(different), 3), dtype=bool)
            for place, key in enumerate(different.tolist()):
                kinship, a, b = kinships[key // many // many], blames[key // many % many], blames[key % many]
                answers[place] = bool(denial(a, b, kinship)), bool(denial(b, a, kinship)), name_others(a, b, kinship)
            denies, is_denied, differs = answers[at].T
            denying += here[denies], there[is_denied]
            denied += there[denies], here[is_denied]
            strangers.append(here[differs])
        return np.concatenate(denying), np.concatenate(denied), np.concatenate(strangers)


def _differ(kind: Codes, said: Codes) -> Answers:
    """For each: are two different things said of its kind?"""
    _, at = np.unique(kind, return_inverse=True)
    low = np.full(len(kind), len(said) and said.max(), dtype=np.intp)
    high = np.zeros(len(kind), dtype=np.intp)
    np.minimum.at(low, at, said)
    np.maximum.at(high, at, said)
    differ: Answers = (high > low)[at]
    return differ
