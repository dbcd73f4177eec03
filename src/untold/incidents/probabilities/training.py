"""Training: m from labels, u from accounts at random, the prior from the candidate pairs themselves.

Splink counts; here stands from what, and what is done about levels that were
seen too rarely to be sure of. Splink's own prior of 1 in 10,000 is nobody's
record: with it the probabilities of a small one are all too low and of a large
one too high. So the prior is the one under which the expected number of pairs
of one incident among the candidates is the number that it itself implies.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log2
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from untold.incidents.matching import Settings
from untold.incidents.probabilities.comparisons import Ladder, ladders
from untold.incidents.probabilities.labels import Label, table_of
from untold.incidents.probabilities.model import Model, Shares, TrainedBy, Weight
from untold.incidents.probabilities.splinking import SplinkEngine, linker, predicted

if TYPE_CHECKING:
    from splink import Linker

LEAST_TO_TRAIN = 50  # pairs of one incident; the rarer levels of ten comparisons cannot be told from fewer
RANDOM_PAIRS = 300_000  # for u: a level that one pair in 10,000 reaches is seen thirty times
_HALF = 0.5  # of a pair is added to every level (Jeffreys' prior): seldom seen is not impossible
# Of pairs of one incident one in twenty shares a code or is a copy, where no label of another kind can tell; between
# one in a hundred and one in two the weight of a shared code changes by five bits of some fifteen.
_UNTOLD = 0.05
_LEAST_OF_OTHERS = 20  # labels of another kind, from which a code's or a copy's own m is told
_MADE_BY = {"code": "code", "copy": "copy"}  # comparison → the basis of labels that it made itself
_ROUNDS = 100


@dataclass(frozen=True, slots=True)
class Ground:
    """What a model is trained on: the records, the rule's settings, the candidate pairs, u, and a seed."""

    records: pa.Table
    settings: Settings
    candidates: pa.Table
    u: Shares
    random_pairs: int
    seed: int


def ground_of(engine: SplinkEngine, records: pa.Table, settings: Settings, candidates: pa.Table, seed: int) -> Ground:
    """Return the ground of training, u among it: how often each level is seen of accounts drawn at random."""
    made = _with_u(engine, records, settings, seed)
    all_pairs = records.num_rows * (records.num_rows - 1) // 2
    return Ground(records, settings, candidates, _shares(made, "u_probability"), min(all_pairs, RANDOM_PAIRS), seed)


def _with_u(engine: SplinkEngine, records: pa.Table, settings: Settings, seed: int) -> "Linker":
    made = linker(engine, engine.open(), records, settings)
    made.training.estimate_u_using_random_sampling(
        max_pairs=RANDOM_PAIRS, seed=seed, min_count_per_level=None, num_chunks=1
    )
    return made


def trained(engine: SplinkEngine, ground: Ground, labels: Sequence[Label], prior: float | None = None) -> Model:
    """Return the model that the labels of one incident make; without `prior` it is estimated from the candidates."""
    same = told_of(labels)
    by: TrainedBy = "labels" if len(same) >= LEAST_TO_TRAIN else "expectation_maximisation"
    shares = _from_labels(engine, ground, same) if by == "labels" else _by_maximisation(engine, ground)
    few = f"{len(same)} labels of one incident are fewer than {LEAST_TO_TRAIN}"
    count = len(same) if by == "labels" else LEAST_TO_TRAIN
    weights = tuple(_weights(ground, shares, count))
    model = Model(weights, prior or 0.5, by, None if by == "labels" else few, ground.seed)
    return model if prior is not None else replace(model, prior=_prior(engine, ground, model))


def told_of(labels: Sequence[Label]) -> list[Label]:
    """Return the labels of one incident to train on; copies, which agree in all, only where the others are too few."""
    same = [each for each in labels if each.is_same]
    without = [each for each in same if each.basis != "copy"]
    return without if len(without) >= LEAST_TO_TRAIN else same


def _from_labels(engine: SplinkEngine, ground: Ground, same: Sequence[Label]) -> Shares:
    found = dict(_m_of(engine, ground, same))
    for comparison, basis in _MADE_BY.items():
        others = [each for each in same if each.basis != basis]
        if len(others) == len(same) or comparison not in found:
            continue
        enough = len(others) >= _LEAST_OF_OTHERS
        found[comparison] = _m_of(engine, ground, others)[comparison] if enough else {}
    return found


