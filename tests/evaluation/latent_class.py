"""The latent class model beside long runs, R's chains, and what was published from the same lists.

Medians must be within 1 % of long runs (eight chains, 96,000 draws) and the
ends of the 95 % interval within 3 %; lower ends that rest on a second mode,
where even long runs are unsure, within 10 %. Published intervals used other
versions of the lists or of the program, so they must only overlap.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from tests.estimates.published import published_table
from tests.evaluation.corpora import data_folder, present
from tests.evaluation.measurement import Measurement, Outcome, share_right
from untold.estimates.capture_table import CaptureTable
from untold.estimates.latent_class import Options, Sample, fit_latent_class, sample

REFERENCE = "mse/reference/lcmcr_longrun_prototype.json"
PHILIPPINES = "mse/philippines_*_patterns.csv"
_WELL_KNOWN = Options(effective=6_000)
_UNSURE_BELOW = frozenset({"UKdat", "UKdat_5", "Australia"})
_HARD = ("UKdat", "UKdat_5", "Australia")  # R's R-hat is 1.03 to 1.05 after 210,000 scans
_PARTS = ("q025", "median", "q975")
_SEED = 11


@dataclass(frozen=True, slots=True)
class Published:
    """A published median and 95 % interval: HRDAG, drug-related killings in the Philippines, latent class model."""

    name: str
    low: int
    point: int
    high: int


PUBLISHED = (
    Published("caloocan_police", 302, 331, 379),
    Published("caloocan_unidentified", 632, 745, 908),
    Published("quezon_police", 338, 348, 368),
    Published("quezon_unidentified", 392, 428, 481),
)


def measure() -> list[Measurement]:
    """Return the shares of medians, ends, chains and published intervals that are met."""
    runs = long_runs()
    return [
        share_right("latent_class.medians", REFERENCE, (_median(*run) for run in runs.items())),
        share_right("latent_class.ends", REFERENCE, (end for run in runs.items() for end in _ends(*run))),
        share_right("latent_class.rhat", REFERENCE, (_rhat(name) for name in _HARD)),
        share_right("latent_class.published", PHILIPPINES, (_overlap(each) for each in PUBLISHED)),
    ]


def long_runs() -> dict[str, dict[str, Any]]:
    """Return the quantiles of the long runs by table."""
    runs: dict[str, dict[str, Any]] = json.loads(present(_path(REFERENCE)).read_text(encoding="utf-8"))
    return runs


def _path(name: str) -> Path:
    return data_folder() / name


def table_of(name: str) -> CaptureTable:
    """Return a table of the reference runs."""
    return published_table(name, _path("mse/reference/tables"))


@cache
def _drawn(name: str) -> Sample:
    return sample(table_of(name), _WELL_KNOWN, seed=_SEED)


def _quantiles(name: str) -> list[float]:
    return [float(each) for each in np.quantile(_drawn(name).whole, [0.025, 0.5, 0.975])]


def _within(found: float, gold: float, part: float) -> bool:
    return abs(found / gold - 1) <= part


def _median(name: str, run: dict[str, Any]) -> Outcome:
    found = _quantiles(name)[1]
    return Outcome(name, _within(found, run["median"], 0.01), f"{run['median']:,.0f}", f"{found:,.0f}")


def _ends(name: str, run: dict[str, Any]) -> Iterator[Outcome]:
    low, _, high = _quantiles(name)
    lower, upper = run["q025"], run["q975"]
    yield Outcome(
        f"{name} low", _within(low, lower, 0.1 if name in _UNSURE_BELOW else 0.03), f"{lower:,.0f}", f"{low:,.0f}"
    )
    yield Outcome(f"{name} high", _within(high, upper, 0.03), f"{upper:,.0f}", f"{high:,.0f}")


def _rhat(name: str) -> Outcome:
    found = sample(table_of(name), Options(), seed=_SEED).convergence
    return Outcome(name, found.rhat is not None and found.rhat < 1.01, "below 1.01", f"{found.rhat:.4f}")


def _overlap(gold: Published) -> Outcome:
    table = published_table(f"philippines_{gold.name}_patterns", _path("mse"))
    found = fit_latent_class(table, seed=_SEED).estimate
    overlaps = found.low is not None and found.high is not None and found.low <= gold.high and gold.low <= found.high
    printed = f"{found.point} ({found.low} to {found.high})" if found.point else str(found.refused)
    return Outcome(gold.name, overlaps, f"{gold.point} ({gold.low} to {gold.high})", printed)
