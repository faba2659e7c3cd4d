"""Where single persons stand beside a word of harm: "X was killed", "killed X and Y", "the murder of X"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimrec.reading.brief import brief
from claimrec.reading.grammar import AUXILIARIES
from claimrec.reading.mentions import within
from claimrec.reading.noun_phrases import People
from claimrec.reading.parsed import Parsed
from claimrec.reading.person_lists import PersonLists
from claimrec.reading.persons import person_in, person_of, phrase_before
from claimrec.reading.sentences import Sentence
from claimrec.reading.triggers import TriggerGroup, is_noun
from claimrec.reading.when_and_where import victims_behind

OBJECT = 4
"""Tokens behind "kills" in which its object stands in a headline ("kills senior X commander")."""
SINGULAR, SEVERAL = frozenset({"was", "is"}), frozenset({"were", "are"})
"""Auxiliaries that tell how many their subject is; "has" and "had been" are said of both after a list."""


def with_persons(
    parsed: Parsed, sentence: Sentence, triggers: Sequence[TriggerGroup], people: Sequence[People]
) -> list[People]:
    """The people of a sentence and the single persons beside its words of harm, left to right."""
    slots = Slots(parsed, sentence, PersonLists(parsed, sentence, people))
    persons: list[People] = []
    for trigger in triggers:
        persons += slots.beside(trigger)
    for place in within(parsed.bodies, sentence.first, sentence.end):
        persons += slots.of(place + 1, harmed="befalls_things" not in parsed.lists[place])
    if triggers:
        persons += slots.included()
        persons += slots.named_behind(people)
    return _merged(people, persons, triggers) if persons else list(people)


def _merged(people: Iterable[People], persons: Iterable[People], triggers: Sequence[TriggerGroup]) -> list[People]:
    """Both lists as one; what stands inside a person's phrase ("X, father of three,") is no phrase of its own.

    Of two ends of one phrase the farther, unless an aside between the two tells of harm ("X, who was shot, is dead").
    """
    chosen: list[People] = []
    aside = 0
    for person in sorted(persons, key=lambda person: (person.first, person.end)):
        if not chosen or aside <= person.first:
            chosen.append(person)
        elif chosen[-1].first == person.first and not any(
            chosen[-1].end <= group.first < person.end for group in triggers
        ):
            chosen[-1] = person
        aside = max(aside, person.end)
    kept = [one for one in people if not any(one.first < person.end and person.first < one.end for person in chosen)]
    return sorted([*kept, *chosen], key=lambda one: one.first)


@brief
class Slots:
    """The places of one sentence in which persons can stand beside a word of harm."""

    parsed: Parsed
    sentence: Sentence
    lists: PersonLists

    def beside(self, trigger: TriggerGroup) -> Iterator[People]:
        """The persons whom the trigger can befall."""
        harmed = not self._is(trigger.first, "befalls_things")
        place = self._before_auxiliaries(trigger.first)
        auxiliaries = frozenset(self.parsed.tokens.lower[place : trigger.first])
        passive = self.parsed.grammar.any_in(auxiliaries, "be")
        if "states" in trigger.roles and self._is(trigger.first - 1, "one_person_object"):
            yield person_of(trigger.first - 1, trigger.first, None)  # "pronounced him dead"
        elif passive or "intransitive" in trigger.roles:
            yield from self._subjects(place, auxiliaries, harmed=harmed)
        elif is_noun(self.parsed, trigger, self.sentence.first):
            yield from self.of(trigger.end, harmed=harmed)
            if trigger.effect != "wounded":  # "died of his injuries"
                yield from self._owner(trigger.first, harmed=harmed)
        elif self._is(trigger.first - 1, "those_told", "article") and trigger.roles & {"passive", "states"}:
            yield from self._listed(trigger.end)
        elif "active" in trigger.roles and self._is_verb(trigger):
            quoted = self._is(trigger.first - 1, "quotation") and self._is(trigger.end, "quotation")
            persons = list(self.lists.behind(trigger.end + quoted, harmed=harmed))
            headline = self._headline(trigger) if "passive" in trigger.roles and not persons else None
            headline = headline or (self._headline_object(trigger) if not persons else None)
            yield from persons if headline is None else [headline]

    def _is_verb(self, trigger: TriggerGroup) -> bool:
        """As in "accused of shooting X", but not "after the fatal shooting Friday"."""
        return "nouns" not in trigger.roles or self._is(trigger.first - 1, "gerund_openers")

    def _listed(self, end: int) -> Iterator[People]:
        """As in "the dead were identified as Karim Testov and Anna Petrova", "those killed included Karim Testov"."""
        place = end
        while self._is(place, "lists", "be", "adverbs"):
            place += 1
        if place > end:
            yield from self.lists.behind(place, harmed=False)

    def _headline(self, trigger: TriggerGroup) -> People | None:
        """As in "Teen shot in park", "Police: boy killed": one person without an article, as headlines have it."""
        first = phrase_before(self.parsed, trigger.first, self.sentence.first)
        kind = self.parsed.victims.last_before(trigger.first)
        opens = first == self.sentence.first or self._is(first - 1, "headline_break")
        if not opens or kind is None or kind.end != trigger.first or kind.plural or kind.first < first:
            return None
        known = self.lists.known(first, trigger.first)
        return person_of(first, trigger.first, kind) if known is None else None

    def _headline_object(self, trigger: TriggerGroup) -> People | None:
        """As in "Bomb kills soldier", "Gunmen kill judge": one person without article behind a verb in the present."""
        if not self._is(trigger.end - 1, "headline_verbs") or self._is(trigger.end, "determiner"):
            return None
        kind = next(iter(self.parsed.victims.between(trigger.end, min(trigger.end + OBJECT, self.sentence.end))), None)
        if kind is None or kind.plural or self.lists.known(trigger.end, kind.end) is not None:
            return None
        inside = range(trigger.end, kind.first)
        modifiers = all(n in self.parsed.actors or n in self.parsed.places or self._modifies(n) for n in inside)
        return person_of(trigger.end, kind.end, kind) if modifiers else None

    def _modifies(self, place: int) -> bool:
        """Is it a plain word, which can be an adjective, within a noun phrase?"""
        return self.parsed.tokens[place].isalpha() and self.parsed.lists[place].isdisjoint(("phrase_end", "be", "have"))

    def of(self, place: int, *, harmed: bool) -> Iterator[People]:
        """As in "the murder of X and Y": the persons behind "of" from token `place` on."""
        behind = victims_behind(self.parsed, place, self.sentence.end)
        if behind is not None:
            yield from self.lists.behind(behind, harmed=harmed)

    def included(self) -> Iterator[People]:
        """As in "ten people were killed, including Karim Testov"."""
        for hit in self.parsed.phrases.between(self.sentence.first, self.sentence.end):
            if hit.meaning == "including" and hit.end < self.sentence.end:
                yield from self.lists.behind(hit.end, harmed=False)

    def named_behind(self, people: Iterable[People]) -> Iterator[People]:
        """As in "two reporters, Karim Testov and Anna Petrova": the names of people counted, each and all."""
        for several in people:
            if several.counted and several.count.is_exact and several.count.low > 1:
                behind = several.end + 1 if self._is(several.end, "names_open") else None
                persons = list(self.lists.behind(behind, harmed=False)) if behind is not None else []
                if len(persons) == several.count.low:
                    yield from persons

    def _is(self, place: int, *lists: str) -> bool:
        """Does the word at the token stand in one of the lists?"""
        inside = self.sentence.first <= place < self.sentence.end
        return inside and not self.parsed.lists[place].isdisjoint(lists)

    def _before_auxiliaries(self, place: int) -> int:
        while self._is(place - 1, *AUXILIARIES):
            place -= 1
        return place

    def _subjects(self, end: int, auxiliaries: frozenset[str], *, harmed: bool) -> Iterator[People]:
        """The persons before "was", or those whom "and" joins before "were"."""
        units = self.lists.before(end, harmed=harmed)
        if auxiliaries & SEVERAL and len(units) < 2:
            return
        if auxiliaries & SINGULAR:
            units = units[:1]
        yield from (unit for unit in units if not self.lists.is_known(unit))

    def _owner(self, place: int, *, harmed: bool) -> Iterator[People]:
        """As in "X's murder", "her death"."""
        if self._is(place - 1, "one_owner"):
            person = person_in(self.parsed, place - 1, place, harmed=True)
        elif self._is(place - 1, "possessive"):
            first = phrase_before(self.parsed, place - 1, self.sentence.first)
            others = self.lists.known(first, place - 1)
            first = first if others is None else min(others.end, place - 1)
            person = person_in(self.parsed, first, place - 1, harmed=harmed) if first < place - 1 else None
        else:
            return
        if person is not None and self.lists.known(person.first, person.end) is None:
            yield person
