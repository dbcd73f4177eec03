"""`untold check`: what a reviewer sees, answers, and hands on."""

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from openpyxl import load_workbook

from untold.cli import main
from untold.tallies.checks.objects import Checked, schema, written_schema

Program = Callable[..., tuple[int, str, str]]
HEADER = (
    "code,date,location,governorate,country,lat,lon,geo_accuracy,killed_min,killed_max,"
    "children_killed_min,children_killed_max,men_killed_min,men_killed_max,summary\n"
)
GOOD = "T01,2016-03-10,Tal Zahra,Ar Raqqah,Syria,35.9,39.0,village,2,4,1,1,,,quiet\n"
PARTS = "T02,2016-03-12,Wadi Safir,Ar Raqqah,Syria,35.91,39.1,village,3,3,2,2,2,2,loud\n"
ABROAD = "T03,2016-03-14,Karm,Ar Raqqah,Syria,36.19,44.01,village,1,2,,,,,far\n"


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
    folder = tmp_path / "cases"
    bring(program, folder, HEADER + GOOD + PARTS + ABROAD)
    assert program("match", "--casebook", folder)[0] == 0
    return folder


def bring(program: Program, folder: Path, rows: str) -> None:
    path = folder.parent / "list.csv"
    path.write_text(rows, "utf-8")
    assert program("import", path, "--from", "airwars", "--casebook", folder)[0] == 0


def ids(program: Program, folder: Path, rule: str) -> list[str]:
    _, out, _ = program("check", "--casebook", folder, "--rule", rule, "--as", "csv")
    return [row["id"] for row in csv.DictReader(io.StringIO(out))]


def test_findings_stand_by_rule_the_gravest_first_and_the_command_ends_well(program: Program, cases: Path) -> None:
    code, out, err = program("check", "--casebook", cases, "--today", "2026-01-15")

    assert (code, err) == (0, "")
    assert "Looked at 1 report, 6 claims, 3 accounts, 3 incidents and 0 allegations." in out
    assert "2 contradictions." in out
    assert out.index("Parts that do not make their whole  parts_sum: 1") < out.index("outside_country: 1")
    assert "“3” … “2” … “2”" in out


def test_no_line_of_the_table_is_wider_than_eighty_columns(
    program: Program, cases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    _, out, _ = program("check", "--casebook", cases)
    program("check", "--casebook", cases, "--out", tmp_path / "findings.txt")

    for text in (out, (tmp_path / "findings.txt").read_text("utf-8")):
        assert max(map(len, text.splitlines())) <= 80


def test_a_record_without_faults_says_so_in_words(program: Program, tmp_path: Path) -> None:
    bring(program, tmp_path / "cases", HEADER + GOOD)

    code, out, _ = program("check", "--casebook", tmp_path / "cases")

    assert code == 0
    assert "Nothing was found that contradicts itself, and nothing to look at." in out
    assert "untold match makes incidents" in " ".join(out.split())


def test_strict_fails_until_every_contradiction_is_answered(program: Program, cases: Path) -> None:
    assert program("check", "--casebook", cases, "--strict")[0] == 1
    for rule in ("parts_sum", "outside_country"):
        (found,) = ids(program, cases, rule)
        code, out, _ = program(
            "check", "answer", found, "accepted", "--why", "the list says so", "--by", "me", "--casebook", cases
        )
        assert (code, out) == (0, f"{found}: accepted\n")

    code, out, _ = program("check", "--casebook", cases, "--strict")

    assert code == 0
    assert "None of the findings is open; 2 answered." in out
    assert "accepted, by me on " in out


def test_an_answer_outlives_a_list_that_comes_again_until_its_row_says_otherwise(program: Program, cases: Path) -> None:
    (found,) = ids(program, cases, "parts_sum")
    program("check", "answer", found[:8], "--why", "one of the men is a boy", "--by", "me", "--casebook", cases)
    bring(program, cases, HEADER + GOOD + PARTS.replace("loud", "louder") + ABROAD)
    kept = ids(program, cases, "parts_sum")
    bring(program, cases, HEADER + GOOD + PARTS.replace(",2,2,2,2,", ",2,2,3,3,") + ABROAD)
    _, out, _ = program("check", "--casebook", cases)

    assert kept == [found]
    assert ids(program, cases, "parts_sum") != [found]
    assert "Answers whose finding is gone, or has come back with other values" in out


def test_an_answer_is_taken_back(program: Program, cases: Path) -> None:
    (found,) = ids(program, cases, "outside_country")
    program("check", "answer", found, "--why", "a namesake", "--casebook", cases)
    code, out, _ = program("check", "answer", found, "--undo", "--why", "it was none", "--casebook", cases)

    assert (code, out) == (0, f"{found}: the answer is taken back\n")
    assert len((cases / "hand" / "checks.csv").read_text("utf-8").splitlines()) == 3
    assert "2 contradictions." in program("check", "--casebook", cases)[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--rule", "outside_nothing"), "'outside_nothing' is no rule; perhaps"),
        (("--today", "soon"), "'soon' is no day; write 2017-03-31"),
        (("--as", "poem"), "poem"),
    ],
)
def test_wrong_usage_is_said_in_words(program: Program, cases: Path, arguments: tuple[str, ...], said: str) -> None:
    code, _, err = program("check", "--casebook", cases, *arguments)

    assert code == 2
    assert said in " ".join(err.split())


