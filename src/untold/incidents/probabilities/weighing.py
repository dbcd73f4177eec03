"""Two matchers beside each other: what the rule says of each candidate pair, and what the probabilities say.

The rule decides; it can be read. The probabilities are there to be held
against it on the same pairs and the same labels, so that everyone sees whether
they gain anything, and to put the pairs in order on which a person's word
would tell most. Where there are too few labels to judge them by, they are
refused in one line.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log2

import numpy as np
import pyarrow as pa

from untold.incidents.matching import Match
from untold.incidents.probabilities.candidates import candidates_of
from untold.incidents.probabilities.cutting import Measured, held_out, is_placed
from untold.incidents.probabilities.labels import Label, labels_of
from untold.incidents.probabilities.model import Model
from untold.incidents.probabilities.records import records_of
from untold.incidents.probabilities.splinking import SplinkEngine, on_duckdb, predicted
from untold.incidents.probabilities.training import evidence_of, ground_of, trained

SEED = 2019  # any; the same for everybody, so that the same record gives the same numbers
LEAST_LABELS = 20  # of either kind: five folds of four, below which a cut-off is a coincidence


@dataclass(frozen=True, slots=True)
class Gain:
    """Both matchers on the same held-out labels, and the cut-off chosen on them, in bits and as a probability."""

    cut_off: float
    cut_off_probability: float
    labels_same: int
    labels_different: int
    labels_by: Mapping[str, int]
    rule: Measured
    probabilities: Measured

    @property
    def gain(self) -> float:
        """Return by how much the probabilities' F1 is above the rule's; negative where it is below."""
        return self.probabilities.f1 - self.rule.f1


@dataclass(frozen=True, slots=True)
class Weighed:
    """A match with its candidate pairs weighed.

    `pairs` has `a`, `b`, the rule's `score` and `verdict`, then `weight` (bits,
    the prior's among them), `probability`, `by_probability` (link, possible, or
    the rule's verdict where no probability decides) and `mw_…`, the bits of
    each comparison. Without labels enough, `refused` says so and there is no
    model, no gain and no pair.
    """

    match: Match
    pairs: pa.Table | None
    model: Model | None
    gain: Gain | None
    refused: str | None


def weigh(
    match: Match, texts: Mapping[str, str], *, seed: int = SEED, predict_on: SplinkEngine | None = None
) -> Weighed:
    """Return the match's candidate pairs with what Splink says of them, and whether that is a gain.

    `texts` are by account. The model is trained in this process; `predict_on`
    weighs the pairs elsewhere. Raises `EngineUnusable` where Splink is missing.
    """
    candidates = candidates_of(match)
    labels = labels_of(match, candidates)
    same = sum(each.is_same for each in labels)
    if min(same, len(labels) - same) < LEAST_LABELS:
        return Weighed(match, None, None, None, _too_few(same, len(labels) - same))
    records = records_of(match.traits, texts)
    with on_duckdb() as engine:
        ground = ground_of(engine, records, match.settings, candidates, seed)
        model = trained(engine, ground, labels)
        held = held_out(engine, match, ground, labels, model.prior)
        found = predicted(predict_on or engine, records, match.settings, model, candidates)
    cut = held.cut_off()
    gain = _gain(cut, model, labels, held.rule(), held.probabilities())
    return Weighed(match, _beside(match, candidates, found, model, cut), model, gain, None)


def _too_few(same: int, different: int) -> str:
    return (
        f"too few labels to weigh by: {same} pairs known to be one incident and {different} known to be two, "
        f"of {LEAST_LABELS} each (untold judge adds them); the rule stands alone"
    )


def _gain(cut: float, model: Model, labels: tuple[Label, ...], rule: Measured, probabilities: Measured) -> Gain:
    same = sum(each.is_same for each in labels)
    by: dict[str, int] = {}
    for each in labels:
        by[each.basis] = by.get(each.basis, 0) + 1
    bits = cut + log2(model.prior / (1 - model.prior))
    return Gain(cut, _probability(bits), same, len(labels) - same, dict(sorted(by.items())), rule, probabilities)


def _probability(bits: float) -> float:
    return float(1 / (1 + np.exp2(-np.clip(bits, -500, 500))))


def _beside(match: Match, candidates: pa.Table, found: pa.Table, model: Model, cut: float) -> pa.Table:
    """Return the rule's columns and Splink's in one table."""
    links = (evidence_of(found, model) >= cut) & is_placed(match, candidates)
    ruled = np.asarray(candidates["verdict"].to_pylist(), dtype=object)
    # A code with a date or place that cannot be, and one source's two accounts, are for a person in either matcher.
    stands = np.isin(ruled, ("contradicted", "same_source")) | (np.asarray(candidates["one_source"]) == 1)
    by_probability = np.where(stands, ruled, np.where(links, "link", "possible"))
    table = candidates.select(["a", "b", "by_code", "by_copy", "days_apart", "metres", "score", "verdict"])
    table = table.append_column("by_probability", pa.array(by_probability.tolist(), pa.string()))
    for name in found.column_names:
        if name not in {"a", "b"}:
            table = table.append_column(name, found[name])
    return table
