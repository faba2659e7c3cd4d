"""Where a sentence looks back from the news: "The attack comes two days after six were killed in X"."""

from __future__ import annotations

from typing import NamedTuple

from claimrec.reading.amounts import amount_at
from claimrec.reading.clause_times import is_time_of_saying, times_in
from claimrec.reading.mentions import within
from claimrec.reading.parsed import Parsed
from claimrec.reading.reckoning import Unit
from claimrec.reading.sentences import Sentence
from claimrec.reading.time_words import time_words
from claimrec.reading.told_times import ToldTime
from claimrec.records.article import news_window
from claimrec.values.window import Window

COMES_REACH = 7
"""Tokens from "comes" to "after" ("comes just a little over two weeks after")."""
AMOUNT_REACH = 4
"""Tokens of an amount of time before "after" ("a couple of days after")."""


class Amount(NamedTuple):
    """So many units of time, from `low` to `high`, said from token `first` on."""

    first: int
    low: int
    high: int
    unit: Unit


def look_back(parsed: Parsed, sentence: Sentence) -> int | None:
    """The "after" behind which a sentence tells of what was before the news, where "comes" is all it says of that.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.parsed import parse
    >>> from claimrec.records.article import Article
    >>> parsed = parse(Article("a1", "The raid came two days after six were killed in Aden."), load_lexicon())
    >>> look_back(parsed, parsed.sentences[0])
    5
    """
    for cut in within(parsed.afters, sentence.first, sentence.end):
        before = parsed.tokens.lower[max(sentence.first, cut - COMES_REACH) : cut]
        if parsed.grammar.any_in(before, "comes") and not within(parsed.triggers.firsts, sentence.first, cut):
            return cut
    return None


def time_before(parsed: Parsed, cut: int, news: ToldTime | None) -> ToldTime | None:
    """ToldTime that was, told as so long before the news by the words in front of the "after" at `cut`.

    News without a day is that of the last days before publication.

    >>> from datetime import date
    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.parsed import parse
    >>> from claimrec.records.article import Article
    >>> parsed = parse(Article("a1", "The raid came two days after six were killed in Aden."), load_lexicon())
    >>> time_before(parsed, 5, ToldTime(Window.on(date(2023, 2, 6)))).window
    Window(first=datetime.date(2023, 2, 4), last=datetime.date(2023, 2, 4))
    """
    if "after" not in parsed.lists[cut]:
        return None
    amount = _amount_before(parsed, cut)
    window = news.window if news is not None and not news.inferred else news_window(parsed.article.published)
    if amount is None or window is None:
        return None
    first, last = (amount.unit.on(day, -many) for day, many in ((window.first, amount.high), (window.last, amount.low)))
    return ToldTime(Window(first, last), parsed.words(amount.first, cut + 1), relative=True)


def looked_back_on(own: ToldTime | None, counted: ToldTime | None) -> ToldTime | None:
    """The time that a look back tells of, unless the words before "after" count to another: then that is meant.

    As in "comes four days after the killings, where officials who arrived on Friday counted six dead".

    >>> from datetime import date
    >>> friday, monday = (ToldTime(Window.on(date(2023, 3, day))) for day in (10, 6))
    >>> looked_back_on(friday, monday) == monday, looked_back_on(friday, None) == friday
    (True, True)
    """
    if own is None or counted is None:
        return own or counted
    return own if own.can_be(counted) else counted


def time_counted_back(parsed: Parsed, sentence: Sentence, place: int) -> ToldTime | None:
    """ToldTime of token `place`, where it is only told as so long before the day that the sentence gives.

    As in "said on Tuesday, a day after a missile killed ten", and "ten were killed by a bomb, police said on Tuesday, a
    day after it hit the market". None where the deed has a day of its own.

    >>> from datetime import date
    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.parsed import parse
    >>> from claimrec.records.article import Article
    >>> text = "Kyiv called for help on Saturday, a day after a missile killed ten."
    >>> parsed = parse(Article("a1", text, published=date(2022, 4, 9)), load_lexicon())
    >>> str(time_counted_back(parsed, parsed.sentences[0], 12).window)
    '2022-04-08'
    """
    for cut in within(parsed.afters, sentence.first, sentence.end):
        amount = _amount_before(parsed, cut)
        if amount is None or not (
            parsed.events.between(cut, sentence.end) or parsed.triggers.between(cut, sentence.end)
        ):
            continue
        days = [time for time in times_in(parsed, sentence.first, sentence.end) if time.kind == "day"]
        before = [time for time in days if time.end <= amount.first + 1]
        own = [time for time in days if (time.first > cut if place > cut else not is_time_of_saying(parsed, time))]
        if before and not own:
            return time_before(parsed, cut, ToldTime(before[-1].window))
    return None


def _amount_before(parsed: Parsed, cut: int) -> Amount | None:
    words = time_words(parsed.lexicon)
    unit = words.units.get(parsed.tokens.lower[cut - 1]) if cut else None
    if unit is None:
        return None
    for first in range(max(0, cut - 1 - AMOUNT_REACH), cut):
        found = amount_at(parsed.tokens, first, words)
        if found is not None and found[0] == cut - 1:
            return Amount(first, found[1], found[2] or max(found[1], unit.few), unit)
    return None
