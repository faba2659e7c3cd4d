"""The mention comparison: whether the article of one claim names the place of the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs
import numpy as np

from claimrec.lexicon.loader import Lexicon
from claimrec.matching.columns import BoolArray, Column, IntArray
from claimrec.matching.comparison import Comparison, Grade, Likeness
from claimrec.matching.everyday import everyday_marks
from claimrec.matching.evidence import NOT_SAID
from claimrec.matching.facts import Ranks
from claimrec.matching.settling import spellings_of, spot_of
from claimrec.matching.weights import shipped_weights
from claimrec.reading.sketches import marks_of_name
from claimrec.records.claim import Claim
from claimrec.records.sketch import MARKS

Spelling = frozenset[int]
"""The marks that the words of a name leave."""


@attrs.frozen
class Mention:
    """The place of a claim as an article would name it, and the marks of all that its own article names.

    A place is `known` if its governorate or its point is: two such places are compared as places.
    """

    article: str
    place: str | None
    spellings: tuple[Spelling, ...]
    known: bool
    marks: tuple[int, ...]

    def names(self, other: Mention) -> bool:
        """Does its article name the other's place?"""
        return any(spelling <= frozenset(self.marks) for spelling in other.spellings)


def mention_of(claim: Claim, lexicon: Lexicon) -> Mention | None:
    """What is compared of a claim; None where its article has no sketch. No everyday word is the name of a place."""
    if claim.sketch is None:
        return None
    spot = spot_of(claim, lexicon)
    if spot is None or claim.where is None:
        return Mention(claim.article, None, (), known=False, marks=claim.sketch.marks)
    names = map(marks_of_name, spellings_of(claim.where.place, lexicon))
    spellings = sorted({marks for marks in names if marks - everyday_marks(lexicon)}, key=sorted)
    known = spot.governorate is not None or spot.lat is not None
    return Mention(claim.article, spot.name, tuple(spellings), known, claim.sketch.marks)


def _likeness(a: Mention, b: Mention) -> Likeness:
    """Does the article of the one name the place of the other?

    What one outlet gives as the village, another may name only in passing, beside the province or the hospital. Places
    of one name, and those that are known both, are compared as places instead.
    """
    level = mention.graded(a, b)
    if level == NOT_SAID:
        return Likeness(level, "neither article names the other's place otherwise")
    named = sorted({str(place) for place, by in ((a.place, b.names(a)), (b.place, a.names(b))) if by})
    return Likeness(level, f"{' and '.join(named)} in the other article as well")


def _many(keys: Iterable[Mention]) -> Grade:
    given = list(keys)
    article, place = Column.of(key.article for key in given), Column.of(key.spellings or None for key in given)
    known = np.array([key.known for key in given], dtype=bool)
    marks = dict(zip(article.codes.tolist(), (key.marks for key in given), strict=True))
    hits = _hits([*place.values], [marks[code] for code in range(len(article.values))])
    rank = np.int8(mention.rank("one names the other's place"))

    def named(a: IntArray, b: IntArray) -> BoolArray:
        cells = place.codes[a] * len(article.values) + article.codes[b]
        found: BoolArray = np.isin(cells, hits)
        return found

    def grade(a: IntArray, b: IntArray) -> Ranks:
        open_ = (article.codes[a] != article.codes[b]) & (place.codes[a] != place.codes[b]) & ~(known[a] & known[b])
        ranks = np.zeros(len(a), dtype=np.int8)
        at = np.flatnonzero(open_)
        ranks[at[named(a[at], b[at]) | named(b[at], a[at])]] = rank
        return ranks

    return grade


def _hits(places: list[tuple[Spelling, ...]], articles: list[tuple[int, ...]]) -> IntArray:
    """Which places which articles name, as one number for each of those pairs."""
    from scipy.sparse import csr_array  # noqa: PLC0415 - importing claimrec stays light

    def matrix(lines: Sequence[Sequence[int]]) -> csr_array:
        start = np.cumsum([0, *(len(line) for line in lines)])
        of = np.array([mark for line in lines for mark in line], dtype=np.int64)
        return csr_array((np.ones(len(of), dtype=np.int64), of, start), shape=(len(lines), MARKS))

    spellings = [(number, marks) for number, place in enumerate(places) for marks in place]
    words = np.array([len(marks) for _, marks in spellings], dtype=np.int64)
    place_of = np.array([number for number, _ in spellings], dtype=np.int64)
    shared = (matrix([sorted(marks) for _, marks in spellings]) @ matrix(articles).T).tocoo()
    whole = shared.data == words[shared.row]
    return np.unique(place_of[shared.row[whole]] * len(articles) + shared.col[whole])


mention: Comparison[Mention] = Comparison("mention", shipped_weights()["mention"], "mention", _likeness, many=_many)
