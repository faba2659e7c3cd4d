"""Claims as Arrow tables and Parquet files: every key of the format in a column of its type, nothing lost."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimrec.errors import ClaimrecError, FormatError
from claimrec.exchange.claims import Claims, claim_of, claim_row
from claimrec.exchange.keys import Keys
from claimrec.records.claim import Claim
from claimrec.records.unread import Unread
from claimrec.values.gathering import no_collecting

if TYPE_CHECKING:
    import pyarrow as pa


def claims_to_arrow(claims: Iterable[Claim]) -> pa.Table:
    """One row for each claim, with the keys of a line of JSON as columns; needs the extra `frames`.

    `when` has real days; `published` is a day or a time with its zone, and so a text. A claim that Arrow cannot hold (a
    count that 64 bits do not hold, half a surrogate pair) raises FormatError: JSON Lines hold it.

    >>> from claimrec.records.claim import Row
    >>> table = claims_to_arrow([Claim("a1", None, ("Agency A",), row=Row("table.csv", 3), name="r3")])
    >>> table.column("id").to_pylist(), claims_from_arrow(table).claims[0].publisher
    (['r3'], 'Agency A')
    """
    import pyarrow as pa  # noqa: PLC0415 - an extra

    schema = _schema()
    rows = [_with_days(claim_row(claim)) for claim in claims]
    broken = (OverflowError, UnicodeEncodeError, pa.ArrowInvalid)
    try:
        return pa.Table.from_pylist(rows, schema)
    except broken:
        name, error = next(filter(None, (_unfit(row, schema, broken) for row in rows)))
        raise FormatError(f"claim {name!r} fits no Arrow table: {error}; write JSON Lines") from error


def _unfit(row: dict[str, Any], schema: pa.Schema, broken: tuple[type[Exception], ...]) -> tuple[Any, Exception] | None:
    """The id of a row that fits no table, and why."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    try:
        pa.Table.from_pylist([row], schema)
    except broken as error:
        return row["id"], error
    return None


def claims_from_arrow(table: pa.Table, name: str = "table") -> Claims:
    """Every claim of a table of these columns; rows that hold none are in `unread`, numbered from 1, with the reason.

    `name` is what the rows that are left out are said to stand in.
    """
    claims: dict[str, Claim] = {}
    unread: list[Unread] = []
    with no_collecting():
        for number, row in enumerate(table.to_pylist(), start=1):
            try:
                claim = claim_of(_as_keys(row))
                if claims.setdefault(claim.id, claim) != claim:
                    raise FormatError(f"its id {claim.id!r} is that of another claim")
            except ClaimrecError as error:
                unread.append(Unread(str(error), file=name, line=number))
    return Claims(tuple(claims.values()), tuple(unread))


def read_claim_table(path: Path) -> Claims:
    """The claims of a Parquet file; one that is none raises FormatError."""
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        table = pq.read_table(path)
    except pa.ArrowInvalid as error:
        raise FormatError(f"{path}: no Parquet file that can be read: {error}") from error
    return claims_from_arrow(table, str(path))


def write_claim_table(claims: Iterable[Claim], path: Path) -> None:
    """Writes claims as one Parquet file."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    pq.write_table(claims_to_arrow(claims), path)


def _schema() -> pa.Schema:
    import pyarrow as pa  # noqa: PLC0415 - an extra

    def struct(**fields: pa.DataType) -> pa.DataType:
        return pa.struct(list(fields.items()))

    text, whole, number, day, yes = pa.string(), pa.int64(), pa.float64(), pa.date32(), pa.bool_()
    texts = pa.list_(text)
    quote = struct(start=whole, end=whole, text=text, field=text)
    toll = struct(
        effect=text, victims=text, victims_words=text, low=whole, high=whole, hedge=text, unit=text, quote=quote,
        part_of=whole,
    )  # fmt: skip
    columns = {
        "id": text,
        "article": text,
        "publisher": text,
        "published": text,
        "quote": quote,
        "voices": texts,
        "when": struct(first=day, last=day, words=text, relative=yes, inferred=yes),
        "where": struct(name=text, admin=text, lat=number, lon=number, radius_km=number, words=text),
        "event": text,
        "perpetrator": struct(actor=text, words=text, stance=text),
        "level": text,
        "separate_from": texts,
        "tolls": pa.list_(toll),
        "row": struct(file=text, line=whole, columns=texts),
        "sketch": text,
    }
    return pa.schema(columns)


def _with_days(row: dict[str, Any]) -> dict[str, Any]:
    when = row.get("when")
    if when:
        row["when"] = {**when, **{key: date.fromisoformat(when[key]) for key in ("first", "last") if key in when}}
    return row


def _as_keys(row: dict[str, Any]) -> Keys:
    """The row as a line of JSON would say it; an object of which nothing is said is none."""
    said = {key: value for key, value in row.items() if not _says_nothing(value)}
    when = said.get("when")
    if isinstance(when, dict):
        days = {key: day.isoformat() for key, day in when.items() if isinstance(day, date)}
        said["when"] = {**when, **days}
    return Keys(said)


def _says_nothing(value: object) -> bool:
    return isinstance(value, dict) and all(part is None for part in value.values())
