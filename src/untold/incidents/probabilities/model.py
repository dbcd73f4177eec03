"""The model: what each level says for and against, in numbers that can be read, kept and run by either engine.

After Fellegi and Sunter, "A Theory for Record Linkage", *Journal of the
American Statistical Association* 64, 1969: `m` is how often a level is seen
among pairs of one incident, `u` among pairs of two, and log2(m / u) is what it
weighs. Splink (Linacre et al., *International Journal of Population Data
Science* 7(3), 2022) adds them up, in DuckDB and in Spark.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING, Literal

from untold.incidents.matching import Settings
from untold.incidents.probabilities.comparisons import Dialect, Ladder, ladders, splink_level

if TYPE_CHECKING:
    from splink import SettingsCreator

# Of expectation and maximisation: enough for shares to settle, and too few for a level's to shrink below what a double
# holds, which Splink 5.0 ends with an error.
_ITERATIONS = 10
Shares = Mapping[str, Mapping[str, float]]  # comparison → level → m or u
TrainedBy = Literal["labels", "expectation_maximisation"]


@dataclass(frozen=True, slots=True)
class Weight:
    """One level of one comparison: `m` and `u` as above, `weight` in bits."""

    comparison: str
    level: str
    m: float
    u: float

    @property
    def weight(self) -> float:
        """Return what the level weighs, in bits: 1 doubles the odds that a pair is one incident.

        >>> Weight("date", "same_day", 0.8, 0.01).weight > 6
        True
        """
        return log2(self.m / self.u)


@dataclass(frozen=True, slots=True)
class Model:
    """Every level's weight, and `prior`: the probability that two accounts at random are of one incident.

    `trained_by` says where m is from, `reason` why it is not from labels where it is not.
    """

    weights: tuple[Weight, ...]
    prior: float
    trained_by: TrainedBy
    reason: str | None
    seed: int

    def of(self, comparison: str, level: str) -> Weight:
        """Return the weight of a level."""
        return next(each for each in self.weights if (each.comparison, each.level) == (comparison, level))


def splink_settings(settings: Settings, dialect: Dialect, model: Model | None = None) -> "SettingsCreator":
    """Return what Splink is told: the comparisons of the rule's settings, with the model's numbers if given."""
    from splink import SettingsCreator

    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="n",
        comparisons=[_comparison(each, model) for each in ladders(settings, dialect)],
        probability_two_random_records_match=0.0001 if model is None else model.prior,
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=True,
        linker_uid="untold",
        max_iterations=_ITERATIONS,
    )


def _comparison(ladder: Ladder, model: Model | None) -> dict[str, object]:
    levels = []
    for rung in ladder.rungs:
        known = None if model is None or rung.is_unknown else model.of(ladder.name, rung.name)
        levels.append(splink_level(rung) if known is None else splink_level(rung, known.m, known.u))
    return {"output_column_name": ladder.name, "comparison_description": ladder.name, "comparison_levels": levels}
