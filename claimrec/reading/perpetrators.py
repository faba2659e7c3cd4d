"""Who did it, according to a sentence, and how that is said (METHOD 14)."""

from __future__ import annotations

from collections.abc import Sequence

from claimrec.reading.contexts import CLASH
from claimrec.reading.deeds import are_joined
from claimrec.reading.doers import Doer, is_held_by
from claimrec.reading.doers_named import STANCES
from claimrec.reading.doings import Doing, is_alleged
from claimrec.reading.earlier_clauses import CLAUSE_ENDS, behind_fronted, told_as_before
from claimrec.reading.mentions import within
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.telling import Casualty
from claimrec.reading.triggers import TriggerGroup

FIGHTERS = "fighters"
"""Victims who fight for nobody in particular."""
FACING = frozenset({"with", "between", "against", "and"})
"""Before those whom somebody fights."""
OPPONENT_REACH = 14
"""Tokens behind "clashes" in which both sides stand ("between fighters of the X and Y")."""
MEMBERS_REACH = 3
"""Tokens between the name of one side and "who" ("X militants who")."""
PAIR = 2
"""Sides of a fight."""
TARGET_REACH = 3
"""Tokens before an actor in which "attacked" or "at" makes it the one attacked ("hit a crowded X bus")."""
DEED_REACH = 4
"""Tokens behind an actor's name in which its deed stands ("X fighters later attacked", "X artillery shelling")."""
CRASH_REACH = 5
"""Tokens around an aircraft in which "crashed" says that it attacked nobody."""


def perpetrator_of(
    parsed: Parsed, sentence: Sentence, casualty: Casualty, doings: Sequence[Doing], victims: str | None
) -> Doing | None:
    """The one whom the sentence makes the doer of a casualty, and how, or None where it makes nobody.

    "By X" behind the verb goes before the subject of an active verb, and both before whoever does, is blamed for or
    claims a deed elsewhere in the sentence. The victims' own side is no doer.
    """
    trigger = casualty.trigger
    mutual = _both_sides(parsed, sentence) if not _acts(parsed, victims or "") else frozenset()
    doings = [one for one in doings if one.doer.first not in mutual]
    doings = [one for one in doings if _can_have_done(parsed, one.doer, casualty, victims)]
    since = told_as_before(parsed, sentence, trigger)
    doings = [one for one in doings if one.manner in STANCES or one.doer.first > since]
    by = [
        one
        for one in doings
        if one.manner == "by" and one.doer.first >= trigger.end and not _took(parsed, one, trigger)
    ]
    if by:
        return by[0]
    others = [m for m in _actors(parsed, sentence) if m.first not in mutual]
    others = [m for m in others if m.first > since and _can_have_done(parsed, m, casualty, victims)]
    known = {one.doer: one for one in doings}
    before = [m for m in others if m.end <= trigger.first] if casualty.active else []
    subjects = [m for m in before if not _is_target(parsed, m, sentence) and not _only_speaks(parsed, m, trigger.first)]
    oneself = _oneself(parsed, sentence, trigger.first) if casualty.active else None
    if oneself is not None and not any(_attacks(parsed, subject, sentence) for subject in subjects):
        return Doing(oneself, trigger.first, "subject")
    subjects = behind_fronted(parsed, sentence, subjects)
    if subjects:
        subject = _first_joined(parsed, subjects) if _attacks(parsed, subjects[-1], sentence) else subjects[0]
        return known.get(subject, Doing(subject, trigger.first, "subject"))
    blamed = [one for one in doings if one.manner in ("accused", "claimed")]
    told, doings = doings, [one for one in doings if one.manner in ("by", "subject", "deed")]
    acting = blamed + [one for one in doings if not _is_target(parsed, one.doer, sentence)]
    armed = [m for m in others if _attacks(parsed, m, sentence) and not _is_target(parsed, m, sentence)]
    acting += [Doing(m, m.first, "deed", is_alleged(parsed, sentence, m, m.first)) for m in armed if m not in known]
    acting += [Doing(m, m.first, "deed") for m in _opponents(parsed, sentence, others, victims) if not acting]
    acting = acting or [one for one in told if one.manner == "denied"] or _both(parsed, sentence, mutual)
    return min(acting, key=lambda one: (one.doer.actor is None, abs(one.doer.first - trigger.first)), default=None)


def _took(parsed: Parsed, doing: Doing, trigger: TriggerGroup) -> bool:
    """As in "killed in a town captured by X": does "by" tell who seized something, not who killed?"""
    other = parsed.triggers.get(doing.place)
    return other is not None and other.meaning.effect == "captured" != trigger.effect


def _only_speaks(parsed: Parsed, doer: Doer, deed: int) -> bool:
    """As in "X said gunfire killed six" or "X accused Y of killing six", but not in "X said it had killed six"?"""
    place = doer.end
    while place < deed and parsed.deed_words.is_in(parsed.tokens.lower[place], "members"):
        place += 1
    place = _behind_auxiliaries(parsed, place, deed)
    own = parsed.tokens.lower[place:deed]
    if parsed.deed_words.is_in(own[0] if own else "", "blaming"):
        return True
    return parsed.speech.is_in(own[0] if own else "", "surely_said") and not any(
        parsed.deed_words.is_in(word, "oneself") or parsed.grammar.is_in(word, "own") for word in own
    )


