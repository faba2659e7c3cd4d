"""Single people whom one deed befell together: "he and his driver were killed" are two, each a part of them.

Behind a noun the list tells who was among the dead, and not that nobody else was: "the murder of Karim Testov and Anna
Petrova" is that of two at least.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from claimrec.reading.noun_phrases import ONE
from claimrec.reading.parsed import Parsed
from claimrec.reading.telling import Casualty
from claimrec.reading.triggers import is_noun
from claimrec.values.count import Count

AMONG = 2
"""Tokens of "among the" before "dead"."""
OF_AN_AGE = frozenset({"men", "women", "children", "elderly", "family members"})
"""Kinds of people by age, sex and family, who are of no side: "a mother and her three children" are four."""


def together(parsed: Parsed, found: Sequence[Casualty], floor: int) -> list[Casualty]:
    """The casualties of a sentence that begins at token `floor`, with the sums of those under the same words of harm.

    Somebody and "two others" are three; somebody and two soldiers are left apart, as their kinds differ.
    """
    if len(found) < 2:
        return list(found)
    told: list[Casualty] = []
    moved: dict[int, int] = {}
    place = 0
    while place < len(found):
        end = place + 1
        while end < len(found) and _goes_with(parsed, found[place], found[end]):
            end += 1
        if _is_one_person(parsed, found[place:end]):
            moved.update(dict.fromkeys(range(place, end), len(told)))
            told.append(found[place])
        elif end - place > 1 and _is_summed(found[place:end]):
            whole = len(told)
            told.append(_sum_of(parsed, found[place:end], floor))
            for old in range(place, end):
                moved[old] = len(told)
                told.append(attrs.evolve(found[old], part_of=whole))
        else:
            for old in range(place, end):
                moved[old] = len(told)
                part = found[old].part_of
                told.append(found[old] if part is None else attrs.evolve(found[old], part_of=moved[part]))
        place = end
    return told


def _is_one_person(parsed: Parsed, listed: Sequence[Casualty]) -> bool:
    """As in "her son, Karim, was killed": are there only commas between names, which are one person's then?"""
    people = [one.people for one in listed if one.people is not None]
    words = {word for one, other in pairwise(people) for word in parsed.tokens.lower[one.end : other.first]}
    return len(people) > 1 and words <= {","} and all(one.count == ONE for one in listed)


def _goes_with(parsed: Parsed, one: Casualty, other: Casualty) -> bool:
    """Are both single people, or "others" beside them, under one word of harm?"""
    same = one.trigger is other.trigger and one.effect == other.effect and one.part_of == other.part_of is None
    return same and not _is_some_of_all(parsed, other) and _is_single(parsed, one) and _is_single(parsed, other)


def _is_some_of_all(parsed: Parsed, casualty: Casualty) -> bool:
    """As in "the dead included two women and a child": are they a few of those who suffered?"""
    trigger = casualty.trigger
    listed = parsed.grammar.any_in(parsed.tokens.lower[trigger.end : trigger.end + 1], "some_of_all")
    return listed or parsed.grammar.any_in(parsed.tokens.lower[max(0, trigger.first - AMONG) : trigger.first], "among")


def _is_single(parsed: Parsed, casualty: Casualty) -> bool:
    people = casualty.people
    if people is None or not casualty.count.is_exact or casualty.hedge != "exact":
        return False
    others = parsed.grammar.any_in(parsed.tokens.lower[people.first : people.end], "others")
    alike = people.group in OF_AN_AGE and people.actor is None and not people.headless
    return others or alike or (casualty.count == ONE and not people.headless)


def _is_summed(listed: Sequence[Casualty]) -> bool:
    """Is one of them alone, or are all told by age and sex ("two men and three children")?"""
    groups = {one.people.group if one.people is not None else None for one in listed}
    return any(one.count == ONE for one in listed) or groups <= OF_AN_AGE


def _is_open(parsed: Parsed, listed: Sequence[Casualty], floor: int) -> bool:
    """As in "the murder of X and his wife", "the deaths of X and Y": such a noun names a deed and counts nobody."""
    counted = any(one.people is None or one.people.counted for one in listed)
    return not counted and is_noun(parsed, listed[0].trigger, floor)


def _sum_of(parsed: Parsed, listed: Sequence[Casualty], floor: int) -> Casualty:
    """All of them as one casualty; of what kind they are it tells only if they are of one kind."""
    kinds = {(one.people.group, one.people.actor) for one in listed if one.people is not None}
    count, hedge = sum((one.count for one in listed[1:]), start=listed[0].count), listed[0].hedge
    if _is_open(parsed, listed, floor):
        count, hedge = Count.at_least(count.low), "at_least"
    return attrs.evolve(
        listed[0],
        first=min(one.first for one in listed),
        end=max(one.end for one in listed),
        count=count,
        hedge=hedge,
        people=attrs.evolve(listed[0].people, kind=(0, 0)) if len(kinds) == 1 and listed[0].people else None,
    )
