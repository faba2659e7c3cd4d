"""Claims as schema.org's `Claim`, in JSON-LD: what that vocabulary can say of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from claimrec.records.article import Article
from claimrec.records.claim import Claim, Toll
from claimrec.values.place import Place

CONTEXT = "https://schema.org"


def claim_in_schema_org(claim: Claim, article: Article | None = None) -> dict[str, Any]:
    """A `Claim` whose `author` is the origin, which appears in an article and is about an event and its tolls.

    A toll is an `Observation`, from `minValue` to `maxValue`; an open one has no `maxValue`. The `article`, where it is
    at hand, gives headline and address. Lost are the doer and the stance, hedges, parts of tolls, levels, the voices
    between publisher and origin, offsets, what claims are separate from, and the words for days and places.

    >>> from claimrec import read_claims
    >>> text = "At least two soldiers were killed, the monitor said."
    >>> [claim] = read_claims(Article("a1", text, publisher="Daily A"))
    >>> told = claim_in_schema_org(claim)
    >>> told["author"], told["appearance"]["publisher"]["name"]
    ({'name': 'the monitor'}, 'Daily A')
    >>> [observation["minValue"] for observation in told["about"]], "maxValue" in told["about"][0]
    ([2], False)
    """
    return _said(
        {
            "@type": "Claim",
            "identifier": claim.id,
            "text": claim.quote and claim.quote.text,
            "author": {"name": claim.origin},
            "appearance": _appearance(claim, article),
            "about": [*_event(claim), *map(_observation, claim.tolls)] or None,
        }
    )


def write_schema_org(claims: Iterable[Claim], path: str | Path, *, articles: Iterable[Article] = ()) -> None:
    """Writes claims as one JSON-LD document, which may stand in a page: no text in it can end a script.

    `articles`, where they are at hand, give headlines and addresses.
    """
    known = {article.id: article for article in articles}
    graph = [claim_in_schema_org(claim, known.get(claim.article)) for claim in claims]
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1, allow_nan=False)
    with Path(path).open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.write(text.replace("<", "\\u003c") + "\n")


def _appearance(claim: Claim, article: Article | None) -> dict[str, Any]:
    """The article, or the row of a table, in which the claim stands."""
    return _said(
        {
            "@type": "Dataset" if claim.row else "Article",
            "identifier": f"{claim.row.file}, line {claim.row.line}" if claim.row else claim.article,
            "headline": article and (article.title or None),
            "url": article and article.url,
            "publisher": {"@type": "Organization", "name": claim.publisher},
            "datePublished": claim.published and claim.published.isoformat(),
        }
    )


def _event(claim: Claim) -> Iterator[dict[str, Any]]:
    """When, where and what, as far as it is said."""
    window = claim.window
    event = _said(
        {
            "name": claim.event,
            "startDate": window and window.first.isoformat(),
            "endDate": window and window.last.isoformat(),
            "location": claim.where and _place(claim.where.place),
        }
    )
    if event:
        yield {"@type": "Event", **event}


def _place(place: Place) -> dict[str, Any]:
    return _said(
        {
            "@type": "Place",
            "name": place.name,
            "containedInPlace": place.admin and {"@type": "AdministrativeArea", "name": place.admin},
            "geo": None if place.lat is None else _point(place),
        }
    )


def _point(place: Place) -> dict[str, Any]:
    """The point, in a circle where a radius is known; schema.org counts it in metres."""
    point = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    if place.radius_km is None:
        return point
    return {"@type": "GeoCircle", "geoMidpoint": point, "geoRadius": round(place.radius_km * 1000)}


def _observation(toll: Toll) -> dict[str, Any]:
    people = toll.victims or toll.victims_words
    return _said(
        {
            "@type": "Observation",
            "measuredProperty": {"@type": "Property", "name": toll.effect},
            "observationAbout": people and {"name": people},
            "minValue": toll.count.low,
            "maxValue": toll.count.high,
            "unitText": toll.unit,
            "description": toll.quote and toll.quote.text,
        }
    )


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}
