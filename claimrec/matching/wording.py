"""The wording comparison: how many rare names the articles of two claims share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from claimrec.lexicon.loader import Lexicon
from claimrec.matching.columns import UNSAID, Column, FloatArray, IntArray
from claimrec.matching.comparison import Comparison, Grade, Likeness
from claimrec.matching.everyday import everyday_marks
from claimrec.matching.evidence import NOT_SAID
from claimrec.matching.facts import Ranks
from claimrec.matching.weights import shipped_weights
from claimrec.records.article import day_of
from claimrec.records.claim import Claim
from claimrec.records.sketch import MARKS, Sketch

if TYPE_CHECKING:
    from scipy.sparse import csr_array

STEPS = {
    "nearly all rare names": 4.0,
    "most rare names": 3.0,
    "many rare names": 2.3,
    "several rare names": 1.8,
    "some rare names": 1.4,
    "few rare names": 1.0,
    "hardly a rare name": 0.6,
}
"""From what a likeness of the names so many count as shared (own)."""
FADING = 5
"""How slowly shared names say less the longer the one article is published after the other (own)."""
NOT_DATED = 30
"""Days that are taken to lie between two articles, one of which gives no day of publication (own)."""
ENOUGH = 50.0
"""Bits of rare names that both articles need, so that names they do not share say anything (own)."""
SHORT = "few rare names"
"""The most that is said by the names of articles which need more: they are the village's, and a follow-up shares it."""
GROUND = 30.0
"""Bits added to those of the poorer article: of very few names some are shared by chance (own)."""
UNSEEN = 50
"""Articles that are added in thought to those of a collection, as a few do not show how rare a name is (own)."""
RARE, EVERYDAY = 1 / 1000, 1 / 10
"""Shares of those that give a name which the lexicon does not know, and a word that it knows (own)."""


@attrs.frozen
class WordFrequencies:
    """In how many of so many articles, and by how many publishers, each mark of a sketch is given.

    `everyday` are the marks that news has whatever happened.
    """

    articles: int = 0
    of: Mapping[int, tuple[int, int]] = MappingProxyType({})
    everyday: frozenset[int] = frozenset()

    @classmethod
    def in_claims(cls, claims: Iterable[Claim], lexicon: Lexicon) -> WordFrequencies:
        """Those of the articles of these claims; of names that the lexicon knows as everyday words."""
        told = {(one.article, one.publisher, one.sketch) for one in claims if one.sketch is not None}
        articles = Counter(mark for _, _, sketch in told for mark in sketch.marks)
        published = {(mark, publisher) for _, publisher, sketch in told for mark in sketch.marks}
        publishers = Counter(mark for mark, _ in published)
        of = {mark: (many, publishers[mark]) for mark, many in articles.items()}
        return cls(len(told), MappingProxyType(of), everyday_marks(lexicon) if told else frozenset())

    def bits(self, mark: int) -> float:
        """How rare a mark is among the articles but for the two that share it; what one publisher repeats says less.

        >>> from claimrec.records.sketch import mark_of
        >>> sunbul, monday = map(mark_of, ("Sunbul", "Monday"))
        >>> known = WordFrequencies(3, {sunbul: (2, 2), monday: (2, 2)}, frozenset({monday}))
        >>> round(known.bits(sunbul)), round(known.bits(monday))
        (10, 3)
        """
        articles, publishers = self.of.get(mark, (1, 1))
        given = max(articles - 2, 0) + UNSEEN * (EVERYDAY if mark in self.everyday else RARE)
        return max(0.0, math.log2((max(self.articles - 2, 0) + UNSEEN) / given)) * publishers / articles


@attrs.frozen
class Wording:
    """The marks of an article's names, how rare each is, in bits, and the day of its publication."""

    article: str
    published: int | None
    marks: tuple[int, ...]
    bits: tuple[float, ...]


