"""Claims as columns: what the comparisons look at, encoded once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

import attrs
import numpy as np

from claimrec.errors import RecordError, RuleError
from claimrec.lexicon.loader import Lexicon
from claimrec.matching.article import Telling, Tellings, telling_of
from claimrec.matching.columns import Column, IntArray
from claimrec.matching.company import ArticlesByDay, company_of
from claimrec.matching.comparison import Comparison
from claimrec.matching.counts import numbers_of
from claimrec.matching.day import days_of
from claimrec.matching.event import kind_of
from claimrec.matching.frequencies import Frequencies
from claimrec.matching.mention import mention_of
from claimrec.matching.parties import side_of, victims_of
from claimrec.matching.rarity import NameFrequencies, namings_of
from claimrec.matching.settling import spot_of
from claimrec.matching.speaker import speech_of
from claimrec.matching.spots import Spot, Spots
from claimrec.matching.wording import WordFrequencies, wordings_of
from claimrec.records.claim import Claim
from claimrec.values.window import Window


@attrs.frozen(eq=False, slots=False)
class ClaimTable:
    """Claims as columns, sorted by what they say, so that nothing depends on the order they came in.

    `columns` holds what the shipped comparisons look at, by name; `separate` the rows of claims that an article itself
    calls two incidents; `frequencies` say how rare names are. A table need not be made from claims: then
    a comparison whose key is a function cannot be used.
    """

    ids: Sequence[str]
    columns: Mapping[str, Column[Any]] = attrs.field(repr=False)
    frequencies: Frequencies = attrs.field(repr=False)
    claims: tuple[Claim, ...] = attrs.field(default=(), repr=False)
    separate: frozenset[tuple[int, int]] = attrs.field(default=frozenset(), repr=False)

    def __len__(self) -> int:
        return len(self.ids)

    @classmethod
    def of(cls, claims: Iterable[Claim], lexicon: Lexicon, *, frequencies: Frequencies | None = None) -> ClaimTable:
        """The table of these claims, each once; names are settled by the lexicon.

        Where no frequencies of names are given, they are counted in the claims. Two different claims of one id raise
        RecordError.
        """
        named: dict[str, Claim] = {}
        for claim in claims:
            if named.setdefault(claim.id, claim) != claim:
                raise RecordError(f"two different claims are named {claim.id!r}")
        ordered = sorted(named.values(), key=_order)
        places = _spots(spot_of(claim, lexicon) for claim in ordered)
        known = frequencies or Frequencies(
            NameFrequencies.in_column(places),
            WordFrequencies.in_claims(ordered, lexicon),
            ArticlesByDay.in_claims(ordered),
        )
        columns: dict[str, Column[Any]] = {
            "day": Column.of(days_of(claim, lexicon) for claim in ordered),
            "place": places,
            "rarity": namings_of(places, known.places),
            "perpetrator": Column.of(side_of(claim, lexicon) for claim in ordered),
            "victims": Column.of(victims_of(claim, lexicon) for claim in ordered),
            "event": Column.of(kind_of(claim, lexicon) for claim in ordered),
            "counts": Column.of(map(numbers_of, ordered)),
            "article": _tellings(telling_of(claim, lexicon) for claim in ordered),
            "speaker": Column.of(speech_of(claim, lexicon) for claim in ordered),
            "level": Column.of(claim.level for claim in ordered),
            "wording": wordings_of(ordered, known.words),
            "mention": Column.of(mention_of(claim, lexicon) for claim in ordered),
            "company": Column.of(company_of(claim, lexicon, known.published) for claim in ordered),
        }
        ids = tuple(claim.id for claim in ordered)
        return cls(ids, MappingProxyType(columns), known, tuple(ordered), _named_apart(ordered))

    @cached_property
    def row(self) -> Mapping[str, int]:
        """Where each claim stands, by id."""
        return MappingProxyType({name: place for place, name in enumerate(self.ids)})

    def with_claims(self, claims: Iterable[Claim], lexicon: Lexicon) -> tuple[ClaimTable, IntArray]:
        """The table with more claims, and where the rows of this one stand in it; only the new claims are looked at.

        A claim that is there already replaces the one of its id; names stay as frequent as they were.
        """
        more = ClaimTable.of(claims, lexicon, frequencies=self.frequencies)
        kept = np.array([name not in more.row for name in self.ids], dtype=bool)
        both = [*self.claims, *more.claims]
        rows = np.concatenate([np.flatnonzero(kept), np.arange(len(self), len(both))])
        rows = np.array(sorted(rows.tolist(), key=lambda place: _order(both[place])), dtype=np.int64)
        ordered = tuple(both[place] for place in rows)
        columns = {name: (column + more.columns[name]).at(rows) for name, column in self.columns.items()}
        ids = tuple(claim.id for claim in ordered)
        table = ClaimTable(ids, MappingProxyType(columns), self.frequencies, ordered, _named_apart(ordered))
        return table, np.array([table.row[name] for name in self.ids], dtype=np.int64)

    def column(self, comparison: Comparison[Any]) -> Column[Any]:
        """What a comparison looks at in every claim; RuleError where the table does not hold it."""
        key = comparison.key
        if callable(key):
            if len(self.claims) < len(self):
                raise RuleError(f"comparison {comparison.name!r} looks at whole claims, and the table has only columns")
            return Column.of(map(key, self.claims))
        if key not in self.columns:
            raise RuleError(
                f"comparison {comparison.name!r}: no column {key!r}, only {', '.join(sorted(self.columns))}"
            )
        return self.columns[key]


def _named_apart(claims: Sequence[Claim]) -> frozenset[tuple[int, int]]:
    """The rows of claims that an article itself calls two incidents, the lower first."""
    naming = [(place, other) for place, claim in enumerate(claims) for other in claim.separate_from]
    if not naming:
        return frozenset()
    row = {claim.id: place for place, claim in enumerate(claims)}
    return frozenset((min(a, row[b]), max(a, row[b])) for a, b in naming if b in row)


def _tellings(tellings: Iterable[Telling]) -> Column[Telling]:
    column = Column.of(tellings)
    return Column(Tellings.of(column.values), column.codes)


def _spots(spots: Iterable[Spot | None]) -> Column[Spot]:
    column = Column.of(spots)
    return Column(Spots.of(column.values), column.codes)


def _order(claim: Claim) -> tuple[date, date, str]:
    window = claim.window or Window.on(date.max)
    return window.first, window.last, claim.id
