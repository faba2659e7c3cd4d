"""Tables of incidents of Iraq Body Count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from claimrec.exchange.cells import Cells
from claimrec.exchange.claims import Claims
from claimrec.exchange.rows import Format, claims_in, row_of
from claimrec.exchange.tables import read_table
from claimrec.records.claim import Claim, Toll, When, Where

PUBLISHER = "Iraq Body Count"
LOW, HIGH = ("reported minimum", "deaths (min)", "min"), ("reported maximum", "deaths (max)", "max")
FORMAT = Format(
    PUBLISHER,
    id=("ibc code", "ibc_code", "code"),
    needed=(("start date",), LOW, HIGH),
    days=("start date", "end date"),
)

_BETWEEN = re.compile(r"[,;/]")
_DAY = re.compile(r" \d{1,2}[ -][A-Za-z]{3,9}(?:[ -]\d{2,4})?$")


def from_ibc(path: str | Path) -> Claims:
    """One claim for each incident: civilians killed, from the least to the most that the sources report.

    - Days: `start date` to `end date`. Place: the words of `location`, without a point.
    - Voices: Iraq Body Count, and behind it the source where `sources` names only one; of several the row does not say
      which gave which figure.

    Wounded people and perpetrators are not in this table. Missing columns raise FormatError.
    """
    return claims_in(read_table(path), FORMAT, _claims_of)


def _claims_of(cells: Cells) -> Iterator[Claim]:
    outlets = _outlets(cells.text("sources") or "")
    when = cells.days("start date", "end date")
    where = cells.place(cells.text("location"), None, None)
    killed = cells.bounds(LOW, HIGH)
    yield Claim(
        f"{PUBLISHER} {cells.text(*FORMAT.id)}",
        None,
        (PUBLISHER, *outlets) if len(outlets) == 1 else (PUBLISHER,),
        when=When(when) if when else None,
        where=Where(where, where.name) if where else None,
        tolls=(Toll("killed", killed.count, None, victims="civilians", hedge=killed.hedge),) if killed else (),
        row=row_of(cells),
    )


def _outlets(sources: str) -> tuple[str, ...]:
    """The sources, each once, without the day of their report.

    >>> _outlets("AFP 29 Mar, REU 30 Mar, AFP 30 Mar")
    ('AFP', 'REU')
    """
    said = (" ".join(one.split()) for one in _BETWEEN.split(sources))
    return tuple(dict.fromkeys(_DAY.sub("", one) for one in said if one))
