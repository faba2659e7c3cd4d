"""Shares of those told before: "two of them seriously", "15 of them children", "half of them women", "one fatally"."""

from __future__ import annotations

from claimrec.reading.telling import Telling
from claimrec.reading.triggers import TriggerGroup
from claimrec.records.claim import Hedge
from claimrec.values.count import Count

AMONG_REACH = 2
"""Tokens of "among the"."""
OF_THEM = 3
"""Tokens of "of them" and an adverb."""
OPENING = frozenset({",", "and", ", and"})
"""Before "two of them"."""
SHARE_REACH = 5
"""Tokens before a noun in which "most of them were" stands."""


def tell_shares(telling: Telling) -> None:
    """Every part that is told by its share of those before it."""
    shares = [place for place in range(len(telling.people)) if is_share(telling, place)]
    for place in range(1, len(telling.people)):
        if place not in telling.told:
            _tell_fatal(telling, place)
            _tell_share(telling, place)
    for place in range(1, len(telling.people)):
        if place not in telling.told and place - 1 in telling.told and _is_among_whole(telling, place):
            telling.tell_part(place, place - 1)
    for place in shares:
        if place and place not in telling.told:
            _tell_part_of_them(telling, place)


def is_share(telling: Telling, place: int) -> bool:
    """As in "two of them seriously", "one critically": is it a number of those told before, and no part by itself?"""
    return telling.is_share(place) or _is_grave(telling, place)


def _tell_part_of_them(telling: Telling, place: int) -> None:
    """As in "seven others were wounded, two of them seriously": behind the comma, a number of those told before."""
    before = words_behind_trigger(telling, place)
    whole = telling.told.get(place - 1)
    opened = whole is not None and " ".join(before) in OPENING
    if whole is not None and opened and _can_hold(telling.found[whole].count, telling.people[place].count):
        telling.tell_part(place, place - 1)


def _is_among_whole(telling: Telling, place: int) -> bool:
    """As in "among the 12 killed were three children": are those told before named as the ones that hold these?"""
    first = telling.people[place - 1].first
    before = telling.lower(max(telling.sentence.first, first - AMONG_REACH), first)
    words = words_behind_trigger(telling, place)
    grammar = telling.parsed.grammar
    return (
        grammar.any_in(before, "among") and bool(words) and all(grammar.is_in(word, "be", "adverbs") for word in words)
    )


def _is_grave(telling: Telling, place: int) -> bool:
    """As in "seven were wounded, two seriously": a number alone with how badly it was hit."""
    person = telling.people[place]
    behind = telling.lower(person.first + 1, person.end + 1)
    return person.counted and person.headless and telling.parsed.grammar.any_in(behind, "gravely")


def _tell_fatal(telling: Telling, place: int) -> None:
    """As in "six people were shot, one fatally", "four of them fatally": a number of those hit who died."""
    person = telling.people[place]
    if person.counted and person.headless:
        reach = OF_THEM if telling.is_share(place) else 1
        words = range(person.first + 1, min(person.end + reach, telling.sentence.end))
        fatally = [near for near in words if "fatally" in telling.parsed.lists[near]]
        if fatally:
            telling.tell(place, TriggerGroup(fatally[0], fatally[0] + 1, "killed"))


def _tell_share(telling: Telling, place: int) -> None:
    """As in "mostly women and children", "15 of them children", "some of whom were children"."""
    whole = max((told for other, told in telling.told.items() if other < place), default=None)
    person = telling.people[place]
    if whole is None or person.counted or place in telling.told:
        return
    top = telling.found[whole].part_of
    whole = whole if top is None else top
    share = _share(telling, place, telling.found[whole].count)
    if share is not None and _can_hold(telling.found[whole].count, share[1]):
        first, count, hedge = share
        telling.told[place] = len(telling.found)
        if telling.people[place - 1].first == first:
            telling.told[place - 1] = len(telling.found)
        telling.add(first, person.end, telling.found[whole].trigger, count, hedge, person, part_of=whole)


def _can_hold(whole: Count, part: Count) -> bool:
    """Can the part be counted among the whole? "15 of them" are none of twelve."""
    return whole.high is None or part.low <= whole.high


def _share(telling: Telling, place: int, whole: Count) -> tuple[int, Count, Hedge] | None:
    """Where the words of the share begin, and how many it is."""
    person, before = telling.people[place], telling.people[place - 1]
    if before.counted and before.headless and telling.between(place - 1, place)[:1] == ["of"]:
        rest = telling.between(place - 1, place)
        if (
            telling.parsed.grammar.is_in(" ".join(rest[1:2]), "those_told")
            and telling.auxiliaries(before.end + 2) >= person.first
        ):
            return before.first, before.count, before.hedge
    if place > 1 and _is_of_those_harmed(telling, place):
        some = telling.people[place - 2]
        return some.first, some.count, some.hedge
    copula = before.end < person.first <= telling.auxiliaries(before.end)
    if before.counted and before.headless and copula and _of_whole(telling, place - 1):
        return before.first, before.count, before.hedge
    for first in range(max(telling.sentence.first, person.first - SHARE_REACH), person.first):
        hit = telling.parsed.phrases.get(first)
        if hit is None or not hit.end <= person.first <= telling.auxiliaries(hit.end):
            continue
        if hit.meaning == "mostly":
            return first, most_of(whole), "vague"
        if hit.meaning == "half":
            return first, half_of(whole), "exact"
        if hit.meaning == "many":
            return first, telling.parsed.lexicon.conventions.plural, "vague"
    return None


def _is_of_those_harmed(telling: Telling, place: int) -> bool:
    """As in "34 of the 52 people killed were civilians": is the number two before one of those right before?"""
    some, whole = telling.people[place - 2], telling.people[place - 1]
    trigger = next((group for group in telling.triggers if group.first == whole.end), None)
    if trigger is None or not some.headless or telling.between(place - 2, place - 1)[:1] != ["of"]:
        return False
    return trigger.end < telling.people[place].first <= telling.auxiliaries(trigger.end)


def _of_whole(telling: Telling, place: int) -> bool:
    """As in "of the 28 killed, 19 were civilians": does "of" stand before those told right before?"""
    if not place or place - 1 not in telling.told:
        return False
    first = telling.people[place - 1].first
    before = telling.lower(max(telling.sentence.first, first - 2), first)
    return "of" in before and telling.between(place - 1, place)[-1:] == [","]


def half_of(count: Count) -> Count:
    """Half of them; of an odd number a little less or more.

    >>> half_of(Count.exactly(14)), half_of(Count.exactly(15))
    (Count(low=7, high=7), Count(low=7, high=8))
    """
    return Count(count.low // 2, None if count.high is None else (count.high + 1) // 2)


def most_of(count: Count) -> Count:
    """More than half of them (METHOD 3): from floor(low / 2) + 1 to all.

    >>> most_of(Count.exactly(26))
    Count(low=14, high=26)
    """
    return Count(min(count.low // 2 + 1, count.low), count.high)


def words_behind_trigger(telling: Telling, place: int) -> list[str]:
    """The words before a phrase, back to the phrase or trigger before it ("27 were killed, including four")."""
    floor = telling.people[place - 1].end
    ends = [
        group.end for group in telling.triggers if floor <= group.first and group.end <= telling.people[place].first
    ]
    return telling.lower(max([floor, *ends]), telling.people[place].first)
