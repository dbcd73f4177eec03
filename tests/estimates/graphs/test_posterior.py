from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.special import gammaln

from tests.estimates.published import published_table
from untold.estimates.capture_table import CaptureTable, capture_table
from untold.estimates.graphs.chordal import Graphs, decomposable_graphs
from untold.estimates.graphs.log_gamma import log_gamma, log_gammas
from untold.estimates.graphs.mixing import graph_heights, mixed, reaches
from untold.estimates.graphs.posterior import Posterior, follow_posterior, posterior_at
from untold.estimates.graphs.prior import Prior, flat, gamma_poisson, on_grid, one_over_n
from untold.estimates.graphs.terms import terms_of
from untold.estimates.graphs.weighing import masses, pieces_wanted

SMALL = CaptureTable(("A", "B", "C"), (1, 2, 3, 4, 5, 6, 7), (6, 5, 2, 4, 2, 1, 1))
CHAIN = ((0b011, 0b110), (0b010,))  # A - B - C


def test_a_graphs_mass_is_the_product_over_cliques_by_that_over_separators() -> None:
    """The likelihood written out: Dirichlet-multinomials of the cliques' tables over those of the separators'."""
    delta, unseen = 0.125, np.array([0.0, 3.0, 40.0])
    graphs, terms = decomposable_graphs(3), terms_of(SMALL, delta)
    graph = next(each for each in range(8) if graphs.cliques(each) == CHAIN[0])

    height = _heights(SMALL, graphs, delta, unseen)[graph]

    cliques, separators = ([_marginal(mask, delta, unseen) for mask in masks] for masks in CHAIN)
    assert terms.enumerated == 21
    ways = gammaln(21 + unseen + 1) - gammaln(unseen + 1)
    assert height == pytest.approx(ways + sum(cliques) - sum(separators), rel=1e-12)


def test_cells_that_follow_the_posterior_sum_to_what_every_number_sums_to() -> None:
    table = published_table("kosovo")
    graphs, terms = decomposable_graphs(4), terms_of(table, 0.0625)

    every = posterior_at(terms, graphs, one_over_n(), unseen=range(1, 30_001))
    followed = follow_posterior(terms, graphs, one_over_n(), within=(1, 30_000))

    assert followed.share.size < 1_000
    assert followed.mean() == pytest.approx(every.mean(), rel=1e-4)
    assert followed.mode() == pytest.approx(every.mode(), rel=5e-3)
    for chance in (0.001, 0.025, 0.25, 0.5, 0.75, 0.975, 0.999):
        assert followed.quantile(chance) == pytest.approx(every.quantile(chance), rel=5e-4)


def test_published_numbers_of_kosovo_with_the_complete_graph() -> None:
    """As dga 2.0.2 prints them for delta 2^-4 and 1 and up to 30,000 unseen."""
    table, graphs = published_table("kosovo"), decomposable_graphs(4)

    fine, coarse = (
        posterior_at(terms_of(table, delta), graphs, one_over_n(), unseen=range(1, 30_001)) for delta in (0.0625, 1)
    )

    assert fine.mean() == pytest.approx(12749.3491403357, abs=1e-5)
    assert [fine.quantile(at) for at in (0.025, 0.5, 0.975)] == [9827, 12595, 16544]
    assert coarse.mean() == pytest.approx(4829.456017362, abs=1e-5)
    assert [coarse.quantile(at) for at in (0.025, 0.5, 0.975)] == [4408, 4617, 6860]


def test_published_numbers_of_spina_bifida_with_a_gamma_prior() -> None:
    """As dga 2.0.2 prints them for delta 1, a = 13.14, b = 55.17, and up to 300 unseen."""
    terms = terms_of(published_table("madigan_york_3"), 1.0)

    posterior = posterior_at(terms, decomposable_graphs(3), gamma_poisson(13.14, 55.17), unseen=range(1, 301))

    assert posterior.mean() == pytest.approx(733.4523691119, abs=1e-6)
    assert [posterior.quantile(at) for at in (0.025, 0.5, 0.975)] == [682, 731, 797]


def test_a_grid_that_ends_too_early_cuts_the_dead_and_the_tail_says_so() -> None:
    table, graphs = published_table("kosovo"), decomposable_graphs(4)
    terms = terms_of(table, 0.0625)

    cut = follow_posterior(terms, graphs, one_over_n(), within=(0, 6_000))
    whole = follow_posterior(terms, graphs, one_over_n())

    assert cut.quantile(0.975) < 10_401 < whole.quantile(0.5)
    assert cut.beyond is None
    assert whole.beyond is not None
    assert whole.beyond < 1e-9


def test_a_tail_that_does_not_fall_is_infinite() -> None:
    never_meet = capture_table(("A", "B", "C"), {1: 40, 2: 35, 4: 30, 5: 2, 6: 1})
    graphs = decomposable_graphs(3)

    posterior = follow_posterior(terms_of(never_meet, 1e-9), graphs, flat())

    assert posterior.beyond == float("inf")
    assert posterior.mean() == float("inf")


def test_a_narrow_posterior_is_found_between_wide_cells() -> None:
    many = capture_table(("A", "B", "C"), dict.fromkeys(range(1, 8), 400000))
    graphs = decomposable_graphs(3)

    posterior = follow_posterior(terms_of(many, 0.125), graphs.only(np.arange(7)), one_over_n())

    spread = posterior.quantile(0.975) - posterior.quantile(0.025)
    assert spread < 0.01 * posterior.quantile(0.5)
    assert np.count_nonzero(posterior.share > 1e-3) > 100


