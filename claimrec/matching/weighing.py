"""Evidence for pairs of claims: the levels they fall into, added up in bits, and what overrules the sum."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import attrs
import numpy as np

from claimrec.lexicon.loader import Lexicon
from claimrec.matching.columns import UNSAID, BoolArray, Column, FloatArray, IntArray
from claimrec.matching.comparison import Comparison, Grade
from claimrec.matching.conditions import YES, Condition, Levels
from claimrec.matching.decisions import Decision, settled
from claimrec.matching.evidence import Evidence, Finding
from claimrec.matching.facts import Ranks
from claimrec.matching.remembered import CELLS, remembered
from claimrec.matching.shares import shares_of
from claimrec.matching.sweep import Pairs
from claimrec.matching.table import ClaimTable

ROUNDING = 1e-6
"""Bits by which sums of the same weights in another order may differ, and more."""
WORTH_LEAVING = 3 / 4
"""Share of open pairs below which the others are left out, which takes as long as a comparison of a few keys (own)."""


@attrs.frozen
class Rules:
    """How pairs are weighed: comparisons that add up on a prior, and conditions that overrule the sum."""

    comparisons: tuple[Comparison[Any], ...]
    prior: float
    must_link: tuple[Condition, ...]
    must_not_link: tuple[Condition, ...]


@attrs.frozen(eq=False, slots=False)
class _Graded:
    """One comparison over one table, asked once a pair of keys; in bulk for every pair, where there are many keys."""

    comparison: Comparison[Any]
    column: Column[Any]

    @cached_property
    def grade(self) -> Grade:
        """What ranks pairs of keys, prepared when the first are compared."""
        keys = len(self.column.values)
        grade = self.comparison.grade(self.column.values)
        if self.comparison.many is not None and keys * keys > CELLS:
            return grade
        return remembered(keys, grade)

    @property
    def silent(self) -> bool:
        """Does no claim say anything?"""
        return not len(self.column.values)

    @cached_property
    def all_said(self) -> bool:
        """Does every claim say something?"""
        return bool((self.column.codes != UNSAID).all())

    def ranks(self, a: IntArray, b: IntArray) -> Ranks:
        """The ranks of the levels that pairs of claims fall into, 0 where one does not say."""
        if self.silent:
            return np.zeros(len(a), dtype=np.int8)
        if self.all_said and len(self.column.values) == 1:
            return np.repeat(self.grade(self.column.codes[a[:1]], self.column.codes[b[:1]]), len(a))
        left, right = self.column.codes[a], self.column.codes[b]
        if self.all_said:
            return self.grade(left, right)
        said = np.flatnonzero((left != UNSAID) & (right != UNSAID))
        ranks = np.zeros(len(a), dtype=np.int8)
        if len(said):
            ranks[said] = self.grade(left[said], right[said])
        return ranks

    @property
    def most(self) -> float:
        """The bits of the level that weighs most."""
        return float(self.comparison.bits.max())

    def effort(self) -> tuple[bool, int]:
        """What ranking pairs takes: a costly comparison the most, of others that with many keys."""
        return self.comparison.costly, len(self.column.values)

    def finding(self, a: int, b: int) -> Finding:
        """The level that two claims fall into, with words."""
        return self.comparison.level(self.column.key(a), self.column.key(b))


@attrs.frozen(eq=False, slots=False)
class Scale:
    """What weighs pairs of one table's claims. Decisions overrule an article's words, which overrule the rules.

    `decided` is all that the user decided, `decisions` what is in it about rows of the table; `shares` say how much
    each claim counts where evidence is averaged.
    """

    table: ClaimTable
    rules: Rules
    decisions: Mapping[tuple[int, int], Decision]
    decided: tuple[Decision, ...]
    shares: FloatArray

    @classmethod
    def of(cls, table: ClaimTable, rules: Rules, decisions: Iterable[Decision] = ()) -> Scale:
        """The scale of a table; decisions on claims that are not in it are left aside."""
        given = tuple(decisions)
        made = settled(given)
        row = table.row if made else {}
        on_rows = {
            (min(row[a], row[b]), max(row[a], row[b])): decision
            for (a, b), decision in made.items()
            if a in row and b in row
        }
        return cls(table, rules, on_rows, given, shares_of(table))

    @cached_property
    def _graded(self) -> tuple[_Graded, ...]:
        return tuple(_Graded(comparison, self.table.column(comparison)) for comparison in self.rules.comparisons)

    def prepare(self) -> None:
        """Prepares the comparisons, which threads may then share."""
        for graded in self._graded:
            if not graded.silent:
                _ = graded.grade

    def of_rows(self, rows: IntArray, lexicon: Lexicon) -> Scale:
        """The scale of the claims in some rows alone, given in order, in which they stand in the new one as well."""
        claims = [self.table.claims[row] for row in rows]
        table = ClaimTable.of(claims, lexicon, frequencies=self.table.frequencies)
        return attrs.evolve(Scale.of(table, self.rules, self.decided), shares=self.shares[rows])

    def ranks(self, a: IntArray, b: IntArray) -> Iterator[Ranks]:
        """For each comparison the ranks of the levels that pairs of rows fall into, 0 for not said."""
        return (graded.ranks(a, b) for graded in self._graded)

    def bits(self, a: IntArray, b: IntArray) -> FloatArray:
        """Log-odds, base 2, that pairs of rows speak of one incident; infinite where the sum is overruled."""
        return self.summed(a, b, self.ranks(a, b))

    def strong(self, pairs: Pairs, least: float) -> tuple[Pairs, FloatArray]:
        """Those of the pairs of rows that reach so many bits, with their bits.

        Comparisons of few keys come first, costly ones last; a pair that the others cannot lift so high is left out.
        """
        a, b = pairs
        said = [graded for graded in self._graded if not graded.silent]
        most = np.full(len(a), self.rules.prior + sum(graded.most for graded in said) + ROUNDING)
        known: dict[_Graded, Ranks] = {}
        for graded in sorted(said, key=_Graded.effort):
            known[graded] = graded.ranks(a, b)
            if self.rules.must_link:
                continue
            most += (graded.comparison.bits - graded.most)[known[graded]]
            open_ = np.flatnonzero(most >= least)
            if len(open_) < WORTH_LEAVING * len(a):
                a, b, most = a[open_], b[open_], most[open_]
                known = {graded: ranks[open_] for graded, ranks in known.items()}
        bits = self.summed(a, b, (known[of] if of in known else of.ranks(a, b) for of in self._graded))
        enough = bits >= least
        return (a[enough], b[enough]), bits[enough]

    def summed(self, a: IntArray, b: IntArray, ranks: Iterable[Ranks]) -> FloatArray:
        """The bits of pairs of rows, given for each comparison the ranks of their levels."""
        bits = np.full(len(a), self.rules.prior, dtype=np.float64)
        levels: dict[str, Levels] = {}
        for comparison, found in zip(self.rules.comparisons, ranks, strict=True):
            bits += comparison.bits[found]
            levels[comparison.name] = Levels(tuple(level.name for level in comparison.levels), found)
        for condition in self.rules.must_link:
            bits[condition.answers(levels) == YES] = math.inf
        for condition in self.rules.must_not_link:
            bits[condition.answers(levels) == YES] = -math.inf
        for cells, overruled in self._overruled:
            bits[_found(self._cells(np.minimum(a, b), np.maximum(a, b)), cells)] = overruled
        return bits

    @cached_property
    def _overruled(self) -> tuple[tuple[IntArray, float], ...]:
        """The pairs that articles and decisions settle, as cells in order, with what they are worth; the last holds."""
        same = [pair for pair, decision in self.decisions.items() if decision.same]
        other = [pair for pair, decision in self.decisions.items() if not decision.same]
        pairs = ((self.table.separate, -math.inf), (same, math.inf), (other, -math.inf))
        rows = ((np.array(sorted(listed), dtype=np.int64), bits) for listed, bits in pairs if listed)
        return tuple((np.sort(self._cells(pair[:, 0], pair[:, 1])), bits) for pair, bits in rows)

    def _cells(self, low: IntArray, high: IntArray) -> IntArray:
        """One number for each pair of rows, the lower first."""
        return low * len(self.table) + high

    @property
    def decided_pairs(self) -> Pairs:
        """The pairs of rows that the user decided to be one."""
        same = [pair for pair, decision in self.decisions.items() if decision.same]
        a, b = np.array(same, dtype=np.int64).reshape(-1, 2).T
        return a, b

    def evidence(self, a: int, b: int) -> Evidence:
        """The evidence for one pair of rows, with words."""
        a, b = sorted((a, b), key=self.table.ids.__getitem__)
        findings = tuple(graded.finding(a, b) for graded in self._graded)
        evidence = Evidence(self.table.ids[a], self.table.ids[b], self.rules.prior, findings)
        overruling = self._overruling(evidence, (min(a, b), max(a, b)))
        return attrs.evolve(evidence, findings=(*findings, overruling)) if overruling else evidence

    def _overruling(self, evidence: Evidence, pair: tuple[int, int]) -> Finding | None:
        decision = self.decisions.get(pair)
        if decision is not None:
            link, bits = ("must link", math.inf) if decision.same else ("must not link", -math.inf)
            return Finding("decision", link, bits, decision.because)
        if pair in self.table.separate:
            return Finding("article", "must not link", -math.inf, "the article itself calls them separate")
        for conditions, link, bits in (
            (self.rules.must_not_link, "must not link", -math.inf),
            (self.rules.must_link, "must link", math.inf),
        ):
            for condition in conditions:
                if condition.answer(evidence) == "yes":
                    asked = {test.comparison for test in condition.tests()}
                    words = [finding.because for finding in evidence.findings if finding.comparison in asked]
                    return Finding(link, repr(condition), bits, "; ".join(words))
        return None


def _found(cells: IntArray, ordered: IntArray) -> BoolArray:
    """Which of these are among those in order, of which there is one at least."""
    places = np.minimum(np.searchsorted(ordered, cells), len(ordered) - 1)
    among: BoolArray = ordered[places] == cells
    return among
