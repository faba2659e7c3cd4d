"""What judging an incident gives: verdicts, conflicts, voices, ranges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal, TypeVar, overload

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


Found_co = TypeVar("Found_co", covariant=True)


class OnDemand(Sequence[Found_co]):
    """What `work_out` finds in something, at the first look: of many incidents few are looked at closely.

    In every other way it is the tuple of what was found.
    """

    __slots__ = ("_found", "_inside", "_work_out")

    def __init__(self, work_out: Callable[[Any], Iterable[Found_co]], inside: object) -> None:
        self._work_out = work_out
        self._inside = inside
        self._found: tuple[Found_co, ...] | None = None

    def _looked_at(self) -> tuple[Found_co, ...]:
        if self._found is None:
            self._found = tuple(self._work_out(self._inside))
            self._inside = None
        return self._found

    def __iter__(self) -> Iterator[Found_co]:
        return iter(self._looked_at())

    @overload
    def __getitem__(self, place: int) -> Found_co: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Found_co, ...]: ...
    def __getitem__(self, place: int | slice) -> Found_co | tuple[Found_co, ...]:
        return self._looked_at()[place]

    def __len__(self) -> int:
        return len(self._looked_at())

    def __eq__(self, other: object) -> bool:
        return self._looked_at() == (other._looked_at() if isinstance(other, OnDemand) else other)

    def __hash__(self) -> int:
        return hash(self._looked_at())

    def __repr__(self) -> str:
        return repr(self._looked_at())

    def __reduce__(self) -> tuple[type, tuple[tuple[Found_co, ...]]]:
        return tuple, (self._looked_at(),)


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
class Judgement(Drawn):
    """An incident and what was found in it.

    `parts` are the ids of the incidents that an aggregate sums, `standing` its tolls that no later ones replaced.
    """

    incident: Incident
    parts: tuple[str, ...] = ()
    when: Window | None = None
    where: Place | None = None
    event: str | None = None
    voices: Sequence[Voice] = ()
    ranges: Sequence[Range] = ()
    verdicts: Sequence[Verdict] = ()
    conflicts: tuple[Conflict, ...] = ()
    superseded: Sequence[Superseded] = ()
    standing: Sequence[Statement] = attrs.field(default=(), repr=False)

    def explain(self) -> Listing[Evidence]:
        """Why its claims are one incident: the strongest pairs that tie them together."""
        return Listing(self.incident.evidence, "pairs", self)
