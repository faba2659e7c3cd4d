"""Counts behind a label, as lists and tables of figures have them: "Killed: 13", "Injured - 45", "Deaths: 1,208"."""

from __future__ import annotations

from claimrec.reading.telling import Telling
from claimrec.reading.triggers import TriggerGroup


def tell_label(telling: Telling, trigger: TriggerGroup) -> bool:
    """Is the word of harm a label, at the start of a line or behind a sign, and does a number alone follow its colon?

    A noun may stand before it ("Children killed: 13"), or behind the number, but no verb.
    """
    grammar = telling.parsed.grammar
    ends = (trigger.first, trigger.end)  # "civilians killed", "civilian deaths"
    counted = next((n for n, one in enumerate(telling.people) if one.end in ends and not one.counted), None)
    first = trigger.first if counted is None else telling.people[counted].first
    while first > telling.sentence.first and "number_told" in telling.parsed.lists[first - 1]:
        first -= 1
    if first > telling.sentence.first and "before_label" not in telling.parsed.lists[first - 1]:
        return False
    first = trigger.end
    while first < telling.sentence.end and "people_told" in telling.parsed.lists[first]:
        first += 1
    if not grammar.any_in(telling.lower(first, first + 1), "behind_label"):
        return False
    number = next((n for n, one in enumerate(telling.people) if one.first == first + 1 and one.counted), None)
    if number in telling.told:
        return True
    if number is None or telling.has_own_trigger(number):
        return False
    if counted is not None:
        telling.told[counted] = len(telling.found)
    telling.told[number] = len(telling.found)
    figure, whom = telling.people[number], telling.people[number if counted is None else counted]
    telling.add(min(whom.first, trigger.first), figure.end, trigger, figure.count, figure.hedge, whom)
    return True
