"""Acronyms that an article defines itself: "the People's Defence Force (PDF)", whoever is called so elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from typing import Literal

import attrs

from claimrec.lexicon.entries import ActorEntry, SourceEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.name_words import POSSESSIVE, NameWords, keys_of, name_keys
from claimrec.reading.tokens import Tokens, words_of

Meaning = tuple[Literal["actor", "source"], str]
Hit = tuple[int, int, Meaning]
"""The first word, the end (not included), and whom the name means."""

OPENING, CLOSING = frozenset("(["), frozenset(")],;")
LONGEST_NAME = 10
"""Words of the name that an acronym stands for."""
SHORTEST = 2
"""Letters of an acronym, and capitals among them ("JeM")."""
LONGEST = 8


@attrs.frozen
class Definition:
    """Words `first` to `end` (not included) that are the name of an acronym in full."""

    first: int
    end: int


def definitions_in(words: NameWords, tokens: Tokens, lexicon: Lexicon) -> Mapping[str, Definition]:
    """The acronyms, as they are looked up, that stand in brackets behind the name whose first letters they are.

    The first definition of an acronym stands.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.tokens import tokenize
    >>> lexicon = load_lexicon()
    >>> tokens = tokenize("The Kachin Independence Army (KIA) and the army (reserve)")
    >>> definitions_in(NameWords.of(tokens, lexicon), tokens, lexicon)
    {'kia': Definition(first=1, end=4)}
    """
    found: dict[str, Definition] = {}
    small = keys_of(lexicon, "silent")
    for opening in () if words.shouted else tokens.words.places_of(OPENING):
        if opening + 2 >= len(tokens) or tokens[opening + 2] not in CLOSING or not _is_acronym(tokens[opening + 1]):
            continue
        end = words.place_of(opening)
        first = _first_of(words, end, tokens[opening + 1].lower(), small)
        if first is not None:
            found.setdefault(words.keys[end + 1], Definition(first, end))
    return found


def as_defined(
    hits: Sequence[Hit], words: NameWords, tokens: Tokens, text: str, lexicon: Lexicon, publisher: str
) -> Sequence[Hit]:
    """The names of a text, its acronyms as it defines them itself, left to right.

    An acronym that stands for a name unlike those of whom the lexicon calls so is somebody else; where that name is
    a group's, an actor. The publisher's own initials are no other outlet's ("told MNA").
    """
    meant, groups = _defined(hits, words, tokens, text, lexicon)
    own = _initials_of(publisher)
    if own and tokens.words.places_of(frozenset([own])):
        meant.setdefault(own, None)
    if not meant:
        return hits
    named = {place for first, end, _ in groups for place in range(first, end)}
    found = {place: (end, meaning) for place, end, meaning in hits if place not in named}
    found |= {first: (end, meaning) for first, end, meaning in groups}
    for place in words.capitalised():
        key = words.keys[place]
        if key in meant and (place not in found or found[place][0] == place + 1):
            if (meaning := meant[key]) is not None:
                found[place] = place + 1, meaning
            elif place in found and (key != own or found[place][1][0] == "source"):
                del found[place]
    return [(place, end, meaning) for place, (end, meaning) in sorted(found.items())]


def _defined(
    hits: Sequence[Hit], words: NameWords, tokens: Tokens, text: str, lexicon: Lexicon
) -> tuple[dict[str, Meaning | None], list[Hit]]:
    """Whom the text means by acronyms that the lexicon does not know, or knows as somebody else's.

    Those of them that are groups which no list knows stand there with their names in full too.
    """
    meant: dict[str, Meaning | None] = {}
    groups: list[Hit] = []
    for key, one in definitions_in(words, tokens, lexicon).items():
        behind = bisect_left(hits, (one.end,))
        in_full = hits[behind - 1][2] if behind and hits[behind - 1][1] == one.end else None
        listed = hits[behind][2] if behind < len(hits) and hits[behind][0] == one.end + 1 else None
        if listed is None or (listed != in_full and not _is_alike(one, words, listed, lexicon)):
            group = None if in_full is not None else _group(one, words, tokens, text, lexicon)
            if group is not None:
                groups.append((one.first, one.end, group))
            if group is not None or in_full is not None or listed is not None:
                meant[key] = in_full or group
    return meant, groups


def _group(one: Definition, words: NameWords, tokens: Tokens, text: str, lexicon: Lexicon) -> Meaning | None:
    """The group that no list knows, by its name in full, where its last word is a noun for groups."""
    if words.keys[one.end - 1] not in keys_of(lexicon, "group_nouns") | keys_of(lexicon, "plural_group_nouns"):
        return None
    return "actor", words_of(tokens, *words.span(one.first, one.end), text)


def _is_alike(one: Definition, words: NameWords, meaning: Meaning, lexicon: Lexicon) -> bool:
    """Does one of the names of whom the lexicon means begin like the name in full?"""
    kind, name = meaning
    entry = lexicon.of(ActorEntry).get(name) if kind == "actor" else lexicon.of(SourceEntry).get(name)
    names = (name, *entry.aliases) if entry is not None else (name,)
    return any(name_keys(known)[1][0] == words.keys[one.first] for known in names)


def _is_acronym(word: str) -> bool:
    """Is it a short word with two capitals or more?"""
    return SHORTEST <= len(word) <= LONGEST and word.isalpha() and sum(map(str.isupper, word)) >= SHORTEST


def _initials_of(publisher: str) -> str:
    """The first letters of an outlet's name, as they are looked up; nothing for a short one."""
    letters = "".join(word[0] for word in publisher.split() if word[0].isupper()).lower()
    return letters if len(letters) >= SHORTEST else ""


def _first_of(words: NameWords, end: int, letters: str, small: Collection[str]) -> int | None:
    """Where the name before word `end` begins whose words have these first letters, or None."""
    left, place = len(letters), end
    while left and place > max(0, end - LONGEST_NAME):
        place -= 1
        key = words.keys[place]
        if key[0] == letters[left - 1] and (words.capitals[place] or key not in small):
            left -= 1
        elif key != POSSESSIVE and key not in small:
            return None
    return place if not left and words.capitals[place] else None
