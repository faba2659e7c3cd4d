"""Whose side a voice is on: an organisation that speaks for itself, a ministry for its state, "its forces"."""

from __future__ import annotations

from functools import lru_cache

from claimrec.lexicon.entries import ActorEntry
from claimrec.lexicon.loader import Lexicon
from claimrec.reading.doers import Doer
from claimrec.reading.name_phrases import NamePhrases
from claimrec.reading.name_words import NameWords
from claimrec.reading.parsed import Parsed
from claimrec.reading.tokens import tokenize

PARTIES = frozenset({"armed group", "government"})
"""Kinds of publishers that tell of their own deeds; state media tell of everybody's."""
OTHERS = frozenset({"its", "their"})
"""Behind a full stop these are not the speaker's own: "Its missiles killed six, the governor said"."""


def side_of(parsed: Parsed, origin: str) -> str | None:
    """The actor that a voice speaks for, or None for a third party.

    A known source has the affiliation that the lexicon gives it. Of others the name tells: an actor's own name, a body
    of a state ("Ukrainian officials", "Iraq's interior ministry"), and "the army" of the state that the text is about.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.parsed import parse
    >>> from claimrec.records.article import Article
    >>> parsed = parse(Article("a", "Shells hit Kharkiv."), load_lexicon())
    >>> side_of(parsed, "Ukrainian officials"), side_of(parsed, "residents")
    ('Ukrainian armed forces', None)
    """
    lexicon = parsed.lexicon
    source = lexicon.sources.get(origin)
    if source is not None:
        return source.affiliation
    actor = lexicon.groups.actors.get(origin)
    if actor is not None and actor.kind != "victims":
        return origin
    named = _named_side(lexicon, origin)
    if named is not None:
        return named
    if origin == parsed.article.publisher and source is None:
        return _publishers_side(parsed, origin)
    return parsed.home_forces if _is_body_at_home(parsed, origin.lower()) else None


def _is_body_at_home(parsed: Parsed, origin: str) -> bool:
    """As in "the army", "an interior ministry spokesman", but not in "the health ministry", "a rebel army official"?"""
    words, bodies = origin.split(), parsed.deed_words
    if bodies.is_in(origin, "forces"):
        return True
    return bodies.any_in(words, "home_bodies") and not bodies.any_in(words, "no_home_bodies")


def speaking(parsed: Parsed, voices: tuple[str, ...]) -> tuple[str, ...]:
    """Those who speak, or the publisher where it cites nobody and is a party: "our forces" are then that side's."""
    publisher = parsed.article.publisher
    if voices or not publisher or _publishers_side(parsed, publisher) is None:
        return voices
    return (publisher,)


def _publishers_side(parsed: Parsed, publisher: str) -> str | None:
    """As "X Defence Ministry", "Armed Forces Press Office": a publisher that is a party or speaks for one."""
    source = parsed.lexicon.sources.get(publisher)
    if source is not None:
        return source.affiliation if source.kind in PARTIES else None
    bodies = parsed.deed_words
    party = bodies.any_in(publisher.lower().split(), "parties") and bodies.any_in(publisher.lower().split(), "presses")
    return _named_side(parsed.lexicon, publisher) or (parsed.home_forces if party else None)


def speaks_for(parsed: Parsed, origin: str, actor: str) -> bool:
    """Is the voice that of the actor itself, of a part of it, or of its whole?"""
    side = side_of(parsed, origin) or origin
    return parsed.lexicon.groups.compatible(side, actor)


def own_side(parsed: Parsed, voices: tuple[str, ...], place: int) -> str | None:
    """The organisation whose ranks a speaker calls its own: the speaker, whom it speaks for, or who was named last."""
    for name in voices[-1:]:
        side = side_of(parsed, name)
        if side is not None:
            return side
    before = parsed.actors.last_before(place)
    return before.actor if before else None


def settled(parsed: Parsed, doer: Doer, voices: tuple[str, ...]) -> Doer | None:
    """The doer, who in "its militants" and "said it killed" is the side of whoever speaks.

    None where "it" is nobody's side: then it is a blast or a raid.
    """
    lower = parsed.tokens.lower
    if parsed.deed_words.is_in(lower[doer.first], "oneself"):
        side = side_of(parsed, voices[-1]) if voices else None
        return None if side is None else doer._replace(actor=side)
    before = lower[doer.first - 1] if doer.first else ""
    if before in OTHERS and parsed.tokens[doer.first - 1].istitle():
        actor = parsed.actors.last_before(doer.first)
        return doer if actor is None else doer._replace(actor=actor.actor)
    voices = speaking(parsed, voices) if before == "our" else voices
    if parsed.grammar.is_in(before, "own") and (doer.actor is None or doer.actor == parsed.home_forces) and voices:
        return doer._replace(actor=own_side(parsed, voices, doer.first))
    return doer


@lru_cache(maxsize=4096)
def _named_side(lexicon: Lexicon, origin: str) -> str | None:
    """The actor in an origin's own words, alone or beside a word for who speaks for it.

    "Israeli residents" speak for nobody, and "Israeli sources" may be anybody's; "X sources" are a group X's.
    """
    words = NameWords.of(tokenize(origin), lexicon)
    found = _sides(lexicon).found_in(words)
    if not found:
        return None
    first, end, name = found[0]
    whole = (first, end) == (0, len(words.keys))
    bodies = {*lexicon.words("deeds", "bodies")}
    if lexicon.groups.actors[name].kind == "group":
        bodies.update(lexicon.words("deeds", "group_bodies"))
    return name if whole or not bodies.isdisjoint(words.keys) else None


@lru_cache(maxsize=16)
def _sides(lexicon: Lexicon) -> NamePhrases[str]:
    """Every name of an actor, adjectives and states among them."""
    actors = lexicon.of(ActorEntry).items()
    return NamePhrases(
        (
            (word, name)
            for name, one in actors
            for word in (name, *one.aliases, *one.adjectives, *one.states)
            if word != word.lower()  # "rebels" are others in each conflict
        ),
        lexicon,
    )
