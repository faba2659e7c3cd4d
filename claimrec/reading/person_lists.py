"""Lists of single persons before or behind a token: "X, a teacher, and his wife", "judge Y and senator Z"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from claimrec.reading.brief import brief
from claimrec.reading.noun_phrases import People
from claimrec.reading.parsed import Parsed
from claimrec.reading.persons import is_name_word, person_in, phrase_before, phrase_behind
from claimrec.reading.sentences import Sentence

ASIDE = 25
"""Tokens between the commas of an aside ("X, a leader of the party and a former judge, was killed")."""
ASIDES = 3
"""Asides behind one name ("X, 72, who was at work there, was killed" has two)."""
MOST_LISTED = 40
"""Persons of one list; a longer one is read only so far."""
PREPOSITIONAL = 3
"""Phrases behind one another that belong to one person ("the mayor of the village of X in Y")."""
LONGEST_AND = 3
"""Words that join two persons ("as well as")."""
CLOSED_BY = {",": ",", ")": "(", "]": "["}
"""Sign at the end of an aside -> the sign that opens it."""


@brief
class PersonLists:
    """The persons of one sentence in their lists; `people` are the phrases that are known there already."""

    parsed: Parsed
    sentence: Sentence
    people: Sequence[People]

    def known(self, first: int, end: int) -> People | None:
        """The first known phrase of people that shares a token with these."""
        for one in self.people:
            if one.first < end and first < one.end:
                return one
        return None

    def is_known(self, unit: People) -> bool:
        """Is it one of the known phrases, with or without an aside?"""
        return any(one.first == unit.first for one in self.people)

    def before(self, end: int, *, harmed: bool) -> list[People]:
        """The people of a list that ends before token `end`, the last first, known phrases among them."""
        units: list[People] = []
        joined = False
        while len(units) < MOST_LISTED and (unit := self._unit_before(end, harmed=harmed)) is not None:
            units.append(unit)
            end = unit.first - 1
            joined = joined or self._is(end, "and_alone")
            if not joined or not self._is(end, "and"):
                break
        return units

    def behind(self, first: int, *, harmed: bool) -> Iterator[People]:
        """The persons of a list that begins at token `first`, each with its aside."""
        for number in range(MOST_LISTED):
            first += self._is(first, "determiner") and first + 1 in self.parsed.counts  # "and her two daughters"
            end = self._phrase_behind(first)
            known = self.known(first, max(end, first + 1))
            own = harmed and (not number or self._is(first, "one_owner", "own"))  # "killed the monks, their cook"
            person = person_in(self.parsed, first, end, harmed=own) if first < end else None
            if known is not None and not (person is not None and self._goes_on(known, end)):
                person, end = None, known.end
            elif person is None:
                return
            alone = end == first + 1 and self._is(first, "one_person_object")  # "killed him in a shop"
            following = self._next_listed(end) if not alone or self._behind_and(end) is not None else None
            if person is not None:
                yield person if following is None else attrs.evolve(person, end=following[0])
            if following is None:
                return
            first = following[1]

    def _lower(self, place: int) -> str:
        return self.parsed.tokens.lower[place]

    def _is(self, place: int, *lists: str) -> bool:
        inside = self.sentence.first <= place < self.sentence.end
        return inside and not self.parsed.lists[place].isdisjoint(lists)

    def _unit_before(self, end: int, *, harmed: bool) -> People | None:
        """The person, or the known people, whose phrase ends before token `end`, asides included."""
        if self._is(end - 1, "relative"):
            place = end - 1 - (self._is(end - 2, "aside_end"))
            unit = self._alone_before(place) or self._person_before(place, harmed=harmed)
            return None if unit is None else _reaching(unit, end)
        place = end
        for _ in range(ASIDES):
            opening = self._opening(place)
            inside = None if opening is None else self._person_before(place - 1, harmed=False)
            listed = inside is not None and not inside.headless and opening is not None
            if listed and inside is not None and opening is not None and inside.first == opening + 1:
                return inside  # no aside, but one more of the list
            aside = self._is(place - 1, "aside_end")
            if aside:
                place = place - 1 if opening is None else opening
            unit = self._person_before(place, harmed=harmed)
            if unit is not None:
                return _reaching(unit, end - (end - 1 == place))
            before = self._comma_before(place) if aside else None
            if before is None:
                return None
            place = before
        return None

    def _opening(self, end: int) -> int | None:
        """Where the aside opens that closes before token `end`."""
        closing = CLOSED_BY.get(self._lower(end - 1)) if end > self.sentence.first else None
        for place in range(end - 2, max(self.sentence.first, end - ASIDE), -1) if closing else ():
            if self._lower(place) == closing:
                return place
        return None

    def _comma_before(self, end: int) -> int | None:
        commas = (n for n in range(end - 1, max(self.sentence.first, end - ASIDE), -1) if self._lower(n) == ",")
        return next(commas, None)

    def _alone_before(self, end: int) -> People | None:
        """The person whose phrase ends before token `end`, whatever "of" stands before it."""
        first = phrase_before(self.parsed, end, self.sentence.first)
        known = self.known(first, end)
        alone = first < end and (known is None or self._goes_on(known, end))
        return person_in(self.parsed, first, end, harmed=False) if alone else None

    def _person_before(self, end: int, *, harmed: bool) -> People | None:
        """The person, or the known people, whose phrase ends before token `end`: the first of those that "of" joins."""
        stop = end
        if self._is(end - 1, "one_person"):
            return person_in(self.parsed, end - 1, end, harmed=True)
        for _ in range(PREPOSITIONAL):
            known = self.known(end - 1, end)
            first = phrase_before(self.parsed, end, self.sentence.first)
            if known is not None or first == end:
                return known
            known = self.known(first, end)
            if known is not None and not self._goes_on(known, end):
                first = known.end
            if not self._is(first - 1, "noun_links"):
                person = person_in(self.parsed, first, end, harmed=harmed)
                return None if person is None else attrs.evolve(person, end=stop)
            end = first - 1
        return None

    def _phrase_behind(self, first: int) -> int:
        """Where the phrase at token `first` ends, with two offices of one person ("senator and candidate X")."""
        end = phrase_behind(self.parsed, first, self.sentence.end)
        office = self.parsed.victims.last_before(end)
        joined = self._is(end, "and_alone") and not self._is(end + 1, "determiner")
        if office is not None and office.end == end and not office.plural and joined:
            further = phrase_behind(self.parsed, end + 1, self.sentence.end)
            return further if further > end + 1 else end  # "a colonel and three guards"
        return end

    def _next_listed(self, end: int) -> tuple[int, int] | None:
        """Where the phrase before "and" or a comma ends, its aside included, and where the next of the list begins."""
        if self._behind_and(end) is None and not self._is(end, "aside", "noun_links"):
            return None
        for place in range(end, min(end + ASIDE, self.sentence.end - 1)):
            behind = self._behind_and(place)
            if behind is None and self._lower(place) == "," and self._starts_more(place + 1):
                behind = place + 1
            if behind is not None:
                return place - (place > end and self._lower(place - 1) == ","), behind
            if place in self.parsed.triggers or self._is(place, "ends_list", "be"):
                return None
        return None

    def _behind_and(self, place: int) -> int | None:
        """The token behind "and", "as well as" and the like."""
        if place >= self.sentence.end or self._lower(place) not in self.parsed.grammar.joining:
            return None
        near = self.parsed.tokens.lower[place : min(place + LONGEST_AND, self.sentence.end)]
        for length in range(len(near), 0, -1):
            words = " ".join(near[:length])
            if words != "," and words in self.parsed.grammar.word_sets["and"]:
                return min(place + length, self.sentence.end - 1)
        return None

    def _starts_more(self, first: int) -> bool:
        return self._starts_one(first) or self._starts_several(first)

    def _starts_one(self, first: int) -> bool:
        """Does another person begin here, and not what the one before is?"""
        end = phrase_behind(self.parsed, first, self.sentence.end)
        if end - first < 2 or self._is(first, "article"):
            return False
        noun = first in self.parsed.victims or self._is(first, "determiner", "titles")
        name = noun or self.parsed.tokens[first][0].isupper() or self.parsed.tokens[first][0].isdigit()
        own = self._is(first, "one_owner", "own")  # "killed the monks, their cook, and two guards"
        return name and person_in(self.parsed, first, end, harmed=own) is not None

    def _starts_several(self, first: int) -> bool:
        """As in "X, five other priests, and two women": do people with a number of their own begin here?"""
        known = self.known(first, first + 1)
        return known is not None and known.first == first and known.counted and not known.headless

    def _goes_on(self, known: People, end: int) -> bool:
        """As in "the mayor Karim Testov": is one person known whose name follows?"""
        single = known.count.is_exact and known.count.low == 1 and known.end < end
        return single and is_name_word(self.parsed, known.end)


def _reaching(unit: People, end: int) -> People:
    """The same people, whose phrase ends at token `end` or behind it."""
    return unit if unit.end >= end else attrs.evolve(unit, end=end)
