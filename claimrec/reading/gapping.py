"""Numbers whose verb is left out: "12 were killed in X and seven in Y", "spoke of two dead, at noon of ten"."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimrec.reading.noun_phrases import People
from claimrec.reading.telling import Casualty, Telling
from claimrec.reading.triggers import TriggerGroup
from claimrec.reading.when_and_where import past_when_and_where
from claimrec.values.count import Count

GAP_REACH = 30
"""Tokens between people told and the number that goes on without a verb."""
SETTING_REACH = 6
"""Tokens behind the preposition in which the place or time of such a number begins."""
IN_ALL = 2
"""Tokens of "in all"."""


def tell_gapped(telling: Telling) -> None:
    """Numbers that share the verb of the people told before, each with a place or a time of its own.

    Where they are as many as those told before, with no names of places or times, they are their parts ("five died, two
    in a car and three in a house"); the sum of all is told too.
    """
    numbers = [n for n in range(1, len(telling.people)) if n not in telling.told and _is_alone(telling, n)]
    for place in numbers:
        again = _said_before(telling, place)
        before = again or (_told_before(telling, place) if place not in telling.told else None)
        if before is None:
            continue
        if again is not None:
            _tell(telling, place, before)
        elif _is_summed(telling, place, before):
            _tell(telling, place, attrs.evolve(before, sums=True))
        elif _is_opened(telling, place):
            listed = [n for n in numbers if n >= place and _is_opened(telling, n)]
            summed = len(listed) > 1 and _sum([telling.people[n].count for n in listed]) == before.count
            if summed and not _is_set(telling, place):
                for part in listed:
                    _tell(telling, part, before, part_of=telling.found.index(before))
            elif (summed or _has_setting(telling, place, before)) and _goes_on(telling, place, before):
                _tell(telling, place, before, clause=_opens_at(telling, place))


def _is_alone(telling: Telling, place: int) -> bool:
    """Is it a number with no noun, "others" at most, that no word of harm follows?"""
    person = telling.people[place]
    number = telling.parsed.counts.get(person.first) if person.counted and person.headless else None
    if number is None or telling.is_share(place) or telling.has_own_trigger(place):
        return False
    past = past_when_and_where(telling.parsed, person.end, telling.sentence.end)
    verb = telling.auxiliaries(past)
    if any(past <= group.first <= verb for group in telling.triggers):
        return False  # "two in X were wounded"
    return _is_sum(telling, place) or all(
        not telling.parsed.lists[near].isdisjoint(("more", "adverbs")) for near in range(number.end, person.end)
    )


def _told_before(telling: Telling, place: int) -> Casualty | None:
    """The casualty of several people that was told last before phrase `place`, if nothing else is counted between."""
    first = telling.people[place].first
    whole = [one for one in telling.found if one.part_of is None and one.people is not None and one.end <= first]
    last = max(whole, key=lambda one: one.end, default=None)
    if last is None or last.hedge == "zero" or first - last.end > GAP_REACH:
        return None
    harmed = any(last.end <= group.first < first for group in telling.triggers)
    told = {person.first for n, person in enumerate(telling.people) if n in telling.told}
    things = any(one.first not in told for one in telling.parsed.counts.between(last.end, first))
    return None if harmed or things else last


def _tell(
    telling: Telling, place: int, before: Casualty, *, part_of: int | None = None, clause: int | None = None
) -> None:
    """Phrase `place` suffered what the casualty before did; a clause of its own has a verb of its own, left out."""
    person, verb = telling.people[place], before.trigger
    if clause is not None:
        verb = TriggerGroup(verb.first, verb.end, before.effect, verb.roles)
    telling.told[place] = len(telling.found)
    telling.add(person.first, person.end, verb, person.count, person.hedge, person, part_of=part_of)
    own = attrs.evolve(telling.found[-1], effect=before.effect, active=before.active, clause=clause, sums=before.sums)
    telling.found[-1] = own


def _opens_at(telling: Telling, place: int) -> int:
    """Where the clause of the number begins, its place or time before it included."""
    first = _before_more(telling, telling.people[place])
    fronted = _setting_ending_at(telling, first)
    return first if fronted is None else fronted


def _is_opened(telling: Telling, place: int) -> bool:
    """Does a comma or "and" open the clause of the number, and does it say when or where?"""
    opening = _opens_at(telling, place)
    fronted = opening < _before_more(telling, telling.people[place])
    behind = telling.people[place].end
    if not fronted and behind >= telling.sentence.end:
        return False
    says = fronted or behind in telling.parsed.times or "gap_preposition" in telling.parsed.lists[behind]
    return says and telling.parsed.grammar.any_in(telling.lower(opening - 1, opening), "gap_opening")


def _goes_on(telling: Telling, place: int, before: Casualty) -> bool:
    """Is when or where a name or a time, or said with the same preposition as of those told before?"""
    behind = telling.people[place].end
    fronted = _opens_at(telling, place) < _before_more(telling, telling.people[place])
    between = telling.lower(before.end, telling.people[place].first)
    return fronted or _is_set(telling, place) or telling.parsed.tokens.lower[behind] in between


def _before_more(telling: Telling, person: People) -> int:
    """Where the number begins, "another" and "later" included, and a comma before these left out."""
    first = person.first
    while first > telling.sentence.first and not telling.parsed.lists[first - 1].isdisjoint(("another", "adverbs")):
        first -= 1
    return first


def _setting_ending_at(telling: Telling, end: int) -> int | None:
    """Where "in X" begins that stands before the number ("and in X another two"), None where nothing such does."""
    for mentions in (telling.parsed.places, telling.parsed.times):
        mention = mentions.last_before(end)
        if mention is not None and mention.end == end and mention.first > telling.sentence.first:
            first = mention.first
            while first > telling.sentence.first and "gap_preposition" in telling.parsed.lists[first - 1]:
                first -= 1
            return first
    return None


def _is_set(telling: Telling, place: int) -> bool:
    """Does the name of a place, or a time, follow the number?"""
    behind = telling.people[place].end
    near = min(telling.sentence.end, behind + SETTING_REACH)
    return bool(telling.parsed.places.between(behind, near) or telling.parsed.times.between(behind, near))


def _has_setting(telling: Telling, place: int, before: Casualty) -> bool:
    """Have those told before a place or time of their own, behind them or, as the number's, before them?"""
    first = telling.people[place].first
    if _setting_ending_at(telling, _before_more(telling, telling.people[place])) is not None:
        opening = min(before.first, before.trigger.first)
        return bool(telling.parsed.places.between(telling.sentence.first, opening) or _times(telling, opening))
    between = telling.lower(before.end, first)
    behind = telling.lower(telling.people[place].end, telling.people[place].end + 1)
    settings = telling.parsed.places.between(before.end, first) or telling.parsed.times.between(before.end, first)
    return bool(settings) or behind[0] in between


def _times(telling: Telling, end: int) -> bool:
    return bool(telling.parsed.times.between(telling.sentence.first, end))


def _is_sum(telling: Telling, place: int) -> bool:
    """Does "in all" stand behind the number, in its phrase or out of it?"""
    first = telling.people[place].first
    ends = range(first + 1, telling.parsed.counts[first].end + 1)
    behind = [telling.lower(end, end + n) for end in ends for n in (1, IN_ALL)]
    return any(telling.parsed.grammar.is_in(" ".join(words), "in_all") for words in behind)


def _is_summed(telling: Telling, place: int, before: Casualty) -> bool:
    """As in "38 killed at X and eight at Y, that is 46 in all": is it the sum of those that the sentence has told?"""
    alike = [one.count for one in telling.found if one.effect == before.effect and one.part_of is None]
    return _is_sum(telling, place) and len(alike) > 1 and _sum(alike) == telling.people[place].count


def _sum(counts: Sequence[Count]) -> Count:
    return sum(counts[1:], start=counts[0])


def _said_before(telling: Telling, place: int) -> Casualty | None:
    """As in "spoke at dawn of 20 dead and 50 injured, at noon of 38 and 102": what 38, or 102, says anew."""
    opened = place if _is_behind_of(telling, place) else place - 1
    joined = opened == place or (telling.between(opened, place) == ["and"] and _is_behind_of(telling, opened))
    of = telling.people[opened].first - 1
    parted = _time_ends_at(telling, of) or telling.parsed.grammar.any_in(telling.lower(of - 1, of), "and")
    if not joined or not parted:
        return None
    earlier = next((n for n in range(opened - 1, -1, -1) if _is_behind_of(telling, n)), None)
    meant = None if earlier is None else earlier + place - opened
    in_order = meant is not None and (meant == earlier or telling.between(meant - 1, meant)[-1:] == ["and"])
    return telling.found[telling.told[meant]] if meant is not None and in_order and meant in telling.told else None


def _is_behind_of(telling: Telling, place: int) -> bool:
    first = telling.people[place].first
    return first > telling.sentence.first and telling.lower(first - 1, first) == ["of"]


def _time_ends_at(telling: Telling, end: int) -> bool:
    mention = telling.parsed.times.last_before(end)
    return (mention is not None and mention.end == end) or "part_of_day" in telling.parsed.lists[end - 1]
