"""Average linkage under vetoes, against a naive second implementation."""

import math
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrec.matching.clustering import clusters
from claimrec.matching.components import LARGEST

WEIGHTS = [-math.inf, -9.0, -2.3, -0.7, 0.4, 1.1, 3.9, 7.2, math.inf]


@st.composite
def evidence(draw, largest=9):
    """Bits between any two of a few claims, hardly ever the same twice."""
    size = draw(st.integers(1, largest))
    bits = np.full((size, size), -math.inf)
    for a in range(size):
        for b in range(a):
            bits[a, b] = bits[b, a] = draw(st.sampled_from(WEIGHTS)) + draw(st.floats(0, 0.3))
    return bits


def clustered(bits, threshold=0.0, least=-3.0, shares=None):
    a, b = np.triu_indices(len(bits), 1)
    strong = bits[a, b] >= least
    ties = a[strong], b[strong]
    shares = np.ones(len(bits)) if shares is None else np.array(shares[: len(bits)])
    return clusters(shares, ties, bits[ties], lambda left, right: bits[left, right], threshold).tolist()


def probability(bits):
    return 1e9 if bits == math.inf else -math.inf if bits == -math.inf else 1 / (1 + 2**-bits)


def naive(bits, threshold, shares):
    """Joins the two clusters of the highest average probability, of equal ones the first, down to the threshold."""
    groups = [[row] for row in range(len(bits))]

    def average(one, other):
        counting = [(shares[a] * shares[b], probability(bits[a, b])) for a in one for b in other]
        return sum(count * likely for count, likely in counting) / sum(count for count, _ in counting)

    while len(groups) > 1:
        pairs = combinations(sorted(groups), 2)
        best = max(pairs, key=lambda pair: average(*pair))
        if average(*best) < probability(threshold):
            break
        groups = [group for group in groups if group not in best] + [sorted(best[0] + best[1])]
    return [min(group) for row in range(len(bits)) for group in groups if row in group]


shares = st.lists(st.sampled_from([1.0, 0.5, 0.25, 0.125]), min_size=9, max_size=9)


@given(evidence(), st.sampled_from([-1.5, 0.0, 2.0]), shares)
def test_clusters_are_those_of_average_linkage(bits, threshold, shares):
    least = -20.0  # no tie is too weak: components do not matter
    assert clustered(bits, threshold, least, shares) == naive(bits, threshold, shares)


@given(evidence())
def test_a_cluster_never_holds_a_vetoed_pair(bits):
    label = clustered(bits)
    for a in range(len(bits)):
        for b in range(a):
            assert label[a] != label[b] or bits[a, b] > -math.inf


@given(evidence(), evidence())
def test_components_do_not_touch_each_other(one, other):
    both = np.full((len(one) + len(other),) * 2, -math.inf)
    both[: len(one), : len(one)], both[len(one) :, len(one) :] = one, other
    assert clustered(both) == clustered(one) + [len(one) + label for label in clustered(other)]


@given(st.lists(st.sampled_from([-2.0, 0.5, 3.0]), min_size=1, max_size=12))
def test_many_components_of_one_size_are_each_linked_on_their_own(weights):
    bits = np.full((3 * len(weights),) * 2, -math.inf)
    for n, weight in enumerate(weights):
        bits[3 * n, 3 * n + 1] = bits[3 * n + 1, 3 * n] = weight
        bits[3 * n + 1, 3 * n + 2] = bits[3 * n + 2, 3 * n + 1] = bits[3 * n, 3 * n + 2] = bits[3 * n + 2, 3 * n] = (
            weight
        )
    joined = [[3 * n] * 3 if weight >= 0 else [3 * n, 3 * n + 1, 3 * n + 2] for n, weight in enumerate(weights)]
    assert clustered(bits) == [label for one in joined for label in one]


@given(evidence())
def test_a_higher_threshold_joins_no_more_claims(bits):
    assert len(set(clustered(bits, 2.0))) >= len(set(clustered(bits, -1.0)))


def test_a_chain_does_not_hang_together():
    size = 200
    bits = np.full((size, size), -12.0)
    near = np.arange(size - 1)
    bits[near, near + 1] = bits[near + 1, near] = 1.0
    label = clustered(bits)
    assert max(label.count(first) for first in set(label)) == 2


@pytest.mark.parametrize("groups", [3, 40])
def test_a_component_too_large_is_cut_at_its_weakest_ties(groups):
    size = LARGEST + 200
    group = np.arange(size) % groups
    ties = np.arange(size - 1), np.arange(1, size)
    inside = np.arange(size - groups), np.arange(groups, size)
    a, b = (np.concatenate(sides) for sides in zip(ties, inside, strict=True))

    def weigh(left, right):
        return np.where(group[left] == group[right], 6.0, -2.5)

    assert clusters(np.ones(size), (a, b), weigh(a, b), weigh, 0.0).tolist() == group.tolist()


def test_a_crowd_that_nothing_divides_is_cut_to_size():
    size = LARGEST + 10
    a, b = np.zeros(size - 1, dtype=np.int64), np.arange(1, size)
    label = clusters(np.ones(size), (a, b), np.full(size - 1, 5.0), lambda left, _: np.full(len(left), 5.0), 0.0)
    assert np.unique(label, return_counts=True)[1].tolist() == [LARGEST, 10]


def test_what_is_tied_is_not_weighed_again():
    asked = []

    def weigh(left, right):
        asked.extend(zip(left.tolist(), right.tolist(), strict=True))
        return np.full(len(left), 1.0)

    ties = np.array([4, 0, 1]), np.array([3, 1, 2])
    assert clusters(np.ones(6), ties, np.array([2.0, 3.0, 3.0]), weigh, 0.0).tolist() == [0, 0, 0, 3, 3, 5]
    assert asked == [(0, 2)]


def test_no_claims_no_clusters():
    none = np.array([], dtype=np.int64)
    assert clusters(none.astype(float), (none, none), none.astype(float), lambda a, _: a, 0.0).tolist() == []
