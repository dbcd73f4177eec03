"""Averages over decomposable graphs beside what dga 2.0.2 prints, with the complete graph in as it has it.

On its own grid, every number from 1 unseen to its last, the means must agree
to 0.01 and the quantiles exactly. On the grid that an estimate uses, which
follows the posterior, both must agree to 0.05 %.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tests.estimates.published import published_table
from tests.evaluation.corpora import data_folder, present
from tests.evaluation.measurement import Measurement, Outcome, share_right
from untold.estimates.capture_table import CaptureTable
from untold.estimates.graphs import GraphOptions, Prior, fit_graphs, gamma_poisson, one_over_n
from untold.estimates.graphs.chordal import decomposable_graphs
from untold.estimates.graphs.posterior import Posterior, posterior_at
from untold.estimates.graphs.terms import terms_of

REFERENCE = "mse/reference/dga.json"
_CHANCES = (0.025, 0.5, 0.975)
_OURS = 5e-4
_WEIGHT = 1e-6
Printed = dict[str, Any]


def measure() -> list[Measurement]:
    """Return the share of dga's fits that come out alike on its grid, on ours, and in their likeliest graphs."""
    fits = list(printed_fits())
    return [
        share_right("graphs.dga_grid", REFERENCE, (_on_its_grid(name, fit) for name, fit in fits)),
        share_right("graphs.our_grid", REFERENCE, (_on_ours(name, fit) for name, fit in fits)),
        share_right("graphs.top_graphs", REFERENCE, (_top_graphs(name, fit) for name, fit in fits)),
    ]


def printed_fits() -> Iterator[tuple[str, Printed]]:
    """Yield each fit that dga printed, with its options."""
    fits: dict[str, Printed] = json.loads(present(_path(REFERENCE)).read_text(encoding="utf-8"))
    yield from ((name, fit) for name, fit in fits.items() if name != "versions")


def _path(name: str) -> Path:
    return data_folder() / name


def table_of(fit: Printed) -> CaptureTable:
    """Return the table that a fit was made of."""
    return published_table(fit["table"], _path("mse/reference/tables"))


def prior_of(name: str) -> Prior:
    """Return the prior of a fit: 1/N, but for the one that the paper fits with a gamma prior."""
    return gamma_poisson(13.14, 55.17) if "gammaprior" in name else one_over_n()


@cache
def _at_every_number(name: str) -> Posterior:
    fit = dict(printed_fits())[name]
    table = table_of(fit)
    terms = terms_of(table, fit["delta"])
    return posterior_at(terms, decomposable_graphs(table.width), prior_of(name), unseen=range(1, fit["nmax"] + 1))


def _on_its_grid(name: str, fit: Printed) -> Outcome:
    posterior = _at_every_number(name)
    found = [posterior.mean(), *map(posterior.quantile, _CHANCES)]
    gold = _numbers(fit)
    return Outcome(name, abs(found[0] - gold[0]) <= 0.01 and found[1:] == gold[1:], str(gold), str(found))


def _on_ours(name: str, fit: Printed) -> Outcome:
    options = GraphOptions(fit["delta"], prior_of(name), has_complete=True, within=(1, fit["nmax"]))
    estimate = fit_graphs(table_of(fit), options=options, draws=0).estimate
    found = [estimate.diagnostics["mean"], estimate.low, estimate.point, estimate.high]
    gold = _numbers(fit)
    near = all(
        isinstance(one, float) and abs(one - other) <= _OURS * other for one, other in zip(found, gold, strict=True)
    )
    return Outcome(name, near, str(gold), str(found))


def _top_graphs(name: str, fit: Printed) -> Outcome:
    posterior = _at_every_number(name)
    order = posterior.weights.argsort()[::-1][: len(fit["top_model_post"])]
    weights = [float(posterior.weights[each]) for each in order]
    cliques = [sorted(posterior.graphs.cliques(int(each))) for each in order[: len(fit["top_model"])]]
    gold = [sorted(map(_mask, _cliques(graph))) for graph in fit["top_model"]]
    near = all(abs(one - other) < _WEIGHT for one, other in zip(weights, fit["top_model_post"], strict=True))
    return Outcome(name, near and cliques == gold, f"{gold} {fit['top_model_post']}", f"{cliques} {weights}")


def _cliques(graph: Printed) -> list[list[int]]:
    printed = graph["C"]
    groups = printed["ID"] if isinstance(printed, dict) else [clique for group in printed for clique in group]
    return [list(map(int, clique)) for clique in groups]


def _mask(lists: list[int]) -> int:
    return sum(1 << (each - 1) for each in lists)


def _numbers(fit: Printed) -> list[float]:
    return [fit["mean"], *(float(fit[key]) for key in ("q025", "median", "q975"))]
