"""The sketch of an article, from the names and numbers in it."""

from __future__ import annotations

import re

from claimrec.records.article import Article
from claimrec.records.sketch import Sketch

WORD = re.compile(r"[^\W_]{3,}")
"""Shorter words are initials, or numbers that many texts share."""


def sketch_of(article: Article) -> Sketch | None:
    """The sketch of what an article writes with a capital or a digit wherever it writes it; None of no such word.

    >>> sketch_of(Article("a1", "He died in Saraqib. Saraqib lies in Idlib.")) == Sketch.of(["Saraqib", "Idlib"])
    True
    """
    words = set(WORD.findall(f"{article.title}\n{article.text}"))
    small = set(filter(str.islower, words))
    return Sketch.of(word for word in words - small if word.casefold() not in small)
