"""The ratios that fit reports best, and the interval of any comparison between them."""

from __future__ import annotations

from functools import cached_property
from math import exp, log, log1p, sqrt

import attrs
import numpy as np

from claimrec.matching.columns import FloatArray, IntArray
from claimrec.outlets.estimate import CONFIDENCE, Estimate
from claimrec.outlets.interval_model import USUAL_SPREAD, Height, Reports, likelihood, sizes_for, weak_prior

FARTHEST = log(100)
"""An interval that reaches a hundredfold is open at that end."""

_ROUNDS = 6
"""How often the points of integration are laid anew around a better fit."""

_STEPS = 12
"""How often an end of an interval is looked for in a better place."""

_STEADY = 0.05
"""How far a log ratio may move, where the points reach a noise of many times that, without laying them anew."""

_NEAR = 0.01
"""How near to the bound, in standard errors, an end of an interval is found."""


@attrs.frozen(eq=False, slots=False)
class Fit:
    """The best ratios and spread under a restriction, and the log-likelihood that they reach."""

    reports: Reports
    ratios: FloatArray
    log_spread: float
    value: float
    curvature: FloatArray

    @cached_property
    def covariance(self) -> FloatArray:
        """Of the log ratios, by the curvature at the top."""
        inverse: FloatArray = np.linalg.inv(-self.curvature).astype(np.float64)
        return inverse[:-1, :-1]

    @cached_property
    def freedom(self) -> tuple[int, int]:
        """How many differences between reports there are, and how many of them the ratios leave."""
        differences = len(self.reports.thing) - self.reports.things
        return differences, differences - (self.reports.voices - int(parts(self.reports).max()) - 1)


def fitted(reports: Reports) -> Fit:
    """The ratios that fit the reports best."""
    count = reports.voices
    return _highest(reports, np.eye(count), np.zeros(count), np.zeros(count), log(USUAL_SPREAD))


def interval(fit: Fit, contrast: FloatArray, incidents: int) -> Estimate:
    """The ratio that a contrast of log ratios is, with its profile-likelihood interval; open where nothing bounds it.

    The profile follows the likelihood where it is skewed, and says that an end is open where a voice gives only lower
    bounds; a bootstrap over incidents, or a standard error, cannot (Venzon and Moolgavkar 1988). With exact counts its
    bound makes it Student's interval, so that it holds with few incidents, too. The contrast has to sum to 0 over
    voices that are compared with each other, and the reports have to leave something beside the ratios: two voices need
    two things that both count.
    """
    differences, left = fit.freedom
    allowed = sqrt(differences * log1p(_student(left) ** 2 / left))
    best = float(contrast @ fit.ratios)
    low, high = (_end(fit, contrast, side, allowed) for side in (-1, 1))
    known = low is not None and high is not None
    return Estimate(
        exp(best) if known else None,
        None if low is None else exp(low),
        None if high is None else exp(high),
        incidents,
    )


def parts(reports: Reports) -> IntArray:
    """For each voice the number of its part: voices of two parts are never compared, not even through others."""
    from scipy.sparse import coo_array  # noqa: PLC0415 - importing claimrec stays light
    from scipy.sparse.csgraph import connected_components  # noqa: PLC0415

    a, b = reports.pairs
    meeting = coo_array((np.ones(len(a)), (reports.voice[a], reports.voice[b])), shape=(reports.voices,) * 2)
    found: IntArray = connected_components(meeting, directed=False)[1]
    return found


def _end(fit: Fit, contrast: FloatArray, side: int, allowed: float) -> float | None:
    """Where the profile has fallen by what is allowed, below (-1) or above (1) the best; None if it never has.

    The root of the fall is nearly straight, and the other ratios follow the contrast nearly as the covariance says, so
    that a few secant steps suffice.
    """
    basis, along = _without(contrast), contrast / float(contrast @ contrast)
    follow = fit.covariance @ contrast
    best, error = float(contrast @ fit.ratios), side * sqrt(float(contrast @ follow))
    near, fallen_near, far = best, 0.0, best + allowed * error
    for _ in range(_STEPS):  # pragma: no branch - more than a few are never needed
        far = max(min(far, FARTHEST), -FARTHEST)
        start = fit.ratios + follow * (far - best) / error**2
        fallen = sqrt(
            max(0.0, 2 * (fit.value - _highest(fit.reports, basis, along * far, start, fit.log_spread).value))
        )
        if abs(fallen - allowed) < _NEAR:
            break
        if fallen < allowed and abs(far) == FARTHEST:
            return None
        rate = (fallen - fallen_near) / (far - near) if far != near else 0.0
        towards = far + (allowed - fallen) / rate if rate * error > 0 else far + error
        if fallen > allowed:
            towards = min(max(towards, min(near, far)), max(near, far))
        else:
            near, fallen_near = far, fallen
        far = towards
    return far


def _highest(reports: Reports, basis: FloatArray, fixed: FloatArray, ratios: FloatArray, log_spread: float) -> Fit:
    """The best fit among ratios that are `fixed` plus any sum of the columns of `basis`."""
    from scipy.optimize import minimize  # noqa: PLC0415 - importing claimrec stays light

    here = np.append(basis.T @ (ratios - fixed), log_spread)
    for _ in range(_ROUNDS):  # pragma: no branch - the same
        hill = _Hill(reports, basis, fixed, sizes_for(reports, fixed + basis @ here[:-1], here[-1]))
        found = minimize(
            hill.depth, here, method="trust-exact", jac=hill.fall, hess=hill.hollow, options={"gtol": 1e-4}
        )
        moved, here = float(np.abs(found.x - here).max()), found.x
        if moved < _STEADY:
            break
    top = hill.height(here)
    return Fit(reports, fixed + basis @ here[:-1], float(here[-1]), top.value, top.curvature)


@attrs.frozen(eq=False)
class _Hill:
    """The likelihood over places of a basis, upside down as minimisers want it; each place is worked out once."""

    reports: Reports
    basis: FloatArray
    fixed: FloatArray
    sizes: FloatArray
    _known: dict[bytes, Height] = attrs.field(factory=dict, init=False)

    def height(self, place: FloatArray) -> Height:
        """In all parameters: the ratios and the log of the spread."""
        ratios, log_spread = self.fixed + self.basis @ place[:-1], float(place[-1])
        return likelihood(self.reports, ratios, log_spread, self.sizes) + weak_prior(ratios, log_spread)

    def _seen(self, place: FloatArray) -> Height:
        key = place.tobytes()
        if key not in self._known:
            turned = np.zeros((self.basis.shape[0] + 1, self.basis.shape[1] + 1))
            turned[:-1, :-1], turned[-1, -1] = self.basis, 1
            self._known[key] = self.height(place).seen_from(turned)
        return self._known[key]

    def depth(self, place: FloatArray) -> float:
        return -self._seen(place).value

    def fall(self, place: FloatArray) -> FloatArray:
        return -self._seen(place).slope

    def hollow(self, place: FloatArray) -> FloatArray:
        return -self._seen(place).curvature


def _without(contrast: FloatArray) -> FloatArray:
    """A basis of everything that leaves the contrast as it is."""
    turned, _ = np.linalg.qr(contrast[:, None], mode="complete")
    rest: FloatArray = turned[:, 1:]
    return rest


def _student(freedom: int) -> float:
    from scipy.special import stdtrit  # noqa: PLC0415 - importing claimrec stays light

    return float(stdtrit(freedom, (1 + CONFIDENCE) / 2))
