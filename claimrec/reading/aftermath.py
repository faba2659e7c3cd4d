"""Times at which something was done about a deed, not the deed: an arrest, a trial, a burial, a name made known."""

from __future__ import annotations

from collections.abc import Iterable

from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.times import TimeMention

REACH = 10
"""Tokens from what was done to its time ("sentenced to two weeks in jail on Tuesday")."""
LATE = 5
"""Tokens from "succumbed" to its time ("succumbed to their wounds on Sunday")."""
ATTRIBUTE = 4
"""Tokens from a time to the deed that it belongs to ("Sunday night's fatal shooting")."""
NEXT = 2
"""Tokens from a time to what was done then ("officials on Tuesday identified the dead")."""
OPENING = 12
"""The same where the time opens the sentence ("On Tuesday, two officers of the city's police arrested")."""
CHARGE = 5
"""Tokens from "with" to the deed of a charge ("with one count of second-degree murder")."""


def is_of_aftermath(parsed: Parsed, clause: Sentence, mention: TimeMention) -> bool:
    """As in "a man was charged on Tuesday with the killing": does the time tell when something came of a deed?"""
    first, lower = mention.first, parsed.tokens.lower
    if lower[max(0, first - 2) : first] == ["as", "of"]:
        return True
    if parsed.grammar.any_in(lower[max(clause.first, first - LATE) : first], "late_deaths"):
        return True
    around = lower[max(clause.first, first - REACH) : min(clause.end, mention.end + OPENING)]
    if not parsed.grammar.any_in(around, "aftermath") or _is_of_deed(parsed, clause, mention):
        return False
    for place in range(first - 1, max(clause.first, first - REACH) - 1, -1):
        if _is_done_later(parsed, clause, place):
            return True
        if _tells_harm(parsed, place) and not _is_charge(parsed, clause, place):
            return False
        if "aside_of_deed" in parsed.lists[place]:
            break
    return _is_done_later_behind(parsed, clause, mention)


def _is_of_deed(parsed: Parsed, clause: Sentence, mention: TimeMention) -> bool:
    """As in "Sunday night's fatal shooting", "the 2 May attack": does the deed follow at once?"""
    for place in range(mention.end, min(clause.end, mention.end + ATTRIBUTE)):
        if parsed.grammar.is_in(parsed.tokens.lower[place], "aside_of_deed", "aftermath", "phrase_end"):
            return False
        if _tells_harm(parsed, place):
            return True
    return False


def _is_charge(parsed: Parsed, clause: Sentence, place: int) -> bool:
    """As in "charged with second-degree murder": is it the name of a crime, not the deed?"""
    lower = parsed.tokens.lower
    return "crimes" in parsed.lists[place] and "with" in lower[max(clause.first, place - CHARGE) : place]


def _is_done_later_behind(parsed: Parsed, clause: Sentence, mention: TimeMention) -> bool:
    """As in "Officials on Tuesday identified ...", "On Tuesday, officers arrested ..."?"""
    lower = parsed.tokens.lower
    opens = mention.first - clause.first <= 1
    for place in range(mention.end, min(clause.end, mention.end + (OPENING if opens else NEXT))):
        if _is_done_later(parsed, clause, place):
            return True
        if _tells_harm(parsed, place) or (lower[place] == "," and not opens):
            return False
    return False


def _is_done_later(parsed: Parsed, clause: Sentence, place: int) -> bool:
    """Is it a word for what comes of a deed? An arrest is that only beside a deed or a charge."""
    grammar, word = parsed.grammar, parsed.tokens.lower[place]
    if not grammar.is_in(word, "aftermath") or not (parsed.shouted or parsed.tokens[place].islower()):
        return False
    if place not in parsed.triggers:
        return True
    words = parsed.tokens.lower[clause.first : clause.end]
    return grammar.any_in(words, "charges") or any(_other_harms(parsed, clause, place))


def _tells_harm(parsed: Parsed, place: int) -> bool:
    return place in parsed.triggers or place in parsed.events


def _other_harms(parsed: Parsed, clause: Sentence, place: int) -> Iterable[bool]:
    here = parsed.triggers.between(clause.first, clause.end)
    return (hit.first != place and hit.meaning.effect != "captured" for hit in here)
