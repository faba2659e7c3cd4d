"""Clauses that tell of something earlier: "after the murder of a judge, X raided farms", "X fled after Y killed"."""

from __future__ import annotations

from claimrec.reading.doers import Doer
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.triggers import TriggerGroup

BEFORE_REACH = 12
"""Tokens from "after" to the word of harm of an earlier deed ("after two of its members were killed")."""
NOWHERE = -1
"""Before all tokens."""
CLAUSE_ENDS = frozenset({"that", ",", ";", ":"})
"""Where such a clause ends at the latest."""


def is_fronted(parsed: Parsed, sentence: Sentence, place: int) -> bool:
    """As in "after the murder of X, ...": does a word such as "after" open the clause of token `place`?"""
    for near in range(place - 1, sentence.first - 1, -1):
        if parsed.tokens[near] == "," or "fronting" in parsed.lists[near]:
            return parsed.tokens[near] != ","
    return False


def behind_fronted(parsed: Parsed, sentence: Sentence, subjects: list[Doer]) -> list[Doer]:
    """As in "after a raid by X, Y killed six": the subjects behind the comma that ends the first clause, if any are."""
    if len(subjects) == 1 or "fronting" not in parsed.lists[sentence.first]:
        return subjects
    comma = next((n for n in range(sentence.first, sentence.end) if parsed.tokens[n] == ","), sentence.first)
    return [one for one in subjects if one.first > comma] or subjects


def told_as_before(parsed: Parsed, sentence: Sentence, trigger: TriggerGroup) -> int:
    """As in "X raided the town after the murder of a judge": the token of "after", before which nobody killed; else -1.

    In "X left after killing a judge" the deed is that of X.
    """
    floor = max(sentence.first, trigger.first - BEFORE_REACH)
    near = range(trigger.first - 1, floor - 1, -1)
    after = next((place for place in near if "earlier_deed" in parsed.lists[place]), NOWHERE)
    between = parsed.tokens.lower[after + 1 : trigger.first]
    if after == NOWHERE or not CLAUSE_ENDS.isdisjoint(between) or parsed.deed_words.any_in(between, "oneself"):
        return NOWHERE
    return NOWHERE if _goes_on(parsed, after, trigger) else after


def _goes_on(parsed: Parsed, place: int, trigger: TriggerGroup) -> bool:
    """As in "X left after killing", "after that day X", "X attacked after midnight and killed": is it X's own deed?"""
    time = parsed.times.last_before(place + 1)
    if parsed.tokens.lower[place + 1].endswith("ing") or (time is not None and place < time.end):
        return True
    told = parsed.deeds.between(place, trigger.first) or parsed.triggers.between(place, trigger.first)
    return not told and parsed.tokens.lower[trigger.first - 1] == "and"
