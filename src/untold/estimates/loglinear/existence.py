"""Whether a model's maximum exists and says how many: a question of the zeros, answered exactly.

Where lists never meet, programs print a number that is where they happened to
stop. A maximum exists if and only if some positive expected counts have the
table's margins (Haberman 1974; Fienberg and Rinaldo 2012), which a linear
programme decides. Where it does not, the likelihood climbs towards counts with
zeros; what is left after those zeros may still say how many are on no list, or
not (Chan, Silverman and Vincent 2019), which the rank decides.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

Floats = NDArray[np.float64]
_HALF = 0.5  # the programme gives each cell 1, or 0 where no positive count is possible
_NOTHING = 1e-8


@dataclass(frozen=True, slots=True)
class Identification:
    """Whether a model's maximum exists and whether the units on no list follow from it.

    `emptied` are the cells, as patterns, whose expected counts go to nothing.
    `determined` is whether the number on no list is one number nevertheless.
    """

    emptied: tuple[int, ...]
    determined: bool

    @property
    def exists(self) -> bool:
        """Return whether the maximum exists in the ordinary sense."""
        return not self.emptied


def design(effects: tuple[int, ...], cells: int) -> Floats:
    """Return the design of the observed cells, one row for each pattern from 1, one column for each effect.

    >>> design((1, 2, 0), 4).tolist()
    [[1.0, 0.0, 1.0], [0.0, 1.0, 1.0], [1.0, 1.0, 1.0]]
    """
    patterns = np.arange(1, cells)[:, None]
    columns = np.array(effects)[None, :]
    rows: Floats = ((patterns & columns) == columns).astype(np.float64)
    return rows


def identification(counts: Floats, effects: tuple[int, ...]) -> Identification:
    """Return what the zeros of a table leave of a model."""
    support = _support(counts, effects)
    emptied = tuple(int(cell) + 1 for cell in np.flatnonzero(~support))
    rows = design(effects, len(counts))[support]
    unseen = np.array([each == 0 for each in effects], dtype=np.float64)
    return Identification(emptied, _follows(unseen, rows))


def _support(counts: Floats, effects: tuple[int, ...]) -> NDArray[np.bool_]:
    """Return which cells can be positive while the margins are the table's, all at once.

    Expected counts s + u with 0 ≤ s ≤ 1 and u ≥ 0 have the margins of c times
    the table; because c is free, the largest sum of s gives 1 to every such cell.
    """
    observed = counts[1:]
    if observed.all():
        return np.ones(len(observed), dtype=np.bool_)
    rows = design(effects, len(counts))
    margins = rows.T @ observed
    cells = len(observed)
    solution = linprog(
        np.concatenate([-np.ones(cells), np.zeros(cells + 1)]),
        A_eq=np.hstack([rows.T, rows.T, -margins[:, None] / max(float(observed.sum()), 1.0)]),
        b_eq=np.zeros(len(effects)),
        bounds=[(0, 1)] * cells + [(0, None)] * (cells + 1),
        method="highs",
    )
    support: NDArray[np.bool_] = solution.x[:cells] > _HALF
    return support


def _follows(unseen: Floats, rows: Floats) -> bool:
    """Return whether the design's row of the cell on no list is a combination of the rows that are left."""
    combination = np.linalg.lstsq(rows.T, unseen, rcond=None)[0]
    return bool(np.abs(rows.T @ combination - unseen).max() < _NOTHING)
