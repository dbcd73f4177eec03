"""The formulae of two lists and the least number, by hand."""

from math import sqrt

import pytest

from tests.estimates.published import published_table
from untold.estimates.bounds import chao, chapman, lincoln_petersen, lognormal_interval
from untold.estimates.capture_table import capture_table

# n1 = 100, n2 = 50, 20 on both.
TWO = capture_table(("A", "B"), {1: 80, 2: 30, 3: 20}, unit="victims")


def test_lincoln_petersen_is_the_product_by_the_overlap() -> None:
    estimate = lincoln_petersen(TWO, stratum=(("place", "Karm"),)).estimate

    assert estimate.point == 250
    assert estimate.diagnostics["standard_error"] == pytest.approx(sqrt(100 * 50 * 80 * 30 / 20**3))
    assert estimate.stratum == (("place", "Karm"),)
    assert estimate.method == "lincoln-petersen"
    assert "independent" in estimate.assumptions[1]


def test_chapman_adds_one_to_each() -> None:
    estimate = chapman(TWO).estimate

    assert estimate.point == pytest.approx(101 * 51 / 21 - 1)
    assert estimate.diagnostics["standard_error"] == pytest.approx(sqrt(101 * 51 * 80 * 30 / (21**2 * 22)))


def test_an_interval_of_two_lists_holds_its_point_and_never_less_than_was_enumerated() -> None:
    for estimate in (lincoln_petersen(TWO).estimate, chapman(TWO).estimate):
        assert estimate.low is not None
        assert estimate.point is not None
        assert estimate.high is not None
        assert 130 < estimate.low < estimate.point < estimate.high


def test_one_list_inside_the_other_leaves_nobody_unseen() -> None:
    estimate = lincoln_petersen(capture_table(("A", "B"), {1: 30, 3: 20})).estimate

    assert (estimate.low, estimate.point, estimate.high) == (50, 50, 50)


def test_chaos_bound_counts_who_is_on_one_list_and_on_two() -> None:
    estimate = chao(published_table("kosovo")).estimate

    assert estimate.diagnostics["on_one_list"] == 306 + 936 + 845 + 1131
    assert estimate.diagnostics["on_two_lists"] == 123 + 31 + 217 + 106 + 228 + 177
    assert estimate.point == pytest.approx(4400 + 3 / 4 * 3218**2 / (2 * 882))
    assert estimate.notes == ("A lower bound, not an estimate of the number.",)


def test_with_many_lists_the_variance_is_chaos() -> None:
    lists = tuple(f"L{number}" for number in range(20))
    table = capture_table(lists, {1: 10, 2: 10, 3: 5})
    ratio, factor = 4.0, 19 / 20

    error = chao(table).estimate.diagnostics["standard_error"]

    assert error == pytest.approx(sqrt(5 * (factor**2 * ratio**4 / 4 + factor**2 * ratio**3 + factor * ratio**2 / 2)))


def test_two_lists_have_no_bound() -> None:
    refused = chao(TWO).estimate.refused

    assert refused is not None
    assert "three lists" in refused.reason


def test_lists_that_never_meet_give_no_number() -> None:
    apart = capture_table(("A", "B"), {1: 80, 2: 30})
    three_apart = capture_table(("A", "B", "C"), {1: 80, 2: 30, 4: 9})

    for fit in (lincoln_petersen(apart), chapman(apart), chao(three_apart)):
        assert fit.estimate.status == "not_estimable"
        assert fit.estimate.point is None
        assert fit.estimate.refused is not None
        assert "nobody is on" in fit.estimate.refused.reason


def test_three_lists_are_too_many_for_two() -> None:
    refused = chapman(published_table("madigan_york_3")).estimate.refused

    assert refused is not None
    assert "not 3" in refused.reason


def test_without_spread_an_interval_is_its_point() -> None:
    assert lognormal_interval(100.0, 0.0, 90) == (100.0, 100.0)
