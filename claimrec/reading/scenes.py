"""Whether a place that a sentence names can be where something happened."""

from __future__ import annotations

from claimrec.reading.grammar import AUXILIARIES
from claimrec.reading.mentions import PlaceMention
from claimrec.reading.name_words import keys_of
from claimrec.reading.parsed import Parsed

BEFORE_PLACE = 2
"""Tokens before a place in which "near" or "from" says how it is meant ("near the X")."""
BETWEEN_PLACES = 4
"""Tokens between a place and the one that says where it lies ("X, outside the capital Y")."""
TO_GOAL = 4
"""Tokens before a place with the "to" of a movement ("to the nearby village of X")."""
BEFORE_GOAL = 6
"""Tokens before a place in which somebody moves to it ("taken for treatment to X")."""
BEFORE_HOSPITAL = 8
"""Tokens before a hospital in which somebody is treated or dies there."""
BEFORE_SEAT = 14
"""Tokens before "the embassy in X" in which harm to it is told."""
BEHIND_NAME = 2
"""Tokens behind a place in which a hospital is named after it ("Homs University Hospital")."""


def is_scene(parsed: Parsed, mention: PlaceMention) -> bool:
    """Can it be where something happened, not where somebody went?

    A country only behind a word for being in it; headlines leave that out.
    """
    if _is_credit(parsed, mention):
        return False
    if _is_goal(parsed, mention) or _is_where_treated(parsed, mention) or _is_of_something_else(parsed, mention):
        return False
    if mention.kind != "country" or parsed.field == "title" or mention.first == 0:
        return True
    place = mention.first - 1
    if "article" in parsed.lists[place] and place:
        place -= 1
    lower = parsed.tokens.lower
    if lower[place] == "of" and place and parsed.grammar.is_in(lower[place - 1], "institutions"):
        return False  # "the University of X"
    return "scene" in parsed.lists[place]


def _is_credit(parsed: Parsed, mention: PlaceMention) -> bool:
    """As in "MOSCOW (Sputnik)" within a text: where an agency wrote it."""
    if parsed.shouted or not parsed.tokens[mention.first].isupper():
        return False
    return parsed.tokens[mention.end : mention.end + 1] == ["("] and mention.end + 1 in parsed.sources


def _is_goal(parsed: Parsed, mention: PlaceMention) -> bool:
    """As in "fled to X", "on their way to neighbouring X"."""
    before = parsed.tokens.lower[max(0, mention.first - BEFORE_GOAL) : mention.first]
    if "to" not in before[-TO_GOAL:]:
        return False
    return parsed.grammar.any_in(before, "moving")


def _is_of_something_else(parsed: Parsed, mention: PlaceMention) -> bool:
    """As in "said in X", "talks in X", "the embassy in X", "a woman from X": did somebody only speak or live there?

    Harm told before it was done there: "a bomb at the embassy in X".
    """
    lower, place = parsed.tokens.lower, _list_start(parsed, mention) - 1
    if place > 0 and "article" in parsed.lists[place]:
        place -= 1
    if place < 1:
        return False
    if lower[place] == "from":
        people = parsed.victims.last_before(place)
        return people is not None and people.end == place
    if lower[place] not in parsed.speech.word_sets["whence"]:
        return False
    if "based" in parsed.lists[place - 1] and _is_doer_before(parsed, place - 1):
        return True
    said = parsed.speech.is_in(lower[place - 1], "surely_said") and not _is_told_of(parsed, place - 1)
    if said or mention.kind == "country":
        return said
    seat = "seats" in parsed.lists[place - 1] and not _is_harmed(parsed, place)
    return seat or "away" in parsed.lists[place - 1]


def _list_start(parsed: Parsed, mention: PlaceMention) -> int:
    """As in "positioned in the towns of X and Y": where the list of places begins that the place goes on."""
    first = mention.first
    while first and parsed.tokens.lower[first - 1] in ("and", ","):
        before = parsed.places.last_before(first)
        if before is None or before.end != first - 1:
            break
        first = before.first
    return first


def _is_doer_before(parsed: Parsed, place: int) -> bool:
    """As in "terrorists positioned in X", "rebels based in X", but not "a village located in X"?"""
    actor = parsed.actors.last_before(place)
    return (actor is not None and actor.end == place) or parsed.deed_words.is_in(
        parsed.tokens.lower[place - 1], "members"
    )


def _is_told_of(parsed: Parsed, verb: int) -> bool:
    """As in "clashes were reported in X", not in "it was reported in X": is the place that of what is told?"""
    lower = parsed.tokens.lower
    place = verb - 1
    while place > 0 and not parsed.lists[place].isdisjoint(AUXILIARIES):
        place -= 1
    return place < verb - 1 and lower[place] != "it"


def _is_harmed(parsed: Parsed, place: int) -> bool:
    first = max(0, place - BEFORE_SEAT)
    return bool(parsed.events.between(first, place) or parsed.triggers.between(first, place))


def _is_where_treated(parsed: Parsed, mention: PlaceMention) -> bool:
    """As in "died at X hospital", "in critical condition in X hospital"?"""
    if not parsed.grammar.any_in(parsed.tokens.lower[mention.first : mention.end + BEHIND_NAME], "hospitals"):
        return False
    for place in range(mention.first - 1, max(0, mention.first - BEFORE_HOSPITAL) - 1, -1):
        if place in parsed.events:
            return False  # as in "two died in an air strike on X hospital"
        if "in_treatment" in parsed.lists[place]:
            return True
    return False


def places_another(parsed: Parsed, before: PlaceMention, mention: PlaceMention) -> bool:
    """As in "the X region outside Y": does the place only say where the one before it lies?"""
    between = parsed.tokens.lower[before.end : mention.first]
    if not between or len(between) > BETWEEN_PLACES:
        return False
    return parsed.grammar.is_in(between[0], "near") or is_bearing(parsed, mention)


def is_bearing(parsed: Parsed, mention: PlaceMention) -> bool:
    """Does "northeast of" stand before the place?"""
    before = parsed.tokens.lower[max(0, mention.first - BEFORE_PLACE) : mention.first]
    return len(before) == BEFORE_PLACE and before[1] == "of" and before[0] in keys_of(parsed.lexicon, "directions")
