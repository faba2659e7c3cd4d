"""A claim: one origin's account, in one article or table row, of one incident."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from hashlib import blake2b
from typing import Literal

import attrs

from claimrec.errors import RecordError
from claimrec.records.article import Quote
from claimrec.records.shown import Shown
from claimrec.records.sketch import Sketch
from claimrec.values.count import Count
from claimrec.values.place import Place
from claimrec.values.window import Window

Effect = Literal["killed", "wounded", "killed_or_wounded", "missing", "captured", "displaced"]
Hedge = Literal["exact", "at_least", "more_than", "about", "nearly", "up_to", "fewer_than", "between", "vague", "zero"]
"""How a count was loosened; `vague` is a plural or a word such as "dozens" that names no number."""
Unit = Literal["person", "household", "vehicle"]
Stance = Literal["reported", "accused", "claimed", "denied", "possible"]
"""How the perpetrator is named (METHOD 14)."""
Level = Literal["incident", "aggregate", "operation", "cumulative", "background"]
"""What a claim counts over (METHOD 7)."""


@attrs.frozen
class When:
    """The days that were said, and the words; `relative` words ("overnight") get a day of tolerance when compared.

    Words without a window are those of an article whose day is not known ("on Friday"). `inferred` days were not said:
    news that gives no day speaks of the last days before its publication. With neither days nor words, RecordError.

    >>> When(None, "Friday").window is None
    True
    """

    window: Window | None
    words: str | None = None
    relative: bool = False
    inferred: bool = False

    def __attrs_post_init__(self) -> None:
        if self.window is None and not self.words:
            raise RecordError("a time needs days or words")


@attrs.frozen
class Where:
    """The place that was said, and the words."""

    place: Place
    words: str | None = None


@attrs.frozen
class Perpetrator:
    """Who did it, according to the claim: `actor` only for a named organisation or side, `words` as printed.

    >>> Perpetrator(actor=None, words="unknown gunmen", stance="reported").actor is None
    True
    """

    actor: str | None
    words: str | None
    stance: Stance

    def __attrs_post_init__(self) -> None:
        if not self.actor and not self.words:
            raise RecordError("a perpetrator needs an actor or words")


@attrs.frozen
class Toll:
    """How many of whom suffered what, in the claim's own words.

    `victims` is the neutral name of an actor or of a kind of victims, `victims_words` the words as printed;
    `part_of` is the place, in the claim's list, of the toll that already counts these people (METHOD 6).

    >>> Toll("killed", Count.exactly(3), Quote("a1", 0, 14, "three soldiers"), victims="military").count.low
    3
    """

    effect: Effect
    count: Count
    quote: Quote | None
    victims: str | None = None
    victims_words: str | None = None
    hedge: Hedge = "exact"
    unit: Unit = "person"
    part_of: int | None = None


@attrs.frozen
class Row:
    """Where in a table a claim stands: the file, the line (from 1, as a spreadsheet numbers it), the columns read."""

    file: str
    line: int
    columns: tuple[str, ...] = ()


@attrs.frozen(slots=False)  # the id is computed once and kept beside the fields
class Claim(Shown):
    """One origin's account, in one article or table row, of one incident.

    `voices` is the chain from the publisher to the origin (METHOD 11); `separate_from` names claims that the article
    itself calls another incident; `name` is the id that another program gave the claim; `sketch` is that of the
    article, for matching alone. Without a quote or a row, without a voice, or with a `part_of` that names no other toll
    of the list, RecordError.

    >>> claim = Claim("a1", Quote("a1", 0, 24, "Two soldiers were killed"), voices=("Agency A",))
    >>> claim.publisher, claim.origin, claim.level
    ('Agency A', 'Agency A', 'incident')
    """

    article: str
    quote: Quote | None
    voices: tuple[str, ...]
    published: date | None = None
    when: When | None = None
    where: Where | None = None
    event: str | None = None
    perpetrator: Perpetrator | None = None
    level: Level = "incident"
    tolls: tuple[Toll, ...] = ()
    separate_from: tuple[str, ...] = ()
    row: Row | None = None
    name: str | None = None
    sketch: Sketch | None = None

    def __attrs_post_init__(self) -> None:
        if not self.voices:
            raise RecordError(f"a claim of article {self.article} needs at least one voice")
        if self.quote is None and self.row is None:
            raise RecordError(f"a claim of article {self.article} needs a quote or a row")
        for place, toll in enumerate(self.tolls):
            if toll.part_of is not None and (toll.part_of == place or not 0 <= toll.part_of < len(self.tolls)):
                raise RecordError(f"article {self.article}: toll {place} is part of toll {toll.part_of}, which is none")

    @property
    def publisher(self) -> str:
        """The first voice: who printed it."""
        return self.voices[0]

    @property
    def origin(self) -> str:
        """The last voice: who asserts it."""
        return self.voices[-1]

    @property
    def names_its_doer(self) -> bool:
        """Do its own words name the perpetrator, and not only those of another sentence of the article?

        >>> doer, quote = Perpetrator("Taliban", "Taliban", "accused"), Quote("a1", 0, 16, "A medic: 12 died")
        >>> Claim("a1", quote, voices=("Agency A", "medic"), perpetrator=doer).names_its_doer
        False
        """
        doer = self.perpetrator
        if doer is None or self.quote is None or doer.words is None or doer.actor is None:
            return doer is not None
        return doer.words in self.quote.text

    @property
    def window(self) -> Window | None:
        """The days on which it happened, None where they are not known."""
        return self.when.window if self.when else None

    @cached_property
    def id(self) -> str:
        """The name it was given, else a digest of article, quote, origin and what was said.

        How it was filed (`separate_from`, the file of a row) and the sketch are no part of the digest.
        """
        if self.name:
            return self.name
        said = (self.article, self.quote, self.voices, self.published, self.when, self.where, self.event)
        row = (self.row.line, self.row.columns) if self.row else None
        whole = repr((said, self.perpetrator, self.level, self.tolls, row))
        return blake2b(whole.encode(), digest_size=8).hexdigest()


@attrs.frozen(order=True)
class TollReference:
    """One toll: the claim's id and the place in its list, from 0."""

    claim: str
    toll: int


def tolls_of(claim: Claim) -> Iterator[tuple[TollReference, Toll]]:
    """Every toll of the claim with its reference."""
    for place, toll in enumerate(claim.tolls):
        yield TollReference(claim.id, place), toll
