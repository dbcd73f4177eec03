import pytest

from untold.codebook.errors import UnusableLists
from untold.estimates.capture_table import LeftOut, capture_table
from untold.estimates.lists import empty_lists, without_lists

TABLE = capture_table(("A", "B", "C"), {1: 10, 2: 5, 4: 2, 6: 3, 7: 4}, unit="victims", provenance="made")


def test_patterns_that_become_one_are_added_and_who_is_lost_is_counted() -> None:
    left = without_lists(TABLE, ["C"])

    assert left.lists == ("A", "B")
    assert left.cells.tolist() == [0, 10, 8, 4]
    assert left.left_out == (LeftOut(2, "on no list but C"),)
    assert (left.unit, left.provenance) == ("victims", "made")


def test_a_list_that_nobody_is_on_goes_without_loss() -> None:
    wider = capture_table(("A", "B", "C", "D"), {1: 10, 2: 5, 4: 2, 6: 3, 7: 4})

    assert empty_lists(wider) == ("D",)
    assert without_lists(wider, empty_lists(wider)).hash == TABLE.hash


def test_one_list_that_is_left_is_refused() -> None:
    with pytest.raises(UnusableLists, match="1 list"):
        without_lists(TABLE, ["B", "C"])


def test_lists_that_are_left_with_nobody_are_refused() -> None:
    with pytest.raises(UnusableLists, match="nobody"):
        without_lists(capture_table(("A", "B", "C"), {4: 9}), ["C"])
