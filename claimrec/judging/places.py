"""Places that cannot both be right, and other spellings of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from claimrec.judging.articles import disagreements, disagreements_at_once
from claimrec.judging.case import Case, conflict
from claimrec.judging.claim_columns import ClaimColumns
from claimrec.judging.judgement import Conflict, Severity
from claimrec.judging.precision import is_precise
from claimrec.judging.sentences import listed, speaker
from claimrec.records.claim import Claim
from claimrec.values.place import Place
from claimrec.values.units import magnitude

NEAR_KM = magnitude("5 km", "km")
"""Two places whose rims are no further apart are told one for the other (**own**; METHOD 20 has 3 km)."""

FAR_KM = magnitude("20 km", "km")
"""Rims further apart than this are a contradiction (**own**; METHOD 18 has tens of km)."""


def places_apart(case: Case) -> Iterator[Conflict]:
    """Two articles on one incident whose places on the map are all far from each other."""
    if case.incident.level != "incident":
        return
    for one, other, gap in disagreements(case, _place, _gap_km, _words):
        yield _apart(one, other, gap)


def places_apart_at_once(columns: ClaimColumns) -> Iterator[tuple[int, Conflict]]:
    """What `places_apart` finds in all incidents in which no article tells two claims, behind the incident's place."""
    for at, one, other, gap in disagreements_at_once(columns, columns.places, _gap_km):
        yield at, _apart(one, other, gap)


def _apart(one: Claim, other: Claim, gap: float) -> Conflict:
    severity: Severity = "contradiction" if gap > FAR_KM else "tension"
    because = f"{_says(one)}; {_says(other)}: {gap:.0f} km apart beyond what either word covers"
    return conflict(places_apart, "place", severity, [one, other], because)


def _place(claim: Claim) -> Place | None:
    return claim.where.place if claim.where else None


def _gap_km(here: Place, there: Place) -> float:
    """Kilometres between the rims of two precise places; 0 where they are near, or one of them is wide."""
    if not is_precise(here) or not is_precise(there):
        return 0
    gap = here.gap_km(there) or 0
    return gap if gap > NEAR_KM else 0


def place_wording(case: Case) -> Iterator[Conflict]:
    """One place in different words or spellings: a note, never a fact."""
    if len({claim.where.words for claim in case.claims if claim.where}) < 2:
        return
    worded: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in case.claims:
        if claim.where and claim.where.words:
            worded[claim.where.place.name].setdefault(claim.where.words, claim)
    for name, words in sorted(worded.items()):
        if len(words) > 1:
            said = [f"“{word}” ({speaker(claim)})" for word, claim in sorted(words.items())]
            yield conflict(place_wording, "place", "note", list(words.values()), f"{name}: {listed(said)}")


def _words(claim: Claim) -> str | None:
    return claim.where.words if claim.where else None


def _says(claim: Claim) -> str:
    words = f" (“{_words(claim)}”)" if _words(claim) else ""
    return f"{speaker(claim)} says {claim.where and claim.where.place.name}{words}"
