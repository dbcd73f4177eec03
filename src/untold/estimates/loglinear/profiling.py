"""Profile likelihood intervals: how far N can move before the data object.

For each whole number of units N, the rest of a model is fitted anew with
N - n units on no list, and the multinomial likelihood of the table is what is
left to compare (Cormack 1992; Rivest and Baillargeon 2007). Its interval knows
that N cannot be less than was enumerated and may be far more.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import digamma, gammaln, ndtr

from untold.estimates.loglinear.fitting import without_empty
from untold.estimates.loglinear.kernels import refit_with_unseen
from untold.estimates.loglinear.models import Models

Floats = NDArray[np.float64]
# Of units on no list at given numbers of them, one a model: the heights of the profiles, and their slopes.
Profiles = Callable[[Floats], tuple[Floats, Floats]]
_LEAST = 1e-9  # units on no list, for none
_MOST = 1e7  # times the units enumerated; an end beyond is no end
_HALVINGS = 45
_STEPS_UP = 41


@dataclass(frozen=True, slots=True)
class ProfileInterval:
    """An interval of N; `high` is null where the likelihood never falls far enough."""

    peak: float
    low: float
    high: float | None


def profiles_of(counts: Floats, models: Models) -> Profiles:
    """Return the profiles of models for counts by pattern, of which the first is not observed."""
    reduced = without_empty(counts, models)
    reduced.is_open[:, 0] = True
    seen = counts[1:]
    logs = np.empty(reduced.is_open.shape)

    def heights(unseen: Floats) -> tuple[Floats, Floats]:
        refit_with_unseen(counts, reduced.effects, reduced.sizes, models.width, reduced.is_open, unseen, logs)
        said = np.where(reduced.is_open[:, 1:], logs[:, 1:], 0.0) @ seen
        return height_and_slope(unseen, float(seen.sum()), said, logs[:, 0])

    return heights


def height_and_slope(unseen: Floats, enumerated: float, seen: Floats, unseen_logs: Floats) -> tuple[Floats, Floats]:
    """Return the log-likelihood of N and its slope.

    `seen` is the sum of counts times the logs of their expected counts,
    `unseen_logs` the log of the expected count on no list. The slope is the
    likelihood's own, because the rest stands at its maximum.
    """
    total = enumerated + unseen
    height = gammaln(total + 1) - gammaln(unseen + 1) + seen + unseen * unseen_logs - total * np.log(total)
    slope = digamma(total + 1) - digamma(unseen + 1) + unseen_logs - np.log(total)
    return height, slope


def profile_interval(profiles: Profiles, weights: Floats, enumerated: int, level: float = 0.95) -> ProfileInterval:
    """Return the interval of one model, or of an average: where its models' tail areas, by weight, are each half.

    Of Fletcher and Turek 2012: the signed root of each model's likelihood ratio
    gives its tail beyond N, and the weighted mean of the tails is what an
    interval leaves out at each end. With one model it is the ordinary profile
    likelihood interval. `peak` is the weighted mean of the profiles' peaks.
    """
    peaks = _peaks(profiles, len(weights), enumerated)
    tops = profiles(peaks)[0]
    outside = (1.0 - level) / 2

    def roots(log_unseen: float) -> Floats:
        unseen = np.full(len(weights), np.exp(log_unseen))
        depth = np.sqrt(np.maximum(2 * (tops - profiles(unseen)[0]), 0.0))
        signed: Floats = np.where(unseen < peaks, depth, -depth)
        return signed

    def below(log_unseen: float) -> float:
        return float(weights @ ndtr(-roots(log_unseen))) - outside

    def above(log_unseen: float) -> float:
        return float(weights @ ndtr(roots(log_unseen))) - outside

    floor, ceiling = np.log(_LEAST), np.log(_MOST * enumerated)
    low = 0.0 if below(floor) >= 0 else np.exp(brentq(below, floor, _first_past(below, floor, ceiling), xtol=1e-11))
    high = None if above(ceiling) > 0 else float(np.exp(brentq(above, floor, ceiling, xtol=1e-11)))
    peak = float(weights @ peaks)
    return ProfileInterval(enumerated + peak, enumerated + float(low), None if high is None else enumerated + high)


def _first_past(crosses: Callable[[float], float], floor: float, ceiling: float) -> float:
    """Return where a rising function is first found above 0 on the way up."""
    points = map(float, np.linspace(floor, ceiling, _STEPS_UP)[1:])
    return next((point for point in points if crosses(point) > 0), ceiling)


def _peaks(profiles: Profiles, models: int, enumerated: int) -> Floats:
    """Return how many units on no list each profile is highest at, by halving where its slope changes sign."""
    low, high = np.full(models, np.log(_LEAST)), np.full(models, np.log(_MOST * enumerated))
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        rises = profiles(np.exp(middle))[1] > 0
        low, high = np.where(rises, middle, low), np.where(rises, high, middle)
    peaks: Floats = np.exp((low + high) / 2)
    return peaks
