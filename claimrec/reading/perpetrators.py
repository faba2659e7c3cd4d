"""Who did it, according to a sentence, and how that is said (METHOD 14)."""

from __future__ import annotations

from collections.abc import Sequence

from claimrec.lexicon.loader import Lexicon
from claimrec.reading.contexts import CLASH
from claimrec.reading.deeds import Doing, Manner, are_joined
from claimrec.reading.doers import Doer, is_held_by
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.telling import Casualty
from claimrec.records.claim import Perpetrator, Stance

STANCES: dict[Manner, Stance] = {"accused": "accused", "claimed": "claimed", "denied": "denied"}
"""The ways to name a doer that stand for themselves, whoever tells of the deed."""
FACING = frozenset({"with", "between", "against", "and"})
"""Before those whom somebody fights."""
OPPONENT_REACH = 14
"""Tokens behind "clashes" in which both sides stand ("between fighters of the X and Y")."""
TARGET_REACH = 3
"""Tokens before an actor in which "attacked" or "at" makes it the one attacked ("hit a crowded X bus")."""
DEED_REACH = 4
"""Tokens behind an actor's name in which its deed stands ("X fighters later attacked", "X artillery shelling")."""
STANCE_REACH = 20
"""Tokens around a casualty in which "suspected" or "denied" says how its doer is named."""


def perpetrator_of(
    parsed: Parsed, sentence: Sentence, casualty: Casualty, doings: Sequence[Doing], victims: str | None
) -> Doing | None:
    """The one whom the sentence makes the doer of a casualty, and how, or None where it makes nobody.

    "By X" behind the verb goes before the subject of an active verb, and both before whoever does, is blamed for or
    claims a deed elsewhere in the sentence. The victims' own side is no doer.
    """
    trigger = casualty.trigger
    doings = [one for one in doings if _can_have_done(parsed, one.doer, casualty, victims)]
    by = [one for one in doings if one.manner == "by" and one.doer.first >= trigger.end]
    if by:
        return by[0]
    others = [m for m in _actors(parsed, sentence) if _can_have_done(parsed, m, casualty, victims)]
    known = {one.doer: one for one in doings}
    before = [m for m in others if m.end <= trigger.first] if casualty.active else []
    subjects = [m for m in before if not _is_target(parsed, m, sentence)]
    if subjects:
        subject = _first_joined(parsed, subjects) if _attacks(parsed, subjects[-1], sentence) else subjects[0]
        return known.get(subject, Doing(subject, trigger.first, "subject"))
    blamed = [one for one in doings if one.manner in ("accused", "claimed")]
    told, doings = doings, [one for one in doings if one.manner in ("by", "subject", "deed")]
    acting = blamed + [one for one in doings if not _is_target(parsed, one.doer, sentence)]
    armed = [m for m in others if _attacks(parsed, m, sentence) and not _is_target(parsed, m, sentence)]
    acting += [Doing(m, m.first, "deed") for m in armed if m not in known]
    acting += [Doing(m, m.first, "deed") for m in _opponents(parsed, sentence, others, victims) if not acting]
    acting = acting or [one for one in told if one.manner == "denied"]
    return min(acting, key=lambda one: (one.doer.actor is None, abs(one.doer.first - trigger.first)), default=None)


def _first_joined(parsed: Parsed, subjects: Sequence[Doer]) -> Doer:
    """As in "X soldiers and Y mercenaries shot": of the last subjects under one verb the one named first."""
    place = len(subjects) - 1
    while place and are_joined(parsed, subjects[place - 1], subjects[place]):
        place -= 1
    return subjects[place]


def _actors(parsed: Parsed, sentence: Sentence) -> list[Doer]:
    """The named actors of the sentence that do not merely hold what is spoken of."""
    named = parsed.actors.between(sentence.first, sentence.end)
    return [Doer(m.first, m.end, m.actor) for m in named if not is_held_by(parsed, m.first, m.end, sentence)]


def _can_have_done(parsed: Parsed, doer: Doer, casualty: Casualty, victims: str | None) -> bool:
    """Is it neither one of the people counted nor of their side?"""
    people = casualty.people
    inside = people is not None and people.first <= doer.first < people.end
    return not inside and not (doer.actor is not None and _is_side(parsed, doer.actor, victims))


