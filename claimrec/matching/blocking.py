"""Which pairs of claims are compared at all, and how many that should be are not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from claimrec.lexicon.loader import Lexicon, load_lexicon
from claimrec.matching.columns import UNSAID, Column, IntArray
from claimrec.matching.comparison import Comparison
from claimrec.matching.linking import THRESHOLD, table_of
from claimrec.matching.pairing import candidate_pairs, chunks
from claimrec.matching.shipped import rules_for
from claimrec.matching.sweeping_keys import sweeps_of
from claimrec.matching.weighing import Rules, Scale
from claimrec.records.claim import Claim

if TYPE_CHECKING:
    import pyarrow as pa


@attrs.frozen
class SharedKey:
    """A key that claims are paired by: its pairs, those that no key before it makes, how many of these are likely."""

    name: str
    pairs: int
    new: int
    likely: int


@attrs.frozen
class BlockingReport:
    """Which pairs are compared: by which key, which claims meet none, and which stand in a crowd.

    `recall` is the share of the pairs of one incident that are compared. Where the incidents are not known it is
    estimated from how often two kinds of keys find the same likely pairs; None where they find none in common.
    """

    keys: tuple[SharedKey, ...]
    alone: tuple[str, ...]
    crowded: tuple[str, ...]
    recall: float | None

    def __str__(self) -> str:
        lines = [f"{key.name}: {key.pairs:,} pairs, {key.new:,} new, {key.likely:,} likely" for key in self.keys]
        recall = "unknown" if self.recall is None else f"{self.recall:.1%}"
        return "\n".join(
            [
                *lines,
                f"claims that meet no other: {len(self.alone):,}",
                f"in a crowd: {len(self.crowded):,}",
                f"recall: {recall}",
            ]
        )


def blocking_report(
    claims: Iterable[Claim] | pa.Table,
    incidents: Mapping[str, str] | None = None,
    *,
    lexicon: Lexicon | None = None,
    rules: Rules | None = None,
) -> BlockingReport:
    """How the claims, given as to `link`, are paired before they are weighed; `incidents` as to `learn`.

    >>> import pyarrow
    >>> raids = pyarrow.table({"id": [1, 2, 3], "place": ["Hama", "Hamah", "Homs"], "first": ["2023-02-03"] * 3})
    >>> report = blocking_report(raids, {"1": "a", "2": "a", "3": "b"})
    >>> report.keys[0], report.alone, report.recall
    (SharedKey(name='place', pairs=1, new=1, likely=1), ('3',), 1.0)
    """
    table = table_of(claims, lexicon or load_lexicon())
    scale = Scale.of(table, rules_for(table) if rules is None else rules)
    sweeps = sweeps_of(table)
    known = None if incidents is None else Column.of(incidents.get(claim) for claim in table.ids).codes
    counted, right, both, met = np.zeros((3, len(sweeps)), dtype=np.int64), 0, 0, np.zeros(len(table), dtype=bool)
    for chunk in chunks(sweeps):
        for place, ((a, b), earlier) in enumerate(chunk):
            likely = scale.bits(a, b) >= THRESHOLD
            counted[:, place] += np.array([len(a), (~earlier).sum(), (likely & ~earlier).sum()])
            met[a] = met[b] = True
            if place == 0:
                both += int(np.logical_or.reduce([other.holds(a[likely], b[likely]) for other in sweeps[1:]]).sum())
            if known is not None:
                right += int(((known[a] == known[b]) & (known[a] != UNSAID) & ~earlier).sum())
    crowded = np.logical_or.reduce([sweep.line.crowded for sweep in sweeps])
    return BlockingReport(
        tuple(SharedKey(sweep.name, *map(int, counted[:, place])) for place, sweep in enumerate(sweeps)),
        tuple(table.ids[row] for row in np.flatnonzero(~met).tolist()),
        tuple(table.ids[row] for row in np.flatnonzero(crowded).tolist()),
        _estimated(counted[2], both) if known is None else _share(right, known),
    )


def likeness_calls(
    claims: Iterable[Claim] | pa.Table, comparison: Comparison[Any], *, lexicon: Lexicon | None = None
) -> int:
    """How often the `likeness` of a rule of your own will be called to weigh these claims, given as to `link`.

    That is once for each distinct pair of keys that pairs of claims to be compared have; a few more calls weigh claims
    that only come together in one incident, and put evidence into words. `likeness` itself is not called here.

    >>> import pyarrow
    >>> from claimrec.matching.event import event
    >>> kinds = ["air strike", "air strike", "ambush", None]
    >>> raids = pyarrow.table({"id": range(4), "place": ["Hama"] * 4, "first": ["2023-02-03"] * 4, "event": kinds})
    >>> likeness_calls(raids, event)  # of six pairs of claims
    2
    """
    table = table_of(claims, lexicon or load_lexicon())
    column = table.column(comparison)
    size, asked = len(column.values), np.zeros(0, dtype=np.int64)
    for a, b in candidate_pairs(table):
        left, right = column.codes[a], column.codes[b]
        said = (left != UNSAID) & (right != UNSAID)
        cells = np.minimum(left, right)[said] * size + np.maximum(left, right)[said]
        asked = np.union1d(asked, cells)
    return len(asked)


def _share(right: int, known: IntArray) -> float | None:
    """How many of the pairs of one incident that many are."""
    sizes = np.bincount(known[known != UNSAID])
    pairs = int((sizes * (sizes - 1) // 2).sum())
    return right / pairs if pairs else None


def _estimated(likely: IntArray, both: int) -> float | None:
    """The share of the likely pairs that are found, from those that the place finds and another key as well.

    If the keys find pairs independently of each other (Lincoln and Petersen), the others find the same share of all
    pairs as of those that the place finds. They are not quite independent: the share is rather lower than that.
    """
    by_place, found = int(likely[0]), int(likely.sum())
    by_others = found - by_place + both
    return min(1.0, found * both / (by_place * by_others)) if both else None
