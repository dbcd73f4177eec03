"""The estimate of the latent class model, or the reason why the data carry none.

A posterior always has a median. Whether it says anything about the dead, or
only about the prior and where somebody cut it, is asked here before it is
printed.
"""

import numpy as np

from untold.estimates.capture_table import CaptureTable
from untold.estimates.diagnostics import Draws
from untold.estimates.estimate import Diagnostic, Estimate, Fit, Refusal, Status
from untold.estimates.latent_class.cap_share import beyond_cap, quantile_without_cap
from untold.estimates.latent_class.options import Options
from untold.estimates.latent_class.sampling import Sample, sample
from untold.estimates.latent_class.words import TWO_LISTS, assumptions, chains_apart, end_set_by_cap, too_few_draws

_FEWEST_LISTS = 3
_MOVED = 1.05  # an upper end that would be a twentieth higher without the cap is the cap's
_APART = 0.5  # of the distance between the quartiles: chain medians further apart are two answers
Stratum = tuple[tuple[str, str | None], ...]
Diagnostics = dict[str, Diagnostic]
_Doubt = tuple[Status, Refusal]


def fit_latent_class(table: CaptureTable, options: Options | None = None, *, seed: int, stratum: Stratum = ()) -> Fit:
    """Return the estimate of the latent class model with draws of N, chains by draws.

    The point is the posterior median, the interval cuts equal tails. Refused
    (the draws are kept for whoever wants to see why) are fewer than three
    lists, chains that do not agree, and an upper end that the cap sets.

    Priors: N has 1/N up to the cap; shares of the classes are broken from
    sticks Beta(1, alpha), alpha is Gamma(a, b); the chance of each class to be
    on each list is uniform. What identifies N is the assumption that within a
    class the lists are independent, and that nobody has no chance at all.

    Source: Manrique-Vallier (2016), Biometrics 72(4), 1246–1254.

    Raises `UnusableLists` where the cap is below what is enumerated.
    """
    chosen = options or Options()
    if table.width < _FEWEST_LISTS:
        return Fit(_estimate(table, chosen, {}, seed, stratum, doubt=("not_estimable", TWO_LISTS)))
    drawn = sample(table, chosen, seed=seed)
    beyond = beyond_cap(drawn.seen, table.enumerated, chosen.cap(table.enumerated) - table.enumerated)
    found = _diagnostics(drawn, beyond, chosen, table)
    doubt = _doubt(drawn, beyond, chosen, table)
    return Fit(_estimate(table, chosen, found, seed, stratum, draws=drawn.whole, doubt=doubt), drawn.whole)


def _doubt(drawn: Sample, beyond: float, options: Options, table: CaptureTable) -> _Doubt | None:
    """Return why the draws carry no number, or null."""
    found = drawn.convergence
    if _is_cut(drawn.whole, beyond, options):
        return "not_estimable", end_set_by_cap(options.cap(table.enumerated))
    quartiles = np.quantile(drawn.whole, [0.25, 0.75])
    apart = max(found.chain_medians) - min(found.chain_medians) > _APART * max(float(np.ptp(quartiles)), 2.0)
    if apart or (found.rhat is not None and found.rhat >= options.rhat):
        return "unstable", chains_apart(found.chain_medians)
    if not drawn.is_good:
        return "unstable", too_few_draws(found.bulk, found.tail, options)
    return None


def _is_cut(whole: Draws, beyond: float, options: Options) -> bool:
    part = (1.0 + options.level) / 2.0
    free = quantile_without_cap(whole, part, beyond)
    return free is None or free > _MOVED * float(np.quantile(whole, part))


def _diagnostics(drawn: Sample, beyond: float, options: Options, table: CaptureTable) -> Diagnostics:
    found = drawn.convergence
    return {
        "rhat": found.rhat,
        "ess_bulk": found.bulk,
        "ess_tail": found.tail,
        "chains": drawn.whole.shape[0],
        "draws_per_chain": drawn.whole.shape[1],
        "chain_median_lowest": min(found.chain_medians),
        "chain_median_highest": max(found.chain_medians),
        "trajectory_steps": drawn.longest,
        "acceptance": drawn.acceptance,
        "classes": options.classes,
        "a": options.a,
        "b": options.b,
        "cap": options.cap(table.enumerated),
        "beyond_cap": beyond,
    }


def _estimate(
    table: CaptureTable,
    options: Options,
    found: Diagnostics,
    seed: int,
    stratum: Stratum,
    *,
    doubt: _Doubt | None,
    draws: Draws | None = None,
) -> Estimate:
    point = low = high = None
    if draws is not None and doubt is None:
        tail = (1.0 - options.level) / 2.0
        low, point, high = (float(each) for each in np.quantile(draws, [tail, 0.5, 1.0 - tail]))
    return Estimate(
        method="latent-class",
        status=doubt[0] if doubt else "estimable",
        enumerated=table.enumerated,
        point=point,
        low=low,
        high=high,
        level=options.level,
        lists=table.lists,
        stratum=stratum,
        assumptions=assumptions(options, options.cap(table.enumerated)),
        diagnostics=found,
        refused=doubt[1] if doubt else None,
        seed=seed,
        table=table.hash,
    )
