"""Which incidents a check can find anything in: asked of all of them at once, before any is laid open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from functools import cached_property
from itertools import count
from typing import TypeVar, get_args

import attrs
import numpy as np
from numpy.typing import NDArray

from claimrec.judging.case import claims_of
from claimrec.judging.combatants import can_take_a_side
from claimrec.judging.system import ADDENDS, FEWEST_GROUPS
from claimrec.lexicon.loader import Lexicon
from claimrec.matching.incidents import Incident
from claimrec.records.claim import Claim, Effect, Toll

Places = NDArray[np.intp]
"""For each claim or toll the place of its incident."""
Codes = NDArray[np.intp]
"""For each claim or toll a number that stands for what it says; 0 for nothing."""
Answers = NDArray[np.bool_]
"""For each incident yes, or no."""
Naming = tuple[str | None, str | None, int | None]
"""How a toll names its people: their neutral name, the words, the toll that they are a part of."""

Said = TypeVar("Said", bound=Hashable)

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
    def told(self) -> Sequence[tuple[Claim, ...]]:
        """The claims of each incident by id, each once."""
        return [claims_of(incident) for incident in self.incidents]

    @cached_property
    def claims(self) -> Sequence[Claim]:
        """All claims, incident by incident."""
        return [claim for claims in self.told for claim in claims]

    @cached_property
    def tolls(self) -> Sequence[Toll]:
        """All tolls, claim by claim."""
        return [toll for claim in self.claims for toll in claim.tolls]

    @cached_property
    def of_claim(self) -> Places:
        """The incident of each claim."""
        return np.repeat(np.arange(len(self.incidents)), [len(claims) for claims in self.told])

    @cached_property
    def of_toll(self) -> Places:
        """The incident of each toll."""
        return self.of_claim[self.claim_of_toll]

    @cached_property
    def claim_of_toll(self) -> Places:
        """The place of each toll's claim."""
        return np.repeat(np.arange(len(self.claims)), [len(claim.tolls) for claim in self.claims])

    @cached_property
    def first_toll(self) -> Places:
        """The place of each claim's first toll, or of the next one where it has none."""
        return np.searchsorted(self.claim_of_toll, np.arange(len(self.claims)))

    @cached_property
    def effect(self) -> Codes:
        """The effect of each toll, as its place among all."""
        places = {effect: place for place, effect in enumerate(EFFECTS)}
        return np.array([places[toll.effect] for toll in self.tolls], dtype=np.intp)

    @cached_property
    def low(self) -> NDArray[np.float64]:
        """The fewest that each toll allows."""
        return np.array([min(toll.count.low, 2 * BEYOND) for toll in self.tolls], dtype=float)

    @cached_property
    def high(self) -> NDArray[np.float64]:
        """The most that each toll allows."""
        highs = [toll.count.high for toll in self.tolls]
        return np.array([np.inf if high is None else min(high, BEYOND) for high in highs], dtype=float)

    @cached_property
    def namings(self) -> tuple[Sequence[Naming], Codes]:
        """The different ways in which tolls name people, and the place of each toll's among them."""
        return ways([(toll.victims, toll.victims_words, toll.part_of) for toll in self.tolls])

    @cached_property
    def group(self) -> Codes:
        """The people of each toll; they can be the same people where the number is another."""
        named, naming = self.namings
        return codes(_group(*one) for one in named)[naming]

    @cached_property
    def counts_apart(self) -> Answers:
        """Do two tolls of one effect share no number, or are more killed than killed or wounded?

        Some two share no number exactly where the highest of the lows is above the lowest of the highs.
        """
        low = np.full((len(EFFECTS), len(self.incidents)), -1.0)
        high = np.full((len(EFFECTS), len(self.incidents)), np.inf)
        np.maximum.at(low, (self.effect, self.of_toll), self.low)
        np.minimum.at(high, (self.effect, self.of_toll), self.high)
        held = [(EFFECTS.index(part), EFFECTS.index(whole)) for whole, parts in ADDENDS.items() for part in parts]
        same = [(place, place) for place in range(len(EFFECTS))]
        apart: Answers = np.logical_or.reduce([low[part] > high[whole] for part, whole in (*same, *held)])
        return apart

    @cached_property
    def lists(self) -> Answers:
        """Does a claim give two tolls of one effect, neither of them as a part of another?"""
        named, naming = self.namings
        whole = np.array([part_of is None for _, _, part_of in named], dtype=bool)[naming]
        told, times = np.unique((self.claim_of_toll * len(EFFECTS) + self.effect)[whole], return_counts=True)
        listing = told[times > 1] // len(EFFECTS)
        return self.any(np.ones(len(listing), dtype=bool), self.of_claim[listing])

    @cached_property
    def adds_up(self) -> Answers:
        """Are three groups counted with one effect, or one combined? Lists tell groups apart by their words alone."""
        effects = _different(self.of_toll * len(EFFECTS) + self.effect, self.group)
        groups = np.bincount(effects, minlength=len(self.incidents) * len(EFFECTS)).reshape(-1, len(EFFECTS))
        combined = groups[:, [EFFECTS.index(effect) for effect in ADDENDS]].any(axis=1)
        found: Answers = (groups >= FEWEST_GROUPS).any(axis=1) | combined | self.lists
        return found

    @cached_property
    def sides(self) -> Answers:
        """Are people of actors counted under two names?"""
        named, naming = self.namings
        names = codes(victims if self._armed(victims, part_of) else None for victims, _, part_of in named)
        return self.differ(names[naming], self.of_toll)

    @cached_property
    def labels(self) -> Answers:
        """Are people of actors counted in two wordings?"""
        named, naming = self.namings
        words = codes(said if self._armed(victims, part_of) else None for victims, said, part_of in named)
        return self.differ(words[naming], self.of_toll)

    @cached_property
    def accounts(self) -> Answers:
        """Do two claims name different perpetrators, or one of them in two ways?"""
        doers = [claim.perpetrator for claim in self.claims]
        return self.differ(codes([doer and (doer.actor, doer.stance) for doer in doers]), self.of_claim)

    @cached_property
    def days(self) -> Answers:
        """Do claims give different days?"""
        told = [claim.when for claim in self.claims]
        days = [when and (when.window.first, when.window.last, when.relative) for when in told]
        return self.differ(codes(days), self.of_claim)

    @cached_property
    def points(self) -> Answers:
        """Do claims name different points on the map?"""
        told = [claim.where and claim.where.place for claim in self.claims]
        return self.differ(codes([place and (place.lat, place.lon) for place in told]), self.of_claim)

    @cached_property
    def place_words(self) -> Answers:
        """Do claims name places in different words?"""
        return self.differ(codes([claim.where and claim.where.words for claim in self.claims]), self.of_claim)

    @cached_property
    def events(self) -> Answers:
        """Do claims tell of different kinds of event?"""
        return self.differ(codes([claim.event for claim in self.claims]), self.of_claim)

    @cached_property
    def over_incidents(self) -> Answers:
        """Does it count over more than one incident?"""
        return np.array([incident.level != "incident" for incident in self.incidents], dtype=bool)

    def _armed(self, victims: str | None, part_of: int | None) -> bool:
        """Can these be people of an actor? Those of a part are their whole's people."""
        return part_of is not None or (victims is not None and can_take_a_side(victims, self.lexicon))

    def differ(self, said: Codes, at: Places) -> Answers:
        """Are two different things said? Nothing said is neither."""
        heard, at = said[said > 0], at[said > 0]
        low = np.full(len(self.incidents), np.iinfo(np.intp).max)
        high = np.zeros(len(self.incidents), dtype=np.intp)
        np.minimum.at(low, at, heard)
        np.maximum.at(high, at, heard)
        return high > low

    def all_differ(self, said: Codes, at: Places) -> Answers:
        """Is no thing said twice?"""
        many = len(self.incidents)
        once: Answers = np.bincount(_different(at, said), minlength=many) == np.bincount(at, minlength=many)
        return once

    def any(self, answers: Sequence[bool] | Answers, at: Places) -> Answers:
        """Is one of the answers yes?"""
        found = np.zeros(len(self.incidents), dtype=bool)
        found[at[np.asarray(answers, dtype=bool)]] = True
        return found


def codes(said: Iterable[Hashable]) -> Codes:
    """A number for each, the same for the same; 0 for None."""
    numbers = defaultdict[Hashable, int](count(1).__next__, {None: 0})
    return np.array([numbers[one] for one in said], dtype=np.intp)


def ways(said: Iterable[Said]) -> tuple[Sequence[Said], Codes]:
    """The different things that are said, and for each the place of what it says among them."""
    places = defaultdict[Said, int](count().__next__)
    at = np.array([places[one] for one in said], dtype=np.intp)
    return tuple(places), at


def _group(victims: str | None, words: str | None, part_of: int | None) -> Hashable:
    """What is the same for tolls that are sure to count one group."""
    return victims if victims and part_of is None else (victims, words, part_of)


def _different(at: Places, said: Codes) -> Places:
    """Of each different thing that is said where it is said."""
    many = int(said.max(initial=0)) + 1
    different: Places = np.unique(at * many + said) // many
    return different
