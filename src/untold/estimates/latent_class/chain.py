"""A chain: a Gibbs scan, then a long trajectory along the gradient, again and again.

The trajectory crosses the narrow, curved ridge on which few hard-to-find
people and many easy ones trade places, which scans alone walk along step by
step. Step sizes are found while warming up and then stay as they are.

Kernels that one other calls are written into it (`inline`), which takes a fifth
off the time of the first call.

Source: Neal (2011), "MCMC using Hamiltonian dynamics"; Hoffman and Gelman (2014),
JMLR 15, 1593–1623, section 3.2 (dual averaging).
"""

import math
from typing import NamedTuple

import numpy as np
from numba import njit

from untold.estimates.latent_class.cap import draw_unseen
from untold.estimates.latent_class.density import (
    Cells,
    Desk,
    Floats,
    break_sticks,
    desk_of,
    lay_unseen,
    log_density,
    set_chances,
)
from untold.estimates.latent_class.scan import Prior, scan

_ACCEPTED = 0.85  # the share of trajectories to be accepted, which step sizes are tuned to
_FIRST_SCANS = 30
_FIRST_STEP, _SCALED_STEP = 0.05, 0.3

_STILL, _TAKE, _TUNE = range(3)  # scans alone; scans and trajectories; the same, and the step size is sought


class Chain(NamedTuple):
    """Where a chain stands, and what its warm-up found: arrays that a run changes in place.

    `dials` holds alpha, the step size, and the mean acceptance of the last run;
    `spreads` the mean log spread of each coordinate in the scans of that run.
    """

    position: Floats
    scale: Floats
    spreads: Floats
    dials: Floats
    desk: Desk
    gradient: Floats
    momentum: Floats
    ahead: Floats


def start(rng: np.random.Generator, cells: Cells, classes: int) -> Chain:
    """Return a chain that starts anywhere: chances from one in fifty to three in four, few classes or many."""
    lists = cells.bits.shape[1]
    size = classes - 1 + lists * classes
    sticks = np.log(rng.exponential(size=classes - 1))
    odds = rng.uniform(-4.0, 1.0) + rng.normal(size=lists * classes)
    dials = np.array([math.exp(rng.normal()), _FIRST_STEP, 0.0])
    position = np.concatenate([sticks, odds])
    room = [np.zeros(size) for _ in range(4)]
    return Chain(position, np.ones(size), room[0], dials, desk_of(cells, classes), *room[1:])


