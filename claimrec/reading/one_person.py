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
    people, lower, grammar = casualty.people, parsed.tokens.lower, parsed.grammar
    if people is None or casualty.count != ONE or people.kind is not None:
        return None
    first = people.first
    known = grammar.is_in(lower[first], "known") or (first > 0 and grammar.is_in(lower[first - 1], "known"))
    first += grammar.is_in(lower[first], "determiner")
    end = next((place for place in range(first, people.end) if grammar.is_in(lower[place], "phrase_end")), people.end)
    return Person(lower[end - 1], known) if end > first else None
