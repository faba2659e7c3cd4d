"""People counted among other people: "27 soldiers, including four officers", "15 of them children" (METHOD 6)."""

from __future__ import annotations

from claimrec.reading.telling import Telling
from claimrec.reading.triggers import TriggerGroup
from claimrec.records.claim import Hedge
from claimrec.values.count import Count

VERB_REACH = 3
"""Tokens between an active verb and the whole that it tells of ("killed as many as 12, including ...")."""
ASIDE_REACH = 14
"""Tokens between a verb and "including" that say where and when."""
LONGEST_INCLUDING = 3
"""Words of "including at least"."""
OF_THEM = 3
"""Tokens of "of them" and an adverb."""
SHARE_REACH = 5
"""Tokens before a noun in which "most of them were" stands."""


def wholes_of(telling: Telling) -> dict[int, int]:
    """Phrase of people -> the phrase of the same sentence that contains it."""
    wholes = _asides_of(telling)
    for place in range(1, len(telling.people)):
        if place in wholes:
            continue
        if _opens_parts(telling, place):
            wholes[place] = wholes.get(place - 1, place - 1)
        elif place - 1 in wholes and _goes_on(telling, place) and not _has_own_verb(telling, place, wholes):
            wholes[place] = wholes[place - 1]
    return wholes


def _asides_of(telling: Telling) -> dict[int, int]:
    """As in "six priests (five Spaniards and a Mexican)", "three civilians, two women and a man, died"."""
    wholes: dict[int, int] = {}
    for whole in range(len(telling.people) - 1):
        if not telling.people[whole].counted or whole in wholes:
            continue
        end = whole + 1
        while end + 1 < len(telling.people) and telling.between(end, end + 1) in ([","], ["and"], [",", "and"]):
            end += 1
        parts = range(whole + 1, end + 1)
        opening = "".join(telling.between(whole, whole + 1))
        counts = [telling.people[part].count for part in parts]
        sums = sum((count for count in counts[1:]), start=counts[0]) == telling.people[whole].count
        closed = (
            opening == ","
            and len(parts) > 1
            and telling.lower(telling.people[end].end, telling.people[end].end + 1) == [","]
        )
        if sums and (telling.parsed.grammar.is_in(opening, "aside_opens") or closed):
            wholes.update(dict.fromkeys(parts, whole))
    return wholes


def _opens_parts(telling: Telling, place: int) -> bool:
    """As in "including four officers" or "two officers among them": is the phrase the first of the parts?"""
    words = [word for word in _behind_trigger(telling, place) if word.isalpha()]
    if telling.parsed.grammar.is_in(" ".join(words), "including") or _opens_behind_aside(telling, place):
        return not _opens_share(telling, place)
    end = telling.people[place].end
    return telling.lower(end, end + 2) == ["among", "them"] and telling.joined(place - 1, place)


def _opens_behind_aside(telling: Telling, place: int) -> bool:
    """As in "17 were injured in the town of X on Friday, including three children": where and when stand between."""
    grammar, words = telling.parsed.grammar, _behind_trigger(telling, place)
    if not telling.people[place - 1].counted or len(words) > ASIDE_REACH or grammar.any_in(words, "clause_end"):
        return False
    return any(
        words[-length - 1] == "," and grammar.is_in(" ".join(words[-length:]), "including")
        for length in range(1, min(LONGEST_INCLUDING, len(words) - 1) + 1)
    )


def _goes_on(telling: Telling, place: int) -> bool:
    """Is the phrase one more of the parts before it, no aside having ended?"""
    closed = telling.parsed.grammar.is_in("".join(telling.between(place - 1, place)[:1]), "aside_sign")
    return telling.joined(place - 1, place) and not closed and not telling.speaks(place)


def _behind_trigger(telling: Telling, place: int) -> list[str]:
    """The words before a phrase, back to the phrase or trigger before it ("27 were killed, including four")."""
    floor = telling.people[place - 1].end
    ends = [
        group.end for group in telling.triggers if floor <= group.first and group.end <= telling.people[place].first
    ]
    return telling.lower(max([floor, *ends]), telling.people[place].first)


def _has_own_verb(telling: Telling, place: int, wholes: dict[int, int]) -> bool:
    """Is the verb behind the last part its own, and not that of the whole ("12, including two women, were killed")?"""
    person = telling.people[place]
    whole = telling.people[wholes[place - 1]].first
    told_before = any(whole - VERB_REACH <= group.first < person.first for group in telling.triggers)
    adjacent = any(group.first == person.end for group in telling.triggers)
    return adjacent or (told_before and telling.has_own_trigger(place))


def _opens_share(telling: Telling, place: int) -> bool:
    """As in "15 of them children": the words between belong to the number before, not to a list of parts."""
    before = telling.people[place - 1]
    return before.headless and telling.between(place - 1, place)[:1] == ["of"]


def tell_parts(telling: Telling, wholes: dict[int, int]) -> None:
    """Every part whose whole has been told, then the parts that are told by their share."""
    shares = [place for place in range(len(telling.people)) if telling.is_share(place) or _is_grave(telling, place)]
    for place, whole in sorted(wholes.items()):
        if place not in telling.told and whole in telling.told and place not in shares:
            telling.tell_part(place, whole)
    for place in range(1, len(telling.people)):
        if place not in telling.told:
            _tell_fatal(telling, place)
            _tell_share(telling, place)
    for place in shares:
        if place and place not in telling.told:
            _tell_part_of_them(telling, place)


def _tell_part_of_them(telling: Telling, place: int) -> None:
    """As in "seven others were wounded, two of them seriously": behind the comma, a number of those told before."""
    before = _behind_trigger(telling, place)
    whole = telling.told.get(place - 1)
    if whole is not None and before == [","] and _can_hold(telling.found[whole].count, telling.people[place].count):
        telling.tell_part(place, place - 1)


def tell_among(telling: Telling, place: int) -> None:
    """As in "Two medics were among at least 31 people killed": the phrase before `place` is a part of it."""
    if place and place - 1 not in telling.told:
        words = telling.between(place - 1, place)
        if len(words) <= SHARE_REACH and telling.parsed.grammar.any_in(words, "among"):
            telling.tell_part(place - 1, place)


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
        fatally = [near for near in words if telling.parsed.grammar.is_in(telling.parsed.tokens.lower[near], "fatally")]
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
    copula = before.end < person.first <= telling.auxiliaries(before.end)
    if before.counted and before.headless and copula and _of_whole(telling, place - 1):
        return before.first, before.count, before.hedge
    for first in range(max(telling.sentence.first, person.first - SHARE_REACH), person.first):
        hit = telling.parsed.phrases.get(first)
        if hit is None or not hit.end <= person.first <= telling.auxiliaries(hit.end):
            continue
        if hit.meaning == "mostly":
            return first, most_of(whole), "vague"
        if hit.meaning == "many":
            return first, telling.parsed.lexicon.conventions.plural, "vague"
    return None


def _of_whole(telling: Telling, place: int) -> bool:
    """As in "of the 28 killed, 19 were civilians": does "of" stand before those told right before?"""
    if not place or place - 1 not in telling.told:
        return False
    first = telling.people[place - 1].first
    before = telling.lower(max(telling.sentence.first, first - 2), first)
    return "of" in before and telling.between(place - 1, place)[-1:] == [","]


def most_of(count: Count) -> Count:
    """More than half of them (METHOD 3): from floor(low / 2) + 1 to all.

    >>> most_of(Count.exactly(26))
    Count(low=14, high=26)
    """
    return Count(min(count.low // 2 + 1, count.low), count.high)
