"""Counts of one thing by several voices, as intervals: the likelihood of how much higher each voice counts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import inf, log

import attrs
import numpy as np

from claimrec.matching.columns import FloatArray, IntArray
from claimrec.values.count import Count

POINTS = 41
"""Points at which the unknown size of one thing is tried, over eight standard deviations to each side."""

REACH = 8.0

WEAK_RATIO = 10.0
"""Standard deviation of the weak prior of a log ratio: it only keeps what the counts leave open from running away."""

USUAL_SPREAD, WEAK_SPREAD = 0.3, 1.0
"""Reports of one thing usually differ by a third, give or take a factor of e (own): it keeps the spread off 0 where all
agree (as Chung et al. 2013 do for variances), and weighs as much as one or two reports."""


@attrs.frozen(eq=False, slots=False)
class Reports:
    """One row for each report: which `thing` it counts, whose it is (`voice`), and the bounds of its log count.

    A count n stands for all from n - 1/2 to n + 1/2, so that 0 and 1 have logs as well; each row of a thing is of
    another voice.
    """

    thing: IntArray
    voice: IntArray
    low: FloatArray
    high: FloatArray

    @classmethod
    def of(cls, told: Sequence[tuple[int, int, Count]]) -> Reports:
        """The reports as arrays, in the order of their things, which are numbered from 0 without a gap."""
        ordered = sorted(told, key=lambda one: one[:2])
        thing = np.array([one[0] for one in ordered], dtype=np.int64)
        voice = np.array([one[1] for one in ordered], dtype=np.int64)
        low = np.array([log(one[2].low - 0.5) if one[2].low else -inf for one in ordered])
        high = np.array([inf if one[2].high is None else log(one[2].high + 0.5) for one in ordered])
        return cls(thing, voice, low, high)

    @cached_property
    def things(self) -> int:
        """How many things are counted."""
        return int(self.thing[-1]) + 1 if len(self.thing) else 0

    @cached_property
    def voices(self) -> int:
        """How many voices there are."""
        return int(self.voice.max()) + 1 if len(self.voice) else 0

    @cached_property
    def pairs(self) -> tuple[IntArray, IntArray]:
        """Every two rows of one thing, both ways and with itself."""
        places = np.arange(len(self.thing))
        starts = np.searchsorted(self.thing, np.arange(self.things + 1))
        many = np.diff(starts)[self.thing]
        first = np.repeat(places, many)
        within = np.arange(len(first)) - np.repeat(np.cumsum(many) - many, many)
        return first, np.repeat(starts[self.thing], many) + within

    def per_thing(self, values: FloatArray) -> FloatArray:
        """The sums of rows over each thing."""
        summed: FloatArray = np.add.reduceat(values, np.searchsorted(self.thing, np.arange(self.things)), axis=0)
        return summed


@attrs.frozen(eq=False)
class Height:
    """The log-likelihood at one place, its slope and its curvature; the last parameter is the log of the spread."""

    value: float
    slope: FloatArray
    curvature: FloatArray

    def __add__(self, other: Height) -> Height:
        """Both together: one on top of the other."""
        return Height(self.value + other.value, self.slope + other.slope, self.curvature + other.curvature)

    def seen_from(self, turned: FloatArray) -> Height:
        """The same height for places whose parameters are `turned` times others."""
        return Height(self.value, turned.T @ self.slope, turned.T @ self.curvature @ turned)


def likelihood(reports: Reports, ratios: FloatArray, log_spread: float, sizes: FloatArray) -> Height:
    """The log-likelihood of the ratios and the spread, with the size of each thing integrated out.

    The log of a report is the log size of the thing, plus the log ratio of its voice, plus normal noise; it is known
    only to lie between its bounds (interval regression, Stewart 1983). The sizes have a flat prior, so that for exact
    counts this is the restricted likelihood (Patterson and Thompson 1971; Harville 1974), which does not take the noise
    for smaller than it is when every thing has only two or three reports. `sizes` are the points of each thing at which
    it is evaluated; slope and curvature follow from Louis (1982).
    """
    spread = np.exp(log_spread)
    at = sizes[reports.thing] + ratios[reports.voice][:, None]
    lows, highs = (reports.low[:, None] - at) / spread, (reports.high[:, None] - at) / spread
    logs = _log_chance(lows, highs)
    at_low, at_high = _density(lows, logs), _density(highs, logs)
    lows, highs = np.where(np.isfinite(lows), lows, 0), np.where(np.isfinite(highs), highs, 0)
    by_ratio = (at_low - at_high) / spread
    by_spread = lows * at_low - highs * at_high
    ratio_twice = by_spread / spread**2 - by_ratio**2
    spread_twice = highs * (1 - highs**2) * at_high - lows * (1 - lows**2) * at_low - by_spread**2
    both = (lows**2 * at_low - highs**2 * at_high) / spread - by_ratio * by_spread - by_ratio

    whole = reports.per_thing(logs)
    top = whole.max(axis=1, keepdims=True)
    weights = np.exp(whole - top)
    total = weights.sum(axis=1, keepdims=True)
    weights /= total
    step = sizes[:, 1] - sizes[:, 0]
    value = float(np.sum(top[:, 0] + np.log(total[:, 0] * step)))

    weight = weights[reports.thing]
    mean_ratio = (weight * by_ratio).sum(axis=1)
    thing_spread = reports.per_thing(by_spread)
    mean_spread = (weights * thing_spread).sum(axis=1)
    count, last = reports.voices + 1, reports.voices
    slope = np.zeros(count)
    np.add.at(slope, reports.voice, mean_ratio)
    slope[last] = mean_spread.sum()

    curvature = np.zeros((count, count))
    a, b = reports.pairs
    together = (weight[a] * by_ratio[a] * by_ratio[b]).sum(axis=1) - mean_ratio[a] * mean_ratio[b]
    np.add.at(curvature, (reports.voice[a], reports.voice[b]), together)
    np.add.at(curvature, (reports.voice, reports.voice), (weight * ratio_twice).sum(axis=1))
    mixed = (weight * (both + by_ratio * thing_spread[reports.thing])).sum(axis=1)
    mixed -= mean_ratio * mean_spread[reports.thing]
    np.add.at(curvature[:, last], reports.voice, mixed)
    curvature[last, :last] = curvature[:last, last]
    curvature[last, last] = (weight * spread_twice).sum() + (weights * thing_spread**2).sum() - (mean_spread**2).sum()
    return Height(value, slope, curvature)


def weak_prior(ratios: FloatArray, log_spread: float) -> Height:
    """What is added to the likelihood so that it has one top."""
    away = (log_spread - log(USUAL_SPREAD)) / WEAK_SPREAD
    value = -float((ratios**2).sum()) / (2 * WEAK_RATIO**2) - away**2 / 2
    slope = np.append(-ratios / WEAK_RATIO**2, -away / WEAK_SPREAD)
    curvature = np.diag(np.append(np.full(len(ratios), -(WEAK_RATIO**-2)), -(WEAK_SPREAD**-2)))
    return Height(value, slope, curvature)


def sizes_for(reports: Reports, ratios: FloatArray, log_spread: float) -> FloatArray:
    """The points, for each thing, between which its size lies by these ratios and this spread."""
    spread = np.exp(log_spread)
    bounds = np.stack([reports.low - ratios[reports.voice], reports.high - ratios[reports.voice]])
    starts = np.searchsorted(reports.thing, np.arange(reports.things))
    least = np.minimum.reduceat(np.where(np.isfinite(bounds), bounds, inf).min(axis=0), starts)
    most = np.maximum.reduceat(np.where(np.isfinite(bounds), bounds, -inf).max(axis=0), starts)
    middle, scale = (least + most) / 2, (most - least) / 4 + spread
    for _ in range(2):  # from where the bounds are to where the size is, then closer
        sizes = middle[:, None] + scale[:, None] * np.linspace(-REACH, REACH, 2 * POINTS)
        at = sizes[reports.thing]
        logs = _log_chance((bounds[0][:, None] - at) / spread, (bounds[1][:, None] - at) / spread)
        whole = reports.per_thing(logs)
        weights = np.exp(whole - whole.max(axis=1, keepdims=True))
        weights /= weights.sum(axis=1, keepdims=True)
        middle = (weights * sizes).sum(axis=1)
        scale = np.sqrt((weights * (sizes - middle[:, None]) ** 2).sum(axis=1)) + spread / 100
    around: FloatArray = middle[:, None] + scale[:, None] * np.linspace(-REACH, REACH, POINTS)
    return around


def _log_chance(lows: FloatArray, highs: FloatArray) -> FloatArray:
    """The log of the normal chance between two bounds; both are turned to the lower tail, where logs stay exact."""
    from scipy.special import log_ndtr  # noqa: PLC0415 - importing claimrec stays light

    upper = lows > 0
    most = log_ndtr(np.where(upper, -lows, highs))
    least = log_ndtr(np.where(upper, -highs, lows))
    logs: FloatArray = most + np.log(-np.expm1(np.minimum(least - most, -1e-300)))
    return logs


def _density(bounds: FloatArray, logs: FloatArray) -> FloatArray:
    """The normal density at bounds, as a share of chances of these logs; 0 at bounds that are open."""
    density = np.exp(np.clip(-(bounds**2) / 2 - log(2 * np.pi) / 2 - logs, -700, 700))
    return np.where(np.isfinite(bounds), density, 0)