def test_a_prior_on_a_grid_holds_the_number_within_it() -> None:
    terms, graphs = terms_of(published_table("kosovo"), 0.0625), decomposable_graphs(4)
    narrow = on_grid([8_000.0, 9_000.0], [0.0, 0.0], words="Between eight and nine thousand.")

    posterior = follow_posterior(terms, graphs, narrow)

    assert 8_000 <= posterior.quantile(0.0) < posterior.quantile(1.0) <= 9_000
    assert posterior.beyond == 0.0


def test_a_prior_that_rules_out_what_is_documented_is_refused() -> None:
    terms, graphs = terms_of(published_table("kosovo"), 0.0625), decomposable_graphs(4)

    with pytest.raises(ValueError, match="rules out every number from the documented 4,400 up"):
        follow_posterior(terms, graphs, on_grid([100.0, 4_000.0], [0.0, 0.0], words=""))


def test_draws_follow_the_posterior_and_come_back_with_their_seed() -> None:
    posterior = _followed(published_table("kosovo"))

    draws = posterior.draws(40_000, seed=7)

    assert np.array_equal(draws, posterior.draws(40_000, seed=7))
    assert not np.array_equal(draws, posterior.draws(40_000, seed=8))
    assert np.array_equal(draws, np.floor(draws))
    for chance in (0.025, 0.5, 0.975):
        assert np.mean(draws <= posterior.quantile(chance)) == pytest.approx(chance, abs=0.01)


@settings(max_examples=40)
@given(st.lists(st.integers(0, 30), min_size=7, max_size=7).filter(lambda counts: sum(counts) > 0))
def test_shares_and_weights_sum_to_one_and_quantiles_ascend_from_what_is_documented(counts: list[int]) -> None:
    table = capture_table(("A", "B", "C"), dict(enumerate(counts, start=1)))

    posterior = _followed(table)

    assert posterior.share.sum() == pytest.approx(1)
    assert posterior.weights.sum() == pytest.approx(1, abs=1e-6)
    quantiles = [posterior.quantile(at / 20) for at in range(21)]
    assert quantiles == sorted(quantiles)
    assert quantiles[0] >= table.enumerated


@pytest.mark.parametrize("number", [1e-3, 0.125, 1.0, 7.5, 16.0, 123.4, 1e6, 1e10])
def test_log_gamma_is_that_of_others(number: float) -> None:
    assert log_gamma.py_func(number) == pytest.approx(gammaln(number), rel=2e-14, abs=2e-14)


def test_compiled_loops_say_what_they_say_uncompiled() -> None:
    graphs, terms = decomposable_graphs(3), terms_of(SMALL, 0.125)
    unseen = np.array([0.0, 1.0, 3.0, 9.5, 40.0, 200.0])
    width = np.array([1.0, 2.0, 4.0, 10.0, 60.0, 300.0])
    heights = _heights(SMALL, graphs, 0.125, unseen)
    shared = terms.at(unseen, graphs.needed), terms.ways(unseen), graphs.starts, graphs.subsets, graphs.times
    height = mixed(heights)
    mass = masses(unseen, width, height)

    for compiled, given_to_it in (
        (graph_heights, shared),
        (mixed, (heights,)),
        (log_gammas, (np.array([0.5, 2.0]), unseen)),
        (masses, (unseen, width, height)),
        (pieces_wanted, (unseen, width, height, mass)),
        (reaches, (heights, np.log(unseen + 1), np.log(width))),
    ):
        found, expected = compiled(*given_to_it), compiled.py_func(*given_to_it)
        for one, other in zip(found, expected, strict=True):
            assert one == pytest.approx(other, rel=1e-9)


@pytest.mark.parametrize(
    ("numbers", "mass"),
    [([1.0], [0.0]), ([1.0, 1.0], [0.0, 0.0]), ([1.0, 2.0], [0.0]), ([1.0, 2.0], [0.0, float("nan")])],
)
def test_a_grid_that_is_none_is_refused(numbers: list[float], mass: list[float]) -> None:
    with pytest.raises(ValueError, match="grid"):
        on_grid(numbers, mass, words="")


def test_a_gamma_prior_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="above zero"):
        gamma_poisson(0, 1)


def _followed(table: CaptureTable, prior: Prior | None = None) -> Posterior:
    graphs = decomposable_graphs(table.width)
    chosen = graphs.only(np.arange(len(graphs) - 1))
    return follow_posterior(terms_of(table, 2.0**-table.width), chosen, prior or one_over_n())


def _heights(table: CaptureTable, graphs: Graphs, delta: float, unseen: NDArray[np.float64]) -> NDArray[np.float64]:
    terms = terms_of(table, delta)
    found = graph_heights(
        terms.at(unseen, graphs.needed), terms.ways(unseen), graphs.starts, graphs.subsets, graphs.times
    )
    return np.asarray(found)


def _marginal(mask: int, delta: float, unseen: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the log Dirichlet-multinomial of a set of lists' own table, written out cell by cell."""
    bits = [bit for bit in range(3) if mask >> bit & 1]
    alpha = delta * 2 ** (3 - len(bits))
    total = alpha * 2 ** len(bits)
    found = gammaln(total) - gammaln(total + SMALL.enumerated + unseen)
    for cell in product((0, 1), repeat=len(bits)):
        seen = sum(
            count
            for pattern, count in zip(SMALL.patterns, SMALL.counts, strict=True)
            if all(pattern >> bit & 1 == value for bit, value in zip(bits, cell, strict=True))
        )
        found = found + gammaln(alpha + seen + (unseen if not any(cell) else 0)) - gammaln(alpha)
    return np.asarray(found)
