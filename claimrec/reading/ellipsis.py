"""Numbers that leave out whom they count: "six villagers were killed and two wounded" are eight villagers."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimrec.reading.noun_phrases import People
from claimrec.reading.parsed import Parsed
from claimrec.reading.telling import Casualty


def with_kinds(parsed: Parsed, found: Sequence[Casualty]) -> list[Casualty]:
    """The casualties of a sentence, each number alone with the kind of people that was named before it."""
    told: list[Casualty] = []
    for casualty in found:
        people = casualty.people
        bare = people is not None and casualty.part_of is None and _is_bare(parsed, people)
        named = _named_before(told, people.first) if people is not None and bare else None
        if people is not None and named is not None:
            people = attrs.evolve(people, group=named.group, actor=named.actor, combatant=named.combatant)
            told.append(attrs.evolve(casualty, people=people))
        else:
            told.append(casualty)
    return told


def _is_bare(parsed: Parsed, people: People) -> bool:
    """Is it a number with no noun, "more" at most behind it?"""
    if not people.headless or people.group is not None or people.actor is not None:
        return False
    behind = range(parsed.counts[people.first].end, people.end) if people.first in parsed.counts else range(0)
    return all(_is_filler(parsed, place) for place in behind)


def _is_filler(parsed: Parsed, place: int) -> bool:
    return parsed.grammar.is_in(parsed.tokens.lower[place], "more", "adverbs")


def _named_before(told: Sequence[Casualty], place: int) -> People | None:
    """The last people of several, wholes and no parts, that were named before token `place`."""
    before = [
        casualty.people
        for casualty in told
        if casualty.people is not None and casualty.part_of is None and casualty.people.first < place
    ]
    named = max(before, key=lambda people: people.first, default=None)
    return named if named is not None and named.count.low > 1 and (named.group or named.actor) else None
