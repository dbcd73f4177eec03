"""`python -m tests.benchmarks.latent_class`: effective draws of latent classes a second, beside LCMCR in R.

Bulk effective sample sizes of N, all work counted: warm-up, trial and draws.
R's figures are facts kept with their machine: LCMCR 0.4.14, R 4.2.2, one core
of a two-core AMD EPYC, 10,000 scans of burn-in and 4,000 draws thinned by 50,
four seeds, the same estimator of the size.
"""

import argparse
import sys
from dataclasses import dataclass
from time import process_time

from tests.evaluation.latent_class import table_of
from untold.estimates.latent_class import Options, sample


@dataclass(frozen=True, slots=True)
class Peer:
    """What R does on a table, in effective draws per second, and how many times better it is to be."""

    table: str
    of_r: float
    times: float


PEERS = (
    Peer("kosovo", 46, 10),
    Peer("lesbian", 180, 10),
    Peer("madigan_york_5", 387, 5),
    Peer("NewOrl_5", 1_602, 5),
    Peer("HIV", 1_707, 3),
    Peer("Western", 893, 3),
)
HARD = (Peer("UKdat_5", 6.0, 10), Peer("UKdat", 6.1, 10), Peer("Australia", 25, 10))  # where R has not converged
LONG = Options(effective=10_000)


def per_second(table: str, options: Options, *, seed: int) -> float:
    """Return bulk effective draws per processor-second, from the table to the last draw."""
    begun = process_time()
    found = sample(table_of(table), options, seed=seed).convergence
    return found.bulk / (process_time() - begun)


def main() -> int:
    """Measure, print, and return 1 where a table is not as many times better than R as it must be."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.latent_class", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    seed = parser.parse_args().seed
    begun = process_time()
    sample(table_of("kosovo"), Options(warm_up=100, draws=10, most_draws=10), seed=seed)
    print(f"first call {process_time() - begun:.1f} processor-seconds, compiling or reading what was compiled")
    slow = 0
    for peer in (*PEERS, *HARD):
        found = per_second(peer.table, LONG, seed=seed)
        slow += found < peer.times * peer.of_r
        ratio = found / peer.of_r
        print(
            f"{peer.table:<16}{found:>9,.0f} a second, R {peer.of_r:>7,.0f}: {ratio:>6.1f} times, to be {peer.times:g}"
        )
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main())
