"""The speaker comparison: whether one origin counts the same people twice, and differently."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
import numpy as np

from claimrec.lexicon.loader import Lexicon
from claimrec.matching.columns import Column, IntArray
from claimrec.matching.comparison import Comparison, Grade, Likeness
from claimrec.matching.counts import Number, in_words, numbers_of
from claimrec.matching.evidence import NOT_SAID
from claimrec.matching.facts import Ranks
from claimrec.matching.parties import Party, victims_of
from claimrec.matching.weights import shipped_weights
from claimrec.records.claim import Claim


@attrs.frozen
class Speech:
    """Who counts whom in an article, and how many."""

    article: str
    origin: str
    numbers: tuple[Number, ...]
    victims: tuple[Party, ...]


def speech_of(claim: Claim, lexicon: Lexicon) -> Speech | None:
    """Who counts whom in a claim; None where it counts nobody."""
    numbers = numbers_of(claim)
    return None if numbers is None else Speech(claim.article, claim.origin, numbers, victims_of(claim, lexicon) or ())


def _likeness(a: Speech, b: Speech) -> Likeness:
    """Does one speaker, in one article, count the same kind of people differently?

    Speakers do not contradict themselves from sentence to sentence: eight soldiers here and eleven there are two
    incidents, or an incident and a sum.
    """
    if (a.article, a.origin) != (b.article, b.origin):
        return Likeness(NOT_SAID, "two speakers, or two articles")
    if a.victims and b.victims and all(one.relation(other) == "other" for one in a.victims for other in b.victims):
        return Likeness(NOT_SAID, "they count other people")
    pairs = [(one, other) for one in a.numbers for other in b.numbers if one.effect == other.effect]
    if any(one.count & other.count for one, other in pairs) or not pairs:
        return Likeness(NOT_SAID, "nothing that cannot both be true")
    return Likeness("another number", f"{a.origin}: {in_words(a.numbers, b.numbers)}")


def _many(speeches: Iterable[Speech]) -> Grade:
    keys = list(speeches)
    speakers = Column.of((speech.article, speech.origin) for speech in keys).codes
    rank = speaker.ranks

    def grade(a: IntArray, b: IntArray) -> Ranks:
        ranks = np.zeros(len(a), dtype=np.int8)
        for pair in np.flatnonzero(speakers[a] == speakers[b]):  # few: the pairs of one speaker in one article
            ranks[pair] = rank[_likeness(keys[a[pair]], keys[b[pair]]).level]
        return ranks

    return grade


speaker: Comparison[Speech] = Comparison("speaker", shipped_weights()["speaker"], "speaker", _likeness, many=_many)
