"""What a table of events takes from an incident: a figure by a named policy, and who did it where all agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import attrs

from claimrec.errors import RuleError
from claimrec.judging.judgement import Judgement
from claimrec.judging.policies import POLICIES, Estimate, best_estimate
from claimrec.judging.result import Result
from claimrec.judging.victims import CIVILIANS, EVERYBODY, Kinship, kinship_on
from claimrec.lexicon.loader import Lexicon
from claimrec.records.claim import Claim

BLAMING = ("accused", "claimed", "reported")
"""Stances in which a claim says that somebody did it, not that he may have, or has not."""


@attrs.frozen
class Dead:
    """How many died in all, by a policy, and what that rests on; `low` and `high` are whatever the policy.

    All three are None where nobody counts the dead, or where those who do count people who may be in part the same;
    `best` alone where the policy names no single figure.
    """

    low: int | None
    best: int | None
    high: int | None
    because: str | None


NOBODY_COUNTED = Dead(None, None, None, None)


@attrs.frozen
class Event:
    """An incident as a row of an event table.

    `perpetrator` and `victims` are named where all claims that name any name the same, and nobody contradicts.
    """

    judgement: Judgement
    perpetrator: str | None
    victims: str | None
    killed: Dead
    policy: str

    @property
    def claims(self) -> Sequence[Claim]:
        """What was said of it."""
        return self.judgement.incident.claims

    @property
    def publishers(self) -> tuple[str, ...]:
        """Who printed it, each once, by name."""
        return tuple(sorted({claim.publisher for claim in self.claims}))

    @property
    def contradictions(self) -> int:
        """How many sets of claims cannot all be true."""
        return sum(conflict.severity == "contradiction" for conflict in self.judgement.conflicts)

    def dead_of(self, victims: str) -> int | None:
        """The policy's figure for the dead of one group."""
        found = best_estimate(self.judgement, self.policy, victims=victims)
        return found.best if found else None


def events_in(result: Result, policy: str) -> Iterator[Event]:
    """The incidents of a result, in order; sums over several incidents, operations and periods are no events.

    A name that is no policy raises RuleError.
    """
    if policy not in POLICIES:
        raise RuleError(f"expected one of the policies {', '.join(POLICIES)}, not {policy!r}")
    for judgement in result.incidents:
        if judgement.incident.level == "incident":
            victims = _victims(judgement.incident.claims, result.lexicon)
            kinship = kinship_on(result.lexicon, judgement.when.first if judgement.when else None)
            yield Event(judgement, _perpetrator(judgement), victims, dead_in(judgement, policy, kinship), policy)


def dead_in(judgement: Judgement, policy: str, kinship: Kinship) -> Dead:
    """Everybody who died, as far as it is counted.

    That is the policy's estimate of the dead of all kinds. Where only some kinds are counted, the widest of them are
    added up, if nobody can be in two of them ("three soldiers", "two civilians").
    """
    groups = {str(one.group): one.group for one in judgement.standing if one.effect == "killed"}
    found = {name: best_estimate(judgement, policy, victims=name) for name in sorted(groups)}
    counted = {name: estimate for name, estimate in found.items() if estimate}
    if EVERYBODY in counted:
        return _sum([counted[EVERYBODY]])
    widest = [
        name for name in counted if not any(kinship.of(groups[name], groups[other]) == "part" for other in counted)
    ]
    if any(kinship.of(groups[a], groups[b]) != "other" for a, b in combinations(widest, 2)):
        return Dead(None, None, None, f"groups that may be in part the same: {', '.join(widest)}")
    return _sum([counted[name] for name in widest]) if widest else NOBODY_COUNTED


def _sum(estimates: Sequence[Estimate]) -> Dead:
    best = [estimate.best for estimate in estimates]
    told = [f"{one.victims}: {one.because}" if len(estimates) > 1 else one.because for one in estimates]
    return Dead(
        sum(estimate.low for estimate in estimates),
        None if None in best else sum(filter(None, best)),
        sum(estimate.high for estimate in estimates),
        ". ".join(told),
    )


def code_for(radius_km: float | None, radii: Mapping[str, float]) -> str | None:
    """The code of precision with the smallest radius that holds this one, else the one with the largest, if any.

    >>> code_for(10, {"1": 5, "2": 25, "3": 100}), code_for(400, {"1": 5, "2": 25, "3": 100})
    ('2', '3')
    """
    if radius_km is None or not radii:
        return None
    wide = [(radius, code) for code, radius in radii.items() if radius >= radius_km]
    return min(wide)[1] if wide else max((radius, code) for code, radius in radii.items())[1]


def _perpetrator(judgement: Judgement) -> str | None:
    if any(conflict.kind in ("attribution", "role_reversal") for conflict in judgement.conflicts):
        return None
    doers = (claim.perpetrator for claim in judgement.incident.claims)
    return _only(doer.actor for doer in doers if doer and doer.actor and doer.stance in BLAMING)


def _victims(claims: Iterable[Claim], lexicon: Lexicon) -> str | None:
    """The one group that is counted as hurt; kinds of civilians are civilians."""
    groups = {toll.victims for claim in claims for toll in claim.tolls if toll.victims and toll.unit == "person"}
    tree = lexicon.groups
    return _only(CIVILIANS if tree.relation(one, CIVILIANS) in ("same", "part") else one for one in groups)


def _only(names: Iterable[str]) -> str | None:
    """The name, if all are one."""
    found = set(names)
    return found.pop() if len(found) == 1 else None
