"""Two tables about the same war: which row of the one speaks of the same incident as which row of the other."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import attrs
import numpy as np
import numpy.typing as npt

from claimrec.lexicon.loader import Lexicon, load_lexicon
from claimrec.matching.assignment import best_partners
from claimrec.matching.columns import BoolArray, FloatArray, IntArray
from claimrec.matching.decisions import Decision
from claimrec.matching.evidence import Evidence
from claimrec.matching.linking import THRESHOLD, weighed_pairs
from claimrec.matching.pairing import candidate_pairs
from claimrec.matching.shipped import rules_for
from claimrec.matching.side_by_side import side_by_side
from claimrec.matching.sweep import Pairs
from claimrec.matching.weighing import Rules, Scale
from claimrec.records.claim import Claim

if TYPE_CHECKING:
    import pyarrow as pa

Number = TypeVar("Number", np.int64, np.float64)

NOBODY = -1
"""The partner of a row that has none."""


@attrs.frozen
class TableLink:
    """A row of the left table and one of the right, by id, that are held to speak of one incident, and the evidence."""

    left: str
    right: str
    evidence: Evidence


@attrs.frozen
class Unlinked:
    """A row without a link, by id: the row of the other table that it missed by least, the evidence, and why not.

    `nearest` and `evidence` are None where no row of the other table came near enough to be compared.
    """

    id: str
    nearest: str | None
    evidence: Evidence | None
    because: str


@attrs.frozen(eq=False, slots=False)
class TableLinks:
    """What `link_tables` gives: pairs of a left and a right row, and of each table what is left over, or there twice.

    The words of the evidence are made when they are asked for; `to_arrow` needs none of them.
    """

    threshold: float
    scale: Scale = attrs.field(repr=False)
    _of_left: BoolArray = attrs.field(repr=False)
    _pairs: Pairs = attrs.field(repr=False)
    _doubles: Pairs = attrs.field(repr=False)
    _nearest: IntArray = attrs.field(repr=False)

    @cached_property
    def links(self) -> tuple[TableLink, ...]:
        """Every link with its evidence, by the day of the left row."""
        ids, weighed = self.scale.table.ids, self.scale.evidence
        return tuple(TableLink(ids[a], ids[b], weighed(a, b)) for a, b in _each(self._pairs))

    @cached_property
    def left_only(self) -> tuple[Unlinked, ...]:
        """The rows of the left table that no row of the right one is linked to."""
        return self._unlinked(self._of_left)

    @cached_property
    def right_only(self) -> tuple[Unlinked, ...]:
        """The rows of the right table that no row of the left one is linked to."""
        return self._unlinked(~self._of_left)

    @cached_property
    def left_doubles(self) -> tuple[Evidence, ...]:
        """Pairs of rows of the left table that look like one incident."""
        return self._twice(self._of_left)

    @cached_property
    def right_doubles(self) -> tuple[Evidence, ...]:
        """Pairs of rows of the right table that look like one incident."""
        return self._twice(~self._of_left)

    def to_arrow(self) -> pa.Table:
        """A table of `left`, `right` and `bits`, by the day of the left row.

        Needs pyarrow, which comes with `claimrec[frames]`.
        """
        import pyarrow as pa  # noqa: PLC0415 - an extra

        ids, (left, right) = pa.array(self.scale.table.ids, pa.string()), self._pairs
        bits = self.scale.bits(left, right)
        return pa.table({"left": ids.take(pa.array(left)), "right": ids.take(pa.array(right)), "bits": bits})

    def __str__(self) -> str:
        left, doubles = int(self._of_left.sum()), int(self._of_left[self._doubles[0]].sum())
        one, other = (len(np.unique(rows)) for rows in self._pairs)
        return (
            f"{len(self._pairs[0]):,} links; of {left:,} rows on the left {left - one:,} are without, "
            f"of {len(self._of_left) - left:,} on the right {len(self._of_left) - left - other:,}; "
            f"pairs within a table that look like one incident: {doubles:,} and {len(self._doubles[0]) - doubles:,}"
        )

    @cached_property
    def _partner(self) -> IntArray:
        """For every row one that it is linked to."""
        partner = np.full(len(self._of_left), NOBODY)
        left, right = self._pairs
        partner[right], partner[left] = left, right
        return partner

    def _unlinked(self, side: BoolArray) -> tuple[Unlinked, ...]:
        return tuple(map(self._alone, np.flatnonzero(side & (self._partner == NOBODY)).tolist()))

    def _alone(self, row: int) -> Unlinked:
        ids, nearest = self.scale.table.ids, int(self._nearest[row])
        if nearest == NOBODY:
            return Unlinked(ids[row], None, None, "no row of the other table is near enough to be compared")
        evidence = self.scale.evidence(row, nearest)
        if evidence.bits >= self.threshold:
            because = f"{ids[nearest]} is linked to {ids[int(self._partner[nearest])]}"
        elif evidence.bits == -math.inf:
            because = f"{evidence.findings[-1].comparison}: {evidence.findings[-1].because}"
        else:
            because = f"{evidence.bits:+.1f} bits, where {self.threshold:+.1f} are needed"
        return Unlinked(ids[row], ids[nearest], evidence, because)

    def _twice(self, side: BoolArray) -> tuple[Evidence, ...]:
        return tuple(self.scale.evidence(a, b) for a, b in _each(self._doubles) if side[a])


def link_tables(
    left: Iterable[Claim] | pa.Table,
    right: Iterable[Claim] | pa.Table,
    *,
    many_to_one: bool = False,
    lexicon: Lexicon | None = None,
    rules: Rules | None = None,
    decisions: Iterable[Decision] = (),
    threshold: float = THRESHOLD,
) -> TableLinks:
    """Which rows of two tables speak of one incident, in whatever order they stand.

    Takes the claims of two readers of tables, or two tables as `link` takes them; an id may stand in one of the two
    only. Of the claims that a row makes, that of its columns is compared, and its id is what the reader calls the row,
    "ACLED SYR901"; what its notes say is left aside.

    Each row is linked to one of the other table at most, so that all links together have the most evidence; none takes
    the first that comes near. `many_to_one` links every row on the left to the best on the right instead, which many
    may share: reports on the left, events on the right. No pair below `threshold`, in bits, is linked.

    >>> import pyarrow
    >>> left = pyarrow.table({"id": ["a1", "a2"], "first": ["2023-02-03"] * 2, "place": ["Tell an-Nur", "Hama"]})
    >>> right = pyarrow.table({"id": ["b1", "b2"], "first": ["2023-02-03"] * 2, "place": ["Tall al-Nour", "Homs"]})
    >>> found = link_tables(left, right)
    >>> found.to_arrow().select(["left", "right"]).to_pylist()
    [{'left': 'a1', 'right': 'b1'}]
    >>> found.left_only[0].because
    'no row of the other table is near enough to be compared'
    """
    table, of_left = side_by_side(left, right, lexicon or load_lexicon())
    scale = Scale.of(table, rules_for(table) if rules is None else rules, decisions)
    nearest, best = np.full(len(table), NOBODY), np.full(len(table), -np.inf)
    ties, doubles = [np.zeros((3, 0))], [np.zeros((2, 0), dtype=np.int64)]
    for (a, b), bits in weighed_pairs(candidate_pairs(table), scale):
        across, enough = of_left[a] != of_left[b], bits >= threshold
        doubles.append(np.stack([a, b])[:, enough & ~across])
        one, other = np.where(of_left[a], a, b)[across], np.where(of_left[a], b, a)[across]
        ties.append(np.stack([one, other, bits[across]])[:, enough[across]])
        both = np.concatenate([one, other]), np.concatenate([other, one]), np.tile(bits[across], 2)
        _keep_nearest(nearest, best, *both)
    if many_to_one:
        rows = np.flatnonzero(of_left & (best >= threshold))
        pairs = rows, nearest[rows]
    else:
        pairs = _one_to_one(_each_once(ties), threshold, turned=not of_left[:1].all())
    twice = _each_once(doubles)
    return TableLinks(threshold, scale, of_left, pairs, (twice[0], twice[1]), nearest)


def _keep_nearest(nearest: IntArray, best: FloatArray, rows: IntArray, others: IntArray, bits: FloatArray) -> None:
    """Notes for every row the other one with the most bits so far; of several the one that stands first by day."""
    order = np.lexsort((others, -bits, rows))
    rows, first = np.unique(rows[order], return_index=True)
    others, bits = others[order[first]], bits[order[first]]
    earlier = (nearest[rows] == NOBODY) | (others < nearest[rows])
    nearer = (bits > best[rows]) | ((bits == best[rows]) & earlier)
    nearest[rows[nearer]], best[rows[nearer]] = others[nearer], bits[nearer]


def _one_to_one(ties: FloatArray, threshold: float, *, turned: bool) -> Pairs:
    """The best pairs; of several ways that are as good, the same one is found whichever table is called the left."""
    left, right = ties[:2].astype(np.int64)
    order = np.lexsort((left, right) if turned else (right, left))
    left, right, gain = left[order], right[order], ties[2, order] - threshold
    taken = best_partners(right, left, gain) if turned else best_partners(left, right, gain)
    by_day = np.argsort(left[taken])
    return left[taken][by_day], right[taken][by_day]


def _each_once(pairs: Sequence[npt.NDArray[Number]]) -> npt.NDArray[Number]:
    """Pairs of rows, one below the other, in order; those that were decided and are candidates as well come once."""
    return np.unique(np.concatenate(pairs, axis=1), axis=1)


def _each(pairs: Pairs) -> list[tuple[int, int]]:
    return list(zip(pairs[0].tolist(), pairs[1].tolist(), strict=True))
