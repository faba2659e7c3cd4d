"""Counts behind a label, as lists and tables of figures have them: "Killed: 13", "Injured - 45", "Deaths: 1,208"."""

from __future__ import annotations

from claimrec.reading.telling import Telling
from claimrec.reading.triggers import TriggerGroup


def tell_label(telling: Telling, trigger: TriggerGroup) -> bool:
    """Is the word of harm a label, at the start of a line or behind a sign, and does a number alone follow its colon?

    The number may have a noun ("Killed: 13 civilians"), but no verb.
    """
    grammar = telling.parsed.grammar
    before = telling.lower(trigger.first - 1, trigger.first) if trigger.first > telling.sentence.first else []
    if before and not grammar.is_in(before[0], "before_label"):
        return False
    first = trigger.end
    while first < telling.sentence.end and grammar.is_in(telling.parsed.tokens.lower[first], "people_told"):
        first += 1
    if not grammar.any_in(telling.lower(first, first + 1), "behind_label"):
        return False
    number = next((n for n, one in enumerate(telling.people) if one.first == first + 1 and one.counted), None)
    if number is None or telling.has_own_trigger(number):
        return False
    telling.tell(number, trigger)
    return True
