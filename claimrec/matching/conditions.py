"""Conditions over the levels of comparisons: yes, no or unclear, combined by Kleene's logic."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from typing import Literal, NoReturn

import attrs
import numpy as np

from claimrec.errors import RuleError
from claimrec.matching.evidence import NOT_SAID, Evidence
from claimrec.matching.facts import Ranks

Answer = Literal["yes", "no", "unclear"]

# As numbers, `&` is the smaller answer, `|` the greater and `~` the opposite.
YES, UNCLEAR, NO = 1, 0, -1

_WORDS: Mapping[int, Answer] = {YES: "yes", UNCLEAR: "unclear", NO: "no"}


@attrs.frozen(eq=False)
class Levels:
    """The levels that many pairs fell into in one comparison: `names[rank - 1]`, or not said where a rank is 0."""

    names: tuple[str, ...]
    ranks: Ranks


class Condition(ABC):
    """A yes / no / unclear question about a pair of claims; `&`, `|` and `~` make conditions that keep their parts.

    `and`, `or`, `not` and `if` would need a plain yes or no: they raise TypeError.
    """

    __slots__ = ()

    @abstractmethod
    def answers(self, levels: Mapping[str, Levels]) -> Ranks:
        """YES, UNCLEAR or NO for every pair; a question about a comparison that `levels` lacks raises RuleError."""

    @abstractmethod
    def tests(self) -> Iterator[Test]:
        """The questions about single comparisons that it is made of, left to right."""

    def answer(self, evidence: Evidence) -> Answer:
        """The answer for the pair that this evidence is about."""
        levels = {
            finding.comparison: Levels((finding.level,), np.array([finding.level != NOT_SAID], dtype=np.int8))
            for finding in evidence.findings
        }
        return _WORDS[int(self.answers(levels)[0])]

    def __and__(self, other: object) -> Condition:
        return Both(self, other) if isinstance(other, Condition) else NotImplemented

    def __or__(self, other: object) -> Condition:
        return Either(self, other) if isinstance(other, Condition) else NotImplemented

    def __invert__(self) -> Condition:
        return Opposite(self)

    @property
    def surely(self) -> Condition:
        """Is it true beyond doubt? No where it is unclear."""
        return Surely(self)

    def __bool__(self) -> NoReturn:
        raise TypeError(f"{self!r} is no plain yes or no: combine conditions with &, | and ~, not and, or and not")


@attrs.frozen(repr=False)
class Test(Condition):
    """Does a pair fall into one of the `accepted` levels of a comparison? Unclear where one of the two says nothing.

    >>> Test("day", "at_least", "next day", ("same day", "next day"))
    day.at_least('next day')
    """

    __test__ = False  # pytest collects what is called Test

    comparison: str
    verb: Literal["at_least", "is_"]
    level: str
    accepted: tuple[str, ...]

    def answers(self, levels: Mapping[str, Levels]) -> Ranks:
        """YES where the level is accepted, NO where it is another, UNCLEAR where it is not said."""
        found = levels.get(self.comparison)
        if found is None:
            raise RuleError(f"{self!r} asks about a comparison that is not in use; in use: {', '.join(sorted(levels))}")
        of_rank = [UNCLEAR, *(YES if name in self.accepted else NO for name in found.names)]
        return np.array(of_rank, dtype=np.int8)[found.ranks]

    def tests(self) -> Iterator[Test]:
        """Itself."""
        yield self

    def __repr__(self) -> str:
        return f"{self.comparison}.{self.verb}({self.level!r})"


@attrs.frozen(repr=False)
class Both(Condition):
    """Are both true? No as soon as one is not."""

    left: Condition
    right: Condition

    def answers(self, levels: Mapping[str, Levels]) -> Ranks:
        """The smaller of the two answers."""
        return np.minimum(self.left.answers(levels), self.right.answers(levels))

    def tests(self) -> Iterator[Test]:
        """The questions of both."""
        yield from self.left.tests()
        yield from self.right.tests()

    def __repr__(self) -> str:
        return f"({self.left!r} & {self.right!r})"


@attrs.frozen(repr=False)
class Either(Condition):
    """Is one of them true? Yes as soon as one is."""

    left: Condition
    right: Condition

    def answers(self, levels: Mapping[str, Levels]) -> Ranks:
        """The greater of the two answers."""
        return np.maximum(self.left.answers(levels), self.right.answers(levels))

    def tests(self) -> Iterator[Test]:
        """The questions of both."""
        yield from self.left.tests()
        yield from self.right.tests()

    def __repr__(self) -> str:
        return f"({self.left!r} | {self.right!r})"


@attrs.frozen(repr=False)
class Opposite(Condition):
    """Is it not true? What is unclear stays unclear."""

    condition: Condition

    def answers(self, levels: Mapping[str, Levels]) -> Ranks:
        """The opposite answer."""
        return -self.condition.answers(levels)

    def tests(self) -> Iterator[Test]:
        """The questions of the condition."""
        yield from self.condition.tests()

    def __repr__(self) -> str:
        return f"~{self.condition!r}"


@attrs.frozen(repr=False)
class Surely(Condition):
    """Is it true beyond doubt? What is unclear is not, nor what asks about a comparison that is not in use.

    >>> from claimrec.matching.wording import wording
    >>> ~wording.at_least("some rare names").surely
    ~wording.at_least('some rare names').surely
    """

    condition: Condition

    def answers(self, levels: Mapping[str, Levels]) -> Ranks:
        """YES where the answer is yes, else NO."""
        if not {test.comparison for test in self.tests()} <= set(levels):
            return np.full(max((len(found.ranks) for found in levels.values()), default=1), NO, dtype=np.int8)
        return np.where(self.condition.answers(levels) == YES, YES, NO).astype(np.int8)

    def tests(self) -> Iterator[Test]:
        """The questions of the condition."""
        yield from self.condition.tests()

    def __repr__(self) -> str:
        asked = f"({self.condition!r})" if isinstance(self.condition, Opposite) else repr(self.condition)
        return f"{asked}.surely"
