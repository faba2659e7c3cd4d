"""Values as a notebook shows them: the sections of the page, each with its style, in the colours of the notebook."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from typing import Any

from claimrec.judging.judgement import Conflict, Judgement
from claimrec.judging.result import Result
from claimrec.matching.evidence import Evidence
from claimrec.matching.explaining import Explanation
from claimrec.matching.incidents import Incident
from claimrec.outlets.compare import OutletComparison
from claimrec.records.claim import Claim
from claimrec.records.shown import Listing
from claimrec.showing.brief import brief
from claimrec.showing.claim_section import claim_section
from claimrec.showing.conflict_section import conflict_lines
from claimrec.showing.evidence import finding_rows
from claimrec.showing.incident_section import incident_section
from claimrec.showing.index_section import folded_index
from claimrec.showing.markup import Markup, element, joined, style
from claimrec.showing.outlet_tables import OUTLET_TABLES
from claimrec.showing.summary import summary_words

IN_SIGHT = 10
"""Rows of a table that stand in sight; the others are folded."""
MOST = 200
"""Rows that are shown at all: a frame has them all."""
LONG_WORD = 24
"""Letters of a word that may be broken, so that no cell is wider than the table."""


def shown(value: object) -> Markup:
    """The value as HTML that brings its style, and takes the colours of whatever stands around it.

    It holds no script and fetches nothing. Where the style is not let in, it is still legible.
    """
    sheet = joined(style("notebook"), Markup(".claimrec {\n"), style("parts"), Markup("}\n"))
    return element("div", element("style", sheet), section(value), class_="claimrec")


def table(
    heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], *, left: int = 0, in_sight: int = IN_SIGHT
) -> Markup:
    """Rows of words under their heads; those that are not in sight are folded, `left` are not there at all."""
    lines = [element("tr", *map(_cell, heads, row)) for row in rows]
    head = element("thead", element("tr", *(element("th", name, scope="col") for name in heads)))
    parts = [element("table", head, element("tbody", *lines[:in_sight]))]
    if lines[in_sight:]:
        rest = element("table", head, element("tbody", *lines[in_sight:]))
        summary = element("summary", f"{len(lines) - in_sight + left:,} more")
        unshown = element("p", f"{left:,} more are not shown.", class_="quiet") if left else ""
        parts.append(element("details", summary, rest, unshown, class_="more"))
    return joined(*parts)


def _cell(head: str, words: str) -> Markup:
    longest = max(map(len, words.split()), default=0)
    return element("td", element("bdi", words), data_head=head, class_="long" if longest > LONG_WORD else None)


@singledispatch
def section(value: Any) -> Markup:  # noqa: ANN401 (the kinds that are shown follow)
    """A value without its style."""
    raise NotImplementedError(type(value).__name__)


@section.register
def _(result: Result) -> Markup:
    return joined(element("p", summary_words(result)), folded_index(result.incidents))


@section.register
def _(listing: Listing) -> Markup:  # type: ignore[type-arg] # singledispatch wants the bare class
    found = brief(listing, MOST)
    return table(found.heads, list(found.rows), left=found.left) if found.rows else element("p", "none", class_="quiet")


@section.register
def _(comparison: OutletComparison) -> Markup:
    listings = [(name, getattr(comparison, name)) for name in OUTLET_TABLES]
    return joined(
        *(
            element("details", element("summary", f"{name} ({len(listing):,})"), section(listing))
            for name, listing in listings
        )
    )


@section.register
def _(judgement: Judgement) -> Markup:
    return incident_section(judgement, {}, {})


@section.register
def _(incident: Incident) -> Markup:
    return section(Listing(incident.claims, "claims", incident.claims))


@section.register
def _(claim: Claim) -> Markup:
    return claim_section(claim)


@section.register
def _(conflict: Conflict) -> Markup:
    return element("section", *conflict_lines(conflict), class_="conflicts")


@section.register
def _(evidence: Evidence) -> Markup:
    rows = list(finding_rows(evidence))
    return table(("comparison", "bits", "what was found"), rows, in_sight=len(rows))


@section.register
def _(explanation: Explanation) -> Markup:
    said = "One incident" if explanation.joined else "Not one incident"
    return joined(section(explanation.evidence), element("p", element("strong", f"{said}: "), explanation.because))
