"""The log-linear estimate: all models of the lists, averaged, with an interval that knows there were many.

Publications of the field use log-linear models, so their answer stands beside
the others. They differ most in which model was chosen; an interval from one
chosen model pretends that the choice was free.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from untold.estimates.capture_table import CaptureTable
from untold.estimates.estimate import Diagnostic, Estimate, Fit, Refusal, Status
from untold.estimates.loglinear.existence import identification
from untold.estimates.loglinear.fitting import Criterion, Floats, ModelFits, fit_table
from untold.estimates.loglinear.models import (
    MOST_LISTS,
    MOST_LISTS_OF_ALL,
    Models,
    all_pairs_model,
    hierarchical_models,
)
from untold.estimates.loglinear.profiling import ProfileInterval, profile_interval, profiles_of
from untold.estimates.loglinear.wording import assumptions_of, notes_of, pairs_apart, refusal_of_pairs, weights_of

FEWEST_LISTS = 3
_TOO_MUCH = 0.5  # of the weight on models that say no number: an average over the rest is no longer an average
_KEPT = 0.999  # of the weight goes into an interval: thousands of models that weigh nothing change no end of it
_MOST_PROFILED = 3000
_FARTHEST = 100.0  # ends this many times apart say nothing that a reader could use
Stratum = tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class LoglinearOptions:
    """How log-linear models are chosen.

    `criterion` weighs the models. `averaged` is whether all of them speak or
    the best alone. `order` is the most lists that an effect may join; without
    it all effects up to four lists, and pairs from five lists on, as Rcapture
    offers them. `level` is the interval's.
    """

    criterion: Criterion = "AIC"
    averaged: bool = True
    order: int | None = None
    level: float = 0.95

    def __post_init__(self) -> None:
        if not 0 < self.level < 1:
            msg = f"an interval's level is between 0 and 1, not {self.level}"
            raise ValueError(msg)
        if self.order is not None and self.order < 1:
            msg = f"an effect joins one list at least, not {self.order}"
            raise ValueError(msg)


def fit_loglinear(table: CaptureTable, *, options: LoglinearOptions | None = None, stratum: Stratum = ()) -> Fit:
    """Return the log-linear estimate of a table, or why there is none.

    The point is the mean of the models' estimates by weight (Buckland, Burnham
    and Augustin 1997). The interval is the model-averaged profile likelihood
    interval (Fletcher and Turek 2012): at each end the mean, by weight, of what
    the models' multinomial profile likelihoods leave beyond it is half of what
    the level leaves out. With one model it is that model's profile interval.

    Models whose likelihood has no maximum that says how many are unseen are
    left out, and the notes say so (Fienberg and Rinaldo 2012; Chan, Silverman
    and Vincent 2019). A table is refused where the model with all pairs is such
    a model, where those left out would have half of the weight, or where the
    interval has no upper end, spans a hundredfold or does not hold the point.
    """
    options = options or LoglinearOptions()
    refused = _refusal_of_table(table, options)
    if refused is not None:
        return Fit(_answer(table, options, stratum, refused=refused))
    fits = fit_table(table, hierarchical_models(table.width, _order(table.width, options)))
    weights = _weights(fits, options)
    left_out = tuple(fits.models.name(int(row)) for row in np.flatnonzero(~fits.determined))
    notes = notes_of(fits, options.criterion, left_out)
    found = _diagnostics(fits, weights, options)
    if not fits.determined.any() or (options.averaged and fits.weight_left_out(options.criterion) > _TOO_MUCH):
        return Fit(_answer(table, options, stratum, found=found, notes=notes, refused=_LEFT_OUT, status="unstable"))
    interval = _interval(table, fits, weights, options.level)
    point = float(weights @ np.where(weights > 0, fits.estimates, 0.0))
    refused = refusal_of_interval(point, interval)
    if refused is not None:
        return Fit(_answer(table, options, stratum, found=found, notes=notes, refused=refused, status="unstable"))
    ends = (point, interval.low, interval.high)
    return Fit(_answer(table, options, stratum, found=found, notes=notes, ends=ends, status="estimable"))


_LEFT_OUT = Refusal(
    "the models that fit best have no maximum that says how many are on no list, so an average would be of the others",
    "join lists that hardly meet, or use fewer effects (pairs alone)",
)


def _order(width: int, options: LoglinearOptions) -> int | None:
    return 2 if options.order is None and width >= MOST_LISTS_OF_ALL else options.order


def _refusal_of_table(table: CaptureTable, options: LoglinearOptions) -> Refusal | None:
    """Return why a table has no log-linear estimate before a model is fitted, or null."""
    if table.width < FEWEST_LISTS:
        reason = "two lists cannot show whether they depend on each other"
        return Refusal(reason, "find a third list, or take the two as independent with lincoln-petersen or chapman")
    order = _order(table.width, options)
    most = MOST_LISTS if order is not None and order <= 2 else MOST_LISTS_OF_ALL  # noqa: PLR2004 (pairs)
    if table.width > most:
        reason = f"{table.width} lists have too many log-linear models to go through"
        return Refusal(reason, f"join lists of one kind until there are {most}, or use the latent class model")
    empty = [name for name in table.lists if not table.on_list(name)]
    if empty:
        return Refusal(f"nobody is on the list {empty[0]}", "leave that list out")
    apart = pairs_apart(table)
    found = identification(table.cells.astype(np.float64), all_pairs_model(table.width).effects_of(0))
    return refusal_of_pairs(apart) if apart and not found.determined else None


def _weights(fits: ModelFits, options: LoglinearOptions) -> Floats:
    weights = fits.weights(options.criterion)
    if options.averaged or not fits.determined.any():
        return weights
    best = np.zeros_like(weights)
    best[int(weights.argmax())] = 1.0
    return best


def _interval_rows(weights: Floats) -> NDArray[np.int64]:
    """Return the models that make the interval, the weightiest first."""
    order = weights.argsort()[::-1]
    needed = int(np.searchsorted(weights[order].cumsum(), _KEPT * weights.sum())) + 1
    return order[: min(needed, _MOST_PROFILED)]


def _interval(table: CaptureTable, fits: ModelFits, weights: Floats, level: float) -> ProfileInterval:
    rows = _interval_rows(weights)
    chosen = Models(table.width, fits.models.effects[rows], fits.models.sizes[rows])
    profiles = profiles_of(table.cells.astype(np.float64), chosen)
    return profile_interval(profiles, weights[rows] / weights[rows].sum(), table.enumerated, level)


def refusal_of_interval(point: float, interval: ProfileInterval) -> Refusal | None:
    """Return why a point and its interval are not to be printed, or null."""
    if interval.high is None:
        reason = "the likelihood does not fall towards larger numbers, so the interval has no upper end"
        return Refusal(reason, "find a list that overlaps the others more, or join lists that hardly meet")
    if interval.high > _FARTHEST * interval.low:
        reason = f"the interval's ends, {interval.low:,.0f} and {interval.high:,.0f}, are over a hundred times apart"
        return Refusal(reason, "find a list that overlaps the others more, or join lists that hardly meet")
    if not interval.low <= point <= interval.high:
        reason = "a model of little weight sets the average, which lies outside its own interval"
        return Refusal(reason, "use fewer effects (pairs alone), or BIC, which gives large models less weight")
    return None


def _diagnostics(fits: ModelFits, weights: Floats, options: LoglinearOptions) -> dict[str, Diagnostic]:
    """Return the named numbers of a fit; `buckland_standard_error` holds the spread between models too."""
    found: dict[str, Diagnostic] = {
        "criterion": options.criterion,
        "averaged": options.averaged,
        "models": len(fits.models),
        "models_left_out": int((~fits.determined).sum()),
        "weight_left_out": fits.weight_left_out(options.criterion),
    }
    if not fits.determined.any():
        return found
    best, used, rows = int(weights.argmax()), weights > 0, _interval_rows(weights)
    point = float(weights[used] @ fits.estimates[used])
    spread = np.sqrt(fits.standard_errors[used] ** 2 + (fits.estimates[used] - point) ** 2)
    return found | {
        "best_model": fits.models.name(best),
        "best_weight": float(fits.weights(options.criterion)[best]),
        "best_estimate": float(fits.estimates[best]),
        "best_deviance": float(fits.deviance[best]),
        "best_degrees_of_freedom": int(fits.degrees_of_freedom[best]),
        "buckland_standard_error": float(weights[used] @ spread),
        "weights": weights_of(fits, options.criterion),
        "models_in_interval": len(rows),
        "weight_in_interval": float(weights[rows].sum()),
    }


def _answer(
    table: CaptureTable,
    options: LoglinearOptions,
    stratum: Stratum,
    *,
    found: dict[str, Diagnostic] | None = None,
    notes: tuple[str, ...] = (),
    ends: tuple[float | None, float | None, float | None] = (None, None, None),
    refused: Refusal | None = None,
    status: Status = "not_estimable",
) -> Estimate:
    point, low, high = ends
    return Estimate(
        method="loglinear",
        status=status,
        enumerated=table.enumerated,
        point=point,
        low=low,
        high=high,
        level=options.level,
        lists=table.lists,
        stratum=stratum,
        assumptions=assumptions_of(table, options.criterion, averaged=options.averaged),
        diagnostics=found or {},
        refused=refused,
        seed=None,
        table=table.hash,
        notes=notes,
    )
