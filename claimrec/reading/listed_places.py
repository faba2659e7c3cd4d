"""Which names of a text stand in the lists of places, and which countries the text speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from operator import itemgetter

from claimrec.lexicon.entries import WarEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.brief import brief
from claimrec.reading.datelines import Dateline
from claimrec.reading.gazetteer import Known, towns_of
from claimrec.reading.local_places import has_cue
from claimrec.reading.name_phrases import FoundNames
from claimrec.reading.name_words import POSSESSIVE, NameWords
from claimrec.reading.phrasing import Phrasing

SHARE = 0.2
"""The towns of a country that has this share of the words for countries are looked up (own)."""
MOST_COUNTRIES = 3
"""Countries whose towns are looked up in one text."""
WRITTEN_THERE = 2
"""As many words for its country the town of a dateline stands for: news is mostly of where it is written (own)."""
AROUND = frozenset({",", "("})
"""Between the town of a dateline and the country that it lies in."""
FAMOUS_KM = 15.0
"""Cities of this radius, of two million people and more, are meant by their name in any country's news."""

Hit = tuple[int, tuple[Known, ...]]
"""The end of a listed name (not included), and the places that it may be."""


@brief
class ListedPlaces:
    """The listed names of a text by the word they begin at, and how often each country is spoken of.

    `said` is the first word, and the end, that speaks of a country: its own name or its people's, else a place in it.
    """

    hits: Mapping[int, Hit]
    countries: Counter[str]
    said: Mapping[str, tuple[int, int]]

    @property
    def home(self) -> str | None:
        """The country that the text speaks of most, of two the first; None where it speaks of none."""
        return max(self.countries, key=self.countries.__getitem__, default=None)

    @classmethod
    def of(
        cls,
        words: NameWords,
        found: FoundNames,
        covered: bytearray,
        phrasing: Phrasing,
        lexicon: Lexicon,
        dateline: Dateline,
    ) -> ListedPlaces:
        """Those of a text; smaller places are known only in the countries that it speaks of."""
        hits = {place: (end, candidates) for place, end, candidates in found.of(phrasing.known.phrases)}
        divisions = phrasing.divisions_in(words, found)
        mentions = [(True, at, end, known.country) for at, end, known in divisions if known.country]
        for place, (end, candidates) in hits.items():
            country, itself = candidates[0].country, candidates[0].kind == "country"
            sure = itself or (_of_one_country(candidates) and _is_sure(candidates[0], words, place, end, phrasing))
            owning = itself and words.keys[end : end + 1] == [POSSESSIVE]  # "Myanmar's military" speaks of it too
            if sure and country and (owning or not covered[place]):
                mentions.append((not itself, place, end, country))
        named = {country for _, _, _, country in mentions}
        mentions += [(False, first, end, country) for first, end, country in found.apart(phrasing.demonyms)]
        written = _written_in(hits, words, phrasing, dateline)
        if written is not None:
            hits[0] = written
            wars = {war.country for war in lexicon.of(WarEntry).values()}
            spoken_of = {country for _, _, _, country in mentions}
            elsewhere = named and written[1][0].country not in spoken_of
            abroad = elsewhere or not wars.isdisjoint(spoken_of)  # where a war's news is written too
            times = 0 if abroad else WRITTEN_THERE
            mentions += [(True, 0, written[0], country) for country in [written[1][0].country] * times if country]
        countries = Counter([country for _, _, _, country in sorted(mentions, key=itemgetter(1))])
        said: dict[str, tuple[int, int]] = {}
        for _, first, end, country in sorted(mentions):
            said.setdefault(country, (first, end))
        least = SHARE * countries.total()
        for country, times in sorted(countries.items(), key=lambda one: (-one[1], one[0]))[:MOST_COUNTRIES]:
            if times >= least:
                _add_towns(hits, words, country, countries, phrasing, lexicon)
        return cls(hits, countries, said)


def _written_in(hits: Mapping[int, Hit], words: NameWords, phrasing: Phrasing, dateline: Dateline) -> Hit | None:
    """The town that a dateline begins with, where it is known which: a capital before its namesakes elsewhere."""
    hit = hits.get(0) if words.tokens and dateline.holds(words.tokens[0]) else None
    if hit is None or hit[1][0].kind == "country":
        return None
    end, candidates = hit
    outer = phrasing.division_behind(words, end)
    around = [outer[1]] if outer else hits[end + 1][1] if words.keys[end] in AROUND and end + 1 in hits else ()
    said = tuple(one for one in candidates if any(one.lies_in(wider) for wider in around))
    capitals = tuple(one for one in candidates if one.place in phrasing.known.seats)
    meant = said or capitals or candidates
    return (end, meant) if len(meant) == 1 else None


def _of_one_country(candidates: Sequence[Known]) -> bool:
    """As "Kabul", which is a city and its province."""
    return len(candidates) == 1 or len({known.country for known in candidates}) == 1


def _is_sure(known: Known, words: NameWords, place: int, end: int, phrasing: Phrasing) -> bool:
    """Does a preposition stand before the name, a noun for places behind it, or its town before it ("Paris, Texas")?"""
    if has_cue(words, place, phrasing) or (not words.shouted and phrasing.kind_behind(words, end)):
        return True
    outer = known.kind == "governorate" and place > 1 and words.keys[place - 1] == ","
    return outer and bool(words.capitals[place - 2])


def _add_towns(
    hits: dict[int, Hit],
    words: NameWords,
    country: str,
    countries: Counter[str],
    phrasing: Phrasing,
    lexicon: Lexicon,
) -> None:
    """The towns of one country; a longer name wins, and so does one in the country over a lesser one elsewhere."""
    towns = towns_of(lexicon, country)
    for place, end, candidates in towns.everywhere(words):
        if all(phrasing.is_ordinary(key) for key in words.keys[place:end]):
            continue  # as in "the mountains"
        reached, others = hits.get(place, (0, ()))
        if end > reached or (end == reached and all(_is_unlikely(known, countries) for known in others)):
            hits[place] = end, candidates


def _is_unlikely(known: Known, countries: Counter[str]) -> bool:
    return known.country not in countries and known.kind != "country" and (known.place.radius_km or 0) < FAMOUS_KM
