"""Which place a name means in one text: of namesakes the one in the country and governorate that the text speaks of."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from operator import itemgetter

from claimrec.lexicon.entries import PlaceKind
from claimrec.lexicon.romanisation import skeleton
from claimrec.reading.bearings import point_at
from claimrec.reading.brief import brief
from claimrec.reading.gazetteer import WIDTH, Known
from claimrec.reading.nested_places import FoundPlace
from claimrec.reading.phrasing import Phrasing
from claimrec.values.place import Place

NEAR = 40
"""A governorate named within so many words of a place, two sentences, is the one it lies in."""
BIG_KM = 8.0
"""A city of this radius is known beyond its country: "Madrid" is in Spain unless Cundinamarca is named beside it."""
ONE_AREA_KM = 30.0
"""Namesakes this near to each other are one area: the first of them says enough of where it was."""


@brief
class Setting:
    """What a text says for sure about where it plays: which countries how often, which governorates at which words."""

    countries: Counter[str | None]
    spoken_of: dict[tuple[str | None, str | None], list[int]]

    @classmethod
    def of(cls, found: Sequence[FoundPlace]) -> Setting:
        """Of the places that can only be one, and of what others are said to lie in."""
        sure = [(one.first, one.candidates[0]) for one in found if len(one.candidates) == 1]
        sure += [(one.first, one.outer) for one in found if one.outer and len(one.candidates) != 1]
        sure.sort(key=itemgetter(0))
        spoken_of: dict[tuple[str | None, str | None], list[int]] = {}
        for first, known in sure:
            if known.place.admin:
                spoken_of.setdefault((known.place.admin, known.country), []).append(first)
        return cls(Counter([known.country for _, known in sure]), spoken_of)

    def namesake(self, candidates: Sequence[Known], place: int) -> Known | None:
        """Of several places of one name: the one that is near, else big, else where the text plays, else the largest.

        None where nothing tells them apart and they lie far from each other.
        """
        if len(candidates) == 1:
            return candidates[0]
        ranked = sorted((self._rank(known, place), number) for number, known in enumerate(candidates))
        best, likely = candidates[ranked[0][1]], [candidates[n] for rank, n in ranked if rank == ranked[0][0]]
        apart = max(best.place.km_to(other.place) or 0 for other in likely)
        return best if apart <= ONE_AREA_KM else None

    def _rank(self, known: Known, place: int) -> tuple[float, ...]:
        radius = known.place.radius_km or 0
        return (
            known.kind != "country",
            self._words_to(known, place),
            known.kind == "governorate",
            radius < BIG_KM,
            -self.countries[known.country],
            -len(self.spoken_of.get((known.place.admin, known.country), ())),
            -radius,
        )

    def _words_to(self, known: Known, place: int) -> int:
        """How many words away its governorate is spoken of; as many as are far where it is not."""
        spoken = self.spoken_of.get((known.place.admin, known.country), [])
        after = bisect_left(spoken, place)
        return min([NEAR, *(abs(word - place) for word in spoken[max(0, after - 1) : after + 1])])

    def is_elsewhere(self, one: FoundPlace, known: Known) -> bool:
        """Is it a small town of a country that nothing else here speaks of, in a text that plays in another?"""
        itself = int(len(one.candidates) == 1)
        if one.outer or WIDTH[known.kind] > WIDTH["town"] or self.countries[known.country] > itself:
            return False
        return self.countries.total() > itself


def chosen_places(
    found: Sequence[FoundPlace], names: Sequence[str], setting: Setting, phrasing: Phrasing
) -> list[tuple[Place, PlaceKind] | None]:
    """The place and kind of each; None for a bare name that can only be meant elsewhere.

    A name that no list has is the listed place of its sound, in what the text speaks of; else a place of its own,
    somewhere in what it is said to lie in, here or where the text names it before. So is one that several places have,
    where nothing says which of them is meant. A street is the town that it is said to lie in.
    """
    located: dict[str, Place] = {}
    chosen: list[tuple[Place, PlaceKind] | None] = []
    for one, name in zip(found, names, strict=True):
        candidates = one.candidates or _sounding(one, name, setting, phrasing)
        known = setting.namesake(candidates, one.first) if candidates else None
        if one.kind == "street" and one.outer and one.outer.width < WIDTH["governorate"]:
            chosen.append((one.outer.place, one.outer.kind))
        elif known and not setting.is_elsewhere(one, known):
            chosen.append((known.place, one.kind if len(one.candidates) == 1 else known.kind))
        elif one.outer and one.outer.kind != "country":
            outer = one.outer.place
            place = located[skeleton(name)] = Place(name, outer.admin, outer.lat, outer.lon, outer.radius_km)
            chosen.append((place, one.kind))
        elif one.bearing and (point := point_at(name, one.bearing[0], one.bearing[1].place, phrasing)):
            located[skeleton(name)] = point
            chosen.append((point, one.kind))
        else:
            listed = one.candidates[0].place.name if one.candidates and not known else name
            chosen.append(None if known and one.bare else (Place(listed), one.kind))
    return [
        (located.get(skeleton(one[0].name), one[0]), one[1]) if one and one[0].lat is None else one for one in chosen
    ]


def _sounding(one: FoundPlace, name: str, setting: Setting, phrasing: Phrasing) -> list[Known]:
    """The listed places that an unlisted name can mean by its sound, in a country or place that the text names."""
    if one.kind == "street":
        return []  # which is named after a place
    like = phrasing.known.like(name)
    return [known for known in like if (known.lies_in(one.outer) if one.outer else setting.countries[known.country])]
