"""Phrases of people without a number: "soldiers", "the wounded rebels", "a senior police officer"."""

from __future__ import annotations

import attrs

from claimrec.reading.grammar import Trigger
from claimrec.reading.mentions import VictimMention
from claimrec.reading.noun_phrases import ONE, People, belonging, joined_heads
from claimrec.reading.parsed import Parsed
from claimrec.reading.phrases import Hit
from claimrec.reading.sentences import Sentence
from claimrec.values.count import Count

BOTH = Count.exactly(2)
MODIFIERS = 6
"""Tokens before a noun, or of a name before it, that can belong to it ("the former rebel field commander")."""


def bare_people(parsed: Parsed, head: VictimMention, sentence: Sentence) -> People:
    """The phrase of a noun without a number: several people, or one, with the organisation named in or behind it."""
    end = joined_heads(parsed, head.end, sentence) if head.plural else head.end
    named = parsed.actors.last_before(head.first + 1)
    within = named if named is not None and head.first < named.end else None
    first, actor = (within.first, within.actor) if within is not None else (head.first, None)
    actor, end = belonging(parsed, max(end, within.end if within is not None else end), sentence, actor)
    return People(
        first,
        end,
        parsed.lexicon.conventions.plural if head.plural else ONE,
        "vague" if head.plural else "exact",
        counted=False,
        group=head.group,
        actor=actor,
        combatant=head.combatant,
    )


def with_modifiers(parsed: Parsed, people: People, floor: int) -> People | None:
    """A bare noun with the words before it that belong to it ("a senior", "Syrian army", "wounded").

    One person needs a determiner: "extremist group" and "rebel spokesman" speak of no single extremist or rebel.
    """
    first, actor, inside = people.first, people.actor, None
    while first > max(floor, people.first - MODIFIERS):
        before = first - 1
        named = _ending_at(parsed, first, floor)
        trigger = parsed.triggers.get(before)
        if named is not None:
            actor, first = actor or named[0], named[1]
        elif trigger is not None and trigger.end == first and _is_modifier(parsed, trigger):
            inside = first = before
        elif _is_told_apart(parsed, before):
            break
        elif "determiner" in parsed.lists[before]:
            first = before
            break
        elif _ends_phrase(parsed, before):
            break
        else:
            first = before
    if _is_no_phrase(parsed, people, first):
        return None
    if people.count.low > 1 and first > floor and "both_of_them" in parsed.lists[first - 1]:
        return attrs.evolve(people, first=first - 1, actor=actor, effect_inside=inside, count=BOTH, hedge="exact")
    if first == people.first and inside is None:
        return people
    return attrs.evolve(people, first=first, actor=actor, effect_inside=inside)


def _is_no_phrase(parsed: Parsed, people: People, first: int) -> bool:
    """Has it no determiner though it is one, an article of one though it is several ("a police colonel")?"""
    if people.count.is_exact:
        return "determiner" not in parsed.lists[first] or _qualifies(parsed, people.end)
    return "one_article" in parsed.lists[first]


def _is_modifier(parsed: Parsed, trigger: Hit[Trigger]) -> bool:
    """As in "wounded men", "a kidnapped man": is it no verb? "Rebels captured men" lacks the determiner."""
    determined = "determiner" in parsed.lists[max(0, trigger.first - 1)]
    return "states" in trigger.meaning.roles or (determined and trigger.meaning.can_modify)


def _ending_at(parsed: Parsed, end: int, floor: int) -> tuple[str | None, int] | None:
    """The actor or place (which is no actor) whose name ends right before token `end`, and where it begins."""
    least = max(floor, end - MODIFIERS)
    actor, place = parsed.actors.last_before(end), parsed.places.last_before(end)
    if actor is not None and actor.end == end and actor.first >= least:
        return actor.actor, actor.first
    return (None, place.first) if place is not None and place.end == end and place.first >= least else None


def _is_told_apart(parsed: Parsed, place: int) -> bool:
    """Does a harm, a number, other people or a share of them ("some of") stand here?"""
    victims = parsed.victims.get(place)
    told = place in parsed.triggers or place in parsed.phrases or place in parsed.counts
    return told or (victims is not None and victims.plural)


def _ends_phrase(parsed: Parsed, place: int) -> bool:
    """Does the noun phrase end before this token?"""
    word = parsed.tokens.lower[place]
    age = word.isdigit() and place + 1 < len(parsed.tokens) and parsed.tokens[place + 1] == "-"  # "14-year-old"
    return not (word.isalpha() or word == "-" or age) or parsed.grammar.is_in(word, "phrase_end", "adverbs", "degree")


def _qualifies(parsed: Parsed, end: int) -> bool:
    """Does the noun only qualify the next one ("the extremist group", "a rebel attack")?"""
    if end >= len(parsed.tokens):
        return False
    follows = "group_noun" in parsed.lists[end] or end in parsed.actors
    return follows or (end in parsed.events and end not in parsed.triggers) or end in parsed.victims
