"""How much higher each voice counts than the average report of the same losses, and whose losses it counts higher."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

import attrs
import numpy as np

from claimrec.judging.case import Case
from claimrec.judging.statements import Statement
from claimrec.judging.voices import Relation, relation
from claimrec.matching.columns import IntArray
from claimrec.outlets.estimate import Estimate
from claimrec.outlets.interval_model import Reports
from claimrec.outlets.profile import Fit, fitted, interval, parts
from claimrec.outlets.witnesses import witness_of
from claimrec.records.article import day_of
from claimrec.records.claim import Effect
from claimrec.values.count import UNKNOWN, Count

LEAST = 3
"""Who counts the same people as others in fewer incidents than this gets no ratio (own)."""

EFFECTS: tuple[Effect, ...] = ("killed", "wounded")
"""What is compared, each by itself: a combined figure ("18 dead or wounded") is neither."""


@attrs.frozen
class Ratio:
    """How high a voice counts, as a multiple of the average report of the same people in the same incidents.

    `victims` are those of one armed actor, or None for all; `relation` is how the voice stands to them. Both are None
    for all losses together. 1.3 is 30 percent higher than the average; the average is of all reports compared, so that
    the ratios of one table weigh out to 1.
    """

    outlet: str
    effect: Effect
    victims: str | None
    relation: Relation | None
    ratio: Estimate


@attrs.frozen
class Leaning:
    """How much higher a voice counts the losses of its opponents than those of its own side, against other voices.

    1 is no difference; 2 means that beside others it counts opponents twice as high as its own. Nothing here says
    whether it, or the others, are right.
    """

    outlet: str
    effect: Effect
    ratio: Estimate


@attrs.frozen
class Said:
    """One voice's count of the people of one group in one incident."""

    incident: str
    effect: Effect
    group: str
    of_actor: bool
    outlet: str
    relation: Relation
    count: Count


Kind = Callable[[Said], tuple[str, ...]]
"""Whose ratio a count tells about."""


def counts_said(cases: Iterable[Case]) -> tuple[Said, ...]:
    """Each voice's count of each group in each incident: one, however many repeat it.

    Left out are counts that their origin replaced, subsets, households, combined figures and persons mentioned in
    passing; of a voice's several counts the most precise stands, then the latest.
    """
    return tuple(said for case in cases for said in _said_in(case))


def ratios_of(said: Sequence[Said]) -> tuple[Ratio, ...]:
    """A ratio for each voice over all losses, for the losses of each armed actor, and by its relation to them."""
    found: list[Ratio] = []
    for effect in EFFECTS:
        counted = [one for one in said if one.effect == effect]
        for (outlet,), ratio in _against_average(counted, lambda one: (one.outlet,)):
            found.append(Ratio(outlet, effect, None, None, ratio))
        of_actors = [one for one in counted if one.of_actor]
        relations = {(one.outlet, one.group): one.relation for one in of_actors}
        for (outlet, group), ratio in _against_average(of_actors, lambda one: (one.outlet, one.group)):
            found.append(Ratio(outlet, effect, group, relations[outlet, group], ratio))
    return tuple(sorted(found, key=lambda one: (one.effect, one.victims is not None, one.victims or "", one.outlet)))


def leanings_of(said: Sequence[Said]) -> tuple[Leaning, ...]:
    """For each voice that counts losses of its own side and of opponents, how the two compare."""
    found = []
    for effect in EFFECTS:
        counted = [one for one in said if one.effect == effect]
        found += [Leaning(outlet, effect, ratio) for outlet, ratio in _leanings(counted)]
    return tuple(found)


def _said_in(case: Case) -> Iterator[Said]:
    told: dict[tuple[Effect, str, str], list[Statement]] = defaultdict(list)
    for one in case.standing:
        if one.effect in EFFECTS and _counts_people(one, case):
            told[one.effect, str(one.group), witness_of(one.claim, case.lexicon)].append(one)
    voices = Counter(key[:2] for key in told)
    for (effect, group, outlet), statements in sorted(told.items()):
        if voices[effect, group] > 1:
            best = min(statements, key=_looseness)
            side = relation(outlet, best.group, case.kinship)
            of_actor = case.kinship.are_actors(best.group)
            yield Said(case.incident.id, effect, group, of_actor, outlet, side, best.count)


