"""Places that cannot both be right, and other spellings of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from claimrec.judging.case import Case, conflict
from claimrec.judging.judgement import Conflict, Severity
from claimrec.judging.origins import voice_of
from claimrec.judging.sentences import listed, speaker
from claimrec.records.claim import Claim, Where
from claimrec.values.units import magnitude

FAR = "5 km"
"""Between the rims of two places: further apart they are a contradiction, nearer a tension (**own**; METHOD 20 has
5 km as the nearest distance at which the field still joins events)."""


def places_apart(case: Case) -> Iterator[Conflict]:
    """Two places on the map whose circles do not touch; each two voices are held against each other once."""
    if case.incident.level != "incident":
        return
    for (here, one), (there, other) in combinations(_first_claims(case), 2):
        gap = here.place.gap_km(there.place)
        if gap:
            severity: Severity = "contradiction" if gap > magnitude(FAR, "km") else "tension"
            because = f"{_says(here, one)}; {_says(there, other)}: {gap:.0f} km apart beyond what either word covers"
            yield conflict(places_apart, "place", severity, [one, other], because)


def place_wording(case: Case) -> Iterator[Conflict]:
    """One place in different words or spellings: a note, never a fact."""
    worded: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in case.claims:
        if claim.where and claim.where.words:
            worded[claim.where.place.name].setdefault(claim.where.words, claim)
    for name, words in sorted(worded.items()):
        if len(words) > 1:
            said = [f"“{word}” ({speaker(claim)})" for word, claim in sorted(words.items())]
            yield conflict(place_wording, "place", "note", list(words.values()), f"{name}: {listed(said)}")


def _first_claims(case: Case) -> list[tuple[Where, Claim]]:
    """Every place that a voice names, with its first claim that does."""
    first: dict[object, tuple[Where, Claim]] = {}
    for claim in sorted(case.claims, key=lambda claim: (str(claim.published), claim.id)):
        if claim.where:
            first.setdefault((voice_of(claim, case.lexicon), claim.where.place), (claim.where, claim))
    return list(first.values())


def _says(where: Where, claim: Claim) -> str:
    words = f" (“{where.words}”)" if where.words else ""
    return f"{speaker(claim)} says {where.place.name}{words}"
