"""Tables of the UCDP Georeferenced Event Dataset (GED codebook 24.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import attrs

from claimrec.exchange.cells import Bounds, Cells
from claimrec.exchange.claims import Claims
from claimrec.exchange.days import read_day
from claimrec.exchange.rows import Format, actor_named, claims_in, codebook, perpetrator_of, row_of
from claimrec.exchange.tables import read_table
from claimrec.lexicon.loader import Lexicon, load_lexicon
from claimrec.records.claim import Claim, Hedge, Toll, When, Where
from claimrec.values.count import Count

PUBLISHER = "UCDP GED"
FORMAT = Format(
    PUBLISHER,
    id=("id",),
    needed=(("best", "best_est"), ("low", "low_est"), ("high", "high_est"), ("date_start",)),
    days=("date_start", "date_end", "source_date"),
)
ONE_SIDED = "3"
"""The type of violence in which side A attacks people who fight for nobody."""

_CITED = re.compile(r"(?P<outlet>[^,]*),(?P<day>\d{4}-\d\d-\d\d),(?P<headline>.*)", re.DOTALL)
_CITED_BEFORE_2013 = re.compile(
    r'(?P<outlet>[^"\d]*) (?P<day>\d{1,2} [A-Z][a-z]{2,8} \d{4})(?P<headline>.*)', re.DOTALL
)
_BETWEEN = re.compile(r'"\s*;\s*"')

NO_DAY = date(1753, 1, 1)
"""What GED's database writes where a citation has no day: the first that it can hold."""


@attrs.frozen
class Citation:
    """An article that a row rests on."""

    outlet: str
    published: date | None
    headline: str


def from_ged(path: str | Path, *, lexicon: Lexicon | None = None) -> Claims:
    """One claim for each event, as UCDP's coders put it together.

    - Deaths: `low` to `high` of all, and by side those of `deaths_a`, `deaths_b`, `deaths_civilians`; `best` is a
      policy's figure (see `best_estimate`) and no bound. The deaths by side are parts of the best figure, so each may
      be out by as much as the bounds are. A 0 says that nobody is known to have died on that side, not that nobody did:
      it gives no toll. Bounds in the wrong order are flagged and read as the widest.
    - Days: `date_start` to `date_end`. Place: `where_coordinates`, without the word for its kind ("Saraqib town"), with
      a radius by `where_prec`.
    - One-sided violence is an attack, and names side A as the perpetrator; in a fight of two sides nobody is, and the
      table does not say how they fight.
    - Voices: UCDP GED, and behind it the outlet where `source_article` names only one. Where it names several (see
      `citations`), the row does not say which of them gave which figure.

    The table cannot say who counted the wounded, who blames whom, or in which words. Missing columns raise FormatError.
    """
    words = lexicon or load_lexicon()
    return claims_in(read_table(path), FORMAT, lambda cells: _claims_of(cells, words))


def citations(source_article: str) -> tuple[Citation, ...] | None:
    """The articles that a cell of `source_article` cites; None where it cites them in no way that GED uses.

    >>> [one.outlet for one in citations('"SOHR,2016-09-27,Casualties in Aleppo";"HRW,2016-12-01,War crimes"')]
    ['SOHR', 'HRW']
    """
    cited = source_article.strip().removeprefix('"').removesuffix('"')
    found = [_citation(one.strip()) for one in _BETWEEN.split(cited)]
    return None if None in found else tuple(one for one in found if one)


def _citation(cited: str) -> Citation | None:
    written = _CITED.fullmatch(cited) or _CITED_BEFORE_2013.fullmatch(cited)
    if written is None or not written["outlet"].strip():
        return None
    try:
        day = read_day(written["day"]).day
    except ValueError:
        return None
    known = None if day == NO_DAY else day
    return Citation(written["outlet"].strip(), known, written["headline"].strip(' "'))


def _claims_of(cells: Cells, lexicon: Lexicon) -> Iterator[Claim]:
    codes = codebook("ged", lexicon)
    kind, precision = cells.coded("type_of_violence") or "", cells.coded("where_prec") or ""
    side_a, side_b = cells.text("side_a"), cells.text("side_b")
    said = cells.text("where_coordinates", "where_description")
    place = cells.place(
        _plain(said, codes.generic), _plain(cells.text("adm_1"), codes.generic), codes.radius_km.get(precision)
    )
    when = cells.days("date_start", "date_end")
    cited = _cited_by(cells)
    outlets = list(dict.fromkeys(one.outlet for one in cited))
    tolls = tuple(_tolls(cells, side_a, side_b, lexicon))
    yield Claim(
        f"{PUBLISHER} {cells.coded('id')}",
        None,
        (PUBLISHER, *outlets) if len(outlets) == 1 else (PUBLISHER,),
        published=max((one.published for one in cited if one.published), default=None),
        when=When(when) if when else None,
        where=Where(place, said) if place else None,
        event=codes.events.get(kind),
        perpetrator=perpetrator_of(side_a, "reported", lexicon) if kind == ONE_SIDED else None,
        tolls=tolls,
        row=row_of(cells),
    )


def _plain(name: str | None, generic: Sequence[str]) -> str | None:
    """The name of a place without the word for its kind, which GED puts behind it ("Saraqib town")."""
    first, _, last = (name or "").rpartition(" ")
    return first if first and last.lower() in generic else name


def _cited_by(cells: Cells) -> tuple[Citation, ...]:
    said = cells.text("source_article")
    if said is None:
        return ()
    found = citations(said)
    if found is None:
        cells.flag("its outlets are cited in no way that GED uses", "source_article")
    return found or ()


def _tolls(cells: Cells, side_a: str | None, side_b: str | None, lexicon: Lexicon) -> Iterator[Toll]:
    best = cells.whole("best", "best_est")
    total = cells.bounds(("low", "low_est"), ("high", "high_est"), ("best", "best_est"))
    if total is None or total.count.high == 0:
        return
    yield Toll("killed", total.count, None, hedge=total.hedge)
    sides = (("deaths_a", side_a), ("deaths_b", side_b), ("deaths_civilians", "civilians"))
    for column, people in sides:
        died = cells.whole(column)
        if died and people and best is not None:
            named = people if people == "civilians" else actor_named(people, lexicon)
            count = _as_loose(died, best, total)
            hedge: Hedge = "exact" if count.is_exact else "between"
            yield Toll("killed", count, None, victims=named, victims_words=people, hedge=hedge, part_of=0)


def _as_loose(died: int, best: int, total: Bounds) -> Count:
    """A part of the best figure, out by no more than the bounds are."""
    high = total.count.high or 0
    return Count(max(0, died - (best - total.count.low)), died + (high - best))
