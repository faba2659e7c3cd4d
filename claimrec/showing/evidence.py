"""The evidence for a pair of claims, bit by bit, in words."""

from __future__ import annotations

from collections.abc import Iterator

from claimrec.matching.evidence import Evidence
from claimrec.showing.wording import bits_words, harmless


def finding_rows(evidence: Evidence) -> Iterator[tuple[str, str, str]]:
    """The comparison, its bits and what decided it: from before anything is compared to all together.

    >>> from claimrec.matching.evidence import Finding
    >>> for row in finding_rows(Evidence("a", "b", -10.0, (Finding("day", "same day", 4.0, "both 9 November"),))):
    ...     print(row)
    ('before anything is compared', '-10.0 bits', '')
    ('day', '+4.0 bits', 'both 9 November')
    ('together', '-6.0 bits', '')
    """
    yield "before anything is compared", bits_words(evidence.prior), ""
    for finding in evidence.findings:
        yield finding.comparison, bits_words(finding.bits), harmless(finding.because or finding.level)
    yield "together", bits_words(evidence.bits), ""
