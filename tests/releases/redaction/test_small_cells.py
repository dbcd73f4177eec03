"""A small cell is suppressed, and with it what would give it away; nothing else is."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untold.releases.redaction.small_cells import Cell, suppressed_cells

BELOW = 3


def line(total: int | None, **parts: int | None) -> dict[Cell, int | None]:
    return {(None,): total, **{(name,): count for name, count in parts.items()}}


def names(cells: frozenset[Cell]) -> set[str | None]:
    return {cell[0] for cell in cells}


@pytest.mark.parametrize(("count", "is_small"), [(0, False), (1, True), (2, True), (3, False), (None, False)])
def test_a_cell_of_one_to_below_is_small_and_zero_and_the_unknown_are_not(count: int | None, *, is_small: bool) -> None:
    assert bool(suppressed_cells({("children",): count}, BELOW)) == is_small


def test_a_cell_that_its_total_leaves_open_stands_alone() -> None:
    assert names(suppressed_cells(line(9, children=1), BELOW)) == {"children"}


def test_what_subtraction_would_give_away_takes_the_smallest_other_part_with_it() -> None:
    assert names(suppressed_cells(line(12, children=1, women=5, men=6), BELOW)) == {"children", "women"}


def test_two_small_parts_protect_each_other_where_their_sum_leaves_all_small_numbers_open() -> None:
    assert names(suppressed_cells(line(12, children=1, women=2, men=9), BELOW)) == {"children", "women"}


def test_where_no_part_is_left_the_total_follows() -> None:
    assert names(suppressed_cells(line(2, children=2), BELOW, small=frozenset({("children",)}))) == {"children"}
    assert names(suppressed_cells(line(1, children=1), BELOW, small=frozenset({("children",)}))) == {"children", None}


def test_a_part_of_nobody_cannot_hide_anything() -> None:
    assert names(suppressed_cells(line(8, children=1, women=0, men=7), BELOW)) == {"children", "men"}


def test_an_unknown_total_gives_nothing_away() -> None:
    assert names(suppressed_cells(line(None, children=1, men=5), BELOW)) == {"children"}


def test_only_what_may_be_suppressed_follows() -> None:
    table = line(12, children=1, women=5, men=6)

    found = suppressed_cells(table, BELOW, may=frozenset({("children",), ("men",)}))

    assert names(found) == {"children", "men"}
    assert names(suppressed_cells(table, BELOW, may=frozenset({("children",)}))) == {"children"}


def test_a_table_of_two_axes_is_looked_at_along_both() -> None:
    table: dict[Cell, int | None] = {
        (None, None): 20, (None, "children"): 8, ("civilian", None): 12, ("unknown", None): 8,
        ("civilian", "children"): 1, ("unknown", "children"): 7,
    }  # fmt: skip

    assert suppressed_cells(table, BELOW) == {("civilian", "children"), ("unknown", "children")}


def test_a_threshold_of_nothing_suppresses_nothing() -> None:
    assert suppressed_cells(line(1, children=1), 0) == frozenset()
    assert suppressed_cells({}, BELOW) == frozenset()


def shown_possible(table: dict[Cell, int | None], found: frozenset[Cell]) -> set[tuple[int, ...]]:
    """Return every way in which the suppressed parts of a line of children, women and men can be filled."""
    parts = [cell for cell in table if cell[0] is not None]
    total = table[(None,)]
    assert total is not None
    most = total + BELOW if (None,) in found else total
    ranges = [range(most + 1) if cell in found else (table[cell] or 0,) for cell in parts]
    filled = product(*ranges)
    return {each for each in filled if sum(each) <= total or (None,) in found}


@given(st.integers(0, 6), st.integers(0, 6), st.integers(0, 6), st.integers(0, 3))
def test_whoever_knows_all_that_is_shown_can_still_think_any_small_number_of_a_small_cell(
    children: int, women: int, men: int, others: int
) -> None:
    table = line(children + women + men + others, children=children, women=women, men=men)
    small = frozenset({("children",), ("women",), ("men",)})

    found = suppressed_cells(table, BELOW, small=small)

    possible = shown_possible(table, found)
    for place, count in enumerate((children, women, men)):
        if 0 < count < BELOW:
            assert {1, 2} <= {each[place] for each in possible}
