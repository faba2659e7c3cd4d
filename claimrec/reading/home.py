"""Where a text is at home: its country, the town it was written in, and what "here" and "the capital" mean in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimrec.lexicon.entries import PlaceKind
from claimrec.reading.datelines import Dateline
from claimrec.reading.gazetteer import WIDTH, Known
from claimrec.reading.listed_places import ListedPlaces
from claimrec.reading.mentions import PlaceMention
from claimrec.reading.name_phrases import FoundNames
from claimrec.reading.name_words import NameWords
from claimrec.reading.phrasing import Phrasing
from claimrec.reading.tokens import Tokens, words_of
from claimrec.records.claim import Where
from claimrec.values.place import Place

ABROAD = 3.0
"""Times the radius of a country's area from its middle, beyond which a town is not in it (own; few are so long)."""


def home_of(listed: ListedPlaces, words: NameWords, tokens: Tokens, text: str, phrasing: Phrasing) -> Where | None:
    """The country that a text speaks of most, in the first words that speak of it; None where it speaks of none."""
    country = listed.home and phrasing.known.countries.get(listed.home)
    if not country or not listed.home:
        return None
    return Where(country.place, words_of(tokens, *words.span(*listed.said[listed.home]), text))


def pointed_at(
    mentions: Sequence[PlaceMention],
    listed: ListedPlaces,
    words: NameWords,
    found: FoundNames,
    tokens: Tokens,
    text: str,
    phrasing: Phrasing,
    dateline: Dateline,
) -> Iterator[PlaceMention]:
    """Words that mean a place without its name: "here" and "this city" that of the dateline, "the capital" the home's.

    "The capital of X" and "the capital, X" are no such words: they name it.
    """
    pointing = found.apart(phrasing.pointing)
    if not pointing:
        return
    written = next((mention for mention in mentions if dateline.holds(mention.first)), None)
    capital = _capital(listed, phrasing)
    for first, stop, which in pointing:
        begin, past = words.span(first, stop)
        if begin < dateline.end or words.keys[stop : stop + 1] in (["of"], ["'s"]):
            continue
        if any(begin - 2 <= one.end <= begin or past <= one.first <= past + 1 for one in mentions):
            continue
        place: tuple[Place, PlaceKind] | None = None
        if which == "dateline" and written is not None:
            place = written.place, written.kind
        elif which == "capital" and capital is not None:
            place = capital.place, capital.kind
        if place:
            yield PlaceMention(begin, past, place[0], words_of(tokens, begin, past, text), place[1])


def town_of(
    mentions: Sequence[PlaceMention], listed: ListedPlaces, tokens: Tokens, phrasing: Phrasing, dateline: Dateline
) -> Where | None:
    """The town where local news happens: that of the dateline, else that whose police speaks.

    It is no country's capital, and lies in the country that the text speaks of most.
    """
    country = phrasing.known.countries.get(listed.home) if listed.home else None
    written = [mention for mention in mentions if dateline.holds(mention.first)] if dateline.end else []
    police = (one for one in mentions if not phrasing.police.isdisjoint(tokens.lower[one.end : one.end + 1]))
    for mention in (*written, *police):
        if WIDTH[mention.kind] > WIDTH["city"] or mention.place in phrasing.known.seats:
            continue
        if country is None or not _is_far(mention.place, country.place):
            return Where(mention.place, mention.words)
    return None


def _is_far(town: Place, country: Place) -> bool:
    apart = town.km_to(country)
    return apart is not None and apart > ABROAD * (country.radius_km or 0)


def _capital(listed: ListedPlaces, phrasing: Phrasing) -> Known | None:
    """The capital of the home country, where the lists have it."""
    return phrasing.known.capitals.get(listed.home) if listed.home else None
