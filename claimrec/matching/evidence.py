"""Why two claims are, or are not, taken for one incident."""

from __future__ import annotations

import attrs

from claimrec.records.shown import Drawn

NOT_SAID = "not said"
"""The level of a pair of which one side says nothing: it weighs 0 bits in every comparison."""


@attrs.frozen
class Finding:
    """The level that a pair of claims fell into in one comparison: its bits, and the words that decided it."""

    comparison: str
    level: str
    bits: float
    because: str


@attrs.frozen
class Evidence(Drawn):
    """Everything that was found about one pair of claims, `a` before `b` by id.

    Bits add up (Fellegi-Sunter): `bits` is the log-odds, base 2, that both claims speak of one incident; a veto is
    minus infinity.

    >>> Evidence("a", "b", -10.0, (Finding("day", "same day", 4.0, "both 2023-02-04"),)).bits
    -6.0
    """

    a: str
    b: str
    prior: float
    findings: tuple[Finding, ...]

    @property
    def bits(self) -> float:
        """The prior and all findings together."""
        return self.prior + sum(finding.bits for finding in self.findings)
