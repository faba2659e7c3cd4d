"""What a whole run gives: incidents with their verdicts, the pairs to look at, what was left out, and how."""

from __future__ import annotations

from functools import cached_property

import attrs

from claimrec.judging.judgement import Conflict, Judgement, Range
from claimrec.lexicon.loader import Lexicon
from claimrec.matching.evidence import Evidence
from claimrec.records.claim import Claim, Toll, tolls_of
from claimrec.records.flag import Flag
from claimrec.records.shown import Drawn, Listing
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


@attrs.frozen(repr=False)
class Result(Drawn):
    """Claims and what was found in them; everything that can be listed can be shown as a table, or made a frame.

    `incidents` are judged and in order of their days; `review` holds the pairs that were neither joined nor clearly
    apart. `unread` is what was left out, `flags` what looked wrong in what was read; `lexicon` are the word lists that
    it was made with.
    """

    _claims: tuple[Claim, ...] = attrs.field(alias="claims")
    _incidents: tuple[Judgement, ...] = attrs.field(alias="incidents")
    _review: tuple[Evidence, ...] = attrs.field(alias="review")
    unread: tuple[Unread, ...]
    method: Method
    flags: tuple[Flag, ...] = ()
    lexicon: Lexicon = attrs.field(eq=False, repr=False, kw_only=True)

    @cached_property
    def claims(self) -> Listing[Claim]:
        """Every claim, in the order of the incidents."""
        return Listing(self._claims, "claims", self)

    @cached_property
    def tolls(self) -> Listing[Toll]:
        """Every figure of every claim."""
        return Listing((toll for claim in self._claims for _, toll in tolls_of(claim)), "tolls", self)

    @cached_property
    def incidents(self) -> Listing[Judgement]:
        """The incidents, judged, in order of their days."""
        return Listing(self._incidents, "incidents", self)

    @cached_property
    def ranges(self) -> Listing[Range]:
        """What remains for each effect and group of victims, of all incidents in their order."""
        return Listing((one for judgement in self._incidents for one in judgement.ranges), "ranges", self)

    @cached_property
    def conflicts(self) -> Listing[Conflict]:
        """What cannot all be true, of all incidents in their order."""
        found = (conflict for judgement in self._incidents for conflict in judgement.conflicts)
        return Listing(found, "conflicts", self)

    @cached_property
    def review(self) -> Listing[Evidence]:
        """The pairs of claims that were neither joined nor clearly apart, the least sure of every kind first."""
        return Listing(self._review, "pairs", self)

    def __repr__(self) -> str:
        grave = [any(one.severity == "contradiction" for one in judged.conflicts) for judged in self._incidents]
        return (
            f"<{type(self).__name__}: claims {len(self._claims):,}, incidents {len(grave):,} "
            f"({sum(grave):,} with contradictions), pairs to review {len(self._review):,}>"
        )
