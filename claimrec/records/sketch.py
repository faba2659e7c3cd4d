"""A sketch of an article: enough of its names and numbers to see whether another article shares rare ones."""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from collections.abc import Iterable
from zlib import crc32

import attrs

from claimrec.errors import RecordError

MARKS = 1 << 16
"""Of so many marks each word has one: a few, that agree by chance, are no trouble, and no word can be read from one."""
MOST = 128
"""Marks of one sketch at most: the lowest, which of two long texts are as alike as the texts are."""


def mark_of(word: str) -> int:
    """The mark that a word leaves, whatever its case."""
    return crc32(word.casefold().encode(errors="replace")) % MARKS


def _is_in_order(_sketch: Sketch, _field: object, marks: tuple[int, ...]) -> None:
    if not marks or list(marks) != sorted(set(marks)) or not 0 <= marks[0] <= marks[-1] < MARKS:
        raise RecordError(f"a sketch has marks from 0 to {MARKS - 1}, in order and each once, not {marks!r}")


@attrs.frozen(repr=False)
class Sketch:
    """The marks of an article's words, of 16 bits each, in order. Many words share a mark, so none is stored.

    >>> sketch = Sketch.of(["Harun", "Sunbul", "harun"])
    >>> sketch, str(sketch)
    (Sketch.parse('JiWOzQ=='), 'JiWOzQ==')
    """

    marks: tuple[int, ...] = attrs.field(validator=_is_in_order)

    @classmethod
    def of(cls, words: Iterable[str]) -> Sketch | None:
        """The sketch of these words, whatever their case and order; None of no word."""
        marks = sorted(set(map(mark_of, words)))[:MOST]
        return cls(tuple(marks)) if marks else None

    @classmethod
    def parse(cls, text: str) -> Sketch:
        """The sketch that `str` wrote; RecordError where the text is none."""
        try:
            marks = b64decode(text, validate=True)
        except (binascii.Error, ValueError) as error:
            raise RecordError(f"no sketch: {text!r}") from error
        if len(marks) % 2:
            raise RecordError(f"no sketch: {text!r}")
        return cls(tuple(int.from_bytes(marks[at : at + 2], "big") for at in range(0, len(marks), 2)))

    def __repr__(self) -> str:
        return f"Sketch.parse({str(self)!r})"

    def __str__(self) -> str:
        return b64encode(b"".join(mark.to_bytes(2, "big") for mark in self.marks)).decode()
