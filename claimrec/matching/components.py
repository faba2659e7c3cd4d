"""Connected components of ties, none too large: in a larger one the weakest ties are cut first."""

from __future__ import annotations

import numpy as np

from claimrec.matching.columns import BoolArray, FloatArray, IntArray
from claimrec.matching.sweep import Pairs

LARGEST = 1024
"""Claims in a component up to which all its pairs are weighed; in a larger one the weakest ties are cut first."""


def components(size: int, ties: Pairs, bits: FloatArray) -> IntArray:
    """The component of every claim; where one is too large, its weakest ties are cut, bit by bit."""
    a, b = ties
    label = connected(size, a, b)
    cut = np.floor(bits.min(initial=np.inf))
    while (oversize := np.bincount(label)[label] > LARGEST).any():
        cut += 1
        strongest = np.full(size, -np.inf)
        np.maximum.at(strongest, label[a], np.where(np.isinf(bits), -np.inf, bits))
        divided = oversize & (strongest[label] < cut)
        chain_a, chain_b = _pieces(label, divided)
        kept = ~divided[a] & (~oversize[a] | (bits >= cut))
        a, b = np.concatenate([a[kept], chain_a]), np.concatenate([b[kept], chain_b])
        bits = np.concatenate([bits[kept], np.full(len(chain_a), np.inf)])
        label = connected(size, a, b)
    return label


def connected(size: int, a: IntArray, b: IntArray) -> IntArray:
    """For each of `size` rows the first row of the component that these ties leave it in.

    >>> connected(5, np.array([4, 1]), np.array([1, 3])).tolist()
    [0, 1, 2, 1, 1]
    """
    from scipy.sparse import coo_array  # noqa: PLC0415 - importing claimrec stays light
    from scipy.sparse.csgraph import connected_components  # noqa: PLC0415

    graph = coo_array((np.ones(len(a), dtype=bool), (a, b)), shape=(size, size))
    label = connected_components(graph, directed=False)[1]
    first = np.full(size, size)
    np.minimum.at(first, label, np.arange(size))
    return np.asarray(first[label], dtype=np.int64)


def _pieces(label: IntArray, divided: BoolArray) -> Pairs:
    """Chains of rows, none too long, for components that no weight can divide: thousands of claims without a detail."""
    rows = np.argsort(label, kind="stable")
    rows = rows[divided[rows]]
    place = np.arange(len(rows)) - np.searchsorted(label[rows], label[rows])
    goes_on = place[1:] % LARGEST != 0
    return rows[:-1][goes_on], rows[1:][goes_on]
