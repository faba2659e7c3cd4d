"""Sentences: runs of tokens that one speaker says in one breath."""

from __future__ import annotations

from bisect import bisect_left
from statistics import median

from claimrec.lexicon.loader import Lexicon
from claimrec.reading.brief import brief
from claimrec.reading.grammar import grammar_of
from claimrec.reading.tokens import Tokens

_STOPS = frozenset(".!?…")
_CLOSERS = frozenset("”’)]»")
_OPENERS = frozenset("“‘«([-–—")

_SIGNS = _STOPS | _CLOSERS | {'"'}

QUOTES = frozenset('"“”«»')
"""Double quotation marks; single ones are apostrophes too often."""
_MARKS = _SIGNS | QUOTES | {"'"}  # as which "’" is looked up

LONGEST = 160
"""A run of more tokens is no sentence but a list or a page without stops; cut, so that the time stays linear."""

MOST_CLOSERS = 3
"""Quotation marks and brackets that close behind one stop."""

WRAPPED_COLUMNS = range(45, 101)
"""Lines whose median length lies here were cut by a typewriter or an editor, not by paragraphs (MUC-4 has 66 to 80)."""


@brief
class Sentence:
    """Tokens `first` to `end` (not included); `quoted` says in which pair of quotation marks it begins, 0 for none."""

    first: int
    end: int
    quoted: int = 0


def is_wrapped(text: str) -> bool:
    """Were the lines of a text cut to a width, so that a line's end means nothing?"""
    lines = [len(line) for line in text.split("\n") if line.strip()]
    return len(lines) >= 4 and max(lines) < WRAPPED_COLUMNS.stop and median(lines) >= WRAPPED_COLUMNS.start


def split_sentences(tokens: Tokens, text: str, lexicon: Lexicon) -> list[Sentence]:
    """The sentences of a text, in order; every token stands in exactly one.

    A blank line ends a sentence, a single line end does so unless the text is wrapped to a width.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.tokens import tokenize
    >>> text = 'Gen. Amin spoke. "We lost two men," he said.'
    >>> [s.end for s in split_sentences(tokenize(text), text, load_lexicon("common"))]
    [5, 15]
    """
    abbreviations = grammar_of(lexicon).word_sets["abbreviation"]
    wrapped = is_wrapped(text)
    found: list[Sentence] = []
    first, pair, inside, began = 0, 0, False, 0
    for place in _marks(tokens, text):
        while place - first > LONGEST:
            found.append(Sentence(first, first + LONGEST + 1, began))
            first, began = first + LONGEST + 1, pair if inside else 0
        if tokens[place] in QUOTES:
            opening = opens(tokens, place, text)
            inside, pair = opening, pair + opening
            began = began or (pair if opening and place == first else 0)
        last, long = place + 1 == len(tokens), place - first == LONGEST
        if not last and not long and not _ends(tokens, place, text, abbreviations, wrapped=wrapped):
            continue
        found.append(Sentence(first, place + 1, began))
        if not last and text.count("\n", tokens.ends[place], tokens.starts[place + 1]):
            inside = False  # no quotation runs into the next paragraph without a new mark
        first, began = place + 1, pair if inside else 0
    return found


def _marks(tokens: Tokens, text: str) -> list[int]:
    """The tokens behind which a sentence may end, and quotation marks; among them the last token."""
    places = {*tokens.words.places_of(_MARKS), *range(len(tokens))[-1:]}
    newline = text.find("\n")
    while newline >= 0:
        following = bisect_left(tokens.starts, newline)
        if following == len(tokens):
            break
        places.update(range(following)[-1:])
        newline = text.find("\n", tokens.starts[following])
    return sorted(places)


def opens(tokens: Tokens, place: int, text: str) -> bool:
    """Does the quotation mark at `place` open a quotation? A straight one does if a word follows at once."""
    if tokens[place] != '"':
        return tokens[place] in "“«"
    start = tokens.starts[place]
    glued = place + 1 < len(tokens) and tokens.starts[place + 1] == tokens.ends[place]
    return glued and (start == 0 or not text[start - 1].isalnum()) and not _closes(tokens, place)


def _closes(tokens: Tokens, place: int) -> bool:
    """Does the straight mark stand right behind a stop or comma, as a closing one does?"""
    return place > 0 and tokens.ends[place - 1] == tokens.starts[place] and tokens[place - 1] in ".,!?…"


def _is_closer(tokens: Tokens, place: int, text: str) -> bool:
    return tokens[place] in _CLOSERS or (tokens[place] == '"' and not opens(tokens, place, text))


def _ends(tokens: Tokens, place: int, text: str, abbreviations: frozenset[str], *, wrapped: bool) -> bool:
    """Does a sentence end after token `place`, which is not the last?"""
    following = tokens[place + 1]
    gap = text[tokens.ends[place] : tokens.starts[place + 1]]
    if "\n" in gap and (gap.count("\n") > 1 or not wrapped):
        return True
    stop = place
    while stop > max(0, place - MOST_CLOSERS) and _is_closer(tokens, stop, text):
        stop -= 1
    if stop == 0 or tokens[stop] not in _STOPS or following in _STOPS or following in _CLOSERS:
        return False
    if following == '"' and not opens(tokens, place + 1, text):
        return False
    before = tokens[stop - 1]
    if not gap and stop == place:  # glued text ("weeks.Syrian") ends a sentence only between two words
        return following[0].isupper() and before[-1].islower()
    initial = len(before) == 1 and before.isupper()
    if tokens[stop] == "." and (tokens.lower[stop - 1] in abbreviations or initial):
        return False
    return (
        following[0].isupper()
        or (following[0].isalpha() and not following[0].islower())  # Arabic has no capitals
        or following[0].isdigit()
        or following in _OPENERS
        or following == '"'
    )
