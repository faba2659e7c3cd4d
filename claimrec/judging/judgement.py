"""What judging an incident gives: verdicts, conflicts, voices, ranges."""

from __future__ import annotations

from typing import Literal

import attrs

from claimrec.judging.statements import Statement
from claimrec.matching.incidents import Incident
from claimrec.records.claim import Effect, TollReference
from claimrec.values.count import Count
from claimrec.values.place import Place
from claimrec.values.window import Window

ConflictKind = Literal["count", "attribution", "role_reversal", "date", "place", "event", "wording"]
Severity = Literal["contradiction", "tension", "note"]
Dependence = Literal["conventions", "threshold"]
Answer = Literal["agree", "compatible", "superseded", "conflict", "not comparable"]


@attrs.frozen
class Verdict:
    """How two tolls of one incident stand to each other, by which rule, in words."""

    a: TollReference
    b: TollReference
    answer: Answer
    rule: str
    because: str


@attrs.frozen
class Conflict:
    """Claims, or single tolls of them, that cannot all be true, by which rule, in words an editor understands.

    `depends_on` names what the conflict hangs on: it is none by the strict conventions for loose words, or its claims
    are not all one incident where the threshold of matching is two bits higher.
    """

    kind: ConflictKind
    severity: Severity
    claims: tuple[str, ...]
    tolls: tuple[TollReference, ...]
    rule: str
    because: str
    depends_on: tuple[Dependence, ...] = ()


@attrs.frozen
class Superseded:
    """A toll that its own origin replaced later (METHOD 8)."""

    earlier: TollReference
    later: TollReference


@attrs.frozen
class Voice:
    """One origin in one incident, the chains it was heard through, and its claims.

    `relations` says how it stands to the victims it counts ("own side", "opponent", "third party"), by victims.
    """

    origin: str
    chains: tuple[tuple[str, ...], ...]
    claims: tuple[str, ...]
    relations: tuple[tuple[str, str], ...] = ()


@attrs.frozen
class Range:
    """What remains for one effect and group of victims.

    `remaining` is the tightest count that the consistent tolls leave (None where they leave nothing), `claimed` the
    hull of all that was claimed and not superseded.
    """

    effect: Effect
    victims: str | None
    remaining: Count | None
    claimed: Count


@attrs.frozen
class Judgement:
    """An incident and what was found in it.

    `parts` are the ids of the incidents that an aggregate sums, `standing` its tolls that no later ones replaced.
    """

    incident: Incident
    parts: tuple[str, ...] = ()
    when: Window | None = None
    where: Place | None = None
    event: str | None = None
    voices: tuple[Voice, ...] = ()
    ranges: tuple[Range, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    standing: tuple[Statement, ...] = attrs.field(default=(), repr=False)
