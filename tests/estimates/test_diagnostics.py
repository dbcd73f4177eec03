"""The diagnostics of samplers are the published ones, and see what is wrong with draws."""

import warnings

import numpy as np
import pytest
from numpy.typing import NDArray

from untold.estimates.diagnostics import bulk_ess, convergence, rank_rhat, tail_ess

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it warns of its next version on import
    import arviz

SHAPES = ((4, 100), (4, 1001), (1, 500), (8, 250))


def _walk(chains: int, draws: int, memory: float, seed: int) -> NDArray[np.float64]:
    noise = np.random.default_rng(seed).normal(size=(chains, draws))
    walk = noise.copy()
    for draw in range(1, draws):
        walk[:, draw] += memory * walk[:, draw - 1]
    return walk


def _reference(name: str, draws: NDArray[np.float64], **options: str) -> float:
    return float(getattr(arviz, name)(draws, **options))


@pytest.mark.parametrize("memory", [-0.6, 0.0, 0.5, 0.95])
@pytest.mark.parametrize("shape", SHAPES)
def test_diagnostics_are_those_of_the_reference_implementation(shape: tuple[int, int], memory: float) -> None:
    draws = np.round(np.exp(_walk(*shape, memory, seed=5)) * 100)

    if len(draws) > 1:  # the reference has none for one chain, though its halves have
        assert rank_rhat(draws) == pytest.approx(_reference("rhat", draws), rel=1e-9)
    assert bulk_ess(draws) == pytest.approx(_reference("ess", draws, method="bulk"), rel=1e-6)
    assert tail_ess(draws) == pytest.approx(_reference("ess", draws, method="tail"), rel=1e-6)


def test_chains_in_different_places_are_seen() -> None:
    draws = _walk(4, 500, 0.0, seed=1) + np.array([[0.0], [0.0], [0.0], [3.0]])

    found = convergence(draws)

    assert found.rhat == rank_rhat(draws)
    assert found.rhat is not None
    assert found.rhat > 1.4
    assert found.bulk < 20
    assert found.chain_medians[3] > 2


def test_chains_of_different_width_are_seen_by_the_folded_ranks() -> None:
    draws = _walk(4, 500, 0.0, seed=2) * np.array([[1.0], [1.0], [1.0], [6.0]])

    rhat = rank_rhat(draws)

    assert rhat is not None
    assert rhat > 1.1


def test_draws_that_never_move_have_no_rhat() -> None:
    found = convergence(np.full((4, 50), 17.0))

    assert found.rhat is None
    assert found.bulk == 200


@pytest.mark.parametrize("wrong", [np.zeros((1, 2, 10)), np.zeros((4, 3)), np.full((4, 10), np.nan)])
def test_what_is_no_set_of_chains_is_refused(wrong: NDArray[np.float64]) -> None:
    with pytest.raises(ValueError, match="draws are"):
        rank_rhat(wrong)
