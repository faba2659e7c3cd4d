"""The people of a sentence: every phrase that names some, with a number or without."""

from __future__ import annotations

from itertools import pairwise

import attrs

from claimrec.reading.bare_people import bare_people, with_modifiers
from claimrec.reading.counted_people import counted_people, loosened_behind
from claimrec.reading.measures import OLDEST
from claimrec.reading.mentions import within
from claimrec.reading.noun_phrases import ONE, People
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence

AGES_JOINED = (",", "and", ",and", "&")
"""What stands between two ages."""


def find_people(parsed: Parsed, sentence: Sentence) -> list[People]:
    """The phrases of people in a sentence, left to right, none inside another.

    >>> from claimrec.lexicon.loader import load_lexicon
    >>> from claimrec.reading.parsed import parse
    >>> from claimrec.records.article import Article
    >>> parsed = parse(Article("a", "Two medics treated dozens of wounded farmers."), load_lexicon())
    >>> found = find_people(parsed, parsed.sentences[0])
    >>> [(parsed.words(people.first, people.end), str(people.count)) for people in found]
    [('Two medics', '2'), ('dozens of wounded farmers', 'at least 12')]
    """
    found: list[People] = []
    heads = {*within(parsed.counts.firsts, sentence.first, sentence.end)}
    heads.update(within(parsed.victims.firsts, sentence.first, sentence.end))
    past = sentence.first
    for place in sorted(heads):
        people = _people_at(parsed, place, sentence) if place >= past else None
        if people is None:
            continue
        past = people.end
        floor = found[-1].end if found else sentence.first
        whole = people if people.counted or people.first < floor else with_modifiers(parsed, people, floor)
        if whole is not None and not _is_degree(parsed, whole.first):
            found.append(whole)
    return _without_ages(parsed, found)


def _without_ages(parsed: Parsed, found: list[People]) -> list[People]:
    """The phrases without the ages of those counted: "two men, 30 and 42, were hurt"."""
    kept: list[People] = []
    past = 0
    for place, people in enumerate(found):
        if place < past:
            continue
        kept.append(people)
        number = people.count.low if people.counted and people.count.is_exact and not people.headless else 0
        ages = found[place + 1 : place + 1 + number]
        if number > 1 and len(ages) == number and _are_ages(parsed, people, ages):
            past = place + 1 + number
    return kept


def _are_ages(parsed: Parsed, people: People, ages: list[People]) -> bool:
    """Do as many plain figures stand behind a comma as people were counted, none above an age?"""
    if any(age.end != age.first + 1 or not parsed.tokens[age.first].isdecimal() for age in ages):
        return False
    gaps = ["".join(parsed.tokens.lower[one.end : other.first]) for one, other in pairwise([people, *ages])]
    listed = gaps[0] == "," and all(gap in AGES_JOINED for gap in gaps[1:])
    return listed and all(age.count.low <= OLDEST for age in ages)


def _people_at(parsed: Parsed, place: int, sentence: Sentence) -> People | None:
    """The phrase whose number or noun stands at token `place`."""
    if place in parsed.counts:
        if _is_age_of_one(parsed, place):
            return None
        counted = counted_people(parsed, parsed.counts[place], sentence)
        return None if counted is None else loosened_behind(parsed, counted)
    person = bare_people(parsed, parsed.victims[place], sentence)
    aged = person.end + 1
    if person.count == ONE and aged in parsed.counts and aged < sentence.end and _is_age_of_one(parsed, aged):
        return attrs.evolve(person, end=parsed.counts[aged].end)
    return person


def _is_age_of_one(parsed: Parsed, place: int) -> bool:
    """As in "a woman of 34", "a boy of twelve": is the number the age of the one person before it?"""
    if not place or parsed.tokens.lower[place - 1] != "of":
        return False
    person, number = parsed.victims.last_before(place), parsed.counts[place]
    one = person is not None and person.end == place - 1 and not person.plural
    return one and number.count.is_exact and number.count.low <= OLDEST and place + 1 == number.end


def _is_degree(parsed: Parsed, first: int) -> bool:
    """As in "so many people", "how many dead", which count nobody."""
    return parsed.grammar.any_in(parsed.tokens.lower[max(0, first - 1) : first + 1], "degree")
