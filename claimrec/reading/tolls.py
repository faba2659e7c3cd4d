"""Counts that no verb of dying tells: "the death toll reached 51", "the bodies of six men", "claimed 12 lives"."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimrec.reading.mentions import within
from claimrec.reading.noun_phrases import People
from claimrec.reading.telling import Casualty, Telling
from claimrec.reading.triggers import TriggerGroup, is_told_as_fact
from claimrec.records.claim import Effect

NAMED_REACH = 5
"""Tokens behind "the number of" in which the people begin."""
TOLL_REACH = 28
"""Tokens between "death toll" and its number ("the toll from air strikes on a market the previous day to 61")."""
SUFFERED = frozenset({"passive", "intransitive"})
"""Parts of a word of harm behind "the people who"."""
VERB_REACH = 3
"""Tokens before a toll or before "lives" in which its verb stands ("rose to at least 51", "claimed more than 12")."""
BODIES_REACH = 3
"""Tokens from "bodies" to the people they were ("the bodies of at least six men")."""


def tell_tolls(telling: Telling) -> list[Casualty]:
    """As in "the death toll ... reached 51 people": the first number behind a word of reaching."""
    past = telling.sentence.first
    for hit in telling.parsed.phrases.between(telling.sentence.first, telling.sentence.end):
        if hit.meaning in ("toll", "number_of") and hit.first >= past:
            past = hit.end
            named = _number_of_those(telling, hit.end) if hit.meaning == "number_of" else None
            if named is not None:
                _tell_toll(telling, hit.first, named.end, named.effect)
            elif hit.meaning == "toll":
                wounded = telling.parsed.grammar.any_in(telling.lower(hit.first, hit.end), "toll_of_wounded")
                _tell_toll(telling, hit.first, hit.end, "wounded" if wounded else "killed")
    return telling.found.copy()


def _number_of_those(telling: Telling, place: int) -> TriggerGroup | None:
    """As in "the number of Palestinians killed": the harm of the people who are named from token `place` on."""
    near = (one for one in telling.people if place <= one.first <= place + NAMED_REACH and not one.counted)
    people = next(near, None)  # "the number of Testabad Front and rebel fighters killed"
    end = place if people is None else people.end
    if people is None and telling.parsed.grammar.any_in(telling.lower(end, end + 1), "those_told"):
        end += 1
    who = telling.lower(end, end + 1) == ["who"]
    reach, needed = (telling.auxiliaries(end + 1), SUFFERED) if who else (end, {"passive"})
    return next((one for one in telling.triggers if end <= one.first <= reach and one.roles & needed), None)


def _tell_toll(telling: Telling, first: int, end: int, effect: Effect) -> None:
    number = _toll_number(telling, first, end)
    if number is None or number in telling.told or telling.has_own_trigger(number):
        return
    if is_told_as_fact(telling.parsed, telling.people[number].first, first):
        telling.tell(number, TriggerGroup(first, end, effect))
        _name_those_told(telling, number, first, end)
        for n, person in enumerate(telling.people):
            if first <= person.first and person.end <= end:
                telling.told.setdefault(n, telling.told[number])  # the "people killed" of "the number of people killed"


def _name_those_told(telling: Telling, number: int, first: int, end: int) -> None:
    """As in "the number of soldiers killed has risen to 112": the number counts the people named before."""
    whom = next((p for p in telling.people if first <= p.first and p.end <= end and not p.counted), None)
    if whom is not None and telling.people[number].headless and number in telling.told:
        told = telling.told[number]
        telling.found[told] = attrs.evolve(telling.found[told], people=whom)


def _toll_number(telling: Telling, first: int, place: int) -> int | None:
    for n, person in enumerate(telling.people):
        before = telling.lower(person.first - 1, person.first) if person.first else []
        at = person.counted and first - 1 <= person.end <= first
        if at and telling.parsed.grammar.any_in(before, "toll_before"):
            return n  # "brings to 32 the number of dead"
        if person.counted and place <= person.first <= place + TOLL_REACH:
            words = telling.lower(max(place, person.first - VERB_REACH), person.first)
            if not words or telling.parsed.grammar.any_in(
                [*words, telling.parsed.tokens.lower[person.first]], "toll_verb"
            ):
                return n
    return None


def join_latest(telling: Telling, tolls: Sequence[Casualty]) -> None:
    """As in "the toll rose to four after a man died of his wounds": the latest dead are among those of the toll."""
    for place, casualty in enumerate(telling.found[len(tolls) :], len(tolls)):
        for whole, toll in enumerate(tolls):
            between = telling.lower(toll.end, casualty.first)
            grew = telling.parsed.grammar.any_in(between, "toll_grew")
            smaller = casualty.count.is_exact and casualty.count.low < toll.count.low
            if grew and smaller and casualty.effect == toll.effect and casualty.part_of is None:
                telling.found[place] = attrs.evolve(casualty, part_of=whole)


def tell_bodies(telling: Telling) -> None:
    """As in "the bodies of 44 victims", "230 corpses": those who are dead."""
    for place in within(telling.parsed.bodies, telling.sentence.first, telling.sentence.end):
        if _is_verb(telling, place):
            continue
        trigger = TriggerGroup(place, place + 1, "killed")
        for n, person in enumerate(telling.people):
            belongs = place < person.first <= place + BODIES_REACH and telling.lower(place + 1, place + 2) == ["of"]
            counted = person.counted and person.headless and person.first < place <= person.end
            if belongs or counted:
                last = telling.chain_end(n) if belongs else n
                for one in range(n, last + 1):
                    telling.tell(one, trigger, anew=True)
                break


def _is_verb(telling: Telling, place: int) -> bool:
    """As in "what remains of the town", "one remains in hospital"; the noun stands behind "the", "human", "his"."""
    grammar, before = telling.parsed.grammar, telling.lower(place - 1, place)
    return "body_or_verb" in telling.parsed.lists[place] and not grammar.any_in(before, "before_body")


def tell_lives(telling: Telling) -> None:
    """As in "claimed 12 lives": people by their lives, behind a verb of taking."""
    for n, person in enumerate(telling.people):
        if person.counted and n not in telling.told and _by_their_lives(telling, person):
            verbs = [
                place
                for place in range(max(telling.sentence.first, person.first - VERB_REACH), person.first)
                if "takes_lives" in telling.parsed.lists[place]
            ]
            if verbs:
                telling.tell(n, TriggerGroup(verbs[0], person.end, "killed"), active=True)


def _by_their_lives(telling: Telling, person: People) -> bool:
    """As in "12 lives", "nine soldiers their lives"."""
    if "lives" in telling.parsed.lists[person.end - 1]:
        return True
    behind = telling.lower(person.end, person.end + 2)
    return len(behind) == 2 and behind[0] == "their" and "lives" in telling.parsed.lists[person.end + 1]


def tell_captives(telling: Telling) -> None:
    """As in "took 251 hostages": people by what they became, behind a verb of taking."""
    for n, person in enumerate(telling.people):
        if person.counted and n not in telling.told and "taken_people" in telling.parsed.lists[person.end - 1]:
            before = telling.lower(max(telling.sentence.first, person.first - VERB_REACH), person.first)
            if telling.parsed.grammar.any_in(before[-1:], "takes_people"):
                telling.tell(n, TriggerGroup(person.first - 1, person.end, "captured"), active=True)
