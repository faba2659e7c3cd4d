"""Values as a terminal shows them. It is loaded when something is to be shown: rich takes a while to load."""

from __future__ import annotations

import io
from functools import singledispatch
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimrec.judging.judgement import Conflict, Judgement
from claimrec.judging.result import Result
from claimrec.matching.evidence import Evidence
from claimrec.matching.explaining import Explanation
from claimrec.matching.incidents import Incident
from claimrec.outlets.compare import OutletComparison
from claimrec.records.claim import Claim
from claimrec.records.shown import Listing
from claimrec.showing.brief import brief, remains_words
from claimrec.showing.evidence import finding_rows
from claimrec.showing.explanation import claim_lines
from claimrec.showing.outlet_tables import OUTLET_TABLES
from claimrec.showing.summary import Shelf, differences_in, incident_name, is_contradicted, shelves, summary_words
from claimrec.showing.text import incident_lines
from claimrec.showing.wording import dependence_words, harmless, many, place_words, window_words

MOST = 20
"""Rows of a listing, and of a shelf of incidents, that are shown when it is shown by itself."""
PLAIN_WIDTH = 100
"""Columns of plain text: no terminal says how wide it is."""


def plain(value: object) -> str:
    """The value as text without colours."""
    console = Console(file=io.StringIO(), width=PLAIN_WIDTH, color_system=None, force_terminal=False)
    with console.capture() as captured:
        console.print(shown(value))
    return captured.get().rstrip()


@singledispatch
def shown(value: Any) -> RenderableType:  # noqa: ANN401 (the kinds that are shown follow)
    """What rich prints for a value."""
    raise NotImplementedError(type(value).__name__)


@shown.register
def _(result: Result) -> RenderableType:
    return tables(result, most=MOST)


@shown.register
def _(listing: Listing) -> RenderableType:  # type: ignore[type-arg] # singledispatch wants the bare class
    found = brief(listing, MOST)
    table = Table(box=SIMPLE_HEAD, header_style="dim", expand=True)
    for place, head in enumerate(found.heads):
        table.add_column(head, overflow="fold", ratio=3 if place == len(found.heads) - 1 else 2)
    for row in found.rows:
        table.add_row(*map(Text, row))
    return Group(table, *([Text(f"and {found.left:,} more", style="dim")] if found.left else []))


@shown.register
def _(comparison: OutletComparison) -> RenderableType:
    listings = [(name, getattr(comparison, name)) for name in OUTLET_TABLES]
    return Group(*(part for name, listing in listings for part in (Text(f"\n{name}", style="bold"), shown(listing))))


@shown.register
def _(judgement: Judgement) -> RenderableType:
    return _lines(incident_lines(judgement, {}))


@shown.register
def _(incident: Incident) -> RenderableType:
    return shown(Listing(incident.claims, "claims", incident.claims))


@shown.register
def _(claim: Claim) -> RenderableType:
    return _lines(map(harmless, claim_lines(claim)))


@shown.register
def _(conflict: Conflict) -> RenderableType:
    return _conflict(conflict)


@shown.register
def _(evidence: Evidence) -> RenderableType:
    table = Table(box=SIMPLE_HEAD, header_style="dim", show_footer=False)
    table.add_column("comparison")
    table.add_column("bits", justify="right")
    table.add_column("what was found", overflow="fold")
    for row in finding_rows(evidence):
        table.add_row(*map(Text, row))
    return table


@shown.register
def _(explanation: Explanation) -> RenderableType:
    said = "One incident" if explanation.joined else "Not one incident"
    return Group(shown(explanation.evidence), Text(harmless(f"{said}: {explanation.because}"), style="bold"))


def tables(result: Result, *, most: int | None = None) -> Group:
    """The incidents, those with contradictions first, and below what cannot all be true.

    Of each kind at most so many are shown; all of them, where `most` is None.
    """
    parts: list[RenderableType] = [Text(summary_words(result)), Text()]
    parts += [_table(shelf, most) for shelf in shelves(result.incidents)]
    contradicted = [judgement for judgement in result.incidents if is_contradicted(judgement)]
    for judgement in contradicted[:most]:
        parts.append(Text(f"\n{incident_name(judgement)}", style="bold"))
        parts += [Padding(_conflict(conflict), (0, 0, 0, 2)) for conflict in differences_in(judgement)]
    return Group(*parts)


def _conflict(conflict: Conflict) -> Text:
    return Text.assemble(
        (f"{conflict.severity}, {conflict.kind.replace('_', ' ')}: ", "bold"),
        harmless(conflict.because),
        (f" ({dependence_words(conflict)})" if conflict.depends_on else "", "dim"),
    )


def _lines(lines: Any) -> Text:  # noqa: ANN401 (lines of text)
    first, *rest = lines
    return Text("\n").join([Text(first, style="bold"), *map(Text, rest)])


def _table(shelf: Shelf, most: int | None) -> Table:
    title = Text(f"{shelf.name} ({len(shelf.incidents)})")
    table = Table(
        title=title, title_justify="left", title_style="bold", expand=True, box=SIMPLE_HEAD, header_style="dim"
    )
    table.add_column("date", ratio=4, overflow="fold")
    table.add_column("place", ratio=5, overflow="fold")
    table.add_column("what remains", ratio=9, overflow="fold")
    table.add_column("voices", width=len("voices"))
    table.add_column("conflicts", width=len("conflicts"))
    for judgement in shelf.incidents[:most]:
        table.add_row(*_row(judgement))
    if most is not None and len(shelf.incidents) > most:
        table.caption, table.caption_justify = Text(f"and {many(len(shelf.incidents) - most, 'more', 'more')}"), "left"
    return table


def _row(judgement: Judgement) -> list[Text]:
    return [
        Text(window_words(judgement.when)),
        Text(place_words(judgement.where), style="bold"),
        Text(remains_words(judgement)),
        Text(str(len(judgement.voices))),
        Text(str(len(differences_in(judgement)) or ""), style="red" if is_contradicted(judgement) else ""),
    ]
