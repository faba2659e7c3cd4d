"""Claims as JSON Lines: every key of the format, both ways; their files, which may be Parquet as well."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

import attrs

from claimrec.errors import ClaimrecError, FormatError
from claimrec.exchange.jsonl import line_of, numbered_lines, object_in, write_lines
from claimrec.exchange.keys import Keys
from claimrec.progress import tracked
from claimrec.records.article import Field, Quote
from claimrec.records.claim import (
    Claim,
    Effect,
    Hedge,
    Level,
    Perpetrator,
    Row,
    Stance,
    Toll,
    Unit,
    When,
    Where,
)
from claimrec.records.flag import Flag
from claimrec.records.shown import FrameKind, Listing
from claimrec.records.sketch import Sketch
from claimrec.records.unread import Unread
from claimrec.values.count import Count
from claimrec.values.gathering import no_collecting
from claimrec.values.place import Place
from claimrec.values.window import Window

PARQUET = ".parquet"
"""The ending of files that are Parquet; all others are JSON Lines."""


@attrs.frozen(repr=False)
class Claims:
    """The claims of a file or of articles, in order, what was left out, and what looks wrong in what was read."""

    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...] = ()
    flags: tuple[Flag, ...] = ()

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims)

    def __len__(self) -> int:
        return len(self.claims)

    def __repr__(self) -> str:
        return f"<Claims: {len(self.claims):,}, left out {len(self.unread):,}, flags {len(self.flags):,}>"

    def __rich__(self) -> Any:  # noqa: ANN401 (whatever rich prints)
        return self.listing.__rich__()

    def _repr_html_(self) -> str:
        return self.listing._repr_html_()

    @property
    def listing(self) -> Listing[Claim]:
        """The claims, as a table."""
        return Listing(self.claims, "claims", self.claims)

    @property
    def tolls(self) -> Listing[Toll]:
        """Every figure of every claim, as a table."""
        return Listing((toll for claim in self.claims for toll in claim.tolls), "tolls", self.claims)

    def to_frame(self, kind: FrameKind = "pandas") -> Any:  # noqa: ANN401 (a frame of the library asked for)
        """The claims as a frame of pandas, polars or pyarrow, one a row; needs `claimrec[frames]`."""
        return self.listing.to_frame(kind)


def load_claims(path: str | Path) -> Claims:
    """Every claim of a file of JSON Lines, or of Parquet; lines that hold none are in `unread`, with the reason.

    Another program's `id` is kept as the claim's name. A second, different claim with the same id is left out.
    """
    if Path(path).suffix.lower() == PARQUET:
        from claimrec.exchange.claim_tables import read_claim_table  # noqa: PLC0415 - an extra

        return read_claim_table(Path(path))
    claims: dict[str, Claim] = {}
    unread: list[Unread] = []
    with Path(path).open("rb") as lines, no_collecting():
        for number, line in tracked(numbered_lines(lines), "loading claims"):
            try:
                claim = claim_of(object_in(line))
                if claims.setdefault(claim.id, claim) != claim:
                    raise FormatError(f"its id {claim.id!r} is that of another claim")
            except ClaimrecError as error:
                unread.append(Unread(str(error), file=str(path), line=number))
    return Claims(tuple(claims.values()), tuple(unread))


def write_claims(claims: Iterable[Claim], path: str | Path) -> None:
    """Writes claims as JSON Lines, one a line; as Parquet, where the path ends so (this needs the extra `frames`)."""
    if Path(path).suffix.lower() == PARQUET:
        from claimrec.exchange.claim_tables import write_claim_table  # noqa: PLC0415 - an extra

        write_claim_table(claims, Path(path))
    else:
        write_lines(map(claim_line, claims), path)


def claim_line(claim: Claim) -> str:
    """One line of JSON with everything that the claim says.

    >>> print(claim_line(Claim("a1", None, ("Agency A",), row=Row("table.csv", 3), name="r3")))
    {"format": "claimrec/1", "id": "r3", "article": "a1", "publisher": "Agency A", "voices": ["Agency A"], ...}
    """
    return line_of(claim_row(claim))


def claim_row(claim: Claim) -> dict[str, Any]:
    """A claim as JSON writes it."""
    return _said(
        {
            "id": claim.id,
            "article": claim.article,
            "publisher": claim.publisher,
            "published": claim.published and claim.published.isoformat(),
            "quote": claim.quote and _quote_row(claim.quote),
            "voices": list(claim.voices),
            "when": claim.when and _when_row(claim.when),
            "where": claim.where and place_row(claim.where.place, claim.where.words),
            "event": claim.event,
            "perpetrator": claim.perpetrator and _said(attrs.asdict(claim.perpetrator)),
            "level": claim.level,
            "separate_from": list(claim.separate_from) or None,
            "tolls": [_toll_row(toll) for toll in claim.tolls],
            "row": claim.row and attrs.asdict(claim.row),
            "sketch": claim.sketch and str(claim.sketch),
        }
    )


def place_row(place: Place, words: str | None = None) -> dict[str, Any]:
    """A place as JSON writes it."""
    return _said({**attrs.asdict(place), "words": words})


def window_row(window: Window) -> dict[str, Any]:
    """A window as JSON writes it."""
    return {"first": window.first.isoformat(), "last": window.last.isoformat()}


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def _quote_row(quote: Quote) -> dict[str, Any]:
    field = {} if quote.field == "text" else {"field": quote.field}
    return {"start": quote.start, "end": quote.end, "text": quote.text, **field}


def _when_row(when: When) -> dict[str, Any]:
    return _said(
        {
            **(window_row(when.window) if when.window else {}),
            "words": when.words,
            "relative": when.relative or None,
            "inferred": when.inferred or None,
        }
    )


def _toll_row(toll: Toll) -> dict[str, Any]:
    said = {
        "effect": toll.effect,
        "victims": toll.victims,
        "victims_words": toll.victims_words,
        "low": toll.count.low,
        "hedge": toll.hedge,
        "unit": toll.unit,
        "quote": toll.quote and _quote_row(toll.quote),
        "part_of": toll.part_of,
    }
    return {**_said(said), "high": toll.count.high}  # null is said: open


def claim_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one line of a file of claims.

    >>> claim_schema()["properties"]["level"]["enum"][:2]
    ['incident', 'aggregate']
    """
    text = (resources.files("claimrec.exchange") / "claim.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def claim_of(keys: Keys) -> Claim:
    """The claim that a JSON object says; FormatError, or the error of a value that it holds, where it says none."""
    article = keys.needed("article", keys.text)
    claim = Claim(
        article,
        _quote_of(keys.within("quote"), article),
        _voices_of(keys),
        published=keys.time("published"),
        when=_when_of(keys.within("when")),
        where=_where_of(keys.within("where")),
        event=keys.text("event"),
        perpetrator=_perpetrator_of(keys.within("perpetrator")),
        level=keys.choice("level", Level) or "incident",
        tolls=tuple(_toll_of(toll, article) for toll in keys.each("tolls")),
        separate_from=keys.texts("separate_from"),
        row=_row_of(keys.within("row")),
        sketch=_sketch_of(keys),
    )
    name = keys.text("id")
    return claim if name in (None, claim.id) else attrs.evolve(claim, name=name)


def _voices_of(keys: Keys) -> tuple[str, ...]:
    """The chain of voices; the publisher stands before it even where another program left it out."""
    publisher, voices = keys.text("publisher"), keys.texts("voices")
    return voices if publisher is None or voices[:1] == (publisher,) else (publisher, *voices)


def _quote_of(keys: Keys | None, article: str) -> Quote | None:
    if keys is None:
        return None
    return Quote(
        article,
        keys.needed("start", keys.whole),
        keys.needed("end", keys.whole),
        keys.needed("text", keys.text),
        keys.choice("field", Field) or "text",
    )


def _when_of(keys: Keys | None) -> When | None:
    if keys is None:
        return None
    dated = keys.day("first") or keys.day("last") or not keys.text("words")
    window = Window(keys.needed("first", keys.day), keys.needed("last", keys.day)) if dated else None
    return When(window, keys.text("words"), relative=keys.flag("relative"), inferred=keys.flag("inferred"))


def _where_of(keys: Keys | None) -> Where | None:
    if keys is None:
        return None
    name = keys.needed("name", keys.text)
    lat, lon, radius = keys.number("lat"), keys.number("lon"), keys.number("radius_km")
    return Where(Place(name, keys.text("admin"), lat, lon, radius), keys.text("words"))


def _perpetrator_of(keys: Keys | None) -> Perpetrator | None:
    if keys is None:
        return None
    stance = keys.needed("stance", partial(keys.choice, choices=Stance))
    return Perpetrator(keys.text("actor"), keys.text("words"), stance)


def _toll_of(keys: Keys, article: str) -> Toll:
    return Toll(
        keys.needed("effect", partial(keys.choice, choices=Effect)),
        Count(keys.whole("low") or 0, keys.whole("high")),
        _quote_of(keys.within("quote"), article),
        victims=keys.text("victims"),
        victims_words=keys.text("victims_words"),
        hedge=keys.choice("hedge", Hedge) or "exact",
        unit=keys.choice("unit", Unit) or "person",
        part_of=keys.whole("part_of"),
    )


def _sketch_of(keys: Keys) -> Sketch | None:
    text = keys.text("sketch")
    return None if text is None else Sketch.parse(text)


def _row_of(keys: Keys | None) -> Row | None:
    if keys is None:
        return None
    return Row(keys.needed("file", keys.text), keys.needed("line", keys.whole), keys.texts("columns"))
