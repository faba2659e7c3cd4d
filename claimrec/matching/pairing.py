"""Candidate pairs: claims near enough to be worth comparing, found by sweeps over sorted windows and cheap keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from claimrec.matching.columns import BoolArray, IntArray
from claimrec.matching.sweep import Pairs
from claimrec.matching.sweeping_keys import Finder, sweeps_of
from claimrec.matching.table import ClaimTable

CHUNK = 1 << 18
"""Pairs handled at once: larger chunks are no faster and cost memory (measured on synthetic claims)."""


def candidate_pairs(table: ClaimTable) -> Iterator[Pairs]:
    """Pairs of claims of one level that may speak of one incident, each pair once, in chunks."""
    return pairs_of(sweeps_of(table))


def pairs_of(sweeps: Sequence[Finder]) -> Iterator[Pairs]:
    """All pairs that one of the sweeps holds, each pair once; rows of a chunk lie near each other, as their days do."""
    for chunk in chunks(sweeps):
        a, b = (np.concatenate([pairs[side][~known] for pairs, known in chunk]) for side in (0, 1))
        if len(a):
            yield a, b


def chunks(sweeps: Sequence[Finder]) -> Iterator[list[tuple[Pairs, BoolArray]]]:
    """For some rows at a time the pairs of each sweep, and which of them an earlier sweep holds."""
    many = sum(sweep.line.partners for sweep in sweeps)
    ends = np.flatnonzero(np.diff(np.cumsum(many, dtype=np.int64) // CHUNK)) + 1
    for start, end in pairwise([0, *ends.tolist(), len(sweeps[0].keys)]):
        chunk = []
        for place, sweep in enumerate(sweeps):
            a, b = sweep.line.pairs(np.arange(start, end))
            known = np.zeros(len(a), dtype=bool)
            for earlier in sweeps[:place]:
                known |= earlier.holds(a, b)
            chunk.append(((a, b), known))
        yield chunk


def are_candidates(table: ClaimTable, a: int, b: int) -> bool:
    """Would these two rows be paired?"""
    return bool(paired(sweeps_of(table), np.array([a]), np.array([b]))[0])


def paired(sweeps: Sequence[Finder], a: IntArray, b: IntArray) -> BoolArray:
    """Which of these pairs does one of the sweeps hold?"""
    held: BoolArray = np.logical_or.reduce([sweep.holds(a, b) for sweep in sweeps])
    return held


def pairs_touching(sweeps: Sequence[Finder], touched: BoolArray) -> Iterator[Pairs]:
    """The pairs of each sweep in which a touched row is, in portions; a pair that two sweeps hold comes twice."""
    for sweep in sweeps:
        rows: npt.NDArray[np.integer] = sweep.line.touching(touched)
        for portion in np.split(
            rows, np.flatnonzero(np.diff(np.cumsum(sweep.line.partners[rows], dtype=np.int64) // CHUNK)) + 1
        ):
            a, b = sweep.line.pairs(portion)
            near = touched[a] | touched[b]
            yield a[near], b[near]


def in_crowds_of(sweeps: Sequence[Finder], touched: BoolArray) -> BoolArray:
    """The rows whose pairs may depend on the touched ones without touching them: they share a key that has a crowd."""
    found = np.zeros(len(touched), dtype=bool)
    for sweep in sweeps:
        if not sweep.line.crowded.any():
            continue
        crowded = np.isin(sweep.keys, np.unique(sweep.keys[sweep.line.crowded]))
        found |= crowded & np.isin(sweep.keys, np.unique(sweep.keys[crowded & touched]))
    return found
