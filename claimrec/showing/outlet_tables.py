"""The tables of a comparison of outlets: a column for each field of their rows, and four for an estimate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from claimrec.outlets.agreement import Agreement
from claimrec.outlets.attribution import Attribution
from claimrec.outlets.contested import Contested
from claimrec.outlets.coverage import Coverage
from claimrec.outlets.estimate import Estimate
from claimrec.outlets.independence import Taking
from claimrec.outlets.ratios import Leaning, Ratio
from claimrec.outlets.vocabulary import Wording
from claimrec.showing.columns import Columns, Kind
from claimrec.showing.rows import TableRow

OUTLET_TABLES: Mapping[str, type[Any]] = MappingProxyType(
    {
        "coverage": Coverage,
        "agreement": Agreement,
        "ratios": Ratio,
        "leanings": Leaning,
        "attribution": Attribution,
        "independence": Taking,
        "vocabulary": Wording,
        "contested": Contested,
    }
)
"""What a row of each table is."""


def columns_of(table: str) -> Columns:
    """The columns of a table.

    >>> dict(columns_of("leanings"))["ratio_low"]
    'number'
    """
    columns: dict[str, Kind] = {}
    for field, kind in _fields(table):
        if kind is Estimate:
            columns |= {field: "number", f"{field}_low": "number", f"{field}_high": "number"}
            columns[f"{field}_incidents"] = "whole"
        else:
            columns[field] = "whole" if kind is int else "text"
    return columns


def outlet_rows(table: str, listed: Iterable[Any]) -> Iterator[TableRow]:
    """One row for each value; what an estimate leaves open is missing."""
    fields = list(_fields(table))
    for one in listed:
        row: dict[str, Any] = {}
        for field, kind in fields:
            value = getattr(one, field)
            if kind is Estimate:
                row |= {field: value.best, f"{field}_low": value.low, f"{field}_high": value.high}
                row[f"{field}_incidents"] = value.incidents
            else:
                row[field] = value
        yield row


def heads_of(table: str) -> tuple[str, ...]:
    """What a person reads above the columns."""
    return tuple(field.replace("_", " ") for field, _ in _fields(table))


def words_of(table: str, one: object) -> tuple[str, ...]:
    """A row as a person reads it, an estimate with what it leaves open."""
    values = (getattr(one, field) for field, _ in _fields(table))
    return tuple("" if value is None else str(value) for value in values)


def _fields(table: str) -> Iterator[tuple[str, Any]]:
    kind: Any = attrs.resolve_types(OUTLET_TABLES[table])
    return ((field.name, field.type) for field in attrs.fields(kind))
