"""Doers as subjects: "X attacked", "X fighters, who came at night, stormed", "the X attack"."""

from __future__ import annotations

from claimrec.reading.doers import UNNAMED, Doer
from claimrec.reading.doings import DEEDS, NOTHING, SAID, Doing, is_alleged
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence

WALK = 14
"""Tokens behind a doer in which the verb stands ("X [its name in full] guerrillas today reportedly attacked")."""
DEED_BEHIND = 14
"""Tokens from a light verb to its deed ("carried out several simultaneous armed attacks")."""
NOUN_REACH = 4
"""Tokens behind a doer in which the deed itself stands ("X artillery shelling")."""
ENDS = frozenset({",", ";", ":", ".", "by"})
"""What only tells more of a doer does not reach over these."""


def acting(parsed: Parsed, sentence: Sentence, doer: Doer) -> Doing | None:
    """As in "X attacked", "X attack", "X claimed responsibility", "X denied": what stands behind the doer."""
    place, end, noun, passive = doer.end, min(sentence.end, doer.end + WALK), None, False
    if parsed.told.isdisjoint(range(place, end)):
        return None
    while place < end:
        hit = parsed.deeds.get(place)
        meaning = hit.meaning if hit is not None else NOTHING
        begins = hit is not None or place in parsed.events
        in_event = _deed_in_event(parsed, place) if begins and place - doer.end < NOUN_REACH else None
        taken = passive and _is_capture(parsed, place)
        if (place in parsed.told and not taken) or in_event is not None:
            passive = passive or _is_target(parsed, sentence, doer)
            stance = parsed.stances.get(place)
            if stance is not None and stance.meaning in SAID:
                return Doing(doer, place, SAID[stance.meaning])
            if "guilty" in meaning:
                return Doing(doer, place, "accused") if passive else None
            if noun is None and not passive:
                noun = in_event
            deed = _deed_of_verb(parsed, sentence, place) if noun != place else None
            if deed is not None:
                done = not passive or parsed.tokens.lower[place].endswith("ing")
                return Doing(doer, deed, "subject", is_alleged(parsed, sentence, doer, place)) if done else None
        based = _behind_what_describes(parsed, place, end, doer)
        if not based and ("light" in meaning or noun is not None or not _passes(parsed, place, doer)):
            break
        passive = passive or "be" in parsed.lists[place]
        named = parsed.actors.get(place) or parsed.times.get(place)
        if named is not None:
            place = named.end
        else:
            place = based or (hit.end if hit is not None and not meaning.isdisjoint(UNNAMED) else place + 1)
    return Doing(doer, noun, "deed", is_alleged(parsed, sentence, doer, noun)) if noun is not None else None


def _deed_in_event(parsed: Parsed, place: int) -> int | None:
    """As in "X attack", "X rocket attack": the noun of a deed, or of the kind of event, that begins here."""
    event = parsed.events.get(place)
    inside = parsed.deeds.between(place, event.end if event is not None else place + 1)
    return next((hit.first for hit in inside if "nouns" in hit.meaning), None)


def _behind_what_describes(parsed: Parsed, place: int, end: int, doer: Doer) -> int | None:
    """The deed behind words at token `place` that only tell more of a doer, else None."""
    if "based" in parsed.lists[place]:
        return _behind_base(parsed, place, end)
    if place > doer.end or doer.actor is not None:
        return None
    return (
        _verb_behind(parsed, place, end) if parsed.deed_words.is_in(parsed.tokens.lower[place], "describing") else None
    )


def _verb_behind(parsed: Parsed, place: int, end: int) -> int | None:
    """As in "gunmen on motorcycles stormed", "gunmen loyal to X killed": the verb of the deed, if none is between."""
    for deed in range(place + 1, end):
        if _deed_of_verb(parsed, Sentence(place, end), deed) == deed:
            return deed
        others = parsed.lists[deed].isdisjoint(("be", "have"))
        if parsed.tokens[deed] in ENDS or not others or parsed.speech.is_in(parsed.tokens.lower[deed], "verbs"):
            return None
    return None


def _behind_base(parsed: Parsed, place: int, end: int) -> int | None:
    """As in "X fighters based in Y attacked": the deed behind the place where the doer is, else None."""
    behind = next((n for n in range(place + 1, end) if n in parsed.told), place)
    return behind if parsed.places.between(place, behind) else None


def _is_target(parsed: Parsed, sentence: Sentence, doer: Doer) -> bool:
    """As in "an attack on the X": is the name that of the one attacked?"""
    place = doer.first - 1
    while place > sentence.first and "article" in parsed.lists[place]:
        place -= 1
    return place >= sentence.first and "target" in parsed.lists[place]


def _deed_of_verb(parsed: Parsed, sentence: Sentence, place: int) -> int | None:
    """The deed that a verb at token `place` tells of: itself, or that of "carried out", or None."""
    hit, trigger = parsed.deeds.get(place), parsed.triggers.get(place)
    if (hit is not None and not hit.meaning.isdisjoint(("verbs", "fights"))) or (
        trigger is not None and "active" in trigger.meaning.roles
    ):
        return place
    if hit is None or "light" not in hit.meaning:
        return None
    behind = parsed.deeds.between(hit.end, min(sentence.end, hit.end + DEED_BEHIND))
    return next((deed.first for deed in behind if not deed.meaning.isdisjoint(DEEDS - {"verbs"})), None)


def _is_capture(parsed: Parsed, place: int) -> bool:
    """As in "were arrested on charges of": does the word tell that somebody was taken, and what for is told behind?"""
    trigger = parsed.triggers.get(place)
    return trigger is not None and trigger.meaning.effect == "captured"


def _passes(parsed: Parsed, place: int, doer: Doer) -> bool:
    """May the word stand between a doer and the verb: a member, its other name, an auxiliary, an adverb, a time?"""
    word, actor = parsed.tokens.lower[place], parsed.actors.get(place)
    if actor is not None:
        return actor.actor == doer.actor
    if place in parsed.times or (place in parsed.triggers and _is_capture(parsed, place)):
        return True
    if word == ",":
        return place + 1 not in parsed.deeds
    return word in parsed.deed_words.word_sets["passing"]
