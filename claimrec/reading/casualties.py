"""Casualty phrases: which people suffered what, in one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from claimrec.reading.ellipsis import with_kinds
from claimrec.reading.gapping import tell_gapped
from claimrec.reading.labels import tell_label
from claimrec.reading.mentions import within
from claimrec.reading.nobody import tell_nobody
from claimrec.reading.noun_phrases import People
from claimrec.reading.objects import object_of, tell_another, tell_chain, tell_object, tell_them
from claimrec.reading.parsed import Parsed
from claimrec.reading.parts import tell_parts, wholes_of
from claimrec.reading.people import find_people
from claimrec.reading.person_slots import with_persons
from claimrec.reading.sentences import Sentence
from claimrec.reading.subjects import last_word_before, tell_subjects
from claimrec.reading.telling import Casualty, Telling
from claimrec.reading.those_told import tell_those_told
from claimrec.reading.together import together
from claimrec.reading.tolls import join_latest, tell_bodies, tell_captives, tell_lives, tell_tolls
from claimrec.reading.triggers import TriggerGroup, find_triggers, is_noun, is_real
from claimrec.reading.when_and_where import victims_behind

OF_REACH = 3
"""Tokens behind "the deaths" in which "of" and its victims stand ("the deaths of at least ten")."""
ACTOR_REACH = 4
"""Tokens behind "10 deaths" in which the organisation that they befell stands ("10 deaths of the X")."""

Side = Literal["left", "right", "noun", "none"]
"""Where a trigger's victims stand: before it, behind it, around it as a noun, or nowhere."""


def find_casualties(parsed: Parsed, sentence: Sentence, *, speakers: Iterable[tuple[int, int]] = ()) -> list[Casualty]:
    """The tolls of a sentence; a part never stands before its whole.

    Nobody without a number is a victim among the tokens, first and end (not included), of `speakers`, who stand behind
    what they tell ("killing nine people, police officers said").

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.parsed import parse
    >>> from claimrec.records.article import Article
    >>> parsed = parse(Article("a", "Six villagers were killed and two wounded."), load_lexicon())
    >>> [(casualty.effect, str(casualty.count)) for casualty in find_casualties(parsed, parsed.sentences[0])]
    [('killed', '6'), ('wounded', '2')]
    """
    triggers = find_triggers(parsed, sentence)
    if not triggers and not within(parsed.toll_words, sentence.first, sentence.end):
        return []
    found = with_persons(parsed, sentence, triggers, find_people(parsed, sentence))
    speaking = {place for first, end in speakers for place in range(first, end)}
    people = [person for person in found if person.counted or person.first not in speaking]
    telling = Telling(parsed, sentence, triggers, people)
    tolls = tell_tolls(telling)
    wholes = wholes_of(telling)
    for trigger in triggers:
        told = not trigger.mixed and is_real(parsed, trigger, sentence.first)
        if told and not tell_nobody(telling, trigger):
            _tell(telling, trigger, wholes)
    tell_bodies(telling)
    tell_lives(telling)
    tell_captives(telling)
    tell_gapped(telling)
    tell_parts(telling, wholes)
    join_latest(telling, tolls)
    return together(parsed, with_kinds(parsed, telling.found), sentence.first)


def _tell(telling: Telling, trigger: TriggerGroup, wholes: dict[int, int]) -> None:
    """Whom the trigger befell, wherever in the sentence they stand."""
    inside = [n for n, person in enumerate(telling.people) if _is_inside(person, trigger)]
    if inside:
        telling.tell(inside[0], trigger)
        return
    if tell_label(telling, trigger):
        return
    right = object_of(telling, trigger)
    if right is None and (tell_another(telling, trigger) or tell_them(telling, trigger)):
        return
    if tell_those_told(telling, trigger) or (right is None and _is_nominal(telling, trigger)):
        return
    side = _side_of(telling, trigger, right)
    if side == "left":
        tell_subjects(telling, trigger, wholes)
    elif side == "noun":
        _tell_noun(telling, trigger, wholes)
    elif side == "right" and right is not None:
        tell_object(telling, trigger, right, wholes)


def _is_inside(person: People, trigger: TriggerGroup) -> bool:
    """As in "140 injured people", "killed and injured people", "20 deaths": is the harm in the noun phrase itself?"""
    noun = person.counted and "nouns" in trigger.roles and person.first < trigger.first < person.end == trigger.end
    inside = person.effect_inside
    return noun or (inside is not None and trigger.first <= inside < trigger.end)


