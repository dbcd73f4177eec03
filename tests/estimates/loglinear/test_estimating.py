"""A log-linear estimate is an average that says what it left out, or a refusal that says why."""

import pytest

from tests.estimates.published import published_table
from untold.estimates.capture_table import CaptureTable, capture_table
from untold.estimates.loglinear import LoglinearOptions, ProfileInterval, fit_loglinear
from untold.estimates.loglinear.estimating import refusal_of_interval

# Two thousand units on three lists that depend on nothing, with chances 0.5, 0.4 and 0.3.
INDEPENDENT = capture_table(("A", "B", "C"), {1: 420, 2: 280, 3: 280, 4: 180, 5: 180, 6: 120, 7: 120}, unit="victims")


def test_the_published_figure_of_kosovo_is_the_best_model_by_bic() -> None:
    options = LoglinearOptions("BIC", averaged=False)

    estimate = fit_loglinear(published_table("kosovo"), options=options).estimate

    assert estimate.diagnostics["best_model"] == "[123,14,34]"
    assert estimate.point == pytest.approx(10_356.5189572519, rel=1e-9)
    assert (estimate.low, estimate.high) == pytest.approx((8994.2567071086, 12110.4081124685), rel=1e-6)


def test_an_average_has_a_wider_interval_than_its_best_model() -> None:
    table = published_table("kosovo")
    best = fit_loglinear(table, options=LoglinearOptions(averaged=False)).estimate

    average = fit_loglinear(table).estimate

    assert average.low is not None
    assert best.low is not None
    assert average.high is not None
    assert best.high is not None
    assert average.low < best.low
    assert average.high > best.high


def test_lists_that_depend_on_nothing_give_the_whole_number() -> None:
    estimate = fit_loglinear(INDEPENDENT, stratum=(("place", "Karm"),)).estimate

    assert estimate.status == "estimable"
    assert estimate.point == pytest.approx(2000, rel=0.03)
    assert estimate.low is not None
    assert estimate.high is not None
    assert estimate.low < 2000 < estimate.high
    assert estimate.stratum == (("place", "Karm"),)
    assert estimate.table == INDEPENDENT.hash
    assert "victims" in estimate.assumptions[0]


def test_the_weights_are_told() -> None:
    weights = fit_loglinear(INDEPENDENT).estimate.diagnostics["weights"]

    assert isinstance(weights, str)
    assert weights.startswith("[1,2,3] 0.")


def test_how_many_models_make_the_interval_is_told() -> None:
    found = fit_loglinear(published_table("kosovo")).estimate.diagnostics

    assert found["models_in_interval"] == 16
    assert found["weight_in_interval"] == pytest.approx(0.999, abs=1e-3)


def test_pairs_that_never_meet_refuse_the_table_by_name() -> None:
    table = capture_table(("ward", "court", "press"), {1: 40, 2: 30, 3: 6, 4: 20})

    estimate = fit_loglinear(table).estimate

    assert estimate.status == "not_estimable"
    assert estimate.point is None
    assert estimate.refused is not None
    assert "ward with press and court with press" in estimate.refused.reason
    assert "join lists" in estimate.refused.remedy


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        (capture_table(("A", "B"), {1: 5, 2: 5, 3: 2}), "two lists"),
        (capture_table(tuple("ABCDEFG"), {1: 5, 2: 5, 3: 2}), "too many"),
        (capture_table(("A", "B", "C"), {1: 5, 2: 5, 3: 2}), "nobody is on the list C"),
    ],
)
def test_lists_that_no_model_can_use_are_refused(table: CaptureTable, reason: str) -> None:
    refused = fit_loglinear(table).estimate.refused

    assert refused is not None
    assert reason in refused.reason


def test_models_without_a_maximum_are_left_out_aloud() -> None:
    table = published_table("HIV")
    notes = fit_loglinear(table).estimate.notes

    assert "2 of 113 models are left out" in notes[0]
    assert "[123,124,234]" in notes[0]


def test_an_average_that_rests_on_what_was_left_out_is_refused() -> None:
    table = capture_table(("A", "B", "C"), {7: 20})

    estimate = fit_loglinear(table).estimate

    assert estimate.status == "unstable"
    assert estimate.refused is not None
    assert "no maximum" in estimate.refused.reason


def test_an_interval_that_spans_a_hundredfold_is_refused() -> None:
    table = capture_table(("A", "B", "C"), {1: 90, 2: 80, 4: 70, 3: 1, 5: 1, 6: 1, 7: 1})

    refused = fit_loglinear(table).estimate.refused

    assert refused is not None
    assert "a hundred times apart" in refused.reason


@pytest.mark.parametrize(
    ("point", "interval", "reason"),
    [
        (200.0, ProfileInterval(200.0, 150.0, None), "no upper end"),
        (900.0, ProfileInterval(200.0, 150.0, 400.0), "outside its own interval"),
    ],
)
def test_an_interval_that_says_nothing_is_not_printed(point: float, interval: ProfileInterval, reason: str) -> None:
    refused = refusal_of_interval(point, interval)

    assert refused is not None
    assert reason in refused.reason


@pytest.mark.parametrize("wrong", [{"level": 1.0}, {"order": 0}])
def test_options_that_mean_nothing_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="not"):
        LoglinearOptions(**wrong)  # type: ignore[arg-type]
