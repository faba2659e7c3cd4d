"""The comparisons of people: who did it, and to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

import attrs

from claimrec.lexicon.entries import VictimEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.matching.comparison import Comparison, Likeness
from claimrec.matching.weights import shipped_weights
from claimrec.records.actor import Relation
from claimrec.records.claim import Claim

NOBODY: frozenset[str] = frozenset()
SOLDIERS = frozenset({"military personnel"})
"""The kind of victims, in `victims.toml`, that the people of any state's forces are."""


@attrs.frozen(order=True)
class Party:
    """A group of people under its neutral name, and every group that contained it on the day of the claim.

    `seldom` groups are counted by few claims (see `victims.toml`).
    """

    name: str
    wholes: frozenset[str] = attrs.field(default=frozenset(), order=False)
    seldom: bool = attrs.field(default=False, order=False)

    def relation(self, other: Party) -> Relation:
        """How it stands to another: the same, a part of it, its whole, or neither."""
        if self.name == other.name:
            return "same"
        if other.name in self.wholes:
            return "part"
        return "whole" if self.name in other.wholes else "other"


@attrs.frozen
class Side:
    """Who did it, and the victims: both are needed to see that two accounts reverse the roles."""

    actor: Party
    victims: tuple[Party, ...]


def victims_of(claim: Claim, lexicon: Lexicon) -> tuple[Party, ...] | None:
    """The groups whose people the claim counts, by name; None where it names none."""
    day = claim.window.first if claim.window else None
    return parties({toll.victims for toll in claim.tolls if toll.victims}, day, lexicon) or None


def side_of(claim: Claim, lexicon: Lexicon) -> Side | None:
    """Who did it to whom, according to the claim; None where it names no known group as the perpetrator."""
    doer = claim.perpetrator
    if doer is None or doer.actor is None or doer.stance == "denied":
        return None
    day = claim.window.first if claim.window else None
    return Side(parties({doer.actor}, day, lexicon)[0], victims_of(claim, lexicon) or ())


def parties(names: Iterable[str], day: date | None, lexicon: Lexicon) -> tuple[Party, ...]:
    """Names settled by the lexicon, with what contained them on that day; in order, each once."""
    neutral = _neutral_names(lexicon)
    settled = {neutral.get(name.casefold(), name) for name in names}
    kinds = lexicon.of(VictimEntry)
    return tuple(
        sorted(Party(name, _wholes(name, day, lexicon), name in kinds and kinds[name].seldom) for name in settled)
    )


def _wholes(name: str, day: date | None, lexicon: Lexicon) -> frozenset[str]:
    """What contained a group on that day: "soldiers" can be those of any state."""
    actor = lexicon.groups.actors.get(name)
    return lexicon.groups.wholes(name, day) | (SOLDIERS if actor is not None and actor.kind == "state" else NOBODY)


def unnamed(words: str, lexicon: Lexicon) -> bool:
    """Do these words name nobody ("unknown gunmen"), as far as the lexicon knows?"""
    plain = words.casefold().split()
    return " ".join(plain) not in _neutral_names(lexicon) and (
        not plain or plain[0] in _nobody(lexicon) or " ".join(plain) in _nobody(lexicon)
    )


@lru_cache(maxsize=16)
def _nobody(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word.casefold() for word in lexicon.words("names", "unnamed"))


@lru_cache(maxsize=16)
def _neutral_names(lexicon: Lexicon) -> Mapping[str, str]:
    """Every alias, and above them every name itself, to the neutral name."""
    actors = lexicon.groups.actors.values()
    aliases = {alias.casefold(): actor.name for actor in actors for alias in actor.aliases}
    return aliases | {actor.name.casefold(): actor.name for actor in actors}


def _relations(some: Iterable[Party], others: Iterable[Party]) -> set[Relation]:
    theirs = tuple(others)
    return {party.relation(other) for party in some for other in theirs}


def _side_likeness(a: Side, b: Side) -> Likeness:
    """Do both name the same perpetrator?

    A brigade and the group it belongs to on that day go together, two brigades of one group do not. Outlets disagree on
    who did it, so another name weighs little; roles reversed (A attacked B, B attacked A) may be one fight.
    """
    relation = a.actor.relation(b.actor)
    names = " and ".join(sorted({a.actor.name, b.actor.name}))
    if relation == "same":
        return Likeness("same", f"both {names}")
    if relation != "other":
        return Likeness("part and whole", names)
    if _relations([a.actor], b.victims) - {"other"} and _relations([b.actor], a.victims) - {"other"}:
        return Likeness("roles reversed", f"{names}, each the other's victim")
    return Likeness("another", names)


def _victims_likeness(a: tuple[Party, ...], b: tuple[Party, ...]) -> Likeness:
    """Do both count people of the same groups?

    Children are civilians, a brigade is its army's. Of one attack, one claim may count soldiers and another civilians.
    Two attacks on medical staff are rarer than two on civilians, so those who count such people more often mean one.
    """
    names = " and ".join(sorted({", ".join(party.name for party in parties) for parties in (a, b)}))
    relations = _relations(a, b)
    if "same" in relations:
        seldom = any(party.seldom for party in a if party in b)
        return Likeness("same, seldom hit" if seldom else "same", f"both {names}" if a == b else names)
    return Likeness("part and whole" if relations - {"other"} else "others", names)


perpetrator: Comparison[Side] = Comparison(
    "perpetrator", shipped_weights()["perpetrator"], "perpetrator", _side_likeness
)
victims: Comparison[tuple[Party, ...]] = Comparison(
    "victims", shipped_weights()["victims"], "victims", _victims_likeness
)
