"""Tolls that one claim lists in one breath: "three in one village and two in the next" are five, none of them twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from claimrec.judging.statements import Statement
from claimrec.judging.victims import Group, Kinship
from claimrec.records.article import Quote
from claimrec.records.claim import Claim, Effect, Toll, TollReference

ONE_BREATH = 80
"""Code points that may stand between two figures of a list, as in "..., in addition to ..." with a relative clause."""

_SENTENCE_END = re.compile(r"[.!?]\s")

List = tuple[TollReference, ...]
"""The tolls of separate people that a claim lists, in the order of its words."""


def lists_in(statements: Iterable[Statement], kinship: Kinship) -> tuple[List, ...]:
    """Every list of two or more tolls of one effect.

    A toll that holds others of the list heads it and is no part of it; people who may be told twice count once.
    """
    by_claim: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if len(statement.claim.tolls) > 1 and statement.toll.quote and can_list(statement.claim):
            by_claim[statement.claim.id].append(statement)
    return tuple(
        tuple(one.reference for one in listed)
        for told in by_claim.values()
        for breath in _breaths(told)
        for listed in _separate_people(breath, kinship)
        if len(listed) > 1
    )


def can_list(claim: Claim) -> bool:
    """Does it give two tolls of one effect, neither of them as a part of another?"""
    effects = [toll.effect for toll in claim.tolls if toll.part_of is None]
    return len(set(effects)) < len(effects)


def _breaths(told: Sequence[Statement]) -> Iterator[list[Statement]]:
    """The statements of one claim, cut where a sentence ends or much stands between two figures."""
    breath: list[tuple[Quote, Statement]] = []
    for quote, one in sorted(((one.toll.quote, one) for one in told if one.toll.quote), key=_place):
        if breath and not _goes_on(breath[-1][0], quote, one.claim):
            yield [statement for _, statement in breath]
            breath = []
        breath.append((quote, one))
    yield [statement for _, statement in breath]


def _place(quoted: tuple[Quote, Statement]) -> tuple[str, int, int, TollReference]:
    quote, statement = quoted
    return quote.field, quote.start, quote.end, statement.reference


def _goes_on(before: Quote, after: Quote, claim: Claim) -> bool:
    if before.field != after.field or not 0 <= after.start - before.end <= ONE_BREATH:
        return False
    text = claim.quote
    if text is None or text.field != after.field or not text.start <= before.end <= after.start <= text.end:
        return True
    return not _SENTENCE_END.search(text.text, before.end - text.start, after.start - text.start)


def _separate_people(breath: Sequence[Statement], kinship: Kinship) -> Iterator[list[Statement]]:
    by_effect: dict[Effect, list[Statement]] = defaultdict(list)
    for one in breath:
        told = by_effect[one.effect]
        if not one.is_subset and not any(_repeats(one, other, kinship) for other in told):
            told.append(one)
    for told in by_effect.values():
        yield [one for one in told if not any(_heads(one, other, kinship) for other in told)]


def _repeats(one: Statement, other: Statement, kinship: Kinship) -> bool:
    """Can one be the other's people once more: the same figure with another hedge, or a single one of them?"""
    kin = kinship.of(one.group, other.group)
    return (kin == "same" and one.count & other.count is not None) or (kin in ("same", "part") and one.is_a_mention)


def _heads(one: Statement, other: Statement, kinship: Kinship) -> bool:
    """Can one be the whole of the other?"""
    holds = one.toll.count.high is None or one.toll.count.high >= other.toll.count.low
    return holds and kinship.of(one.group, other.group) == "whole"


def narrowed(statements: Iterable[Statement], lists: Sequence[List], kinship: Kinship) -> tuple[Statement, ...]:
    """The statements, where those of a list that could be one another's people count only the people of their words.

    So neither is held against the other, nor alone against a toll of all of them.
    """
    if not lists:
        return tuple(statements)
    listed_with: Mapping[TollReference, List] = {reference: found for found in lists for reference in found}
    by_reference = {statement.reference: statement for statement in statements}
    return tuple(
        attrs.evolve(one, group=Group(one.group.names, in_own_words(one.toll)))
        if any(
            kinship.of(one.group, by_reference[other].group) in ("same", "whole")
            for other in listed_with.get(one.reference, ())
            if other != one.reference
        )
        else one
        for one in by_reference.values()
    )


def in_own_words(toll: Toll) -> str:
    """The words of the toll, as the noun that names no other people."""
    return " ".join(toll.quote.text.split()) if toll.quote else str(toll.count)