def _behind_auxiliaries(parsed: Parsed, place: int, end: int) -> int:
    while place < end and parsed.grammar.is_in(parsed.tokens.lower[place], "have", "adverbs"):
        place += 1
    return place


def _oneself(parsed: Parsed, sentence: Sentence, deed: int) -> Doer | None:
    """As in "said it had killed": the pronoun that is the subject of the deed."""
    place = deed - 1
    while place > sentence.first and parsed.grammar.is_in(parsed.tokens.lower[place], "have", "adverbs"):
        place -= 1
    if place == deed - 1 and parsed.tokens.lower[deed].endswith("ing"):
        return None  # "the area around it, killing two"
    own = place > sentence.first and parsed.deed_words.is_in(parsed.tokens.lower[place], "oneself")
    return Doer(place, place + 1, None) if own else None


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


def _both(parsed: Parsed, sentence: Sentence, mutual: frozenset[int]) -> list[Doing]:
    """Both sides of a fight as one doer whom no name tells: "X and Y"."""
    sides = [m for m in parsed.actors.between(sentence.first, sentence.end) if m.first in mutual]
    if len(sides) < PAIR:
        return []
    return [Doing(Doer(sides[0].first, sides[-1].end, None), sides[0].first, "deed")]


def _both_sides(parsed: Parsed, sentence: Sentence) -> frozenset[int]:
    """As in "two villagers died in clashes between X and Y": the tokens of those of whom neither is blamed."""
    found: set[int] = set()
    for event in parsed.events.between(sentence.first, sentence.end):
        if event.event == CLASH and parsed.tokens.lower[event.end : event.end + 1] in (["between"], ["among"]):
            end = min(event.end + OPPONENT_REACH, sentence.end)
            asides = within(parsed.asides, event.end, end)  # "... between X and Y, who"
            found.update(range(event.end, asides[0] - MEMBERS_REACH if asides else end))
    return frozenset(found)


def across(
    parsed: Parsed, sentence: Sentence, casualties: Sequence[Casualty], victims: Sequence[str | None], place: int
) -> Doing | None:
    """As in "ten X soldiers and three Y militants were killed in clashes": each side's losses are the other's deed.

    Fighters of nobody in particular are the other side of a state's forces.
    """
    if not any(event.event == CLASH for event in parsed.events.between(sentence.first, sentence.end)):
        return None
    own, states = victims[place], parsed.states
    for other, who in zip(casualties, victims, strict=True):
        if other.people is None or not who or not own:
            continue
        first, end = other.people.first, other.people.end
        named = parsed.actors.between(first, end)
        facing = (own == FIGHTERS and who in states) or (_acts(parsed, own) and not _is_side(parsed, who, own))
        if named and _acts(parsed, who) and facing:
            return Doing(Doer(named[0].first, named[0].end, who), casualties[place].trigger.first, "deed")
        unnamed = [hit for hit in parsed.deeds.between(first, end) if "unnamed" in hit.meaning]
        if unnamed and who == FIGHTERS and own in states:
            return Doing(Doer(unnamed[0].first, unnamed[0].end, None), casualties[place].trigger.first, "deed")
    return None


def _acts(parsed: Parsed, name: str) -> bool:
    """Is it an actor, not a kind of victims?"""
    actors = parsed.lexicon.groups.actors
    return name in actors and actors[name].kind != "victims"


def _is_target(parsed: Parsed, doer: Doer, sentence: Sentence) -> bool:
    """As in "tore through an army bus", "a post of X", "fled to X": does a deed fall on it, or a way lead there?"""
    before = parsed.tokens.lower[max(sentence.first, doer.first - 2) : doer.first]
    if before[-1:] == ["to"] and not parsed.grammar.is_in(before[0], "held"):
        return True
    for place in range(doer.first - 1, max(sentence.first, doer.first - TARGET_REACH) - 1, -1):
        if parsed.tokens.lower[place] in CLAUSE_ENDS or parsed.times.get(place) is not None:
            return False
        if "target" in parsed.lists[place]:
            return place + 1 not in parsed.times  # "said on Thursday that X"
    return False


def _is_side(parsed: Parsed, actor: str, victims: str | None) -> bool:
    """Is the actor the victims' own organisation, a part of it or its whole?"""
    groups = parsed.lexicon.groups
    return victims is not None and victims in groups.actors and groups.compatible(actor, victims)


def _attacks(parsed: Parsed, doer: Doer, sentence: Sentence) -> bool:
    """Does a deed or a weapon stand right behind the actor's name ("Israeli air strike", "X fighters attacked")?"""
    said, end = parsed.speech.word_sets["surely_said"], min(doer.end + DEED_REACH, sentence.end)
    for place, word in enumerate(parsed.tokens.lower[doer.first : end], doer.first):
        if place in parsed.events:
            near = parsed.tokens.lower[
                max(sentence.first, place - CRASH_REACH) : min(place + CRASH_REACH, sentence.end)
            ]
            return not parsed.deed_words.any_in(near, "crashes")  # "an air force plane crashed"
        if word in said:
            return False
    return False
