"""What a sentence counts over: one incident, a sum, an operation, a long time, or the background (METHOD 7)."""

from __future__ import annotations

from collections.abc import Sequence

from claimrec.reading.clause_times import times_in
from claimrec.reading.mentions import within
from claimrec.reading.parsed import Parsed
from claimrec.reading.phrases import Hit
from claimrec.reading.sentences import Sentence
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

CLAUSE_ENDS = frozenset({",", ";"})
"""Signs that end a clause with "which"."""

LEVELS: tuple[Level, ...] = ("cumulative", "operation", "aggregate", "background")
"""Where a sentence holds words of several levels, the first of these is meant."""


def cues_in(parsed: Parsed, sentence: Sentence) -> frozenset[str]:
    """The lists of `levels.toml` of which a phrase stands in the sentence."""
    cues = _cues(parsed, sentence)
    return frozenset([hit.meaning for hit in cues]) if cues else frozenset()


def cues_of(parsed: Parsed, sentence: Sentence, casualties: Sequence[Casualty], casualty: Casualty) -> frozenset[str]:
    """Those of them that speak of the casualty, and of no other that the sentence tells.

    As in "six died in a region where the insurgency has killed thousands".
    """
    if any(one.sums for one in casualties):  # "in total" speaks of the sum alone
        return frozenset({"aggregate"} if casualty.sums else ())
    cues = _cues(parsed, sentence)
    if not cues or len(casualties) == 1:
        return frozenset([hit.meaning for hit in cues])
    return frozenset([hit.meaning for hit in cues if _is_told_of(parsed, sentence, casualties, casualty, hit)])


def _cues(parsed: Parsed, sentence: Sentence) -> list[Hit[str]]:
    hits = parsed.levels.between(sentence.first, sentence.end)
    return [hit for hit in hits if not _says_nothing(parsed, sentence, hit)] if hits else []


def _is_told_of(
    parsed: Parsed,
    sentence: Sentence,
    casualties: Sequence[Casualty],
    casualty: Casualty,
    cue: Hit[str] | TimeMention,
) -> bool:
    """Is the cue in no clause of its own, or does this clause tell of the casualty, or of none?"""
    lower = parsed.tokens.lower
    first = cue.first if "have" in parsed.lists[cue.end - 1] else _opened_at(parsed, sentence, cue)
    if first is None:
        return True
    end = next((n for n in range(cue.end, sentence.end) if lower[n] in CLAUSE_ENDS), sentence.end)
    within_it = [one for one in casualties if first <= one.trigger.first < end]
    return casualty in within_it or not within_it


def _opened_at(parsed: Parsed, sentence: Sentence, cue: Hit[str] | TimeMention) -> int | None:
    """Where the clause with "which" or behind a semicolon begins that the cue stands in; None outside of one."""
    for place in range(cue.first - 1, sentence.first - 1, -1):
        if "clause_opening" in parsed.lists[place] or parsed.tokens[place] == ";":
            return place
        if parsed.tokens[place] in CLAUSE_ENDS:
            return None
    return None


def _says_nothing(parsed: Parsed, sentence: Sentence, hit: Hit[str]) -> bool:
    if _is_of_a_time(parsed, hit):
        return True
    if hit.meaning == "background":
        return _is_compared(parsed, sentence, hit) or _is_beside(parsed, sentence, hit)
    return parsed.tokens.lower[hit.first] == "since" and _is_compared(parsed, sentence, hit)


def _is_of_a_time(parsed: Parsed, hit: Hit[str]) -> bool:
    """As in "in the past 48 hours": does the phrase "in the past" only open a time?"""
    time = parsed.times.last_before(hit.end)
    return time is not None and hit.first < time.first < hit.end < time.end


def _is_compared(parsed: Parsed, sentence: Sentence, hit: Hit[str]) -> bool:
    """As in "the deadliest attack in recent years", which is the news?"""
    before = parsed.tokens.lower[max(sentence.first, hit.first - COMPARED_REACH) : hit.first]
    return parsed.grammar.any_in(before, "superlative") and "most" not in before


def _is_beside(parsed: Parsed, sentence: Sentence, hit: Hit[str]) -> bool:
    """As in "X, which often targets the capital, killed six": a clause of its own, in which nobody is hurt?"""
    if not within(parsed.asides, max(sentence.first, hit.first - ASIDE_REACH), hit.first):
        return False
    end = next((n for n in range(hit.end, sentence.end) if parsed.tokens[n] == ","), sentence.end)
    return not parsed.triggers.between(hit.end, end)


def totals_in(parsed: Parsed, sentence: Sentence, casualties: Sequence[Casualty], casualty: Casualty) -> list[int]:
    """The days of each time near a casualty that it is counted over, up to publication.

    "Since Monday", "over the past two weeks", and "this year" of "the death toll this year"; but "the deadliest attack
    since 2014" counts nothing since 2014, nor does "in the last two days" speak of more than an incident.
    """
    near = times_in(
        parsed, max(sentence.first, casualty.first - TIME_REACH), min(sentence.end, casualty.end + TIME_REACH)
    )
    return [
        mention.window.days
        for mention in near
        if _counts_over(parsed, sentence, casualty, mention)
        and _is_told_of(parsed, sentence, casualties, casualty, mention)
    ]


def _counts_over(parsed: Parsed, sentence: Sentence, casualty: Casualty, mention: TimeMention) -> bool:
    grammar, lower = parsed.grammar, parsed.tokens.lower
    if mention.kind == "since":
        if mention.window.days <= SINCE_DAYS and lower[mention.first] == "since":
            return False
        if mention.end <= casualty.first and grammar.any_in(lower[mention.end : mention.end + 2], "point_in_time"):
            return False
        return not _is_of_superlative(parsed, sentence, mention)
    published = day_of(parsed.article.published) or SOME_DAY
    lately = mention.window.last == published and mention.window.days > NEWS_DAYS
    if lately and grammar.any_in(lower[mention.first : mention.first + 2], "rolling"):
        if _is_of_superlative(parsed, sentence, mention):
            return False
        return mention.first > sentence.first and "over_time" in parsed.lists[mention.first - 1]
    if mention.window.days >= MONTH:
        events = [parsed.tokens.lower[event.end - 1] for event in parsed.events.between(sentence.first, sentence.end)]
        if all(_goes_on(parsed, word) for word in events) and (events or casualty.count.low >= MONTHS_TOLL):
            return True  # "documented 231 deaths in September", "violence claimed dozens of lives this year"
    if not lately:
        return False
    toll = parsed.phrases.get(casualty.trigger.first)
    of_toll = toll is not None and toll.meaning == "toll" and toll.end == casualty.trigger.end
    return of_toll and casualty.first <= mention.first < casualty.end


def _is_of_superlative(parsed: Parsed, sentence: Sentence, mention: TimeMention) -> bool:
    """As in "the deadliest attack since 2014", "the worst in recent years"?"""
    before = parsed.tokens.lower[max(sentence.first, mention.first - SUPERLATIVE_REACH) : mention.first]
    return parsed.grammar.any_in(before, "superlative")


def _goes_on(parsed: Parsed, event: str) -> bool:
    """Are there many of it, or none to count ("clashes", "violence")?"""
    return event.endswith("s") or parsed.grammar.is_in(event, "goes_on")


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
