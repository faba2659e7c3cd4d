"""Organisations that are called by their kind before they are named: "the aid group said. Two doctors of X died"."""

from __future__ import annotations

from claimrec.reading.parsed import Parsed

SOON = 60
"""Tokens behind "an aid group said" in which its name stands: two sentences of news."""
LONG_AGO = 400
"""Tokens before "the aid group" in which it can have been named."""
KINDS = frozenset({"ngo", "monitor"})
"""Kinds of sources that "an aid group" and "an activist group" can be."""


def organisation_meant(parsed: Parsed, first: int, end: int) -> str | None:
    """Whom the words from token `first` to `end` mean, if they tell a kind of organisation: the next that is named.

    "The aid group" may also have been named before.
    """
    lower = parsed.tokens.lower
    if lower[end - 1] not in parsed.speech.word_sets["bodies"] or not parsed.speech.any_in(lower[first:end], "causes"):
        return None
    soon = parsed.sources.between(end, end + SOON)
    past = reversed(parsed.sources.between(max(0, first - LONG_AGO), first)) if lower[first] == "the" else ()
    sources = parsed.lexicon.sources
    return next((one.source for one in (*soon, *past) if sources[one.source].kind in KINDS), None)
