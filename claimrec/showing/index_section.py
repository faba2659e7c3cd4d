"""The index of incidents: those that cannot all be true first, a line for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from claimrec.judging.judgement import Judgement
from claimrec.showing.brief import remains_words
from claimrec.showing.incident_section import anchor, incident_section
from claimrec.showing.markup import Markup, element, joined
from claimrec.showing.summary import Shelf, differences_in, incident_name, shelves
from claimrec.showing.wording import many, place_words, window_words

OPENING = 12
"""Incidents of a shelf that open where they are shown by themselves, and then stand in sight."""
LISTED = 200
"""Incidents of a shelf that are listed there at all."""


def index(incidents: Iterable[Judgement]) -> Markup:
    """All incidents, each line leading to the incident's own section of the page."""
    lists = [_shelf(shelf, list(map(_linked, shelf.incidents))) for shelf in shelves(incidents)]
    return element(
        "nav", element("h2", "Index"), *(lists or [_none()]), class_="index", aria_label="Index of incidents"
    )


def folded_index(incidents: Iterable[Judgement]) -> Markup:
    """The incidents without a page around them: the first lines of a shelf open to the incident, the rest is folded.

    A long shelf is folded as a whole, unless it is the first.
    """
    listed = tuple(incidents)
    names = {judgement.incident.id: incident_name(judgement) for judgement in listed}

    def opening(judgement: Judgement) -> Markup:
        inside = incident_section(judgement, {}, names)
        return element("li", element("details", element("summary", *_line(judgement)), inside, class_="opening"))

    parts = [_none()] if not listed else []
    for place, shelf in enumerate(shelves(listed)):
        rows = _folded_rows(shelf, opening)
        if place and len(shelf.incidents) > OPENING:
            parts.append(element("details", element("summary", _title(shelf)), element("ul", *rows), class_="shelf"))
        else:
            parts.append(_shelf(shelf, rows))
    return element("div", *parts, class_="index")


def _folded_rows(shelf: Shelf, opening: Callable[[Judgement], Markup]) -> list[Markup]:
    rest = shelf.incidents[OPENING:LISTED]
    rows = list(map(opening, shelf.incidents[:OPENING]))
    if rest:
        unlisted = len(shelf.incidents) - LISTED
        lines = [element("li", *_line(judgement)) for judgement in rest]
        lines += [element("li", f"and {unlisted:,} more")] if unlisted > 0 else []
        folded = element("summary", f"{len(shelf.incidents) - OPENING:,} more")
        rows.append(element("li", element("details", folded, element("ul", *lines), class_="more")))
    return rows


def _none() -> Markup:
    return element("p", "No incident was found.", class_="quiet")


def _shelf(shelf: Shelf, rows: list[Markup]) -> Markup:
    return joined(element("h3", _title(shelf)), element("ul", *rows))


def _title(shelf: Shelf) -> str:
    return f"{shelf.name} ({len(shelf.incidents):,})"


def _linked(judgement: Judgement) -> Markup:
    named, *rest = _line(judgement)
    return element("li", element("a", named, href=f"#{anchor(judgement.incident.id)}"), *rest)


def _line(judgement: Judgement) -> list[Markup]:
    """The day and place, what remains, and how many voices and conflicts."""
    facts = [many(len(judgement.voices), "voice")]
    differences = differences_in(judgement)
    if differences:
        facts.append(many(len(differences), "conflict"))
    named = joined(
        element("span", window_words(judgement.when), class_="when"),
        " ",
        element("bdi", place_words(judgement.where), class_="where"),
    )
    return [
        element("span", named, class_="named"),
        element("span", " ", remains_words(judgement), class_="tolls"),
        element("span", " ", ", ".join(facts), class_="facts"),
    ]
