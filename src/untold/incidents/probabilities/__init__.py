"""Probabilities: the second matcher, by Splink over the rule's own comparisons, beside the rule on the same pairs."""

from untold.incidents.probabilities.cutting import Measured
from untold.incidents.probabilities.model import Model, Weight
from untold.incidents.probabilities.reviewing import WeighedPair, pair_weighed, pairs_by_telling
from untold.incidents.probabilities.weighing import Gain, Weighed, weigh

__all__ = [
    "Gain",
    "Measured",
    "Model",
    "Weighed",
    "WeighedPair",
    "Weight",
    "pair_weighed",
    "pairs_by_telling",
    "weigh",
]
