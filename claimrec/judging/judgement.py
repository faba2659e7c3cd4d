"""What judging an incident gives: verdicts, conflicts, voices, ranges."""

from __future__ import annotations

from typing import Literal, Protocol

import attrs

from claimrec.judging.statements import Statement
from claimrec.matching.evidence import Evidence
from claimrec.matching.incidents import Incident
from claimrec.records.claim import Effect, TollReference
from claimrec.records.shown import Drawn, Listing, Shown
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
class Conflict(Shown):
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
class Found:
    """What is found in an incident beside conflicts; `standing` are the tolls that no later ones replaced."""

    voices: tuple[Voice, ...] = ()
    ranges: tuple[Range, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    standing: tuple[Statement, ...] = attrs.field(default=(), repr=False)


class Findings(Protocol):
    """What is found in an incident, perhaps not before somebody looks: of many incidents few are looked at closely."""

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Who asserts something."""

    @property
    def ranges(self) -> tuple[Range, ...]:
        """What remains of each effect and group."""

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """On every pair of tolls, and between a sum and its parts."""

    @property
    def superseded(self) -> tuple[Superseded, ...]:
        """What was replaced."""

    @property
    def standing(self) -> tuple[Statement, ...]:
        """The tolls that no later ones replaced."""


def looked_at(findings: Findings) -> Found:
    """All that is found."""
    return Found(findings.voices, findings.ranges, findings.verdicts, findings.superseded, findings.standing)


@attrs.frozen
class Judgement(Drawn):
    """An incident and what was found in it.

    `parts` are the ids of the incidents that an aggregate sums.
    """

    incident: Incident
    parts: tuple[str, ...] = ()
    when: Window | None = None
    where: Place | None = None
    event: str | None = None
    conflicts: tuple[Conflict, ...] = ()
    _found: Findings = attrs.field(
        default=Found(), alias="found", eq=looked_at, repr=lambda found: repr(looked_at(found))
    )

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Who asserts something, each origin once."""
        return self._found.voices

    @property
    def ranges(self) -> tuple[Range, ...]:
        """What remains of each effect and group of victims."""
        return self._found.ranges

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """How every two tolls stand to each other."""
        return self._found.verdicts

    @property
    def superseded(self) -> tuple[Superseded, ...]:
        """The tolls that their own origins replaced later."""
        return self._found.superseded

    @property
    def standing(self) -> tuple[Statement, ...]:
        """The tolls that no later ones replaced."""
        return self._found.standing

    def explain(self) -> Listing[Evidence]:
        """Why its claims are one incident: the strongest pairs that tie them together."""
        return Listing(self.incident.evidence, "pairs", self)
