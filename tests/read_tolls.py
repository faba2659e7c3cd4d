"""What the reader takes from a text, as a test writes it: effect and count of each toll, a part marked with ">"."""

from __future__ import annotations

from claimrec.lexicon.loader import load_lexicon
from claimrec.reading.casualties import find_casualties
from claimrec.reading.parsed import parse
from claimrec.records.article import Article

LEXICON = load_lexicon()


def tolls(text):
    """Effect and count of each toll, in order; a part is marked with ">"."""
    parsed = parse(Article("a", text), LEXICON)
    return [
        f"{'>' if casualty.part_of is not None else ''}{casualty.effect} {casualty.count}"
        for sentence in parsed.sentences
        for casualty in find_casualties(parsed, sentence)
    ]
