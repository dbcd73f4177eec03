"""A person's decisions are only ever added to, and a spoilt line is named."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

from untold.codebook.errors import CasebookError
from untold.reports.casebook import open_casebook
from untold.reports.hand import add_line, lines_kept

FILE = Path("hand") / "colors.csv"


@dataclass(frozen=True, slots=True)
class Color:
    who: str
    color: Literal["red", "blue"]
    undo: bool
    why: str


LINES = (
    Color("rana", "red", undo=False, why="it is, and always was"),
    Color("omar", "red", undo=True, why="a\nsecond look"),
)


def test_decisions_come_back_in_the_order_in_which_they_were_made(tmp_path: Path) -> None:
    with open_casebook(tmp_path / "cases") as casebook:
        for line in LINES:
            add_line(casebook, FILE, line)

    assert lines_kept(tmp_path / "cases", FILE, Color) == LINES


def test_nothing_was_decided_before_the_first_line(tmp_path: Path) -> None:
    assert lines_kept(tmp_path, FILE, Color) == ()


def test_a_decision_without_a_reason_is_refused_and_leaves_no_file(tmp_path: Path) -> None:
    with open_casebook(tmp_path / "cases") as casebook, pytest.raises(CasebookError, match="a color without a reason"):
        add_line(casebook, FILE, Color("rana", "red", undo=False, why="  "), noun="color")

    assert not (tmp_path / "cases" / FILE).exists()


@pytest.mark.parametrize("line", ["rana,green,,why", "rana,red"])
def test_a_line_that_is_no_decision_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_text(f"who,color,undo,why\n{line}\n", encoding="utf-8")

    with pytest.raises(CasebookError, match=r"line 2 of hand/colors.csv is no decision; mend or remove that line"):
        lines_kept(tmp_path, FILE, Color)


@pytest.mark.parametrize("why", ["=1+1", "'=1+1", "-2 rows", "@rana says so", "'Ayn Issa", "-3"])
def test_no_decision_is_run_by_a_spreadsheet_and_each_comes_back_as_it_was(tmp_path: Path, why: str) -> None:
    line = Color("=cmd", "red", undo=False, why=why)
    with open_casebook(tmp_path / "cases") as casebook:
        add_line(casebook, FILE, line)
    written = (tmp_path / "cases" / FILE).read_text(encoding="utf-8").splitlines()[1]

    assert lines_kept(tmp_path / "cases", FILE, Color) == (line,)
    assert written.startswith("'=cmd,")
    assert not written.rpartition(",")[2].startswith(("=", "@"))
