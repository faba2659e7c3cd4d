"""What a sentence counts over: one incident, a sum, an operation, a long time, or the background (METHOD 7)."""

from __future__ import annotations

from collections.abc import Sequence

from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.times import TimeMention
from claimrec.records.claim import Level
from claimrec.values.count import Count

OPERATION_DAYS = 62
"""A count "since" a day less than two months back is a battle's or an operation's, not the war's (own)."""

LARGEST_INCIDENT = 10_000
"""More casualties than this are no single incident's (own; the highest figure in GED's Syria rows of 2016 is 8,179)."""

LEVELS: tuple[Level, ...] = ("cumulative", "operation", "aggregate", "background")
"""Where a sentence holds words of several levels, the first of these is meant."""


def cues_in(parsed: Parsed, sentence: Sentence) -> frozenset[str]:
    """The lists of `levels.toml` of which a phrase stands in the sentence."""
    return frozenset([hit.meaning for hit in parsed.levels.between(sentence.first, sentence.end)])


def level_of(cues: frozenset[str], times: Sequence[TimeMention], count: Count) -> Level:
    """The level that the cues and the times of a casualty's clause, and its size, speak for.

    >>> level_of(frozenset({"aggregate"}), [], Count.exactly(11)), level_of(frozenset(), [], Count.exactly(370_000))
    ('aggregate', 'cumulative')
    """
    if count.low > LARGEST_INCIDENT:
        return "cumulative"
    spans = [mention.window.days for mention in times if mention.kind == "since"]
    if spans:
        return "operation" if max(spans) <= OPERATION_DAYS and "cumulative" not in cues else "cumulative"
    return next((level for level in LEVELS if level in cues), "incident")
