"""A result as tables for a terminal. Only the command line imports it: rich takes a while to load."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimrec.judging.judgement import Judgement
from claimrec.judging.result import Result
from claimrec.showing.summary import Shelf, differences_in, incident_name, is_contradicted, shelves, summary_words
from claimrec.showing.wording import dependence_words, harmless, place_words, remaining_words, window_words

_SHOWN = 3
"""Ranges of one incident that its row shows."""


def tables(result: Result) -> Group:
    """The incidents, those with contradictions first, and below what cannot all be true."""
    parts: list[Text | Table | Padding] = [Text(summary_words(result)), Text()]
    parts += [_table(shelf) for shelf in shelves(result.incidents)]
    for judgement in filter(is_contradicted, result.incidents):
        parts.append(Text(f"\n{incident_name(judgement)}", style="bold"))
        for conflict in differences_in(judgement):
            named = Text.assemble(
                (f"{conflict.severity}, {conflict.kind.replace('_', ' ')}: ", "bold"),
                harmless(conflict.because),
                (f" ({dependence_words(conflict)})" if conflict.depends_on else "", "dim"),
            )
            parts.append(Padding(named, (0, 0, 0, 2)))
    return Group(*parts)


def _table(shelf: Shelf) -> Table:
    title = Text(f"{shelf.name} ({len(shelf.incidents)})")
    table = Table(
        title=title, title_justify="left", title_style="bold", expand=True, box=SIMPLE_HEAD, header_style="dim"
    )
    table.add_column("date", ratio=4, overflow="fold")
    table.add_column("place", ratio=5, overflow="fold")
    table.add_column("what remains", ratio=9, overflow="fold")
    table.add_column("voices", width=len("voices"))
    table.add_column("conflicts", width=len("conflicts"))
    for judgement in shelf.incidents:
        table.add_row(*_row(judgement))
    return table


def _row(judgement: Judgement) -> list[Text]:
    remaining = [remaining_words(remains) for remains in judgement.ranges[:_SHOWN]]
    if len(judgement.ranges) > _SHOWN:
        remaining.append(f"{len(judgement.ranges) - _SHOWN} more")
    return [
        Text(window_words(judgement.when)),
        Text(place_words(judgement.where), style="bold"),
        Text("; ".join(remaining) or "no toll"),
        Text(str(len(judgement.voices))),
        Text(str(len(differences_in(judgement)) or ""), style="red" if is_contradicted(judgement) else ""),
    ]
