"""Claims in the making, and what the rest of the article adds to them."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

import attrs

from claimrec.reading.contexts import Context
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.records.claim import Level, Perpetrator, Toll

NOBODY = (None, "people")
"""Victims who may be anybody."""


@attrs.define(eq=False)
class Draft:
    """A claim in the making: everything but what its context will add.

    `voices` are those behind the publisher; `places` maps a casualty of the sentence to its place among the tolls;
    `open` are the tolls whose words leave open whether the people lived ("was shot"); `stands`
    tells an accusation, a claim or a denial, which stands for itself; `said` is the perpetrator by its own sentence.
    """

    parsed: Parsed
    sentence: Sentence
    context: Context
    voices: tuple[str, ...]
    level: Level
    perpetrator: Perpetrator | None
    event: str | None
    stands: bool = False
    said: Perpetrator | None = attrs.field(default=attrs.Factory(attrgetter("perpetrator"), takes_self=True))
    tolls: list[Toll] = attrs.field(factory=list)
    places: dict[int, int] = attrs.field(factory=dict)
    open: set[int] = attrs.field(factory=set)

    @property
    def leaves_its_voice_open(self) -> bool:
        """Does it cite nobody, or in a headline only a kind of voice?"""
        if not self.voices:
            return True
        saying = self.parsed.speech
        return self.parsed.field == "title" and all(saying.is_in(word, "unnamed") for word in self.voices[-1].split())

    @property
    def speaks_for_itself(self) -> bool:
        """Is it a sentence of a party's own outlet that cites nobody, and no headline?"""
        source = self.parsed.lexicon.sources.get(self.parsed.article.publisher or "")
        party = not self.voices and source is not None and source.affiliation is not None
        return party and self.parsed.field == "text" and self.sentence.first > 0

    @property
    def counted(self) -> bool:
        """Has it ever had tolls?"""
        return bool(self.places)

    @property
    def is_remark(self) -> bool:
        """Does it neither count anybody nor say who did it?"""
        return self.said is None and not self.places

    def sides(self) -> list[str]:
        """The organisations whose people it counts."""
        if not self.tolls:
            return []
        actors = self.parsed.lexicon.groups.actors
        victims = [toll.victims or "" for toll in self.tolls]
        return [name for name in victims if name in actors and actors[name].kind != "victims"]

    def wholes(self) -> list[Toll]:
        """The tolls that are no part of another and have a number."""
        return [toll for toll in self.tolls if is_whole(toll)]


def is_whole(toll: Toll) -> bool:
    """Is it no part of another and has a number?"""
    return toll.part_of is None and toll.hedge not in ("vague", "zero")


def restate(drafts: Sequence[Draft]) -> None:
    """A toll in the publisher's own voice that a cited voice gives elsewhere in the article is that voice's toll.

    So is one of a headline that only says what kind of voice it is ("monitor says"). But a party's outlet speaks for
    itself where it cites nobody, unless in a headline, which rests on what follows.
    """
    cited: dict[tuple[object, ...], tuple[str, ...]] = {}
    for draft in drafts:
        for toll in draft.tolls if draft.speaks_for_itself or not draft.leaves_its_voice_open else ():
            cited.setdefault((draft.context, draft.level, toll.effect, toll.count.low), draft.voices)
    for draft in drafts:
        if draft.tolls and draft.leaves_its_voice_open and not draft.speaks_for_itself:
            own = draft.tolls[0]
            voices = cited.get((draft.context, draft.level, own.effect, own.count.low), draft.voices)
            draft.voices = voices if own.count.low > 1 else draft.voices


def name_victims(drafts: Sequence[Draft]) -> None:
    """A toll of nobody in particular ("43 dead") has the victims that the article gives the same toll elsewhere.

    A headline stays as it is.
    """
    told: dict[tuple[object, ...], str] = {}
    for draft in drafts:
        for toll in draft.wholes():
            if toll.victims not in NOBODY and toll.victims is not None:
                told.setdefault((draft.context, draft.level, toll.effect, toll.count.low), toll.victims)
    for draft in drafts:
        for place, toll in enumerate(draft.tolls if draft.parsed.field == "text" else ()):
            known = told.get((draft.context, draft.level, toll.effect, toll.count.low))
            if toll.victims in NOBODY and known is not None and is_whole(toll) and toll.count.low > 1:
                draft.tolls[place] = attrs.evolve(toll, victims=known)