def _opponents(parsed: Parsed, sentence: Sentence, others: Sequence[Doer], victims: str | None) -> list[Doer]:
    """As in "29 rebels were killed in clashes with X", "... between rebels and X": the other side of a fight."""
    if victims not in parsed.lexicon.groups.actors:
        return []
    found = []
    for event in parsed.events.between(sentence.first, sentence.end):
        if event.event == CLASH:
            behind = [doer for doer in others if event.end <= doer.first <= event.end + OPPONENT_REACH]
            found += [d for d in behind if not FACING.isdisjoint(parsed.tokens.lower[event.end : d.first])][:1]
    return found


def settled(parsed: Parsed, doer: Doer, voices: tuple[str, ...]) -> Doer:
    """The doer, who in "its militants", "our armed forces" is the side of whoever speaks."""
    before = parsed.tokens.lower[doer.first - 1] if doer.first else ""
    if parsed.grammar.is_in(before, "own") and (doer.actor is None or doer.actor == parsed.home_forces) and voices:
        return doer._replace(actor=own_side(parsed, voices, doer.first))
    return doer


def own_side(parsed: Parsed, voices: tuple[str, ...], place: int) -> str | None:
    """The organisation whose ranks a speaker calls its own: the speaker, whom it speaks for, or who was named last."""
    groups, sources = parsed.lexicon.groups, parsed.lexicon.sources
    for name in voices[-1:]:
        affiliation = sources[name].affiliation if name in sources else name
        if affiliation in groups.actors:
            return affiliation
    before = parsed.actors.last_before(place)
    return before.actor if before else None


def _is_target(parsed: Parsed, doer: Doer, sentence: Sentence) -> bool:
    """As in "tore through an army bus", "attacked a post of X": does a deed fall on the actor?"""
    before = parsed.tokens.lower[max(sentence.first, doer.first - TARGET_REACH) : doer.first]
    return parsed.grammar.any_in(before, "target")


def _is_side(parsed: Parsed, actor: str, victims: str | None) -> bool:
    """Is the actor the victims' own organisation, a part of it or its whole?"""
    groups = parsed.lexicon.groups
    return victims is not None and victims in groups.actors and groups.compatible(actor, victims)


def _attacks(parsed: Parsed, doer: Doer, sentence: Sentence) -> bool:
    """Does a deed or a weapon stand right behind the actor's name ("Israeli air strike", "X fighters attacked")?"""
    reach = range(doer.first, min(doer.end + DEED_REACH, sentence.end))
    return any(place in parsed.events for place in reach)


def stance_of(parsed: Parsed, sentence: Sentence, doing: Doing, voices: tuple[str, ...], place: int) -> Stance:
    """How the doer is named: by the publisher itself, by a cited voice, by the doer, as denied, as merely possible."""
    stances = parsed.stances.between(sentence.first, sentence.end)
    lists = {hit.meaning for hit in stances if abs(hit.first - place) <= STANCE_REACH}
    if "denied" in lists:
        return "denied"
    if doing.manner in STANCES:
        return STANCES[doing.manner]
    if "possible" in lists:
        return "possible"
    actor = doing.doer.actor
    if voices and actor is not None and (speaks_for(parsed.lexicon, voices[-1], actor) or _is_own_army(parsed, voices[-1], actor)):
        return "claimed"
    return "accused" if voices or doing.alleged else "reported"


def _is_own_army(parsed: Parsed, origin: str, actor: str) -> bool:
    """As in "the army said" of a deed by the forces of the state that the text is about."""
    return actor == parsed.home_forces and parsed.deed_words.is_in(origin.lower(), "forces")


def speaks_of_the_deed(parsed: Parsed, sentence: Sentence) -> bool:
    """As in "denied any involvement": is a deed told before denied or claimed without its name?"""
    return any(hit.meaning == "deed" for hit in parsed.stances.between(sentence.first, sentence.end))


def speaks_for(lexicon: Lexicon, origin: str, actor: str) -> bool:
    """Is the origin the actor itself, or a source affiliated with it?

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> speaks_for(load_lexicon(), "Aamaq", "Islamic State (ISIS)")
    True
    """
    source = lexicon.sources.get(origin)
    affiliation = source.affiliation if source else origin
    return affiliation is not None and lexicon.groups.compatible(affiliation, actor)


def named(doer: Doer, parsed: Parsed, stance: Stance) -> Perpetrator:
    """The perpetrator with the words as printed."""
    return Perpetrator(doer.actor, parsed.words(doer.first, doer.end), stance)
