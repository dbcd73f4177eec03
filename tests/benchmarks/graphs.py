"""`python -m tests.benchmarks.graphs`: how much faster graphs are averaged than by R's dga, on one core.

The times of R are those of dga 2.0.2 under R 4.2.2 on one core of a two-core
AMD EPYC machine, for every number up to 30,000 (Kosovo) and 50,000 (United
Kingdom) unseen. Ours are whole estimates, diagnostics included, on the grid
that follows the posterior, which ends where more people than live would be unseen.
"""

import os
import sys
from collections.abc import Callable
from statistics import median
from time import process_time

from tests.estimates.published import published_table
from untold.estimates.graphs import GraphOptions, fit_graphs

FEWEST_TIMES = 25.0
R_SECONDS = {"kosovo": 0.05355, "UKdat_5": 1.603}
_REPEATS = {"kosovo": 100, "UKdat_5": 20}


def seconds_of(name: str, *, has_complete: bool = False, draws: int = 0) -> float:
    """Return the median processor-seconds of one estimate of a published table, compilation left aside."""
    table = published_table(name)

    def run() -> None:
        fit_graphs(table, options=GraphOptions(has_complete=has_complete), draws=draws)

    run()
    return median(_timed(run) for _ in range(_REPEATS[name]))


def _timed(run: Callable[[], None]) -> float:
    start = process_time()
    run()
    return process_time() - start


def main() -> int:
    """Measure, print, and return 1 where an average takes more than a twenty-fifth of R's time."""
    pin()
    print(f"{'table':<10}{'R s':>9}{'ours s':>9}{'times':>7}{'with 4,000 draws s':>20}")
    worst = float("inf")
    for name, theirs in R_SECONDS.items():
        ours, drawn = seconds_of(name), seconds_of(name, draws=4000)
        worst = min(worst, theirs / ours)
        print(f"{name:<10}{theirs:>9.4f}{ours:>9.5f}{theirs / ours:>7.0f}{drawn:>20.5f}")
    return int(worst < FEWEST_TIMES)


def pin() -> None:
    """Keep this process on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


if __name__ == "__main__":
    sys.exit(main())
