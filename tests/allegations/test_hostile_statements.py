"""What a belligerent's page smuggles into its words acts on no terminal, no spreadsheet and no page."""

import csv
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.allegations.dockets import DENIAL, STATEMENTS, casebook, run, statement

LIVE = set("\x1b\x07\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
SMUGGLED = "</p><script>alert(1)</script><img src=x onerror=alert(2)>\u202eereht\u2066 \x1b[2J\x07 =1+1"
LONG = "One strike was reported. " * 4_000  # 100 kB
HOSTILE = (
    *STATEMENTS,
    statement(
        "7-0", "20170801", f"July 2, 2016, near Umm Rihan {SMUGGLED}, Syria, via {SMUGGLED} report. {DENIAL} 4799/T003",
        "non_credible", reasons=["no_coalition_strikes"], allegation_number="4799", code_in_text="T003",
    ),
    statement("8-0", "20170802", f"{LONG}{DENIAL}", "open_incident", allegation_number="4800"),
)  # fmt: skip
NAMES = [("list",), ("show", "us-led-coalition:4799"), ("show", "us-led-coalition:4800"), ("ledger",), ("overdue",)]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return casebook(tmp_path_factory.mktemp("hostile"), HOSTILE)


@pytest.fixture
def cases(hostile: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(hostile, tmp_path / "cases"))


@pytest.mark.parametrize("words", NAMES, ids=str)
def test_nothing_acts_on_a_terminal_and_no_line_is_endless(cases: Path, words: tuple[str, ...]) -> None:
    shown = run("review", *words, "--casebook", cases).output

    assert not LIVE & set(shown)
    assert len(shown) < 10_000
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize("words", NAMES, ids=str)
def test_no_cell_acts_and_a_long_statement_fits_into_a_workbook(
    cases: Path, words: tuple[str, ...], tmp_path: Path
) -> None:
    csv.field_size_limit(1_000_000)
    table = run("review", *words, "--as", "csv", "--casebook", cases).output
    run("review", *words, "--as", "xlsx", "--out", tmp_path / "table.xlsx", "--casebook", cases)
    (sheet,) = load_workbook(tmp_path / "table.xlsx").worksheets

    assert not LIVE & set(table)
    assert sheet.max_row == len(list(csv.reader(table.splitlines())))


def test_nothing_of_it_becomes_markup_in_a_letter(cases: Path) -> None:
    page = run("review", "letter", "us-led-coalition:4799", "--casebook", cases).output

    assert "<script" not in page
    assert "<img" not in page
    assert not LIVE & set(page)
