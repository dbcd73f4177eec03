"""No cell of a list is ever a formula, and every cell comes back."""

from hypothesis import given
from hypothesis import strategies as st

from untold.reports.lists.guarding import guarded, unguarded

cells = st.one_of(st.text(), st.text("'=+-@\t1.a", max_size=6))


@given(cells)
def test_a_guarded_cell_comes_back(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell


@given(cells)
def test_no_guarded_cell_is_run(cell: str) -> None:
    written = guarded(cell)

    assert not written.startswith(("=", "@", "\t", "\r"))
    assert written[:1] not in {"+", "-"} or written[1:2].isdigit()
