"""What looks wrong in a row that was read all the same."""

from __future__ import annotations

import attrs


@attrs.frozen
class Flag:
    """A cell that cannot be right, or was read with care: file, line and column, and in words what was made of it.

    >>> str(Flag("low 5 is above best 3: read as 3 to 5", "events.csv", 7, "low"))
    'events.csv, line 7, low: low 5 is above best 3: read as 3 to 5'
    """

    because: str
    file: str
    line: int
    column: str | None = None

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" + (f", {self.column}" if self.column else "")
        return f"{place}: {self.because}"
