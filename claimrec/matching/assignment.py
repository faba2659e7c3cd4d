"""One-to-one: the partners that leave the two sides, taken together, with the most evidence."""

from __future__ import annotations

import numpy as np

from claimrec.matching.columns import BoolArray, FloatArray, IntArray

CERTAIN = 1e6
"""What a must-link counts for, in bits: more than all other pairs of a table together."""
A_LITTLE = 1e-6
"""What a pair counts for beside its evidence, in bits, if both stand first: among equals the first go with the first,
and a pair that is worth nothing is still taken where it can be."""


def best_partners(left: IntArray, right: IntArray, gain: FloatArray) -> BoolArray:
    """Which of these pairs are taken, no left and no right one twice, so that their gains, all from 0, add up to most.

    Taking for each the first partner, or the best that is still free, can cost another its only one:

    >>> best_partners(np.array([0, 0, 1]), np.array([0, 1, 0]), np.array([5.0, 4.0, 3.0])).tolist()
    [False, True, True]
    """
    from scipy.sparse import coo_array  # noqa: PLC0415 - importing claimrec stays light
    from scipy.sparse.csgraph import connected_components, min_weight_full_bipartite_matching  # noqa: PLC0415

    if not len(left):
        return np.zeros(0, dtype=bool)
    rows, row = np.unique(left, return_inverse=True)
    columns, column = np.unique(right, return_inverse=True)
    both = len(rows) + len(columns)
    graph = coo_array((np.ones(len(left), dtype=bool), (row, len(rows) + column)), shape=(both, both))
    together = connected_components(graph, directed=False)[1]
    first = _early(together[: len(rows)])[row] * _early(together[len(rows) :])[column]
    # Each row can also go to a column of its own, for nothing; 1 is added everywhere, as a weight of 0 is no edge.
    nobody = np.arange(len(rows))
    weight = np.concatenate([1 + np.minimum(gain, CERTAIN) + A_LITTLE * first, np.ones(len(rows))])
    at = (np.concatenate([row, nobody]), np.concatenate([column, len(columns) + nobody]))
    edges = coo_array((weight, at), shape=(len(rows), len(columns) + len(rows))).tocsr()
    taken = min_weight_full_bipartite_matching(edges, maximize=True)[1]
    return np.asarray(taken[row] == column)


def _early(together: IntArray) -> FloatArray:
    """1 for what stands first among those it is together with, and less for each that stands before it, but never 0."""
    order = np.argsort(together, kind="stable")
    many = np.bincount(together)[together[order]]
    before = np.arange(len(order)) - np.searchsorted(together[order], together[order])
    early = np.empty(len(order))
    early[order] = 1 - before / (many + 1)
    return early
