"""Models of lists are named and counted as in the field."""

import pytest

from untold.estimates.loglinear import all_pairs_model, hierarchical_models, model_name, model_of


@pytest.mark.parametrize(
    ("width", "order", "models"),
    [(2, None, 1), (3, None, 8), (4, None, 113), (5, None, 6893), (5, 2, 1024), (4, 2, 64)],
)
def test_there_are_as_many_models_as_the_field_counts(width: int, order: int | None, models: int) -> None:
    assert len(hierarchical_models(width, order)) == models


def test_no_two_models_are_alike() -> None:
    models = hierarchical_models(5)

    assert len({models.name(row) for row in range(len(models))}) == len(models)


def test_an_effect_brings_all_effects_within_it() -> None:
    models = hierarchical_models(4)

    for row in range(len(models)):
        effects = set(models.effects_of(row))
        assert all(effect & ~(1 << number) in effects for effect in effects for number in range(4))


def test_no_model_fits_anything_whatever() -> None:
    models = hierarchical_models(4)

    assert all(0b1111 not in models.effects_of(row) for row in range(len(models)))


def test_a_name_makes_the_model_that_it_names() -> None:
    models = hierarchical_models(4)

    assert all(model_of(models.name(row), 4).name(0) == models.name(row) for row in range(len(models)))


def test_larger_effects_are_named_first() -> None:
    assert model_name((1, 2, 4, 8, 6, 10, 12, 14, 3, 0)) == "[234,12]"
    assert all_pairs_model(3).name(0) == "[12,13,23]"


@pytest.mark.parametrize("name", ["[15]", "", "[a]", "[12,,3]"])
def test_a_name_of_no_model_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no model of 4 lists"):
        model_of(name, 4)


@pytest.mark.parametrize(("width", "order"), [(6, None), (7, 2)])
def test_more_models_than_can_be_gone_through_are_refused(width: int, order: int | None) -> None:
    with pytest.raises(ValueError, match="too many models"):
        hierarchical_models(width, order)
