"""The cut-off: from how many bits two accounts are one incident, chosen on labels that the model has not seen.

The labels are cut into folds by incident. Each fold is weighed by a model that
the others trained, so every label is held out once. The cut-off is the one
that does best on all of them; what is printed of it is measured with care: the
cut-off of a fold is chosen on the others. Bits are counted without the prior's,
so that a wrong prior moves a probability and no decision.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from untold.incidents.matching import Match, rule
from untold.incidents.probabilities.candidates import laid_side_by_side
from untold.incidents.probabilities.labels import FOLDS, Label, folds_of, table_of
from untold.incidents.probabilities.splinking import SplinkEngine, predicted
from untold.incidents.probabilities.training import Ground, evidence_of, trained

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Measured:
    """How well one matcher does on labels: of `linked` pairs, `right` are one incident, of `same` that are."""

    linked: int
    right: int
    same: int

    @property
    def precision(self) -> float | None:
        """Return the share of linked pairs that are one incident; null where none is linked."""
        return self.right / self.linked if self.linked else None

    @property
    def recall(self) -> float | None:
        """Return the share of pairs of one incident that are linked; null where there are none."""
        return self.right / self.same if self.same else None

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall.

        >>> Measured(4, 3, 6).f1
        0.6
        """
        return 2 * self.right / (self.linked + self.same) if self.linked + self.same else 0.0


@dataclass(frozen=True, slots=True)
class HeldOut:
    """The labels as both matchers see them without having learned from them.

    `evidence` is in bits without the prior's; `is_placed` whether anything but
    a name that is nearly the same speaks for the place; `by_rule` what the rule
    links. A pair that no block brings together is linked by neither.
    """

    is_same: Flags
    fold: NDArray[np.int64]
    evidence: Floats
    is_placed: Flags
    by_rule: Flags

    def rule(self) -> Measured:
        """Return how well the rule does."""
        return measured(self.by_rule, self.is_same)

    def probabilities(self) -> Measured:
        """Return how well the probabilities do where each fold is cut where the others do best."""
        linked = np.zeros(len(self.is_same), dtype=bool)
        for fold in range(FOLDS):
            inside = self.fold == fold
            cut = self._cut(~inside & self.is_placed)
            linked[inside] = (self.evidence[inside] >= cut) & self.is_placed[inside]
        return measured(linked, self.is_same)

    def cut_off(self) -> float:
        """Return the cut-off that does best on all of them, in bits."""
        return self._cut(self.is_placed)

    def _cut(self, chosen: Flags) -> float:
        return best_cut(self.evidence[chosen], self.is_same[chosen])


def held_out(engine: SplinkEngine, match: Match, ground: Ground, labels: Sequence[Label], prior: float) -> HeldOut:
    """Return every label weighed by a model that no label of its incident trained."""
    folds = folds_of(labels, ground.records.num_rows, ground.seed)
    parts = [_fold(engine, ground, labels, folds, fold, prior) for fold in range(FOLDS)]
    of_pair = {pair: bits for part in parts for pair, bits in part.items()}
    laid = laid_side_by_side(match, _without_own_evidence(labels))
    pairs = list(zip(laid["a"].to_pylist(), laid["b"].to_pylist(), strict=True))
    by_pair = {(each.a, each.b): each for each in labels}
    candidates = set(zip(ground.candidates["a"].to_pylist(), ground.candidates["b"].to_pylist(), strict=True))
    met = np.array([pair in candidates for pair in pairs], dtype=bool)
    return HeldOut(
        np.array([by_pair[pair].is_same for pair in pairs], dtype=bool),
        np.array([folds[a] for a, _ in pairs], dtype=np.int64),
        np.array([of_pair[pair] for pair in pairs], dtype=np.float64),
        is_placed(match, laid) & met,
        np.asarray(pc.equal(laid["verdict"], "link")) & met,
    )


def is_placed(match: Match, pairs: pa.Table) -> Flags:
    """Say of each pair whether the rule's comparison of places, a code or a copy speaks for it.

    Where the rule compares no places, nothing is asked.
    """
    levels = {each.name: each.levels for each in rule(match.settings)}.get("place")
    if levels is None:
        return np.ones(pairs.num_rows, dtype=bool)
    telling = [n for n, level in enumerate(levels) if not level.is_apart and level.name != "unknown"]
    speaks = np.isin(np.asarray(pairs["place_level"]), telling)
    placed: Flags = speaks | (np.asarray(pairs["by_code"]) == 1) | (np.asarray(pairs["by_copy"]) == 1)
    return placed


def best_cut(evidence: Floats, is_same: Flags) -> float:
    """Return the bits that give the best F1, halfway to the next lower ones; infinite where no pair is the same.

    >>> best_cut(np.array([9.0, 5.0, 1.0]), np.array([True, True, False]))
    3.0
    """
    if not is_same.any():
        return float("inf")
    order = np.argsort(-evidence, kind="stable")
    bits, right = evidence[order], np.cumsum(is_same[order])
    f1 = 2 * right / (np.arange(1, len(bits) + 1) + is_same.sum())
    f1[:-1][bits[:-1] == bits[1:]] = -1  # equal bits are cut together
    last = int(np.argmax(f1))
    below = bits[last + 1] if last + 1 < len(bits) else bits[last] - 2
    return float((bits[last] + below) / 2)


def measured(linked: Flags, is_same: Flags) -> Measured:
    """Return how many are linked, rightly so, and should be."""
    return Measured(int(linked.sum()), int((linked & is_same).sum()), int(is_same.sum()))


def _fold(
    engine: SplinkEngine, ground: Ground, labels: Sequence[Label], folds: NDArray[np.int64], fold: int, prior: float
) -> dict[tuple[int, int], float]:
    """Return the bits of the labels whose first account is in the fold, from labels that have no account in it."""
    test = [each for each in labels if folds[each.a] == fold]
    if not test:
        return {}
    model = trained(engine, ground, [each for each in labels if fold not in {folds[each.a], folds[each.b]}], prior)
    found = predicted(engine, ground.records, ground.settings, model, table_of(test))
    bits = evidence_of(found, model) - _own_evidence(found, test)
    pairs = zip(found["a"].to_pylist(), found["b"].to_pylist(), strict=True)
    return dict(zip(pairs, bits.tolist(), strict=True))


def _own_evidence(found: pa.Table, labels: Sequence[Label]) -> Floats:
    """Return the bits that a code or a copy adds to the labels that were made by it."""
    basis = {(each.a, each.b): each.basis for each in labels}
    pairs = zip(found["a"].to_pylist(), found["b"].to_pylist(), strict=True)
    made_by = np.array([basis[pair] for pair in pairs])
    bits = np.zeros(found.num_rows)
    for name in ("code", "copy"):
        if f"mw_{name}" in found.column_names:
            bits += np.where(made_by == name, np.asarray(found[f"mw_{name}"]), 0.0)
    return bits


def _without_own_evidence(labels: Sequence[Label]) -> pa.Table:
    """Return the labels' pairs for the rule, as though no code or copy had brought them together."""
    none = pa.array([0] * len(labels), pa.int32())
    return table_of(labels).append_column("by_code", none).append_column("by_copy", none)
