"""A name's romanisation skeleton: what stays the same however an Arabic name is written in Latin letters."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_ARTICLE = re.compile(
    r"\b(?:al|el|ul|il|ad|ed|ud|adh|edh|an|en|un|ar|er|ur|as|es|us|ash|esh|ush|at|et|ut|ath|az|ez|uz)(?:[-' ]+(?=\w)|$)"
)
_FOLDS = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"[^a-z]", ""),
        (r"sh|ch|sj", "$"),  # one letter of Arabic, however many of Latin
        (r"th", "t"),
        (r"dh|z|th", "d"),
        (r"kh|gh|ck|[qgkc]", "k"),
        (r"ph", "f"),
        (r"j|dj", "k"),
        (r"(?<=.)h", ""),
        (r"w|v", "u"),
        (r"[aeiouy]+", ""),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants of a name, without article, with letters folded that romanisations confuse.

    >>> skeleton("Maarat al-Numan"), skeleton("Ma'arrat an-Nu'man")
    ('mrtnmn', 'mrtnmn')
    """
    folded = _ARTICLE.sub("", anyascii(name).lower().replace("-", " - ").replace(" - ", "-"))
    for pattern, by in _FOLDS:
        folded = pattern.sub(by, folded)
    return folded
