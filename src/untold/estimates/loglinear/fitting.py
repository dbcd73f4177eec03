"""All models fitted at once, with what each says and whether its maximum exists.

A Poisson log-linear model is fitted to the counts of the patterns that some
list has; the exponential of its intercept is what it expects on no list. The
estimate is those and the units enumerated (Fienberg 1972; Cormack 1989).
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from untold.estimates.capture_table import CaptureTable
from untold.estimates.loglinear.existence import identification
from untold.estimates.loglinear.kernels import CONVERGED, close_empty, fit_models
from untold.estimates.loglinear.models import Models

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Criterion = Literal["AIC", "AICc", "BIC"]
# A converged fit of positive expected counts with the table's own margins is itself the proof that a maximum
# exists: a count on its way to nothing still shrinks by a factor of e with each update and is none. Below this
# the linear programme is asked, since rounding could pass for such a fit.
_SURELY_POSITIVE = 1e-7


@dataclass(frozen=True, slots=True)
class Reduced:
    """Models without the effects that nobody shows, and the cells that are left to each; rows as in `Models`."""

    effects: NDArray[np.int64]
    sizes: NDArray[np.int64]
    is_open: Flags


@dataclass(frozen=True)
class ModelFits:
    """What each model of `models` says of one table; every array has one number a model, in their order.

    `log_unseen` is the log of the expected number of units on no list and
    `variance` its variance. `deviance` and `log_likelihood` are Poisson's.
    `exists` is whether the maximum exists in the ordinary sense; `determined`
    whether one number on no list follows from the model even where expected
    counts of lists that never meet go to nothing (Chan, Silverman and Vincent
    2019). A model that is not determined has no estimate, whatever a program
    prints. `parameters` counts all effects with the intercept. `variance_as_r`
    is the variance from the weights of one update before the last, which R's
    `glm` reports where its deviance has settled.
    """

    models: Models
    enumerated: int
    log_unseen: Floats
    variance: Floats
    variance_as_r: Floats
    deviance: Floats
    log_likelihood: Floats
    exists: Flags
    determined: Flags

    @cached_property
    def estimates(self) -> Floats:
        """Return the estimates of all units, those on no list included."""
        return self.enumerated + np.exp(self.log_unseen)

    @cached_property
    def standard_errors(self) -> Floats:
        """Return the standard errors of the estimates, after Rivest and Baillargeon 2007."""
        return standard_error(self.log_unseen, self.variance)

    @cached_property
    def parameters(self) -> NDArray[np.int64]:
        """Return how many parameters each model has."""
        return self.models.sizes

    @property
    def degrees_of_freedom(self) -> NDArray[np.int64]:
        """Return the cells observed less the parameters."""
        return (1 << self.models.width) - 1 - self.parameters

    def criterion(self, name: Criterion) -> Floats:
        """Return Akaike's criterion, its small-sample form, or Schwarz'; the sample is the units enumerated."""
        return criterion(name, self.log_likelihood, self.parameters, self.enumerated)

    def weights(self, name: Criterion) -> Floats:
        """Return the weights of the models that are determined, 0 for the others; they add up to 1.

        Of Burnham and Anderson 2002: exp(-half the criterion's distance to the best).
        """
        values = np.where(self.determined, self.criterion(name), np.inf)
        weights: Floats = np.exp(-(values - values.min()) / 2) if self.determined.any() else np.zeros(len(values))
        total = weights.sum()
        shares: Floats = np.divide(weights, total, out=np.zeros_like(weights), where=total > 0)
        return shares

    def weight_left_out(self, name: Criterion) -> float:
        """Return the share of the weight that models without an estimate would have, by their likelihood's bound."""
        values = self.criterion(name)
        weights = np.exp(-(values - values.min()) / 2)
        return float(weights[~self.determined].sum() / weights.sum())


def standard_error(log_unseen: Floats, variance: Floats) -> Floats:
    """Return the standard error of an estimate: sqrt(u + u² variance), u the units on no list."""
    unseen = np.exp(log_unseen)
    error: Floats = np.sqrt(unseen + unseen**2 * variance)
    return error


def criterion(name: Criterion, log_likelihood: Floats, parameters: NDArray[np.int64], enumerated: int) -> Floats:
    """Return a criterion by name; AICc is infinite where there are too few units for it."""
    if name == "BIC":
        schwarz: Floats = -2 * log_likelihood + np.log(enumerated) * parameters
        return schwarz
    akaike: Floats = -2 * log_likelihood + 2 * parameters
    if name == "AIC":
        return akaike
    spare = enumerated - parameters - 1
    corrected: Floats = np.where(spare > 0, akaike + 2 * parameters * (parameters + 1) / np.maximum(spare, 1), np.inf)
    return corrected


def fit_table(table: CaptureTable, models: Models) -> ModelFits:
    """Return the fits of all models to a table."""
    counts = table.cells.astype(np.float64)
    reduced = without_empty(counts, models)
    results = np.zeros((len(models), 6))
    outcomes = np.zeros(len(models), dtype=np.int64)
    fit_models(counts, reduced.effects, reduced.sizes, models.width, reduced.is_open, results, outcomes)
    exists, determined = _judged(counts, models, reduced, (outcomes == CONVERGED) & (results[:, 4] > _SURELY_POSITIVE))
    return ModelFits(
        models=models,
        enumerated=table.enumerated,
        log_unseen=results[:, 0],
        variance=results[:, 1],
        variance_as_r=results[:, 5],
        deviance=results[:, 2],
        log_likelihood=results[:, 3] - float(gammaln(counts[1:] + 1).sum()),
        exists=exists,
        determined=determined,
    )


def without_empty(counts: Floats, models: Models) -> Reduced:
    """Return what is left of each model when effects whose lists nobody is on together are out."""
    kept = np.full_like(models.effects, -1)
    sizes = np.zeros_like(models.sizes)
    is_open = np.ones((len(models), len(counts)), dtype=np.bool_)
    close_empty(counts, models.effects, models.sizes, models.width, kept, sizes, is_open)
    return Reduced(kept, sizes, is_open)


def _judged(counts: Floats, models: Models, reduced: Reduced, sure: Flags) -> tuple[Flags, Flags]:
    """Return which maxima exist and which models say how many; `sure` are the fits that prove it of what is left."""
    exists = sure & (reduced.sizes == models.sizes)
    determined = sure.copy()
    for row in np.flatnonzero(~sure):
        found = identification(counts, models.effects_of(int(row)))
        exists[row], determined[row] = found.exists, found.determined
    return exists, determined
