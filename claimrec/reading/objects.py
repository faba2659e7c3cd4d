"""Victims behind an active verb: "killed as many as 20", "killed on Friday in X two men", "executed them"."""

from __future__ import annotations

from claimrec.reading.noun_phrases import ONE, People
from claimrec.reading.subjects import last_word_before
from claimrec.reading.telling import Telling
from claimrec.reading.triggers import TriggerGroup
from claimrec.reading.when_and_where import past_when_and_where

OBJECT_REACH = 4
"""Tokens between an active verb and its victims ("killed as many as another 20")."""
ARTICLE = 2
"""Letters of the article that stands before a name ("al-Testabad")."""


def object_of(telling: Telling, trigger: TriggerGroup) -> int | None:
    """The phrase that begins behind the trigger, at most a few function words between."""
    grammar = telling.parsed.grammar
    for n, person in enumerate(telling.people):
        if person.first >= trigger.end:
            gap = telling.lower(trigger.end, person.first)
            fits = all(grammar.is_in(word, "adverbs", "determiner", "more", "before_object") for word in gap)
            return n if fits and len(gap) <= OBJECT_REACH else _behind_time_and_place(telling, trigger, n)
    return None


def _behind_time_and_place(telling: Telling, trigger: TriggerGroup, place: int) -> int | None:
    """As in "killed on Friday in X two men", "killed, at a checkpoint, two men": phrase `place`, if told so."""
    person, last = telling.people[place], last_word_before(telling, trigger)
    counted = person.counted and not person.headless
    if "active" not in trigger.roles or not counted or telling.parsed.grammar.is_in(last, "be"):
        return None
    if telling.has_own_trigger(place) or telling.speaks(place):
        return None
    aside = telling.lower(trigger.end, trigger.end + 1) == [","]
    end = past_when_and_where(telling.parsed, trigger.end + aside, person.first)
    if aside:
        closed = end > trigger.end + 1 and telling.lower(end, end + 1) == [","]
        return place if closed and end + 1 == person.first else None
    return place if trigger.end < end == person.first else None


def tell_another(telling: Telling, trigger: TriggerGroup) -> bool:
    """As in "killed a man and wounded another": one more person, of whom no noun tells."""
    alone = telling.lower(trigger.end, min(trigger.end + 2, telling.sentence.end))
    if "active" not in trigger.roles or not telling.found or not telling.parsed.grammar.any_in(alone[:1], "another"):
        return False
    goes_on = alone[1:] and alone[1][0].isalnum()
    if goes_on and not telling.parsed.grammar.is_in(alone[1], "phrase_end", "adverbs"):
        return False  # "captured another town"
    telling.add(trigger.first, trigger.end + 1, trigger, ONE, "exact", None, active=True)
    return True


def tell_them(telling: Telling, trigger: TriggerGroup) -> bool:
    """As in "rounded up 40 tribesmen and executed them": those who were seized right before are dead now.

    In "troops executed them" nobody is told of who stands before the verb.
    """
    if telling.lower(trigger.end, trigger.end + 1) != ["them"] or "active" not in trigger.roles:
        return False
    seized = telling.found[-1] if telling.found else None
    if seized is None or seized.effect != "captured" or seized.part_of is not None or trigger.effect != "killed":
        return last_word_before(telling, trigger) != "and"
    telling.add(trigger.first, trigger.end + 1, trigger, seized.count, seized.hedge, seized.people, active=True)
    return True


def tell_object(telling: Telling, trigger: TriggerGroup, place: int, wholes: dict[int, int]) -> None:
    """Phrase `place` and those joined to it, parts left out, are the victims."""
    needs_noun = trigger.effect == "captured" or "loses" in telling.parsed.lists[trigger.first]
    if needs_noun and telling.people[place].headless and not _goes_on_with_people(telling, trigger, place):
        return  # "captured 12" and "lost 12" speak of villages and posts as well
    if trigger.effect == "captured" and _is_one_name(telling, telling.people[place]):
        return  # "captured Testabad": nothing tells that it is somebody
    tell_chain(telling, trigger, place, wholes, active=True)


def _goes_on_with_people(telling: Telling, trigger: TriggerGroup, place: int) -> bool:
    """As in "killed 60 soldiers and captured 15": does a number alone count what the verb before "and" counted?"""
    number = telling.people[place]
    alone = number.first in telling.parsed.counts and telling.parsed.counts[number.first].end == number.end
    before = telling.found[-1] if telling.found else None
    active = before is not None and before.active and last_word_before(telling, trigger) == "and"
    return alone and active and trigger.effect == "captured"


def _is_one_name(telling: Telling, person: People) -> bool:
    """Is it one word in capitals, "al" and a hyphen left out, with no word for a person?"""
    if person.kind is None or person.kind[0] < person.kind[1]:
        return False
    tokens = telling.parsed.tokens[person.first : person.end]
    return sum(word[0].isupper() for word in tokens) == 1 == len([word for word in tokens if len(word) > ARTICLE])


def tell_chain(
    telling: Telling, trigger: TriggerGroup, place: int, wholes: dict[int, int], *, active: bool = False
) -> None:
    """Phrase `place` and those joined to it suffered it, parts left out."""
    telling.tell(place, trigger, active=active)
    head = place
    while place + 1 < len(telling.people):
        if place + 1 not in wholes:
            if not telling.chained(place, place + 1):
                break
            telling.tell(place + 1, trigger, active=active, behind=head)
        place += 1
