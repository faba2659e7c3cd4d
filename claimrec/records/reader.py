"""Who reads claims out of articles: claimrec's own cascade, or any other program."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from claimrec.records.article import Article
from claimrec.records.claim import Claim


class Reader(Protocol):
    """A function from an article to its claims: `read_claims`, or one that asks a model and grounds the answer.

    An article that it does not read raises LanguageError.
    """

    def __call__(self, article: Article, /) -> Iterable[Claim]:
        """The claims of the article, in the order of its text."""
