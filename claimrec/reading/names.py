"""Finds the names of a text: actors, places, sources, kinds of events and of victims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Literal

import attrs

from claimrec.lexicon.entries import ActorEntry, EventEntry, SourceEntry, VictimEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.actors import ActorWords, Span, doing, qualifying, unlisted
from claimrec.reading.datelines import dateline_of
from claimrec.reading.definitions import as_defined
from claimrec.reading.mentions import ActorMention, EventMention, Names, SourceMention, VictimMention
from claimrec.reading.name_phrases import NamePhrases, NameSearch
from claimrec.reading.name_words import POSSESSIVE, NameWords
from claimrec.reading.namesakes_at_home import AT_HOME, Namesakes
from claimrec.reading.places import FoundPlaces, find_places, place_lists
from claimrec.reading.tokens import Tokens, tokenize, words_of

GROUP_REACH = 5
"""Words between a country and its group ("Yemen's Iran-aligned X")."""


@attrs.frozen
class _Noun:
    group: str
    plural: bool
    combatant: bool


@attrs.frozen(eq=False)
class _Tables:
    """The lexicon's names and nouns, ready to be searched for."""

    named: NamePhrases[tuple[Literal["actor", "source"], str]]
    events: NamePhrases[str]
    victims: NamePhrases[_Noun]


@lru_cache(maxsize=16)
def _tables(lexicon: Lexicon) -> _Tables:
    actors, sources = lexicon.of(ActorEntry), lexicon.of(SourceEntry)
    return _Tables(
        named=NamePhrases(
            [
                *((alias, ("actor", name)) for name, entry in actors.items() for alias in (name, *entry.aliases)),
                *((alias, ("source", name)) for name, entry in sources.items() for alias in (name, *entry.aliases)),
            ],
            lexicon,
        ),
        events=NamePhrases(
            ((word, name) for name, entry in lexicon.of(EventEntry).items() for word in entry.words), lexicon
        ),
        victims=NamePhrases(
            (
                (noun, _Noun(name, plural, entry.combatant))
                for name, entry in lexicon.of(VictimEntry).items()
                for plural, listed in ((True, entry.plural), (False, entry.singular))
                for noun in listed
            ),
            lexicon,
        ),
    )


@lru_cache(maxsize=16)
def _search(lexicon: Lexicon) -> NameSearch:
    """Every list of names and nouns that is looked for in a whole text."""
    tables, actors = _tables(lexicon), ActorWords.of(lexicon)
    nouns = (tables.events, tables.victims)
    return NameSearch((tables.named, actors.adjectives, actors.states, *nouns, *place_lists(lexicon)))


