"""Bayesian averaging over decomposable graphs: an estimate from three to six lists, or the reason for none.

No one knows which lists depend on each other, and estimates differ with it.
Madigan and York (1997) therefore average over every decomposable graph, each
weighed by how well it explains the lists. The complete graph explains any
lists at all and says nothing of the unseen: whatever it adds is the prior's.
"""

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from untold.estimates.capture_table import CaptureTable
from untold.estimates.estimate import Diagnostic, Estimate, Fit, Refusal
from untold.estimates.graphs.chordal import FEWEST_LISTS, MOST_LISTS, decomposable_graphs, named_graph
from untold.estimates.graphs.posterior import Posterior, follow_posterior
from untold.estimates.graphs.prior import Prior, one_over_n
from untold.estimates.graphs.terms import terms_of
from untold.estimates.graphs.wording import assumptions_of, notes_of
from untold.estimates.lists.leaving_out import empty_lists, without_lists

TAIL_BOUND = 1e-6  # most mass beyond the last number considered for the interval to be printed
PRIOR_DECIDES = 2.0  # the upper end under a flat prior, over that under the chosen one, from which the prior sets it
_SHOWN = 5
_COUNTABLE = 100.0
_CHAINS = 4  # of independent draws: the shape in which other methods give theirs


@dataclass(frozen=True, slots=True)
class GraphOptions:
    """How graphs are averaged.

    `delta` is the pseudo-count of each capture pattern, null for 2 to the
    power of minus the number of lists, so that all patterns together weigh one
    unit. `has_complete` adds the complete graph, which is not identified, and
    `within` cuts the unseen to a range; both only to compare with programs
    that do so. Raises `ValueError` for a `delta` that is not above zero.
    """

    delta: float | None = None
    prior: Prior = field(default_factory=one_over_n)
    has_complete: bool = False
    within: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        if self.delta is not None and not 0 < self.delta < float("inf"):
            raise ValueError(f"delta is a number above zero, not {self.delta}")

    def delta_for(self, width: int) -> float:
        """Return the pseudo-count of each pattern of so many lists."""
        return 2.0**-width if self.delta is None else self.delta


def fit_graphs(
    table: CaptureTable,
    *,
    options: GraphOptions | None = None,
    level: float = 0.95,
    draws: int = 4000,
    seed: int = 0,
    stratum: tuple[tuple[str, str | None], ...] = (),
) -> Fit:
    """Return what the average over decomposable graphs says of a table, with draws of N, or why it says nothing.

    The point is the posterior median, the interval holds `level` of the mass
    with as much on either side. Draws are four rows of `draws` / 4, or none.
    Lists that nobody is on are left out with a note. Refused are tables of
    fewer than three or more than six lists, lists that never meet, and an upper
    end that the prior sets. Raises `ValueError` for a prior under which not
    even the documented number is possible.

    Source: Madigan and York (1997), Biometrika 84, 19-31; hyper-Dirichlet law
    of Dawid and Lauritzen (1993).

    >>> from untold.estimates.capture_table import CaptureTable
    >>> table = CaptureTable(("A", "B", "C"), (1, 2, 3, 4, 5, 6, 7), (60, 50, 20, 45, 22, 18, 9))
    >>> estimate = fit_graphs(table).estimate
    >>> estimate.enumerated, estimate.point, estimate.low, estimate.high
    (224, 350.0, 307.0, 410.0)
    """
    chosen = options or GraphOptions()
    empty = empty_lists(table)
    used = without_lists(table, empty) if empty and table.width - len(empty) > 1 else table
    fit = _fit(used, chosen, level, draws, seed, stratum)
    if used is table:
        return fit
    note = f"Nobody is on {', '.join(empty)}, which the estimate leaves out."
    return Fit(replace(fit.estimate, table=table.hash, notes=(*fit.estimate.notes, note)), fit.draws)


def _fit(
    table: CaptureTable,
    chosen: GraphOptions,
    level: float,
    draws: int,
    seed: int,
    stratum: tuple[tuple[str, str | None], ...],
) -> Fit:
    refusal = _refusal_of_lists(table)
    if refusal is not None:
        return Fit(_estimate(table, chosen, level, stratum, refused=refusal))
    posterior = posterior_of(table, chosen)
    found = diagnostics_of(posterior, chosen, table, level)
    refusal = _refusal_of_posterior(posterior, found)
    if refusal is not None:
        return Fit(_estimate(table, chosen, level, stratum, refused=refusal, found=found))
    drawn = _drawn(posterior, draws, seed)
    used = None if drawn is None else seed
    numbers = _interval(posterior, level)
    return Fit(_estimate(table, chosen, level, stratum, numbers=numbers, found=found, seed=used), drawn)


