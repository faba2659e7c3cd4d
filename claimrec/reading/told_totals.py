"""What an article counts over more than one incident: sums of its news, and totals of a longer time."""

from __future__ import annotations

from claimrec.reading.clause_times import nearest_time
from claimrec.reading.contexts import Context
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.settings import setting_of
from claimrec.reading.telling import Casualty
from claimrec.reading.told_times import ToldTime
from claimrec.reading.wars import over_war

LONG_TIME = 300
"""Days of a war, which a total without a time of its own is counted over (own)."""


class ToldTotals:
    """The sums of one article, and its totals of longer times, in the order in which it tells them."""

    def __init__(self) -> None:
        self.sums: list[Context] = []
        self.asides: list[Context] = []

    def sum(self, parsed: Parsed, sentence: Sentence, casualty: Casualty) -> Context:
        """What is counted over several incidents; these happened when it says, and it when they say."""
        setting = setting_of(parsed, sentence, casualty.first)
        found = next((context for context in self.sums if context.repeats(casualty)), None)
        if found is None:
            found = Context.beside(setting)
            self.sums.append(found)
        found.when = found.when or setting.when
        if setting.where and setting.fineness < found.fineness:  # a sum's place holds all that it counts
            found.where, found.fineness = setting.where, setting.fineness
        found.tell(casualty)
        return found

    def aside(self, parsed: Parsed, sentence: Sentence, casualty: Casualty) -> Context:
        """What is counted over a longer time than an incident's."""
        since = nearest_time(parsed, sentence, casualty.first, since=True)
        setting = setting_of(parsed, sentence, casualty.first)
        when = over_war(parsed, sentence, casualty, since or setting.when or _long_time(parsed))
        self.asides.append(Context.beside(setting._replace(when=when)))
        return self.asides[-1]


def _long_time(parsed: Parsed) -> ToldTime | None:
    """The longest time up to publication that the article names ("since the war began in 2011")."""
    spans = [mention for mention in parsed.times.values() if mention.kind == "since"]
    longest = max(spans, key=lambda mention: mention.window.days, default=None)
    if longest is None or longest.window.days < LONG_TIME:
        return None
    return ToldTime(longest.window, parsed.words(longest.first, longest.end), longest.relative)
