"""Finds the places of a text: those that lists know, those that a phrase makes places, each with what it lies in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimrec.lexicon.loader import Lexicon
from claimrec.reading.gazetteer import WIDTH, Known
from claimrec.reading.local_places import Phrasing, has_cue, unlisted_end
from claimrec.reading.mentions import PlaceMention
from claimrec.reading.name_words import NameWords
from claimrec.reading.namesakes import Setting, chosen_places
from claimrec.reading.nested_places import FoundPlace, nested, with_phrasing
from claimrec.reading.tokens import Token, words_of


def find_places(
    words: NameWords, covered: bytearray, tokens: Sequence[Token], text: str, lexicon: Lexicon
) -> tuple[tuple[PlaceMention, ...], frozenset[str]]:
    """The places among words that no actor's or source's name covers, left to right, and the countries spoken of.

    Of nested places ("Kafr Ruma in Idlib province") the mention is the finest, its `admin` from the outer one; a
    place that no list knows gets the outer one's point and radius: it lies somewhere in there.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.tokens import tokenize
    >>> text, lexicon = "in the village of Umm Nakhla in northern Idlib", load_lexicon()
    >>> tokens = tokenize(text)
    >>> words = NameWords.of(tokens, lexicon)
    >>> [found], countries = find_places(words, bytearray(len(words.keys)), tokens, text, lexicon)
    >>> found.words, found.kind, found.place.name, found.place.admin
    ('village of Umm Nakhla in northern Idlib', 'village', 'Umm Nakhla', 'Idlib')
    >>> sorted(countries)
    ['Syria']
    """
    phrasing = Phrasing.of(lexicon)
    found = nested(_named(words, covered, tokens, phrasing), words, phrasing)
    setting = Setting.of(found)
    names = [words_of(tokens, *words.span(one.name, one.name_end), text) for one in found]
    mentions = []
    for one, chosen in zip(found, chosen_places(found, names, setting, phrasing), strict=True):
        if chosen:
            begin, stop = words.span(one.first, one.end)
            mentions.append(PlaceMention(begin, stop, chosen[0], words_of(tokens, begin, stop, text), chosen[1]))
    return tuple(mentions), frozenset(country for country in setting.countries if country)


def _named(words: NameWords, covered: bytearray, tokens: Sequence[Token], phrasing: Phrasing) -> Iterator[FoundPlace]:
    """Known names, and unlisted ones that stand in a phrase for places."""
    past, reached = 0, 0  # where the last place and the last word looked at ended
    listing = False  # does a list of places go on here ("the towns of Jibrin and ...")?
    starts = set(words.index.places_of(phrasing.known.phrases.starts))
    for place in sorted(starts.union(words.capitalised())):
        if place < reached or covered[place]:
            continue
        listed = place in starts
        listing = listing and all(key in phrasing.joining for key in words.keys[reached:place])
        hit = phrasing.known.phrases.at(words, place) if listed else None
        candidates = hit[1] if hit and _is_meant(hit, words, covered, place, past, phrasing) else ()
        if hit and candidates:
            end = hit[0]
        elif not words.capitals[place]:
            end = place
        else:
            end = unlisted_end(words, covered, place, phrasing, listed=listing)
        if end == place or _is_compound(words, end, tokens, phrasing):
            listing = listing and (end > place or words.keys[place] in phrasing.joining)
            reached = max(end, place + 1)
            continue
        found = with_phrasing(FoundPlace.named(place, end, candidates), words, phrasing)
        listing = listing or words.keys[found.first] in phrasing.plural_nouns
        past = reached = found.end
        yield found


def _is_meant(
    hit: tuple[int, tuple[Known, ...]],
    words: NameWords,
    covered: bytearray,
    place: int,
    past: int,
    phrasing: Phrasing,
) -> bool:
    """Is the listed name a place here, and no word or person of that name?"""
    end, candidates = hit
    if any(covered[place:end]):
        return False
    small = all(known.width <= WIDTH["town"] for known in candidates)
    doubtful = any(known.doubtful for known in candidates) or words.keys[place] in phrasing.not_places
    if doubtful or (words.shouted and small and end == place + 1):
        return has_cue(words, place, phrasing)
    if words.shouted or not small or not place or place == past or covered[place - 1]:
        return True
    before = words.keys[place - 1]
    first_name = words.capitals[place - 1] and before.isalpha() and not phrasing.is_ordinary(before)
    return not first_name  # as in "Kevin Kennedy"


def _is_compound(words: NameWords, end: int, tokens: Sequence[Token], phrasing: Phrasing) -> bool:
    """As in "Ankara-backed": the name says who, not where."""
    return words.hyphen_follows(end, tokens) and words.keys[end] in phrasing.compound_endings
