"""Numbers that count nobody: years, times of day, ages, distances, money, calibres, names of things."""

from __future__ import annotations

from functools import cache

import attrs

from claimrec.lexicon.loader import Lexicon
from claimrec.reading.numerals import HYPHENS, is_close
from claimrec.reading.phrases import Phrases
from claimrec.reading.tokens import Tokens

FIRST_YEAR, LAST_YEAR = 1900, 2099
"""Four figures from 1900 to 2099 may be a year: news of armed incidents names no others."""
OLDEST = 110
"""Years of age that an obituary-style ", 45," can mean."""
LONGEST_AGE_WORDS = 2
"""Tokens of "ages of"."""
MOST_AGES = 6
"""Ages of one list: "aged 7, 10 and 15"."""
HOURS, MINUTES = 24, 60
PHONE = (3, 4)
"""Figures before and behind the hyphen of a telephone number, which is rarely round: "555-0178", but "500-1000"."""

_JOINING = frozenset("/:.+#№_@=*")
"""Signs that make figures close behind them part of a code, a time or an address."""
_SPLITTING = frozenset("/:.")
"""Signs that make figures go on behind them: "11:30", "9/11"."""


@attrs.frozen(eq=False)
class MeasureWords:
    """The words of `measures.toml`, ready to look up; `units` are phrases, the rest single words."""

    units: Phrases[None]
    ages: Phrases[None]
    age_ends: frozenset[str]
    lists: dict[str, frozenset[str]]


@cache
def measure_words(lexicon: Lexicon) -> MeasureWords:
    """The compiled measures of a lexicon.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> "resolution" in measure_words(load_lexicon("common")).lists["labels"]
    True
    """
    lists = {name: lexicon.words("measures", name) for name in lexicon.entries["measures"]}
    return MeasureWords(
        units=Phrases((word, None) for word in lexicon.words("measures", "units")),
        ages=Phrases((word, None) for word in lexicon.words("measures", "ages")),
        age_ends=frozenset(word.split()[-1] for word in lists["ages"]),
        lists={name: frozenset(words) for name, words in lists.items()},
    )


def counts_nobody(tokens: Tokens, first: int, end: int, words: MeasureWords) -> bool:
    """Do the words around the number from token `first` to `end` (not included) make it no count of people?

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.tokens import tokenize
    >>> counts_nobody(tokenize("30 km"), 0, 1, measure_words(load_lexicon("common")))
    True
    """
    return (
        _is_measured(tokens, end, words)
        or _goes_on(tokens, end, words)
        or _is_named(tokens, first, words)
        or is_aged(tokens, first, words)
        or _is_age_in_commas(tokens, first, end, words)
    )


def is_year_like(tokens: Tokens, first: int, end: int) -> bool:
    """Could the number be a year: four plain figures of our time?

    >>> from claimrec.reading.tokens import tokenize
    >>> is_year_like(tokenize("2015 people"), 0, 1)
    True
    """
    text = tokens[first]
    return end == first + 1 and len(text) == 4 and text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR


def is_year(tokens: Tokens, first: int, end: int, words: MeasureWords) -> bool:
    """Is it a year, by the words around it? "in 2015", "since 2011", "the 2015." but not "2015 people"."""
    if not is_year_like(tokens, first, end):
        return False
    before = tokens.lower[first - 1] if first else ""
    if before in words.lists["year_openers"]:
        return True
    noun = end < len(tokens) and tokens[end][0].isalpha()
    return before in words.lists["weak_year_openers"] and not noun


def is_clock(tokens: Tokens, first: int, end: int, words: MeasureWords) -> bool:
    """Is it a time of day in four figures, "at 2300 on 5 May"?"""
    text = tokens[first]
    if first == 0 or end != first + 1 or end == len(tokens) or len(text) != 4 or not text.isdecimal():
        return False
    around = (
        tokens.lower[first - 1] in words.lists["clock_openers"] and tokens.lower[end] in words.lists["clock_followers"]
    )
    return around and int(text[:2]) < HOURS and int(text[2:]) < MINUTES


def is_phone(tokens: Tokens, first: int, end: int) -> bool:
    """Is the range of figures a telephone number, "555-0178"?"""
    before, behind = tokens[first], tokens[end - 1]
    if end != first + 3 or (len(before), len(behind)) != PHONE or not is_close(tokens, first + 1):
        return False
    return before[-1] != "0" or behind[-1] != "0"


