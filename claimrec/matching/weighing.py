"""Evidence for pairs of claims: the levels they fall into, added up in bits, and what overrules the sum."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from claimrec.matching.columns import UNSAID, BoolArray, Column, FloatArray, IntArray
from claimrec.matching.comparison import Comparison, Grade
from claimrec.matching.conditions import YES, Condition, Levels
from claimrec.matching.decisions import Decision, settled
from claimrec.matching.evidence import Evidence, Finding
from claimrec.matching.table import ClaimTable

REMEMBERED = 1 << 24
"""Pairs of keys, known or not, up to which a comparison's answers are remembered in one array of bytes."""
UNASKED = -1


@attrs.frozen
class Rules:
    """How pairs are weighed: comparisons that add up on a prior, and conditions that overrule the sum."""

    comparisons: tuple[Comparison[Any], ...]
    prior: float
    must_link: tuple[Condition, ...]
    must_not_link: tuple[Condition, ...]


@attrs.frozen(eq=False)
class _Graded:
    """One comparison over one table: each distinct pair of keys is asked once, as far as answers can be remembered."""

    comparison: Comparison[Any]
    column: Column[Any]
    grade: Grade
    answers: npt.NDArray[np.int8] | None

    @classmethod
    def of(cls, comparison: Comparison[Any], table: ClaimTable) -> _Graded:
        column = table.column(comparison)
        cells = len(column.values) ** 2
        answers = np.full(cells, UNASKED, dtype=np.int8) if cells <= REMEMBERED else None
        return cls(comparison, column, comparison.grade(column.values), answers)

    def ranks(self, a: IntArray, b: IntArray) -> IntArray:
        """The ranks of the levels that pairs of claims fall into, 0 where one does not say."""
        left, right = self.column.codes[a], self.column.codes[b]
        said = (left != UNSAID) & (right != UNSAID)
        ranks = np.zeros(len(a), dtype=np.int64)
        low, high = np.minimum(left[said], right[said]), np.maximum(left[said], right[said])
        cells = low * len(self.column.values) + high
        if self.answers is not None:
            new = np.unique(cells[self.answers[cells] == UNASKED])
            self.answers[new] = self.grade(*np.divmod(new, len(self.column.values)))
            ranks[said] = self.answers[cells]
        elif self.comparison.many is not None:
            ranks[said] = self.grade(low, high)
        else:
            distinct, place = np.unique(cells, return_inverse=True)
            ranks[said] = self.grade(*np.divmod(distinct, len(self.column.values)))[place]
        return ranks

    def finding(self, a: int, b: int) -> Finding:
        """The level that two claims fall into, with words."""
        keys = [None if code == UNSAID else self.column.values[code] for code in self.column.codes[[a, b]]]
        return self.comparison.level(*keys)


@attrs.frozen(eq=False)
class Scale:
    """What weighs pairs of one table's claims. Decisions overrule an article's words, which overrule the rules."""

    table: ClaimTable
    rules: Rules
    decisions: Mapping[tuple[int, int], Decision]
    _graded: tuple[_Graded, ...]

    @classmethod
    def of(cls, table: ClaimTable, rules: Rules, decisions: Iterable[Decision] = ()) -> Scale:
        """The scale of a table; decisions on claims that are not in it are left aside."""
        row = {name: place for place, name in enumerate(table.ids)}
        decided = {
            (min(row[a], row[b]), max(row[a], row[b])): decision
            for (a, b), decision in settled(decisions).items()
            if a in row and b in row
        }
        return cls(table, rules, decided, tuple(_Graded.of(comparison, table) for comparison in rules.comparisons))

    def bits(self, a: IntArray, b: IntArray) -> FloatArray:
        """Log-odds, base 2, that pairs of rows speak of one incident; infinite where the sum is overruled."""
        bits = np.full(len(a), self.rules.prior, dtype=np.float64)
        levels: dict[str, Levels] = {}
        for graded in self._graded:
            ranks = graded.ranks(a, b)
            bits += graded.comparison.bits[ranks]
            levels[graded.comparison.name] = Levels(tuple(level.name for level in graded.comparison.levels), ranks)
        for condition in self.rules.must_link:
            bits[condition.answers(levels) == YES] = math.inf
        for condition in self.rules.must_not_link:
            bits[condition.answers(levels) == YES] = -math.inf
        bits[self._among(self.table.separate, a, b)] = -math.inf
        for same, overruled in ((True, math.inf), (False, -math.inf)):
            bits[self._among((pair for pair, one in self.decisions.items() if one.same is same), a, b)] = overruled
        return bits

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

    def _among(self, pairs: Iterable[tuple[int, int]], a: IntArray, b: IntArray) -> BoolArray:
        cells = [low * len(self.table) + high for low, high in pairs]
        return np.isin(np.minimum(a, b) * len(self.table) + np.maximum(a, b), np.array(sorted(cells), dtype=np.int64))
