"""Which incidents a check can find anything in: asked of all of them at once, before any is laid open."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from functools import cached_property
from typing import get_args

import attrs
import numpy as np
from numpy.typing import NDArray

from claimrec.judging.combatants import can_take_a_side
from claimrec.judging.lists import can_list
from claimrec.judging.system import ADDENDS, FEWEST_GROUPS
from claimrec.lexicon.loader import Lexicon
from claimrec.matching.incidents import Incident
from claimrec.records.claim import Claim, Effect, Toll

Places = NDArray[np.intp]
"""For each claim or toll the place of its incident."""
Answers = NDArray[np.bool_]
"""For each incident yes, or no."""

EFFECTS: tuple[Effect, ...] = get_args(Effect)
BEYOND = 2**53
"""No war hurts so many: what stands behind such a figure is left to the checks."""


@attrs.frozen(slots=False, eq=False)
class Screen:
    """The claims and tolls of many incidents as columns; a question is answered for all incidents together.

    Yes is only a maybe, since who is counted is looked at when an incident is laid open; no is certain.
    """

    incidents: Sequence[Incident]
    lexicon: Lexicon

    @cached_property
    def claims(self) -> Sequence[Claim]:
        """All claims, incident by incident."""
        return [claim for incident in self.incidents for claim in incident.claims]

    @cached_property
    def tolls(self) -> Sequence[Toll]:
        """All tolls, claim by claim."""
        return [toll for claim in self.claims for toll in claim.tolls]

    @cached_property
    def of_claim(self) -> Places:
        """The incident of each claim."""
        return np.repeat(np.arange(len(self.incidents)), [len(one.claims) for one in self.incidents])

    @cached_property
    def of_toll(self) -> Places:
        """The incident of each toll."""
        return np.repeat(self.of_claim, [len(claim.tolls) for claim in self.claims])

    @cached_property
    def counts_apart(self) -> Answers:
        """Do two tolls of one effect share no number, or are more killed than killed or wounded?

        Some two share no number exactly where the highest of the lows is above the lowest of the highs.
        """
        low = np.full((len(EFFECTS), len(self.incidents)), -1.0)
        high = np.full((len(EFFECTS), len(self.incidents)), np.inf)
        effect = np.array([EFFECTS.index(toll.effect) for toll in self.tolls], dtype=np.intp)
        lows = [float(min(toll.count.low, 2 * BEYOND)) for toll in self.tolls]
        highs = [np.inf if toll.count.high is None else float(min(toll.count.high, BEYOND)) for toll in self.tolls]
        np.maximum.at(low, (effect, self.of_toll), lows)
        np.minimum.at(high, (effect, self.of_toll), highs)
        held = [(EFFECTS.index(part), EFFECTS.index(whole)) for whole, parts in ADDENDS.items() for part in parts]
        same = [(place, place) for place in range(len(EFFECTS))]
        apart: Answers = np.logical_or.reduce([low[part] > high[whole] for part, whole in (*same, *held)])
        return apart

    @cached_property
    def lists(self) -> Answers:
        """Does a claim give two tolls of one effect, neither of them as a part of another?"""
        return self._any(map(can_list, self.claims), self.of_claim)

    @cached_property
    def adds_up(self) -> Answers:
        """Are three groups counted, or a combined effect? A list can tell its groups apart by its words alone."""
        different = {(place, _people(toll)) for place, toll in zip(self.of_toll.tolist(), self.tolls, strict=True)}
        groups = np.bincount([place for place, _ in different], minlength=len(self.incidents))
        combined = self._any((toll.effect in ADDENDS for toll in self.tolls), self.of_toll)
        return (groups >= FEWEST_GROUPS) | combined | self.lists

    @cached_property
    def sides(self) -> Answers:
        """Are people of actors counted under two names?"""
        return self._differ((toll.victims if armed else None for toll, armed in self._armed), self.of_toll)

    @cached_property
    def labels(self) -> Answers:
        """Are people of actors counted in two wordings?"""
        return self._differ((toll.victims_words if armed else None for toll, armed in self._armed), self.of_toll)

    @cached_property
    def accounts(self) -> Answers:
        """Do two claims name different perpetrators, or one of them in two ways?"""
        doers = (claim.perpetrator for claim in self.claims)
        return self._differ((doer and (doer.actor, doer.stance) for doer in doers), self.of_claim)

    @cached_property
    def days(self) -> Answers:
        """Do claims give different days?"""
        told = (claim.when for claim in self.claims)
        return self._differ((when and (when.window, when.relative) for when in told), self.of_claim)

    @cached_property
    def points(self) -> Answers:
        """Do claims name different points on the map?"""
        told = (claim.where and claim.where.place for claim in self.claims)
        return self._differ((place and (place.lat, place.lon) for place in told), self.of_claim)

    @cached_property
    def place_words(self) -> Answers:
        """Do claims name places in different words?"""
        return self._differ((claim.where and claim.where.words for claim in self.claims), self.of_claim)

    @cached_property
    def events(self) -> Answers:
        """Do claims tell of different kinds of event?"""
        return self._differ((claim.event for claim in self.claims), self.of_claim)

    @cached_property
    def over_incidents(self) -> Answers:
        """Does it count over more than one incident?"""
        return np.array([incident.level != "incident" for incident in self.incidents], dtype=bool)

    @cached_property
    def _armed(self) -> Sequence[tuple[Toll, bool]]:
        """The tolls, and whether they can count people of an actor; those of a part are their whole's people."""
        lexicon = self.lexicon
        return [
            (toll, toll.part_of is not None or (toll.victims is not None and can_take_a_side(toll.victims, lexicon)))
            for toll in self.tolls
        ]

    def _differ(self, said: Iterable[Hashable], at: Places) -> Answers:
        numbers: dict[Hashable, int] = {None: 0}
        code = np.array([numbers.setdefault(one, len(numbers)) for one in said], dtype=np.intp)
        heard, at = code[code > 0], at[code > 0]
        low, high = np.full(len(self.incidents), len(numbers)), np.zeros(len(self.incidents), dtype=np.intp)
        np.minimum.at(low, at, heard)
        np.maximum.at(high, at, heard)
        return high > low

    def _any(self, answers: Iterable[bool], at: Places) -> Answers:
        found = np.zeros(len(self.incidents), dtype=bool)
        found[at[np.fromiter(answers, dtype=bool, count=len(at))]] = True
        return found


def _people(toll: Toll) -> Hashable:
    """What is the same for tolls that are sure to count one group."""
    return toll.victims if toll.victims and toll.part_of is None else (toll.victims, toll.victims_words, toll.part_of)
