"""The posterior of the number of unseen units, over all graphs, and how much of it lies beyond any grid.

What a program cuts off the upper end of a posterior, it cuts off the number of
the dead. Here the mass beyond the last number is bounded by the rate at which
each graph falls there, and a tail that does not fall is an answer of its own.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from untold.estimates.graphs.chordal import Graphs
from untold.estimates.graphs.grid import (
    MOST_UNSEEN,
    Cells,
    cells_between,
    parted,
    pieces_for_peaks,
    widening_cells,
)
from untold.estimates.graphs.mixing import graph_heights, mixed, reaches
from untold.estimates.graphs.prior import Prior
from untold.estimates.graphs.terms import Terms
from untold.estimates.graphs.weighing import masses, pieces_wanted

Floats = NDArray[np.float64]
_LEFT_OUT = 1e-9  # most mass of all graphs that are not followed to the end
_ROUNDS = 8
_AT_ONCE = 2_000  # numbers of which all graphs' heights are held at once
_LEVEL = 1e-9  # a change of the log mass across a cell that is none
_SLOWEST_FALL = 0.05  # a mass that falls slower than N to the power of -1.05 is taken not to fall enough


@dataclass(frozen=True, slots=True)
class Posterior:
    """What is believed of N after the lists were seen.

    `share` is the mass of each cell of unseen numbers, together 1. `weights`
    are those of the `graphs` that were followed. `beyond` is the most mass above
    the last cell, infinite where it does not fall, null where the end was
    asked for. `fall` is the power at which the mass falls there.
    """

    enumerated: int
    cells: Cells
    share: Floats
    graphs: Graphs
    weights: Floats
    beyond: float | None
    fall: float

    def quantile(self, chance: float) -> float:
        """Return the smallest N that has at least so much of the mass at or below it."""
        upper = np.cumsum(self.share)
        last = int(np.flatnonzero(self.share)[-1])
        cell = min(int(np.searchsorted(upper, max(chance * upper[-1], np.finfo(float).tiny))), last)
        below = upper[cell - 1] if cell else 0.0
        width = self.cells.width[cell]
        part = float(np.clip((chance * upper[-1] - below) / self.share[cell], 0.0, 1.0))
        step = np.ceil(self._reached(cell, part) * width).clip(1, width)
        return float(self.enumerated + self.cells.first[cell] + step - 1)

    def _reached(self, cell: int, part: float) -> float:
        """Return how far into a cell a part of its mass reaches, where the mass changes by a steady rate."""
        near = slice(max(cell - 1, 0), cell + 2)
        with np.errstate(divide="ignore", invalid="ignore"):
            height = np.log(self.share[near] / self.cells.width[near])
            change = (height[-1] - height[0]) / np.ptp(self.cells.middle[near]) * self.cells.width[cell]
        if not abs(change) > _LEVEL:
            return part
        return float(np.log1p(part * np.expm1(change)) / change) if np.isfinite(change) else part

    def mean(self) -> float:
        """Return the mean of N; infinite where the tail falls too slowly to have one."""
        if self.beyond is not None and self.fall < 2 + _SLOWEST_FALL:
            return float("inf")
        return float(self.enumerated + self.share @ self.cells.middle)

    def mode(self) -> float:
        """Return the N of the highest mass: the middle of the densest cell."""
        return float(self.enumerated + self.cells.middle[np.argmax(self.share / self.cells.width)])

    def draws(self, count: int, seed: int) -> Floats:
        """Return so many independent draws of N."""
        chance = np.random.default_rng(seed)
        upper = np.cumsum(self.share)
        cell = np.searchsorted(upper, chance.random(count) * upper[-1], side="right").clip(max=upper.size - 1)
        step = np.floor(chance.random(count) * self.cells.width[cell])
        return np.asarray(self.enumerated + self.cells.first[cell] + step)

    def under_flat(self, prior: Prior) -> "Posterior":
        """Return the same posterior under a flat prior, on the same cells, its graphs weighed as before."""
        has_mass = self.share > 0
        believed = prior.log_mass(self.enumerated + self.cells.middle[has_mass])
        share = np.zeros_like(self.share)
        share[has_mass] = self.share[has_mass] * np.exp(believed.min() - believed)
        return Posterior(self.enumerated, self.cells, share / share.sum(), self.graphs, self.weights, None, self.fall)


def follow_posterior(terms: Terms, graphs: Graphs, prior: Prior, *, within: tuple[int, int] | None = None) -> Posterior:
    """Return the posterior on cells that follow it, from nobody unseen up to more people than live.

    `within` is the fewest and the most unseen of programs with a fixed grid: what lies beyond is not asked then.
    Raises `ValueError` for a prior under which no number of these is possible.
    """
    turns = np.asarray(prior.turns, dtype=np.float64) - terms.enumerated
    cells = widening_cells((0, MOST_UNSEEN) if within is None else within, turns)
    followed, cells = _first_look(terms, graphs, prior, cells)
    heights = _heights(terms, followed, prior, cells.middle)
    for _ in range(_ROUNDS):
        height = mixed(heights)
        mass = masses(cells.middle, cells.width, height)
        pieces = pieces_wanted(cells.middle, cells.width, height, mass)
        if pieces.max() <= 1:
            break
        cells = parted(cells, pieces)
        heights = _heights(terms, followed, prior, cells.middle)
    return _summed(terms.enumerated, followed, cells, heights, is_open=within is None)


def posterior_at(terms: Terms, graphs: Graphs, prior: Prior, *, unseen: range) -> Posterior:
    """Return the posterior at every whole number of a range, cut at its end: for comparing programs."""
    cells = cells_between(np.arange(unseen.start, unseen.stop + 1, dtype=np.float64))
    blocks = [
        cells_between(np.append(each, each[-1] + 1))
        for each in np.array_split(cells.first, -(-len(unseen) // _AT_ONCE))
    ]
    heights = (_heights(terms, graphs, prior, each.middle) for each in blocks)
    totals, shares, weights = zip(*map(_weighed, blocks, heights), strict=True)
    parts = np.exp(np.asarray(totals) - np.logaddexp.reduce(totals))
    share = np.concatenate([part * each for part, each in zip(parts, shares, strict=True)])
    return Posterior(terms.enumerated, cells, share, graphs, parts @ np.asarray(weights), None, float("inf"))


def _first_look(terms: Terms, graphs: Graphs, prior: Prior, cells: Cells) -> tuple[Graphs, Cells]:
    """Return the graphs that may matter, and cells in which none of their peaks hides."""
    heights = _heights(terms, graphs, prior, cells.middle)
    width = np.log(cells.width)
    total = float(np.logaddexp.reduce(mixed(heights) + width))
    if total == -np.inf:
        raise ValueError(f"the prior rules out every number from the documented {terms.enumerated:,} up")
    most, mass, above = reaches(heights, np.log(cells.middle + 1), width)
    keep = np.flatnonzero(most > total + np.log(_LEFT_OUT / len(graphs)))
    return graphs.only(keep), parted(cells, pieces_for_peaks(mass, above, total))


def _heights(terms: Terms, graphs: Graphs, prior: Prior, unseen: Floats) -> Floats:
    base = terms.ways(unseen) + prior.log_mass(terms.enumerated + unseen)
    return graph_heights(terms.at(unseen, graphs.needed), base, graphs.starts, graphs.subsets, graphs.times)


def _summed(enumerated: int, graphs: Graphs, cells: Cells, heights: Floats, *, is_open: bool) -> Posterior:
    """Return the posterior on these cells, with the mass beyond them where they have no end that was asked for."""
    total, share, weights = _weighed(cells, heights)
    beyond, fall = _tail(heights[:, -2:], cells, total)
    return Posterior(enumerated, cells, share, graphs, weights, beyond if is_open else None, fall)


def _weighed(cells: Cells, heights: Floats) -> tuple[float, Floats, Floats]:
    """Return the log of the whole mass on some cells, the share of each cell, and that of each graph."""
    height = mixed(heights)
    top = float(height.max())
    mass = masses(cells.middle, cells.width, height)
    whole = float(mass.sum())
    dense = np.exp(height - top)
    factor = np.divide(mass, dense, out=np.zeros_like(mass), where=dense > 0)
    return top + float(np.log(whole)), mass / whole, np.exp(heights - top) @ factor / whole


def _tail(heights: Floats, cells: Cells, total: float) -> tuple[float, float]:
    """Return the most mass beyond the last cell, and the slowest fall there of a graph that matters.

    Far above what was seen, each graph falls as a power of the number, so the
    mass beyond is that at the end times the end, over the power less one.
    """
    end = cells.last[-1]
    here = heights[:, -1] + np.log(end) - total
    counted = here > np.log(_LEFT_OUT / max(1, heights.shape[0]))
    if not counted.any():
        return float(np.exp(np.logaddexp.reduce(here))), float("inf")
    fall = (heights[counted, 0] - heights[counted, 1]) / np.diff(np.log(cells.middle[-2:]))[0]
    if fall.min() < 1 + _SLOWEST_FALL:
        return float("inf"), float(fall.min())
    return float((np.exp(here[counted]) / (fall - 1)).sum()), float(fall.min())
