"""Who did it, according to a sentence, and how that is said (METHOD 14)."""

from __future__ import annotations

from claimrec.lexicon.loader import Lexicon
from claimrec.reading.mentions import ActorMention, EventMention
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.telling import Casualty
from claimrec.records.claim import Perpetrator, Stance

BY_REACH = 6
"""Tokens from "by" to the doer's name ("by fighters of the extremist group X")."""
HELD_REACH = 4
"""Tokens before an actor in which "held by" stands ("held by the rebel group X")."""
TARGET_REACH = 3
"""Tokens before an actor in which "attacked" or "at" makes it the one attacked ("hit a crowded X bus")."""
DEED_REACH = 4
"""Tokens behind an actor's name in which its deed stands ("X fighters later attacked", "X artillery shelling")."""
STANCE_REACH = 20
"""Tokens around a casualty in which "suspected" or "denied" says how its doer is named."""


def perpetrator_of(parsed: Parsed, sentence: Sentence, casualty: Casualty, victims: str | None) -> ActorMention | None:
    """The actor that the sentence makes the doer of a casualty, or None where it names none.

    "by X" behind the verb goes before the subject of an active verb, and both before an actor that qualifies a deed
    ("X shelling"). The victims' own side is no doer.
    """
    trigger = casualty.trigger
    others = [m for m in parsed.actors.between(sentence.first, sentence.end) if not _is_side(parsed, m.actor, victims)]
    others = [m for m in others if not _inside(m, casualty) and not _is_held_by(parsed, m, sentence)]
    by = [m for m in others if m.first >= trigger.end and _follows_by(parsed, m, sentence)]
    if by:
        return by[0]
    before = [m for m in others if m.end <= trigger.first]
    subjects = [m for m in before if not _is_target(parsed, m, sentence)]
    if casualty.active and subjects:
        return subjects[-1] if _attacks(parsed, subjects[-1], sentence) else subjects[0]
    doing = [m for m in others if _attacks(parsed, m, sentence) and not _is_target(parsed, m, sentence)]
    return min(doing, key=lambda m: abs(m.first - trigger.first), default=None)


def agent_of(parsed: Parsed, sentence: Sentence, event: EventMention) -> ActorMention | None:
    """The actor that a sentence without casualties makes the doer of an event: its subject, or "by X" behind it."""
    actors = [m for m in parsed.actors.between(sentence.first, sentence.end) if not _is_held_by(parsed, m, sentence)]
    by = [m for m in actors if m.first > event.first and _follows_by(parsed, m, sentence)]
    subjects = [m for m in actors if m.first <= event.first and not _is_target(parsed, m, sentence)]
    return next(iter(by or subjects), None)


def own_side(parsed: Parsed, voices: tuple[str, ...], place: int) -> str | None:
    """The organisation whose ranks a speaker calls its own: the speaker, whom it speaks for, or who was named last."""
    groups, sources = parsed.lexicon.groups, parsed.lexicon.sources
    for name in voices[-1:]:
        affiliation = sources[name].affiliation if name in sources else name
        if affiliation in groups.actors:
            return affiliation
    before = parsed.actors.last_before(place)
    return before.actor if before else None


def _inside(mention: ActorMention, casualty: Casualty) -> bool:
    people = casualty.people
    return people is not None and people.first <= mention.first < people.end


def _is_target(parsed: Parsed, mention: ActorMention, sentence: Sentence) -> bool:
    """As in "tore through an army bus", "attacked a post of X": does a deed fall on the actor?"""
    before = parsed.tokens[max(sentence.first, mention.first - TARGET_REACH) : mention.first]
    return any(parsed.grammar.is_in(token.lower, "target") for token in before)


def _is_held_by(parsed: Parsed, mention: ActorMention, sentence: Sentence) -> bool:
    """As in "villages held by X", "X-held": does the actor only hold or back what is spoken of?"""
    grammar, tokens = parsed.grammar, parsed.tokens
    before = [tokens[n].lower for n in range(max(sentence.first, mention.first - HELD_REACH), mention.first)]
    behind = [tokens[n].lower for n in range(mention.end, min(mention.end + 2, sentence.end))]
    held = "by" in before[1:] and before[0] != "by" and grammar.is_in(before[before.index("by") - 1], "held")
    return held or (len(behind) == 2 and behind[0] in "-–" and grammar.is_in(behind[1], "held"))


def _is_side(parsed: Parsed, actor: str, victims: str | None) -> bool:
    """Is the actor the victims' own organisation, a part of it or its whole?"""
    groups = parsed.lexicon.groups
    return victims is not None and victims in groups.actors and groups.compatible(actor, victims)


def _follows_by(parsed: Parsed, mention: ActorMention, sentence: Sentence) -> bool:
    """As in "killed by X", "blaming the X group": does "by" stand before the actor, in the same phrase?"""
    for place in range(mention.first - 1, max(sentence.first, mention.first - BY_REACH) - 1, -1):
        word = parsed.tokens[place].lower
        if parsed.grammar.is_in(word, "by", "by_ends"):
            return parsed.grammar.is_in(word, "by")
    return False


def _attacks(parsed: Parsed, mention: ActorMention, sentence: Sentence) -> bool:
    """Does a deed or a weapon stand right behind the actor's name ("Israeli air strike", "X fighters attacked")?"""
    reach = range(mention.first, min(mention.end + DEED_REACH, sentence.end))
    return any(place in parsed.events for place in reach)


def stance_of(parsed: Parsed, sentence: Sentence, actor: str | None, voices: tuple[str, ...], place: int) -> Stance:
    """How the doer is named: by the publisher itself, by a cited voice, by the doer, as denied, as merely possible."""
    stances = parsed.stances.between(sentence.first, sentence.end)
    lists = {hit.meaning for hit in stances if abs(hit.first - place) <= STANCE_REACH}
    if "denied" in lists:
        return "denied"
    if "possible" in lists:
        return "possible"
    if not voices:
        return "reported"
    return "claimed" if actor is not None and speaks_for(parsed.lexicon, voices[-1], actor) else "accused"


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


def named(mention: ActorMention, parsed: Parsed, stance: Stance) -> Perpetrator:
    """The perpetrator with the words as printed."""
    return Perpetrator(mention.actor, parsed.words(mention.first, mention.end), stance)
