"""Reads and writes files; nothing else touches them.

Readers of the tables of the field, one for each kind: a file in, `Claims` out, with what was left out and what looks
wrong. Each says how it takes every column, what zero and blank mean there, and what the table cannot know. Writers of
tables, for spreadsheets and for programs.
"""

from claimrec.exchange.acled import from_acled
from claimrec.exchange.acled_like import write_acled_like
from claimrec.exchange.airwars import from_airwars
from claimrec.exchange.event_reports import from_event_reports
from claimrec.exchange.frames import from_frame
from claimrec.exchange.ged import from_ged
from claimrec.exchange.ged_like import write_ged_like
from claimrec.exchange.gtd import from_gtd
from claimrec.exchange.ibc import from_ibc
from claimrec.exchange.schema_org import write_schema_org
from claimrec.exchange.sheets import write_parquet_sheets, write_sheets

__all__ = [
    "from_acled",
    "from_airwars",
    "from_event_reports",
    "from_frame",
    "from_ged",
    "from_gtd",
    "from_ibc",
    "write_acled_like",
    "write_ged_like",
    "write_parquet_sheets",
    "write_schema_org",
    "write_sheets",
]