def find_names(
    tokens: Tokens, text: str, lexicon: Lexicon, *, publisher: str = "", countries: frozenset[str] = frozenset()
) -> Names:
    """Every name and noun of people, each list in the order of the text; of two that overlap in one list the longer.

    Names of actors and sources win over places, so the Aleppo Media Center is no part of Aleppo. Nouns of people and
    of events are found inside names as well: "regime forces" is an actor, and its forces can be counted. A text that
    speaks of no country speaks of these `countries`, or of those in its publisher's name.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.tokens import tokenize
    >>> text = "Two soldiers were killed by Israeli shelling near the village of Kafr Ruma."
    >>> names = find_names(tokenize(text), text, load_lexicon())
    >>> names.actors[0].actor, names.actors[0].words, names.places[0].place.name
    ('Israeli armed forces', 'Israeli', 'Kafr Ruma')
    """
    tables, namesakes = _tables(lexicon), Namesakes.of(lexicon)
    words = NameWords.of(tokens, lexicon, text)
    dateline = dateline_of(tokens, text)
    found = _search(lexicon).everywhere(words)
    covered = bytearray(len(words.keys))
    actors: list[tuple[int, int, str]] = []
    sources: list[tuple[int, int, str]] = []
    qualified = {first: (end, actor) for first, end, actor in qualifying(words, found, lexicon)}
    named_hits = as_defined(found.apart(tables.named), words, tokens, text, lexicon, publisher)
    for first, end, (kind, name) in named_hits:
        if kind == "source" and qualified.get(first, (0, ""))[0] >= end:
            continue  # "Syrian government" speaks, but "Syrian government shelling" kills
        if kind == "source" and words.hyphen_follows(end, tokens):
            continue  # "the Kremlin-installed governor"
        covered[first:end] = b"\1" * (end - first)
        if kind == "source":
            sources.append((first, end, name))
        else:
            actors.append((first, end, name))
    states = found.apart(ActorWords.of(lexicon).states)
    adjectives = ((first, end, actor) for first, (end, actor) in qualified.items())
    for first, end, name in (*adjectives, *doing(states, words, lexicon)):
        if 1 not in covered[first:end] and not _is_home_of_group(words, covered, end):
            covered[first:end] = b"\1" * (end - first)
            actors.append((first, end, name))
    for first, end in unlisted(words, covered, lexicon):
        actors.append((first, end, words_of(tokens, *words.span(first, end), text)))
    places = find_places(words, found, covered, tokens, text, lexicon, dateline)
    qualities = [(first, end, name) for first, end, (name, _) in found.apart(ActorWords.of(lexicon).adjectives)]
    everybody = {*actors, *sources, *states, *qualities}
    called = [(one, tuple(words.keys[one[0] : one[1]])) for one in everybody if one[2] in namesakes.sharing]
    shared = {one: keys for one, keys in called if one[2] in namesakes.shared.get(keys, ())}
    spoken_of = places.countries | namesakes.countries_of({one[2] for one in everybody if one not in shared})
    beside = frozenset() if spoken_of else countries or _countries_of_publisher(publisher, lexicon)
    spoken_of |= beside
    meant = {one: namesakes.meant(one[2], keys, spoken_of) for one, keys in shared.items()}
    ends = {end for _, end, _ in actors} if shared else ()
    meant |= {one: None for one in shared if one[0] in ends}  # nouns of the name before them, as in "M23 rebels"
    firsts, last = words.firsts, words.tokens
    return Names(
        tuple(_actor_mentions(actors, meant, words, tokens, text)),
        places.mentions,
        tuple([SourceMention(*words.span(*one[:2]), source) for one in sources if (source := meant.get(one, one[2]))]),
        tuple([EventMention(firsts[n], last[end - 1] + 1, event) for n, end, event in found.apart(tables.events)]),
        tuple(
            [
                VictimMention(firsts[n], last[end - 1] + 1, noun.group, noun.plural, noun.combatant)
                for n, end, noun in found.apart(tables.victims)
            ]
        ),
        places.home,
        places.town,
        dateline,
        words.shouted,
        _forces_spoken_of((meant.get(one, one[2]) for one in states), places, beside, namesakes)
        or tuple(one[2] for one in (*actors, *qualities) if one not in shared and one[2] in namesakes.states),
        spoken_of,
    )


def _is_home_of_group(words: NameWords, covered: bytearray, end: int) -> bool:
    """As in "Sudan's paramilitary X", "Yemen's X": does the name of a country only say whose group is named next?"""
    if words.keys[end : end + 1] != [POSSESSIVE]:
        return False
    group = next((place for place in range(end + 1, min(end + GROUP_REACH, len(covered))) if covered[place]), None)
    return group is not None and 1 not in words.capitals[end + 1 : group]


def _actor_mentions(
    actors: Iterable[Span], meant: Mapping[Span, str | None], words: NameWords, tokens: Tokens, text: str
) -> Iterator[ActorMention]:
    firsts, last = words.firsts, words.tokens
    for one in sorted(actors):
        name = meant.get(one, one[2])
        if name is not None:
            begin, stop = firsts[one[0]], last[one[1] - 1] + 1
            yield ActorMention(begin, stop, name, words_of(tokens, begin, stop, text))


def _forces_spoken_of(
    states: Iterable[str | None], places: FoundPlaces, beside: frozenset[str], namesakes: Namesakes
) -> tuple[str, ...]:
    """The forces of states, once for each time that one is named; of a country that only its places name, once.

    Those of the country that the text is about count as named so many times more.
    """
    named = [actor for actor in states if actor]
    around = sorted(places.countries or beside)
    others = [namesakes.forces[country] for country in around if country in namesakes.forces]
    own = namesakes.forces.get(places.home.place.name) if places.home else None
    return (*named, *(actor for actor in others if actor not in named), *([own] * AT_HOME if own else ()))


@lru_cache(maxsize=256)
def _countries_of_publisher(publisher: str, lexicon: Lexicon) -> frozenset[str]:
    """The countries that a publisher's name speaks of, whose army its "army" then is: "Yemen Herald"."""
    return find_names(tokenize(publisher), publisher, lexicon).countries if publisher else frozenset()
