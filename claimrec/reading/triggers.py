"""Words of death, injury, capture in a sentence, joined where they share their victims ("killed or wounded")."""

from __future__ import annotations

import attrs

from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.records.claim import Effect

IRREAL_REACH = 6
"""Tokens before a trigger in which a word such as "could" or "feared" takes the reality from it."""


@attrs.frozen
class TriggerGroup:
    """Tokens `first` to `end` (not included) that tell one effect, and the parts they can play in the sentence.

    `effect` is None where the words join effects that no toll can hold ("wounded or missing").
    """

    first: int
    end: int
    effect: Effect | None
    roles: frozenset[str]


def find_triggers(parsed: Parsed, sentence: Sentence) -> list[TriggerGroup]:
    """The trigger groups of a sentence, left to right."""
    found: list[TriggerGroup] = []
    place = sentence.first
    while place < sentence.end:
        hit = parsed.triggers.get(place)
        if hit is None:
            place += 1
            continue
        if hit[1].effect == "displaced" and hit[0] in parsed.victims:
            place = hit[0]  # "displaced people" says who they are, not what befell them
            continue
        group = TriggerGroup(place, min(hit[0], sentence.end), hit[1].effect, hit[1].roles)
        if found and _joined(parsed, found[-1], group):
            found[-1] = _together(found[-1], group)
        else:
            found.append(group)
        place = group.end
    return found


def _joined(parsed: Parsed, before: TriggerGroup, after: TriggerGroup) -> bool:
    """Do the two stand side by side, at most "and", "or" or an auxiliary between them?"""
    between = [parsed.tokens[place].lower for place in range(before.end, after.first)]
    if not before.roles & after.roles:
        return False
    words = [word for word in between if not parsed.grammar.is_in(word, "adverbs")]
    if not between:
        return before.effect != after.effect or before.roles == after.roles
    return words in (["and"], ["or"], ["/"], ["&"], ["and", "/", "or"], ["the"], ["and", "the"]) and len(between) <= 4


def _together(before: TriggerGroup, after: TriggerGroup) -> TriggerGroup:
    return TriggerGroup(before.first, after.end, _both(before.effect, after.effect), before.roles & after.roles)


def _both(effect: Effect | None, other: Effect | None) -> Effect | None:
    """One effect for two words: METHOD 5 keeps dead and wounded together; other mixtures have no name."""
    if effect == other:
        return effect
    if {effect, other} <= {"killed", "wounded", "killed_or_wounded"}:
        return "killed_or_wounded"
    return None


def is_real(parsed: Parsed, trigger: TriggerGroup, floor: int) -> bool:
    """Is it told as something that happened, not as feared, planned or possible (METHOD 3)?"""
    infinitive = trigger.first > floor and parsed.tokens[trigger.first - 1].lower == "to"
    return not infinitive and is_told_as_fact(parsed, trigger.first, floor)


def is_told_as_fact(parsed: Parsed, place: int, floor: int) -> bool:
    """Does no word such as "could" or "feared" stand in the clause before token `place`?"""
    for near in range(place - 1, max(floor, place - IRREAL_REACH) - 1, -1):
        word = parsed.tokens[near].lower
        if word in (",", ";", ":", '"', "”", "“"):
            return True
        if parsed.grammar.is_in(word, "irreal"):
            return False
    return True
