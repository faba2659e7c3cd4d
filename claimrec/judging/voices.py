"""Independent voices: who asserts, counted over origins and not over outlets (METHOD 11)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from claimrec.judging.judgement import Voice
from claimrec.judging.origins import source_named, voice_of
from claimrec.judging.statements import Statement
from claimrec.judging.victims import Group, Kinship
from claimrec.records.claim import Claim

Relation = Literal["own side", "opponent", "third party"]
"""How an origin stands to the victims it counts (METHOD 12): recorded and shown, never used to discard."""


def voices_of(claims: Iterable[Claim], statements: Iterable[Statement], kinship: Kinship) -> tuple[Voice, ...]:
    """One voice for each origin, by name, with the chains it was heard through and its relation to the victims."""
    heard: dict[str, list[Claim]] = defaultdict(list)
    counted: dict[str, set[Group]] = defaultdict(set)
    for claim in claims:
        heard[voice_of(claim, kinship.lexicon)].append(claim)
    for statement in statements:
        counted[statement.voice].add(statement.group)
    return tuple(
        Voice(
            voice,
            chains=tuple(sorted({claim.voices for claim in heard[voice]})),
            claims=tuple(sorted({claim.id for claim in heard[voice]})),
            relations=tuple(
                [(str(group), relation(voice, group, kinship)) for group in sorted(counted[voice], key=str)]
            ),
        )
        for voice in sorted(heard)
    )


@lru_cache(maxsize=4096)  # the same few voices count the same few groups in most incidents
def relation(voice: str, group: Group, kinship: Kinship) -> Relation:
    """How a voice stands to a group of victims.

    Its own side is its affiliation, or itself where it is an actor, and whoever belongs with that; other armed actors
    are its opponents; to civilians, and without a known affiliation, it is a third party.
    """
    source = source_named(voice, kinship.lexicon)
    side = source.affiliation if source else voice if kinship.is_actor(voice) else None
    if side is None or not kinship.are_actors(group):
        return "third party"
    ours = any(kinship.on_one_side(side, name) for name in group.names)
    return "own side" if ours else "opponent"
