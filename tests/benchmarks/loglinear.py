"""`python -m tests.benchmarks.loglinear`: how much faster than Rcapture all models are fitted, on one core.

The times of R are those of Rcapture 1.4.4 under R 4.2.2 on one core of a
two-core AMD EPYC machine, `closedpMS` for all 113 models of four lists and the
1,024 with pairs of five. Ours have in them whether each model's maximum exists;
whole estimates, with their averaged intervals, are printed beside them.
"""

import sys
from collections.abc import Callable
from statistics import median
from time import process_time

from tests.benchmarks.graphs import pin
from tests.estimates.published import published_table
from untold.estimates.loglinear import fit_loglinear, fit_table, hierarchical_models

FEWEST_TIMES = 50.0
R_SECONDS = {"kosovo": 0.34, "UKdat_5": 3.5}
_REPEATS = 15


def seconds_of(run: Callable[[], object]) -> float:
    """Return the median processor-seconds of a call, compilation left aside."""
    run()
    return median(_timed(run) for _ in range(_REPEATS))


def _timed(run: Callable[[], object]) -> float:
    start = process_time()
    run()
    return process_time() - start


def fitting_seconds(name: str) -> float:
    """Return the seconds that all models of a published table take."""
    table = published_table(name)
    models = hierarchical_models(table.width, 2 if table.width > 4 else None)
    return seconds_of(lambda: fit_table(table, models))


def main() -> int:
    """Measure, print, and return 1 where the models take more than a fiftieth of R's time."""
    pin()
    print(f"{'table':<10}{'R s':>8}{'ours s':>10}{'times':>7}{'whole estimate s':>18}")
    worst = float("inf")
    for name, theirs in R_SECONDS.items():
        ours, table = fitting_seconds(name), published_table(name)
        whole = seconds_of(lambda table=table: fit_loglinear(table))  # type: ignore[misc]
        worst = min(worst, theirs / ours)
        print(f"{name:<10}{theirs:>8.2f}{ours:>10.5f}{theirs / ours:>7.0f}{whole:>18.5f}")
    return int(worst < FEWEST_TIMES)


if __name__ == "__main__":
    sys.exit(main())
