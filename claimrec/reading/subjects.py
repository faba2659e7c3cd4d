"""Victims before their verb: "63 rebels and 21 fighters were killed", "he died", "a third was wounded"."""

from __future__ import annotations

from claimrec.reading.grammar import AUXILIARIES
from claimrec.reading.noun_phrases import ONE, People
from claimrec.reading.parsed import Parsed
from claimrec.reading.parts import tell_among
from claimrec.reading.telling import Telling
from claimrec.reading.triggers import TriggerGroup

SUBJECT_REACH = 16
"""Tokens between a subject and its verb ("nine members of the alliance who were working in the clinic were killed")."""
COMPANY_REACH = 20
"""Tokens between a verb and those who suffered it too ("was killed on Friday near X, along with two guards")."""
OF_WHOM = 2
HOSPITAL = 2
"""Tokens of "hospital for"."""
COMPANY = 4
"""Tokens of "in addition to" and of a determiner behind it."""
BARE_REACH = 2
"""The same where neither a number nor an auxiliary ties them together ("soldiers killed")."""
VERB_REACH = 6
"""Tokens of adverbs between an auxiliary and its participle ("were reportedly also seriously wounded")."""


def tell_subjects(telling: Telling, trigger: TriggerGroup, wholes: dict[int, int]) -> None:
    """The nearest people before the trigger, and those joined to them, suffered it; else a pronoun or name did."""
    if _tell_one_more(telling, trigger):
        return
    tell_company(telling, trigger)
    if _tell_those_of_whom(telling, trigger):
        return
    subjects = [n for n in range(len(telling.people)) if n not in wholes and _can_be_subject(telling, n, trigger)]
    if not subjects:
        _tell_named(telling, trigger)
        return
    if subjects[-1] in telling.told and telling.found[telling.told[subjects[-1]]].effect == trigger.effect:
        telling.tell(subjects[-1], trigger)  # once more, perhaps less openly
        return
    listed = [subjects[-1]]
    alone = telling.people[listed[0]].count.is_exact and not telling.people[listed[0]].counted
    if alone and _is_relative(telling, telling.people[listed[0]]):
        wholes = dict.fromkeys(range(listed[0]), 0)  # "Smith and the man who died"
    while listed[0] not in telling.told and (before := _sharing_verb(telling, listed[0], wholes)) is not None:
        listed.insert(0, before)
    for place in listed:
        telling.tell(place, trigger, behind=listed[0] if place > listed[0] else None)
    tell_among(telling, listed[-1])


def _tell_those_of_whom(telling: Telling, trigger: TriggerGroup) -> bool:
    """As in "wounded 22 people, of whom nine later died": a part of those told before, with a verb of its own.

    "Six children, two of whom were killed": of the others nothing is told.
    """
    for n, person in enumerate(telling.people):
        behind = person.end + OF_WHOM
        untold = n > 0 and n - 1 not in telling.told and telling.is_share(n)
        if untold and behind <= trigger.first <= telling.auxiliaries(behind) and trigger.first > behind:
            telling.tell(n, trigger)
            return True
        opened = telling.lower(max(telling.sentence.first, person.first - OF_WHOM), person.first) == ["of", "whom"]
        if opened and person.counted and person.end <= trigger.first <= telling.auxiliaries(person.end):
            telling.tell(n, trigger)
            return True
    return False


def tell_company(telling: Telling, trigger: TriggerGroup) -> None:
    """As in "X was killed along with two guards": those behind the verb suffered it too."""
    for n, person in enumerate(telling.people):
        between = telling.lower(trigger.end, person.first) if trigger.end <= person.first else []
        if 0 < len(between) <= COMPANY_REACH and n not in telling.told and not telling.speaks(n):
            words = [word for word in between[-COMPANY:] if not telling.parsed.grammar.is_in(word, "determiner")]
            along = any(telling.parsed.grammar.is_in(" ".join(words[-n:]), "company") for n in (1, 2, 3))
            if along and not any(trigger.end <= group.first < person.end for group in telling.triggers):
                telling.tell(n, trigger)


def _can_be_subject(telling: Telling, place: int, trigger: TriggerGroup) -> bool:
    """Is the phrase near enough before the trigger, with no other trigger's victims between?"""
    person = telling.people[place]
    if not person.end <= trigger.first <= person.end + SUBJECT_REACH or not _agrees(telling, person, trigger):
        return False
    if telling.speaks(place) or telling.is_share_of_before(place):
        return False
    if telling.parsed.grammar.any_in(telling.lower(person.end, trigger.first), "headline_break"):
        return False
    said = telling.parsed.grammar.is_in(last_word_before(telling, trigger), "be", "have")
    bare = not person.counted and not said and not _shares_auxiliary(telling, person, trigger)
    before = telling.lower(max(telling.sentence.first, person.first - HOSPITAL), person.first)
    if bare and before[-1:] == ["for"] and telling.parsed.grammar.any_in(before, "hospitals"):
        return False  # "at the Hospital for Children in critical condition"
    if bare and trigger.first - person.end > BARE_REACH and "intransitive" not in trigger.roles:
        return False
    if not any(person.end <= group.first < trigger.first for group in telling.triggers):
        return True
    if _is_described(telling, person, trigger):
        return True
    joined = "and" in telling.lower(person.end, trigger.first)
    is_said = "be" in telling.parsed.lists[trigger.first - 1]
    return joined and ("states" not in trigger.roles or is_said)  # "was captured and later killed"


