"""The deed of violence that a sentence tells as done, whoever did it: "was blown up", "an attack took place"."""

from __future__ import annotations

from claimrec.reading.parsed import Parsed
from claimrec.reading.phrases import Hit
from claimrec.reading.sentences import Sentence
from claimrec.reading.triggers import is_told_as_fact

HAPPENED_REACH = 8
"""Tokens behind the noun of a deed in which its verb stands ("attacks on the voting tables were reported")."""
DENIED_REACH = 3
"""Tokens before a deed in which "not" or "never" stands."""


def deed_told(parsed: Parsed, sentence: Sentence) -> int | None:
    """The first token of the first deed that a sentence with a place tells of, None where it tells of none.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.parsed import parse
    >>> from claimrec.records.article import Article
    >>> parsed = parse(Article("a1", "Two pylons were blown up near Zenta."), load_lexicon())
    >>> deed_told(parsed, parsed.sentences[0])
    3
    """
    deeds = parsed.deeds.between(sentence.first, sentence.end)
    if not deeds or not parsed.places.between(sentence.first, sentence.end):
        return None
    return next((hit.first for hit in deeds if _is_told(parsed, sentence, hit)), None)


def _is_told(parsed: Parsed, sentence: Sentence, hit: Hit[frozenset[str]]) -> bool:
    if "nouns" in hit.meaning or "weapons" in hit.meaning:
        told = _happened(parsed, sentence, hit.end)
    else:
        told = "verbs" in hit.meaning and not parsed.tokens.lower[hit.first].endswith("ing")
    return told and hit.first not in parsed.triggers and _is_done(parsed, sentence, hit.first)


def _happened(parsed: Parsed, sentence: Sentence, end: int) -> bool:
    behind = parsed.tokens.lower[end : min(sentence.end, end + HAPPENED_REACH)]
    return parsed.deed_words.any_in(behind, "happened")


def _is_done(parsed: Parsed, sentence: Sentence, place: int) -> bool:
    before = parsed.tokens.lower[max(sentence.first, place - DENIED_REACH) : place]
    if before[-1:] == ["to"] or parsed.deed_words.any_in(before, "denying"):
        return False
    return is_told_as_fact(parsed, place, sentence.first)
