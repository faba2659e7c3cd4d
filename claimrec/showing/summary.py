"""A whole result in a sentence, and its incidents in the order in which an editor looks at them."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from claimrec.judging.judgement import Conflict, Judgement
from claimrec.judging.result import Result
from claimrec.showing.wording import many, place_words, window_words
from claimrec.values.window import Window


def is_contradicted(judgement: Judgement) -> bool:
    """Is something said about the incident that cannot all be true?"""
    return any(conflict.severity == "contradiction" for conflict in judgement.conflicts)


def differences_in(judgement: Judgement) -> tuple[Conflict, ...]:
    """The contradictions and tensions, without the notes on wording that nearly every incident has."""
    return tuple(conflict for conflict in judgement.conflicts if conflict.severity != "note")


def incident_name(judgement: Judgement) -> str:
    """The place and the days of an incident."""
    return f"{place_words(judgement.where)}, {window_words(judgement.when)}"


def summary_words(result: Result) -> str:
    """How many claims, outlets, voices and incidents there are, and how many incidents hold a contradiction."""
    publishers = {claim.publisher for claim in result.claims}
    origins = {voice.origin for judgement in result.incidents for voice in judgement.voices}
    contradicted = sum(map(is_contradicted, result.incidents))
    found = (
        f"{many(len(result.claims), 'claim')} by {many(len(publishers), 'outlet')}, on the authority of "
        f"{many(len(origins), 'voice')}, about {many(len(result.incidents), 'incident')}{_span(result.incidents)}."
    )
    if not origins:
        return found
    if not contradicted:
        return f"{found} No contradiction was found in them."
    return f"{found} In {contradicted} of them, not everything that is said can be true."


def _span(incidents: Iterable[Judgement]) -> str:
    windows = [judgement.when for judgement in incidents if judgement.when]
    if not windows:
        return ""
    days = Window(min(window.first for window in windows), max(window.last for window in windows))
    return f", {window_words(days)}"


@attrs.frozen
class Shelf:
    """Incidents that ask for the same attention."""

    name: str
    incidents: tuple[Judgement, ...]


def shelves(incidents: Iterable[Judgement]) -> tuple[Shelf, ...]:
    """The incidents with contradictions, then those with several voices, then the rest; empty shelves are left out."""
    contradicted: list[Judgement] = []
    several: list[Judgement] = []
    single: list[Judgement] = []
    for judgement in incidents:
        place = contradicted if is_contradicted(judgement) else several if len(judgement.voices) > 1 else single
        place.append(judgement)
    named = (
        Shelf("Not everything said can be true", tuple(contradicted)),
        Shelf("Several voices, no contradiction", tuple(several)),
        Shelf("One voice", tuple(single)),
    )
    return tuple(shelf for shelf in named if shelf.incidents)
