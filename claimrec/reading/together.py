"""Single people whom one deed befell together: "he and his driver were killed" are two, each a part of them."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimrec.reading.parsed import Parsed
from claimrec.reading.telling import Casualty
from claimrec.values.count import Count

ONE = Count.exactly(1)


def together(parsed: Parsed, found: Sequence[Casualty]) -> list[Casualty]:
    """The casualties of a sentence, with a sum before those that are told one by one under the same words of harm.

    Somebody and "two others" are three; somebody and two soldiers are left apart, as their kinds differ.
    """
    told: list[Casualty] = []
    moved: dict[int, int] = {}
    place = 0
    while place < len(found):
        end = place + 1
        while end < len(found) and _goes_with(parsed, found[place], found[end]):
            end += 1
        listed = found[place:end]
        is_list = len(listed) > 1 and any(one.count == ONE and one.part_of is None for one in listed)
        whole = len(told) if is_list else None
        if is_list:
            told.append(_sum_of(listed))
        for old, casualty in enumerate(listed, place):
            moved[old] = len(told)
            part = casualty.part_of if whole is None else whole
            told.append(attrs.evolve(casualty, part_of=part if whole is not None or part is None else moved[part]))
        place = end
    return told


def _goes_with(parsed: Parsed, one: Casualty, other: Casualty) -> bool:
    """Are both single people, or "others" beside them, under one word of harm?"""
    same = one.trigger is other.trigger and one.effect == other.effect and one.part_of == other.part_of is None
    return same and _is_single(parsed, one) and _is_single(parsed, other)


def _is_single(parsed: Parsed, casualty: Casualty) -> bool:
    people = casualty.people
    if people is None or not casualty.count.is_exact or casualty.hedge != "exact":
        return False
    others = any(parsed.grammar.is_in(token.lower, "others") for token in parsed.tokens[people.first : people.end])
    return others or (casualty.count == ONE and not people.headless)


def _sum_of(listed: Sequence[Casualty]) -> Casualty:
    """All of them as one casualty; of what kind they are it tells only if they are of one kind."""
    kinds = {(one.people.group, one.people.actor) for one in listed if one.people is not None}
    return attrs.evolve(
        listed[0],
        first=min(one.first for one in listed),
        end=max(one.end for one in listed),
        count=sum((one.count for one in listed[1:]), start=listed[0].count),
        people=attrs.evolve(listed[0].people, kind=(0, 0)) if len(kinds) == 1 and listed[0].people else None,
    )