def _estimate(
    table: CaptureTable,
    options: GraphOptions,
    level: float,
    stratum: tuple[tuple[str, str | None], ...],
    *,
    numbers: tuple[float, float, float] | None = None,
    refused: Refusal | None = None,
    found: dict[str, Diagnostic] | None = None,
    seed: int | None = None,
) -> Estimate:
    """Return the estimate with its three numbers, or with why it has none."""
    point, low, high = numbers or (None, None, None)
    return Estimate(
        method="graphs",
        status="not_estimable" if numbers is None else "estimable",
        enumerated=table.enumerated,
        point=point,
        low=low,
        high=high,
        level=level,
        lists=table.lists,
        stratum=stratum,
        assumptions=assumptions_of(table, options.prior, options.delta_for(table.width)),
        diagnostics=found or {},
        refused=refused,
        seed=seed,
        table=table.hash,
        notes=notes_of(has_complete=options.has_complete, within=options.within),
    )


def posterior_of(table: CaptureTable, options: GraphOptions) -> Posterior:
    """Return the posterior of N of a table of three to six lists."""
    graphs = decomposable_graphs(table.width)
    chosen = graphs if options.has_complete else graphs.only(np.arange(len(graphs) - 1))
    terms = terms_of(table, options.delta_for(table.width))
    return follow_posterior(terms, chosen, options.prior, within=options.within)


def diagnostics_of(
    posterior: Posterior, options: GraphOptions, table: CaptureTable, level: float
) -> dict[str, Diagnostic]:
    """Return the named numbers of a fit: prior, tail, what a flat prior would say, and the likeliest graphs."""
    best = np.argsort(posterior.weights)[::-1][:_SHOWN].tolist()
    flat_high = posterior.under_flat(options.prior).quantile((1 + level) / 2)
    found: dict[str, Diagnostic] = {
        "prior": options.prior.name,
        "delta": options.delta_for(table.width),
        "mean": _finite(posterior.mean()),
        "mode": posterior.mode(),
        "tail_mass": None if posterior.beyond is None else _finite(posterior.beyond),
        "tail_bound": TAIL_BOUND,
        "high_under_flat_prior": flat_high,
        "high_under_flat_prior_ratio": flat_high / posterior.quantile((1 + level) / 2),
        "graphs_followed": len(posterior.graphs),
    }
    for rank, graph in enumerate(best, start=1):
        found[f"graph_{rank}"] = named_graph(posterior.graphs, graph, table.lists)
        found[f"graph_{rank}_weight"] = float(posterior.weights[graph])
    return found


def _interval(posterior: Posterior, level: float) -> tuple[float, float, float]:
    return posterior.quantile(0.5), posterior.quantile((1 - level) / 2), posterior.quantile((1 + level) / 2)


def _drawn(posterior: Posterior, draws: int, seed: int) -> NDArray[np.float64] | None:
    each = draws // _CHAINS
    if each < 1:
        return None
    return posterior.draws(_CHAINS * each, seed).reshape(_CHAINS, each)


def _refusal_of_lists(table: CaptureTable) -> Refusal | None:
    """Return why a table cannot be averaged over graphs at all."""
    if not FEWEST_LISTS <= table.width <= MOST_LISTS:
        remedy = "use the latent class method" if table.width > MOST_LISTS else "find a third list"
        reason = f"the table has {table.width} lists, and graphs are averaged over {FEWEST_LISTS} to {MOST_LISTS}"
        return Refusal(reason, f"{remedy}, or join or leave out lists" if table.width > MOST_LISTS else remedy)
    if all(pattern.bit_count() == 1 or not count for pattern, count in zip(table.patterns, table.counts, strict=True)):
        return Refusal("no two lists share a single unit", "match the lists' rows first, or find lists that overlap")
    return None


def _refusal_of_posterior(posterior: Posterior, found: dict[str, Diagnostic]) -> Refusal | None:
    """Return why the posterior is no answer: its tail, or a prior that sets its upper end."""
    remedy = "find lists with more overlap, or state a prior from other knowledge and say so"
    if posterior.beyond is not None and not posterior.beyond <= TAIL_BOUND:
        return Refusal("the posterior does not fall towards larger numbers, so it has no upper end", remedy)
    ratio = found["high_under_flat_prior_ratio"]
    if isinstance(ratio, float) and ratio >= PRIOR_DECIDES and posterior.beyond is not None:
        by = f"{ratio:,.1f}" if ratio < _COUNTABLE else "over a hundred"
        return Refusal(f"the prior sets the upper end: under a flat one it is {by} times as high", remedy)
    return None


def _finite(number: float) -> float | None:
    return number if np.isfinite(number) else None