def test_a_casebook_must_be_named(program: Program) -> None:
    code, _, err = program("check")

    assert (code, "say which casebook" in err) == (2, True)


def test_an_id_that_nothing_has_is_an_error_with_a_remedy(program: Program, cases: Path) -> None:
    code, _, err = program("check", "answer", "ffffffffffffffff", "--why", "x", "--casebook", cases)

    assert (code, err) == (1, f"untold: {cases}: has no finding ffffffffffffffff; look its id up with untold check\n")


def test_an_id_that_is_cut_too_short_answers_nothing(program: Program, cases: Path) -> None:
    code, _, err = program("check", "answer", "", "--why", "x", "--casebook", cases)

    assert (code, "2 findings whose id begins with" in err) == (1, True)


def test_only_what_is_grave_enough_is_shown(program: Program, cases: Path) -> None:
    bring(program, cases, HEADER + GOOD + PARTS + ABROAD + GOOD.replace("T01", "T04").replace("Ar Raqqah", "Idlib"))
    _, whole, _ = program("check", "--casebook", cases, "--as", "jsonl")
    _, grave, _ = program("check", "--casebook", cases, "--as", "jsonl", "--severity", "error")

    assert {json.loads(line)["severity"] for line in whole.splitlines()} == {"error", "warning"}
    assert {json.loads(line)["severity"] for line in grave.splitlines()} == {"error"}


def test_json_is_one_object_of_the_schema_that_ships(program: Program, cases: Path) -> None:
    _, out, _ = program("check", "--casebook", cases, "--as", "json")
    checked = msgspec.json.decode(out, type=Checked)

    assert (checked.schema.name, checked.schema.version) == ("untold.check", 1)
    assert checked.looked_at.incidents == 3
    assert [(each.rule, each.open, each.answered) for each in checked.counts] == [
        ("parts_sum", 1, 0),
        ("outside_country", 1, 0),
    ]
    assert [each.id for each in checked.rules] == ["parts_sum", "outside_country"]
    assert schema() == written_schema()


def test_csv_has_a_line_a_finding_and_no_formula(program: Program, cases: Path) -> None:
    bring(program, cases, HEADER + ABROAD.replace("T03", "=1+1"))
    _, out, _ = program("check", "--casebook", cases, "--as", "csv", "--rule", "outside_country")
    (row,) = csv.DictReader(io.StringIO(out))

    assert row["accounts"] == "airwars:=1+1"
    assert not any(cell.startswith(("=", "+", "@")) for cell in row.values())


def test_hostile_words_do_not_act_on_the_terminal(program: Program, cases: Path) -> None:
    bring(program, cases, HEADER + ABROAD.replace("Karm", "Karm\x1b[2J\u202e"))
    _, out, _ = program("check", "--casebook", cases, "--rule", "outside_country")

    assert "Karm" in out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_one_contradiction_is_told_as_one_and_no_line_ends_in_blanks(program: Program, cases: Path) -> None:
    _, out, _ = program("check", "--casebook", cases, "--rule", "parts_sum")

    assert "\n1 contradiction.\n" in out
    assert [line for line in out.splitlines() if line != line.rstrip()] == []


def test_findings_are_had_as_a_workbook_with_their_rules(program: Program, cases: Path, tmp_path: Path) -> None:
    program("check", "--casebook", cases, "--as", "xlsx", "--out", tmp_path / "findings.xlsx")
    book = load_workbook(tmp_path / "findings.xlsx")

    assert book.sheetnames == ["findings", "counts", "rules"]
    assert "parts_sum" in [row[1] for row in book["findings"].iter_rows(values_only=True)]
