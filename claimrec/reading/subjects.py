"""Victims before their verb: "63 rebels and 21 fighters were killed", "he died", "a third was wounded"."""

from __future__ import annotations

from claimrec.reading.parsed import Parsed
from claimrec.reading.parts import tell_among
from claimrec.reading.telling import Telling
from claimrec.reading.triggers import TriggerGroup
from claimrec.values.count import Count

SUBJECT_REACH = 16
"""Tokens between a subject and its verb ("nine members of the alliance who were working in the clinic were killed")."""
BARE_REACH = 2
"""The same where neither a number nor an auxiliary ties them together ("soldiers killed")."""
VERB_REACH = 6
"""Tokens of adverbs between an auxiliary and its participle ("were reportedly also seriously wounded")."""


def tell_subjects(telling: Telling, trigger: TriggerGroup, wholes: dict[int, int]) -> None:
    """The nearest people before the trigger, and those joined to them, suffered it; else a pronoun or name did."""
    if _tell_pronoun(telling, trigger):
        return
    subjects = [n for n in range(len(telling.people)) if n not in wholes and _can_be_subject(telling, n, trigger)]
    if not subjects:
        _tell_named(telling, trigger)
        return
    if subjects[-1] in telling.told and telling.found[telling.told[subjects[-1]]].effect == trigger.effect:
        return
    first = last = subjects[-1]
    while last not in telling.told and _shares_verb(telling, first, wholes):
        first -= 1
    for place in range(first, last + 1):
        telling.tell(place, trigger, behind=first if place > first else None)
    tell_among(telling, last)


def _can_be_subject(telling: Telling, place: int, trigger: TriggerGroup) -> bool:
    """Is the phrase near enough before the trigger, with no other trigger's victims between?"""
    person = telling.people[place]
    if not person.end <= trigger.first <= person.end + SUBJECT_REACH:
        return False
    bare = not person.counted and not telling.parsed.grammar.is_in(last_word_before(telling, trigger), "be", "have")
    if bare and trigger.first - person.end > BARE_REACH and "intransitive" not in trigger.roles:
        return False
    if not any(person.end <= group.first < trigger.first for group in telling.triggers):
        return True
    joined = "and" in telling.lower(person.end, trigger.first)
    return joined and "states" not in trigger.roles  # "was captured and later killed"


def _shares_verb(telling: Telling, place: int, wholes: dict[int, int]) -> bool:
    """As in "63 rebels and 21 fighters were killed": does the phrase before `place` stand under the same verb?"""
    if not place or place - 1 in telling.told:
        return False
    before = telling.people[place - 1]
    if place - 1 in wholes or not (before.counted or before.count.is_exact):
        return False
    return telling.parsed.grammar.is_in(" ".join(telling.between(place - 1, place)), "and")


def _tell_pronoun(telling: Telling, trigger: TriggerGroup) -> bool:
    """As in "he was killed", "and a third was wounded": one person, whoever it is."""
    place = _before_auxiliaries(telling, trigger)
    if place is None:
        return False
    word = telling.parsed.tokens[place].lower
    further = telling.parsed.grammar.is_in(word, "one_more") and telling.lower(place - 1, place) == ["a"]
    if not further and not telling.parsed.grammar.is_in(word, "one_person"):
        return False
    telling.add(place, trigger.end, trigger, Count.exactly(1), "exact", None)
    return True


def _tell_named(telling: Telling, trigger: TriggerGroup) -> None:
    """A person's name before "was killed": one person; the name itself is kept nowhere but in the quote."""
    tokens = telling.parsed.tokens
    place = _before_auxiliaries(telling, trigger)
    if place is None or place - 1 < telling.sentence.first:
        return
    capitals = all(tokens[n].text[:1].isupper() and tokens[n].text[1:].islower() for n in (place - 1, place))
    if capitals and not _names_something(telling.parsed, place - 1, place + 1):
        telling.add(place - 1, trigger.end, trigger, Count.exactly(1), "exact", None)


def _before_auxiliaries(telling: Telling, trigger: TriggerGroup) -> int | None:
    """The token before "was", "has been" and adverbs, where the auxiliary is one of a single person."""
    grammar, tokens = telling.parsed.grammar, telling.parsed.tokens
    place, singular = trigger.first - 1, "intransitive" in trigger.roles
    while place >= telling.sentence.first and grammar.is_in(tokens[place].lower, "be", "have", "adverbs"):
        singular = singular or grammar.is_in(tokens[place].lower, "singular")
        place -= 1
    return place if singular and place >= telling.sentence.first else None


def _names_something(parsed: Parsed, first: int, end: int) -> bool:
    """Does an actor, a place or a source stand in these tokens?"""
    for mentions in (parsed.actors, parsed.places, parsed.sources):
        mention = mentions.last_before(end)
        if mention is not None and first < mention.end:
            return True
    return False


def last_word_before(telling: Telling, trigger: TriggerGroup) -> str:
    """The word before the trigger, adverbs left out."""
    words = telling.lower(max(telling.sentence.first, trigger.first - VERB_REACH), trigger.first)
    return next((word for word in reversed(words) if not telling.parsed.grammar.is_in(word, "adverbs")), "")
