"""Incidents that are laid open when somebody looks at them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

import attrs

from claimrec.judging.aggregates import parts_of
from claimrec.judging.case import Case, case_of, claims_of
from claimrec.judging.totals import held_by
from claimrec.lexicon.loader import Lexicon
from claimrec.matching.incidents import Incident


def told_beside_sums(incidents: Iterable[Incident], lexicon: Lexicon) -> dict[str, list[LaidOpen]]:
    """What each article tells that tells of a sum or a total; no other incident needs to be at hand with others."""
    summing = [one for one in incidents if one.level != "incident"]
    if not summing:
        return {}
    told_in: dict[str, list[LaidOpen]] = {claim.article: [] for one in summing for claim in one.claims}
    for incident in incidents:
        beside = LaidOpen(incident, (), lexicon)
        for article in {claim.article for claim in incident.claims}:
            if article in told_in:
                told_in[article].append(beside)
    return told_in


def beside(incident: Incident, told_in: Mapping[str, Sequence[LaidOpen]]) -> Collection[LaidOpen]:
    """The incidents that the articles of a sum or a total tell of, by those of each article."""
    if incident.level == "incident":
        return ()
    return {one.incident.id: one for claim in claims_of(incident) for one in told_in[claim.article]}.values()


@attrs.frozen(eq=False)
class LaidOpen:
    """An incident that is laid open when something of it is needed.

    `beside` are the incidents that its own articles tell of, of which an aggregate sums some and a total holds some.
    """

    incident: Incident
    beside: Collection[LaidOpen]
    lexicon: Lexicon

    @property
    def case(self) -> Case:
        """All that the checks look at."""
        return _case(self)

    def by_itself(self) -> Case:
        """The incident without the others."""
        return case_of(self.incident, self.lexicon)


@lru_cache(maxsize=64)  # what is looked at is looked at from all sides, and then closed
def _case(opened: LaidOpen) -> Case:
    case = opened.by_itself()
    if not opened.beside:
        return case
    others = [one.case for one in opened.beside]
    return attrs.evolve(case, parts=parts_of(case, others), held=held_by(case, others))
