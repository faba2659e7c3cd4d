"""What a sentence counts over: one incident, a sum, an operation, a long time, or the background (METHOD 7)."""

from __future__ import annotations

from collections.abc import Sequence

from claimrec.reading.mentions import within
from claimrec.reading.parsed import Parsed
from claimrec.reading.phrases import Hit
from claimrec.reading.sentences import Sentence
from claimrec.reading.settings import times_in
from claimrec.reading.telling import Casualty
from claimrec.reading.times import TimeMention
from claimrec.reading.told_times import SOME_DAY
from claimrec.records.article import day_of
from claimrec.records.claim import Level
from claimrec.values.count import Count

TIME_REACH = 25
"""Tokens around a casualty in which "since ..." says what it counts over."""

SUPERLATIVE_REACH = 12
"""Tokens from "the deadliest attack in the country" to "since"."""

NEWS_DAYS = 5
"""A time of so many days up to publication is that of news ("over the past 24 hours"), and of no total (own)."""

COMPARED_REACH = 6
"""Tokens from "the country's deadliest attack" to "in recent years"."""

ASIDE_REACH = 3
"""Tokens from "which" or "that" to "often"."""

SINCE_DAYS = 3
"""A count "since dawn" or since the day before yesterday is that of the day's news (own)."""

OPERATION_DAYS = 62
"""A count "since" a day less than two months back is a battle's or an operation's, not the war's (own)."""

MONTH, MONTHS_TOLL = 28, 50
"""Days of a month, and deaths above which "in September", with no event beside it, tells of all of them (own)."""

LARGEST_INCIDENT = 10_000
"""More casualties than this are no single incident's (own; the highest figure in GED's Syria rows of 2016 is 8,179)."""

LEVELS: tuple[Level, ...] = ("cumulative", "operation", "aggregate", "background")
"""Where a sentence holds words of several levels, the first of these is meant."""


def cues_in(parsed: Parsed, sentence: Sentence) -> frozenset[str]:
    """The lists of `levels.toml` of which a phrase stands in the sentence."""
    hits = parsed.levels.between(sentence.first, sentence.end)
    return frozenset([hit.meaning for hit in hits if not _says_nothing(parsed, sentence, hit)]) if hits else frozenset()


def _says_nothing(parsed: Parsed, sentence: Sentence, hit: Hit[str]) -> bool:
    if _is_of_a_time(parsed, hit):
        return True
    return hit.meaning == "background" and (_is_compared(parsed, sentence, hit) or _is_beside(parsed, sentence, hit))


def _is_of_a_time(parsed: Parsed, hit: Hit[str]) -> bool:
    """As in "in the past 48 hours": does the phrase "in the past" only open a time?"""
    time = parsed.times.last_before(hit.end)
    return time is not None and hit.first < time.first < hit.end < time.end


def _is_compared(parsed: Parsed, sentence: Sentence, hit: Hit[str]) -> bool:
    """As in "the deadliest attack in recent years", which is the news?"""
    before = parsed.tokens.lower[max(sentence.first, hit.first - COMPARED_REACH) : hit.first]
    return parsed.grammar.any_in(before, "superlative")


def _is_beside(parsed: Parsed, sentence: Sentence, hit: Hit[str]) -> bool:
    """As in "X, which often targets the capital, killed six": a clause of its own, in which nobody is hurt?"""
    if not within(parsed.asides, max(sentence.first, hit.first - ASIDE_REACH), hit.first):
        return False
    end = next((n for n in range(hit.end, sentence.end) if parsed.tokens[n] == ","), sentence.end)
    return not parsed.triggers.between(hit.end, end)


def totals_in(parsed: Parsed, sentence: Sentence, casualty: Casualty) -> list[int]:
    """The days of each time near a casualty that it is counted over, up to publication.

    "Since Monday", "over the past two weeks", and "this year" of "the death toll this year"; but "the deadliest attack
    since 2014" counts nothing since 2014, nor does "in the last two days" speak of more than an incident.
    """
    near = times_in(
        parsed, max(sentence.first, casualty.first - TIME_REACH), min(sentence.end, casualty.end + TIME_REACH)
    )
    return [mention.window.days for mention in near if _counts_over(parsed, sentence, casualty, mention)]


def _counts_over(parsed: Parsed, sentence: Sentence, casualty: Casualty, mention: TimeMention) -> bool:
    grammar, lower = parsed.grammar, parsed.tokens.lower
    if mention.kind == "since":
        if mention.window.days <= SINCE_DAYS and lower[mention.first] == "since":
            return False
        if mention.end <= casualty.first and grammar.any_in(lower[mention.end : mention.end + 2], "point_in_time"):
            return False
        floor = max(sentence.first, mention.first - SUPERLATIVE_REACH)
        return not grammar.any_in(lower[floor : mention.first], "superlative")
    published = day_of(parsed.article.published) or SOME_DAY
    if mention.window.days >= MONTH and casualty.count.low >= MONTHS_TOLL:
        return not parsed.events.between(sentence.first, sentence.end)  # "documented 231 deaths in September"
    if mention.window.last != published or mention.window.days <= NEWS_DAYS:
        return False
    if grammar.any_in(lower[mention.first : mention.first + 2], "rolling"):
        return mention.first > sentence.first and "over_time" in parsed.lists[mention.first - 1]
    toll = parsed.phrases.get(casualty.trigger.first)
    of_toll = toll is not None and toll.meaning == "toll" and toll.end == casualty.trigger.end
    return of_toll and casualty.first <= mention.first < casualty.end


def level_of(cues: frozenset[str], totals: Sequence[int], count: Count) -> Level:
    """The level that the cues of a casualty's sentence, the days that it is counted over, and its size speak for.

    >>> level_of(frozenset({"aggregate"}), [], Count.exactly(11)), level_of(frozenset(), [], Count.exactly(370_000))
    ('aggregate', 'cumulative')
    """
    if count.low > LARGEST_INCIDENT:
        return "cumulative"
    if totals:
        return "operation" if max(totals) <= OPERATION_DAYS and "cumulative" not in cues else "cumulative"
    return next((level for level in LEVELS if level in cues), "incident")
