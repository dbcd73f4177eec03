"""Poisson regression of pattern counts on any design, for the few models that are not made of effects."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_UPDATES = 200
_STEP = 1e-9  # the last change of a log count
_R_STEP = 1e-8  # where R's glm stops: this change of the deviance, as a share of it
_START = 0.1


@dataclass(frozen=True, slots=True)
class PoissonFit:
    """A fitted regression: coefficients, their covariance, the logs of the expected counts, and the deviance.

    `covariance_as_r` has the weights of one update before the last, as R's
    `glm` reports it.
    """

    coefficients: Floats
    covariance: Floats
    covariance_as_r: Floats
    logs: Floats
    deviance: float


def fit_poisson(design: Floats, counts: Floats) -> PoissonFit:
    """Return the maximum of a Poisson likelihood with a log link, by reweighted least squares.

    `design` has a row a cell; `counts` may be any numbers from 0.
    """
    logs = np.log(counts + _START)
    before, as_r = _deviance(counts, logs), None
    coefficients = np.zeros(design.shape[1])
    for update in range(_UPDATES):
        fitted = np.exp(logs)
        information = design.T @ (fitted[:, None] * design)
        coefficients = np.linalg.solve(information, design.T @ (fitted * (logs - 1) + counts))
        new = design @ coefficients
        deviance, change = _deviance(counts, new), float(np.abs(new - logs).max())
        if as_r is None and abs(deviance - before) < _R_STEP * (abs(deviance) + 0.1):
            as_r = information
        before, logs = deviance, new
        if change < _STEP and update:
            break
    last = design.T @ (np.exp(logs)[:, None] * design)
    covariance: Floats = np.linalg.inv(last).astype(np.float64)
    covariance_as_r: Floats = np.linalg.inv(last if as_r is None else as_r).astype(np.float64)
    return PoissonFit(coefficients, covariance, covariance_as_r, logs, before)


def _deviance(counts: Floats, logs: Floats) -> float:
    said = np.where(counts > 0, counts * (np.log(np.where(counts > 0, counts, 1.0)) - logs), 0.0)
    return float(2 * (said - counts + np.exp(logs)).sum())
