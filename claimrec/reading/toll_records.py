"""A casualty as the toll of a claim: its victims under their neutral name, its words as printed."""

from __future__ import annotations

from collections.abc import Sequence

from claimrec.reading.deeds import Doing
from claimrec.reading.noun_phrases import People
from claimrec.reading.parsed import Parsed
from claimrec.reading.perpetrators import perpetrator_of
from claimrec.reading.sentences import Sentence
from claimrec.reading.sides import own_side
from claimrec.reading.telling import Casualty
from claimrec.records.claim import Toll


def victims_of(parsed: Parsed, sentence: Sentence, casualty: Casualty, doings: Sequence[Doing]) -> str | None:
    """The neutral name of those counted: their organisation if they fight for one, else the kind of people.

    "Soldiers" without a name are those of the one state whose forces the article names, the doer's own left out; "men
    from X" fight for it where it is no state.
    """
    people = casualty.people
    if people is None:
        return None
    if people.actor is not None and (people.combatant or people.group in (None, "people", "members")):
        return people.actor
    if people.actor is not None and people.group == "men" and _is_fought_for(parsed, people.actor):
        return people.actor
    if people.combatant and people.group == "military personnel":
        doing = perpetrator_of(parsed, sentence, casualty, doings, None)
        states = parsed.states - {doing.doer.actor if doing else ""}
        return next(iter(states)) if len(states) == 1 else people.group
    return people.group


def _is_fought_for(parsed: Parsed, actor: str) -> bool:
    """Is it a group or a side, which nobody merely comes from?"""
    actors = parsed.lexicon.groups.actors
    return actor in actors and actors[actor].kind in ("group", "side")


def toll_of(
    parsed: Parsed, casualty: Casualty, victims: str | None, voices: tuple[str, ...], part_of: int | None
) -> Toll:
    """The casualty as a toll, part of another of its claim or of none; "its ranks" are those of the last voice."""
    people = casualty.people
    own = own_side(parsed, voices, casualty.first) if casualty.own else None
    return Toll(
        effect=casualty.effect,
        count=casualty.count,
        quote=parsed.quote(casualty.first, casualty.end),
        victims=own or victims,
        victims_words=_victims_words(parsed, people),
        hedge=casualty.hedge,
        part_of=part_of,
    )


def _victims_words(parsed: Parsed, people: People | None) -> str | None:
    """The noun phrase without its number, of somebody by name the kind of person alone; a number alone has none."""
    if people is not None and people.kind is not None:
        first, end = people.kind
        return parsed.words(first, end) if first < end else None
    if people is None or (people.headless and people.actor is None and people.end <= people.first + 1):
        return None
    first = parsed.counts[people.first].end if people.first in parsed.counts else people.first
    fillers = ("determiner", "before_group", "more") if people.headless else ("determiner", "before_group")
    while first < people.end and parsed.grammar.is_in(parsed.tokens.lower[first], *fillers):
        first += 1
    return parsed.words(first, people.end) if first < people.end else None
