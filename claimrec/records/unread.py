"""What was left out, and why: nothing is lost silently."""

from __future__ import annotations

import attrs

from claimrec.errors import RecordError


@attrs.frozen
class Unread:
    """A file, a line of one, or an article that was left out, with the reason in words.

    >>> str(Unread("not JSON", file="articles.jsonl", line=3))
    'articles.jsonl, line 3: not JSON'
    """

    because: str
    file: str | None = None
    line: int | None = None
    article: str | None = None

    def __attrs_post_init__(self) -> None:
        if not self.file and not self.article:
            raise RecordError("what was left out is a file or an article")

    @property
    def where(self) -> str:
        """File and line, or the article, as a reader would look for it."""
        place = self.file or f"article {self.article}"
        return f"{place}, line {self.line}" if self.line else place

    def __str__(self) -> str:
        return f"{self.where}: {self.because}"
