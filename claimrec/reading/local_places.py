"""Names that no list has but a phrase makes places: "in the village of X", "X neighbourhood", "near X"."""

from __future__ import annotations

from collections.abc import Collection

from claimrec.reading.name_words import POSSESSIVE, NameWords
from claimrec.reading.phrasing import Phrasing

LONGEST_NAME = 5
"""Words in the longest name of a place that no list knows ("Mazraat al-Sheikh Ahmad al-Omar")."""
LONGEST_SHOUTED = 3
"""The same where nothing is small, and a name's end is harder to see."""
MEASURE = 5
"""Words behind a name in which a comma, a number and a unit say how far it lies ("X, some 30 km")."""
LEAST_SOUND = 6
"""Letters of an unlisted spelling that is known by its sound alone ("to Mohasan")."""


def has_cue(words: NameWords, place: int, phrasing: Phrasing) -> bool:
    """Does a preposition, or a phrase such as "the village of", stand before the word?"""
    if not place:
        return False
    before = words.keys[place - 1]
    if before == "of":  # in capitals "the murder of X" tells no more than "the town of X", which is said
        return not words.shouted or phrasing.kind_before(words, place) is not None
    return before in phrasing.prepositions or before in phrasing.directions


def unlisted_end(
    words: NameWords,
    covered: bytearray,
    place: int,
    phrasing: Phrasing,
    told: Collection[tuple[str, ...]],
    *,
    listed: bool,
) -> int:
    """The end of a name that no list has but a phrase makes a place; `place` itself where there is none.

    The names `told` as places before need no phrase; with `listed`, the name goes on a list of places ("the towns of
    Jibrin and ...").
    """
    if words.shouted:
        return _shouted_end(words, covered, place, phrasing)
    end = _name_end(words, covered, place, phrasing)
    if end == place or (end == place + 1 and words.keys[place] in phrasing.heads):
        return place
    owned = end < len(words.keys) and words.keys[end] == POSSESSIVE
    before = words.keys[place - 1] if place else ""
    if listed or _is_told(words, place, end, phrasing, told) or is_surely_one(words, place, end, phrasing):
        return end
    if phrasing.division_behind(words, end) or phrasing.police_behind(words, end):
        return end
    if (before in phrasing.sure and not owned) or (words.keys[place] in phrasing.heads and end > place + 1):
        return end
    if before in phrasing.prepositions and (
        _sounds_known(words, place, end, phrasing) or _is_in_division(words, place, end, phrasing)
    ):
        return end
    return end if _is_scene(words, place, end, phrasing) and not owned else place


def is_surely_one(words: NameWords, place: int, end: int, phrasing: Phrasing) -> bool:
    """As in "the village of X", "the X quarter", "X, 30 kilometres south of Y", not in "a Catholic church"?"""
    if phrasing.kind_before(words, place) or _is_measured(words, end, phrasing):
        return True
    return phrasing.kind_behind(words, end) is not None and not (place and words.keys[place - 1] in phrasing.indefinite)


def _is_measured(words: NameWords, end: int, phrasing: Phrasing) -> bool:
    """Does ", 30 kilometres", ", some 30 km" follow?"""
    if words.keys[end : end + 1] != [","] or phrasing.units.isdisjoint(words.keys[end + 2 : end + MEASURE]):
        return False
    number = next((key for key in words.keys[end + 1 : end + MEASURE - 1] if key[0].isdigit()), None)
    return number is not None


def _is_told(words: NameWords, place: int, end: int, phrasing: Phrasing, told: Collection[tuple[str, ...]]) -> bool:
    """Was the name told as a place before, and is it no surname here?"""
    if not told or tuple(words.keys[place:end]) not in told:
        return False
    return not (place and words.capitals[place - 1] and not phrasing.is_ordinary(words.keys[place - 1]))


def _is_scene(words: NameWords, place: int, end: int, phrasing: Phrasing) -> bool:
    """As in "the attack on X", "killed at X", "entered X": does harm to a place or there stand before the name?"""
    keys, before = words.keys, words.keys[place - 1]
    if before in phrasing.taken:
        return place > 0 and not phrasing.behind_taken.isdisjoint(keys[end : end + 1])
    if place < 2 or before not in phrasing.struck_at:
        return False
    return keys[place - 2] in phrasing.scene_nouns or (before == "at" and keys[place - 2] in phrasing.harmed_at)


def _sounds_known(words: NameWords, place: int, end: int, phrasing: Phrasing) -> bool:
    name = " ".join(words.keys[place:end])
    return len(name) >= LEAST_SOUND and bool(phrasing.known.like(name))


def _name_end(words: NameWords, covered: bytearray, place: int, phrasing: Phrasing) -> int:
    """The end of the row of capitalised words that begins here; it stops before a known name and a noun for places."""
    end, limit = place, min(len(words.keys), place + LONGEST_NAME)
    while end < limit and not covered[end] and words.keys[end][0].isalpha():
        key = words.keys[end]
        if end > place and end in words.paragraphs:
            break
        if phrasing.is_ordinary(key) or not (words.capitals[end] or (end > place and key in phrasing.connectors)):
            break
        if end == place or words.keys[end - 1] not in phrasing.heads:
            known = end > place and words.capitals[end] and phrasing.known.phrases.at(words, end)
            head = key in phrasing.heads
            if known or (phrasing.kinds.at(words, end) and not (head and end == place)) or (head and end > place):
                break
        end += 1
    while end > place and not words.capitals[end - 1]:
        end -= 1
    return end


def _shouted_end(words: NameWords, covered: bytearray, place: int, phrasing: Phrasing) -> int:
    """In a text of capitals "the town of X", "in X department" and "in X, Y department" name a place."""
    before = words.keys[place - 1] if place else ""
    kind = phrasing.kind_before(words, place)
    head = words.keys[place] in phrasing.heads
    inside = before in phrasing.sure
    starts = bool(kind) or inside or before in phrasing.joining or before in phrasing.opening or head
    end, limit = place, min(len(words.keys), place + LONGEST_SHOUTED)
    while starts and end < limit and not covered[end] and words.keys[end][0].isalpha():
        key = words.keys[end]
        if phrasing.is_ordinary(key) or key.endswith(phrasing.plain_endings):
            break
        if end > place and phrasing.kinds.at(words, end):
            break
        if end > place and kind and phrasing.known.phrases.at(words, end):
            return end
        end += 1
    if kind:
        return end
    if end == place or end == len(words.keys):
        return place
    behind = phrasing.kind_behind(words, end)
    if behind and (before not in phrasing.opening or behind[1] not in ("site", "region")):
        return end
    return end if inside and _is_in_division(words, place, end, phrasing) else place


def _is_in_division(words: NameWords, first: int, end: int, phrasing: Phrasing) -> bool:
    """Does ", [eastern] Y department" follow, for a Y that lists know, or "in Y" in "at X in Y"?"""
    if end == len(words.keys):
        return False
    place = end + 1
    while place < len(words.keys) and place <= end + 2 and words.keys[place] in phrasing.directions:
        place += 1
    tied = words.keys[end] == "," or (words.keys[end] == "in" and words.keys[first - 1] == "at")
    hit = phrasing.known.phrases.at(words, place) if tied else None
    if hit is None:
        return False
    named = any(known.kind == "governorate" for known in hit[1])
    return named or phrasing.kind_behind(words, hit[0]) is not None
