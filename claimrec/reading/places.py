"""Finds the places of a text: those that lists know, those that a phrase makes places, each with what it lies in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter
from typing import Any

from claimrec.lexicon.loader import Lexicon
from claimrec.reading.brief import brief
from claimrec.reading.datelines import Dateline
from claimrec.reading.gazetteer import WIDTH, Known
from claimrec.reading.home import home_of, pointed_at, town_of
from claimrec.reading.listed_places import ListedPlaces
from claimrec.reading.local_places import LONGEST_NAME, has_cue, is_surely_one, unlisted_end
from claimrec.reading.mentions import PlaceMention
from claimrec.reading.name_phrases import FoundNames, NamePhrases
from claimrec.reading.name_words import NameWords
from claimrec.reading.namesakes import Setting, chosen_places
from claimrec.reading.nested_places import FoundPlace, nested, with_phrasing
from claimrec.reading.phrasing import Phrasing
from claimrec.reading.tokens import Tokens, words_of
from claimrec.records.claim import Where

DOUBTFUL = attrgetter("doubtful")
"""Is one of the lexicon's places a word or a person's name as well?"""


@brief
class FoundPlaces:
    """The places of a text, left to right, and the countries that they lie in.

    `home` is the country that the text is about, `town` that of its dateline, where it is news of that town.
    """

    mentions: tuple[PlaceMention, ...]
    countries: frozenset[str]
    home: Where | None
    town: Where | None


def place_lists(lexicon: Lexicon) -> tuple[NamePhrases[Any], ...]:
    """The lists of names that places are told by."""
    phrasing = Phrasing.of(lexicon)
    return phrasing.known.phrases, phrasing.known.short_forms, phrasing.demonyms, phrasing.pointing


def find_places(
    words: NameWords,
    names: FoundNames,
    covered: bytearray,
    tokens: Tokens,
    text: str,
    lexicon: Lexicon,
    dateline: Dateline,
) -> FoundPlaces:
    """The places among words that no actor's or source's name covers, the countries spoken of, and the text's home.

    Of nested places ("Kafr Ruma in Idlib province") the mention is the finest, its `admin` from the outer one; a
    place that no list knows gets the outer one's point and radius: it lies somewhere in there.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.name_phrases import NameSearch
    >>> from claimrec.reading.tokens import tokenize
    >>> text, lexicon = "in the village of Umm Nakhla in northern Idlib", load_lexicon()
    >>> tokens = tokenize(text)
    >>> words = NameWords.of(tokens, lexicon)
    >>> names = NameSearch(place_lists(lexicon)).everywhere(words)
    >>> places = find_places(words, names, bytearray(len(words.keys)), tokens, text, lexicon, Dateline(0, 0))
    >>> [found] = places.mentions
    >>> found.words, found.kind, found.place.name, found.place.admin
    ('village of Umm Nakhla in northern Idlib', 'village', 'Umm Nakhla', 'Idlib')
    >>> sorted(places.countries)
    ['Syria']
    """
    phrasing = Phrasing.of(lexicon)
    listed = ListedPlaces.of(words, names, covered, phrasing, lexicon, dateline)
    found = nested(_named(words, covered, tokens, phrasing, listed, dateline), words, phrasing)
    setting = Setting.of(found)
    spelled = [words_of(tokens, *words.span(one.name, one.name_end), text) for one in found]
    mentions: list[PlaceMention] = []
    for one, name, chosen in zip(found, spelled, chosen_places(found, spelled, setting, phrasing), strict=True):
        if chosen:
            begin, stop = words.span(one.first, one.end)
            printed = name if one.bare else words_of(tokens, begin, stop, text)
            mentions.append(PlaceMention(begin, stop, chosen[0], printed, chosen[1]))
    mentions += pointed_at(mentions, listed, words, names, tokens, text, phrasing, dateline)
    return FoundPlaces(
        tuple(sorted(mentions, key=attrgetter("first"))),
        frozenset(country for country in setting.countries if country),
        home_of(listed, words, tokens, text, phrasing),
        town_of(mentions, listed, tokens, phrasing, dateline),
    )


def _named(
    words: NameWords,
    covered: bytearray,
    tokens: Tokens,
    phrasing: Phrasing,
    listed: ListedPlaces,
    dateline: Dateline,
) -> Iterator[FoundPlace]:
    """Known names, and unlisted ones that stand in a phrase for places."""
    past, reached = 0, 0  # where the last place and the last word looked at ended
    told: set[tuple[str, ...]] = set()  # names that no list has, of places that the text has told
    listing = False  # does a list of places go on here ("the towns of Jibrin and ...")?
    keys, ordinary = words.keys, phrasing.ordinary
    named = [
        place
        for place in words.capitalised()
        if keys[place] not in ordinary or keys[place + 1 : place + 2] == [","] or words.tokens[place] < dateline.end
    ]
    for place in sorted(listed.hits.keys() | named):
        if place < reached or covered[place]:
            continue
        listing = listing and all(key in phrasing.joining for key in words.keys[reached:place])
        hit = listed.hits.get(place)
        written = dateline.first <= words.tokens[place] < dateline.end
        sure = hit and (written or _is_meant(hit, words, covered, place, past, listed.countries, phrasing))
        candidates = hit[1] if hit and sure else ()
        if hit and candidates:
            end = hit[0]
        elif written and not words.shouted and (end := _end_in_dateline(words, place, listed)):
            pass
        elif not words.capitals[place]:
            end = place
        elif phrasing.division_behind(words, place + 1):
            end = place + 1  # also a town named by a word ("King, N.C.")
        elif phrasing.is_ordinary(words.keys[place]):
            end = place
        else:
            end = unlisted_end(words, covered, place, phrasing, told, listed=listing)
        if end == place or _is_compound(words, end, tokens, phrasing):
            listing = listing and (end > place or words.keys[place] in phrasing.joining)
            reached = max(end, place + 1)
            continue
        found = _in_its_division(
            with_phrasing(FoundPlace.named(place, end, candidates), words, phrasing), words, phrasing
        )
        if not candidates and not words.shouted and is_surely_one(words, place, end, phrasing):
            told.add(tuple(words.keys[place:end]))
        listing = listing or words.keys[found.first] in phrasing.plural_nouns
        past = reached = found.end
        yield found


def _in_its_division(found: FoundPlace, words: NameWords, phrasing: Phrasing) -> FoundPlace:
    division = phrasing.division_behind(words, found.end)
    return found.inside(division[1], division[0]) if division else found


def _end_in_dateline(words: NameWords, place: int, listed: ListedPlaces) -> int:
    """The end of "QORVIK" in the dateline "QORVIK, Ohio"; 0 where no governorate or country follows."""
    end = place
    while end < min(len(words.keys), place + LONGEST_NAME) and words.capitals[end]:
        end += 1
    following = listed.hits.get(end + 1) if end > place and words.keys[end : end + 1] == [","] else None
    wide = following is not None and any(known.width >= WIDTH["governorate"] for known in following[1])
    return end if wide else 0


def _is_meant(
    hit: tuple[int, tuple[Known, ...]],
    words: NameWords,
    covered: bytearray,
    place: int,
    past: int,
    countries: Collection[str | None],
    phrasing: Phrasing,
) -> bool:
    """Is the listed name a place here, and no word or person of that name?"""
    end, candidates = hit
    if 1 in covered[place:end] or (end == place + 1 and _is_only_a_head(words, place, phrasing)):
        return False
    doubtful = words.keys[place] in phrasing.not_places or any(map(DOUBTFUL, candidates))
    if doubtful and (phrasing.division_behind(words, end) or phrasing.is_towns(words, end)):
        return True
    if doubtful or (
        words.shouted and end == place + 1 and (_are_small(candidates) or _are_foreign(candidates, countries))
    ):
        listing = 0 < past < place and all(key in phrasing.joining for key in words.keys[past:place])
        return listing or has_cue(words, place, phrasing)
    if words.shouted or not place or place == past or covered[place - 1]:
        return True
    before = words.keys[place - 1]
    first_name = words.capitals[place - 1] and before.isalpha() and not phrasing.is_ordinary(before)
    return not (first_name and _are_small(candidates))  # as in "Kevin Kennedy"


def _is_only_a_head(words: NameWords, place: int, phrasing: Phrasing) -> bool:
    """As in "Burj al-Barajneh": does a longer name begin with the word, which is a place's name too?"""
    end = place + 1
    if words.keys[place] not in phrasing.heads or words.shouted or end == len(words.keys):
        return False
    return bool(words.capitals[end]) and not phrasing.is_ordinary(words.keys[end]) and not phrasing.kinds.at(words, end)


def _are_small(candidates: Sequence[Known]) -> bool:
    return all(WIDTH[known.kind] <= WIDTH["town"] for known in candidates)


def _are_foreign(candidates: Sequence[Known], countries: Collection[str | None]) -> bool:
    return bool(countries) and not any(known.country in countries for known in candidates)


def _is_compound(words: NameWords, end: int, tokens: Tokens, phrasing: Phrasing) -> bool:
    """As in "Ankara-backed": the name says who, not where."""
    ending = end < len(words.keys) and words.keys[end] in phrasing.compound_endings
    return ending and words.hyphen_follows(end, tokens)
