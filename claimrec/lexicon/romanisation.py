"""A name's romanisation skeleton: what stays the same however an Arabic name is written in Latin letters."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources

from anyascii import anyascii

_TABLE = tomllib.loads((resources.files("claimrec.lexicon") / "romanisation.toml").read_text(encoding="utf-8"))
ARTICLES: frozenset[str] = frozenset(_TABLE["articles"])
"""The Arabic article, in small letters, in every romanisation."""

_FOLDS: dict[str, str] = _TABLE["folds"]
_ARTICLE = re.compile(rf"(?:(?<=[\s-])|^)(?:{'|'.join(sorted(ARTICLES))})[-' ]+(?=\w)")
_LETTERS = re.compile("|".join(sorted(_FOLDS, key=len, reverse=True)))
_VOWEL = re.compile(r"[^a-z]*[aeiouy]")
_H = re.compile(r"[^a-z]*h")
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants of a name, without article, with letters folded that romanisations confuse.

    Two names of one skeleton are not yet one name: compare what is short, or common, by other evidence as well.

    >>> skeleton("Maarat al-Numan"), skeleton("Ma'arrat an-Nu'man")
    ('mrtnmn', 'mrtnmn')
    >>> skeleton("Khan Sheikhoun") == skeleton("Khān Shaykhūn")
    True
    """
    plain = _ARTICLE.sub("", anyascii(name).lower())
    begins = "a" if _VOWEL.match(plain) else "h" if _H.match(plain) else ""
    return begins + _TWICE.sub(r"\1", "".join(_FOLDS[letters] for letters in _LETTERS.findall(plain)))
