"""Finds the places of a text: those the lexicon knows, those that a phrase makes places, each with what it lies in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import attrs

from claimrec.lexicon.entries import PlaceKind
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.gazetteer import WIDTH, Gazetteer, Known, articles_of, gazetteer
from claimrec.reading.mentions import PlaceMention
from claimrec.reading.name_words import NamePhrases, NameWords, key_of
from claimrec.reading.tokens import Token, words_of
from claimrec.values.place import Place

LONGEST_NAME = 5
"""Words in the longest name of a place that no list knows ("Mazraat al-Sheikh Ahmad al-Omar")."""
LONGEST_LINK = 5
"""Words between a place and the one it lies in ("Kafr Ruma, in the southern countryside of Idlib")."""


@attrs.frozen(eq=False)
class _Phrasing:
    """The words that places are talked about with."""

    known: Gazetteer
    kinds: NamePhrases[PlaceKind]
    prepositions: frozenset[str]
    sure: frozenset[str]
    directions: frozenset[str]
    links: frozenset[str]
    connectors: frozenset[str]
    not_places: frozenset[str]
    group_endings: frozenset[str]


@lru_cache(maxsize=16)
def _phrasing(lexicon: Lexicon) -> _Phrasing:
    articles = articles_of(lexicon)

    def keys(name: str) -> frozenset[str]:
        return frozenset(map(key_of, lexicon.words("names", name)))

    kinds = [
        (word, kind)
        for kind in WIDTH
        if kind in lexicon.entries["localities"]
        for word in lexicon.words("localities", kind)
    ]
    return _Phrasing(
        known=gazetteer(lexicon),
        kinds=NamePhrases(kinds, articles, frozenset()),
        prepositions=keys("place_prepositions"),
        sure=keys("sure_prepositions"),
        directions=keys("directions"),
        links=keys("links"),
        connectors=keys("connectors"),
        not_places=keys("not_places"),
        group_endings=keys("group_endings"),
    )


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


def find_places(
    words: NameWords, covered: bytearray, tokens: Sequence[Token], text: str, lexicon: Lexicon
) -> tuple[PlaceMention, ...]:
    """The places among words that no actor's or source's name covers, left to right."""
    phrasing = _phrasing(lexicon)
    found = [_with_phrasing(one, words, phrasing) for one in _named(words, covered, phrasing)]
    found = _nested(found, words, phrasing)
    mentions = []
    for one in found:
        begin, stop = words.firsts[one.first], words.tokens[one.end - 1] + 1
        name = words_of(tokens, words.firsts[one.name], words.tokens[one.name_end - 1] + 1, text)
        place = _chosen(one, found, name)
        mentions.append(PlaceMention(begin, stop, place, words_of(tokens, begin, stop, text), one.kind))
    return tuple(mentions)


def _named(words: NameWords, covered: bytearray, phrasing: _Phrasing) -> Iterator[_Found]:
    """Known names, and unknown ones that stand in a phrase for places."""
    place, keys = 0, words.keys
    while place < len(keys):
        if covered[place]:
            place += 1
            continue
        hit = phrasing.known.phrases.at(words, place)
        if hit and _is_place(words, covered, place, hit[0], phrasing):
            end, candidates = hit
            yield _Found(place, end, place, end, candidates, candidates[0].kind)
            place = end
            continue
        end = _unknown(words, covered, place, phrasing)
        if end > place:
            yield _Found(place, end, place, end, (), "town")
            place = end
        else:
            place += 1


def _is_place(words: NameWords, covered: bytearray, place: int, end: int, phrasing: _Phrasing) -> bool:
    if not words.capitals[place] or any(covered[place:end]):
        return False
    return end - place > 1 or words.keys[place] not in phrasing.not_places


def _unknown(words: NameWords, covered: bytearray, place: int, phrasing: _Phrasing) -> int:
    """The end of a name that is no known place but is talked of as one; `place` itself where there is none."""
    if words.shouted or not words.capitals[place] or not place:
        return place
    end = _name_end(words, covered, place, phrasing)
    if end == place:
        return place
    before = words.keys[place - 1]
    if before in phrasing.sure or phrasing.kinds.at(words, end):
        return end
    if before == "of" and place > 1 and phrasing.kinds.at(words, place - 2):
        return end
    return place


def _name_end(words: NameWords, covered: bytearray, place: int, phrasing: _Phrasing) -> int:
    end, limit = place, min(len(words.keys), place + LONGEST_NAME)
    while end < limit and not covered[end] and words.keys[end][0].isalpha():
        key = words.keys[end]
        if not words.capitals[end] and key not in phrasing.connectors:
            break
        if key in phrasing.not_places or (end > place and phrasing.kinds.at(words, end)):
            break
        end += 1
    while end > place and not words.capitals[end - 1]:
        end -= 1
    return end


def _with_phrasing(found: _Found, words: NameWords, phrasing: _Phrasing) -> _Found:
    """The same with the words around it that say what kind of place it is, and which part."""
    first, end, kind, candidates = found.first, found.end, found.kind, found.candidates
    wide = False
    noun = phrasing.kinds.at(words, end) if end < len(words.keys) else None
    if noun and not (words.capitals[noun[0] - 1] and words.keys[noun[0] - 1] in phrasing.group_endings):
        wide = noun[1] in ("governorate", "region")
        kind = noun[1] if not candidates or wide else kind
        end = noun[0]
    while first and (words.keys[first - 1] in phrasing.directions):
        wide, first = True, first - 1
    before = first - 1
    if before > 0 and words.keys[before] == "of":
        stop = before
        while before > max(0, stop - 3) and not (hit := phrasing.kinds.at(words, before - 1)) :
            before -= 1
        hit = phrasing.kinds.at(words, before - 1)
        if hit and hit[0] == stop:
            first = before - 1
            wide = hit[1] == "governorate" or (hit[1] == "region" and words.keys[stop - 1] == "countryside")
            kind = hit[1] if not candidates or wide else kind
            while first and words.keys[first - 1] in phrasing.directions:
                first -= 1
    if wide and candidates:
        governorate = phrasing.known.governorates.get(candidates[0].place.admin or "")
        if governorate and candidates[0].kind in ("city", "governorate") and candidates[0].place.name == candidates[0].place.admin:
            candidates, kind = (governorate,), "governorate"
        else:
            kind = candidates[0].kind
    return attrs.evolve(found, first=first, end=end, kind=kind, candidates=candidates)


def _nested(found: list[_Found], words: NameWords, phrasing: _Phrasing) -> list[_Found]:
    """Places that lie in the one that follows or precedes them, joined with it."""
    joined: list[_Found] = []
    for inner in reversed(found):
        outer = joined[-1] if joined else None
        if outer is not None and outer.first - inner.end <= LONGEST_LINK and outer.first >= inner.end:
            gap = words.keys[inner.end : outer.first]
            wider = outer.outer or (outer.candidates[0] if outer.candidates else None)
            if wider and all(key in phrasing.links or key in phrasing.directions for key in gap):
                if gap in ([], ["'s"]) and WIDTH[inner.kind] > WIDTH[outer.kind] and inner.candidates:
                    joined[-1] = attrs.evolve(outer, first=inner.first, outer=inner.candidates[0])
                    continue
                if gap not in ([], ["'s"]) and _lies_in(inner, wider, outer, gap):
                    candidates = tuple(one for one in inner.candidates if one.place.admin == wider.place.admin)
                    joined[-1] = attrs.evolve(inner, end=outer.end, candidates=candidates or inner.candidates, outer=wider)
                    continue
        joined.append(inner)
    return joined[::-1]


def _lies_in(inner: _Found, wider: Known, outer: _Found, gap: list[str]) -> bool:
    if not inner.candidates:
        return "in" in gap or "of" in gap or outer.kind in ("governorate", "country")
    if wider.kind == "country":
        return WIDTH[inner.kind] < WIDTH["country"]
    same = any(one.place.admin == wider.place.admin for one in inner.candidates)
    return same and min(one.width for one in inner.candidates) < max(wider.width, WIDTH[outer.kind])


def _chosen(one: _Found, found: list[_Found], name: str) -> Place:
    if one.candidates:
        if len(one.candidates) == 1:
            return one.candidates[0].place
        admins = {known.place.admin for known in one.candidates}
        near = sorted(
            (abs(other.first - one.first), other.first, other.candidates[0].place.admin or "")
            for other in found
            if other is not one and len(other.candidates) == 1 and other.candidates[0].place.admin in admins
        )
        for known in one.candidates:
            if near and known.place.admin == near[0][2]:
                return known.place
        return one.candidates[0].place
    outer = one.outer
    if outer is None or outer.kind == "country":
        return Place(name, None)
    return Place(name, outer.place.admin, outer.place.lat, outer.place.lon, outer.place.radius_km)
