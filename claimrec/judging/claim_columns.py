"""The claims of many incidents as columns: read once, asked about all together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from typing import Any

import attrs
import numpy as np

from claimrec.judging.case import claims_of
from claimrec.judging.coded import (
    OPEN,
    Answers,
    Codes,
    Places,
    codes,
    every_two,
    examples,
    ways,
)
from claimrec.judging.origins import voice_in
from claimrec.lexicon.loader import Lexicon
from claimrec.matching.incidents import Incident
from claimrec.records.claim import Claim, Perpetrator, When
from claimrec.values.place import Place


@attrs.frozen(slots=False, eq=False)
class ClaimColumns:
    """The claims of many incidents, incident by incident: each claim once, in the order of their ids."""

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
    def voices(self) -> tuple[Sequence[str], Codes]:
        """The different origins, and the place of each claim's among them."""
        found, at = self.chains
        different, place = ways(voice_in(one, self.lexicon) for one in found)
        return different, place[at]

    @cached_property
    def voice(self) -> Codes:
        """The origin of each claim."""
        return self.voices[1]

    @cached_property
    def publisher(self) -> Codes:
        """Who printed each claim."""
        found, at = self.chains
        return codes(one[0] for one in found)[at]

    @cached_property
    def retold(self) -> Answers:
        """For each incident: does an article tell two of its claims?"""
        article = self.article
        return self.any_of_claims([one[article[one] == article[other]] for one, other in every_two(self.of_claim)])

    @cached_property
    def published(self) -> Codes:
        """When each claim was printed."""
        return codes(self._fields[2])

    @cached_property
    def print_order(self) -> Codes:
        """Where each claim stands among all by when it was printed, as a report sorts them."""
        found, at = ways(self._fields[2])
        printed = list(map(str, found))
        ranks = {one: rank for rank, one in enumerate(sorted(set(printed)))}
        return np.array([ranks[one] for one in printed], dtype=np.intp)[at]

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
        found, at = examples(told, [one and (one.actor, one.stance) for one in told])
        return found, at[1:]

    @cached_property
    def days(self) -> tuple[Sequence[When | None], Codes]:
        """The different days and how they were told, and the place of each claim's among them, 0 for none."""
        told = [None, *[one if one and one.window else None for one in self._fields[6]]]
        keys = [one and (one.window.first, one.window.last, one.relative, one.inferred) for one in told]
        found, at = examples(told, keys)
        return found, at[1:]

    @cached_property
    def places(self) -> tuple[Sequence[Place | None], Codes]:
        """The different places, and the place of each claim's among them, 0 for none."""
        told = [None, *[one and one.place for one in self._fields[7]]]
        different, at = examples(told, map(id, told))  # many claims share one
        keys = [one and (one.lat, one.lon, one.radius_km, one.name, one.admin) for one in different]
        found, place = examples(different, keys)
        return found, place[at][1:]

    @cached_property
    def place_words(self) -> Codes:
        """The words for the place of each claim."""
        return codes([one and one.words for one in self._fields[7]])

    @cached_property
    def over_incidents(self) -> Answers:
        """Does each incident count over more than one?"""
        return np.array([incident.level != "incident" for incident in self.incidents], dtype=bool)

    def any_claim(self, answers: Answers) -> Answers:
        """For each incident: is the answer of one of its claims yes?"""
        return self._any(self.of_claim[answers])

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
