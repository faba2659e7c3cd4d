"""People counted among other people: "27 soldiers, including four officers", "15 of them children" (METHOD 6)."""

from __future__ import annotations

from claimrec.reading.shares import SHARE_REACH, is_share, tell_shares, words_behind_trigger
from claimrec.reading.telling import Telling

VERB_REACH = 3
"""Tokens between an active verb and the whole that it tells of ("killed as many as 12, including ...")."""
ASIDE_REACH = 14
"""Tokens between a verb and "including" that say where and when."""
LONGEST_INCLUDING = 3
"""Words of "including at least"."""


def wholes_of(telling: Telling) -> dict[int, int]:
    """Phrase of people -> the phrase of the same sentence that contains it."""
    wholes = _asides_of(telling)
    for place in range(1, len(telling.people)):
        if place in wholes:
            continue
        if _opens_parts(telling, place):
            wholes[place] = wholes.get(place - 1, place - 1)
        elif (
            (before := _before_share(telling, place)) in wholes
            and _goes_on(telling, place)
            and not _has_own_verb(telling, place, wholes[before])
        ):
            wholes[place] = wholes[before]
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
        opening = "".join(words_behind_trigger(telling, whole + 1))
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
    words = [word for word in words_behind_trigger(telling, place) if word.isalpha()]
    if telling.parsed.grammar.is_in(" ".join(words), "including") or _opens_behind_aside(telling, place):
        return not _opens_share(telling, place)
    end = telling.people[place].end
    among = telling.lower(end, end + 2) == ["among", "them"]
    return among and (telling.joined(place - 1, place) or words_behind_trigger(telling, place) in ([","], ["and"]))


def _opens_behind_aside(telling: Telling, place: int) -> bool:
    """As in "17 were injured in the town of X on Friday, including three children": where and when stand between."""
    grammar, words = telling.parsed.grammar, words_behind_trigger(telling, place)
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


def _before_share(telling: Telling, place: int) -> int:
    """The part before: of "96 civilians, 31 of them children, 74 soldiers" the one with a share."""
    before = place - 1
    if before > 0 and telling.is_share(before):
        return before - 1
    return before - 2 if before > 1 and telling.is_share(before - 1) else before


def _has_own_verb(telling: Telling, place: int, number: int) -> bool:
    """Is the verb behind the last part its own, and not that of the whole ("12, including two women, were killed")?"""
    person = telling.people[place]
    whole = telling.people[number].first
    told_before = any(whole - VERB_REACH <= group.first < person.first for group in telling.triggers)
    adjacent = any(group.first == person.end for group in telling.triggers)
    return adjacent or (told_before and telling.has_own_trigger(place))


def _opens_share(telling: Telling, place: int) -> bool:
    """As in "15 of them children": the words between belong to the number before, not to a list of parts."""
    before = telling.people[place - 1]
    return before.headless and telling.between(place - 1, place)[:1] == ["of"]


def tell_parts(telling: Telling, wholes: dict[int, int]) -> None:
    """Every part whose whole has been told, then the parts that are told by their share."""
    for place, whole in sorted(wholes.items()):
        if place not in telling.told and whole in telling.told and not is_share(telling, place):
            telling.tell_part(place, whole)
    tell_shares(telling)


def tell_among(telling: Telling, place: int) -> None:
    """As in "Two medics were among at least 31 people killed": the phrase before `place` is a part of it."""
    if place and place - 1 not in telling.told:
        words = telling.between(place - 1, place)
        if len(words) <= SHARE_REACH and telling.parsed.grammar.any_in(words, "among"):
            telling.tell_part(place - 1, place)