def _m_of(engine: SplinkEngine, ground: Ground, same: Sequence[Label]) -> Shares:
    api = engine.open()
    made = linker(engine, api, ground.records, ground.settings)
    pairs = table_of(same).rename_columns(["n_l", "n_r"])
    made.training.estimate_m_from_pairwise_labels(engine.put(api, pairs))  # type: ignore[no-untyped-call]
    return _shares(made, "m_probability")


def _by_maximisation(engine: SplinkEngine, ground: Ground) -> Shares:
    """Return m by expectation and maximisation over pairs of one day, and over pairs of one name for the rest.

    A comparison that neither can train is left out, and weighs nothing.
    """
    found: dict[str, Mapping[str, float]] = {}
    for column in ("day_start", "name_1"):
        for comparison, levels in _maximised(engine, ground, column).items():
            if levels:
                found.setdefault(comparison, levels)
    return found


def _maximised(engine: SplinkEngine, ground: Ground, column: str) -> Shares:
    """Return m over pairs that are alike in a column; nothing where Splink finds no such pair or no end."""
    from splink.internals.exceptions import EMTrainingException

    made = _with_u(engine, ground.records, ground.settings, ground.seed)
    try:
        made.training.estimate_parameters_using_expectation_maximisation(
            f"l.{column} = r.{column}", estimate_without_term_frequencies=True
        )
    except (EMTrainingException, ValueError):  # no pair; or a share too small for a double, which Splink refuses
        return {}
    return _shares(made, "m_probability")


def _shares(made: "Linker", name: str) -> dict[str, dict[str, float]]:
    """Return m or u by comparison and level, as far as Splink has seen the level."""
    whole: dict[str, Any] = made.misc.save_model_to_json()
    return {
        comparison["output_column_name"]: {
            level["label_for_charts"]: level[name]
            for level in comparison["comparison_levels"]
            if isinstance(level.get(name), float)
        }
        for comparison in whole["comparisons"]
    }


def _weights(ground: Ground, m: Shares, labels: int) -> list[Weight]:
    found = []
    for ladder in ladders(ground.settings, "duckdb"):
        names = [rung.name for rung in ladder.rungs if not rung.is_unknown]
        u = _smoothed(names, ground.u.get(ladder.name, {}), ground.random_pairs)
        told = m.get(ladder.name, {})
        own = _never_for(_smoothed(names, told, labels), told, u) if told else _unlearned(ladder, names, u)
        found += [Weight(ladder.name, name, own[name], u[name]) for name in names]
    return found


def _smoothed(names: Sequence[str], shares: Mapping[str, float], count: int) -> dict[str, float]:
    """Return the shares as though half a pair more had been seen of each level; equal ones where nothing was."""
    seen = {name: shares.get(name, 0.0) * (count if shares else 0) + _HALF for name in names}
    return {name: value / sum(seen.values()) for name, value in seen.items()}


def _never_for(m: Mapping[str, float], seen: Mapping[str, float], u: Mapping[str, float]) -> dict[str, float]:
    """Return m with levels that no label showed held to u at most: what was never seen speaks for nothing."""
    return {name: value if name in seen else min(value, u[name]) for name, value in m.items()}


def _unlearned(ladder: Ladder, names: Sequence[str], u: Mapping[str, float]) -> Mapping[str, float]:
    """Return m where no label could tell: a comparison says nothing, but a code or a copy, which are never chance."""
    if ladder.name not in _MADE_BY:
        return u
    first, rest = names
    return {first: _UNTOLD, rest: 1 - _UNTOLD}


def _prior(engine: SplinkEngine, ground: Ground, model: Model) -> float:
    """Return the prior that agrees with what follows from it, m and u as they are.

    Expectation and maximisation of this one number over the candidate pairs;
    every pair of one incident is taken to be a candidate.
    """
    size = ground.records.num_rows
    pairs = size * (size - 1) / 2
    found = predicted(engine, ground.records, ground.settings, model, ground.candidates)
    evidence = evidence_of(found, model)
    prior: float = min(size / pairs, 0.5)
    for _ in range(_ROUNDS):
        odds = log2(prior / (1 - prior))
        expected = float((1 / (1 + np.exp2(-np.clip(evidence + odds, -500, 500)))).sum())
        prior = min(max(expected, _HALF) / pairs, 0.5)
    return prior


def evidence_of(found: pa.Table, model: Model) -> NDArray[np.float64]:
    """Return the pairs' weights without the prior's."""
    weights = np.asarray(found["weight"], dtype=np.float64)
    evidence: NDArray[np.float64] = weights - log2(model.prior / (1 - model.prior))
    return evidence
