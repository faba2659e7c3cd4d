"""Tolls ready to be compared: every toll of an incident as a statement about people."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import cached_property

import attrs

from claimrec.judging.origins import voice_of
from claimrec.judging.sentences import said
from claimrec.judging.victims import Group, Kinship
from claimrec.records.article import day_of
from claimrec.records.claim import Claim, Effect, Toll, TollReference
from claimrec.values.count import Count
from claimrec.values.slack import Slack

Order = tuple[str, int]
"""Where a toll stands among all: the id of its claim, and its place in the claim's list."""


@attrs.frozen(slots=False)  # its sentence is computed once and kept beside the fields
class Statement:
    """One toll in the mouth of its voice: `group` are the people it counts, `count` how many they can be.

    `place` is where it stands in the list of its claim.
    `count` is the toll's own, but for a single person whom an article mentions beside a larger toll: at least one.
    `slack` is how far it may be out, by the conventions for its hedge.
    """

    claim: Claim
    place: int
    toll: Toll
    voice: str
    group: Group
    count: Count
    slack: Slack

    @property
    def reference(self) -> TollReference:
        """Its claim and place, by which results name it."""
        return TollReference(self.claim.id, self.place)

    @property
    def order(self) -> Order:
        """Where it stands among all statements: by claim, and in the order of the claim's list."""
        return self.claim.id, self.place

    @property
    def effect(self) -> Effect:
        """What these people suffered."""
        return self.toll.effect

    @property
    def is_subset(self) -> bool:
        """Does the claim itself count these people in another toll (METHOD 6)?"""
        return self.toll.part_of is not None

    @property
    def is_a_mention(self) -> bool:
        """Is it a single person whom the article mentions beside a larger toll?"""
        return self.count != self.toll.count

    @property
    def loosened(self) -> Count:
        """The count with the slack of its hedge."""
        return self.slack.loosened(self.count)

    @property
    def figure(self) -> int | None:
        """The number that was printed, whatever hedge stands before it; None for vague words and for ranges."""
        match self.toll.hedge:
            case "exact" | "at_least":
                return self.toll.count.low
            case "more_than":
                return self.toll.count.low - 1
            case "nearly" | "up_to":
                return self.toll.count.high
            case _:
                return None

    @property
    def repeats(self) -> Hashable:
        """What is the same for every toll that repeats this one: voice, article, people, effect and count."""
        count = self.count
        return self.voice, self.claim.article, self.group, self.toll.effect, count.low, count.high, self.toll.hedge

    def is_later_than(self, other: Statement) -> bool:
        """Was its article published after the other's: on a later day, or at a later time where both give one?"""
        later, earlier = self.claim.published, other.claim.published
        if later is None or earlier is None:
            return False
        if type(later) is type(earlier):
            return later > earlier
        return day_of(later) > day_of(earlier)  # type: ignore[operator]  # neither is None

    @cached_property
    def sentence(self) -> str:
        """Who says how many, and the words."""
        return said(self.claim, self.toll)

    def __str__(self) -> str:
        return self.sentence


def statement_of(claim: Claim, place: int, kinship: Kinship) -> Statement:
    """One toll of the claim as it stands, without a look at the others."""
    toll, lexicon = claim.tolls[place], kinship.lexicon
    slack = lexicon.conventions.slack_of(toll.hedge)
    return Statement(
        claim, place, toll, voice_of(claim, lexicon), kinship.group(toll, claim), count=toll.count, slack=slack
    )


def statements_of(claims: Iterable[Claim], kinship: Kinship) -> tuple[Statement, ...]:
    """Every toll of the claims, in their order."""
    found = [statement_of(claim, place, kinship) for claim in claims for place in range(len(claim.tolls))]
    if len(found) == len({one.claim.article for one in found}):
        return tuple(found)  # no toll stands beside another
    return tuple(
        attrs.evolve(one, count=Count.at_least(1)) if _is_a_mention(one, found, kinship) else one for one in found
    )


def _is_a_mention(one: Statement, found: list[Statement], kinship: Kinship) -> bool:
    """Is it one person, told beside a toll of the same article that can be larger ("his son was among them")?"""
    return one.toll.count.high == one.toll.count.low == 1 and any(
        other.claim.article == one.claim.article
        and other.effect == one.effect
        and other.toll.count.high != 1
        and kinship.of(other.group, one.group) != "other"
        for other in found
    )