def _is_nominal(telling: Telling, trigger: TriggerGroup) -> bool:
    """As in "some of the wounded were in hospital": are these people spoken of again, and not counted?"""
    before = telling.lower(max(telling.sentence.first, trigger.first - 1), trigger.first)
    return before == ["the"] and bool(trigger.roles & {"passive", "states"})


def _side_of(telling: Telling, trigger: TriggerGroup, right: int | None) -> Side:
    """Right of an active verb, left of a passive one, around a noun; "killed" alone can be either."""
    grammar, roles = telling.parsed.grammar, trigger.roles
    last = last_word_before(telling, trigger)
    if is_noun(telling.parsed, trigger, telling.sentence.first):
        return "noun"
    if _is_aimed(telling, trigger, last):
        return "none"
    if "nouns" in roles and right is None and grammar.is_in(last, "before_noun"):
        return "noun"
    goes_on = "passive" not in roles and telling.parsed.tokens.lower[trigger.end - 1].endswith("ing")
    if ("intransitive" in roles and "active" not in roles) or (grammar.is_in(last, "be") and not goes_on):
        return "left"  # but in "men were shooting" nobody before the verb is hit
    left = _adjacent_left(telling, trigger)
    counted_left = left is not None and telling.people[left].counted
    bare: Side = "left" if counted_left or trigger.effect not in ("captured", "displaced") else "none"
    if right is None or "active" not in roles:
        return bare if roles & {"passive", "states"} else "none"
    if "passive" not in roles or grammar.is_in(last, "have") or not counted_left:
        return "right"
    single = telling.people[right].count.is_exact and not telling.people[right].counted
    if single and left is not None and not telling.people[left].headless:
        return "right"
    return "left" if not telling.people[right].counted or telling.has_own_trigger(right) else "right"


def _is_aimed(telling: Telling, trigger: TriggerGroup, last: str) -> bool:
    """As in "gunmen shot at the guards": is nobody hit yet, and who stands before it the one who shot?"""
    grammar = telling.parsed.grammar
    aimed = grammar.is_in("".join(telling.lower(trigger.end, trigger.end + 1)), "aimed")
    return aimed and "active" in trigger.roles and telling.leaves_open(trigger) and not grammar.is_in(last, "be")


def _adjacent_left(telling: Telling, trigger: TriggerGroup) -> int | None:
    """The phrase that ends right before the trigger."""
    for n, person in enumerate(telling.people):
        gap = telling.lower(person.end, trigger.first)
        if person.end <= trigger.first and all(telling.parsed.grammar.is_in(word, "adverbs") for word in gap):
            return n
    return None


def _tell_noun(telling: Telling, trigger: TriggerGroup, wholes: dict[int, int]) -> None:
    """As in "10 deaths of soldiers", "the killing of two men", "six fatalities", "her murder"."""
    left = _adjacent_left(telling, trigger)
    right, of = None, victims_behind(telling.parsed, trigger.end, telling.sentence.end)
    if of is not None:
        right = next((n for n, person in enumerate(telling.people) if of <= person.first < of + OF_REACH), None)
    if left is not None and telling.people[left].counted and not telling.leaves_open(trigger):
        number = telling.people[left]
        victims = telling.people[right] if right is not None and not telling.people[right].counted else None
        victims = victims or _actor_behind(telling, trigger) or number
        telling.told[left] = len(telling.found)
        end = max(victims.end, trigger.end)
        telling.add(number.first, end, trigger, number.count, number.hedge, victims)
    elif right is not None:
        tell_chain(telling, trigger, right, wholes)
    elif left is None:
        owner = next((n for n, person in enumerate(telling.people) if person.end == trigger.first - 1), None)
        if owner is not None and telling.people[owner].kind is not None:
            telling.tell(owner, trigger)
    elif telling.people[left].kind is not None:
        telling.tell(left, trigger)


def _actor_behind(telling: Telling, trigger: TriggerGroup) -> People | None:
    """As in "10 deaths of the Syrian government forces": an organisation in the place of a noun."""
    if not telling.parsed.grammar.any_in(telling.lower(trigger.end, trigger.end + 1), "of_victims"):
        return None
    for place in range(trigger.end + 1, min(trigger.end + ACTOR_REACH, telling.sentence.end)):
        mention = telling.parsed.actors.get(place)
        if mention is not None:
            plural = telling.parsed.lexicon.conventions.plural
            return People(place, mention.end, plural, "vague", counted=False, actor=mention.actor)
    return None
