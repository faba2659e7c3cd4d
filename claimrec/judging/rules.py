"""The rules for two tolls of one incident: an ordered list, of which the first to answer decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from claimrec.judging.judgement import Answer
from claimrec.judging.precision import is_precise
from claimrec.judging.sentences import count_in_words, effect_in_words
from claimrec.judging.statements import Statement
from claimrec.judging.superseding import replaces
from claimrec.judging.victims import Group, Kinship, names_in
from claimrec.values.place import Place
from claimrec.values.units import comparable

COMBINED = {"killed": "killed_or_wounded", "wounded": "killed_or_wounded"}
"""Effects that a combined category holds: whoever was killed was also killed or wounded (METHOD 5)."""


@attrs.frozen
class Ruling:
    """What a rule answers, and why."""

    answer: Answer
    because: str


Rule = Callable[[Statement, Statement, Kinship], Ruling | None]
"""Two tolls, by reference, in; what the rule answers out, or None where it does not apply."""


def other_effects(a: Statement, b: Statement, _: Kinship) -> Ruling | None:
    """Killed, wounded, missing: who suffered something else is not compared."""
    if have_an_effect_in_common(a, b):
        return None
    return Ruling("not comparable", f"one counts {effect_in_words(a.effect)}, the other {effect_in_words(b.effect)}")


def other_units(a: Statement, b: Statement, _: Kinship) -> Ruling | None:
    """People, households and vehicles are never compared with each other."""
    if a.toll.unit == b.toll.unit or comparable(a.toll.unit, b.toll.unit):
        return None
    return Ruling("not comparable", f"one counts {a.toll.unit}s, the other {b.toll.unit}s")


def other_level(a: Statement, b: Statement, _: Kinship) -> Ruling | None:
    """One incident, a sum of incidents, an operation and a running total are compared only with their like."""
    if a.claim.level == b.claim.level:
        return None
    return Ruling("not comparable", f"one counts over {a.claim.level}, the other over {b.claim.level}")


def other_period(a: Statement, b: Statement, _: Kinship) -> Ruling | None:
    """Totals over a time are compared only where both are over the same days: a later total may have grown."""
    if a.claim.level in ("incident", "aggregate"):
        return None
    if a.claim.window and a.claim.window == b.claim.window:
        return None
    return Ruling("not comparable", "they are not known to count over the same days")


def other_place(a: Statement, b: Statement, _: Kinship) -> Ruling | None:
    """Two places that one article tells apart hold different people."""
    if a.claim.article != b.claim.article or not a.claim.where or not b.claim.where:
        return None
    here, there = a.claim.where.place, b.claim.where.place
    if not _told_apart(here, there):
        return None
    return Ruling("not comparable", f"the article itself counts {here.name} and {there.name} apart")


def other_victims(a: Statement, b: Statement, kinship: Kinship) -> Ruling | None:
    """Different people, or people of whom the words do not tell whether they are the same, are not compared."""
    kin = kinship.of(a.group, b.group)
    if kin == "other":
        return Ruling("not comparable", f"{a.group} and {b.group} are other people")
    if kin == "unclear":
        return Ruling("not comparable", f"it is not said whether {a.group} and {b.group} are the same people")
    return None


def combined_category(a: Statement, b: Statement, kinship: Kinship) -> Ruling | None:
    """Who was killed was also killed or wounded: the combined figure can be higher, never lower."""
    if a.effect == b.effect:
        return None
    part, whole = (a, b) if COMBINED.get(a.effect) == b.effect else (b, a)
    inside = kinship.of(part.group, whole.group) in ("same", "part")
    if inside and whole.count.high is not None and part.count.low > whole.count.high:
        return Ruling("conflict", f"{_many(part)} alone are more than {_many(whole)}")
    return Ruling("not comparable", f"{effect_in_words(whole.effect)} is a combined figure")


def part_and_whole(a: Statement, b: Statement, kinship: Kinship) -> Ruling | None:
    """A part can be smaller than its whole, never larger."""
    kin = kinship.of(a.group, b.group)
    if kin not in ("part", "whole"):
        return None
    part, whole = (a, b) if kin == "part" else (b, a)
    if counts_attackers(part, whole, kinship):
        return Ruling("not comparable", f"{part.group} are the attackers; who counts people leaves them out")
    if whole.count.high is not None and part.count.low > whole.count.high:
        return Ruling("conflict", f"{_many(part)} of {part.group} are more than {_many(whole)} of {whole.group} in all")
    return Ruling("compatible", f"{part.group} can be a part of {whole.group}")


def same_count(a: Statement, b: Statement, _: Kinship) -> Ruling | None:
    """Two equal counts of the same people agree."""
    if a.count != b.count:
        return None
    return Ruling("agree", f"both say {a.count}")


def later_toll(a: Statement, b: Statement, kinship: Kinship) -> Ruling | None:
    """A figure that its own origin replaced later is superseded, whatever way it went."""
    for later, earlier in ((a, b), (b, a)):
        if replaces(later, earlier, kinship):
            return Ruling("superseded", f"{later.voice} itself later said {later.count} instead of {earlier.count}")
    return None


def counts_meet(a: Statement, b: Statement, _: Kinship) -> Ruling | None:
    """Two counts of the same people that share a number can both be true."""
    shared = a.count & b.count
    if shared is None:
        return None
    if a.voice == b.voice:
        return Ruling("compatible", f"one voice with two wordings of one figure; both allow {shared}")
    return Ruling("compatible", f"both allow {shared}")


def disjoint_counts(a: Statement, b: Statement, _: Kinship) -> Ruling | None:
    """Two counts of the same people that share no number cannot both be true."""
    return None if a.count.meets(b.count) else Ruling("conflict", no_number(a.voice if a.voice == b.voice else None))


def no_number(voice: str | None) -> str:
    """Why two counts of the same people that share no number are in conflict, perhaps in the mouth of one voice."""
    why = "no number satisfies both"
    return f"two figures in the mouth of one voice, {voice}: {why}" if voice else why


RULES: Sequence[Rule] = (
    other_effects,
    other_units,
    other_level,
    other_period,
    other_place,
    other_victims,
    combined_category,
    part_and_whole,
    same_count,
    later_toll,
    counts_meet,
    disjoint_counts,
)
"""In the order in which they are asked; the last two leave no pair without an answer."""


def counts_attackers(part: Statement, whole: Statement, kinship: Kinship) -> bool:
    """Are the part those who did it, and the whole everybody? "51 people were killed by" them leaves them out."""
    doer = whole.claim.perpetrator or part.claim.perpetrator
    return bool(
        doer
        and doer.actor
        and whole.group == Group()
        and doer.stance != "denied"
        and kinship.share_an_actor(part.group.names, names_in(doer.actor))
    )


def have_an_effect_in_common(a: Statement, b: Statement) -> bool:
    """Do two tolls count one effect, or one of them an effect that the other's category holds?"""
    one, other = a.toll.effect, b.toll.effect
    return one == other or other == COMBINED.get(one) or one == COMBINED.get(other)


def _many(statement: Statement) -> str:
    return f"{count_in_words(statement.count, statement.toll.hedge)} {effect_in_words(statement.effect)}"


def _told_apart(here: Place, there: Place) -> bool:
    """Are both points on the map, under different names, neither within the other's radius?"""
    if here.name == there.name or not is_precise(here) or not is_precise(there):
        return False
    apart = here.km_to(there)
    return apart is not None and apart > max(here.radius_km or 0, there.radius_km or 0)
