"""Learns the weights of articles (`claimrec/matching/weights.toml`) from articles whose incidents are known.

    python tests/benchmarks/learn_article_weights.py            # needs ../shared

Learned from the careful reading of 47 FA-KES articles (CC BY 4.0), and from what `learn_weights.py` learns from, as the
weights of rows have it. The articles decide which comparisons weigh as between rows, and which as was believed
(`believed_weights.toml`): what makes the best incidents of the claims that are read in them. They know few incidents,
so there is little to decide; all weights left free fit them better, and what was left out worse. What is learned is
measured on incidents that were left out, one group after the other, and is kept only where it does better there than
what was believed; and on two sets that are never learned from: the five seed articles, and the Gun Violence Corpus,
which is for tests only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

import attrs
import numpy as np
from believed import BELIEVED
from told import LEXICON, Told, carefully, shootings

from claimrec.evaluation.joins import Score, pairwise
from claimrec.matching.clustering import clusters
from claimrec.matching.columns import BoolArray, FloatArray, IntArray
from claimrec.matching.components import connected
from claimrec.matching.facts import Ranks
from claimrec.matching.pairing import candidate_pairs
from claimrec.matching.shipped import row_rules
from claimrec.matching.sweep import Pairs
from claimrec.matching.table import ClaimTable
from claimrec.matching.weighing import Rules, Scale

TARGET = Path(__file__).resolve().parents[2] / "claimrec" / "matching" / "weights.toml"

OPEN = ("rarity", "perpetrator", "victims", "event", "counts")
"""Comparisons that may weigh as between rows. Day and place may not: a coder's day slips, so rows of one incident are
often a day or a village apart, where articles that far apart mostly tell of the next attack (METHOD 18)."""
LEAST = {"counts": -1.0}
"""Below which no weight is taken from rows: outlets disagree about numbers more than the coders of tables do."""
GAIN = 0.002
"""What a comparison has to gain in quality to weigh as between rows (own)."""
LEAST_GAIN = 0.005
"""What all of them have to gain in F on incidents left out, or all weigh as was believed: less is chance (own)."""
THRESHOLDS = (-1.0, 0.0, 1.0)
"""Quality is averaged over these, so that little hangs by a hair."""
PRECISION = 2
"""How many times precision counts as much as recall: a wrong merge costs more than a missed one (METHOD 21)."""

HEAD = """# What each level weighs, in bits: log2 of how much likelier it is for two claims of one incident than of two.
# Written by tests/benchmarks/learn_article_weights.py. As was believed, with the reasons in believed_weights.toml
# beside the script, but for those learned from tables (row_weights.toml says from which), to half bits: {rows}.
# Which are which was learned from {tolls} tolls of {incidents} incidents in 47 FA-KES articles (CC BY 4.0).
# Levels stand from the most alike to the least. What is not said weighs 0 everywhere.
"""

Choice = frozenset[str]
"""The comparisons that weigh as between rows."""
AS_BELIEVED: Choice = frozenset()
CHOICES = tuple(frozenset(some) for many in range(len(OPEN) + 1) for some in combinations(OPEN, many))


@attrs.frozen(eq=False)
class Lesson:
    """The levels that all pairs of some claims fall into, and the incident of every toll that was read with care.

    Levels do not depend on weights: they are found once, and clusters for any weights follow quickly.
    """

    ranks: Ranks
    vetoed: BoolArray
    shares: FloatArray
    candidates: Pairs
    tolls: tuple[str, ...]
    rows: IntArray
    incident: dict[str, str]
    group: dict[str, int]

    @classmethod
    def of(cls, told: Told) -> Lesson:
        """What there is to learn from these claims; articles that tell of one incident are one group."""
        table = ClaimTable.of(told.claims, LEXICON)
        scale = Scale.of(table, BELIEVED)
        a, b = np.triu_indices(len(table), 1)
        ranks = np.zeros((len(BELIEVED.comparisons), len(table), len(table)), dtype=np.int8)
        vetoed = np.zeros((len(table), len(table)), dtype=bool)
        ranks[:, a, b] = ranks[:, b, a] = list(scale.ranks(a, b))
        vetoed[a, b] = vetoed[b, a] = np.isneginf(scale.bits(a, b))
        first, second = (np.concatenate(side) for side in zip(*candidate_pairs(table), strict=True))
        tolls = tuple(told.claim)
        rows = np.array([table.row[told.claim[toll]] for toll in tolls])
        articles = [table.claims[row].article for row in rows]
        group = dict(zip(tolls, _groups(articles, [told.incident[toll] for toll in tolls]), strict=True))
        return cls(ranks, vetoed, scale.shares, (first, second), tolls, rows, dict(told.incident), group)

    def score(self, choice: Choice, threshold: float, but: int | None = None) -> Score:
        """Pairs of tolls of one incident, without the tolls of one group."""
        found = _found(self, choice, threshold)
        kept = [toll for toll in self.tolls if self.group[toll] != but]
        return pairwise({toll: found[toll] for toll in kept}, {toll: self.incident[toll] for toll in kept})

    def left_out(self, learned: Mapping[int, Choice], threshold: float) -> Score:
        """Pairs with a toll of the group that a choice was not learned from, of all groups together."""
        total = np.zeros(3)
        for group, choice in learned.items():
            total += attrs.astuple(self.score(choice, threshold))
            total -= attrs.astuple(self.score(choice, threshold, group))
        return Score(*total.tolist())


def _groups(articles: Sequence[str], incidents: Sequence[str]) -> list[int]:
    names, told = sorted(set(articles)), sorted(set(incidents))
    a = np.array([names.index(name) for name in articles])
    b = np.array([len(names) + told.index(incident) for incident in incidents])
    return connected(len(names) + len(told), a, b)[a].tolist()


def weighed(choice: Choice) -> Rules:
    """The rules, the chosen comparisons weighing as between rows, all others as was believed."""
    comparisons = []
    for believed, rows in zip(BELIEVED.comparisons, row_rules().comparisons, strict=True):
        least = LEAST.get(believed.name, -np.inf)
        levels = {level.name: max(round(2 * level.bits) / 2, least) for level in rows.levels}
        comparisons.append(attrs.evolve(believed, levels=levels) if believed.name in choice else believed)
    return attrs.evolve(BELIEVED, comparisons=tuple(comparisons))


@cache
def _found(lesson: Lesson, choice: Choice, threshold: float) -> dict[str, int]:
    """For every toll the incident that it is put in."""
    rules = weighed(choice)
    bits = np.full(lesson.vetoed.shape, float(rules.prior))
    for comparison, ranks in zip(rules.comparisons, lesson.ranks, strict=True):
        bits += comparison.bits[ranks]
    bits[lesson.vetoed] = -np.inf
    ties = lesson.candidates
    first = clusters(lesson.shares, ties, bits[ties], lambda a, b: bits[a, b], threshold)
    return dict(zip(lesson.tolls, first[lesson.rows].tolist(), strict=True))


def quality(scores: Iterable[Score]) -> float:
    """F with precision counting more, on average."""
    weight = 1 / PRECISION**2
    return float(np.mean([(1 + weight) * of.right / (of.found + weight * of.gold) for of in scores]))


def learned_from(lesson: Lesson, but: int | None = None) -> Choice:
    """The choice of the best quality, each comparison in it at its cost, learned without one group of articles."""

    def worth(choice: Choice) -> float:
        return quality(lesson.score(choice, threshold, but) for threshold in THRESHOLDS) - GAIN * len(choice)

    return max(CHOICES, key=worth)


def shown(score: Score) -> str:
    return f"P {score.precision:.3f} R {score.recall:.3f} F {score.f:.3f}"


def written(choice: Choice, told: Told) -> str:
    """The weights as TOML, levels in their order."""
    rules = weighed(choice)
    rows = ", ".join(name for name in OPEN if name in choice) or "none"
    text = HEAD.format(rows=rows, tolls=len(told.claim), incidents=len(set(told.incident.values())))
    text += f"\n[prior]\nbits = {rules.prior:g}\n"
    for comparison in rules.comparisons:
        text += f"\n[{comparison.name}]\n"
        text += "".join(f'"{level.name}" = {level.bits + 0.0:g}\n' for level in comparison.levels)
    return text


def main() -> None:
    fakes = carefully(("gold", "fakes_articles.jsonl"), "fakes_claims.jsonl")
    lesson = Lesson.of(fakes)
    groups = sorted(set(lesson.group.values()))
    left_out = {group: learned_from(lesson, but=group) for group in groups}
    gain = lesson.left_out(left_out, 0.0).f - lesson.left_out(dict.fromkeys(groups, AS_BELIEVED), 0.0).f
    choice = learned_from(lesson) if gain >= LEAST_GAIN else AS_BELIEVED
    print(f"as between rows: {sorted(choice)}, gaining {gain:.3f}; {len(groups)} times without a group of articles:")
    for one, times in Counter(left_out.values()).most_common():
        print(f"  {times} times {sorted(one)}")
    print(f"FA-KES, left out: {shown(lesson.left_out(left_out, 0.0))}", flush=True)
    seeds = carefully(("seeds", "articles.jsonl"), "seed_claims.jsonl")
    for name, told in (("FA-KES", fakes), ("seeds, not learned from", seeds), ("GVC, not learned from", shootings())):
        print(f"{name}: {len(told.claim):,} tolls of {len(set(told.incident.values())):,} incidents")
        print(f"  as believed: {shown(told.score(BELIEVED))}")
        print(f"  as learned:  {shown(told.score(weighed(choice)))}", flush=True)
    TARGET.write_text(written(choice, fakes), encoding="utf-8")


if __name__ == "__main__":
    main()
