"""What every column of the tables of a result holds, so that a spreadsheet or a frame knows it without looking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal

import attrs

from claimrec.judging.result import Result
from claimrec.progress import tracked
from claimrec.showing.rows import TableRow, claim_rows, conflict_rows, incident_rows, range_rows, toll_rows
from claimrec.values.gathering import no_collecting

Kind = Literal["text", "whole", "number", "day"]
"""What stands in the cells of a column, where anything does."""
Columns = Mapping[str, Kind]

DAYS: Columns = MappingProxyType({"first_day": "day", "last_day": "day"})
PLACE: Columns = MappingProxyType(
    {"place": "text", "admin": "text", "lat": "number", "lon": "number", "radius_km": "number"}
)
QUOTE: Columns = MappingProxyType({"quote": "text", "field": "text", "start": "whole", "end": "whole"})
WORDS = frozenset({"when_words", "place_words", "perpetrator_words", "victims_words", "because", *QUOTE})
"""Columns that quote texts."""

COLUMNS: Mapping[str, Columns] = MappingProxyType(
    {
        "incidents": {
            "incident": "text", "level": "text", **DAYS, **PLACE, "event": "text", "claims": "whole",
            "publishers": "whole", "origins": "whole", "contradictions": "whole", "tensions": "whole", "parts": "text",
        },
        "ranges": {
            "incident": "text", "effect": "text", "victims": "text", "remaining_low": "whole",
            "remaining_high": "whole", "claimed_low": "whole", "claimed_high": "whole",
        },
        "claims": {
            "claim": "text", "incident": "text", "article": "text", "published": "day", "publisher": "text",
            "origin": "text", "chain": "text", **DAYS, **PLACE, "event": "text", "perpetrator": "text",
            "stance": "text", "level": "text", "file": "text", "line": "whole", "when_words": "text",
            "place_words": "text", "perpetrator_words": "text", **QUOTE,
        },
        "tolls": {
            "claim": "text", "toll": "whole", "incident": "text", "publisher": "text", "origin": "text",
            "effect": "text", "victims": "text", "low": "whole", "high": "whole", "hedge": "text", "unit": "text",
            "part_of": "whole", "victims_words": "text", **QUOTE,
        },
        "conflicts": {
            "incident": "text", "kind": "text", "severity": "text", "rule": "text", "claims": "text", "tolls": "text",
            "depends_on": "text", "because": "text",
        },
    }
)  # fmt: skip
"""The columns of each kind of row, in order."""


@attrs.frozen
class Sheet:
    """Rows of one kind under columns of settled names; a cell is None where nothing was said."""

    name: str
    columns: Columns
    rows: tuple[TableRow, ...]


def sheets_of(result: Result, *, quotes: bool = True) -> Iterator[Sheet]:
    """Incidents, ranges, claims, tolls and conflicts, one after the other; without `quotes` no words of any text.

    >>> from claimrec import reconcile
    >>> [(sheet.name, len(sheet.rows)) for sheet in sheets_of(reconcile([]))][:2]
    [('incidents', 0), ('ranges', 0)]
    """
    with no_collecting():
        for judgement in result.incidents:  # to lay an incident open is dear: voices and ranges are found in one go
            _ = len(judgement.voices), len(judgement.ranges)
    rows = {
        "incidents": incident_rows(result),
        "ranges": range_rows(result),
        "claims": claim_rows(result, quotes=quotes),
        "tolls": toll_rows(result, quotes=quotes),
        "conflicts": conflict_rows(result, quotes=quotes),
    }
    for name, columns in COLUMNS.items():
        told = {column: kind for column, kind in columns.items() if quotes or column not in WORDS}
        with no_collecting():
            cells = tuple(tracked(rows[name], f"writing {name}"))
        yield Sheet(name, told, cells)
