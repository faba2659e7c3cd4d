"""The claims and tolls of many incidents as columns: read once, asked about all together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain, count
from typing import Any, TypeVar, get_args

import attrs
import numpy as np
from numpy.typing import NDArray

from claimrec.judging.case import claims_of
from claimrec.judging.origins import voice_in
from claimrec.lexicon.loader import Lexicon
from claimrec.matching.incidents import Incident
from claimrec.reading.loosening import CONVENTIONAL
from claimrec.records.claim import Claim, Effect, Hedge, Perpetrator, Toll
from claimrec.values.count import Count
from claimrec.values.place import Place

Places = NDArray[np.intp]
"""For each claim or toll the place of something: its incident, its claim, another toll."""
Codes = NDArray[np.intp]
"""For each claim or toll a number that stands for what it says; 0 for nothing."""
Numbers = NDArray[np.int64]
"""For each toll a number of people."""
Answers = NDArray[np.bool_]
"""For each incident, claim or toll yes, or no."""

Said = TypeVar("Said", bound=Hashable)

EFFECTS: tuple[Effect, ...] = get_args(Effect)
BEYOND = 2**53
"""No war hurts so many: what stands behind such a figure is left to the checks."""
MOST_MARKS = 2**20
"""Keys that are marked off in a table; more are sorted, which takes longer for few."""
OPEN = int(np.iinfo(np.int64).max)
"""The most of a count without an upper bound."""


@attrs.frozen(slots=False, eq=False)
class Columns:
    """The claims and tolls of many incidents, incident by incident: each claim once, in the order of their ids."""

    incidents: Sequence[Incident]
    lexicon: Lexicon

    @cached_property
    def told(self) -> Sequence[tuple[Claim, ...]]:
        """The claims of each incident."""
        return [claims_of(incident) for incident in self.incidents]

    @cached_property
    def claims(self) -> Sequence[Claim]:
        """All claims."""
        return list(chain.from_iterable(self.told))

    @cached_property
    def of_claim(self) -> Places:
        """The incident of each claim."""
        return np.repeat(np.arange(len(self.incidents)), [len(claims) for claims in self.told])

    @cached_property
    def first_claim(self) -> Places:
        """The place of each incident's first claim, and behind them the number of all."""
        return np.searchsorted(self.of_claim, np.arange(len(self.incidents) + 1))

    @cached_property
    def _fields(self) -> Sequence[Sequence[Any]]:
        """What the claims say, field by field: each claim is looked at once, since most time goes into fetching it."""
        fields = [
            (
                one.article,
                one.voices,
                one.published,
                one.level,
                one.event,
                one.perpetrator,
                one.when,
                one.where,
                one.tolls,
            )
            for one in self.claims
        ]
        return list(zip(*fields, strict=True)) or [()] * 9

    @cached_property
    def article(self) -> Codes:
        """The article of each claim."""
        return codes(self._fields[0])

    @cached_property
    def chains(self) -> tuple[Sequence[tuple[str, ...]], Codes]:
        """The different chains of voices, and the place of each claim's among them."""
        return ways(self._fields[1])

    @cached_property
    def voice(self) -> Codes:
        """The origin of each claim."""
        found, at = self.chains
        return codes(voice_in(one, self.lexicon) for one in found)[at]

    @cached_property
    def publisher(self) -> Codes:
        """Who printed each claim."""
        found, at = self.chains
        return codes(one[0] for one in found)[at]

    @cached_property
    def published(self) -> Codes:
        """When each claim was printed."""
        return codes(self._fields[2])

    @cached_property
    def level(self) -> Codes:
        """What each claim counts over."""
        return codes(self._fields[3])

    @cached_property
    def of_one(self) -> Answers:
        """Does each claim count over one incident?"""
        return np.array([level == "incident" for level in self._fields[3]], dtype=bool)

    @cached_property
    def events(self) -> tuple[Sequence[str | None], Codes]:
        """The different kinds of event, and the place of each claim's among them, 0 for none."""
        found, at = ways([None, *[one or None for one in self._fields[4]]])
        return found, at[1:]

    @cached_property
    def doers(self) -> tuple[Sequence[Perpetrator | None], Codes]:
        """Who did it: the different actors with their stance, and the place of each claim's among them, 0 for none."""
        told = [None, *self._fields[5]]
        found, at = ways([one and (one.actor, one.stance) for one in told])
        example = dict(zip(at.tolist(), told, strict=True))
        return [example[place] for place in range(len(found))], at[1:]

    @cached_property
    def days(self) -> tuple[Sequence[tuple[date, date, bool] | None], Codes]:
        """The different days, with whether they are relative, and the place of each claim's among them, 0 for none."""
        whens = self._fields[6]
        told = [one and one.window and (one.window.first, one.window.last, one.relative) for one in whens]
        found, at = ways([None, *told])
        return found, at[1:]

    @cached_property
    def places(self) -> tuple[Sequence[Place | None], Codes]:
        """The different places, and the place of each claim's among them, 0 for none."""
        told = [None, *[one and one.place for one in self._fields[7]]]
        found, at = ways([one and (one.lat, one.lon, one.radius_km, one.name, one.admin) for one in told])
        example = dict(zip(at.tolist(), told, strict=True))
        return [example[place] for place in range(len(found))], at[1:]

    @cached_property
    def place_words(self) -> Codes:
        """The words for the place of each claim."""
        return codes([one and one.words for one in self._fields[7]])

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
    def over_incidents(self) -> Answers:
        """Does each incident count over more than one?"""
        return np.array([incident.level != "incident" for incident in self.incidents], dtype=bool)

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

    def any_claim(self, answers: Answers) -> Answers:
        """For each incident: is the answer of one of its claims yes?"""
        return self._any(self.of_claim[answers])

    def any_toll(self, answers: Answers) -> Answers:
        """For each incident: is the answer of one of its tolls yes?"""
        return self._any(self.of_toll[answers])

    def any_of(self, tolls: Sequence[Places]) -> Answers:
        """For each incident: is one of these tolls among its?"""
        return self._any(self.of_toll[np.concatenate([np.empty(0, dtype=np.intp), *tolls])])

    def any_of_claims(self, claims: Sequence[Places]) -> Answers:
        """For each incident: is one of these claims among its?"""
        return self._any(self.of_claim[np.concatenate([np.empty(0, dtype=np.intp), *claims])])

    def _any(self, found: Places) -> Answers:
        answers = np.zeros(len(self.incidents), dtype=bool)
        answers[found] = True
        return answers

    def differ(self, said: Codes) -> Answers:
        """For each incident: do claims say two different things? Nothing said is neither."""
        return self.one_thing(said) < 0

    def one_thing(self, said: Codes) -> Codes:
        """For each incident the one thing that its claims say, 0 where they say nothing, -1 where they say several."""
        heard, at = said[said > 0], self.of_claim[said > 0]
        low = np.full(len(self.incidents), OPEN)
        high = np.zeros(len(self.incidents), dtype=np.intp)
        np.minimum.at(low, at, heard)
        np.maximum.at(high, at, heard)
        high[high > low] = -1
        return high


