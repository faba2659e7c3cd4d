"""The sketch of an article, from the names and numbers in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from anyascii import anyascii

from claimrec.records.article import Article
from claimrec.records.sketch import Sketch, mark_of

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
    return Sketch.of(spelled([word for word in words - small if word.casefold() not in small]))


def spelled(names: Iterable[str]) -> list[str]:
    """How names stand in a sketch: in small plain letters, long ones by their consonants.

    >>> spelled(["Slavyansk", "Saraqib", "Duma"])
    ['slvnsc', 'srcb', 'duma']
    """
    plain = " ".join(names).casefold()
    if not plain.isascii():
        plain = anyascii(plain)
    sounds = zip(plain.split(" "), plain.translate(SILENT).split(" "), strict=True)
    return [sound if len(sound) >= SPELLED else name for name, sound in sounds if name]


def marks_of_name(name: str) -> frozenset[int]:
    """The marks that all words of a name leave in the sketch of an article that gives it; none of a very short name.

    >>> marks_of_name("Tell an-Nur") <= set(sketch_of(Article("a1", "Two died in Tell an-Nur.")).marks)
    True
    """
    return frozenset(map(mark_of, spelled(WORD.findall(name.replace("_", " ")))))
