"""Sheets as Parquet files: days are days, whole numbers are whole, and what is not said is null."""

from __future__ import annotations

from pathlib import Path

from claimrec.showing.columns import Sheet
from claimrec.showing.frames import frame_of


def write_parquet(sheet: Sheet, path: Path) -> None:
    """Writes the sheet as one Parquet file; needs the extra `frames`.

    A number of people that 64 bits do not hold raises FormatError.
    """
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    pq.write_table(frame_of(sheet, "pyarrow"), path)
