"""Sampling until the draws can be believed, or saying that they cannot.

Four chains start far apart. How long their trajectories should be differs by a
factor of ten between tables, so it is tried out first; then draws are added
until the chains agree and are many enough, or the bound is reached.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from untold.estimates.capture_table import CaptureTable
from untold.estimates.diagnostics import Convergence, Draws, bulk_ess, convergence
from untold.estimates.latent_class.chain import Chain, run, start, tune, warm_up
from untold.estimates.latent_class.density import Cells, cells_of
from untold.estimates.latent_class.options import Options
from untold.estimates.latent_class.scan import Prior

_LENGTHS = (16, 32, 64, 128)  # the longest of a trajectory, in steps
_FIRST_LENGTH = 32
_TRIAL = 100  # draws of each chain for each length that is tried
_SCAN_COST = 15.0  # what a scan costs, in steps of a trajectory
_PATIENCE = 4  # rounds; chains that do not agree by then are still on their way, and all was warm-up
_MOST_AT_ONCE = 4_000


@dataclass(frozen=True, slots=True)
class Sample:
    """Draws, chains by draws, of N, of the chance of being on any list, and of alpha; and what they are worth."""

    whole: Draws
    seen: Draws
    alpha: Draws
    convergence: Convergence
    is_good: bool
    longest: int
    acceptance: float


@dataclass(frozen=True, slots=True)
class _Sampler:
    cells: Cells
    prior: Prior
    chains: tuple[Chain, ...]
    rngs: tuple[np.random.Generator, ...]

    def draw(self, draws: int, longest: int) -> Draws:
        """Return rows (N, seen, alpha) by chains by draws."""
        pairs = zip(self.rngs, self.chains, strict=True)
        return np.stack([run(rng, self.cells, self.prior, chain, draws, longest) for rng, chain in pairs], axis=1)

    def tune(self, steps: int) -> None:
        """Find the step sizes anew where the chains stand now."""
        for rng, chain in zip(self.rngs, self.chains, strict=True):
            tune(rng, self.cells, self.prior, chain, steps, _FIRST_LENGTH)


def sample(table: CaptureTable, options: Options, *, seed: int) -> Sample:
    """Return draws of the posterior of a table, from the same seed always the same.

    Raises `UnusableLists` where the cap is below what is enumerated.
    """
    sampler = _warmed_up(table, options, seed)
    longest, more, attempts, spent = _best_length(sampler), options.draws, 1, options.draws
    drawn = [sampler.draw(more, longest)]
    found = _convergence(drawn)
    while not _is_good(found, options) and spent < options.most_draws:
        if len(drawn) >= _PATIENCE and not _agree(found, options):
            sampler.tune(options.warm_up // 2)
            longest, more, attempts = _best_length(sampler), options.draws * 2**attempts, attempts + 1
            drawn = []
        else:
            more = _missing(found, drawn, options)
        drawn.append(sampler.draw(more, longest))
        spent += more
        found = _convergence(drawn)
    whole, seen, alpha = np.concatenate(drawn, axis=2)
    acceptance = float(np.mean([chain.dials[2] for chain in sampler.chains]))
    return Sample(whole, seen, alpha, found, _is_good(found, options), longest, acceptance)


def _convergence(drawn: Sequence[Draws]) -> Convergence:
    return convergence(np.concatenate([each[0] for each in drawn], axis=1))


def _warmed_up(table: CaptureTable, options: Options, seed: int) -> _Sampler:
    counted = [(pattern, count) for pattern, count in zip(table.patterns, table.counts, strict=True) if count]
    bits = np.array([[pattern >> place & 1 for place in range(table.width)] for pattern, _ in counted])
    counts = np.array([count for _, count in counted])
    cells = cells_of(bits, counts, options.cap(table.enumerated) - table.enumerated)
    prior = Prior(options.classes, options.a, options.b)
    rngs = tuple(np.random.default_rng([seed, chain]) for chain in range(options.chains))
    chains = tuple(start(rng, cells, options.classes) for rng in rngs)
    for rng, chain in zip(rngs, chains, strict=True):
        warm_up(rng, cells, prior, chain, options.warm_up, _FIRST_LENGTH)
    return _Sampler(cells, prior, chains, rngs)


def _best_length(sampler: _Sampler) -> int:
    """Return the length of trajectory that gives most effective draws for its cost, in steps and not in seconds."""
    gains = {length: bulk_ess(sampler.draw(_TRIAL, length)[0]) / (_SCAN_COST + 0.75 * length) for length in _LENGTHS}
    return max(gains, key=lambda length: gains[length])


def _agree(found: Convergence, options: Options) -> bool:
    return found.rhat is None or found.rhat < options.rhat


def _is_good(found: Convergence, options: Options) -> bool:
    return _agree(found, options) and min(found.bulk, found.tail) >= options.effective


def _missing(found: Convergence, drawn: Sequence[Draws], options: Options) -> int:
    """Return how many more draws of each chain should be enough, going by those at hand."""
    taken = sum(each.shape[2] for each in drawn)
    wanted = taken * (options.effective / max(min(found.bulk, found.tail), 1.0) - 1.0)
    return int(min(max(1.1 * wanted, options.draws), taken, _MOST_AT_ONCE))
