"""Simulation-based calibration: numbers drawn from the prior lie anywhere in the posteriors of their own tables.

Source: Talts et al. (2018), Validating Bayesian inference algorithms with simulation-based calibration.
"""

import numpy as np
from scipy.stats import chisquare

from untold.estimates.capture_table import CaptureTable, capture_table
from untold.estimates.graphs.chordal import decomposable_graphs
from untold.estimates.graphs.posterior import follow_posterior
from untold.estimates.graphs.prior import gamma_poisson
from untold.estimates.graphs.terms import terms_of

WIDTH, DELTA, SHAPE, SCALE = 3, 1.0, 4.0, 80.0
TABLES, DRAWS, BINS = 500, 99, 20


def test_ranks_of_the_true_number_are_uniform() -> None:
    chance = np.random.default_rng(20)
    graphs = decomposable_graphs(WIDTH)
    prior = gamma_poisson(SHAPE, SCALE)
    ranks = []
    for each in range(TABLES):
        number = int(chance.poisson(chance.gamma(SHAPE, SCALE)))
        table = _drawn_table(graphs.cliques(int(chance.integers(len(graphs)))), number, chance)
        draws = follow_posterior(terms_of(table, DELTA), graphs, prior).draws(DRAWS, seed=each)
        below, equal = int((draws < number).sum()), int((draws == number).sum())
        ranks.append(below + int(chance.integers(equal + 1)))

    counts = np.bincount(np.asarray(ranks) * BINS // (DRAWS + 1), minlength=BINS)

    assert chisquare(counts).pvalue > 0.001


def _drawn_table(cliques: tuple[int, ...], number: int, chance: np.random.Generator) -> CaptureTable:
    """Return a table of so many units from probabilities under the hyper-Dirichlet law of a graph of three lists.

    The first clique's table is Dirichlet; each next one's is drawn alike and
    taken as it is given what it shares with those before.
    """
    every = np.arange(1 << WIDTH)
    share, before = np.ones(every.size), 0
    for clique in cliques:
        cells, place = np.unique(every & clique, return_inverse=True)
        own = chance.dirichlet(np.full(cells.size, DELTA * every.size / cells.size))[place]
        shared = np.array([own[every & before & clique == each & before & clique].sum() for each in every])
        scale = (1 << WIDTH) / cells.size  # of the whole table's cells, so many have the same own probability
        share *= own / (shared / scale) if before & clique else own
        before |= clique
    counts = chance.multinomial(number, share / share.sum())
    return capture_table(("A", "B", "C"), dict(enumerate(counts[1:].tolist(), start=1)))
