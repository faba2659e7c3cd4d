"""The wire that an article is credited to."""

from __future__ import annotations

from claimrec.reading.parsed import Parsed

BYLINE = 30
"""A wire named in the first tokens, outside any sentence of saying, is a byline."""
CREDIT = 8
"""So is one in the last tokens."""


def byline_of(parsed: Parsed) -> str | None:
    """The wire that an article is credited to, in its dateline or at its end."""
    tokens, speech = parsed.tokens, parsed.speech
    for mention in parsed.sources.values():
        if parsed.lexicon.sources[mention.source].kind != "wire":
            continue
        near = tokens.lower[max(0, mention.first - 3) : mention.end + 2]
        credited = mention.first < BYLINE or mention.end >= len(tokens) - CREDIT
        if credited and not any(speech.is_in(word, "verbs") or speech.is_in(word, "no_byline") for word in near):
            return mention.source
    return None
