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
ARABIC = re.compile(r"[\u0620-\u064a\u0671-\u06d3\u06d5]")
"""A letter of Arabic script."""
_ARABIC: dict[int, str] = str.maketrans(_TABLE["arabic"])
_ARABIC_PARTED: dict[int, str] = str.maketrans({letter: f"{read}'" for letter, read in _TABLE["arabic"].items()})
_ARABIC_ALIKE: dict[int, str] = str.maketrans(_TABLE["arabic_alike"])
_ARABIC_ARTICLE = re.compile(r"(?<!\w)ال(?=\w{2})")
_LETTERS = re.compile("|".join(sorted(_FOLDS, key=len, reverse=True)))
_VOWEL = re.compile(r"[^a-z]*[aeiouy]")
_H = re.compile(r"[^a-z]*h")
_TWICE = re.compile(r"(.)\1+")


def latin(name: str) -> str:
    """The name in plain Latin letters; of a name in Arabic script the consonants, with a hyphen behind the article.

    >>> latin("Kafr Rūmā"), latin("الرقة")
    ('Kafr Ruma', 'al-rqh')
    """
    return name if name.isascii() else anyascii(_ARABIC_ARTICLE.sub("al-", name).translate(_ARABIC))


def arabic_key(word: str) -> str:
    """A word in Arabic script as it is looked up: without its article, letters alike written as one.

    >>> arabic_key("الرقة") == arabic_key("رقه")
    True
    """
    return _ARABIC_ARTICLE.sub("", word).translate(_ARABIC_ALIKE)


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants of a name, without article, with letters folded that romanisations confuse.

    Two names of one skeleton are not yet one name: compare what is short, or common, by other evidence as well.

    >>> skeleton("Maarat al-Numan"), skeleton("Ma'arrat an-Nu'man")
    ('mrtnmn', 'mrtnmn')
    >>> skeleton("Khan Sheikhoun") == skeleton("Khān Shaykhūn") == skeleton("خان شيخون")
    True
    """
    if not name.isascii():  # letters are parted: "s" and "h" of two letters are no "sh"
        name = anyascii(_ARABIC_ARTICLE.sub("al-", name).translate(_ARABIC_PARTED))
    plain = _ARTICLE.sub("", name.lower())
    begins = "a" if _VOWEL.match(plain) else "h" if _H.match(plain) else ""
    return begins + _TWICE.sub(r"\1", "".join(_FOLDS[letters] for letters in _LETTERS.findall(plain)))