def warm_up(rng: np.random.Generator, cells: Cells, prior: Prior, chain: Chain, steps: int, longest: int) -> None:
    """Bring a chain to where the posterior is, and find its scales and its step size."""
    _advance(rng, cells, prior, chain, _FIRST_SCANS, longest, _STILL)
    _advance(rng, cells, prior, chain, steps // 2, longest, _TUNE)
    tune(rng, cells, prior, chain, steps - steps // 2, longest)


def tune(rng: np.random.Generator, cells: Cells, prior: Prior, chain: Chain, steps: int, longest: int) -> None:
    """Take the scales of a chain from its last run, and find its step size anew."""
    chain.scale[:] = np.exp(chain.spreads)
    chain.dials[1] = _SCALED_STEP
    _advance(rng, cells, prior, chain, steps, longest, _TUNE)


def run(rng: np.random.Generator, cells: Cells, prior: Prior, chain: Chain, draws: int, longest: int) -> Floats:
    """Take so many draws, each after a scan and a trajectory of `longest` / 2 to `longest` steps.

    Returns rows by draws: the whole number N, the chance of being on any list, alpha.
    """
    return np.asarray(_advance(rng, cells, prior, chain, draws, longest, _TAKE))


@njit(cache=True, nogil=True, error_model="numpy")
def _advance(
    rng: np.random.Generator, cells: Cells, prior: Prior, chain: Chain, draws: int, longest: int, mode: int
) -> Floats:
    """Take draws in one of three modes, and return what was kept of each."""
    kept = np.empty((3, draws))
    spread = np.zeros(chain.position.size)
    _clear(chain)
    first = log_mean = math.log(chain.dials[1])
    error = 0.0
    for draw in range(draws):
        seen = chance_of_any(chain)
        unseen = draw_unseen(rng, cells.units, cells.cap, cells.log_beta, seen)
        kept[0, draw], kept[1, draw], kept[2, draw] = cells.units + unseen, seen, chain.dials[0]
        chain.dials[0] = scan(rng, cells, prior, chain.desk, chain.position, chain.dials[0], unseen, spread)
        for at in range(spread.size):
            chain.spreads[at] += spread[at] / draws
        if mode == _STILL:
            continue
        accepted = trajectory(rng, cells, chain, longest)
        chain.dials[2] += accepted / draws
        if mode == _TUNE:
            error += (_ACCEPTED - accepted - error) / (draw + 11.0)
            log_step = first + math.log(10.0) - math.sqrt(draw + 1.0) / 0.05 * error
            weight = (draw + 1.0) ** -0.75
            log_mean = weight * log_step + (1.0 - weight) * log_mean
            chain.dials[1] = math.exp(log_mean if draw == draws - 1 else log_step)
    return kept


@njit(nogil=True, error_model="numpy", inline="always")
def _clear(chain: Chain) -> None:
    chain.dials[2] = 0.0
    for at in range(chain.spreads.size):
        chain.spreads[at] = 0.0


@njit(nogil=True, error_model="numpy", inline="always")
def chance_of_any(chain: Chain) -> float:
    """Return the chance of being on any list where the chain stands."""
    lists, classes = chain.desk.on.shape
    break_sticks(chain.desk, chain.position, chain.dials[0])
    set_chances(chain.desk, chain.position, chain.gradient[classes - 1 :].reshape((lists, classes)))
    return lay_unseen(chain.desk)


@njit(nogil=True, error_model="numpy", inline="always")
def trajectory(rng: np.random.Generator, cells: Cells, chain: Chain, longest: int) -> float:
    """Follow a trajectory, take its end or stay, and return the chance with which it was taken."""
    steps = longest // 2 + int(rng.random() * (longest - longest // 2 + 1))
    step = chain.dials[1] * (0.8 + 0.4 * rng.random())
    for at in range(chain.position.size):
        chain.ahead[at] = chain.position[at]
        chain.momentum[at] = rng.standard_normal()
    energy = _energy(chain.momentum)
    value = -1.0
    for leap in range(steps + 1):
        value = log_density(cells, chain.desk, chain.ahead, chain.dials[0], chain.gradient)
        if not value > -1e290:  # noqa: PLR2004 (off every path: infinite, or no number)
            return 0.0
        if leap == 0:
            energy -= value
        _leap(chain, step, is_first=leap == 0, is_last=leap == steps)
    chance = math.exp(min(energy - _energy(chain.momentum) + value, 0.0))
    if rng.random() < chance:
        for at in range(chain.position.size):
            chain.position[at] = chain.ahead[at]
    return chance


@njit(nogil=True, error_model="numpy", inline="always")
def _leap(chain: Chain, step: float, is_first: bool, is_last: bool) -> None:  # noqa: FBT001 (kernels take no keywords)
    """Turn the momentum along the gradient, by half a step at either end, and go a step on but at the last."""
    turn = 0.5 * step if is_first or is_last else step
    for at in range(chain.position.size):
        chain.momentum[at] += turn * chain.scale[at] * chain.gradient[at]
        if not is_last:
            chain.ahead[at] += step * chain.scale[at] * chain.momentum[at]


@njit(nogil=True, error_model="numpy", inline="always")
def _energy(momentum: Floats) -> float:
    total = 0.0
    for at in range(momentum.size):
        total += 0.5 * momentum[at] * momentum[at]
    return total
