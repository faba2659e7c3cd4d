"""Tables of the Global Terrorism Database (GTD codebook 2021)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from claimrec.exchange.cells import Cells, Column
from claimrec.exchange.claims import Claims
from claimrec.exchange.rows import Format, claims_in, codebook, perpetrator_of, row_of
from claimrec.exchange.tables import read_table
from claimrec.lexicon.loader import Lexicon, load_lexicon
from claimrec.records.claim import Claim, Effect, Perpetrator, Stance, Toll, When, Where
from claimrec.values.count import Count
from claimrec.values.window import Window

PUBLISHER = "GTD"
YEAR, MONTH, DAY = ("iyear", "year"), ("imonth", "month"), ("iday", "day")
FORMAT = Format(PUBLISHER, id=("eventid",), needed=(YEAR, ("nkill",), ("nwound",)), days=())
UNKNOWN_CODES = (-9, -99)
NOBODY_KNOWN = "Unknown"
"""What stands for a perpetrator group that nobody names."""

_FRACTION = re.compile(r"\d{1,6}\.\d{0,3}[1-9]\d{0,3}")


def from_gtd(path: str | Path, *, lexicon: Lexicon | None = None) -> Claims:
    """One claim for each incident; two groups that both claim an attack give one claim more for each.

    - Casualties: `nkill` and `nwound` of all, of whom `nkillter` and `nwoundte` are the perpetrators' own, as a part.
      Blank and -99 are unknown and give no toll; 0 says that nobody was hurt. A fraction is a share of a total that was
      divided among several attacks: it is flagged, and no toll.
    - Days: year, month and day, where a 0 stands for a part that is not known. Place: `city` with a radius by
      `specificity`.
    - Perpetrator: `gname`, claimed by the group itself where `claimed` is 1, only possible where `guncertain1` is 1,
      else accused. Where `compclaim` is 1, `gname2` and `gname3` are the groups that claim it too.
    - Voices: GTD alone, since it does not say which of its sources (`scite1` to `scite3`) gave which figure.

    Missing columns raise FormatError.
    """
    words = lexicon or load_lexicon()
    return claims_in(read_table(path), FORMAT, lambda cells: _claims_of(cells, words))


def _claims_of(cells: Cells, lexicon: Lexicon) -> Iterator[Claim]:
    codes = codebook("gtd", lexicon)
    when = _days(cells)
    city = cells.text("city")
    known = city if city and city != NOBODY_KNOWN else None
    radius = codes.radius_km.get(cells.coded("specificity") or "")
    where = cells.place(known, cells.text("provstate"), radius)
    doers = tuple(_doers(cells, lexicon))
    tolls = (*_tolls(cells, "killed", ("nkill",), ("nkillter",)),)
    tolls += tuple(_tolls(cells, "wounded", ("nwound",), ("nwoundte",), before=len(tolls)))
    for place, doer in enumerate(doers or (None,)):
        yield Claim(
            f"{PUBLISHER} {cells.coded('eventid')}",
            None,
            (PUBLISHER,) if place == 0 or doer is None else (PUBLISHER, doer.words or PUBLISHER),
            when=When(when) if when else None,
            where=Where(where, where.name) if where else None,
            event=codes.events.get(cells.text("attacktype1_txt") or ""),
            perpetrator=doer,
            tolls=tolls if place == 0 else (),
            row=row_of(cells),
        )


def _days(cells: Cells) -> Window | None:
    year, month, day = (cells.whole(*names) or 0 for names in (YEAR, MONTH, DAY))
    try:
        if not year:
            return None
        if not month:
            return Window(date(year, 1, 1), date(year, 12, 31))
        if not day:
            return Window(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
        return Window.on(date(year, month, day))
    except (ValueError, calendar.IllegalMonthError) as error:
        cells.flag(f"{year}-{month}-{day} is no day: {error}", YEAR[0])
        return None


def _doers(cells: Cells, lexicon: Lexicon) -> Iterator[Perpetrator]:
    named = cells.text("gname")
    stance: Stance = "accused"
    if cells.coded("claimed") == "1":
        stance = "claimed"
    elif cells.coded("guncertain1") == "1":
        stance = "possible"
    first = perpetrator_of(named if named != NOBODY_KNOWN else None, stance, lexicon)
    if first:
        yield first
    if cells.coded("compclaim") == "1":
        for group in ("gname2", "gname3"):
            other = perpetrator_of(cells.text(group), "claimed", lexicon)
            if other:
                yield other


def _tolls(cells: Cells, effect: Effect, column: Column, own: Column, *, before: int = 0) -> Iterator[Toll]:
    """The toll of all, and that of the perpetrators among them; `before` tolls stand in the list already."""
    share = cells.text(*column)
    if share and _FRACTION.fullmatch(share):
        cells.flag(f"{share} is a share of a total that was divided among several attacks: no toll", column[0])
        return
    hurt = cells.whole(*column, unknown=UNKNOWN_CODES)
    if hurt is None:
        return
    attackers = cells.whole(*own, unknown=UNKNOWN_CODES)
    yield Toll(effect, Count.exactly(hurt), None, hedge="exact" if hurt else "zero")
    if attackers and attackers > hurt:
        cells.flag(f"{attackers} perpetrators of {hurt} {effect} in all: their share is left out", own[0])
    elif attackers:
        yield Toll(effect, Count.exactly(attackers), None, victims_words="perpetrators", part_of=before)
