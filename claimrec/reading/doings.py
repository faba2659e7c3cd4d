"""Somebody made a doer by a sentence, and how: the doer of a deed, the accused, one who claims or denies."""

from __future__ import annotations

from typing import Literal, NamedTuple

from claimrec.reading.doers import Doer
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.triggers import is_told_as_fact

Manner = Literal["by", "subject", "deed", "accused", "claimed", "denied", "mishap"]
"""How the two are tied: "attack by X", "X attacked", "X attack", "blamed X", "X claimed", "X denied", "a gas leak"."""

ALLEGED_REACH = 4
"""Tokens before a doer or a deed in which "alleged" stands."""
SAID: dict[str, Manner] = {"claimed": "claimed", "denied": "denied"}
"""List of `stances.toml` -> what whoever says so does."""
VIOLENT = frozenset({"verbs", "nouns"})
"""Lists of `deeds.toml` that tell of violence by themselves."""
DEEDS = VIOLENT | {"acts"}
NOTHING: frozenset[str] = frozenset()


class Doing(NamedTuple):
    """A doer, the token of the deed, the way they are tied, and whether it is only alleged."""

    doer: Doer
    place: int
    manner: Manner
    alleged: bool = False


def is_alleged(parsed: Parsed, sentence: Sentence, doer: Doer, deed: int) -> bool:
    """Does a word such as "alleged" or "presumably" stand before the doer or the deed?"""
    lower = parsed.tokens.lower
    before = lower[max(sentence.first, doer.first - ALLEGED_REACH) : doer.first]
    return parsed.deed_words.any_in(before + lower[max(sentence.first, deed - ALLEGED_REACH) : deed], "alleged")


def is_done(parsed: Parsed, sentence: Sentence, doing: Doing) -> bool:
    """Is the deed told as something that happened, not as planned or feared?"""
    infinitive = doing.place > sentence.first and parsed.tokens.lower[doing.place - 1] == "to"
    return not infinitive and is_told_as_fact(parsed, doing.place, sentence.first)
