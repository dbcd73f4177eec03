"""`python -m tests.estimates.latent_class.simulated`: simulation-based calibration of the latent class sampler.

A whole number and chances are drawn from the prior, a table from them, and the
posterior of that table is asked where the true number lies among its draws: if
sampler and model are one, anywhere with the same chance. Tables of few units
are passed over, which is a condition on the data and changes nothing.

Source: Talts, Betancourt, Simpson, Vehtari and Gelman (2018), "Validating
Bayesian inference algorithms with simulation-based calibration".
"""

import argparse
import sys

import numpy as np
from scipy.stats import chisquare

from untold.estimates.capture_table import CaptureTable, capture_table
from untold.estimates.latent_class import Options, sample

LISTS, FEWEST, MOST = 4, 30, 1_500
RANKS = 100  # of 99 draws and the truth
LEAST_CHANCE = 0.001
OPTIONS = Options(classes=5, a=1.0, b=0.5, most=MOST, warm_up=400, effective=300, most_draws=8_000)


def drawn_truth(rng: np.random.Generator) -> tuple[CaptureTable, int, float]:
    """Return a table with the whole number and the alpha that it was made from."""
    while True:
        whole = int(np.exp(rng.uniform(0.0, np.log(MOST + 1))))  # 1/N, all but exactly: see _keeps
        if not _keeps(whole, rng):
            continue
        alpha = rng.gamma(OPTIONS.a, 1 / OPTIONS.b)
        table = _table(rng, whole, alpha)
        if table is not None:
            return table, whole, alpha


def _keeps(whole: int, rng: np.random.Generator) -> bool:
    """Thin log-uniform draws, whose chance is log((N + 1) / N), to a chance of 1/N in proportion."""
    return bool(rng.random() < 1 / whole / np.log1p(1 / whole) * np.log(2))


def _table(rng: np.random.Generator, whole: int, alpha: float) -> CaptureTable | None:
    sticks = np.append(rng.beta(1.0, alpha, OPTIONS.classes - 1), 1.0)
    shares = sticks * np.append(1.0, np.cumprod(1.0 - sticks[:-1]))
    on = rng.random((OPTIONS.classes, LISTS))
    classes = rng.choice(OPTIONS.classes, size=whole, p=shares / shares.sum())
    patterns = (rng.random((whole, LISTS)) < on[classes]) @ (1 << np.arange(LISTS))
    counts = np.bincount(patterns, minlength=1 << LISTS)
    if counts[1:].sum() < FEWEST:
        return None
    return capture_table(tuple("ABCD"), {bits: int(count) for bits, count in enumerate(counts) if bits and count})


def ranks(tables: int, *, seed: int) -> tuple[list[int], list[int]]:
    """Return the ranks of the true N and alpha among 99 draws of the posterior, for so many tables."""
    rng = np.random.default_rng(seed)
    of_whole, of_alpha = [], []
    for table_seed in range(tables):
        table, whole, alpha = drawn_truth(rng)
        drawn = sample(table, OPTIONS, seed=table_seed)
        thinned = np.linspace(0, drawn.whole.size - 1, RANKS - 1).astype(int)
        of_whole.append(_rank(drawn.whole.ravel()[thinned], whole, rng))
        of_alpha.append(_rank(drawn.alpha.ravel()[thinned], alpha, rng))
    return of_whole, of_alpha


def _rank(draws: np.ndarray, truth: float, rng: np.random.Generator) -> int:
    below, equal = int((draws < truth).sum()), int((draws == truth).sum())
    return below + int(rng.integers(equal + 1))


def chance_of(found: list[int], bins: int) -> float:
    """Return the chance of ranks as uneven as these if all were alike."""
    counts = np.bincount(np.asarray(found) * bins // RANKS, minlength=bins)
    return float(chisquare(counts).pvalue)


def main() -> int:
    """Measure, print, and return 1 where ranks are not uniform."""
    parser = argparse.ArgumentParser(prog="python -m tests.estimates.latent_class.simulated", description=__doc__)
    parser.add_argument("--tables", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chances = [chance_of(found, 20) for found in ranks(chosen.tables, seed=chosen.seed)]
    print("p of the ranks of N {:.4f}, of alpha {:.4f}".format(*chances))  # noqa: T201
    return int(min(chances) <= LEAST_CHANCE)


if __name__ == "__main__":
    sys.exit(main())
