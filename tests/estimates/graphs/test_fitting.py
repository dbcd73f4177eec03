import numpy as np
import pytest

from tests.estimates.published import published_table
from untold.estimates.capture_table import CaptureTable, capture_table
from untold.estimates.graphs import GraphOptions, fit_graphs, flat, gamma_poisson


def test_kosovo_is_estimated_without_the_complete_graph() -> None:
    fit = fit_graphs(published_table("kosovo"), seed=3)

    estimate = fit.estimate
    assert (estimate.status, estimate.enumerated, estimate.seed) == ("estimable", 4400, 3)
    assert (estimate.low, estimate.point, estimate.high) == (9827, 12595, 16544)
    assert estimate.diagnostics["graph_1"] == "[EXH ABA OSCE] [EXH OSCE HRW]"
    assert estimate.diagnostics["tail_mass"] == pytest.approx(0, abs=1e-9)
    assert fit.draws is not None
    assert fit.draws.shape == (4, 1000)
    assert np.median(fit.draws) == pytest.approx(12595, rel=0.02)


def test_the_complete_graph_takes_the_estimate_over_where_delta_is_large() -> None:
    """It is not identified, so its number is the prior's: the estimate must not hang on it."""
    table = published_table("kosovo")

    fine = fit_graphs(table, options=GraphOptions(has_complete=True)).estimate
    coarse = fit_graphs(table, options=GraphOptions(delta=1, has_complete=True)).estimate
    without = fit_graphs(table).estimate

    assert fine.diagnostics["mean"] == pytest.approx(12749, rel=1e-3)
    assert coarse.diagnostics["graph_1"] == "[EXH ABA OSCE HRW]"
    assert without.point == pytest.approx(fine.point, rel=1e-3)
    assert coarse.diagnostics["mean"] == pytest.approx(4829, rel=1e-3)
    assert "not identified" in coarse.notes[0]


def test_an_upper_end_that_the_prior_sets_is_refused_with_a_remedy() -> None:
    hardly_meet = capture_table(("A", "B", "C"), {1: 20, 2: 30, 4: 20, 3: 1, 6: 1})

    fit = fit_graphs(hardly_meet)

    assert fit.draws is None
    estimate = fit.estimate
    assert (estimate.point, estimate.low, estimate.high, estimate.status) == (None, None, None, "not_estimable")
    assert estimate.seed is None
    assert estimate.refused is not None
    assert "the prior sets the upper end" in estimate.refused.reason
    assert "overlap" in estimate.refused.remedy


def test_a_posterior_that_never_falls_is_refused() -> None:
    hardly_meet = capture_table(("A", "B", "C"), {1: 40, 2: 35, 4: 30, 5: 2, 6: 1})

    estimate = fit_graphs(hardly_meet, options=GraphOptions(delta=1e-9, prior=flat())).estimate

    assert estimate.refused is not None
    assert "does not fall" in estimate.refused.reason
    assert (estimate.diagnostics["mean"], estimate.diagnostics["tail_mass"]) == (None, None)


@pytest.mark.parametrize("width", [2, 7])
def test_too_few_and_too_many_lists_are_refused(width: int) -> None:
    table = capture_table(tuple("ABCDEFG"[:width]), dict.fromkeys(range(1, 1 << width), 3))

    estimate = fit_graphs(table).estimate

    assert estimate.refused is not None
    assert f"{width} lists" in estimate.refused.reason
    assert estimate.diagnostics == {}


def test_lists_that_never_meet_are_refused() -> None:
    estimate = fit_graphs(CaptureTable(("A", "B", "C"), (1, 2, 4), (30, 20, 10))).estimate

    assert estimate.refused is not None
    assert "no two lists" in estimate.refused.reason


def test_a_list_of_nobody_is_left_out_with_a_note() -> None:
    counts = dict(enumerate((60, 50, 20, 45, 22, 18, 9), start=1))
    with_nobody, without = capture_table(tuple("ABCD"), counts), capture_table(tuple("ABC"), counts)

    estimate = fit_graphs(with_nobody).estimate

    assert estimate.lists == ("A", "B", "C")
    assert (estimate.low, estimate.point, estimate.high) == fit_interval(without)
    assert estimate.table == with_nobody.hash
    assert estimate.notes == ("Nobody is on D, which the estimate leaves out.",)


def test_two_lists_that_are_left_are_too_few() -> None:
    estimate = fit_graphs(CaptureTable(("A", "B", "C"), (1, 2, 3), (30, 20, 10))).estimate

    assert estimate.refused is not None
    assert "2 lists" in estimate.refused.reason
    assert "C" in estimate.notes[0]


def test_assumptions_are_sentences_that_name_the_unit_and_the_prior() -> None:
    table = CaptureTable(("A", "B", "C"), (1, 2, 3, 4, 5, 6, 7), (60, 50, 20, 45, 22, 18, 9), unit="victims")

    words = fit_graphs(table, options=GraphOptions(prior=gamma_poisson(10, 30))).estimate.assumptions

    assert all(each.endswith(".") for each in words)
    assert any("victims" in each for each in words)
    assert "about 300 were expected" in words[-1]


def test_the_same_seed_gives_the_same_draws_and_none_are_made_unasked() -> None:
    table = CaptureTable(("A", "B", "C"), (1, 2, 3, 4, 5, 6, 7), (60, 50, 20, 45, 22, 18, 9))

    first, second, none = fit_graphs(table, seed=1), fit_graphs(table, seed=1), fit_graphs(table, draws=0)

    assert first.draws is not None
    assert second.draws is not None
    assert np.array_equal(first.draws, second.draws)
    assert none.draws is None


def test_a_delta_that_is_not_above_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="above zero"):
        GraphOptions(delta=0)


def fit_interval(table: CaptureTable) -> tuple[float | None, float | None, float | None]:
    estimate = fit_graphs(table).estimate
    return estimate.low, estimate.point, estimate.high
