"""A mishap in the place of a deed: "the crash was due to a technical fault" says that nobody did it."""

from __future__ import annotations

from claimrec.reading.doers import Doer
from claimrec.reading.doings import Doing
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.triggers import is_told_as_fact

DENIED_REACH = 5
"""Tokens before a mishap in which "not" or "ruled out" denies it ("ruled out the possibility of a gas leak")."""


def mishaps_in(parsed: Parsed, sentence: Sentence) -> list[Doing]:
    """The mishaps that the sentence gives as the cause, each in the place of a doer.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.parsed import parse
    >>> from claimrec.records.article import Article
    >>> parsed = parse(Article("a1", "The army said the crash was due to a technical fault."), load_lexicon())
    >>> [parsed.words(one.doer.first, one.doer.end) for one in mishaps_in(parsed, parsed.sentences[0])]
    ['technical fault']
    """
    told = parsed.stances.between(sentence.first, sentence.end)
    if not told:
        return []
    return [
        Doing(Doer(hit.first, hit.end, None), hit.first, "mishap")
        for hit in told
        if hit.meaning == "mishap"
        and is_told_as_fact(parsed, hit.first, sentence.first)
        and not _is_denied(parsed, sentence, hit.first)
    ]


def _is_denied(parsed: Parsed, sentence: Sentence, place: int) -> bool:
    floor = max(sentence.first, place - DENIED_REACH)
    near = parsed.stances.between(floor, place)
    return parsed.deed_words.any_in(parsed.tokens.lower[floor:place], "denying") or any(
        hit.meaning in ("denied", "possible") for hit in near
    )
