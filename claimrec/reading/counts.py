"""Every count in a text: how many, as loosely as it was said (METHOD, Counts 1 to 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimrec.lexicon.loader import Lexicon
from claimrec.reading.brief import brief
from claimrec.reading.count_words import CountWords, count_words
from claimrec.reading.dates import date_at
from claimrec.reading.hedges import INCLUSIVE, hedge_behind, hedges_before
from claimrec.reading.loosening import loosened
from claimrec.reading.measures import (
    counts_nobody,
    is_aged,
    is_clock,
    is_phone,
    is_year,
    is_year_like,
)
from claimrec.reading.mentions import within
from claimrec.reading.numerals import Numeral, is_close, number_at, scale_at
from claimrec.reading.sentences import Sentence
from claimrec.reading.tokens import Tokens, tokenize
from claimrec.records.claim import Hedge
from claimrec.values.count import Count

CHANGE_REACH = 8
"""Tokens before "from" in which a word such as "rose" makes its number a replaced one."""
SENTENCE_SIGNS = frozenset(".;:!?")
MOST_FACTORS = 2
"""Scales behind a vague word: "several hundred thousand" has two."""
LOWER_BOUNDS: frozenset[Hedge] = frozenset({"at_least", "more_than"})
UPPER_BOUNDS: frozenset[Hedge] = frozenset({"up_to", "fewer_than"})


@brief
class CountMention:
    """Tokens `first` to `end` (not included) that say how many, hedges included; an "of" behind them is not.

    `bare` is the one number that was named (27 of "more than 27"), None for a range or a vague word. `replaced` marks
    the old figure of a change: the 20 of "rose from 20 to 27".
    """

    first: int
    end: int
    count: Count
    hedge: Hedge
    bare: int | None = None
    replaced: bool = False


def find_counts(tokens: Tokens, lexicon: Lexicon, sentences: Iterable[Sentence] | None = None) -> list[CountMention]:
    """Every count in the tokens, or in these sentences of theirs, left to right, none inside another.

    Years, dates, times of day, ages, distances, money, calibres and the numbers of named things are none. "some
    soldiers" and bare plurals are left to whoever knows the noun.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> tokens = tokenize("At least 27 of the 40 men, dozens of them on 4 February 3 km away.")
    >>> [str(mention.count) for mention in find_counts(tokens, load_lexicon("common"))]
    ['at least 27', '40', 'at least 12']
    """
    words = count_words(lexicon)
    places = sorted({*tokens.words.places_of(words.starts), *tokens.words.figures})
    if sentences is not None:
        places = [place for one in sentences for place in within(places, one.first, one.end)]
    return _with_joined_bounds(tokens, _mentions(tokens, places, words), words.measures.lists["bound_joiners"])


def read_count(text: str, lexicon: Lexicon) -> CountMention | None:
    """The first count of an expression, or None.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> str(read_count("at most 100 and at least 20", load_lexicon("common")).count)
    '20 to 100'
    """
    return next(iter(find_counts(tokenize(text), lexicon)), None)


def _mentions(tokens: Tokens, places: Iterable[int], words: CountWords) -> Iterator[CountMention]:
    """The counts that begin at these places, where a word for a number or for a hedge stands."""
    end = 0
    for place in places:
        followers = words.followers.get(tokens.lower[place])
        if place < end or (followers and (place + 1 == len(tokens) or tokens.lower[place + 1] not in followers)):
            continue
        end, mention = _step(tokens, place, words)
        if mention is not None:
            yield mention


def _step(tokens: Tokens, place: int, words: CountWords) -> tuple[int, CountMention | None]:
    """The mention at token `place`, if there is one, and where reading goes on."""
    at, hedges = hedges_before(tokens, place, words.hedges)
    begun = at < len(tokens) and (tokens.lower[at] in words.begins or tokens[at][0].isdecimal())
    nothing = _counting_nothing(tokens, at, words) if begun else None
    if nothing is not None:
        return nothing, None
    written = date_at(tokens, at, words.calendar) if begun else None
    if written is not None:
        return written.end, None
    said = _said(tokens, at, words, replaced=_is_replaced(tokens, place, words)) if begun else None
    if said is None:
        nothing = _counting_nothing(tokens, place, words)
        return (place + 1 if nothing is None else nothing), None
    if not hedges and _is_no_number(tokens, said, words):
        return said.end, None
    mention = _hedged(tokens, place, hedges, said, words)
    aged = place < said.first and is_aged(tokens, place, words.measures)
    nobody = aged or counts_nobody(tokens, said.first, mention.end, words.measures)
    return mention.end, None if nobody else mention


def _counting_nothing(tokens: Tokens, place: int, words: CountWords) -> int | None:
    """The end of words that count nobody ("that one"), None behind "said" in "that one of them died"."""
    hit = words.no_count.at(tokens, place)
    if hit is None or (hit[0] < len(tokens) and tokens.lower[hit[0]] in words.measures.lists["of"]):
        return None
    return hit[0]


def _is_no_number(tokens: Tokens, said: CountMention, words: CountWords) -> bool:
    """Is it a year, a range of years, a time of day, a telephone number?"""
    if said.hedge != "between":
        plain = is_year(tokens, said.first, said.end, words.measures)
        return plain or is_clock(tokens, said.first, said.end, words.measures)
    first = said.first + (tokens.lower[said.first] in words.measures.lists["range_openers"])
    years = is_year_like(tokens, first, first + 1) and is_year_like(tokens, said.end - 1, said.end)
    return years or is_phone(tokens, first, said.end)


def _hedged(tokens: Tokens, place: int, hedges: Sequence[Hedge], said: CountMention, words: CountWords) -> CountMention:
    """What was said with the hedges before it, which begin at `place`, and those behind it."""
    end = said.end
    if hedges and hedges[0] in INCLUSIVE and (inclusive := words.hedges.inclusive.at(tokens, end)) is not None:
        end, hedges = inclusive[0], [INCLUSIVE[hedges[0]], *hedges[1:]]
    if (behind := hedge_behind(tokens, end, words.hedges)) is not None:
        end, hedges = behind[0], [behind[1], *hedges]
    if not hedges:
        return said
    count, hedge = said.count, said.hedge
    for outer in reversed(hedges):
        count = loosened(count, outer, words.conventions)
        hedge = hedge if outer == "exact" else outer
    return CountMention(place, end, count, hedge, said.bare, said.replaced)


def _said(tokens: Tokens, place: int, words: CountWords, *, replaced: bool) -> CountMention | None:
    """What is said at `place` before any hedge: a range, a number, a vague word; a replaced number opens no range."""
    if tokens.lower[place] in words.measures.lists["range_openers"]:
        return None if _is_replaced(tokens, place + 1, words) else _opened_range(tokens, place, words)
    number = number_at(tokens, place, words.numbers)
    if number is None:
        return _vague(tokens, place, words)
    joined = None if replaced else _open_range(tokens, place, number, words)
    if joined is not None or number.value != int(number.value):
        return joined
    bare = int(number.value)
    return CountMention(place, number.end, Count.exactly(bare), "exact" if bare else "zero", bare, replaced)


def _is_replaced(tokens: Tokens, place: int, words: CountWords) -> bool:
    """Does the number or hedge at `place` follow "from" in a sentence of change ("rose from 20 to 27")?"""
    lists = words.measures.lists
    if place == 0 or tokens.lower[place - 1] not in lists["origins"]:
        return False
    for near in range(place - 2, max(-1, place - 2 - CHANGE_REACH), -1):
        if tokens[near] in SENTENCE_SIGNS:
            return False
        if tokens.lower[near] in lists["changes"]:
            return True
    return False


def _opened_range(tokens: Tokens, place: int, words: CountWords) -> CountMention | None:
    """A range with a word before it: "between 6 and 8", "from 6 to 8"."""
    if place + 1 == len(tokens) or date_at(tokens, place + 1, words.calendar) is not None:
        return None
    number = number_at(tokens, place + 1, words.numbers)
    lists = words.measures.lists
    if number is None or number.end == len(tokens):
        return None
    link = tokens.lower[number.end]
    joined = link in lists["opened_range_words"] or link in lists["range_signs"]
    return _range(tokens, place, number, words) if joined else None


def _open_range(tokens: Tokens, place: int, number: Numeral, words: CountWords) -> CountMention | None:
    """A range: "6-8", "6 to 8", "six or seven"; a sign stands close to both numbers or to neither."""
    if number.end == len(tokens):
        return None
    lists, link = words.measures.lists, tokens.lower[number.end]
    even = link in lists["range_signs"] and is_close(tokens, number.end) == is_close(tokens, number.end + 1)
    return _range(tokens, place, number, words) if even or link in lists["range_words"] else None


def _range(tokens: Tokens, place: int, number: Numeral, words: CountWords) -> CountMention | None:
    """Both numbers of a range, one token between them; "two to three dozen" are dozens on both sides."""
    last = number_at(tokens, number.end + 1, words.numbers) if number.end + 1 < len(tokens) else None
    if last is None:
        return None
    low = number.value * (last.scale if number.scale == 1 and number.value < last.head else 1)
    if low != int(low) or last.value != int(last.value) or low >= last.value:
        return None
    return CountMention(place, last.end, Count(int(low), int(last.value)), "between")


def _vague(tokens: Tokens, place: int, words: CountWords) -> CountMention | None:
    """A word that names no number: "dozens", "tens of thousands", "several hundred"."""
    hit = words.vague.at(tokens, place)
    if hit is None:
        return None
    end, count = hit[0], words.conventions.vague[hit[1]]
    for _ in range(MOST_FACTORS):
        of = end < len(tokens) and tokens.lower[end] in words.measures.lists["of"]
        scale = scale_at(tokens, end + of, words.numbers)
        if scale is None:
            break
        end, factor = scale
        count = Count(count.low * factor, None if count.high is None else count.high * factor)
    is_exact = count.is_exact and hit[1] not in words.units
    return CountMention(place, end, count, "exact" if is_exact else "vague")


def _with_joined_bounds(
    tokens: Tokens, mentions: Iterable[CountMention], joiners: frozenset[str]
) -> list[CountMention]:
    """The mentions, with a lower and an upper bound side by side made one ("more than 10 and less than 40")."""
    found: list[CountMention] = []
    for mention in mentions:
        joined = _joined(tokens, found[-1], mention, joiners) if found else None
        if joined is None:
            found.append(mention)
        else:
            found[-1] = joined
    return found


def _joined(tokens: Tokens, one: CountMention, other: CountMention, joiners: frozenset[str]) -> CountMention | None:
    hedges = {one.hedge, other.hedge}
    if not (hedges & LOWER_BOUNDS and hedges & UPPER_BOUNDS) or not 0 < other.first - one.end <= 2:
        return None
    if not all(tokens.lower[place] in joiners for place in range(one.end, other.first)):
        return None
    count = one.count & other.count
    return None if count is None else CountMention(one.first, other.end, count, "between")
