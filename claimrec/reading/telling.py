"""The working table of one sentence: its people, its triggers, and which people have been told of already."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimrec.reading.earlier_clauses import is_fronted
from claimrec.reading.grammar import AUXILIARIES
from claimrec.reading.noun_phrases import ONE, People
from claimrec.reading.parsed import Parsed
from claimrec.reading.persons import is_age
from claimrec.reading.sentences import Sentence
from claimrec.reading.triggers import TriggerGroup
from claimrec.records.claim import Effect, Hedge
from claimrec.values.count import Count

LONGEST_QUOTE = 24
"""Tokens from people to trigger beyond which a toll quotes the people alone."""
SURVIVED = frozenset({"wounded", "captured", "missing"})
"""Effects after which somebody can still be killed: what befell people last counts."""
LIMB_REACH = 5
"""Tokens behind "shot" in which a limb says that it was not fatal ("in the left leg")."""
JOIN_REACH = 4
"""Tokens between two phrases under one verb, determiners and adverbs included ("as well as another")."""


@attrs.define(unsafe_hash=True)  # as brief; a class that is evolved says so itself
class Casualty:
    """One toll as a sentence tells it: tokens `first` to `end`, the trigger that told it, the people it befell.

    `active` tells that the victims are the object of a deed, `own` that they are of the speaker's own side; `part_of`
    is the place of the casualty in the sentence's list that already counts these people; `open` tells that the word
    ("shot") leaves it open whether they lived, `again` that "he" or "she" is somebody of whom was told before; `clause`
    is where a clause of its own begins that leaves out its verb, `sums` tells that it is the sum of those before.
    """

    first: int
    end: int
    effect: Effect
    count: Count
    hedge: Hedge
    people: People | None
    trigger: TriggerGroup
    active: bool = False
    part_of: int | None = None
    own: bool = False
    open: bool = False
    again: bool = False
    clause: int | None = None
    sums: bool = False


@attrs.define(eq=False)
class Telling:
    """One sentence while it is read; `told` maps a phrase of people to its casualty."""

    parsed: Parsed
    sentence: Sentence
    triggers: Sequence[TriggerGroup]
    people: Sequence[People]
    found: list[Casualty] = attrs.field(factory=list)
    told: dict[int, int] = attrs.field(factory=dict)

    def lower(self, first: int, end: int) -> list[str]:
        """The tokens from `first` to `end` (not included) in lower case."""
        return self.parsed.tokens.lower[first:end]

    def between(self, one: int, other: int) -> list[str]:
        """The tokens between two phrases of people."""
        return self.lower(self.people[one].end, self.people[other].first)

    def auxiliaries(self, place: int) -> int:
        """Where the auxiliaries and adverbs that stand from token `place` on end."""
        while place < self.sentence.end and not self.parsed.lists[place].isdisjoint(AUXILIARIES):
            place += 1
        return place

    def has_own_trigger(self, place: int) -> bool:
        """Is the phrase followed at once by a trigger of its own ("and 18 wounded", "10 others were injured")?"""
        end = self.people[place].end
        reach = self.auxiliaries(end)
        return any(end <= group.first <= reach for group in self.triggers)

    def joined(self, one: int, other: int) -> bool:
        """Do only "and" or a comma, behind an aside perhaps its end, stand between two neighbouring phrases?"""
        words = self.between(one, other)
        while words and self.parsed.grammar.is_in(words[0], "aside_sign"):
            words = words[1:]
        plain = [word for word in words if not self.parsed.grammar.is_in(word, "determiner", "adverbs") and word != ","]
        if not words and self.people[one].kind is not None:
            return False
        return len(words) <= JOIN_REACH and (not plain or self.parsed.grammar.is_in(" ".join(plain), "and"))

    def chained(self, one: int, other: int) -> bool:
        """Are two neighbouring phrases joined under one verb, the second having none of its own?"""
        alone = self.has_own_trigger(other) or self.is_share(other) or self.speaks(other)
        alone = alone or self.people[other].effect_inside is not None or self._is_named_aside(one, other)
        alone = alone or self._is_fronted(one, other)
        return not alone and self.joined(one, other)

    def _is_named_aside(self, one: int, other: int) -> bool:
        """As in "injuring six, Gen. Karim Testov, who leads": does a comma alone part a number from a bare name?"""
        kind = self.people[other].kind
        named = kind is not None and kind[0] == kind[1]
        return named and self.people[one].counted and self.between(one, other) == [","]

    def _is_fronted(self, one: int, other: int) -> bool:
        """As in "after the murder of Karim Testov, the 40 judges": does a comma part somebody from those who act?

        In a list "and" follows: "killed Karim Testov, five officers and two guards".
        """
        commas = (
            self.people[one].kind is not None
            and self.people[other].counted
            and is_fronted(self.parsed, self.sentence, self.people[one].first)
        )
        while commas and other < len(self.people) and self.between(one, other)[:1] == [","]:
            if "and" in self.between(one, other):
                return False
            one, other = other, other + 1
        return commas and (other == len(self.people) or "and" not in self.between(one, other)[:1])

    def chain_end(self, place: int) -> int:
        """The last of the phrases that are joined to one another from `place` on."""
        while place + 1 < len(self.people) and self.chained(place, place + 1):
            place += 1
        return place

    def speaks(self, place: int) -> bool:
        """As in "..., a security official said": is the phrase who says it, and not who suffered?"""
        end = self.auxiliaries(self.people[place].end)
        passive = end > self.people[place].end and "be" in self.parsed.lists[end - 1]
        said = end < self.sentence.end and end not in self.parsed.triggers and not passive  # "his son were found"
        return said and self.parsed.speech.is_in(self.parsed.tokens.lower[end], "verbs")

    def is_in_list(self, one: int, other: int) -> bool:
        """Does "and" or a comma alone join two neighbouring phrases, behind an aside perhaps its end?

        "A mother and her three children" are joined so too.
        """
        words = self.between(one, other)
        if len(words) > 1 and self.parsed.grammar.is_in(words[-1], "determiner"):
            words = words[:-1]
        while len(words) > 1 and self.parsed.grammar.is_in(words[0], "aside_sign"):
            words = words[1:]
        return self.parsed.grammar.is_in(" ".join(words), "and")

    def is_share_of_before(self, place: int) -> bool:
        """As in "six priests, five of them Spaniards": is the phrase, or the number before it, a share of others?"""
        if not place:
            return False
        first = self.people[place].first
        hits = (self.parsed.phrases.get(near) for near in (first - 1, first - 3))
        if any(hit is not None and hit.meaning in ("mostly", "half") and hit.end == first for hit in hits):
            return True
        share = place if self.is_share(place) else place - 1
        return (
            self.is_share(share) and share > 0 and self.between(place - 1, place)[:1] in ([","], ["of"], ["including"])
        )

    def is_share(self, place: int) -> bool:
        """As in "15 of them children": is the phrase a number of those told before?"""
        person = self.people[place]
        return person.headless and self.lower(person.end, person.end + 2) in (["of", "them"], ["of", "whom"])

    def tell(
        self, place: int, trigger: TriggerGroup, *, active: bool = False, behind: int | None = None, anew: bool = False
    ) -> None:
        """Phrase `place` suffered what the trigger says; said once, whoever says it again.

        `anew` tells that whoever was captured or missing is dead now.

        An "at least" before phrase `behind` reaches over those joined to it ("at least 63 rebels and 21 soldiers").
        """
        person = self.people[place]
        if person.headless and self._may_be_things(person, trigger):
            return
        if person.hedge == "vague" and "habitual" in self.parsed.lists[trigger.first]:
            return  # "most people die at home"
        before = self._same_person(place) if trigger.effect == "killed" else None
        if before is not None:
            self.told.setdefault(place, before)
        if place in self.told and trigger.effect == "killed":
            again = before is not None or anew or person.effect_inside is not None  # "a kidnapped man was killed"
            self._told_dead(self.told[place], trigger, SURVIVED if again else frozenset({"wounded"}))
        if place in self.told and trigger.effect == "wounded" and not self.leaves_open(trigger):
            self.found[self.told[place]] = attrs.evolve(self.found[self.told[place]], open=False)
        if place in self.told:
            return
        first, end = min(person.first, trigger.first), max(person.end, trigger.end)
        if end - first > LONGEST_QUOTE:
            first, end = person.first, person.end
        count, hedge = person.count, person.hedge
        if behind is not None and self.people[behind].hedge == "at_least" and person.counted and hedge == "exact":
            count, hedge = Count.at_least(count.low), "at_least"
        self.told[place] = len(self.found)
        self.add(first, end, trigger, count, hedge, person, active=active)

    def _same_person(self, place: int) -> int | None:
        """As in "captured a man and later killed him": the casualty that the pronoun speaks of again."""
        person = self.people[place]
        last = len(self.found) - 1
        single = last >= 0 and self.found[last].count == ONE and self.found[last].end <= person.first
        himself = "reflexive" in self.parsed.lists[person.first]  # who did it, perhaps
        return last if single and self._is_pronoun(person) and not himself else None

    def _is_pronoun(self, person: People | None) -> bool:
        """Is it "he", "her", "himself"?"""
        if person is None or person.end != person.first + 1:
            return False
        word = self.parsed.tokens.lower[person.first]
        return self.parsed.grammar.is_in(word, "one_person", "one_person_object", "one_owner")

    def _may_be_things(self, person: People, trigger: TriggerGroup) -> bool:
        """As in "150 cards were burned": a noun that no list knows, beside a harm that befalls things as well."""
        number = self.parsed.counts.get(person.first)
        unknown = number is not None and number.end < person.end and not is_age(self.parsed, number.end, person.end)
        return unknown and "befalls_goods" in self.parsed.lists[trigger.first]

    def _told_dead(self, number: int, trigger: TriggerGroup, survived: frozenset[str]) -> None:
        """As in "was shot and later died": what befell them last counts."""
        before = self.found[number]
        if before.effect in survived:
            end = max(before.end, trigger.end) if before.end <= trigger.first else before.end
            self.found[number] = attrs.evolve(before, effect="killed", end=end, open=False)

    def tell_part(self, place: int, whole: int) -> None:
        """Phrase `place` is counted in phrase `whole`, which has been told."""
        person, told = self.people[place], self.told[whole]
        self.told[place] = len(self.found)
        self.add(person.first, person.end, self.found[told].trigger, person.count, person.hedge, person, part_of=told)

    def add(
        self,
        first: int,
        end: int,
        trigger: TriggerGroup,
        count: Count,
        hedge: Hedge,
        people: People | None,
        *,
        active: bool = False,
        part_of: int | None = None,
    ) -> None:
        """One more casualty at tokens `first` to `end`."""
        again = self._is_pronoun(people)
        unsettled = (again and trigger.effect == "wounded") or self.leaves_open(trigger)
        unsettled = unsettled and not self._is_other(people) and not self._beside_the_dead(people, trigger)
        self.found.append(
            Casualty(
                first, end, trigger.effect, count, hedge, people, trigger, active, part_of, open=unsettled, again=again
            )
        )

    def _beside_the_dead(self, people: People | None, trigger: TriggerGroup) -> bool:
        """As in "nine were killed and 22 hospitalised": have others been counted as dead under a word of their own?"""
        counted = people is not None and people.counted
        return counted and any(one.effect == "killed" and one.trigger is not trigger for one in self.found)

    def _is_other(self, people: People | None) -> bool:
        """As in "five others were shot": somebody beside the dead."""
        words = self.lower(max(0, people.first - 1), people.end) if people is not None else []
        return any(self.parsed.grammar.is_in(word, "others", "one_more", "another") for word in words)

    def leaves_open(self, trigger: TriggerGroup) -> bool:
        """As in "was shot", but not "was shot in the leg": does the word not say whether they lived?"""
        grammar, words = self.parsed.grammar, " ".join(self.lower(trigger.first, trigger.end))
        if "carried" not in trigger.roles and not grammar.is_in(words, "maybe_fatal"):
            return False
        behind = self.lower(trigger.end, min(trigger.end + LIMB_REACH, self.sentence.end))
        also = "also" in self.lower(max(self.sentence.first, trigger.first - 2), trigger.first)  # beside the dead
        return not also and not grammar.any_in(behind, "limbs")
