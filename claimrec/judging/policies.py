"""One figure for an incident, by the published policies of the field (METHOD 9): the user names one, none is silent.

The projects code the numbers that sources print: 20 of "about 20", 50 of "nearly 50", the unit of "dozens". "Up to 40"
prints no number of its own, only what it cannot exceed. Each independent voice counts once (METHOD 11).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

import attrs

from claimrec.errors import RuleError
from claimrec.judging.judgement import Judgement
from claimrec.judging.statements import Statement
from claimrec.judging.victims import EVERYBODY
from claimrec.records.article import day_of
from claimrec.records.claim import Effect, Hedge, TollReference
from claimrec.values.count import UNKNOWN, Count


@attrs.frozen
class Figure:
    """What one voice says: the `count` that it allows, and the `numbers` that it prints.

    These are two for a range, and none where it says only what cannot be exceeded.
    """

    voice: str
    toll: TollReference
    count: Count
    numbers: tuple[int, ...]
    published: date | None

    @property
    def highest(self) -> int:
        """The highest number that it prints, or does not exceed."""
        return max(self.numbers, default=self.count.high or 0)

    def __str__(self) -> str:
        if not self.numbers:
            return f"{self.voice} at most {self.highest}"
        return f"{self.voice} {' to '.join(map(str, sorted(set(self.numbers))))}"


@attrs.frozen
class Choice:
    """The number that a policy takes, None where it takes none, and why."""

    best: int | None
    because: str


@attrs.frozen
class Estimate:
    """How many, by a policy: `best` is its figure, and `because` says what it chose from.

    `low` and `high` are the lowest and the highest number that any voice puts forward, whatever the policy; where
    nobody prints a number ("up to 40"), `low` is 0. `best` is None there, and where the policy names no single figure.
    `tolls` are those that were used.
    """

    effect: Effect
    victims: str | None
    low: int
    best: int | None
    high: int
    policy: str
    tolls: tuple[TollReference, ...]
    because: str


Policy = Callable[[Sequence[Figure]], Choice]
"""Figures of independent voices in, at least one of which prints a number; the chosen one out."""


def acled_conservative(figures: Sequence[Figure]) -> Choice:
    """The lowest number that any voice puts forward.

    ACLED, "FAQs: ACLED fatality methodology" (2023): where reports differ or are vague, the most conservative estimate.
    """
    return Choice(min(_put_forward(figures)), "the lowest number put forward")


def ged(figures: Sequence[Figure]) -> Choice:
    """The number that the most voices allow; of several, the lowest.

    UCDP GED codebook (version 24.1, 2024; Sundberg and Melander 2013): `best` is the most likely estimate, `low` and
    `high` the lowest and highest reliable ones. What is likely is judged by a person there; here it is the number that
    is best supported, so that "at least 12" supports 14 as well.
    """
    support = {number: sum(figure.count.allows(number) for figure in figures) for number in _put_forward(figures)}
    best = min(support, key=lambda number: (-support[number], number))
    return Choice(best, f"the number that the most voices allow ({support[best]} of {len(figures)}), then the lowest")


def gtd(figures: Sequence[Figure]) -> Choice:
    """The number of the latest source; of several, that of more than half of them, else the lowest.

    GTD codebook (June 2017), variable `nkill`. The latest are those of the last day of publication; voices without a
    date count only where none has one.
    """
    printed = [figure for figure in figures if figure.numbers]
    last = max((day for figure in printed if (day := day_of(figure.published))), default=None)
    numbers = _put_forward([figure for figure in printed if day_of(figure.published) == last])
    commonest, times = Counter(numbers).most_common(1)[0]
    if len(numbers) == 1:
        return Choice(commonest, "the number of the latest source")
    if 2 * times > len(numbers):
        return Choice(commonest, f"the number of most of the latest sources ({times} of {len(numbers)})")
    return Choice(min(numbers), "the lowest number of the latest sources, which have no majority")


def ibc(_: Sequence[Figure]) -> Choice:
    """No single number: the minimum and the maximum stand.

    Iraq Body Count, "Methods", section 3 (iraqbodycount.org/about/methods/3): minimum and maximum deaths over reliable
    independent reports. Whom to call reliable is left to the user, who leaves the others out.
    """
    return Choice(None, "the minimum and the maximum, no single number")


def majority(figures: Sequence[Figure]) -> Choice:
    """The number that the most voices put forward; of several, the lowest.

    The mode over reports of the R package eventreport (van Baalen and Höglund 2026, "Trials and Triangulations"),
    `calc_mode_numeric`; here over independent voices, so that what is repeated counts once.
    """
    times = Counter(_put_forward(figures))
    best = min(times, key=lambda number: (-times[number], number))
    return Choice(best, f"the commonest number ({times[best]} of {times.total()}), then the lowest")


POLICIES: Mapping[str, Policy] = MappingProxyType(
    {policy.__name__: policy for policy in (acled_conservative, ged, gtd, ibc, majority)}
)
"""By the name that `best_estimate` takes."""


def best_estimate(
    judgement: Judgement, policy: str, *, effect: Effect = "killed", victims: str | None = None
) -> Estimate | None:
    """How many of these victims suffered this effect in the incident, by a named policy; None where nobody counts them.

    `victims` are a group as the ranges of the judgement name it, None for everybody. Only tolls of this very group,
    effect and level are used: none of a part or a whole, none that its origin replaced, and no combined figure ("18
    dead or wounded" is no number of dead). Another name of a policy raises RuleError.

    >>> from claimrec import Article, Incident, load_lexicon, read_claims
    >>> from claimrec.judging.judge import judge
    >>> texts = {"Agency A": "At least 12 people were killed.", "Agency B": "14 people were killed."}
    >>> articles = [Article(name, text, publisher=name) for name, text in texts.items()]
    >>> claims = tuple(claim for article in articles for claim in read_claims(article))
    >>> (judgement,) = judge([Incident("i", "incident", claims)], lexicon=load_lexicon())
    >>> best_estimate(judgement, "acled_conservative").because
    'the lowest number put forward: Agency A 12; Agency B 14'
    >>> best_estimate(judgement, "ged").best
    14
    """
    if policy not in POLICIES:
        raise RuleError(f"expected one of the policies {', '.join(POLICIES)}, not {policy!r}")
    figures = _figures(judgement, effect, victims or EVERYBODY)
    if not figures:
        return None
    numbers = _put_forward(figures)
    choice = POLICIES[policy](figures) if numbers else Choice(None, "nobody prints a number of victims")
    return Estimate(
        effect,
        victims,
        min(numbers, default=0),
        choice.best,
        max(figure.highest for figure in figures),
        policy,
        tuple(sorted(figure.toll for figure in figures)),
        f"{choice.because}: {'; '.join(map(str, figures))}",
    )


def _figures(judgement: Judgement, effect: Effect, victims: str) -> list[Figure]:
    """What each voice says of these people, by name."""
    told: dict[str, list[Figure]] = defaultdict(list)
    for one in judgement.standing:
        if one.effect == effect and str(one.group) == victims and _counts_people(one, judgement):
            numbers = _printed(one.count, one.toll.hedge)
            told[one.voice].append(Figure(one.voice, one.reference, one.count, numbers, one.claim.published))
    return [min(told[voice], key=_looseness) for voice in sorted(told)]


def _counts_people(one: Statement, judgement: Judgement) -> bool:
    """Does it count people of this incident, not name one of them beside a larger toll?"""
    return (
        one.toll.unit == "person"
        and one.claim.level == judgement.incident.level
        and one.count != UNKNOWN
        and not one.is_a_mention
    )


def _printed(count: Count, hedge: Hedge) -> tuple[int, ...]:
    if hedge in ("up_to", "fewer_than"):
        return ()
    if count.high is None:
        return (count.low,)
    if hedge == "about":
        return ((count.low + count.high) // 2,)
    return (count.high,) if hedge == "nearly" else (count.low, count.high)


def _looseness(figure: Figure) -> tuple[object, ...]:
    """Of one voice's figures the most precise comes first, of equals the latest, then the lowest.

    A figure that prints no number comes last, one without an upper end before it.
    """
    low, high = figure.count.low, figure.count.high
    day = day_of(figure.published)
    return not figure.numbers, high is None, -low if high is None else high - low, -(day or date.min).toordinal(), low


def _put_forward(figures: Sequence[Figure]) -> list[int]:
    """The number of each voice that prints one, of a range the lower."""
    return [figure.numbers[0] for figure in figures if figure.numbers]
