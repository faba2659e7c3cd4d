"""Actors that are not called by a name of their own: by an adjective, as a state that does something, by a phrase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import compress

import attrs

from claimrec.lexicon.entries import ActorEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.name_phrases import FoundNames, NamePhrases
from claimrec.reading.name_words import NameWords, keys_of

REACH = 6
"""An adjective and its noun stand at most this many words apart ("Russian and Syrian government air strikes")."""
BLAME_REACH = 8
"""Words between "blamed" and the one on whom ("blamed the attack on the market on Russia")."""
LONGEST_BEHIND = 5
"""Words behind the one that begins the name of a group that no list has ("Katibat al-Shahid Ahmad al-Abdo")."""
LONGEST_BEFORE = 3
"""Words before the one that ends it ("Abdul Qadir Saleh Brigade"): headlines in capitals would give more."""

Span = tuple[int, int, str]
"""The first word, the end (not included) and the actor."""


@attrs.frozen(eq=False)
class ActorWords:
    """The words that speak of actors without being their names."""

    adjectives: NamePhrases[tuple[str, bool]]
    """The actor, and whether the nouns of members ("fighters") make it one, not only those of forces."""
    states: NamePhrases[str]
    """States and capitals, whose forces they can mean."""
    forces: NamePhrases[None]
    members: NamePhrases[None]
    doing: NamePhrases[None]
    between: frozenset[str]
    joining: frozenset[str]
    beside: frozenset[str]
    blaming: frozenset[str]
    blamed_on: frozenset[str]
    fired: frozenset[str]
    backing: frozenset[str]
    somewhere: frozenset[str]
    group_heads: frozenset[str]
    heads_and_nouns: frozenset[str]
    connectors: frozenset[str]
    generic: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> ActorWords:
        """The words of these packs."""
        return _actor_words(lexicon)


@lru_cache(maxsize=16)
def _actor_words(lexicon: Lexicon) -> ActorWords:
    actors = lexicon.of(ActorEntry)

    def phrases(*lists: str) -> NamePhrases[None]:
        return NamePhrases(((word, None) for name in lists for word in lexicon.words("names", name)), lexicon)

    return ActorWords(
        adjectives=NamePhrases(
            (
                (adjective, (name, entry.kind != "state"))
                for name, entry in actors.items()
                for adjective in entry.adjectives
            ),
            lexicon,
        ),
        states=NamePhrases(((state, name) for name, entry in actors.items() for state in entry.states), lexicon),
        forces=phrases("forces", "deeds"),
        members=phrases("forces", "deeds", "members"),
        doing=phrases("doing"),
        between=keys_of(lexicon, "between"),
        joining=keys_of(lexicon, "joining"),
        beside=keys_of(lexicon, "beside"),
        blaming=keys_of(lexicon, "blaming"),
        blamed_on=keys_of(lexicon, "blamed_on"),
        fired=keys_of(lexicon, "fired"),
        backing=keys_of(lexicon, "compound_endings"),
        somewhere=keys_of(lexicon, "place_prepositions") | keys_of(lexicon, "directions"),
        group_heads=keys_of(lexicon, "group_heads"),
        heads_and_nouns=keys_of(lexicon, "group_heads") | keys_of(lexicon, "group_nouns"),
        connectors=keys_of(lexicon, "connectors"),
        generic=keys_of(lexicon, "generic"),
    )


def qualifying(words: NameWords, found: FoundNames, lexicon: Lexicon) -> list[Span]:
    """Adjectives before a noun of forces, arms or deeds: "Israeli" in "an Israeli air strike", not in "Israeli cities".

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.name_phrases import NameSearch
    >>> from claimrec.reading.tokens import tokenize
    >>> lexicon = load_lexicon()
    >>> words = NameWords.of(tokenize("Russian and Syrian air strikes hit Syrian cities"), lexicon)
    >>> found = NameSearch([ActorWords.of(lexicon).adjectives]).everywhere(words)
    >>> [(first, actor) for first, _, actor in qualifying(words, found, lexicon)]
    [(0, 'Russian armed forces'), (2, 'Syrian government forces')]
    """
    actor_words = ActorWords.of(lexicon)
    return [
        (first, end, actor)
        for first, end, (actor, members) in found.apart(actor_words.adjectives)
        if _before_a_noun(words, first, end, actor_words, members=members)
    ]


def _before_a_noun(words: NameWords, first: int, end: int, actor_words: ActorWords, *, members: bool) -> bool:
    if first and words.keys[first - 1] in actor_words.beside:
        return False
    nouns = actor_words.members if members else actor_words.forces
    place, limit, joined = end, min(len(words.keys), end + REACH), False
    while place < limit and not nouns.at(words, place):
        key = words.keys[place]
        other = actor_words.adjectives.at(words, place) if joined else None
        if other:
            place = other[0]
        elif key in actor_words.joining:
            place, joined = place + 1, True
        elif key in actor_words.between:
            place += 1
        else:
            return False
    return place < limit


def doing(states: Iterable[Span], words: NameWords, lexicon: Lexicon) -> list[Span]:
    """Of these, those that do something: "Russia bombed", "blamed Israel"; never mere places ("in Russia")."""
    actor_words = ActorWords.of(lexicon)
    return [(first, end, actor) for first, end, actor in states if _does(words, first, end, actor_words)]


def _does(words: NameWords, first: int, end: int, actor_words: ActorWords) -> bool:
    further, before = ["", "", *words.keys[max(0, first - 2) : first]][-2:]
    if before == "on" and not actor_words.blamed_on.isdisjoint(words.keys[max(0, first - BLAME_REACH) : first]):
        return True
    if before == "from" and further in actor_words.fired:
        return True  # "missiles fired from Iran"
    if before in actor_words.blaming:
        return further not in actor_words.backing
    return before not in actor_words.somewhere and actor_words.doing.at(words, end) is not None


def unlisted(words: NameWords, covered: bytearray, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Groups that no list knows, by the way they are called: "Jaish Usama", "Dera al-Jazira Brigade"."""
    actor_words = ActorWords.of(lexicon)
    if words.shouted:
        return  # without capitals nothing tells where such a name begins
    for place in compress(range(len(words.keys)), map(actor_words.heads_and_nouns.__contains__, words.keys)):
        key = words.keys[place]
        if covered[place] or not words.capitals[place]:
            continue
        if key in actor_words.group_heads:
            end = _name_end(words, covered, place, actor_words)
            if end > place + 1 and 1 not in covered[place:end]:
                covered[place:end] = b"\1" * (end - place)
                yield place, end
        else:
            first = _name_first(words, covered, place, actor_words)
            if first < place:
                covered[first : place + 1] = b"\1" * (place + 1 - first)
                yield first, place + 1


def _name_end(words: NameWords, covered: bytearray, place: int, actor_words: ActorWords) -> int:
    end, limit = place + 1, min(len(words.keys), place + 1 + LONGEST_BEHIND)
    while end < limit and not covered[end] and (words.capitals[end] or words.keys[end] in actor_words.connectors):
        end += 1
    while end > place + 1 and not words.capitals[end - 1]:
        end -= 1
    return end


def _name_first(words: NameWords, covered: bytearray, place: int, actor_words: ActorWords) -> int:
    """Where the name before a noun for groups begins; `place` where only words that name nobody stand there."""
    first, least = place, max(0, place - LONGEST_BEFORE)
    while first > least and not covered[first - 1] and words.keys[first - 1][0].isalnum():
        if not words.capitals[first - 1] and words.keys[first - 1] not in actor_words.connectors:
            break
        first -= 1
    while first < place and (not words.capitals[first] or words.keys[first] in actor_words.generic):
        first += 1
    return first if place - first > 1 or (place > first and words.keys[first] not in actor_words.generic) else place
