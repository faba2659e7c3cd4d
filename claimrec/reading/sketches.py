"""The sketch of an article, from the names and numbers in it."""

from __future__ import annotations

import re

from anyascii import anyascii

from claimrec.records.article import Article
from claimrec.records.sketch import Sketch

WORD = re.compile(r"\w{3,}+")
"""Shorter words are initials, or numbers that many texts share; an underscore parts words."""
SILENT = str.maketrans("kq", "cc", "aeiouyhw")
"""What romanisations of one name differ in: vowels, breaths, and how a k is written (own)."""
SPELLED = 4
"""Consonants from which a name is known by them alone ("Sloviansk", "Slavyansk"): of fewer, chance makes many alike."""


def sketch_of(article: Article) -> Sketch | None:
    """The sketch of what an article writes with a capital or a digit wherever it writes it; None of no such word.

    Two outlets' spellings of a long name leave one mark.

    >>> one, other = (Article("a1", f"Two died in {name}.") for name in ("Sloviansk", "Slavyansk"))
    >>> sketch_of(one) == sketch_of(other)
    True
    """
    words = set(WORD.findall(f"{article.title}\n{article.text}".replace("_", " ")))
    small = set(filter(str.islower, words))
    names = " ".join([word for word in words - small if word.casefold() not in small]).casefold()
    if not names.isascii():
        names = anyascii(names)
    spelled = zip(names.split(" "), names.translate(SILENT).split(" "), strict=True)
    return Sketch.of([sound if len(sound) >= SPELLED else name for name, sound in spelled if name])
