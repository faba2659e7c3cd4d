"""Soldiers and fighters whose side is not said: those of the only one that loses such people in the incident."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

import attrs

from claimrec.judging.statements import Statement
from claimrec.judging.victims import Group, Kinship, names_in

SERVE: Mapping[str, tuple[frozenset[str], ...]] = MappingProxyType(
    {
        "military personnel": (frozenset({"state"}), frozenset({"side"})),
        "fighters": (frozenset({"group", "alliance", "side"}),),
    }
)
"""Entries of `victims.toml`, and the kinds of actors whose people they are, the first kinds before the next."""


def with_their_side(statements: Iterable[Statement], kinship: Kinship) -> tuple[Statement, ...]:
    """The statements, where "27 soldiers" are those of the one army that the incident's other tolls name.

    Officers and others inside such a group stay narrowed to their word. Where no side or several come into question,
    or only the one that is said to have done it, nothing is added.
    """
    statements = tuple(statements)
    named = sorted({name for one in statements for name in one.group.names if kinship.is_actor(name)})
    return tuple(_with_side(one, named, kinship) for one in statements)


def _with_side(one: Statement, named: Iterable[str], kinship: Kinship) -> Statement:
    for kind, ranks in SERVE.items():
        if len(one.group.names) == 1 and kinship.of(one.group, Group(frozenset({kind}))) in ("same", "part"):
            doer = one.claim.perpetrator
            attackers = names_in(doer.actor or "") if doer else frozenset()
            able = [name for name in named if not kinship.share_an_actor([name], attackers)]
            side = _one_side(able, ranks, kinship)
            noun = one.group.noun or next((name for name in one.group.names if name != kind), None)
            return attrs.evolve(one, group=Group(frozenset({side}), noun)) if side else one
    return one


def _one_side(named: Collection[str], ranks: Iterable[frozenset[str]], kinship: Kinship) -> str | None:
    """The one actor of these kinds, or the one that holds all others of them."""
    for kinds in ranks:
        able = [name for name in named if kinship.tree.actors[name].kind in kinds]
        for name in able:
            if all(kinship.tree.relation(name, other, kinship.day) in ("same", "whole") for other in able):
                return name
        if able:
            return None
    return None
