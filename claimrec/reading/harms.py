"""The words of a text that tell of harm to people: those of the lexicon, and who is brought to a hospital."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from claimrec.reading.grammar import Grammar, Trigger
from claimrec.reading.mentions import EventMention, Names, VictimMention, within
from claimrec.reading.phrases import Found, Hit
from claimrec.reading.tokens import Tokens

HOSPITAL_REACH = 7
"""Tokens of a hospital's name."""
SENT_REACH = 14
"""Tokens between "sent" and the hospital ("sent four people in their twenties to a local hospital")."""
EVENT_REACH = 8
"""Tokens before "sent" in which the event stands ("a shooting early Saturday sent")."""
CARRIED = Trigger("wounded", frozenset({"passive", "carried"}))
SENT = Trigger("wounded", frozenset({"active", "carried"}))


def harms_in(tokens: Tokens, grammar: Grammar, found: Found, names: Names) -> list[Hit[Trigger]]:
    """Every word of harm among the phrases `found` in these tokens, and every "was rushed to hospital", in order.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.grammar import grammar_of
    >>> from claimrec.reading.phrases import Search
    >>> from claimrec.reading.tokens import tokenize
    >>> tokens, grammar = tokenize("Two died, one was rushed to hospital."), grammar_of(load_lexicon("common"))
    >>> found = Search([grammar.triggers, grammar.carried, grammar.no_harm]).everywhere(tokens)
    >>> [(hit.first, hit.meaning.effect) for hit in harms_in(tokens, grammar, found, Names())]
    [(1, 'killed'), (5, 'wounded')]
    """
    sent = _sent(tokens, grammar, names.events)
    harms = sorted([*found.of(grammar.triggers), *_carried(tokens, grammar, found), *sent], key=attrgetter("first"))
    return _befalling(harms, names.victims, found.apart(grammar.no_harm))


def _befalling(
    triggers: Iterable[Hit[Trigger]], victims: Sequence[VictimMention], no_harm: Iterable[Hit[str]]
) -> list[Hit[Trigger]]:
    """Without the word in "displaced people", which says who they are, and in "death threat", which harms nobody."""
    ends = {mention.first: mention.end for mention in victims}
    harmless = {place for hit in no_harm for place in range(hit.first, hit.end)}
    return [
        hit
        for hit in triggers
        if hit.first not in harmless and (hit.meaning.effect != "displaced" or ends.get(hit.first, 0) <= hit.end)
    ]


def _sent(tokens: Tokens, grammar: Grammar, events: Sequence[EventMention]) -> Iterator[Hit[Trigger]]:
    """As in "the blast sent four people to a hospital": whom an event brings to a hospital was hurt."""
    lower = tokens.lower
    verbs = tokens.words.places_of(grammar.word_sets["sending"])
    hospitals = tokens.words.places_of(grammar.word_sets["hospitals"]) if verbs else []
    firsts = [mention.first for mention in events] if hospitals else []
    for verb in verbs:
        for place in within(hospitals, verb + 2, verb + SENT_REACH):
            there = any(grammar.is_in(" ".join(lower[n:place]), "to_hospital") for n in (place - 1, place - 2))
            if there and "." not in lower[verb:place] and within(firsts, verb - EVENT_REACH, verb):
                yield Hit(verb, verb + 1, SENT)
                break


def _carried(tokens: Tokens, grammar: Grammar, found: Found) -> Iterator[Hit[Trigger]]:
    """As in "was rushed to the Valley Hospital": whoever is brought to a hospital was hurt."""
    for hit in found.apart(grammar.carried):
        for place in range(hit.end, min(hit.end + HOSPITAL_REACH, len(tokens))):
            if grammar.is_in(tokens.lower[place], "hospitals"):
                yield Hit(hit.first, place + 1, CARRIED)
                break
            if not (tokens[place][0].isalnum() or tokens.lower[place] in ("'s", "-", ".")):
                break
