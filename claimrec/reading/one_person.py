"""One person of whom an article tells again: "a pilot was killed ... the killing of the pilot"."""

from __future__ import annotations

from typing import NamedTuple

from claimrec.reading.noun_phrases import ONE
from claimrec.reading.parsed import Parsed
from claimrec.reading.telling import Casualty


class Person(NamedTuple):
    """One person by the noun for them ("pilot"), `known` from what was told before ("the pilot")."""

    noun: str
    known: bool


def one_person(parsed: Parsed, casualty: Casualty) -> Person | None:
    """The single person that a casualty befell, if a noun says who it was.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.casualties import find_casualties
    >>> from claimrec.reading.parsed import parse
    >>> from claimrec.records.article import Article
    >>> parsed = parse(Article("a1", "Officials condemned the killing of the pilot."), load_lexicon())
    >>> [casualty] = find_casualties(parsed, parsed.sentences[0])
    >>> one_person(parsed, casualty)
    Person(noun='pilot', known=True)
    """
    people = casualty.people
    if people is None or casualty.count != ONE or people.kind is not None:
        return None
    first = people.first
    known = "known" in parsed.lists[first] or (first > 0 and "known" in parsed.lists[first - 1])
    first += "determiner" in parsed.lists[first]
    end = next((place for place in range(first, people.end) if "phrase_end" in parsed.lists[place]), people.end)
    return Person(parsed.tokens.lower[end - 1], known) if end > first else None
