"""Finds the names of a text: actors, places, sources, kinds of events and of victims."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

import attrs

from claimrec.lexicon.entries import ActorEntry, EventEntry, SourceEntry, VictimEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.gazetteer import articles_of
from claimrec.reading.mentions import ActorMention, EventMention, Names, SourceMention, VictimMention
from claimrec.reading.name_words import NamePhrases, NameWords, key_of
from claimrec.reading.places import find_places
from claimrec.reading.tokens import Token, words_of


@attrs.frozen
class _Noun:
    group: str
    plural: bool
    combatant: bool


@attrs.frozen(eq=False)
class _Tables:
    """The lexicon's names, ready to be searched for."""

    articles: frozenset[str]
    doubtful_articles: frozenset[str]
    named: NamePhrases[tuple[Literal["actor", "source"], str]]
    adjectives: NamePhrases[tuple[str, bool]]  # the actor, and whether its members are meant too
    forces: NamePhrases[None]
    members: NamePhrases[None]
    between: frozenset[str]
    joining: frozenset[str]
    beside: frozenset[str]
    events: NamePhrases[str]
    victims: NamePhrases[_Noun]


@lru_cache(maxsize=16)
def _tables(lexicon: Lexicon) -> _Tables:
    articles = articles_of(lexicon)
    doubtful = frozenset(lexicon.words("names", "doubtful"))
    actors, sources = lexicon.of(ActorEntry), lexicon.of(SourceEntry)

    def keys(name: str) -> frozenset[str]:
        return frozenset(map(key_of, lexicon.words("names", name)))

    def nouns(*names: str) -> NamePhrases[None]:
        return NamePhrases(((word, None) for name in names for word in lexicon.words("names", name)), articles, doubtful)

    return _Tables(
        articles=keys("articles"),
        doubtful_articles=keys("doubtful_articles"),
        named=NamePhrases(
            [
                *((alias, ("actor", name)) for name, entry in actors.items() for alias in (name, *entry.aliases)),
                *((alias, ("source", name)) for name, entry in sources.items() for alias in (name, *entry.aliases)),
            ],
            articles,
            doubtful,
        ),
        adjectives=NamePhrases(
            (
                (adjective, (name, entry.kind in ("group", "side")))
                for name, entry in actors.items()
                for adjective in entry.adjectives
            ),
            articles,
            doubtful,
        ),
        forces=nouns("forces", "deeds"),
        members=nouns("forces", "deeds", "members"),
        between=keys("between"),
        joining=keys("joining"),
        beside=keys("beside"),
        events=NamePhrases(
            ((word, name) for name, entry in lexicon.of(EventEntry).items() for word in entry.words), articles, doubtful
        ),
        victims=NamePhrases(
            (
                (noun, _Noun(name, plural, entry.combatant))
                for name, entry in lexicon.of(VictimEntry).items()
                for plural, listed in ((True, entry.plural), (False, entry.singular))
                for noun in listed
            ),
            articles,
            doubtful,
        ),
    )


def find_names(tokens: Sequence[Token], text: str, lexicon: Lexicon) -> Names:
    """Every name and noun of people, in the order of the text; of two that overlap in one list the longer.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.tokens import tokenize
    >>> text = "Two soldiers were killed by Israeli shelling near the village of Kafr Ruma."
    >>> names = find_names(tokenize(text), text, load_lexicon())
    >>> names.actors[0].actor, names.actors[0].words, names.places[0].place.name
    ('Israeli armed forces', 'Israeli', 'Kafr Ruma')
    """
    if not tokens:
        return Names()
    tables = _tables(lexicon)
    words = NameWords.of(tokens, tables.articles, tables.doubtful_articles)
    covered = bytearray(len(words.keys))
    actors: list[ActorMention] = []
    sources: list[SourceMention] = []
    for first, end, (kind, name) in tables.named.found_in(words):
        covered[first:end] = b"\1" * (end - first)
        begin, stop = words.firsts[first], words.tokens[end - 1] + 1
        if kind == "source":
            sources.append(SourceMention(begin, stop, name))
        else:
            actors.append(ActorMention(begin, stop, name, words_of(tokens, begin, stop, text)))
    for first, end, (name, members) in tables.adjectives.found_in(words):
        if covered[first] or not _before_a_noun(words, first, end, tables, members=members):
            continue
        covered[first:end] = b"\1" * (end - first)
        begin, stop = words.firsts[first], words.tokens[end - 1] + 1
        actors.append(ActorMention(begin, stop, name, words_of(tokens, begin, stop, text)))
    actors.sort(key=lambda mention: mention.first)
    return Names(
        tuple(actors),
        find_places(words, covered, tokens, text, lexicon),
        tuple(sources),
        tuple(
            EventMention(words.firsts[first], words.tokens[end - 1] + 1, event)
            for first, end, event in tables.events.found_in(words)
        ),
        tuple(
            VictimMention(words.firsts[first], words.tokens[end - 1] + 1, noun.group, noun.plural, noun.combatant)
            for first, end, noun in tables.victims.found_in(words)
        ),
    )


REACH = 6
"""An adjective and its noun stand at most this many words apart ("Russian and Syrian government air strikes")."""


def _before_a_noun(words: NameWords, first: int, end: int, tables: _Tables, *, members: bool) -> bool:
    if first and words.keys[first - 1] in tables.beside:
        return False
    nouns = tables.members if members else tables.forces
    place, limit = end, min(len(words.keys), end + REACH)
    while place < limit:
        if nouns.at(words, place):
            return True
        if words.keys[place] in tables.between or words.keys[place] in tables.joining:
            place += 1
        elif tables.joining & set(words.keys[end:place]) or words.keys[place - 1] in tables.joining:
            joined = tables.adjectives.at(words, place)
            if joined is None:
                return False
            place = joined[0]
        else:
            return False
    return False
