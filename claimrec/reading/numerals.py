"""Numbers in words and figures: "twenty-one", "half a million", "370,000", "two dozen"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import NamedTuple

import attrs

from claimrec.lexicon.entries import NumberEntry, VictimEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.phrases import Phrases
from claimrec.reading.tokens import FIGURES, Tokens

ALL_PEOPLE = 10_000_000_000
"""More people than live: a number from here on counts something else."""
LONGEST_FIGURES = 14
"""Signs of `ALL_PEOPLE` with its separators; a longer row of figures is an account or telephone number."""
GROUPS, ROW = 3, 3
"""Groups of three figures that may follow the first, a space apart ("1 250 000"); other rows of three are codes."""
GROUP = 3
"""Figures between two thousands separators."""
FIRST_TENS, UNITS_BELOW = 20, 10
"""From "twenty" on a unit below ten may follow."""
HYPHENS = frozenset("-‐‑")

_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")


class Numeral(NamedTuple):
    """A number that ends before token `end`: its value, and the last scale or pack with what that multiplied.

    "two dozen" is 24, `head` 2, `scale` 12; a number without a scale, or with more behind it, has scale 1.
    """

    end: int
    value: int | Fraction
    head: int | Fraction
    scale: int = 1


@attrs.frozen(eq=False)
class NumberWords:
    """The number words of a lexicon, ready to look up; one of `begins` begins every number but those in figures."""

    cardinals: Mapping[str, int]
    scales: Mapping[str, int]
    suffixes: Mapping[str, int]
    points: frozenset[str]
    packs: frozenset[str]
    plurals: frozenset[str]
    articles: frozenset[str]
    ands: frozenset[str]
    shares: Phrases[int]
    halves: Phrases[int]
    people: frozenset[str]
    begins: frozenset[str] = attrs.field(init=False)

    @begins.default
    def _begins(self) -> frozenset[str]:
        return frozenset([*self.cardinals, *self.scales, *self.articles, *self.shares.branches])


@cache
def number_words(lexicon: Lexicon) -> NumberWords:
    """The compiled number words of a lexicon.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> number_words(load_lexicon("common")).scales["dozen"]
    12
    """
    entries = list(lexicon.of(NumberEntry).values())

    def of_role(*roles: str) -> list[NumberEntry]:
        return [entry for entry in entries if entry.role in roles]

    def words_of_role(role: str) -> frozenset[str]:
        return frozenset(word for entry in of_role(role) for word in entry.words)

    scales = of_role("scale", "pack")
    return NumberWords(
        cardinals={word: entry.value for entry in of_role("cardinal") for word in entry.words},
        scales={word: entry.value for entry in scales for word in (*entry.words, *entry.plural)},
        suffixes={word: entry.value for entry in of_role("suffix") for word in entry.words},
        points=words_of_role("point"),
        packs=frozenset(word for entry in of_role("pack") for word in (*entry.words, *entry.plural)),
        plurals=frozenset(word for entry in scales for word in entry.plural),
        articles=words_of_role("article"),
        ands=words_of_role("and"),
        shares=Phrases((word, entry.value) for entry in of_role("share") for word in entry.words),
        halves=Phrases((word, entry.value) for entry in of_role("half_more") for word in entry.words),
        people=frozenset(word.lower() for entry in lexicon.of(VictimEntry).values() for word in entry.plural),
    )


def number_at(tokens: Tokens, place: int, words: NumberWords) -> Numeral | None:
    """The number that begins at token `place`, as long as it goes, or None.

    A plural alone ("dozens") is no number, nor is an article without a scale behind it.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.tokens import tokenize
    >>> number_at(tokenize("three hundred and two killed"), 0, number_words(load_lexicon("common"))).value
    302
    """
    lower = tokens.lower[place]
    head = _head(tokens, place, words) if lower in words.begins or lower[0] in FIGURES else None
    if head is None:
        return None
    number = _scaled(tokens, *head, words, ALL_PEOPLE**2)
    return number if number.value < ALL_PEOPLE else None


def is_close(tokens: Tokens, place: int) -> bool:
    """Does token `place` exist and follow the one before it without a space?"""
    return 0 < place < len(tokens) and tokens.ends[place - 1] == tokens.starts[place]


def behind_hyphen(tokens: Tokens, place: int) -> int:
    """The place behind a hyphen that joins token `place` to the one before, else `place` itself."""
    hyphen = place < len(tokens) and tokens[place] in HYPHENS
    return place + 1 if hyphen and is_close(tokens, place) and is_close(tokens, place + 1) else place


def scale_at(tokens: Tokens, place: int, words: NumberWords) -> tuple[int, int] | None:
    """The end and the value of the scale or pack at `place`, which a hyphen may join to the number before."""
    place = behind_hyphen(tokens, place)
    if place < len(tokens) and tokens.lower[place] in words.scales:
        return place + 1, words.scales[tokens.lower[place]]
    return None


def _scaled(tokens: Tokens, end: int, value: int | Fraction, words: NumberWords, below: int) -> Numeral:
    """The number whose first part has been read, multiplied by the scales behind it as long as it stays `below`."""
    head, scale, last = value, 1, 1
    while (hit := scale_at(tokens, end, words)) is not None:
        place, factor = hit
        if factor <= last or value * factor >= below:
            break
        head, scale, last, end = value, factor, factor, place
        value *= factor
        half = words.halves.at(tokens, end)
        if half is not None:
            end, value = half[0], value + Fraction(factor * half[1], 100)
        if tokens.lower[end - 1] in words.packs:
            break
        rest = _rest(tokens, end, words, last)
        if rest is not None:
            end, value = rest.end, value + rest.value
            head, scale = value, 1
    return Numeral(end, int(value) if value == int(value) else value, head, scale)


def _rest(tokens: Tokens, place: int, words: NumberWords, below: int) -> Numeral | None:
    """The smaller number behind a scale ("and two" of "three hundred and two"), unless it is a number of its own."""
    if place < len(tokens) and tokens[place].isdecimal() and len(tokens[place]) <= GROUP:  # "1 million 200 thousand"
        rest = _scaled(tokens, place + 1, int(tokens[place]), words, below)
        return rest if rest.scale > 1 else None
    if place < len(tokens) and tokens.lower[place] in words.ands:
        place += 1
    if place == len(tokens) or tokens.lower[place] not in words.cardinals:
        return None
    end, value = _tens_and_units(tokens, place, words)
    if not 0 < value < below:
        return None
    rest = _scaled(tokens, end, value, words, below)
    following = scale_at(tokens, rest.end, words)
    return None if following is not None and following[1] <= below else rest


def _head(tokens: Tokens, place: int, words: NumberWords) -> tuple[int, int | Fraction] | None:
    """The first part of a number, before any scale: its end and value."""
    lower = tokens.lower[place]
    if lower[0] in FIGURES:
        return _suffixed(tokens, _with_half(tokens, _figures(tokens, place, words), words), words)
    share = words.shares.at(tokens, place)
    if share is not None and scale_at(tokens, share[0], words) is not None:
        return share[0], Fraction(share[1], 100)
    if lower in words.cardinals:
        return _with_half(tokens, _with_tenths(tokens, _tens_and_units(tokens, place, words), words), words)
    scale = place + (lower in words.articles)
    one = scale < len(tokens) and tokens.lower[scale] in words.scales and tokens.lower[scale] not in words.plurals
    return (scale, 1) if one and (scale > place or _is_alone(tokens, scale, words)) else None


def _is_alone(tokens: Tokens, scale: int, words: NumberWords) -> bool:
    """Does a scale without a number count those behind it, "over hundred civilians" (but not "Thousand Oaks")?"""
    if scale + 1 == len(tokens) or (scale and tokens.lower[scale - 1][0] in FIGURES):
        return False
    return tokens[scale + 1].islower() or tokens.lower[scale + 1] in words.people


def _suffixed(
    tokens: Tokens, head: tuple[int, int | Fraction] | None, words: NumberWords
) -> tuple[int, int | Fraction] | None:
    """The head with a scale close behind its figures and before people: "10k displaced", "1.5m Syrian refugees"."""
    if head is None or not is_close(tokens, head[0]) or tokens.lower[head[0]] not in words.suffixes:
        return head
    behind = tokens.lower[head[0] + 1 : head[0] + 3]
    counted = behind and (behind[0] in words.people or (tokens[head[0] + 1].istitle() and behind[-1] in words.people))
    return (head[0] + 1, head[1] * words.suffixes[tokens.lower[head[0]]]) if counted else head


def _with_tenths(tokens: Tokens, head: tuple[int, int], words: NumberWords) -> tuple[int, int | Fraction]:
    """The head with tenths in words where a scale follows, "two point two million", else the head alone."""
    end, value = head
    if end + 1 >= len(tokens) or tokens.lower[end] not in words.points or scale_at(tokens, end + 2, words) is None:
        return head
    tenths = words.cardinals.get(tokens.lower[end + 1], UNITS_BELOW)
    return (end + 2, value + Fraction(tenths, 10)) if tenths < UNITS_BELOW else head


def _with_half(
    tokens: Tokens, head: tuple[int, int | Fraction] | None, words: NumberWords
) -> tuple[int, int | Fraction] | None:
    """The head with "and a half" where a scale follows ("two and a half million"), else the head alone."""
    half = words.halves.at(tokens, head[0]) if head is not None else None
    if head is None or half is None or scale_at(tokens, half[0], words) is None:
        return head
    return half[0], head[1] + Fraction(half[1], 100)


def _tens_and_units(tokens: Tokens, place: int, words: NumberWords) -> tuple[int, int]:
    """The end and value of "twenty", "twenty-one", "twenty one"."""
    value = words.cardinals[tokens.lower[place]]
    if value < FIRST_TENS:
        return place + 1, value
    following = behind_hyphen(tokens, place + 1)
    unit = words.cardinals.get(tokens.lower[following], 0) if following < len(tokens) else 0
    return (following + 1, value + unit) if 0 < unit < UNITS_BELOW else (place + 1, value)


def _figures(tokens: Tokens, place: int, words: NumberWords) -> tuple[int, int | Fraction] | None:
    """The end and value of "27", "370,000", "370.000", "370 000", "1.5"; a zero in front makes a code ("0800")."""
    text = tokens[place]
    if len(text) > LONGEST_FIGURES or (text[0] == "0" and text[1:2].isdecimal()):
        return None
    if _in_a_row(tokens, place):
        return None
    if not text.isdecimal():
        fraction = text.count(".") == 1 and "," not in text
        if fraction and (scale_at(tokens, place + 1, words) is not None or not _THOUSANDS.fullmatch(text)):
            return place + 1, Fraction(text)
        return (place + 1, int(re.sub("[.,]", "", text))) if _THOUSANDS.fullmatch(text) else None
    end = place + 1
    while len(text) <= GROUP and _is_group(tokens, end):
        end += 1
    return end, int("".join(tokens[place:end]))


def _in_a_row(tokens: Tokens, place: int) -> bool:
    """Do the figures stand in a row of three or more that is no number: a telephone number, a list of codes?"""
    first, last = place, place
    while first > place - ROW and _beside(tokens, first) and len(tokens[first - 1]) >= GROUP:
        first -= 1
    while last <= place + GROUPS and _beside(tokens, last + 1) and len(tokens[last + 1]) >= GROUP:
        last += 1
    grouped = first == place and len(tokens[place]) <= GROUP and last - place <= GROUPS
    return last - first + 1 >= ROW and not (grouped and all(_is_group(tokens, at) for at in range(place + 1, last + 1)))


def _beside(tokens: Tokens, place: int) -> bool:
    """Are tokens `place` and the one before both figures, one space apart?"""
    if not 0 < place < len(tokens) or tokens.starts[place] != tokens.ends[place - 1] + 1:
        return False
    return tokens[place][0].isdecimal() and tokens[place - 1][0].isdecimal()


def _is_group(tokens: Tokens, place: int) -> bool:
    """Are these three figures, one space behind others?"""
    return _beside(tokens, place) and len(tokens[place]) == GROUP and tokens[place].isdecimal()
