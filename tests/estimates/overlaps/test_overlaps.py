from math import exp, log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.estimates.published import published_table
from untold.estimates.capture_table import CaptureTable, capture_table
from untold.estimates.overlaps import ListSize, PatternCount, overlaps_of
from untold.estimates.overlaps.ratios import odds_ratio

NAMES = ("North", "South", "Press", "Army")


def test_sizes_patterns_and_pairs_are_counted() -> None:
    table = CaptureTable(("A", "B", "C"), (1, 2, 3, 4, 5, 7), (40, 30, 12, 25, 8, 3))

    found = overlaps_of(table)

    assert found.enumerated == 118
    assert found.lists == (ListSize("A", 63, 40), ListSize("B", 45, 30), ListSize("C", 36, 25))
    assert found.patterns[:2] == (PatternCount(("A",), 40), PatternCount(("B",), 30))
    assert found.patterns[-1] == PatternCount(("A", "B", "C"), 3)
    pair = found.pairs[0]
    assert (pair.a, pair.b, pair.both, pair.only_a, pair.only_b) == ("A", "B", 15, 48, 30)


def test_the_odds_ratio_is_taken_among_those_whom_a_third_list_has() -> None:
    """Of C's units 3 are on both others, 8 on A, 5 on B, 25 on neither: 3 times 25 over 8 times 5."""
    table = CaptureTable(("A", "B", "C"), (1, 2, 3, 4, 5, 6, 7), (40, 30, 12, 25, 8, 5, 3))

    pair = overlaps_of(table).pairs[0]

    spread = 1.959963984540054 * sqrt(1 / 3.5 + 1 / 8.5 + 1 / 5.5 + 1 / 25.5)
    middle = log(3.5 * 25.5 / (8.5 * 5.5))
    assert pair.odds_ratio == pytest.approx(3 * 25 / (8 * 5))
    assert (pair.low, pair.high) == pytest.approx((exp(middle - spread), exp(middle + spread)))
    assert pair.reason is None


def test_two_lists_alone_have_no_odds_ratio_and_the_reason_is_given() -> None:
    pair = overlaps_of(CaptureTable(("A", "B"), (1, 2, 3), (40, 30, 12))).pairs[0]

    assert (pair.odds_ratio, pair.low, pair.high) == (None, None, None)
    assert pair.reason is not None
    assert "third list" in pair.reason


def test_a_list_that_has_all_whom_another_has_gives_no_finite_ratio() -> None:
    found = odds_ratio(5, 0, 3, 9)

    assert (found.point, found.high) == (None, None)
    assert found.low is not None


def test_a_pair_that_never_meets_has_a_ratio_of_zero() -> None:
    found = odds_ratio(0, 12, 9, 30)

    assert (found.point, found.low) == (0, 0)
    assert found.high is not None
    assert found.high > 0


def test_a_list_within_another_is_an_error_that_names_the_inner_one() -> None:
    within = capture_table(NAMES[:3], {2: 50, 4: 30, 3: 12, 6: 9, 7: 4})

    fault = overlaps_of(within).faults[0]

    assert (fault.rule, fault.severity, fault.lists, fault.count) == ("inside", "error", ("North", "South"), 16)
    assert "leave North out" in fault.remedy


def test_two_lists_of_the_same_people_are_one_fault() -> None:
    same = capture_table(NAMES[:3], {3: 50, 4: 30, 7: 20})

    assert [each.lists for each in overlaps_of(same).faults if each.rule == "inside"] == [("North", "South")]


def test_a_list_nearly_within_another_may_be_a_copy() -> None:
    nearly = capture_table(NAMES[:3], {1: 2, 2: 60, 3: 90, 4: 40, 5: 1, 6: 8, 7: 7})

    fault = next(each for each in overlaps_of(nearly).faults if each.rule == "nearly_inside")

    assert (fault.severity, fault.lists, fault.count) == ("warning", ("North", "South"), 97)


def test_a_pair_that_never_meets_is_named() -> None:
    found = overlaps_of(capture_table(NAMES[:3], {1: 50, 2: 60, 4: 40, 5: 12, 6: 8}))

    assert [(each.rule, each.lists) for each in found.faults] == [("never_meet", ("North", "South"))]


def test_fewer_than_three_lists_and_fewer_than_ten_on_one_are_named() -> None:
    found = overlaps_of(capture_table(NAMES[:2], {1: 50, 2: 6, 3: 3}))

    assert [(each.rule, each.severity, each.count) for each in found.faults] == [
        ("few_lists", "error", 2),
        ("few_units", "warning", 9),
    ]


def test_lists_of_kosovo_have_no_fault() -> None:
    found = overlaps_of(published_table("kosovo"))

    assert found.faults == ()
    assert [each.odds_ratio is not None and each.odds_ratio > 1 for each in found.pairs] == [True] * 6


@given(st.lists(st.integers(0, 50), min_size=15, max_size=15).filter(any))
def test_nothing_is_lost_or_counted_twice(counts: list[int]) -> None:
    table = capture_table(NAMES, dict(enumerate(counts, start=1)))

    found = overlaps_of(table)

    assert sum(each.count for each in found.patterns) == table.enumerated == sum(counts)
    sizes = {each.name: each.size for each in found.lists}
    assert all(pair.both + pair.only_a == sizes[pair.a] for pair in found.pairs)
    assert all(pair.both + pair.only_b == sizes[pair.b] for pair in found.pairs)
    assert [each.count for each in found.patterns] == sorted((each.count for each in found.patterns), reverse=True)
