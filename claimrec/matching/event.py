"""The event comparison: what kind of incident two claims speak of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import attrs

from claimrec.lexicon.entries import EventEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.matching.comparison import Comparison, Likeness
from claimrec.matching.weights import shipped_weights
from claimrec.records.claim import Claim


@attrs.frozen
class Kind:
    """A kind of event and the wider family it belongs to; an unknown kind is a family of its own."""

    name: str
    family: str


def kind_of(claim: Claim, lexicon: Lexicon) -> Kind | None:
    """The kind of event that a claim gives, settled by the lexicon; None where it gives none, or one that is vague."""
    return None if claim.event is None else kind_named(claim.event, lexicon)


def kind_named(name: str, lexicon: Lexicon) -> Kind | None:
    """The kind that a word or a code of a table ("drone_strike") means; None where the lexicon calls it vague."""
    return _kinds(lexicon).get(name.casefold().replace("_", " "), Kind(name, name))


@lru_cache(maxsize=16)
def _kinds(lexicon: Lexicon) -> Mapping[str, Kind | None]:
    entries = lexicon.of(EventEntry).items()
    kinds = {name: None if entry.vague else Kind(name, entry.family) for name, entry in entries}
    worded = {word.casefold(): kinds[name] for name, entry in entries for word in entry.words}
    return worded | {name.casefold(): kind for name, kind in kinds.items()}


def _likeness(a: Kind, b: Kind) -> Likeness:
    """Do both speak of the same kind of event?

    Outlets name kinds loosely: a rocket attack of one is shelling of another, and both are of one family.
    """
    names = " and ".join(sorted({a.name, b.name}))
    if a.name == b.name:
        return Likeness("same kind", f"both {names}")
    return Likeness("same family" if a.family == b.family else "another kind", names)


event: Comparison[Kind] = Comparison("event", shipped_weights()["event"], "event", _likeness)
