"""Explicit zeros: "no one was hurt", "not a single soldier was killed", "without any casualties" (METHOD 4)."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimrec.reading.bare_people import bare_people
from claimrec.reading.noun_phrases import People
from claimrec.reading.telling import Casualty, Telling
from claimrec.reading.triggers import TriggerGroup
from claimrec.values.count import Count

NOBODY = Count.exactly(0)
RANKS_REACH = 5
"""Tokens behind "no casualties" in which "in its ranks" stands."""
NOBODY_REACH = 8
"""Tokens before a trigger in which "no one" or "without" says that it befell nobody."""
NONE_REACH = 3
"""Tokens from "no" to its noun ("no further civilian casualties")."""
NOUN_REACH = 4
"""Tokens from "no" to the people whom it denies ("no U.S. military personnel were harmed")."""
NOT_REACH = 4
"""Tokens before a trigger in which "not" denies it ("were not seriously hurt")."""


def tell_nobody(telling: Telling, trigger: TriggerGroup) -> bool:
    """Does the sentence say that the trigger befell nobody? Then that is told: an explicit zero (METHOD 4)."""
    grammar, first = telling.parsed.grammar, max(telling.sentence.first, trigger.first - NOBODY_REACH)
    before = telling.lower(first, trigger.first)
    phrases = telling.parsed.phrases.between(first, trigger.first)
    none = phrases or grammar.any_in(before, "none_of_them") or grammar.any_in(before, "none_of")
    if none and _tells_none(telling, trigger, first, before):
        return True
    near = before[-NOT_REACH:]
    denied = "not" in near or ("n't" in "".join(near) and any(word.endswith("n't") for word in near))
    if denied and "nouns" in trigger.roles and grammar.is_in("".join(before[-1:]), "any"):
        _add_nobody(telling, trigger.first - 1, trigger)
    return denied


def _tells_none(telling: Telling, trigger: TriggerGroup, first: int, before: Sequence[str]) -> bool:
    """Does one of the words before the trigger, from token `first` on, say that it befell none of them?"""
    grammar = telling.parsed.grammar
    for place, word in enumerate(before, first):
        hit = telling.parsed.phrases.get(place)
        no = grammar.is_in(word, "none_of") and place not in telling.parsed.counts  # "no more than 40 people"
        behind = hit.end if hit is not None and hit.meaning == "not_one" else place + 1 if no else None
        whom = _denied_people(telling, trigger, behind) if behind is not None else None
        if whom is not None:
            _add_nobody(telling, place, trigger, whom)
            return True
        if hit and hit.meaning == "nobody" and trigger.first <= telling.auxiliaries(hit.end):
            _add_nobody(telling, place, trigger)
            return True
        them = grammar.is_in(word, "none_of_them") and telling.lower(place + 1, place + 2) == ["of"]
        if them and trigger.first <= telling.auxiliaries(_people_end(telling, place)):
            _add_nobody(telling, place, trigger)
            return True
        state = "states" in trigger.roles and trigger.first == place + 1  # "no dead or wounded"
        if no and (state or ("nouns" in trigger.roles and trigger.first - place <= NONE_REACH)):
            if grammar.any_in(before[place - first + 1 :], "nothing_known"):
                return True  # "no details of casualties": nobody says how many
            if not any(place < person.first and person.end <= trigger.first for person in telling.people):
                _add_nobody(telling, place, trigger)
            return True
    return False


def _denied_people(telling: Telling, trigger: TriggerGroup, place: int) -> People | None:
    """Whom "no" before token `place` denies: "soldiers" in "no soldiers were killed", nothing but a verb behind."""
    for near in range(place, min(place + NOUN_REACH, trigger.first)):
        head = telling.parsed.victims.get(near)
        if head is not None and head.end <= trigger.first <= telling.auxiliaries(head.end):
            return attrs.evolve(bare_people(telling.parsed, head, telling.sentence), count=NOBODY)
    return None


def _people_end(telling: Telling, place: int) -> int:
    """Where the first people behind token `place` end."""
    return next((person.end for person in telling.people if place < person.end), place)


def _add_nobody(telling: Telling, first: int, trigger: TriggerGroup, whom: People | None = None) -> None:
    """Nobody of them suffered it; "in its ranks" says that the speaker means its own side."""
    behind = range(trigger.end, min(trigger.end + RANKS_REACH, telling.sentence.end))
    ranks = [n for n in behind if "ranks" in telling.parsed.lists[n]]
    end = ranks[-1] + 1 if ranks else trigger.end
    telling.found.append(Casualty(first, end, trigger.effect, NOBODY, "zero", whom, trigger, own=bool(ranks)))
