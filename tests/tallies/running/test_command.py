"""`untold series`: running totals as a person meets them, and how the command ends."""

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from openpyxl import load_workbook

from tests.tallies.running.writing import MAPPING, TOTAL, day
from untold.cli import main
from untold.tallies.running import objects
from untold.tallies.running.objects import SeriesListObject

Program = Callable[..., tuple[int, str, str]]
ROWS = (day(14, 100, children_cum=20), day(15, 112, 7, children_cum=21), day(16, 98, by="press"))


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Program:
    def run(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["untold", *map(str, arguments)])
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capfdbinary.readouterr()
        return int(ended.value.code or 0), printed.out.decode(), printed.err.decode()

    return run


@pytest.fixture
def cases(tmp_path: Path, program: Program) -> Path:
    mapping, days = tmp_path / "vale.toml", tmp_path / "days.json"
    mapping.write_bytes(MAPPING)
    days.write_text(json.dumps(ROWS), encoding="utf-8")
    folder = tmp_path / "cases"
    code, _, _ = program("import", days, "--from", mapping, "--casebook", folder)
    assert code == 0
    return folder


def test_all_series_are_listed_with_their_figures(program: Program, cases: Path) -> None:
    code, out, _ = program("series", "--casebook", cases)

    assert code == 0
    assert out.startswith("2 series of running totals; snapshots are never added up\n")
    assert "steps: 1 differ from them, 1 fall" in out
    assert "children killed, Wadi Safir, since 2016-03-01, within" in out


def test_a_named_series_is_told_in_full_the_gravest_first(program: Program, cases: Path) -> None:
    _, out, _ = program("series", TOTAL, "--casebook", cases)

    assert out.index("warning: ") < out.index("info: ")
    assert "a running total that falls" in out


def test_series_are_chosen_by_source_harm_and_group(program: Program, cases: Path) -> None:
    _, out, _ = program("series", "--casebook", cases, "--group", "children", "--source", "Vale Press Office")
    _, children, _ = program("series", "--casebook", cases, "--group", "children")
    code, _, err = program("series", "--casebook", cases, "--harm", "injured")

    assert out == ""
    assert children.startswith("1 series")
    assert (code, "holds no series of that source, harm and group" in err) == (1, True)


def test_a_series_that_is_not_there_is_an_error_with_a_remedy(program: Program, cases: Path) -> None:
    code, _, err = program("series", "vale-daily.nobody", "--casebook", cases)

    assert (code, err) == (
        1,
        f"untold: {cases}: holds no series 'vale-daily.nobody'; see their ids with untold series\n",
    )


def test_a_table_has_a_row_for_every_day(program: Program, cases: Path) -> None:
    _, out, _ = program("series", TOTAL, "--casebook", cases, "--as", "csv")

    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(row["day"], row["stated"], row["grew_low"], row["counted_low"], row["verdict"]) for row in rows] == [
        ("2016-03-14", "100", "", "", ""),
        ("2016-03-15", "112", "12", "7", "differs"),
        ("2016-03-16", "98", "-14", "", "falls"),
    ]


def test_the_object_has_the_shape_that_ships(program: Program, cases: Path) -> None:
    _, out, _ = program("series", "--casebook", cases, "--as", "json")
    found = msgspec.json.decode(out, type=SeriesListObject)

    assert (found.schema.name, len(found.series)) == ("untold.series", 2)
    assert {each.rule for each in found.findings} == {"total_differs", "total_falls", "total_changes_source"}
    assert objects.schema() == objects.written_schema(), "write untold.tallies.running.objects.written_schema()"


def test_each_series_is_a_line_on_request(program: Program, cases: Path) -> None:
    _, out, _ = program("series", "--casebook", cases, "--as", "jsonl")

    assert [json.loads(line)["series"]["id"] for line in out.splitlines()] == [TOTAL, "vale-daily.children_cum"]


def test_a_page_is_written_whole(program: Program, cases: Path, tmp_path: Path) -> None:
    page = tmp_path / "series.html"
    code, _, _ = program("series", "--casebook", cases, "--as", "html", "--language", "ar", "--out", page)

    assert code == 0
    assert page.read_text(encoding="utf-8").startswith('<!doctype html>\n<html lang="ar" dir="rtl">')


def test_a_casebook_without_running_totals_says_so(program: Program, tmp_path: Path) -> None:
    listed = tmp_path / "one.csv"
    listed.write_text("code,date,killed_min,killed_max\nCS1,2016-03-14,1,2\n", encoding="utf-8")
    program("import", listed, "--from", "airwars", "--casebook", tmp_path / "cases")

    code, _, err = program("series", "--casebook", tmp_path / "cases")

    assert code == 1
    assert "holds no running totals; import a daily series" in err


def test_days_of_a_series_never_become_incidents(program: Program, cases: Path) -> None:
    code, out, _ = program("match", "--casebook", cases)

    assert code == 0
    assert "0 accounts" in out or "no account" in out


def test_a_harm_that_is_none_is_refused_with_those_that_are(program: Program, cases: Path) -> None:
    code, _, err = program("series", "--casebook", cases, "--harm", "dead")

    assert code == 2
    assert "'dead' is no harm; write one of killed" in err


def test_a_workbook_has_a_row_for_every_day_and_what_is_told(program: Program, cases: Path, tmp_path: Path) -> None:
    _, table, _ = program("series", "--casebook", cases, "--as", "csv")
    program("series", "--casebook", cases, "--as", "xlsx", "--out", tmp_path / "days.xlsx")
    book = load_workbook(tmp_path / "days.xlsx")

    assert book.sheetnames == ["days", "findings"]
    assert book["days"].max_row == len(table.splitlines())
