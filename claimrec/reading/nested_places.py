"""Places that stand together: which part of a place is meant, and what a place lies in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from claimrec.lexicon.entries import PlaceKind
from claimrec.reading.gazetteer import WIDTH, Known
from claimrec.reading.name_words import POSSESSIVE, NameWords
from claimrec.reading.phrasing import Phrasing

LONGEST_LINK = 5
"""Words between a place and the one it lies in ("Kafr Ruma, in the southern countryside of Idlib")."""
LONGEST_BEARING = 9
"""The same with a distance ("Jayrud, 60 kilometres (35 miles) northeast of Damascus")."""


class FoundPlace(NamedTuple):
    """A place as it stands in the text: words `first` to `end`, of which its name alone is `name` to `name_end`.

    `candidates` are the places of the lists that it may be, none for a name that no list has; `outer` is what the
    text says it lies in, and `bearing` the words for distance and direction with the place that they start from.
    """

    first: int
    end: int
    name: int
    name_end: int
    candidates: tuple[Known, ...]
    kind: PlaceKind
    outer: Known | None = None
    bearing: tuple[tuple[str, ...], Known] | None = None

    @classmethod
    def named(cls, name: int, end: int, candidates: tuple[Known, ...]) -> FoundPlace:
        """A bare name, a town's unless its entry or the words around it say otherwise."""
        return cls(name, end, name, end, candidates, candidates[0].kind if candidates else "town")

    @property
    def bare(self) -> bool:
        """Does the name stand without a word that says what kind of place it is?"""
        return (self.first, self.end) == (self.name, self.name_end)

    @property
    def wider(self) -> tuple[Known, ...]:
        """What a place before this one may lie in."""
        if self.outer is None:
            return self.candidates
        return (*self.candidates, self.outer) if len(self.candidates) == 1 else (self.outer,)

    def within(self, outer: Known, first: int, end: int) -> FoundPlace:
        """The same, from `first` to `end`, known to lie in `outer`; its namesakes elsewhere are out."""
        candidates = tuple(known for known in self.candidates if known.lies_in(outer))
        return self._replace(first=first, end=end, candidates=candidates or self.candidates, outer=outer)

    def inside(self, division: Known, end: int) -> FoundPlace:
        """The same, in the governorate that the words up to `end` name: namesakes elsewhere are out."""
        candidates = tuple(known for known in self.candidates if known.lies_in(division))
        return self._replace(end=end, candidates=candidates, outer=division)


def with_phrasing(found: FoundPlace, words: NameWords, phrasing: Phrasing) -> FoundPlace:
    """The same with the words around it that say what kind of place it is, and which part.

    "the northern countryside of Idlib" is the governorate, "the northern city of Idlib" the city.
    """
    first, end = found.first, found.end
    before, behind = phrasing.kind_before(words, first), phrasing.kind_behind(words, end)
    wide = False
    if before:
        first, wide = before[0], words.keys[found.name - 2] in phrasing.widening
    if behind:
        end = behind[0]
        wide = wide or words.keys[end - 1] in phrasing.widening
    while first and words.keys[first - 1] in phrasing.directions:
        first -= 1
        wide = wide or (first + 1 == found.name and words.keys[first] in phrasing.halves)
    if (first, end) == (found.first, found.end):
        return found
    said = behind or before
    if not found.candidates:
        own = behind is not None and behind[1] == "site" and bool(words.capitals[end - 1]) and not words.shouted
        name_end = end if own else found.name_end  # "Holly Hill", but "the Holly checkpoint"
        return found._replace(first=first, end=end, name_end=name_end, kind=said[1] if said else found.kind)
    if behind and behind[1] == "street" and _names_another(found, "street", words):
        return found._replace(first=first, end=end, candidates=(), kind="street")
    whole = next(filter(None, map(phrasing.known.governorate_of, found.candidates)), None) if wide else None
    if whole is None and behind and _names_another(found, behind[1], words):
        return found._replace(first=first, end=end, candidates=(), kind=behind[1])
    if whole is None:
        around = said is not None and said[1] in ("governorate", "region") and found.kind == "city"
        return found._replace(first=first, end=end, kind=said[1] if said and around else found.kind)
    return found._replace(first=first, end=end, candidates=(whole,), kind=whole.kind)


def _names_another(found: FoundPlace, kind: PlaceKind, words: NameWords) -> bool:
    """As in "Cleveland Avenue", "Nassau County", "the Basra quarter": is it named after the listed place?"""
    if kind == "neighbourhood":
        return not words.shouted and all(known.width >= WIDTH["city"] for known in found.candidates)
    if words.shouted or kind not in ("street", "governorate") or not words.capitals[found.name_end]:
        return False
    return kind == "street" or not any(known.width >= WIDTH[kind] for known in found.candidates)


def nested(found: Iterable[FoundPlace], words: NameWords, phrasing: Phrasing) -> list[FoundPlace]:
    """Places that lie in the one that follows or precedes them, joined with it: of both the finer remains."""
    joined: list[FoundPlace] = []
    for one in reversed(list(found)):
        whole = _joined(one, joined[-1], words, phrasing) if joined else None
        if whole:
            joined[-1] = whole
        else:
            joined.append(one)
    return joined[::-1]


def _joined(one: FoundPlace, following: FoundPlace, words: NameWords, phrasing: Phrasing) -> FoundPlace | None:
    """The finer of two places that stand together, if one lies in the other; None where both stand alone."""
    if not one.end <= following.first <= one.end + LONGEST_BEARING or not following.wider:
        return None
    gap = words.keys[one.end : following.first]
    if gap in ([], [POSSESSIVE]):  # "Idlib's Kafr Ruma", "Idlib province town of Ariha"
        if one.candidates and WIDTH[one.kind] > WIDTH[following.kind]:
            return following.within(one.candidates[0], one.first, following.end)
        return None
    if (
        gap == ["and"]
        and one.candidates
        and following.candidates
        and words.keys[one.first - 1 : one.first] == ["between"]
    ):
        return one._replace(end=following.end)  # a place on the way from the one to the other
    if len(gap) <= LONGEST_LINK and all(key in phrasing.links or key in phrasing.directions for key in gap):
        for outer in following.wider:
            if _lies_in(one, outer, following, gap):
                return one.within(outer, one.first, following.end)
    elif gap[-1] in ("of", "from") and _is_bearing(gap, phrasing):
        return one._replace(end=following.end, bearing=(tuple(gap), following.wider[0]))
    return None


def _is_bearing(gap: list[str], phrasing: Phrasing) -> bool:
    signs = phrasing.links | phrasing.directions | phrasing.units
    return any(key in phrasing.units for key in gap) and all(
        key in signs or key[0].isdigit() or not key.isalnum() for key in gap
    )


def _lies_in(one: FoundPlace, outer: Known, following: FoundPlace, gap: list[str]) -> bool:
    if not one.candidates:
        return "in" in gap or "of" in gap or following.kind in ("governorate", "country")
    if outer.kind == "country":
        return one.kind != "country" and any(known.lies_in(outer) for known in one.candidates)
    width = max(outer.width, WIDTH[following.kind])
    return any(known.lies_in(outer) and known.width < width for known in one.candidates)
