"""Builds claims and incidents for tests from the words an editor would use.

`claim("at least 27 soldiers killed, including 4 officers; 9 people wounded", source="Agency A")` has three tolls: what
stands behind "including" is part of the toll before it, other commas make a list in one breath, semicolons begin new
sentences. Who is counted is looked up in the word lists of the test pack, unless `victims` says it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from claimrec.lexicon.entries import ActorEntry, VictimEntry
from claimrec.lexicon.loader import Lexicon, load_lexicon
from claimrec.matching.comparison import Comparison, Likeness
from claimrec.matching.incidents import Incident
from claimrec.matching.shipped import COMPARISONS
from claimrec.reconciliation import Reconciliation, reconcile
from claimrec.records.article import Quote
from claimrec.records.claim import Claim, Effect, Hedge, Level, Perpetrator, Stance, Toll, Unit, When, Where
from claimrec.values.count import Count
from claimrec.values.place import Place
from claimrec.values.window import Window

PACK = Path(__file__).parent / "packs" / "river"
"""An invented country: its actors and sources, and as many words as judging reads."""

DAY = date(2023, 5, 10)
"""The day on which what is published by default is published."""

NEW_SENTENCE = 1_000
"""Code points from one built sentence to the next: never one breath."""

HEDGES: Mapping[str, tuple[Hedge, Callable[[int], Count]]] = MappingProxyType(
    {
        "": ("exact", Count.exactly),
        "at least ": ("at_least", Count.at_least),
        "more than ": ("more_than", lambda n: Count.at_least(n + 1)),
        "fewer than ": ("fewer_than", lambda n: Count.at_most(n - 1)),
        "up to ": ("up_to", Count.at_most),
        "about ": ("about", lambda n: Count(n - -(-n // 10), n + -(-n // 10))),
        "nearly ": ("nearly", lambda n: Count(-(-8 * n // 10), n)),
        "dozens of ": ("vague", lambda _: Count.at_least(12)),
        "several ": ("vague", lambda _: Count.at_least(2)),
        "no ": ("zero", lambda _: Count.exactly(0)),
    }
)

_COUNTED = re.compile(
    rf"(?P<hedge>{'|'.join(sorted(HEDGES, reverse=True))})(?P<low>\d*)(?: to (?P<high>\d+))? ?(?P<whom>.*?) ?"
    r"(?P<effect>killed or wounded|killed|wounded|missing|captured|displaced|$)"
)


def lexicon() -> Lexicon:
    """The words of the test pack: small and settled, whatever the shipped packs hold."""
    return load_lexicon(PACK)


def claim(
    said: str = "",
    *,
    source: str = "Agency A",
    via: tuple[str, ...] = (),
    article: str | None = None,
    published: date | None = DAY,
    day: date | Window | None = None,
    day_words: str | None = None,
    relative: bool = False,
    place: Place | None = None,
    place_words: str | None = None,
    event: str | None = None,
    by: str | None = None,
    by_words: str | None = None,
    stance: Stance = "reported",
    level: Level = "incident",
    victims: str | None = None,
    unit: Unit = "person",
    name: str | None = None,
) -> Claim:
    """A claim of `source`, printed by the first of `via` where there is one, in an article of its own."""
    voices = (*via, source)
    article = article or f"{'/'.join(voices)} {published}: {said}"
    text = said or "An attack was reported."
    return Claim(
        article,
        Quote(article, 0, len(text), text),
        voices,
        published=published,
        when=When(Window.on(day) if isinstance(day, date) else day, day_words, relative=relative) if day else None,
        where=Where(place, place_words) if place else None,
        event=event,
        perpetrator=Perpetrator(by, by_words, stance) if by or by_words else None,
        level=level,
        tolls=tuple(tolls_in(said, article, victims=victims, unit=unit)),
        name=name,
    )


def tolls_in(said: str, article: str, *, victims: str | None = None, unit: Unit = "person") -> Iterator[Toll]:
    """The tolls of a text: sentences stand far apart, the figures of one sentence close together."""
    place, effect, whole = 0, "killed", 0
    for sentence_number, sentence in enumerate(filter(None, said.split(";"))):
        at = sentence_number * NEW_SENTENCE
        for piece in sentence.strip().split(","):
            words = piece.strip()
            read = _COUNTED.fullmatch(words.removeprefix("including "))
            assert read, f"the factory cannot read {words!r}"
            is_part = words.startswith("including ")
            effect = read["effect"] or effect
            whole = whole if is_part else place
            yield Toll(
                _effect(effect),
                _count(read),
                Quote(article, at, at + len(words), words),
                victims=victims or victims_named(read["whom"]),
                victims_words=read["whom"] or None,
                hedge="between" if read["high"] else HEDGES[read["hedge"]][0],
                unit=unit,
                part_of=whole if is_part else None,
            )
            at += len(words) + 1
            place += 1


def _effect(words: str) -> Effect:
    return words.replace(" ", "_")  # type: ignore[return-value]  # Claim refuses other words


def _count(read: re.Match[str]) -> Count:
    low = int(read["low"] or 0)
    return Count(low, int(read["high"])) if read["high"] else HEDGES[read["hedge"]][1](low)


def victims_named(words: str) -> str | None:
    """The entry of the word lists that has these words among its nouns or aliases."""
    return _nouns().get(words)


@cache
def _nouns() -> Mapping[str, str]:
    entries = lexicon()
    found = {noun: name for name, entry in entries.of(VictimEntry).items() for noun in (*entry.plural, *entry.singular)}
    found |= {alias: name for name, entry in entries.of(ActorEntry).items() for alias in (name, *entry.aliases)}
    return found


def incident(*claims: Claim, name: str | None = None, level: Level | None = None) -> Incident:
    """An incident of these claims, at the level of the first."""
    return Incident(name or "incident", level or claims[0].level, claims)


def unsure() -> Reconciliation:
    """A result with one pair to review: all that speaks for it is taken away by a rule of its own."""
    place = Place("Oak Town", "North", 10.0, 10.5, 2.0)
    told = [claim("3 army killed", source=source, day=DAY, place=place) for source in ("Agency A", "Agency B")]
    sure = reconcile(told, lexicon=lexicon(), comparisons=COMPARISONS).explain(*(one.id for one in told))
    doubt = Comparison("doubt", {"as ever": -sure.evidence.bits}, lambda _: True, lambda *_: Likeness("as ever", ""))
    return reconcile(told, lexicon=lexicon(), comparisons=(*COMPARISONS, doubt))
