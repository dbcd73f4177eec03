"""Log-linear models beside what Rcapture 1.4.4 prints of its twelve tables.

Estimates, standard errors, deviance, AIC and BIC must agree to 1e-6. R's
standard errors have the weights of one update before the last, and so have the
ones compared here; those that an estimate uses have the last. The error of Mbh
is not compared: linearized as all others are it is not R's, which is up to
five times as large, and which of the two the paper means is open. Models whose
estimate does not follow from the table are not compared: R prints where it
stopped.
"""

import json
from collections.abc import Iterator
from typing import Any

import numpy as np

from tests.estimates.published import published_table
from tests.evaluation.corpora import data_folder, present
from tests.evaluation.measurement import Measurement, Outcome, share_right
from untold.estimates.capture_table import CaptureTable
from untold.estimates.loglinear import LoglinearOptions, fit_loglinear, fit_table, hierarchical_models
from untold.estimates.loglinear.fitting import standard_error
from untold.estimates.loglinear.heterogeneity import NamedFit, heterogeneity_models, interval_of
from untold.estimates.loglinear.profiling import ProfileInterval

REFERENCE = "mse/reference/rcapture.json"
PUBLISHED = "mse/reference/kosovo_published_model.json"
WITHIN = 1e-6
INTERVAL_WITHIN = 1e-5  # R takes Stirling's formula for the factorials of a profile, we the gamma function
_NUMBERS = ("abundance", "stderr", "deviance", "df", "AIC", "BIC")
Row = dict[str, Any]


def measure() -> list[Measurement]:
    """Return the shares of Rcapture's rows that come out alike, by kind of model, and of its published one."""
    tables = list(printed_tables())
    hierarchical = [outcome for name, printed in tables for outcome in _hierarchical(name, printed)]
    named = [outcome for name, printed in tables for outcome in _named(name, printed)]
    return [
        share_right("loglinear.hierarchical", REFERENCE, hierarchical),
        share_right("loglinear.named", REFERENCE, named),
        share_right("loglinear.intervals", REFERENCE, (each for pair in tables for each in _intervals(*pair))),
        share_right("loglinear.kosovo_published", PUBLISHED, [_kosovo_published()]),
    ]


def printed_tables() -> Iterator[tuple[str, Row]]:
    """Yield each table's name and what was printed of it."""
    printed: Row = json.loads(present(data_folder() / REFERENCE).read_text(encoding="utf-8"))
    yield from ((name, rows) for name, rows in printed.items() if name != "versions")


def _table(name: str) -> CaptureTable:
    return published_table(name, data_folder() / "mse/reference/tables")


def _hierarchical(name: str, printed: Row) -> Iterator[Outcome]:
    if "closedpMS" not in printed:
        return
    table = _table(name)
    models = hierarchical_models(table.width, 2 if table.width > 4 else None)
    fits = fit_table(table, models)
    rows = {models.name(row): row for row in range(len(models))}
    errors = standard_error(fits.log_unseen, fits.variance_as_r)
    yield _outcome(f"{name} models", {"models": printed["closedpMS_nmodels"]}, {"models": len(models)})
    for gold in printed["closedpMS"]:
        row = rows[gold["model"]]
        if fits.determined[row]:
            numbers = (
                fits.estimates[row],
                errors[row],
                fits.deviance[row],
                fits.degrees_of_freedom[row],
                fits.criterion("AIC")[row],
                fits.criterion("BIC")[row],
            )
            yield _outcome(f"{name} {gold['model']}", gold, dict(zip(_NUMBERS, map(float, numbers), strict=True)))


def _named(name: str, printed: Row) -> Iterator[Outcome]:
    fits = {fit.name: fit for fit in heterogeneity_models(_table(name))}
    for gold in printed["closedp_t"]:
        found = _numbers(fits[gold["model"]])
        if gold["model"] == "Mbh":
            del found["stderr"]
        yield _outcome(f"{name} {gold['model']}", gold, found)


def _numbers(fit: NamedFit) -> dict[str, float]:
    numbers = (fit.estimate, fit.standard_error_as_r, fit.deviance, fit.degrees_of_freedom, fit.aic, fit.bic)
    return dict(zip(_NUMBERS, map(float, numbers), strict=True))


def _intervals(name: str, printed: Row) -> Iterator[Outcome]:
    table = _table(name)
    fits = {fit.name: fit for fit in heterogeneity_models(table)}
    for key, model in (("closedpCI_Mt_CI", "Mt"), ("closedpCI_MthChao_CI", "Mth Chao (LB)")):
        yield _outcome(
            f"{name} {model} interval", printed[key][0], _ends(interval_of(fits[model], table)), INTERVAL_WITHIN
        )


def _ends(interval: ProfileInterval) -> dict[str, float]:
    return {"abundance": interval.peak, "infCL": interval.low, "supCL": interval.high or np.inf}


def _kosovo_published() -> Outcome:
    printed = json.loads(present(data_folder() / PUBLISHED).read_text(encoding="utf-8"))
    estimate = fit_loglinear(_table("kosovo"), options=LoglinearOptions("BIC", averaged=False)).estimate
    gold = {
        "abundance": printed["results"][0]["abundance"],
        **{key: printed["CI"][0][key] for key in ("infCL", "supCL")},
    }
    found = {"abundance": estimate.point or 0.0, "infCL": estimate.low or 0.0, "supCL": estimate.high or 0.0}
    is_named = estimate.diagnostics["best_model"] == printed["model"]
    outcome = _outcome("kosovo", gold, found)
    return Outcome("kosovo", outcome.right and is_named, outcome.gold, outcome.read)


def _outcome(unit: str, gold: Row, found: dict[str, float], within: float = WITHIN) -> Outcome:
    """Return whether all numbers agree: relatively, and where the printed one is next to nothing absolutely."""
    right = all(abs(value - gold[key]) <= within * max(abs(gold[key]), 1.0) for key, value in found.items())
    return Outcome(unit, right, str({key: gold[key] for key in found}), str(found))
