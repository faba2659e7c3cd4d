"""An incident voice by voice: what each origin said, through whom, and how it stands to the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import attrs

from claimrec.judging.judgement import Conflict, Judgement, Voice
from claimrec.records.article import day_of
from claimrec.records.claim import Claim, Toll, TollReference, tolls_of


@attrs.frozen
class Said:
    """One toll as it is shown: by which claims, in which conflicts (their places from 1), and what replaced it."""

    toll: Toll
    references: tuple[TollReference, ...]
    conflicts: tuple[int, ...]
    replaced_by: tuple[Claim, Toll] | None


@attrs.frozen
class Telling:
    """One chain of voices on one day: the claims it brought, their tolls, and the conflicts of whole claims."""

    claims: tuple[Claim, ...]
    said: tuple[Said, ...]
    conflicts: tuple[int, ...]

    @property
    def voices(self) -> tuple[str, ...]:
        """The chain, from publisher to origin."""
        return self.claims[0].voices


@attrs.frozen
class Account:
    """One independent voice and all its tellings, in order of their days."""

    voice: Voice
    tellings: tuple[Telling, ...]


def accounts_of(judgement: Judgement) -> tuple[Account, ...]:
    """What each independent voice of the incident said."""
    claims = {claim.id: claim for claim in judgement.incident.claims}
    marks = _Marks.of(judgement, claims)
    return tuple(
        Account(voice, tuple(marks.telling(group) for group in _by_chain(claims[id_] for id_ in voice.claims)))
        for voice in judgement.voices
    )


def claims_in(conflict: Conflict) -> tuple[str, ...]:
    """The ids of the claims of a conflict, each once, in its order."""
    return tuple(dict.fromkeys([*conflict.claims, *(toll.claim for toll in conflict.tolls)]))


def _by_chain(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Claims of one chain and day together, the earliest first, no day last."""
    chains: dict[tuple[str, tuple[str, ...]], list[Claim]] = defaultdict(list)
    for claim in claims:
        day = day_of(claim.published)
        chains[day.isoformat() if day else "no day", claim.voices].append(claim)
    return [chains[key] for key in sorted(chains, key=lambda key: (key[0], len(key[1]), key[1]))]


@attrs.frozen
class _Marks:
    """Which conflicts each toll and each whole claim is in, and what replaced each toll.

    A note marks nothing: nearly every claim words its place or victims in a way of its own.
    """

    tolls: Mapping[TollReference, tuple[int, ...]]
    claims: Mapping[str, tuple[int, ...]]
    replaced: Mapping[TollReference, tuple[Claim, Toll]]

    @classmethod
    def of(cls, judgement: Judgement, claims: Mapping[str, Claim]) -> _Marks:
        tolls: dict[TollReference, tuple[int, ...]] = defaultdict(tuple)
        whole: dict[str, tuple[int, ...]] = defaultdict(tuple)
        for number, conflict in enumerate(judgement.conflicts, start=1):
            if conflict.severity == "note":
                continue
            for toll in conflict.tolls:
                tolls[toll] += (number,)
            for claim in () if conflict.tolls else conflict.claims:
                whole[claim] += (number,)
        replaced = {
            pair.earlier: (claims[pair.later.claim], claims[pair.later.claim].tolls[pair.later.toll])
            for pair in judgement.superseded
        }
        return cls(tolls, whole, replaced)

    def telling(self, claims: list[Claim]) -> Telling:
        """The claims of one chain and day; tolls that say the same, and stand the same, are shown once."""
        same: dict[object, list[tuple[TollReference, Toll]]] = defaultdict(list)
        for claim in claims:
            for reference, toll in tolls_of(claim):
                bare = attrs.evolve(toll, quote=None, victims_words=None)
                marks = self.tolls.get(reference, ()), self.replaced.get(reference)
                same[bare, *marks].append((reference, toll))
        said = tuple(
            Said(
                tolls[0][1],
                tuple(reference for reference, _ in tolls),
                self.tolls.get(tolls[0][0], ()),
                self.replaced.get(tolls[0][0]),
            )
            for tolls in same.values()
        )
        conflicts = sorted({number for claim in claims for number in self.claims.get(claim.id, ())})
        return Telling(tuple(claims), said, tuple(conflicts))
