"""The sampler draws from the model's posterior: true numbers lie anywhere among its draws."""

from tests.estimates.latent_class.simulated import LEAST_CHANCE, chance_of, ranks


def test_ranks_of_the_true_number_and_of_alpha_are_uniform() -> None:
    of_whole, of_alpha = ranks(40, seed=7)

    assert chance_of(of_whole, 8) > LEAST_CHANCE
    assert chance_of(of_alpha, 8) > LEAST_CHANCE


def test_ranks_that_lie_low_are_seen() -> None:
    assert chance_of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10] * 6, 10) < LEAST_CHANCE
