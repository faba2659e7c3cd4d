"""Soldiers and fighters whose side is not said: those of the only side in the incident that has such people."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

import attrs

from claimrec.judging.statements import Statement
from claimrec.judging.victims import Group, Kinship, Names, names_in
from claimrec.lexicon.loader import Lexicon
from claimrec.records.claim import Claim

SOLDIERS = "military personnel"
"""The entry of `victims.toml` for people who serve a state."""

FIGHTERS = "fighters"
"""The entry of `victims.toml` for people who fight for anybody else."""


def with_their_side(statements: Iterable[Statement], kinship: Kinship) -> tuple[Statement, ...]:
    """The statements, where "27 soldiers" are those of the one army that is named as hurt or as the doer elsewhere.

    Officers and others inside such a group stay narrowed to their word. Where no side or several come into question,
    nothing is added; those who did it by the same claim do not.
    """
    statements = tuple(statements)
    kinds = [_kind(one.group.names, kinship) for one in statements]
    if not any(kinds):
        return statements
    named = {name for one in statements for name in (*one.group.names, *_doers(one.claim)) if kinship.is_actor(name)}
    return tuple(
        _with_side(one, kind, named, kinship) if kind else one for one, kind in zip(statements, kinds, strict=True)
    )


def _with_side(one: Statement, kind: str, named: Collection[str], kinship: Kinship) -> Statement:
    doers = _doers(one.claim)
    hurt = frozenset(name for name in named if not kinship.share_an_actor([name], doers))
    side = _side(kind, hurt, kinship)
    noun = one.group.noun or next((name for name in one.group.names if name != kind), None)
    return attrs.evolve(one, group=Group(frozenset({side}), noun)) if side else one


@lru_cache(maxsize=4096)  # the same few names stand in most incidents
def _kind(names: Names, kinship: Kinship) -> str | None:
    """The kind of combatants that people of this name are, if they are of one."""
    if len(names) != 1:
        return None
    kinds = (SOLDIERS, FIGHTERS)
    return next(
        (kind for kind in kinds if kinship.of(Group(names), Group(frozenset({kind}))) in ("same", "part")), None
    )


@lru_cache(maxsize=4096)
def can_take_a_side(victims: str, lexicon: Lexicon) -> bool:
    """Can these be the people of actors on some day: do their neutral names say so, or leave the side to others?"""
    return all(
        lexicon.groups.actors[name].kind != "victims" or {SOLDIERS, FIGHTERS} & {name, *lexicon.groups.wholes(name)}
        for name in names_in(victims)
        if name in lexicon.groups.actors
    )


def is_of_no_named_side(victims: str | None, lexicon: Lexicon) -> bool:
    """Can these be soldiers or fighters of whom another toll or claim of the incident tells the side?"""
    tree = lexicon.groups
    return any(
        {SOLDIERS, FIGHTERS} & {name, *tree.wholes(name)} for name in names_in(victims or "") if name in tree.actors
    )


def names_an_actor(victims: str | None, lexicon: Lexicon) -> bool:
    """Are people of an actor among them?"""
    actors = lexicon.groups.actors
    return any(actors[name].kind != "victims" for name in names_in(victims or "") if name in actors)


def _doers(claim: Claim) -> frozenset[str]:
    return names_in(claim.perpetrator.actor or "") if claim.perpetrator else frozenset()


@lru_cache(maxsize=4096)
def _side(kind: str, hurt: Names, kinship: Kinship) -> str | None:
    """The one of those hurt that such combatants can belong to, if only one comes into question."""
    able = _able(kind, hurt, kinship)
    return next(
        (
            name
            for name in sorted(able)
            if all(kinship.tree.relation(name, other, kinship.day) in ("same", "whole") for other in able)
        ),
        None,
    )


def _able(kind: str, hurt: Iterable[str], kinship: Kinship) -> set[str]:
    """Whose people can they be: a state's, with its units, or where none is named a side's; or nobody's state's."""
    holders = {name: {name, *kinship.tree.wholes(name, kinship.day)} for name in hurt}
    states = {holder for found in holders.values() for holder in found if _is(holder, "state", kinship)}
    if kind == SOLDIERS:
        return states or {name for name in holders if _is(name, "side", kinship)}
    return {name for name, found in holders.items() if states.isdisjoint(found) and not _is(name, "side", kinship)}


def _is(name: str, kind: str, kinship: Kinship) -> bool:
    return kinship.tree.actors[name].kind == kind
