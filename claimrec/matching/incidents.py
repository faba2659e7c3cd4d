"""Incidents: claims held to speak of one event."""

from __future__ import annotations

import attrs

from claimrec.matching.evidence import Evidence
from claimrec.records.claim import Claim, Level


@attrs.frozen
class Incident:
    """Claims held to speak of one event, with the evidence that joined them; it points at them and edits none.

    `id` is a digest of the claims' ids, so the same claims always give the same id.
    """

    id: str
    level: Level
    claims: tuple[Claim, ...]
    evidence: tuple[Evidence, ...] = ()
