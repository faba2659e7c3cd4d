"""Tables of the Armed Conflict Location and Event Data Project (ACLED codebook 2023)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import attrs

from claimrec.errors import LanguageError
from claimrec.exchange.cells import Cells
from claimrec.exchange.claims import Claims
from claimrec.exchange.rows import Format, claims_in, codebook, perpetrator_of, row_of
from claimrec.exchange.tables import read_table
from claimrec.lexicon.loader import Lexicon, load_lexicon
from claimrec.reading.claims import read_claims
from claimrec.records.article import Article
from claimrec.records.claim import Claim, Toll, When, Where
from claimrec.values.count import Count

PUBLISHER = "ACLED"
FORMAT = Format(
    PUBLISHER,
    id=("event_id_cnty", "data_id"),
    needed=(("event_date",), ("fatalities",), ("source",)),
    days=("event_date",),
)
CIVILIANS = "civilians"


def from_acled(path: str | Path, *, lexicon: Lexicon | None = None) -> Claims:
    """For each event the claim of ACLED's coders, and what its notes say in words, as claims of their own.

    - Deaths: `fatalities`, the most conservative figure of the reports. 0 means that no report of a death was found,
      not that nobody died: it gives no toll. Where the notes say that an unknown number was coded as this figure
      ("coded as 10"), the toll is at least one.
    - Days: `event_date`, wider where `time_precision` says so. Place: `location` with a radius by `geo_precision`.
    - Where the second actor are civilians, they are the victims and the first actor is the perpetrator; otherwise the
      order of the actors says nothing, and nobody is named.
    - Voices: ACLED, and behind it the outlet where `source` names only one ("Agency A; Daily B" are two). The claims
      that `notes` make are read like an article, so they may name who said it.

    The table cannot say which of several outlets gave the figure, nor who was wounded. Missing columns raise
    FormatError.
    """
    words = lexicon or load_lexicon()
    return claims_in(read_table(path), FORMAT, lambda cells: _claims_of(cells, words))


def _claims_of(cells: Cells, lexicon: Lexicon) -> Iterator[Claim]:
    codes = codebook("acled", lexicon)
    outlets = dict.fromkeys(name for one in (cells.text("source") or "").split(";") if (name := one.strip()))
    voices = (PUBLISHER, *outlets) if len(outlets) == 1 else (PUBLISHER,)
    day = cells.day("event_date")
    margin = codes.margin_days.get(cells.coded("time_precision") or "", 0)
    where = cells.place(
        cells.text("location"), cells.text("admin1"), codes.radius_km.get(cells.coded("geo_precision") or "")
    )
    kinds = (cells.text("sub_event_type"), cells.text("event_type"))
    notes = cells.text("notes")
    attacked = (cells.text("actor2") or "").lower().startswith(CIVILIANS)
    told = Claim(
        f"{PUBLISHER} {cells.text('event_id_cnty', 'data_id')}",
        None,
        voices,
        when=When(day.widened(margin)) if day else None,
        where=Where(where, where.name) if where else None,
        event=next((codes.events[kind] for kind in kinds if kind and kind in codes.events), None),
        perpetrator=perpetrator_of(cells.text("actor1"), "reported", lexicon) if attacked else None,
        tolls=tuple(_tolls(cells, notes or "", CIVILIANS if attacked else None, codes.imputed)),
        row=row_of(cells),
    )
    yield told
    if notes:
        yield from _in_words(notes, told, day.last if day else None, lexicon)


def _tolls(cells: Cells, notes: str, victims: str | None, imputed: tuple[str, ...]) -> Iterator[Toll]:
    dead = cells.whole("fatalities")
    if not dead:
        return
    if any(f"{words} {dead}" in notes.lower() for words in imputed):
        yield Toll("killed", Count.at_least(1), None, victims=victims, hedge="vague")
    else:
        yield Toll("killed", Count.exactly(dead), None, victims=victims)


def _in_words(notes: str, told: Claim, day: date | None, lexicon: Lexicon) -> Iterator[Claim]:
    """What the notes say: each claim behind the row's voices, on the row's day and at its place where it names none."""
    article = Article(told.article, notes, publisher=PUBLISHER, published=day)
    try:
        found = read_claims(article, lexicon=lexicon)
    except LanguageError:
        return
    for claim in found:
        yield attrs.evolve(
            claim,
            voices=(*told.voices, *(voice for voice in claim.voices[1:] if voice not in told.voices)),
            published=None,
            when=claim.when or told.when,
            where=claim.where or told.where,
            row=told.row,
        )
