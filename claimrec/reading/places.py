"""Finds the places of a text: those that lists know, those that a phrase makes places, each with what it lies in."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from claimrec.lexicon.entries import PlaceKind
from claimrec.lexicon.loader import Lexicon
from claimrec.lexicon.romanisation import skeleton
from claimrec.reading.gazetteer import WIDTH, Known
from claimrec.reading.local_places import Phrasing, has_cue, unlisted_end
from claimrec.reading.mentions import PlaceMention
from claimrec.reading.name_words import POSSESSIVE, NameWords
from claimrec.reading.tokens import Token, words_of
from claimrec.values.place import Place

LONGEST_LINK = 5
"""Words between a place and the one it lies in ("Kafr Ruma, in the southern countryside of Idlib")."""
AROUND = 20
"""Places on either side that can tell which of two namesakes is meant."""
LONGEST_BEARING = 9
"""The same with a distance ("Jayrud, 60 kilometres (35 miles) northeast of Damascus")."""

LEAST_EVIDENCE = 2
"""Places elsewhere from which on a text is held to play there."""


@attrs.frozen
class _Found:
    """A place as it stands in the text: words `first` to `end`; its name alone is words `name` to `name_end`."""

    first: int
    end: int
    name: int
    name_end: int
    candidates: tuple[Known, ...]
    kind: PlaceKind
    outer: Known | None = None

    @property
    def wider(self) -> tuple[Known, ...]:
        """What a place before this one may lie in."""
        return (self.outer,) if self.outer else self.candidates


def find_places(
    words: NameWords, covered: bytearray, tokens: Sequence[Token], text: str, lexicon: Lexicon
) -> tuple[PlaceMention, ...]:
    """The places among words that no actor's or source's name covers, left to right.

    Of nested places ("Kafr Ruma in Idlib province") the mention is the finest, its `admin` from the outer one; a
    place that no list knows gets the outer one's point and radius: it lies somewhere in there.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.tokens import tokenize
    >>> text, lexicon = "in the village of Umm Nakhla in northern Idlib", load_lexicon()
    >>> tokens = tokenize(text)
    >>> words = NameWords.of(tokens, lexicon)
    >>> [found] = find_places(words, bytearray(len(words.keys)), tokens, text, lexicon)
    >>> found.words, found.kind, found.place.name, found.place.admin
    ('village of Umm Nakhla in northern Idlib', 'village', 'Umm Nakhla', 'Idlib')
    """
    phrasing = Phrasing.of(lexicon)
    found = list(_named(words, covered, tokens, phrasing))
    found = _nested(found, words, phrasing)
    chosen = _chosen(found, [words_of(tokens, *words.span(one.name, one.name_end), text) for one in found], phrasing)
    mentions = []
    for one, (place, kind) in zip(found, chosen, strict=True):
        begin, stop = words.span(one.first, one.end)
        mentions.append(PlaceMention(begin, stop, place, words_of(tokens, begin, stop, text), kind))
    return tuple(mentions)


def _named(words: NameWords, covered: bytearray, tokens: Sequence[Token], phrasing: Phrasing) -> Iterator[_Found]:
    """Known names, and unlisted ones that stand in a phrase for places."""
    place, past, length = 0, 0, len(words.keys)  # `past` is where the last place ended
    listing = False  # does a list of places go on here ("the towns of Jibrin and ...")?
    while place < length:
        hit = None if covered[place] else phrasing.known.phrases.at(words, place)
        candidates = _sure(hit, words, covered, place, past, phrasing) if hit else ()
        if hit and candidates:
            end = hit[0]
        elif covered[place] or not words.capitals[place]:
            end = place
        else:
            end = unlisted_end(words, covered, place, phrasing, listed=listing)
        if end == place or _is_compound(words, end, tokens, phrasing):
            listing = listing and (end > place or words.keys[place] in phrasing.joining)
            place = max(end, place + 1)
            continue
        found = _with_phrasing(_Found(place, end, place, end, candidates, "town"), words, phrasing)
        listing = listing or words.keys[found.first] in phrasing.plural_nouns
        place = past = found.end
        yield found


def _sure(
    hit: tuple[int, tuple[Known, ...]],
    words: NameWords,
    covered: bytearray,
    place: int,
    past: int,
    phrasing: Phrasing,
) -> tuple[Known, ...]:
    """The places that a listed name means here: the doubtful ones only behind a word for being somewhere."""
    end, candidates = hit
    if any(covered[place:end]):
        return ()
    if words.keys[place] in phrasing.not_places or any(one.doubtful for one in candidates):
        return candidates if has_cue(words, place, phrasing) else ()
    if place == past or not place or words.shouted or covered[place - 1]:
        return candidates
    # a capitalised word before it that is no word of the language is a first name: "Kevin Kennedy"
    named = (
        words.capitals[place - 1]
        and words.keys[place - 1].isalpha()
        and not phrasing.is_ordinary(words.keys[place - 1])
    )
    wide = any(one.kind in ("country", "governorate", "region", "city") for one in candidates)
    return () if named and not wide else candidates


def _is_compound(words: NameWords, end: int, tokens: Sequence[Token], phrasing: Phrasing) -> bool:
    """As in "Ankara-backed": the name says who, not where."""
    return words.hyphen_follows(end, tokens) and words.keys[end] in phrasing.compound_endings


def _with_phrasing(found: _Found, words: NameWords, phrasing: Phrasing) -> _Found:
    """The same with the words around it that say what kind of place it is, and which part."""
    first, end, name = found.first, found.end, found.name
    wide, kind = False, found.candidates[0].kind if found.candidates else found.kind
    before = phrasing.kind_before(words, first)
    if before:
        first, wide = before[0], words.keys[name - 2] in phrasing.widening
    behind = phrasing.kind_behind(words, end)
    if behind:
        end, wide = behind[0], wide or words.keys[behind[0] - 1] in phrasing.widening
    said = behind or before
    while first and words.keys[first - 1] in phrasing.directions:
        first -= 1
        wide = wide or (first + 1 == name and words.keys[first] in phrasing.halves)
    candidates = found.candidates
    if candidates and wide:
        whole = next(filter(None, map(phrasing.known.governorate_of, candidates)), None)
        if whole:
            candidates, kind = (whole,), whole.kind
    elif not candidates and said:
        kind = said[1]
    return attrs.evolve(found, first=first, end=end, kind=kind, candidates=candidates)


def _nested(found: list[_Found], words: NameWords, phrasing: Phrasing) -> list[_Found]:
    """Places that lie in the one that follows or precedes them, joined with it."""
    joined: list[_Found] = []
    for one in reversed(found):
        whole = _joined(one, joined[-1], words, phrasing) if joined else None
        if whole:
            joined[-1] = whole
        else:
            joined.append(one)
    return joined[::-1]


def _joined(one: _Found, following: _Found, words: NameWords, phrasing: Phrasing) -> _Found | None:
    """The finer of two places that stand together, if one lies in the other; None where both stand alone."""
    gap = words.keys[one.end : following.first]
    if following.first < one.end or not following.wider:
        return None
    if gap in ([], [POSSESSIVE]):  # "Idlib's Kafr Ruma", "Idlib province town of Ariha"
        if one.candidates and WIDTH[one.kind] > WIDTH[following.kind]:
            return _inside(following, one.candidates[0], one.first, following.end)
        return None
    if len(gap) <= LONGEST_LINK and all(key in phrasing.links or key in phrasing.directions for key in gap):
        for outer in following.wider:
            if _lies_in(one, outer, following, gap):
                return _inside(one, outer, one.first, following.end)
    elif len(gap) <= LONGEST_BEARING and gap[-1] in ("of", "from") and _is_bearing(gap, phrasing):
        return attrs.evolve(one, end=following.end)
    return None


def _inside(one: _Found, outer: Known, first: int, end: int) -> _Found:
    candidates = tuple(known for known in one.candidates if known.lies_in(outer))
    return attrs.evolve(one, first=first, end=end, candidates=candidates or one.candidates, outer=outer)


def _is_bearing(gap: list[str], phrasing: Phrasing) -> bool:
    signs = phrasing.links | phrasing.directions | phrasing.units
    return bool(set(gap) & phrasing.units) and all(key in signs or key[0].isdigit() or not key.isalnum() for key in gap)


def _lies_in(one: _Found, outer: Known, following: _Found, gap: list[str]) -> bool:
    if not one.candidates:
        return "in" in gap or "of" in gap or following.kind in ("governorate", "country")
    if outer.kind == "country":
        return one.kind != "country" and any(known.lies_in(outer) for known in one.candidates)
    width = max(outer.width, WIDTH[following.kind])
    return any(known.lies_in(outer) and known.width < width for known in one.candidates)


@attrs.frozen(eq=False)
class _Context:
    """What a text says for sure about where it plays: which countries how often, which governorates at which words."""

    countries: Counter[str | None]
    spoken_of: dict[tuple[str | None, str | None], list[int]]

    @classmethod
    def of(cls, found: Sequence[_Found]) -> _Context:
        """Of the places that can only be one."""
        sure = [(one.first, one.candidates[0]) for one in found if len(one.candidates) == 1]
        spoken_of: dict[tuple[str | None, str | None], list[int]] = {}
        for first, known in sure:
            if known.place.admin or known.kind == "country":
                spoken_of.setdefault((known.place.admin, known.country), []).append(first)
        return cls(Counter(known.country for _, known in sure), spoken_of)

    def namesake(self, one: _Found) -> Known:
        """Of several places of one name the one whose governorate or country is spoken of nearest to it."""
        if len(one.candidates) == 1:
            return one.candidates[0]
        country = next((known for known in one.candidates if known.kind == "country"), None)
        return country or min(one.candidates, key=lambda known: self._distance(known, one.first))

    def is_elsewhere(self, one: _Found, known: Known) -> bool:
        """Is it a small town of a country that nothing else here speaks of, in a text that plays in another?"""
        itself = int(len(one.candidates) == 1)
        others = self.countries.total() - itself
        alone = self.countries[known.country] <= itself and not one.outer
        return WIDTH[known.kind] <= WIDTH["town"] and alone and others >= LEAST_EVIDENCE

    def _distance(self, known: Known, place: int) -> tuple[float, int]:
        nearest = math.inf
        for key in ((known.place.admin, known.country), (None, known.country)):
            spoken = self.spoken_of.get(key, [])
            after = bisect_left(spoken, place)
            nearest = min([nearest, *(abs(word - place) for word in spoken[max(0, after - 1) : after + 1])])
        return nearest, -self.countries[known.country]


def _chosen(found: list[_Found], names: list[str], phrasing: Phrasing) -> list[tuple[Place, PlaceKind]]:
    """The place and kind of each: of namesakes the one whose governorate, else whose country, the text speaks of."""
    context = _Context.of(found)
    located: dict[str, Place] = {}
    chosen = []
    for one, name in zip(found, names, strict=True):
        known = context.namesake(one) if one.candidates else _sounding(one, name, context, phrasing)
        if known and not context.is_elsewhere(one, known):
            chosen.append((known.place, one.kind if len(one.candidates) == 1 else known.kind))
        elif one.outer and one.outer.kind != "country":
            outer = one.outer.place
            place = located[skeleton(name)] = Place(name, outer.admin, outer.lat, outer.lon, outer.radius_km)
            chosen.append((place, one.kind))
        else:
            chosen.append((Place(name), one.kind))
    return [(located.get(skeleton(place.name), place) if place.lat is None else place, kind) for place, kind in chosen]


def _sounding(one: _Found, name: str, context: _Context, phrasing: Phrasing) -> Known | None:
    """The listed place that an unlisted name means by its sound, in a country and governorate that the text names."""
    for known in phrasing.known.like(name):
        if known.lies_in(one.outer) if one.outer else context.countries[known.country]:
            return known
    return None
