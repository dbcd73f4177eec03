"""A table that leaves is opened by somebody who did not make it: nothing in it is run, and no row is lost."""

import csv
import io

import pytest
from openpyxl import load_workbook

from untold.reports.lists.guarding import unguarded
from untold.tallies.ledger.rows import Value, csv_text, workbook

HOSTILE = ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "\tx", "\uff1d1+1", "'=1+1"]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_cell_is_a_formula_and_each_can_be_had_back(words: str) -> None:
    (_, (cell,)) = csv.reader(io.StringIO(csv_text(("words",), [(words,)])))
    sheet = load_workbook(io.BytesIO(workbook({"words": [("words",), (words,)]})))["words"]

    assert cell == f"'{words}"
    assert unguarded(cell) == words
    assert (sheet["A2"].data_type, sheet["A2"].value) == ("s", f"'{words}")


@pytest.mark.parametrize("words", ["-3", "-36.5", "'Ayn Issa", "+963 11 000", "Homs"])
def test_what_no_spreadsheet_runs_is_left_as_it_is(words: str) -> None:
    (_, (cell,)) = csv.reader(io.StringIO(csv_text(("words",), [(words,)])))

    assert unguarded(cell) == words


def test_numbers_stay_numbers_and_what_is_not_known_is_empty_and_not_zero() -> None:
    rows: list[tuple[Value, ...]] = [("killed", "off"), (-3, 1.5), (0, None)]
    sheet = load_workbook(io.BytesIO(workbook({"numbers": rows})))["numbers"]

    assert list(sheet.iter_rows(values_only=True)) == rows
    assert csv_text(("killed", "off"), rows[1:]) == "killed,off\n-3,1.5\n0,\n"


def test_what_acts_on_a_terminal_and_what_no_cell_holds_does_no_harm() -> None:
    words = "a\x1b[2J\u202eb\x00" + "x" * 100_000
    sheet = load_workbook(io.BytesIO(workbook({"words": [("words",), (words,)]})))["words"]

    assert not set("\x1b\u202e\x00") & set(csv_text(("words",), [(words,)]))
    assert str(sheet["A2"].value).startswith("a\ufffd[2J\ufffdb\ufffd")
    assert len(str(sheet["A2"].value)) < 32_767
