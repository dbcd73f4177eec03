"""Whether draws of a sampler can be believed: rank-normalized split R-hat, bulk and tail effective sample sizes.

Chains that disagree, or draws that hardly move, print a number as readily as
good ones do. These three say so before anybody reads it.

Source: Vehtari, Gelman, Simpson, Carpenter and Bürkner (2021), "Rank-normalization,
folding, and localization: an improved R-hat", Bayesian Analysis 16(2), 667–718.
"""

from dataclasses import dataclass
from math import log10

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri
from scipy.stats import rankdata

Draws = NDArray[np.float64]  # chains by draws
_FEWEST_DRAWS = 6  # half a chain has a variance and a first pair of lags


@dataclass(frozen=True, slots=True)
class Convergence:
    """What the draws of one quantity say of their sampler.

    `rhat` is near 1 where chains agree (null where nothing moves), `bulk` and
    `tail` are effective sample sizes of the middle and of the 5 % and 95 %
    quantiles, `chain_medians` the median of each chain.
    """

    rhat: float | None
    bulk: float
    tail: float
    chain_medians: tuple[float, ...]


def convergence(draws: Draws) -> Convergence:
    """Return what the draws (chains by draws) say of their sampler."""
    medians = tuple(float(each) for each in np.median(draws, axis=1))
    return Convergence(rank_rhat(draws), bulk_ess(draws), tail_ess(draws), medians)


def rank_rhat(draws: Draws) -> float | None:
    """Return the rank-normalized split R-hat: the worse of the plain and the folded; null where nothing moves.

    >>> still = np.ones((4, 10))
    >>> rank_rhat(still) is None
    True
    """
    _check(draws)
    if np.ptp(draws) == 0:
        return None
    halves = _split(draws)
    folded = np.abs(halves - np.median(halves))
    return max(_rhat(_rank_normalized(halves)), _rhat(_rank_normalized(folded)))


def bulk_ess(draws: Draws) -> float:
    """Return how many independent draws the middle of the distribution is known as well as from."""
    _check(draws)
    return _ess(_rank_normalized(_split(draws)))


def tail_ess(draws: Draws) -> float:
    """Return the smaller effective sample size of the 5 % and the 95 % quantile."""
    _check(draws)
    halves = _split(draws)
    return min(_ess((halves <= np.quantile(draws, part)).astype(np.float64)) for part in (0.05, 0.95))


def _check(draws: Draws) -> None:
    if draws.ndim != 2 or draws.shape[1] < _FEWEST_DRAWS:  # noqa: PLR2004 (chains by draws)
        msg = f"draws are chains by draws, at least {_FEWEST_DRAWS} of each chain, not {draws.shape}"
        raise ValueError(msg)
    if not np.isfinite(draws).all():
        msg = "draws are finite numbers"
        raise ValueError(msg)


def _split(draws: Draws) -> Draws:
    half = draws.shape[1] // 2
    return np.concatenate([draws[:, :half], draws[:, -half:]])


def _rank_normalized(draws: Draws) -> Draws:
    ranks = rankdata(draws, method="average").reshape(draws.shape)
    scaled: Draws = ndtri((ranks - 3 / 8) / (draws.size + 1 / 4))
    return scaled


def _rhat(draws: Draws) -> float:
    length = draws.shape[1]
    within = draws.var(axis=1, ddof=1).mean()
    between = draws.mean(axis=1).var(ddof=1)
    if within == 0:
        return float("inf") if between > 0 else 1.0
    return float(np.sqrt((length - 1) / length + between / within))


def _autocovariance(draws: Draws) -> Draws:
    length = draws.shape[1]
    centered = draws - draws.mean(axis=1, keepdims=True)
    spectrum = np.fft.rfft(centered, n=2 * length, axis=1)
    summed = np.fft.irfft(np.abs(spectrum) ** 2, n=2 * length, axis=1)[:, :length]
    return np.asarray(summed / length, dtype=np.float64)


def _ess(draws: Draws) -> float:
    """Return the effective sample size from Geyer's initial monotone sequence, over all chains."""
    chains, length = draws.shape
    if np.ptp(draws) < np.finfo(float).resolution:
        return float(draws.size)
    covariance = _autocovariance(draws).mean(axis=0)
    within = covariance[0] * length / (length - 1)
    pooled = covariance[0] + (draws.mean(axis=1).var(ddof=1) if chains > 1 else 0.0)
    correlation = 1 - (within - covariance) / pooled
    correlation[0] = 1.0
    tau = max(_summed(correlation), 1 / log10(draws.size))  # antithetic draws: no better than the paper's bound
    return float(draws.size / tau)


def _summed(correlation: Draws) -> float:
    """Return the autocorrelation time: pairs of lags while their sums are positive, made to fall."""
    pairs = correlation[: (correlation.size - 1) // 2 * 2].reshape(-1, 2).sum(axis=1)
    negative = np.flatnonzero(pairs <= 0)
    last = int(negative[0]) if negative.size else pairs.size - 1
    falling = np.minimum.accumulate(pairs[:last])
    return float(-1 + 2 * falling.sum() + max(correlation[2 * last], 0.0))
