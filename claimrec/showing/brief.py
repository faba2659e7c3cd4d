"""What a person sees of a listing: a few columns in words, and not more rows than can be taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from claimrec.judging.judgement import Conflict, Judgement, Range
from claimrec.judging.result import Result
from claimrec.matching.evidence import Evidence
from claimrec.records.claim import Claim, Toll
from claimrec.records.shown import Listing
from claimrec.showing.doers import doer_words
from claimrec.showing.outlet_tables import OUTLET_TABLES, heads_of, words_of
from claimrec.showing.summary import differences_in, incident_name
from claimrec.showing.wording import (
    bits_words,
    chain_words,
    day_words,
    harmless,
    number_words,
    place_words,
    remaining_words,
    toll_measure,
    toll_number,
    when_words,
    window_words,
)
from claimrec.values.count import Count

MOST_FIGURES = 3
"""Ranges of an incident, and figures of a claim, that its row shows."""
LONGEST = 240
"""Characters of a cell: three lines of a narrow column."""


@attrs.frozen
class Brief:
    """The heads of the columns and the rows in words; `left` rows are not shown."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left: int


def brief(listing: Listing[Any], most: int) -> Brief:
    """The first rows of a listing, at most so many."""
    shown, table = listing[:most], listing.table
    told: Iterable[tuple[str, ...]]
    if table in OUTLET_TABLES:
        heads, told = heads_of(table), (words_of(table, one) for one in shown)
    else:
        heads, rows_in = _TABLES[table]
        told = rows_in(shown)
    rows = tuple(tuple(_clipped(harmless(cell)) for cell in row) for row in told)
    return Brief(heads, rows, len(listing) - len(shown))


def figures_words(claim: Claim) -> str:
    """The figures of a claim, the first few of them.

    >>> from claimrec import Claim, Count, Toll
    >>> from claimrec.records.claim import Row
    >>> tolls = Toll("killed", Count.at_least(3), None, victims="soldiers"), Toll("wounded", Count.exactly(1), None)
    >>> figures_words(Claim("a1", None, ("Agency A",), tolls=tolls, row=Row("a.csv", 2)))
    'at least 3 soldiers killed; people wounded: 1'
    """
    return _few(toll_words(toll) for toll in claim.tolls) or "no toll"


def toll_words(toll: Toll) -> str:
    """One figure, and who suffered what."""
    measure = toll_measure(toll)
    part = "of these, " if toll.part_of is not None else ""
    if toll.count == Count.exactly(1):
        return f"{part}{measure}: 1"
    return f"{part}{'no' if toll.count == Count.exactly(0) else toll_number(toll)} {measure}"


def remains_words(judgement: Judgement) -> str:
    """What remains of an incident, the first few groups."""
    return _few(map(remaining_words, judgement.ranges)) or "no toll"


def _few(said: Iterable[str]) -> str:
    listed = list(said)
    more = [f"{len(listed) - MOST_FIGURES} more"] if len(listed) > MOST_FIGURES else []
    return "; ".join([*listed[:MOST_FIGURES], *more])


def _clipped(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _incidents(listing: Listing[Judgement]) -> Iterable[tuple[str, ...]]:
    for one in listing:
        differences = str(len(differences_in(one)) or "")
        yield window_words(one.when), place_words(one.where), remains_words(one), str(len(one.voices)), differences


def _claims(listing: Listing[Claim]) -> Iterable[tuple[str, ...]]:
    for claim in listing:
        yield (
            day_words(claim.published),
            chain_words(claim.voices),
            when_words(claim.when) if claim.when else "day not said",
            place_words(claim.where.place if claim.where else None),
            "; ".join([figures_words(claim), *doer_words([claim])]),
        )


def _tolls(listing: Listing[Toll]) -> Iterable[tuple[str, ...]]:
    claims = listing.whole.claims if isinstance(listing.whole, Result) else listing.whole
    home = [claim for claim in claims for _ in claim.tolls]  # type: ignore[attr-defined] # claims are what else is listed
    for place, toll in zip(listing.places, listing, strict=True):
        words = toll.quote.text if toll.quote else toll.victims_words or ""
        yield chain_words(home[place].voices), toll_words(toll), words


def _ranges(listing: Listing[Range]) -> Iterable[tuple[str, ...]]:
    home = [judged for judged in _result(listing).incidents for _ in judged.ranges]
    for place, one in zip(listing.places, listing, strict=True):
        yield incident_name(home[place]), remaining_words(one), number_words(one.claimed)


def _conflicts(listing: Listing[Conflict]) -> Iterable[tuple[str, ...]]:
    home = [judged for judged in _result(listing).incidents for _ in judged.conflicts]
    for place, one in zip(listing.places, listing, strict=True):
        yield incident_name(home[place]), f"{one.severity}, {one.kind.replace('_', ' ')}", one.because


def _pairs(listing: Listing[Evidence]) -> Iterable[tuple[str, ...]]:
    whole = listing.whole
    claims = whole.incident.claims if isinstance(whole, Judgement) else _result(listing).claims
    named = {claim.id: claim for claim in claims}
    for one in listing:
        found = "; ".join(f"{finding.because or finding.level}" for finding in one.findings if finding.bits)
        yield claim_name(named[one.a]), claim_name(named[one.b]), bits_words(one.bits), found


def claim_name(claim: Claim) -> str:
    """Who says it, of where and when."""
    where = place_words(claim.where.place if claim.where else None)
    return f"{chain_words(claim.voices)}: {where}, {when_words(claim.when)}"


def _result(listing: Listing[Any]) -> Result:
    whole: Any = listing.whole
    found: Result = whole
    return found


_TABLES: Mapping[str, tuple[tuple[str, ...], Callable[[Listing[Any]], Iterable[tuple[str, ...]]]]] = MappingProxyType(
    {
        "incidents": (("date", "place", "what remains", "voices", "conflicts"), _incidents),
        "claims": (("published", "who says it", "day", "place", "figures"), _claims),
        "tolls": (("who says it", "figure", "words"), _tolls),
        "ranges": (("incident", "what remains", "claimed"), _ranges),
        "conflicts": (("incident", "severity", "what cannot all be true"), _conflicts),
        "pairs": (("one claim", "the other", "evidence", "what was found"), _pairs),
    }
)
"""The heads of each table, and what gives its rows."""