def every_two(of: Places) -> Iterator[tuple[Places, Places]]:
    """Every two places of one incident: each with its next, then with the one after; no array holds one twice.

    >>> [(here.tolist(), there.tolist()) for here, there in every_two(np.array([0, 0, 0, 1, 1]))]
    [([0, 1, 3], [1, 2, 4]), ([0], [2])]
    """
    last = np.searchsorted(of, of, side="right")
    here, step = np.arange(len(of)), 1
    while len(here := here[here + step < last[here]]):
        yield here, here + step
        step += 1


def codes(said: Iterable[Hashable]) -> Codes:
    """A number for each, the same for the same; 0 for None.

    >>> codes(["b", None, "a", "b"]).tolist()
    [1, 0, 2, 1]
    """
    numbers = defaultdict[Hashable, int](count(1).__next__, {None: 0})
    return np.array([numbers[one] for one in said], dtype=np.intp)


def ways(said: Iterable[Said]) -> tuple[Sequence[Said], Codes]:
    """The different things said, and the place of each among them.

    >>> ways(["b", "a", "b"])[0]
    ('b', 'a')
    """
    places = defaultdict[Said, int](count().__next__)
    at = np.array([places[one] for one in said], dtype=np.intp)
    return tuple(places), at


@lru_cache(maxsize=4096)  # the same few numbers are counted in most incidents
def count_of(low: int, high: int) -> Count:
    """The count that has these bounds in columns.

    >>> count_of(3, OPEN)
    Count(low=3, high=None)
    """
    return Count(low, None if high == OPEN else high)


def distinct(keys: Codes, below: int) -> tuple[Codes, Codes]:
    """The different keys in order, and the place of each among them; no key is less than 0 or not `below`.

    >>> [column.tolist() for column in distinct(np.array([7, 3, 7]), 10)]
    [[3, 7], [1, 0, 1]]
    """
    if below > MOST_MARKS:
        different, at = np.unique(keys, return_inverse=True)
        return different, at
    asked = np.zeros(below, dtype=bool)
    asked[keys] = True
    return np.flatnonzero(asked), (np.cumsum(asked) - 1)[keys]
