"""The working table of one sentence: its people, its triggers, and which people have been told of already."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimrec.reading.noun_phrases import People
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence
from claimrec.reading.triggers import TriggerGroup
from claimrec.records.claim import Effect, Hedge
from claimrec.values.count import Count

LONGEST_QUOTE = 24
"""Tokens from people to trigger beyond which a toll quotes the people alone."""
JOIN_REACH = 4
"""Tokens between two phrases under one verb, determiners and adverbs included ("as well as another")."""


@attrs.frozen
class Casualty:
    """One toll as a sentence tells it: tokens `first` to `end`, the trigger that told it, the people it befell.

    `active` tells that the victims are the object of a deed, `own` that they are of the speaker's own side; `part_of`
    is the place of the casualty in the sentence's list that already counts these people.
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
        return [token.lower for token in self.parsed.tokens[first:end]]

    def between(self, one: int, other: int) -> list[str]:
        """The tokens between two phrases of people."""
        return self.lower(self.people[one].end, self.people[other].first)

    def auxiliaries(self, place: int) -> int:
        """Where the auxiliaries and adverbs that stand from token `place` on end."""
        while place < self.sentence.end and self.parsed.grammar.is_in(
            self.parsed.tokens[place].lower, "be", "have", "adverbs"
        ):
            place += 1
        return place

    def has_own_trigger(self, place: int) -> bool:
        """Is the phrase followed at once by a trigger of its own ("and 18 wounded", "10 others were injured")?"""
        end = self.people[place].end
        reach = self.auxiliaries(end)
        return any(end <= group.first <= reach for group in self.triggers)

    def joined(self, one: int, other: int) -> bool:
        """Do only "and" or a comma stand between two neighbouring phrases?"""
        words = self.between(one, other)
        plain = [word for word in words if not self.parsed.grammar.is_in(word, "determiner", "adverbs") and word != ","]
        return len(words) <= JOIN_REACH and (not plain or self.parsed.grammar.is_in(" ".join(plain), "and"))

    def chained(self, one: int, other: int) -> bool:
        """Are two neighbouring phrases joined under one verb, the second having none of its own?"""
        alone = self.has_own_trigger(other) or self.is_share(other) or self.speaks(other)
        return self.joined(one, other) and not alone

    def speaks(self, place: int) -> bool:
        """As in "..., a security official said": is the phrase who says it, and not who suffered?"""
        end = self.auxiliaries(self.people[place].end)
        return end < self.sentence.end and self.parsed.speech.is_in(self.parsed.tokens[end].lower, "verbs")

    def is_share(self, place: int) -> bool:
        """As in "15 of them children": is the phrase a number of those told before?"""
        person = self.people[place]
        return person.headless and self.lower(person.end, person.end + 2) in (["of", "them"], ["of", "whom"])

    def tell(self, place: int, trigger: TriggerGroup, *, active: bool = False, behind: int | None = None) -> None:
        """Phrase `place` suffered what the trigger says; said once, whoever says it again.

        An "at least" before phrase `behind` reaches over those joined to it ("at least 63 rebels and 21 soldiers").
        """
        person = self.people[place]
        if place in self.told and trigger.effect == "killed" and self.found[self.told[place]].effect == "wounded":
            wounded = self.found[self.told[place]]  # "was shot and later died"
            self.found[self.told[place]] = attrs.evolve(wounded, effect="killed", end=max(wounded.end, trigger.end))
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
        self.found.append(Casualty(first, end, trigger.effect, count, hedge, people, trigger, active, part_of))