def _counts_people(one: Statement, case: Case) -> bool:
    return (
        one.toll.unit == "person"
        and one.claim.level == case.incident.level
        and not one.is_subset
        and not one.is_a_mention
        and one.group.noun is None
        and one.count != UNKNOWN
    )


def _looseness(one: Statement) -> tuple[object, ...]:
    low, high = one.count.low, one.count.high
    width = -low if high is None else high - low
    return high is None, width, -(day_of(one.claim.published) or date.min).toordinal(), low, one.order


def _against_average(said: Sequence[Said], kind: Kind) -> Iterator[tuple[tuple[str, ...], Estimate]]:
    """Every kind with its ratio to the average report of what it is compared with."""
    model = _Model.of(said, kind)
    incidents = _incidents(said, kind)
    for name in sorted(incidents):
        yield name, model.against_average(name, incidents[name]) if model else _nothing(incidents[name])


def _leanings(said: Sequence[Said]) -> Iterator[tuple[str, Estimate]]:
    def kind(one: Said) -> tuple[str, ...]:
        return one.outlet, one.relation

    incidents = _incidents(said, kind)
    model = _Model.of(said, kind)
    for outlet in sorted({name for name, _ in incidents}):
        own, opponent = (outlet, "own side"), (outlet, "opponent")
        if own in incidents and opponent in incidents:
            behind = min(incidents[own], incidents[opponent])
            yield outlet, model.between(opponent, own, behind) if model else _nothing(behind)


def _incidents(said: Iterable[Said], kind: Kind) -> Mapping[tuple[str, ...], int]:
    """In how many incidents each kind counts what others count as well."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for one in said:
        found[kind(one)].add(one.incident)
    return {name: len(incidents) for name, incidents in found.items()}


def _nothing(incidents: int) -> Estimate:
    return Estimate(None, None, None, incidents)


@attrs.frozen(eq=False)
class _Model:
    """The fit for counts of these kinds; `part` says which kinds are compared with each other at all."""

    fit: Fit
    names: Sequence[tuple[str, ...]]
    part: IntArray

    @classmethod
    def of(cls, said: Sequence[Said], kind: Kind) -> _Model | None:
        """None where too few count the same people."""
        things = _comparable(said, kind)
        names = sorted({name for told in things for name in told})
        number = {name: place for place, name in enumerate(names)}
        told = [(thing, number[name], count) for thing, of in enumerate(things) for name, count in of.items()]
        if not told:
            return None
        reports = Reports.of(told)
        return cls(fitted(reports), names, parts(reports))

    def against_average(self, name: tuple[str, ...], incidents: int) -> Estimate:
        if name not in self.names:
            return _nothing(incidents)
        place = self.names.index(name)
        weight = np.bincount(self.fit.reports.voice, minlength=len(self.names)).astype(float)
        weight[self.part != self.part[place]] = 0
        contrast = -weight / weight.sum()
        contrast[place] += 1
        return interval(self.fit, contrast, incidents)

    def between(self, name: tuple[str, ...], other: tuple[str, ...], incidents: int) -> Estimate:
        if name not in self.names or other not in self.names:
            return _nothing(incidents)
        place, against = self.names.index(name), self.names.index(other)
        if self.part[place] != self.part[against]:
            return _nothing(incidents)
        contrast = np.zeros(len(self.names))
        contrast[place], contrast[against] = 1, -1
        return interval(self.fit, contrast, incidents)


def _comparable(said: Iterable[Said], kind: Kind) -> list[dict[tuple[str, ...], Count]]:
    """What is counted by two or more kinds, each of which counts often enough, within some bounds."""
    things: dict[tuple[str, str], dict[tuple[str, ...], Count]] = defaultdict(dict)
    for one in said:
        things[one.incident, one.group][kind(one)] = one.count
    kept = [things[key] for key in sorted(things)]
    while True:
        often = Counter(name for told in kept for name in told)
        fewer = [{name: count for name, count in told.items() if often[name] >= LEAST} for told in kept]
        fewer = [told for told in fewer if len(told) > 1 and _is_bounded(told.values())]
        if fewer == kept:
            return kept
        kept = fewer


def _is_bounded(counts: Iterable[Count]) -> bool:
    """Do the counts say how large the thing is: is there an upper bound, and a lower one above nobody?

    Where all say "at least", or all say none, nothing can be told of who counts higher.
    """
    listed = list(counts)
    return any(count.high is not None for count in listed) and any(count.low for count in listed)
