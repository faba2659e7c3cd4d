"""An article and the words quoted from it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

import attrs

from claimrec.errors import QuoteError, RecordError
from claimrec.values.window import Window

Field = Literal["text", "title"]
"""The part of an article that a quote's offsets count in."""
NEWS_DAYS = 3
"""What news tells without a day is taken to lie at most so many days before its publication (own: news is fresh)."""


def day_of(published: date | None) -> date | None:
    """The day of a publication date; a time with its zone gives the day of that zone.

    >>> day_of(datetime.fromisoformat("2023-02-05T23:30:00+03:00"))
    datetime.date(2023, 2, 5)
    """
    return published.date() if isinstance(published, datetime) else published


def news_window(published: date | None) -> Window | None:
    """The last days before publication, which news that gives no day speaks of.

    >>> str(news_window(date(2023, 2, 5)))
    '2023-02-02 to 2023-02-05'
    """
    last = day_of(published)
    if last is None:
        return None
    return Window(date.fromordinal(max(1, last.toordinal() - NEWS_DAYS)), last)


@attrs.frozen
class Article:
    """One text of one outlet.

    `published` is a day, or a time with its zone; a time without one raises RecordError. `language` is an ISO 639-1
    code where it is known.

    >>> Article("a1", "Two soldiers were killed.", publisher="Agency A").publisher
    'Agency A'
    """

    id: str
    text: str
    publisher: str | None = None
    published: date | None = None
    title: str = ""
    url: str | None = None
    language: str | None = None

    def __attrs_post_init__(self) -> None:
        if not self.id:
            raise RecordError("an article needs an id")
        if isinstance(self.published, datetime) and self.published.tzinfo is None:
            raise RecordError(f"article {self.id}: the time {self.published} needs its zone")

    def quote(self, start: int, end: int, field: Field = "text") -> Quote:
        """The words from `start` to `end` (code points, `end` not included) of `field`.

        >>> Article("a1", "Two soldiers were killed.").quote(0, 12).text
        'Two soldiers'
        """
        return Quote(self.id, start, end, (self.text if field == "text" else self.title)[start:end], field)


@attrs.frozen
class Quote:
    """The exact words of an article, and where they stand.

    Offsets are code points. Words whose length does not fit the offsets raise QuoteError.

    >>> Quote("a1", 0, 12, "Two soldiers").stands_in(Article("a1", "Two soldiers were killed."))
    True
    """

    article: str
    start: int
    end: int
    text: str
    field: Field = "text"

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            raise QuoteError(f"article {self.article}: {self.start} to {self.end} does not cut out {self.text!r}")

    def stands_in(self, article: Article) -> bool:
        """Do the words stand at these offsets in that article?"""
        words = article.text if self.field == "text" else article.title
        return article.id == self.article and words[self.start : self.end] == self.text
