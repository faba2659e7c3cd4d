"""Weights learned from claims: from known incidents, or from the claims alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs
import numpy as np

from claimrec.errors import RuleError
from claimrec.lexicon.loader import Lexicon, load_lexicon
from claimrec.matching.columns import FloatArray
from claimrec.matching.linking import table_of
from claimrec.matching.patterns import UNKNOWN, Patterns
from claimrec.matching.shipped import rules_for
from claimrec.matching.weighing import Rules, Scale
from claimrec.records.claim import Claim

if TYPE_CHECKING:
    import pyarrow as pa

SHRINKING = 4.0
"""What a bit away from the weight that was there costs, in bits of likelihood: what few pairs show changes little."""
FARTHEST = 5.0
"""Bits that a weight may move from the one that was there: no data says that what it never saw cannot be (own)."""
ROUNDS, SETTLED = 500, 1e-3
"""Rounds of learning at most, and the change of all weights, in bits, below which learning without labels ends."""
SEEN = 20
"""Pairs in which a level has to be seen for its weight to count as learned (own)."""
TRUST = 0.5
"""How far a weight moves towards what is counted where no incident is known: comparisons that go together, such as who
was hit and in what kind of event, count the same evidence twice (own; on synthetic claims better than all the way)."""
HELD = ("day", "place", "rarity", "counts")
"""Comparisons whose weights stay where no incident is known: attacks repeated on one place would look like one."""


@attrs.frozen
class LearnedLevel:
    """The weight of one level: what it was and is, and in how many pairs of one incident and of two it is seen.

    Where no incident was known, these are the numbers of pairs that are taken for one incident and for two.
    """

    comparison: str
    level: str
    before: float
    bits: float
    same: float
    apart: float

    @property
    def identified(self) -> bool:
        """Is it seen often enough to be learned?"""
        return self.same + self.apart >= SEEN

    def __str__(self) -> str:
        pairs = f"{self.same:,.0f} pairs of one incident, {self.apart:,.0f} of two"
        rare = "" if self.identified else "; too few to learn from"
        return f"{self.comparison}, {self.level}: {self.before:+.1f} -> {self.bits:+.1f} bits ({pairs}{rare})"


@attrs.frozen
class Learned:
    """Rules with the weights that were learned, and for every level how its weight came about; `str` lists them."""

    rules: Rules
    levels: tuple[LearnedLevel, ...]
    pairs: int

    def __str__(self) -> str:
        return "\n".join([f"from {self.pairs:,} pairs; prior {self.rules.prior:+.1f} bits", *map(str, self.levels)])


def learn(
    claims: Iterable[Claim] | pa.Table,
    incidents: Mapping[str, str] | None = None,
    *,
    lexicon: Lexicon | None = None,
    rules: Rules | None = None,
) -> Learned:
    """Rules whose weights fit these claims, given as to `link`; they start from the shipped ones.

    `incidents` names the incident of claims, by id, as far as it is known; other claims are not learned from. Without
    it, which pairs are of one incident is guessed from the weights, and the weights from that (EM), while days,
    places, counts and the prior keep theirs. RuleError where there is nothing to learn from.

    >>> import pyarrow
    >>> raids = pyarrow.table({"id": [1, 2, 3], "place": ["Hama"] * 3, "first": ["2023-02-03"] * 3})
    >>> learned = learn(raids, {"1": "a", "2": "a", "3": "a"})
    >>> learned.pairs, learned.levels[0].level, learned.levels[0].same
    (3, 'same day', 3.0)
    """
    table = table_of(claims, lexicon or load_lexicon())
    before = rules_for(table) if rules is None else rules
    scale = Scale.of(table, before)
    if incidents is None:
        return mixed(Patterns.of(scale), before)
    code: dict[str, int] = {}
    named = [incidents.get(claim) for claim in table.ids]
    known = [UNKNOWN if name is None else code.setdefault(name, len(code)) for name in named]
    return fitted(Patterns.of(scale, np.array(known, dtype=np.int64)), before)


def fitted(patterns: Patterns, before: Rules, *, only: str | None = None) -> Learned:
    """Weights by which the sum of the bits best tells pairs of one incident from pairs of two (logistic regression).

    Every weight is drawn towards the one that was there, and ends at most `FARTHEST` from it; the prior is free, and
    what is not said weighs 0. Where `only` names a comparison, all but its weights stay as they were.
    """
    from scipy.optimize import minimize  # noqa: PLC0415 - importing claimrec stays light

    if not patterns.same.any():
        raise RuleError("no two claims near enough to be compared are of one incident: there is nothing to learn from")
    start = np.concatenate([[before.prior], *(comparison.bits[1:] for comparison in before.comparisons)])
    ends = np.cumsum([1, *(len(comparison.levels) for comparison in before.comparisons)])[:-1]

    def weights(learned: FloatArray) -> list[FloatArray]:
        return [np.concatenate([[0.0], bits]) for bits in np.split(learned, ends)[1:]]

    def loss(learned: FloatArray) -> tuple[float, FloatArray]:
        bits = learned[0] + patterns.bits(weights(learned))
        cost = patterns.same @ np.logaddexp2(0, -bits) + patterns.apart @ np.logaddexp2(0, bits)
        excess = _likely(bits) * (patterns.same + patterns.apart) - patterns.same
        of_levels = [patterns.seen(place, excess)[1:] for place in range(len(before.comparisons))]
        away = np.concatenate([[0.0], learned[1:] - start[1:]])
        slope = np.concatenate([[excess.sum()], *of_levels]) + 2 * SHRINKING * away
        return float(cost + SHRINKING * away @ away), slope

    bounds = [(None, None), *((bits - FARTHEST, bits + FARTHEST) for bits in start[1:])]
    if only is not None:
        free = [one.name == only for one in before.comparisons for _ in one.levels]
        bounds = [
            bound if moves else (bits, bits) for bound, moves, bits in zip(bounds, [False, *free], start, strict=True)
        ]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": ROUNDS}).x
    return _learned(patterns, before, float(found[0]), weights(found))


def mixed(patterns: Patterns, before: Rules) -> Learned:
    """Weights learned from pairs of which nobody knows the incident, all but those of the comparisons in `HELD`.

    The prior stays too: left free, it grows until every attack on a much attacked place is one.
    """
    pairs = patterns.same + patterns.apart
    if not pairs.any():
        raise RuleError("no two claims are near enough to be compared: there is nothing to learn from")
    weights, same = [comparison.bits for comparison in before.comparisons], np.zeros_like(pairs)
    for _ in range(ROUNDS):  # pragma: no branch - it settles long before
        same = _likely(before.prior + patterns.bits(weights)) * pairs
        last = np.concatenate(weights)
        for place, comparison in enumerate(before.comparisons):
            if comparison.name not in HELD:
                counted = _counted(patterns.seen(place, same), patterns.seen(place, pairs - same))
                seen = patterns.seen(place, pairs) >= SEEN
                seen[0] = False  # what is not said weighs nothing
                weights[place] = comparison.bits + np.where(seen, TRUST * (counted - comparison.bits), 0.0)
        if np.abs(np.concatenate(weights) - last).max() < SETTLED:
            break
    return _learned(attrs.evolve(patterns, same=same, apart=pairs - same), before, before.prior, weights)


def _likely(bits: FloatArray) -> FloatArray:
    return np.asarray(1 / (1 + np.exp2(-bits)))


def _counted(same: FloatArray, apart: FloatArray) -> FloatArray:
    """Log2 of how much likelier each rank is for one incident than for two, half a pair being added to each."""
    of_same, of_apart = same[1:] + 0.5, apart[1:] + 0.5
    return np.concatenate([[0.0], np.log2(of_same / of_same.sum()) - np.log2(of_apart / of_apart.sum())])


def _learned(patterns: Patterns, before: Rules, prior: float, weights: Sequence[FloatArray]) -> Learned:
    levels: list[LearnedLevel] = []
    comparisons = []
    for place, (comparison, bits) in enumerate(zip(before.comparisons, weights, strict=True)):
        same, apart = (patterns.seen(place, pairs).tolist() for pairs in (patterns.same, patterns.apart))
        of_comparison = [
            LearnedLevel(comparison.name, level.name, level.bits, round(float(bits[rank]), 2), same[rank], apart[rank])
            for rank, level in enumerate(comparison.levels, start=1)
        ]
        levels += of_comparison
        comparisons.append(attrs.evolve(comparison, levels={of.level: of.bits for of in of_comparison}))
    rules = attrs.evolve(before, comparisons=tuple(comparisons), prior=round(prior, 2))
    return Learned(rules, tuple(levels), int((patterns.same + patterns.apart).sum()))
