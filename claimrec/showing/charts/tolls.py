"""Every count of an incident, also those that were replaced, with the people it counts."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from claimrec.judging.judgement import Judgement
from claimrec.judging.statements import Statement
from claimrec.records.claim import Claim, TollReference
from claimrec.values.count import Count


@attrs.frozen
class Counted:
    """A toll of a claim; `standing` is its statement, or where it was replaced that of the toll which stands for it."""

    reference: TollReference
    claim: Claim
    standing: Statement
    count: Count
    replaced: bool


def counted_in(judgement: Judgement) -> Iterator[Counted]:
    """The tolls of an incident by reference."""
    standing = {one.reference: one for one in judgement.standing}
    later = {pair.earlier: pair.later for pair in judgement.superseded}
    claims = {claim.id: claim for claim in judgement.incident.claims}
    for reference in sorted({*standing, *later}):
        claim, last = claims[reference.claim], reference
        while last in later:
            last = later[last]
        replaced = reference in later
        count = claim.tolls[reference.toll].count if replaced else standing[reference].count
        yield Counted(reference, claim, standing[last], count, replaced)
