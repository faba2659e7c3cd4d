"""The rows of two tables as one table, and which of them are the left one's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from claimrec.errors import RecordError
from claimrec.lexicon.loader import Lexicon
from claimrec.matching.arrow import COLUMNS, EFFECTS, table_from_arrow
from claimrec.matching.columns import BoolArray
from claimrec.matching.table import ClaimTable
from claimrec.records.claim import Claim

if TYPE_CHECKING:
    import pyarrow as pa

KIND = {"first": "date32", "last": "date32", "published": "date32"} | dict.fromkeys(
    ("lat", "lon", "radius_km", *(f"{effect}_{bound}" for effect in EFFECTS for bound in ("low", "high"))), "float64"
)
"""What Arrow calls the values of a column; those of all others are texts."""


def side_by_side(left: Any, right: Any, lexicon: Lexicon) -> tuple[ClaimTable, BoolArray]:  # noqa: ANN401 - as `link`
    """The rows of both, and which are of the left; both are claims, or both tables. An id in both raises RecordError.

    Of the claims that one row makes, only that of its columns is there, under the name of the row.
    """
    streams = [hasattr(side, "__arrow_c_stream__") for side in (left, right)]
    if all(streams):
        return _of_tables(left, right, lexicon)
    if any(streams):
        raise RecordError("expected claims on both sides or a table on both, not claims here and a table there")
    sides = [_one_a_row(side) for side in (left, right)]
    known = {claim.id for claim in sides[0]}
    _in_one_only(known & {claim.id for claim in sides[1]})
    table = ClaimTable.of([*sides[0], *sides[1]], lexicon)
    return table, np.array([name in known for name in table.ids], dtype=bool)


def _in_one_only(both: set[str]) -> None:
    if both:
        raise RecordError(f"{len(both)} ids stand in both tables, among them {min(both)!r}: ids must tell rows apart")


def _one_a_row(claims: Iterable[Claim]) -> list[Claim]:
    """Of every row the claim of its columns, which has no quote; where a row makes several, that of the table itself.

    A group that claims an attack that another claims too (GTD) stands behind the table as one more voice. The claim
    goes by what the reader calls the row, "UCDP GED 42045", where no other row is called so.
    """
    chosen: dict[tuple[str, int], Claim] = {}
    others = []
    for claim in claims:
        if claim.row is None:
            others.append(claim)
        elif claim.quote is None:
            at = claim.row.file, claim.row.line
            chosen[at] = min(chosen.get(at, claim), claim, key=lambda one: (len(one.voices), one.id))
    rows_called = Counter(claim.article for claim in chosen.values())
    named = (
        attrs.evolve(claim, name=claim.article if rows_called[claim.article] == 1 else f"{claim.article}, line {line}")
        for (_, line), claim in chosen.items()
    )
    return [*others, *named]


def _of_tables(left: Any, right: Any, lexicon: Lexicon) -> tuple[ClaimTable, BoolArray]:  # noqa: ANN401 - as above
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.compute as pc  # noqa: PLC0415

    one, other = (_plain(pa.table(side)) for side in (left, right))
    both = pc.unique(other["id"].filter(pc.is_in(other["id"], one["id"])))
    _in_one_only(set(both.to_pylist()))
    table = table_from_arrow(pa.concat_tables([one, other], promote_options="default"), lexicon)
    return table, pc.is_in(pa.array(table.ids, pa.string()), one["id"]).to_numpy(zero_copy_only=False)


def _plain(table: pa.Table) -> pa.Table:
    """The known columns of a table, each of one kind; a count whose table gives no upper bounds is given its own."""
    if "id" not in table.column_names:
        raise RecordError(f"a table needs a column 'id'; it has {', '.join(table.column_names)}")
    given = {name: table[name].cast(KIND.get(name, "string")) for name in COLUMNS if name in table.column_names}
    for effect in EFFECTS:
        if f"{effect}_low" in given:
            given.setdefault(f"{effect}_high", given[f"{effect}_low"])
    return type(table).from_pydict(given)