def is_aged(tokens: Tokens, first: int, words: MeasureWords) -> bool:
    """Do words of age stand right before token `first` ("aged 45", "ages of 6 and 8", "children under 5")?"""
    if first > 1 and tokens.lower[first - 1] in words.lists["age_bounds"]:
        return tokens.lower[first - 2] in words.lists["ageable"]
    if _behind_age_words(tokens, first, words):
        return True
    for _ in range(MOST_AGES):
        first = _listed_age_before(tokens, first, words)
        if first < 1:
            return False
        opening = first - 2 if tokens.lower[first - 1] in words.lists["of"] else first - 1
        if tokens.lower[opening] in words.lists["several_aged"]:
            return True
    return True  # so many bare figures in a row count nobody


def _listed_age_before(tokens: Tokens, first: int, words: MeasureWords) -> int:
    """Where the figure before this one stands in "7, 10 and 15", 0 where none does."""
    joined = first - 1
    if joined > 1 and tokens.lower[joined] in words.lists["opened_range_words"]:
        joined -= tokens[joined - 1] == ","
    elif joined < 2 or tokens[joined] != ",":
        return 0
    return joined - 1 if tokens[joined - 1].isdecimal() else 0


def _behind_age_words(tokens: Tokens, first: int, words: MeasureWords) -> bool:
    if first == 0 or tokens.lower[first - 1] not in words.age_ends:
        return False
    hits = (words.ages.at(tokens, first - length) for length in range(1, min(LONGEST_AGE_WORDS, first) + 1))
    return any(hit is not None and hit[0] == first for hit in hits)


def _is_measured(tokens: Tokens, end: int, words: MeasureWords) -> bool:
    """Is a unit named behind the number ("30 km", "two more days")?"""
    if words.units.at(tokens, end) is not None:
        return True
    filled = end < len(tokens) and tokens.lower[end] in words.lists["unit_fillers"]
    return filled and words.units.at(tokens, end + 1) is not None


def _goes_on(tokens: Tokens, end: int, words: MeasureWords) -> bool:
    """Is something written close to the number's end ("122mm", "5th", "45-year-old", "45- year-old", "6-3")?"""
    if end == len(tokens) or tokens.starts[end] != tokens.ends[end - 1]:
        return False
    sign = tokens[end]
    if sign[0].isalnum() or tokens.lower[end] == "'s":
        return True
    if sign in HYPHENS and words.units.at(tokens, end + 1) is not None:
        return True
    if end + 1 == len(tokens) or tokens.starts[end + 1] != tokens.ends[end]:
        return False
    following = tokens[end + 1][0]
    return following.isalnum() if sign in HYPHENS else sign in _SPLITTING and following.isdecimal()


def _is_named(tokens: Tokens, first: int, words: MeasureWords) -> bool:
    """Is the number a name or money: "M5", "T-72", "Resolution 2254", "No. 5", "$300"?"""
    if first == 0:
        return False
    before, figures = tokens[first - 1], tokens[first][0].isdecimal()
    if tokens.lower[first - 1] in words.lists["currencies"]:
        return True
    if tokens.ends[first - 1] == tokens.starts[first]:
        if before in HYPHENS:
            return first > 1 and tokens.ends[first - 2] == tokens.starts[first - 1] and tokens[first - 2][-1].isalnum()
        if figures and (before[-1].isalnum() or before in _JOINING):
            return True
    label = first - 2 if before == "." and first > 1 else first - 1
    if tokens.lower[label] not in words.lists["labels"] or not tokens[label][0].isupper():
        return False
    return figures or tokens[first].istitle()  # "Day One", but not "IN THE GROUP TWO MEN" of a text in capitals


def _is_age_in_commas(tokens: Tokens, first: int, end: int, words: MeasureWords) -> bool:
    """Is it an age: "Ahmad, 45, was killed", "a man, 25,", "both 21," ("Homs, 45." is a list)?"""
    if end != first + 1 or not 1 < first < len(tokens) - 1 or not tokens[first].isdecimal():
        return False
    if int(tokens[first][:4]) > OLDEST or tokens[end] not in ",.;)":
        return False
    if tokens.lower[first - 1] in words.lists["of_both"]:
        return True
    if tokens[first - 1] != ",":
        return False
    if tokens.lower[first - 2] in words.lists["one_aged"]:
        return True
    capital = tokens[first - 2][0].isupper()
    return capital and (tokens[end] == "," or (first > 2 and tokens[first - 3][0].isupper()))
