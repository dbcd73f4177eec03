"""The probabilities for other programs: what `untold match --probabilities --as json` adds to a match."""

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from untold.incidents.probabilities.cutting import Measured
from untold.incidents.probabilities.model import TrainedBy, Weight
from untold.incidents.probabilities.reviewing import WeighedPair, pairs_by_telling, weighed_pairs
from untold.incidents.probabilities.weighing import Gain, Weighed

_WORTH_SHOWING = 0.01  # of pairs that the rule keeps apart, those less probable are left out: there are very many


@dataclass(frozen=True, slots=True)
class MeasuredObject:
    """How one matcher does on the held-out labels; a share is null where it is of nothing."""

    linked: int
    right: int
    same: int
    precision: float | None
    recall: float | None
    f1: float


@dataclass(frozen=True, slots=True)
class LevelObject:
    """One level of a comparison: m, u, and its weight in bits."""

    comparison: str
    level: str
    m: float
    u: float
    weight: float


@dataclass(frozen=True, slots=True)
class GainObject:
    """Both matchers on the same labels. `gain` is the probabilities' F1 less the rule's; `cut_off` is in bits."""

    cut_off: float
    cut_off_probability: float
    labels_same: int
    labels_different: int
    labels_by: dict[str, int]
    rule: MeasuredObject
    probabilities: MeasuredObject
    gain: float


@dataclass(frozen=True, slots=True)
class ProbabilitiesObject:
    """What the second matcher says; where it is `refused`, the reason stands alone.

    `pairs` are all candidates that the rule keeps, or whose probability is at
    least 0.01; `reviews` those that a person should look at, in that order.
    """

    refused: str | None
    prior: float | None
    trained_by: TrainedBy | None
    reason: str | None
    seed: int | None
    gain: GainObject | None
    levels: tuple[LevelObject, ...]
    pairs: tuple[WeighedPair, ...]
    reviews: tuple[WeighedPair, ...]


def probabilities_object(weighed: Weighed) -> ProbabilitiesObject:
    """Return the second matcher's part as one object."""
    model, gain = weighed.model, weighed.gain
    if model is None or gain is None:
        return ProbabilitiesObject(weighed.refused, None, None, None, None, None, (), (), ())
    return ProbabilitiesObject(
        None,
        model.prior,
        model.trained_by,
        model.reason,
        model.seed,
        _gain(gain),
        tuple(_level(each) for each in model.weights),
        weighed_pairs(weighed, _shown(weighed.pairs)),
        pairs_by_telling(weighed),
    )


def _shown(pairs: pa.Table) -> pa.Table:
    kept = pc.or_(pc.not_equal(pairs["verdict"], "apart"), pc.greater_equal(pairs["probability"], _WORTH_SHOWING))
    return pairs.filter(kept)


def _gain(gain: Gain) -> GainObject:
    return GainObject(
        gain.cut_off,
        gain.cut_off_probability,
        gain.labels_same,
        gain.labels_different,
        dict(gain.labels_by),
        _measured(gain.rule),
        _measured(gain.probabilities),
        gain.gain,
    )


def _measured(each: Measured) -> MeasuredObject:
    return MeasuredObject(each.linked, each.right, each.same, each.precision, each.recall, each.f1)


def _level(each: Weight) -> LevelObject:
    return LevelObject(each.comparison, each.level, each.m, each.u, each.weight)
