"""When a clause says that something happened, and which of its times is that of the saying."""

from __future__ import annotations

from claimrec.reading.aftermath import is_of_aftermath
from claimrec.reading.mentions import within
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.speakers import is_speaker
from claimrec.reading.times import TimeMention
from claimrec.reading.told_times import ToldTime

ASIDE = 12
"""Tokens of a clause with "which" before its time."""
HEARER_REACH = 6
"""Tokens from "told" to the time behind those who were told ("told the Agency's reporter on Sunday")."""


def times_in(parsed: Parsed, first: int, end: int) -> list[TimeMention]:
    """The times between two tokens, datelines left out."""
    return [mention for mention in parsed.times.between(first, end) if mention.kind != "dateline"]


def nearest_time(
    parsed: Parsed, clause: Sentence, place: int, *, since: bool = False, said: bool = False
) -> ToldTime | None:
    """The time nearest to token `place`; with `since` the nearest "since ...", with `said` that of the saying."""
    named = parsed.times.between(clause.first, clause.end)
    if not named:
        return None
    times = [
        m
        for m in (named if since else [_as_point(parsed, one, place) for one in named])
        if m.kind != "dateline"
        and (m.kind == "since") == since
        and is_time_of_saying(parsed, m) == said
        and not _is_in_aside(parsed, place, m)
        and not is_of_aftermath(parsed, clause, m)
    ]
    if not times:
        return None
    mention = min(times, key=lambda m: (abs(m.first - place), m.first))
    return ToldTime(mention.window, parsed.words(mention.first, mention.end), mention.relative)


def _as_point(parsed: Parsed, mention: TimeMention, place: int) -> TimeMention:
    """As in "the worst raid since October, when 29 died": of what the clause behind it tells, it is the time itself."""
    if (
        mention.start is None
        or place < mention.end
        or parsed.tokens.lower[mention.end : mention.end + 2] != [",", "when"]
    ):
        return mention
    return TimeMention(mention.first, mention.end, mention.start, mention.relative, "span")


def _is_in_aside(parsed: Parsed, place: int, mention: TimeMention) -> bool:
    """As in "killed reopening a road which the army cut on Thursday": does a clause of its own tell that time?

    One that tells of an event or of harm ("which hit the town on Thursday") goes on with what token `place` tells.
    """
    behind = within(parsed.asides, place, mention.first)
    if not behind or mention.first - behind[0] > ASIDE:
        return False
    first = behind[0]
    told = parsed.events.between(first, mention.first) or parsed.triggers.between(first, mention.first)
    return not told and not parsed.grammar.any_in(parsed.tokens.lower[first : mention.first], "happening")


def is_time_of_saying(parsed: Parsed, mention: TimeMention) -> bool:
    """As in "a monitor said Sunday", "the group on Tuesday raised the toll", "claimed responsibility on Tuesday"."""
    tokens, first = parsed.tokens, mention.first
    if first and tokens.lower[first - 1] == "on":
        first -= 1
    before = tokens.lower[first - 1] if first else ""
    behind = tokens.lower[mention.end] if mention.end < len(tokens) else ""
    lists = parsed.speech.word_sets
    if before in lists["verbs"] or before in lists["statements"]:
        return True
    said = parsed.stances.last_before(first)
    if said is not None and said.end == first and said.meaning in ("claimed", "denied"):
        return True
    if _is_told_somebody(parsed, first) or parsed.deed_words.is_in(behind, "blaming"):
        return True
    return behind in lists["verbs"] and is_speaker(parsed, first - 1)


def _is_told_somebody(parsed: Parsed, first: int) -> bool:
    """As in "told our correspondent on Sunday": do only those who were told stand between the verb and the time?"""
    lower = parsed.tokens.lower
    told = next((n for n in range(first - 1, max(-1, first - HEARER_REACH - 1), -1) if lower[n] == "told"), first)
    between = range(told + 1, first)
    return told < first and not any(
        lower[n] in (",", ".", "that") or n in parsed.triggers or n in parsed.events for n in between
    )
