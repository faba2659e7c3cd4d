"""What a whole run gives: incidents with their verdicts, the pairs to look at, what was left out, and how."""

from __future__ import annotations

import attrs

from claimrec.judging.judgement import Judgement
from claimrec.matching.evidence import Evidence
from claimrec.records.claim import Claim
from claimrec.records.unread import Unread


@attrs.frozen
class Method:
    """How a result came about: the version, the word lists, the rules by name, the thresholds by name, as written.

    `conventions` is the name of the table that says what loose words are worth.
    """

    version: str
    lexicons: tuple[str, ...]
    conventions: str
    rules: tuple[str, ...]
    thresholds: tuple[tuple[str, str], ...]


@attrs.frozen
class Result:
    """Claims and what was found in them.

    `incidents` are judged and in order of their days; `review` holds the pairs that were neither joined nor clearly
    apart.
    """

    claims: tuple[Claim, ...]
    incidents: tuple[Judgement, ...]
    review: tuple[Evidence, ...]
    unread: tuple[Unread, ...]
    method: Method
