"""Datelines: where, and for whom, a text was written, as its first line or paragraph says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimrec.reading.tokens import Tokens

DASHES = frozenset("-–—")
ARROW = ">"
"""Doubled, some papers' sign for a dash."""
PLAIN_WORD = 5
"""Letters of a small word that no dateline has outside brackets; what belongs to names there ("ez-Zor") is shorter."""
DATELINE = 14
"""Tokens within which the dash of a dateline stands."""
CREDITED_DATELINE = 32
"""The same behind the bracket that names the agency: "RIO DE JANEIRO (BRAZIL), 20 APR 89 (RADIO A NETWORK) --"."""
HEAD = 400
"""Tokens within which a line can begin with the dateline of the news: before it stand what a page says of itself."""


class Dateline(NamedTuple):
    """Tokens `first` to `end` (not included), behind which the news begins; none in a text without one."""

    first: int
    end: int

    def holds(self, token: int) -> bool:
        """Is it one of its tokens?"""
        return self.first <= token < self.end


NO_DATELINE = Dateline(0, 0)


def dateline_of(tokens: Tokens, text: str) -> Dateline:
    """The dateline that a text begins with ("BEIRUT, Nov 9 (Agency) -"), or one of its first lines.

    A later line needs a word in capitals at its beginning, and a capital for all others.

    >>> from claimrec.reading.tokens import tokenize
    >>> text = "HOMS, Agency A - Six men died."
    >>> dateline_of(tokenize(text), text)
    Dateline(first=0, end=5)
    """
    if not tokens:
        return NO_DATELINE
    end = _end_at_start(tokens, text)
    if end:
        return Dateline(0, end)
    return next(_later(tokens, text), NO_DATELINE)


def _end_at_start(tokens: Tokens, text: str) -> int:
    if not tokens[0][0].isupper():
        return 0
    open_brackets = 0
    for place, word in enumerate(tokens[:CREDITED_DATELINE]):
        open_brackets += (word in "([") - (word in ")]")
        if (word not in DASHES and word != ARROW) or open_brackets or not place:
            continue
        if _is_said_before(tokens, place):
            return 0
        if place >= DATELINE and tokens[place - 1] != ")":
            return 0
        if "\n\n" in text[: tokens.starts[place]]:
            return 0
        if end := _behind_dash(tokens, place, text):
            return end
    return 0


def _is_said_before(tokens: Tokens, place: int) -> bool:
    """As in "Three people - two men and a woman - died", "12 killed - officials": do small words stand before the dash?

    In "Damascus countryside, Agency A -" a comma parts them from it.
    """
    for near in range(place - 1, -1, -1):
        if tokens[near] in (",", ")"):
            return False
        if tokens[near].islower() and len(tokens[near]) >= PLAIN_WORD - (near == place - 1):
            return True
    return False


def _behind_dash(tokens: Tokens, place: int, text: str) -> int:
    """The token behind a dash between blanks, or a doubled sign; 0 where the sign at `place` is neither."""
    start, end = tokens.starts[place], tokens.ends[place]
    spaced = tokens[place] in DASHES and text[start - 1].isspace() and text[end : end + 1].isspace()
    doubled = tokens[place] in ("-", ARROW) and text[end : end + 1] == tokens[place]
    return place + 1 + doubled if spaced or doubled else 0


def _later(tokens: Tokens, text: str) -> Iterator[Dateline]:
    """The datelines that lines within the head of a text begin with."""
    for place in tokens.words.places_of(DASHES | {ARROW}):
        if place >= HEAD:
            return
        end = _behind_dash(tokens, place, text)
        first = _line_start(tokens, place, text) if end else None
        if first and len(tokens[first]) > 1 and tokens[first].isupper() and _is_of_names(tokens, first, place):
            yield Dateline(first, end)


def _line_start(tokens: Tokens, place: int, text: str) -> int | None:
    """The first token of the line of token `place`, None where it is too far for a dateline."""
    for first in range(place, max(0, place - DATELINE), -1):
        if "\n" in text[tokens.ends[first - 1] : tokens.starts[first]]:
            return first
    return None


def _is_of_names(tokens: Tokens, first: int, end: int) -> bool:
    """Has every word a capital, but for those in brackets?"""
    open_brackets = 0
    for word in tokens[first:end]:
        open_brackets += (word in "([") - (word in ")]")
        if word[0].islower() and not open_brackets:
            return False
    return end > first
