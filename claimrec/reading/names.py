"""Finds the names of a text: actors, places, sources, kinds of events and of victims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal

import attrs

from claimrec.lexicon.entries import ActorEntry, EventEntry, SourceEntry, VictimEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.actors import ActorWords, doing, qualifying, unlisted
from claimrec.reading.datelines import dateline_of
from claimrec.reading.mentions import ActorMention, EventMention, Names, SourceMention, VictimMention
from claimrec.reading.name_phrases import NamePhrases, NameSearch
from claimrec.reading.name_words import NameWords, name_keys
from claimrec.reading.places import FoundPlaces, find_places, place_lists
from claimrec.reading.tokens import Tokens, words_of

AT_HOME = 2
"""Times that the forces of the country of an article count as named: "the army" is most often its own (own)."""


@attrs.frozen
class _Noun:
    group: str
    plural: bool
    combatant: bool


@attrs.frozen(eq=False)
class _Tables:
    """The lexicon's names and nouns, ready to be searched for."""

    named: NamePhrases[tuple[Literal["actor", "source"], str]]
    homes: Mapping[str, tuple[str, ...]]
    countries: Mapping[str, tuple[str, ...]]
    """The forces of states with the names of their states."""
    small: frozenset[tuple[str, tuple[str, ...]]]
    """Actors with the names that others elsewhere have too: those written small, and shared ones."""
    sharing: frozenset[str] = attrs.field(init=False)  # those who have such a name
    events: NamePhrases[str]
    victims: NamePhrases[_Noun]

    @sharing.default
    def _sharing(self) -> frozenset[str]:
        return frozenset(name for name, _ in self.small)


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
        homes={name: entry.homes for entries in (actors, sources) for name, entry in entries.items() if entry.homes},
        countries={name: (*entry.states, *entry.homes) for name, entry in actors.items() if entry.kind == "state"},
        small=frozenset(
            (name, name_keys(words)[1])
            for name, entry in actors.items()
            for words in (*entry.aliases, *entry.adjectives, *entry.states)
            if words == words.lower() or words in entry.shared
        )
        | frozenset(
            (name, name_keys(words)[1])
            for name, entry in sources.items()
            for words in entry.aliases
            if entry.homes and words == words.lower()
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


def find_names(tokens: Tokens, text: str, lexicon: Lexicon) -> Names:
    """Every name and noun of people, each list in the order of the text; of two that overlap in one list the longer.

    Names of actors and sources win over places, so the Aleppo Media Center is no part of Aleppo. Nouns of people and
    of events are found inside names as well: "regime forces" is an actor, and its forces can be counted.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.tokens import tokenize
    >>> text = "Two soldiers were killed by Israeli shelling near the village of Kafr Ruma."
    >>> names = find_names(tokenize(text), text, load_lexicon())
    >>> names.actors[0].actor, names.actors[0].words, names.places[0].place.name
    ('Israeli armed forces', 'Israeli', 'Kafr Ruma')
    """
    tables = _tables(lexicon)
    words = NameWords.of(tokens, lexicon, text)
    dateline = dateline_of(tokens, text)
    found = _search(lexicon).everywhere(words)
    covered = bytearray(len(words.keys))
    actors: list[tuple[int, int, str]] = []
    sources: list[tuple[int, int, str]] = []
    qualified = {first: (end, actor) for first, end, actor in qualifying(words, found, lexicon)}
    for first, end, (kind, name) in found.apart(tables.named):
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
        if 1 not in covered[first:end]:
            covered[first:end] = b"\1" * (end - first)
            actors.append((first, end, name))
    for first, end in unlisted(words, covered, lexicon):
        actors.append((first, end, words_of(tokens, *words.span(first, end), text)))
    places = find_places(words, found, covered, tokens, text, lexicon, dateline)
    qualities = [(first, end, name) for first, end, (name, _) in found.apart(ActorWords.of(lexicon).adjectives)]
    everybody = {*actors, *sources, *states, *qualities}
    small = {one for one in everybody if one[2] in tables.sharing and _is_small(one, words, tables)}
    sure = [one for one in (*actors, *states, *qualities) if one not in small]
    named = {name for _, _, name in sure}
    spoken_of = places.countries.union(*(tables.countries[name] for name in named if name in tables.countries))
    ends = {end for _, end, _ in actors}
    abroad = {one for one in small if _is_abroad(one[2], spoken_of, tables)}
    nouns = {one for one in small if one[0] in ends}  # of the name before them, as in "M23 rebels"
    firsts, last = words.firsts, words.tokens
    at_home = [one for one in sorted(actors) if one not in abroad and one not in nouns]
    return Names(
        tuple(_actor_mentions(at_home, words, tokens, text)),
        places.mentions,
        tuple([SourceMention(*words.span(one[0], one[1]), one[2]) for one in sources if one not in abroad]),
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
        _spoken_of((one for one in states if one not in abroad), places, lexicon)
        or tuple(name for _, _, name in sure if name in tables.countries),
    )


def _is_small(one: tuple[int, int, str], words: NameWords, tables: _Tables) -> bool:
    """Is somebody here called by a name that others elsewhere have too?"""
    return (one[2], tuple(words.keys[one[0] : one[1]])) in tables.small


def _spoken_of(states: Iterable[tuple[int, int, str]], places: FoundPlaces, lexicon: Lexicon) -> tuple[str, ...]:
    """The forces of states, once for each time that one is named; of a country that only its places name, once.

    Those of the country that the text is about count as named so many times more.
    """
    forces = _national_forces(lexicon)
    named = [actor for _, _, actor in states]
    others = [forces[country] for country in sorted(places.countries) if country in forces]
    own = forces.get(places.home.place.name) if places.home else None
    return (*named, *(actor for actor in others if actor not in named), *([own] * AT_HOME if own else ()))


@lru_cache(maxsize=16)
def _national_forces(lexicon: Lexicon) -> Mapping[str, str]:
    states = {name: entry for name, entry in lexicon.of(ActorEntry).items() if entry.kind == "state"}
    return {country: name for name, entry in states.items() for country in (*entry.states, *entry.homes)}


def _is_abroad(name: str, countries: frozenset[str], tables: _Tables) -> bool:
    """Are others meant than those for whom the lexicon has a name such as "rebels": is another conflict spoken of?"""
    homes = tables.homes.get(name, ())
    return bool(homes) and bool(countries) and countries.isdisjoint(homes)


def _actor_mentions(
    actors: Iterable[tuple[int, int, str]], words: NameWords, tokens: Tokens, text: str
) -> Iterable[ActorMention]:
    for first, end, name in actors:
        begin, stop = words.span(first, end)
        yield ActorMention(begin, stop, name, words_of(tokens, begin, stop, text))