def _shares_auxiliary(telling: Telling, person: People, trigger: TriggerGroup) -> bool:
    """As in "the man was shot in the back and pronounced dead": does "was" stand before the word of harm before?"""
    if last_word_before(telling, trigger) != "and":
        return False
    before = next((one for one in reversed(telling.triggers) if person.end <= one.first < trigger.first), None)
    return before is not None and telling.parsed.grammar.is_in(last_word_before(telling, before), "be")


def _is_described(telling: Telling, person: People, trigger: TriggerGroup) -> bool:
    """As in "the boy who was shot has died", "a man wounded on Friday died": is the harm between an aside?"""
    grammar, between = telling.parsed.grammar, telling.lower(person.end, trigger.first)
    if grammar.any_in(between, "clause_break"):
        return False
    own = "intransitive" in trigger.roles or (
        bool(between) and grammar.is_in(last_word_before(telling, trigger), "be", "have")
    )
    return own and (_is_relative(telling, person) or any(group.first == person.end for group in telling.triggers))


def _is_relative(telling: Telling, person: People) -> bool:
    """Does "who" follow the phrase, at most a comma between?"""
    start = person.end + (telling.lower(person.end, person.end + 1) == [","])
    return telling.parsed.grammar.is_in("".join(telling.lower(start, start + 1)), "relative")


def _agrees(telling: Telling, person: People, trigger: TriggerGroup) -> bool:
    """Is it one person where the auxiliary is that of one? "A group of six was killed" is one group."""
    place = trigger.first - 1
    while place > person.end and telling.parsed.grammar.is_in(telling.parsed.tokens.lower[place], "adverbs", "been"):
        place -= 1
    one = "singular_be" in telling.parsed.lists[place]
    of = telling.lower(max(telling.sentence.first, person.first - 1), person.first) == ["of"]
    return not one or of or person.count.low <= 1


def _sharing_verb(telling: Telling, place: int, wholes: dict[int, int]) -> int | None:
    """As in "63 rebels and 21 fighters were killed": the phrase before `place`, parts left out, under the same verb."""
    one = next((one for one in range(place - 1, -1, -1) if one not in wholes), None)
    if one is None or one in telling.told:
        return None
    before = telling.people[one]
    counted = before.counted or before.count.is_exact
    return one if counted and telling.is_in_list(place - 1, place) else None


def _tell_one_more(telling: Telling, trigger: TriggerGroup) -> bool:
    """As in "and a third was wounded", "another seriously injured": one person, whoever it is."""
    place = _before_auxiliaries(telling, trigger, bare=True)
    if place is None:
        return False
    word = telling.parsed.tokens.lower[place]
    third = telling.parsed.grammar.is_in(word, "one_more") and telling.lower(place - 1, place) == ["a"]
    if not third and not telling.parsed.grammar.is_in(word, "another"):
        return False
    telling.add(place, trigger.end, trigger, ONE, "exact", None)
    return True


def _tell_named(telling: Telling, trigger: TriggerGroup) -> None:
    """A person's name before "was killed": one person; the name itself is kept nowhere but in the quote."""
    tokens = telling.parsed.tokens
    place = _before_auxiliaries(telling, trigger)
    if place is None or place - 1 < telling.sentence.first:
        return
    capitals = all(tokens[n][:1].isupper() and tokens[n][1:].islower() for n in (place - 1, place))
    if capitals and not _names_something(telling.parsed, place - 1, place + 1):
        telling.add(place - 1, trigger.end, trigger, ONE, "exact", None)


def _before_auxiliaries(telling: Telling, trigger: TriggerGroup, *, bare: bool = False) -> int | None:
    """The token before "was", "has been" and adverbs, where the auxiliary is one of a single person."""
    lists = telling.parsed.lists
    place, singular = trigger.first - 1, bare or "intransitive" in trigger.roles
    while place >= telling.sentence.first and not lists[place].isdisjoint(AUXILIARIES):
        singular = singular or "singular" in lists[place]
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
    parsed = telling.parsed
    for place in range(trigger.first - 1, max(telling.sentence.first, trigger.first - VERB_REACH) - 1, -1):
        if "adverbs" not in parsed.lists[place]:
            return parsed.tokens.lower[place]
    return ""
