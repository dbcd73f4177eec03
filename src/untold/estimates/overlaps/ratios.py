"""The odds ratio of two lists among people whom a third has: whether being on one goes with being on the other."""

from dataclasses import dataclass
from math import exp, log, sqrt

_NORMAL_975 = 1.959963984540054
_HALF = 0.5  # Gart (1966): added to each number, it makes an interval of any four


@dataclass(frozen=True, slots=True)
class OddsRatio:
    """An odds ratio with its 95 % interval; null with a reason where it has no finite value."""

    point: float | None
    low: float | None
    high: float | None
    reason: str | None


def odds_ratio(both: int, only_a: int, only_b: int, neither: int) -> OddsRatio:
    """Return the odds ratio of four numbers of units, with Woolf's interval on Gart's numbers.

    Source: Woolf (1955), Annals of Human Genetics 19; Gart (1966), Biometrika 53.

    >>> odds_ratio(20, 10, 10, 20).point
    4.0
    >>> odds_ratio(5, 0, 3, 9).reason
    'no finite ratio: one list has every one of these whom the other has'
    """
    numbers = (both, only_a, only_b, neither)
    if min(both + only_a, both + only_b, only_b + neither, only_a + neither) == 0:
        return OddsRatio(None, None, None, "no ratio: of those whom a third list has, one list has all or none")
    low, high = _interval(*(each + _HALF for each in numbers))
    if only_a * only_b == 0:
        reason = "no finite ratio: one list has every one of these whom the other has"
        return OddsRatio(None, low, None, reason)
    point = both * neither / (only_a * only_b)
    return OddsRatio(point, min(low, point), high, None)


def _interval(both: float, only_a: float, only_b: float, neither: float) -> tuple[float, float]:
    middle = log(both * neither / (only_a * only_b))
    spread = _NORMAL_975 * sqrt(1 / both + 1 / only_a + 1 / only_b + 1 / neither)
    return exp(middle - spread), exp(middle + spread)
