"""Running tolls: a figure that its own origin replaced later is not in conflict with the new one (METHOD 8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from claimrec.judging.judgement import Superseded
from claimrec.judging.statements import Statement
from claimrec.judging.victims import Kinship
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.phrases import Phrases
from claimrec.reading.tokens import tokenize
from claimrec.records.claim import Effect, Level


def superseded_in(statements: Collection[Statement], kinship: Kinship) -> tuple[Superseded, ...]:
    """Every toll that its own origin replaced, with the first toll that did; the trail is kept, up or down."""
    told: dict[tuple[str, Effect, Level], list[Statement]] = defaultdict(list)
    for statement in statements:
        told[statement.voice, statement.toll.effect, statement.claim.level].append(statement)
    found = [
        Superseded(earlier.reference, _first(later).reference)
        for running in told.values()
        if _are_told_in_time(running)
        for earlier in running
        if (later := [one for one in running if replaces(one, earlier, kinship)])
    ]
    return tuple(sorted(found, key=lambda pair: (pair.earlier, pair.later)))


def _are_told_in_time(statements: list[Statement]) -> bool:
    """Can one of these have come after another: are they of several articles, or is there a word that might say so?"""
    return len({one.claim.article for one in statements}) > 1 or (
        len(statements) > 1 and any(one.toll.quote or one.claim.quote for one in statements)
    )


def replaces(later: Statement, earlier: Statement, kinship: Kinship) -> bool:
    """Does `later` give another figure for what the same origin counted in `earlier`, and came after it?

    It came after where its article did, or where the words of one article say so ("in a new toll"). The same figure
    with another hedge, or told more loosely, replaces nothing (METHOD 13), and neither do vague words.
    """
    return (
        later.count != earlier.count
        and later.voice == earlier.voice
        and later.effect == earlier.effect
        and kinship.of(later.group, earlier.group) == "same"
        and later.toll.unit == earlier.toll.unit
        and later.is_subset == earlier.is_subset
        and "vague" not in (later.toll.hedge, earlier.toll.hedge)
        and _is_another_figure(later, earlier)
        and not _is_retold(later, earlier)
        and (later.is_later_than(earlier) or _is_said_to_be_later(later, earlier, kinship.lexicon))
    )


def _is_another_figure(later: Statement, earlier: Statement) -> bool:
    if earlier.count.within(later.count):
        return False  # told again, only more loosely: "19" as "nearly 20"
    return later.figure is None or later.figure != earlier.figure


def _is_retold(later: Statement, earlier: Statement) -> bool:
    """Does the later article cite the publisher of the earlier, for a figure that the earlier allows too?"""
    return earlier.claim.publisher in later.claim.voices[1:] and later.count.meets(earlier.count)


def _is_said_to_be_later(later: Statement, earlier: Statement, lexicon: Lexicon) -> bool:
    return (
        later.claim.article == earlier.claim.article
        and _is_called_new(later, lexicon)
        and not _is_called_new(earlier, lexicon)
    )


def _is_called_new(statement: Statement, lexicon: Lexicon) -> bool:
    return any(_says_later(words, lexicon) for words in _words(statement))


def _words(statement: Statement) -> Iterator[str]:
    """What was quoted for the toll; the words of the whole claim where they hold no other toll."""
    if statement.toll.quote:
        yield statement.toll.quote.text
    if statement.claim.quote and len(statement.claim.tolls) == 1:
        yield statement.claim.quote.text


@lru_cache(maxsize=4096)  # a toll is held against every other of its article
def _says_later(words: str, lexicon: Lexicon) -> bool:
    return bool(_words_for_later(lexicon).found_in(tokenize(words)))


@cache
def _words_for_later(lexicon: Lexicon) -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in lexicon.words("grammar", "later_toll"))


def _first(statements: list[Statement]) -> Statement:
    """The one that was published first, so that a trail runs from figure to figure."""
    return min(statements, key=lambda one: (one.claim.published is None, str(one.claim.published), one.reference))
