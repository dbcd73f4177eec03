"""`untold import` of a workbook that prints totals: what agrees, what differs, and by how much."""

import json
from pathlib import Path

from typer.testing import CliRunner

from tests.claims.columns.lists import bureau_workbook
from untold.cli.commands import app

TOTALS = (("2010", 2, 6, 9, 2), ("2011", 2, 15, 3, 0))


def _output(tmp_path: Path, *options: str) -> str:
    file = tmp_path / "strikes.xlsx"
    file.write_bytes(bureau_workbook(totals=TOTALS))
    result = CliRunner().invoke(app, ["import", str(file), "--from", "bureau", *options])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_totals_that_agree_are_counted_and_those_that_differ_are_listed(tmp_path: Path) -> None:
    lines = _output(tmp_path).splitlines()

    assert "printed totals: 7 are what the rows add up to, 1 are not" in lines
    assert [line for line in lines if "≠" in line] == [
        "  ≠ sheet 'Summary', row 3, column Minimum people killed: 2011 prints 15, the rows add up to 5; +10 is left"
    ]


def test_json_has_every_total_as_a_check(tmp_path: Path) -> None:
    checks = json.loads(_output(tmp_path, "--as", "json"))["imports"][0]["checks"]

    first = checks[0]
    assert (first["rule"], first["stated"], first["expected"], first["residual"]) == (
        "printed_total",
        15,
        5,
        10,
    )
    assert len(checks) == 8
