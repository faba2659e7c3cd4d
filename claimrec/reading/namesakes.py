"""Which place a name means in one text: of namesakes the one in the country and governorate that the text speaks of."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

import attrs

from claimrec.lexicon.entries import PlaceKind
from claimrec.lexicon.romanisation import skeleton
from claimrec.reading.bearings import point_at
from claimrec.reading.gazetteer import WIDTH, Known
from claimrec.reading.local_places import Phrasing
from claimrec.reading.nested_places import FoundPlace
from claimrec.values.place import Place

NEAR = 40
"""A governorate named within so many words of a place, two sentences, is the one it lies in."""
BIG_KM = 8.0
"""A city of this radius is known beyond its country: "Madrid" is in Spain unless Cundinamarca is named beside it."""


@attrs.frozen(eq=False)
class Setting:
    """What a text says for sure about where it plays: which countries how often, which governorates at which words."""

    countries: Counter[str | None]
    spoken_of: dict[tuple[str | None, str | None], list[int]]

    @classmethod
    def of(cls, found: Sequence[FoundPlace]) -> Setting:
        """Of the places that can only be one, and of what others are said to lie in."""
        sure = [(one.first, one.candidates[0]) for one in found if len(one.candidates) == 1]
        sure += [(one.first, one.outer) for one in found if one.outer and len(one.candidates) != 1]
        sure.sort(key=lambda said: said[0])
        spoken_of: dict[tuple[str | None, str | None], list[int]] = {}
        for first, known in sure:
            if known.place.admin:
                spoken_of.setdefault((known.place.admin, known.country), []).append(first)
        return cls(Counter(known.country for _, known in sure), spoken_of)

    def namesake(self, one: FoundPlace) -> Known:
        """Of several places of one name: the one that is near, else big, else in the country most spoken of."""
        if len(one.candidates) == 1:
            return one.candidates[0]
        return min(
            one.candidates,
            key=lambda known: (
                known.kind != "country",
                self._words_to(known, one.first),
                known.kind == "governorate",
                (known.place.radius_km or 0) < BIG_KM,
                -self.countries[known.country],
            ),
        )

    def _words_to(self, known: Known, place: int) -> int:
        """How many words away its governorate is spoken of; as many as are far where it is not."""
        spoken = self.spoken_of.get((known.place.admin, known.country), [])
        after = bisect_left(spoken, place)
        return min([NEAR, *(abs(word - place) for word in spoken[max(0, after - 1) : after + 1])])

    def is_elsewhere(self, one: FoundPlace, known: Known) -> bool:
        """Is it a small town of a country that nothing else here speaks of, in a text that plays in another?"""
        itself = int(len(one.candidates) == 1)
        others = self.countries.total() - itself
        alone = self.countries[known.country] <= itself and not one.outer
        return WIDTH[known.kind] <= WIDTH["town"] and alone and others > 0


def chosen_places(
    found: Sequence[FoundPlace], names: Sequence[str], setting: Setting, phrasing: Phrasing
) -> list[tuple[Place, PlaceKind] | None]:
    """The place and kind of each; None for a bare name that can only be meant elsewhere.

    A name that no list has is the listed place of its sound, in what the text speaks of; else a place of its own,
    somewhere in what it is said to lie in, here or where the text names it before.
    """
    located: dict[str, Place] = {}
    chosen: list[tuple[Place, PlaceKind] | None] = []
    for one, name in zip(found, names, strict=True):
        known = setting.namesake(one) if one.candidates else _sounding(one, name, setting, phrasing)
        if known and not setting.is_elsewhere(one, known):
            chosen.append((known.place, one.kind if len(one.candidates) == 1 else known.kind))
        elif one.outer and one.outer.kind != "country":
            outer = one.outer.place
            place = located[skeleton(name)] = Place(name, outer.admin, outer.lat, outer.lon, outer.radius_km)
            chosen.append((place, one.kind))
        elif one.bearing and (point := point_at(name, one.bearing[0], one.bearing[1].place, phrasing)):
            located[skeleton(name)] = point
            chosen.append((point, one.kind))
        else:
            chosen.append(None if known and one.bare else (Place(name), one.kind))
    return [
        (located.get(skeleton(one[0].name), one[0]), one[1]) if one and one[0].lat is None else one for one in chosen
    ]


def _sounding(one: FoundPlace, name: str, setting: Setting, phrasing: Phrasing) -> Known | None:
    """The listed place that an unlisted name means by its sound, in a country and governorate that the text names."""
    for known in phrasing.known.like(name):
        if known.lies_in(one.outer) if one.outer else setting.countries[known.country]:
            return known
    return None
