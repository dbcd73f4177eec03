"""A running total is a series of snapshots: its steps are checked, and it is never added up."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tallies.running.writing import TOTAL, claims_of, day, running, series_of
from untold.codebook.errors import SummedSnapshots
from untold.tallies.bounds import Bounds
from untold.tallies.running import Step, running_totals, steps


def only(*rows: dict[str, object]) -> Step:
    (found,) = steps(series_of(rows))
    return found


def test_a_step_that_the_days_own_count_makes_agrees() -> None:
    step = only(day(14, 100), day(15, 107, 7))

    assert (step.verdict, step.difference, step.counted, step.residual) == (
        "agrees",
        Bounds(7, 7),
        Bounds(7, 7),
        Bounds(0, 0),
    )


def test_a_step_larger_than_the_days_own_count_differs_by_the_rest() -> None:
    step = only(day(14, 100), day(15, 112, 7))

    assert (step.verdict, step.residual) == ("differs", Bounds(5, 5))


def test_a_step_smaller_than_the_days_own_count_differs_too() -> None:
    step = only(day(14, 100), day(15, 104, 7))

    assert (step.verdict, step.residual) == ("differs", Bounds(-3, -3))


def test_a_total_that_is_lower_than_before_falls_whatever_the_day_counts() -> None:
    step = only(day(14, 100), day(15, 98, 7))

    assert (step.verdict, step.difference) == ("falls", Bounds(-2, -2))


def test_a_step_over_days_that_nobody_counted_leaves_its_rest_to_them() -> None:
    step = only(day(14, 100), day(17, 130, 7))

    assert (step.verdict, step.residual, step.uncounted_days) == ("partly_counted", Bounds(23, 23), 2)


def test_own_counts_above_the_whole_step_differ_even_where_days_are_missing() -> None:
    step = only(day(14, 100), day(17, 105, 7))

    assert (step.verdict, step.residual) == ("differs", Bounds(-2, -2))


def test_hours_say_how_many_days_an_own_count_covers() -> None:
    step = only(day(14, 100), day(16, 130, 30, hours=48))

    assert (step.verdict, step.uncounted_days, step.breaks) == ("agrees", 0, ("hours",))


def test_a_day_for_which_nothing_was_reported_is_no_step() -> None:
    rows = [day(14, 100), day(15, 100, 0, hours=0), day(16, 130, 30, hours=48)]

    (step,) = steps(series_of(rows))
    assert (step.before.day, step.after.day, step.verdict) == ("2016-03-14", "2016-03-16", "agrees")


def test_an_own_count_that_reaches_before_the_last_snapshot_proves_nothing() -> None:
    step = only(day(14, 100), day(15, 107, 30, hours=48))

    assert (step.verdict, step.own) == ("uncounted", ())


def test_a_total_without_counts_of_days_is_uncounted() -> None:
    assert only(day(14, 100), day(15, 107)).verdict == "uncounted"


def test_another_definition_restarts_the_series_and_takes_no_step() -> None:
    step = only(day(14, 100, counting="bodies"), day(15, 20, 20, counting="names"))

    assert (step.verdict, step.breaks, step.difference) == ("restarts", ("definition",), None)


def test_another_source_is_a_break_and_the_step_is_still_taken() -> None:
    step = only(day(14, 100), day(15, 107, 7, by="press"))

    assert (step.verdict, step.breaks) == ("agrees", ("source",))


def test_a_number_between_two_bounds_makes_a_step_between_two_bounds() -> None:
    step = only(day(14, "100-104"), day(15, 107, 5))

    assert (step.difference, step.verdict) == (Bounds(3, 7), "uncounted")


def test_a_floor_without_a_ceiling_leaves_the_step_open() -> None:
    step = only(day(14, "at least 100"), day(15, "at least 107", 7))

    assert step.verdict == "uncounted"


def test_two_rows_of_one_day_are_held_together_and_none_is_chosen() -> None:
    series = series_of([day(14, 100), day(14, 103), day(15, 110)])

    first, _ = series.snapshots
    assert (first.is_contradicted, first.count.low, first.count.high, len(first.claims)) == (True, 100, 103, 2)


def test_running_totals_are_never_added() -> None:
    series = series_of([day(14, 100), day(15, 107)])

    with pytest.raises(SummedSnapshots, match="never added; take the step"):
        sum(series.snapshots)
    with pytest.raises(SummedSnapshots, match="2016-03-14"):
        series.snapshots[0] + series.snapshots[1]


def test_each_column_is_a_series_and_a_part_names_its_whole() -> None:
    found = running(day(14, 100, 3, children_cum=20, filled_cum=90)).series

    assert [(each.id, each.whole, each.modality) for each in found] == [
        (TOTAL, None, "asserted"),
        ("vale-daily.children_cum", TOTAL, "asserted"),
        ("vale-daily.filled_cum", None, "estimated"),
    ]


def test_a_daily_count_without_its_total_belongs_to_its_column_all_the_same() -> None:
    rows = [day(14, 100, 1), day(15, None, 4), day(16, 109, 5)]

    (step,) = steps(series_of(rows))
    assert (step.verdict, [own.claim for own in step.own]) == ("agrees", [own.claim for own in series_of(rows).own[1:]])


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=2, max_size=27), st.randoms())
def test_a_step_agrees_just_where_the_total_grew_by_the_days_count(days: list[tuple[int, int]], dice: Random) -> None:
    totals = [sum(grown for grown, _ in days[: n + 1]) for n in range(len(days))]
    claims = list(claims_of(*(day(n + 1, totals[n], own) for n, (_, own) in enumerate(days))))
    dice.shuffle(claims)

    (series,) = running_totals(claims).series
    found = [step.verdict == "agrees" for step in steps(series)]
    assert found == [grown == own for grown, own in days[1:]]
