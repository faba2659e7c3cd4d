"""Since when a war has lasted, where an article counts its dead and leaves that to be understood."""

from __future__ import annotations

from functools import lru_cache

from claimrec.lexicon.entries import WarEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.doings import Doing
from claimrec.reading.levels import LARGEST_INCIDENT
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.telling import Casualty
from claimrec.reading.told_times import ToldTime
from claimrec.records.article import day_of
from claimrec.values.window import Window

SUBJECT_REACH = 3
"""Tokens between a deed and its "has killed"."""
ROUNDED = 366
"""Days by which "the five-year war" and "since 2011" may miss the month in which the war began."""


def over_war(parsed: Parsed, sentence: Sentence, casualty: Casualty, when: ToldTime | None) -> ToldTime | None:
    """When a total was counted: over the whole war of the home country, where the sentence counts the war's dead.

    A time that begins within a year of the war, as of "since 2011", is that of the war; a later one stands.
    """
    war, published = _war_of(parsed), day_of(parsed.article.published)
    if war is None or published is None or published < war.since:
        return when
    if not counts_a_war(parsed, sentence, casualty):
        return when
    if when is not None and abs((when.window.first - war.since).days) > ROUNDED:
        return when
    window = Window(war.since, published)
    return ToldTime(window, when.words, when.relative) if when is not None else ToldTime(window, inferred=True)


def is_of_all_sides(parsed: Parsed, sentence: Sentence, casualty: Casualty, doing: Doing) -> bool:
    """Are these a war's dead, in a sentence that only names the deed of one side ("the war, in which X attacked, ...")?

    In "X shelling has killed 20,000 since the war began" X has.
    """
    if doing.manner != "deed" or casualty.trigger.first - SUBJECT_REACH <= doing.place < casualty.trigger.first:
        return False
    return counts_a_war(parsed, sentence, casualty)


def counts_a_war(parsed: Parsed, sentence: Sentence, casualty: Casualty) -> bool:
    """Does a sentence count over a war: does it speak of one, or is the number too large for anything else?"""
    lower = parsed.tokens.lower[sentence.first : sentence.end]
    if casualty.count.low > LARGEST_INCIDENT and casualty.effect != "displaced":
        return True
    return parsed.grammar.any_in(lower, "wars")


def _war_of(parsed: Parsed) -> WarEntry | None:
    country = parsed.home.place.name if parsed.home is not None else None
    return _wars(parsed.lexicon).get(country) if country is not None else None


@lru_cache(maxsize=16)
def _wars(lexicon: Lexicon) -> dict[str, WarEntry]:
    return {war.country: war for war in lexicon.of(WarEntry).values()}