def wordings_of(claims: Iterable[Claim], frequencies: WordFrequencies) -> Column[Wording]:
    """The names of every claim's article; None where the claim has no sketch."""
    told = Column.of((claim.article, claim.published, claim.sketch) if claim.sketch else None for claim in claims)

    def wording_of(article: str, published: date | None, sketch: Sketch) -> Wording:
        day = day_of(published)
        bits = tuple(map(frequencies.bits, sketch.marks))
        return Wording(article, None if day is None else day.toordinal(), sketch.marks, bits)

    return told.mapped(lambda of: wording_of(*of))


@attrs.frozen(eq=False)
class Wordings:
    """Many wordings as a matrix of marks; its entries are roots of bits, so that products of lines are sums of bits."""

    articles: IntArray
    published: IntArray
    roots: Any
    bits: FloatArray

    @classmethod
    def of(cls, wordings: Iterable[Wording]) -> Wordings:
        """These wordings, in their order."""
        from scipy.sparse import csr_array  # noqa: PLC0415 - importing claimrec stays light

        given = list(wordings)
        start = np.cumsum([0, *(len(wording.marks) for wording in given)])
        marks = np.array([mark for wording in given for mark in wording.marks], dtype=np.int64)
        bits = np.array([bits for wording in given for bits in wording.bits], dtype=np.float64)
        roots: csr_array = csr_array((np.sqrt(bits), marks, start), shape=(len(given), MARKS))
        articles = Column.of(wording.article for wording in given).codes
        published = np.array([wording.published or UNSAID for wording in given], dtype=np.int64)
        return cls(articles, published, roots, np.asarray(roots.multiply(roots).sum(axis=1)))

    def shared(self, a: IntArray, b: IntArray) -> FloatArray:
        """The bits of the names that pairs share."""
        return np.asarray(self.roots[a].multiply(self.roots[b]).sum(axis=1))

    def likeness(self, a: IntArray, b: IntArray) -> FloatArray:
        """How alike the names of pairs are: the bits that are shared, by the root of those of the poorer article.

        Of a long article much is not told in a short one, and by chance longer ones share more. Articles of one day
        that share a name mostly speak of one incident, those of two years of what is always in the news.
        """
        one, other = self.published[a], self.published[b]
        apart = np.where((one == UNSAID) | (other == UNSAID), NOT_DATED, np.abs(one - other))
        among = np.sqrt(np.minimum(self.bits[a], self.bits[b]) + GROUND) * (1 + np.log2(1 + apart) / FADING)
        return np.asarray(self.shared(a, b) / among)


def _likeness(a: Wording, b: Wording) -> Likeness:
    """Do the articles of both share rare names?

    Two articles on one incident name the same people, streets and schools, even where they give another day or none.
    What is compared are the marks of all names and numbers of the articles, no names; what many articles have, or one
    publisher repeats, counts for little.
    """
    if a.article == b.article:
        return Likeness(NOT_SAID, "one article")
    shared = float(Wordings.of([a, b]).shared(np.array([0]), np.array([1]))[0])
    fewer = min(sum(a.bits), sum(b.bits))
    apart = abs(a.published - b.published) if a.published and b.published else None
    published = "" if apart is None else f", published {apart} days apart"
    return Likeness(wording.graded(a, b), f"{shared:.0f} of {fewer:.0f} bits of rare names in common{published}")


def _many(keys: Iterable[Wording]) -> Grade:
    names = Wordings.of(keys)
    rank = np.array([wording.rank("no rare name"), *(wording.rank(step) for step in reversed(STEPS))], dtype=np.int8)
    steps, at_most = np.array(sorted(STEPS.values())), np.int8(wording.rank(SHORT))

    def grade(a: IntArray, b: IntArray) -> Ranks:
        ranks = rank[np.searchsorted(steps, names.likeness(a, b), side="right")]
        short = np.minimum(names.bits[a], names.bits[b]) < ENOUGH
        ranks[short] = np.where(ranks[short] == rank[0], np.int8(0), np.maximum(ranks[short], at_most))
        return np.where(names.articles[a] == names.articles[b], np.int8(0), ranks)

    return grade


wording: Comparison[Wording] = Comparison("wording", shipped_weights()["wording"], "wording", _likeness, many=_many)
