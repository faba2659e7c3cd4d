"""Soldiers and fighters whose side is not said: those of the only side in the incident that has such people."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import attrs

from claimrec.judging.statements import Statement
from claimrec.judging.victims import Group, Kinship, Names, names_in
from claimrec.records.claim import Perpetrator

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
    if not any(kind_of(one.group, kinship) for one in statements):
        return statements
    named = frozenset(
        name
        for one in statements
        for name in (*one.group.names, *doers_in(one.claim.perpetrator))
        if kinship.is_actor(name)
    )
    given = [side_given(one.group, doers_in(one.claim.perpetrator), named, kinship) for one in statements]
    return tuple(
        one if group is one.group else attrs.evolve(one, group=group)
        for one, group in zip(statements, given, strict=True)
    )


@lru_cache(maxsize=4096)  # the same few groups are counted in most incidents
def side_given(group: Group, doers: Names, named: Names, kinship: Kinship) -> Group:
    """The group, of the one side that it can belong to: one of the `named` actors, but of those who did it none."""
    kind = kind_of(group, kinship)
    if kind is None:
        return group
    hurt = frozenset(name for name in named if not kinship.share_an_actor([name], doers))
    side = _side(kind, hurt, kinship)
    noun = group.noun or next((name for name in group.names if name != kind), None)
    return Group(frozenset({side}), noun) if side else group


@lru_cache(maxsize=4096)
def kind_of(group: Group, kinship: Kinship) -> str | None:
    """The kind of combatants that people of this name are, if they are of one."""
    if len(group.names) != 1:
        return None
    kinds = (SOLDIERS, FIGHTERS)
    names = Group(group.names)
    return next((kind for kind in kinds if kinship.of(names, Group(frozenset({kind}))) in ("same", "part")), None)


def doers_in(perpetrator: Perpetrator | None) -> Names:
    """The actors who are named as having done it."""
    return names_in(perpetrator.actor or "") if perpetrator else frozenset()


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
