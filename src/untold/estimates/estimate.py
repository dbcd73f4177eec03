"""An estimate: documented people plus those nobody wrote down, with its interval, its assumptions and its doubts.

An estimate never stands without its lists, its interval and its assumptions,
and one that the data do not carry has no number at all.
"""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Method = Literal["latent-class", "graphs", "loglinear", "chao", "lincoln-petersen", "chapman"]
Status = Literal["estimable", "unstable", "not_estimable"]
Diagnostic = float | int | str | bool | None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no number, and what would help."""

    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """What one method says of one stratum.

    `enumerated` is how many units the lists document. `point` is the posterior
    median (Bayesian) or the model-averaged estimate (log-linear), `low` and
    `high` the ends of the interval at `level`; numbers of units in all,
    documented ones included; null where refused. `assumptions` are plain
    sentences. `diagnostics` are named numbers of the fit. `table` is the hash
    of the capture table, `seed` null where nothing is drawn.
    """

    method: Method
    status: Status
    enumerated: int
    point: float | None
    low: float | None
    high: float | None
    level: float
    lists: tuple[str, ...]
    stratum: tuple[tuple[str, str | None], ...]
    assumptions: tuple[str, ...]
    diagnostics: dict[str, Diagnostic]
    refused: Refusal | None
    seed: int | None
    table: str
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        has_number = self.point is not None and self.low is not None and self.high is not None
        if has_number == (self.refused is not None) or (self.status == "estimable") != has_number:
            msg = "an estimate has its three numbers, or the reason why it has none"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Fit:
    """An estimate with what it was summarized from: draws of the whole number N, chains by draws, or none."""

    estimate: Estimate
    draws: NDArray[np.float64] | None = field(default=None, compare=False)
