"""`make bench-match`: how long a match takes, in how much memory, and how right it is, as the record grows.

Each size runs in a process of its own, so that its peak memory is its own.
The accounts are made one by one (`accounts.py`) and are not held, as a stream
of a casebook's lines would not be; the time to make them is not the match's
and is printed apart. Growth is the exponent of the processor-seconds between
two sizes, because others may use the machine meanwhile: 1 is linear, and
n log n lies a little above it.
"""

import argparse
import json
import resource
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from math import log
from time import perf_counter, process_time

from tests.benchmarks.accounts import Made, make_accounts
from tests.evaluation.generated import measured
from untold.incidents.matching import match_accounts, traits_of
from untold.incidents.matching.traits import Ties, Told

MOST_SECONDS, MOST_GB = 600.0, 8.0  # for a million accounts on two cores
_SIZES = (10_000, 100_000, 1_000_000)
_SEED = 21


class _Stream:
    """Made accounts as a match takes them, with their truth kept aside and the time that making took."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.truth: dict[str, int] = {}
        self.groups: dict[str, str] = {}
        self.seconds = self.busy = 0.0

    def told(self) -> Iterator[Told]:
        """Yield each account with its claims."""
        made = make_accounts(self.size, _SEED)
        while (each := self._next(made)) is not None:
            self.truth[each.account.id] = each.incident
            if each.copy_group is not None:
                self.groups[each.account.id] = each.copy_group
            yield each.account, each.claims

    def _next(self, made: Iterator[Made]) -> Made | None:
        start, busy = perf_counter(), process_time()
        each = next(made, None)
        self.seconds += perf_counter() - start
        self.busy += process_time() - busy
        return each


def run(size: int) -> dict[str, float]:
    """Match `size` accounts in this process, and return seconds, gigabytes, precision and recall."""
    stream = _Stream(size)
    start, busy = perf_counter(), process_time()
    traits = traits_of(stream.told(), Ties(copies=stream.groups))
    brought_down = perf_counter()
    match = match_accounts(traits)
    end, worked = perf_counter(), process_time() - busy - stream.busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    precision, recall = measured(match, stream.truth)
    return {
        "accounts": size,
        "incidents": len(match.clusters),
        "making_s": stream.seconds,
        "traits_s": brought_down - start - stream.seconds,
        "match_s": end - brought_down,
        "processor_s": worked,
        "peak_gb": peak,
        "pairs": match.pairs.num_rows,
        "left_out": len(match.left_out),
        "precision": precision.value,
        "recall": recall.value,
    }


def in_a_process(size: int) -> dict[str, float]:
    """Run one size in a process of its own."""
    words = [sys.executable, "-m", "tests.benchmarks.matching", "--one", str(size)]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def growth(small: dict[str, float], large: dict[str, float]) -> float:
    """Return the exponent of the growth of processor-seconds between two sizes.

    >>> growth({"accounts": 10, "processor_s": 1}, {"accounts": 100, "processor_s": 10})
    1.0
    """
    return log(large["processor_s"] / small["processor_s"]) / log(large["accounts"] / small["accounts"])


def _seconds(row: dict[str, float]) -> float:
    return row["traits_s"] + row["match_s"]


def main() -> int:
    """Measure, print, and return 1 where a million accounts take too long or too much."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.matching", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(_SIZES), help="how many accounts")
    parser.add_argument("--one", type=int, help="run this size in this process and print it as JSON")
    chosen = parser.parse_args()
    if chosen.one is not None:
        print(json.dumps(run(chosen.one)))
        return 0
    rows: list[dict[str, float]] = []
    for size in chosen.sizes:
        row = in_a_process(size)
        rows.append(row)
        print("  ".join(f"{name} {value:,.7g}" for name, value in row.items()), flush=True)
    for small, large in pairwise(rows):
        print(f"growth from {small['accounts']:,} to {large['accounts']:,}: n^{growth(small, large):.2f}")
    failed = Counter(_seconds(row) > MOST_SECONDS or row["peak_gb"] > MOST_GB for row in rows)
    return int(failed[True] > 0)


if __name__ == "__main__":
    sys.exit(main())
