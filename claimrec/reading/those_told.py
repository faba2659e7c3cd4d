"""People under a word of harm that stands for them: "those killed included two women", "three of the dead"."""

from __future__ import annotations

from claimrec.reading.noun_phrases import People
from claimrec.reading.telling import Telling
from claimrec.reading.triggers import TriggerGroup
from claimrec.reading.when_and_where import past_when_and_where

OF_REACH = 2
"""Tokens of "of the" or "of those" between a number and the word of harm."""


def tell_those_told(telling: Telling, trigger: TriggerGroup) -> bool:
    """Are "those killed" named in a list behind, or by the people before ("two women were among the dead")?"""
    nominal = telling.lower(trigger.first - 1, trigger.first) if trigger.first > telling.sentence.first else []
    opens = trigger.first == telling.sentence.first and bool(telling.lower(trigger.end, trigger.end + 1))
    harmed = telling.parsed.grammar.any_in(telling.lower(trigger.end - 1, trigger.end), "people_harmed")
    if not harmed and not trigger.roles & {"passive", "states"}:
        return False
    if opens and telling.parsed.grammar.any_in(telling.lower(trigger.end, trigger.end + 1), "be"):
        return _tell_list(telling, trigger)  # "killed were five men and a boy"
    if nominal not in (["those"], ["the"]):
        return False
    return _tell_some_of(telling, trigger) or _tell_list(telling, trigger) or _tell_those_among(telling, trigger)


def _tell_some_of(telling: Telling, trigger: TriggerGroup) -> bool:
    """As in "three of the dead were children", "17 of those killed": a number of those told before."""
    some = next((n for n, one in enumerate(telling.people) if one.first < trigger.first <= one.end + OF_REACH), None)
    if telling.lower(trigger.first - OF_REACH, trigger.first - 1) != ["of"]:
        return False
    if some is None or not telling.people[some].counted or not telling.people[some].headless:
        return telling.lower(trigger.first - 1, trigger.first) == ["those"]  # "most of those killed were civilians"
    number = telling.people[some]
    telling.told[some] = len(telling.found)
    kind = _kind_behind(telling, some, trigger)
    if kind is None:
        telling.add(number.first, trigger.end, trigger, number.count, number.hedge, number)
    else:
        telling.told[some + 1] = len(telling.found)
        telling.add(number.first, kind.end, trigger, number.count, number.hedge, kind)
    return True


def _kind_behind(telling: Telling, some: int, trigger: TriggerGroup) -> People | None:
    """The kind of people that they were, said behind "were"."""
    if some + 1 == len(telling.people):
        return None
    kind = telling.people[some + 1]
    gap = telling.lower(trigger.end, kind.first)
    said = bool(gap) and all(telling.parsed.grammar.is_in(word, "be", "adverbs") for word in gap)
    return kind if said and not kind.counted else None


def _tell_list(telling: Telling, trigger: TriggerGroup) -> bool:
    """As in "those killed included six women and two men", "the dead were three policemen"."""
    grammar = telling.parsed.grammar
    listed = next((n for n, person in enumerate(telling.people) if person.first >= trigger.end), None)
    if listed is None:
        return False
    past = past_when_and_where(
        telling.parsed, trigger.end, telling.people[listed].first
    )  # "those killed on Friday were"
    gap = telling.lower(past, telling.people[listed].first)
    if not gap or not all(grammar.is_in(word, "lists", "be", "adverbs", "determiner") for word in gap):
        return False
    for place in range(listed, telling.chain_end(listed) + 1):
        telling.tell(place, trigger)
    return True


def _tell_those_among(telling: Telling, trigger: TriggerGroup) -> bool:
    """As in "two women were among those killed", "a driver was among the dead, along with two guards"."""
    grammar = telling.parsed.grammar
    behind = next((n for n, person in enumerate(telling.people) if person.end > trigger.first), len(telling.people))
    before = behind - 1
    if before < 0 or not grammar.any_in(telling.lower(telling.people[before].end, trigger.first), "among"):
        return False
    while before and before - 1 not in telling.told and telling.is_in_list(before - 1, before):
        before -= 1
    for one in range(before, behind):
        telling.tell(one, trigger)
    further = behind < len(telling.people) and not telling.has_own_trigger(behind)
    if further and grammar.is_in(" ".join(telling.lower(trigger.end, telling.people[behind].first)), "and"):
        telling.tell(behind, trigger)
    return True
