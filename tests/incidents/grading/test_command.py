"""`untold grade` shows each grade with its rule and accounts, and keeps a person's word beside it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.incidents.grading.writing import BY_COALITION, BY_RUSSIA, COALITION, SNHR, SOHR, Case, conceded
from tests.test_cli import Program
from untold.claims.account import Stated
from untold.claims.accounts import keep_accounts
from untold.incidents.grading import objects
from untold.incidents.record import incidents_kept, keep_incidents
from untold.reports.casebook import open_casebook, write_records


@pytest.fixture
def untold(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Program:
    return Program(monkeypatch, capsysbinary)


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """Return a casebook with one incident that a single source tells of, and one that a belligerent conceded."""
    case = Case()
    case.account("a", SOHR, stated=Stated(grade="fair"))
    weak = case.incident(code="I1", previous_codes=("OLD1",))
    case.account("b", SNHR, attributed_to=(BY_COALITION, BY_RUSSIA))
    case.account("c", COALITION, conceded(2))
    confirmed = replace(case.incident(code="I2"), accounts=("b", "c"))
    folder = tmp_path / "cases"
    with open_casebook(folder) as casebook:
        keep_accounts(casebook, case.accounts)
        write_records(casebook, "claims.jsonl", case.claims.values())
        keep_incidents(casebook, [weak, confirmed])
    return folder


def test_every_incident_is_shown_with_its_grade_reason_and_stated_grade(untold: Program, cases: Path) -> None:
    ran = untold("grade", "--casebook", cases)

    assert (ran.returncode, ran.stderr) == (0, b"")
    first, *lines = ran.stdout.decode().splitlines()
    assert first == "2 incidents by the rules 'ours': 1 confirmed, 1 weak"
    assert " ".join(" ".join(lines[:2]).split()) == (
        "I1 2015-06-10 weak single_source one independent source tells of the harm (stated: fair)"
    )
    assert "the coalition conceded harm" in lines[3]


def test_our_grades_are_kept_and_others_are_only_shown(untold: Program, cases: Path) -> None:
    untold("grade", "--casebook", cases, "--rules", "ibc")
    assert [each.grade for each in incidents_kept(cases)] == [None, None]

    untold("grade", "--casebook", cases)
    assert [each.grade.value for each in incidents_kept(cases) if each.grade] == ["weak", "confirmed"]


def test_a_person_overrules_with_a_reason_and_both_stay_visible(untold: Program, cases: Path) -> None:
    ran = untold("grade", "I1", "--set", "fair", "--why", "heard a second witness", "--by", "ana", "--casebook", cases)

    words = ran.stdout.decode()
    assert ran.returncode == 0
    assert "grade          fair" in words
    assert "ana says so, the rule weak: heard a second witness" in words
    assert "says fair (grade): heard a second witness" in words
    assert "stated         fair by a" in words

    undone = untold("grade", "OLD1", "--undo", "--why", "the witness was the first", "--casebook", cases)
    assert "grade          weak" in undone.stdout.decode()
    assert undone.stdout.decode().count("history") == 3


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("I1", "--set", "fair"), 2, "--why"),
        (("--set", "fair", "--why", "so"), 2, "code of the incident"),
        (("I1", "--set", "good", "--why", "so"), 1, "grade 'good'"),
        (("I9", "--set", "fair", "--why", "so"), 1, "holds no incident I9"),
        (("I9",), 1, "holds no incident I9"),
        (("--actor", "nobody at all"), 2, "no actor"),
    ],
    ids=["no reason", "no incident", "no grade", "unknown code", "unknown code shown", "no actor"],
)
def test_a_wrong_word_is_refused_and_nothing_is_kept(
    untold: Program, cases: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    ran = untold("grade", *arguments, "--casebook", cases)

    assert ran.returncode == code
    assert said in " ".join(ran.stderr.decode().split())
    assert not (cases / "hand" / "grades.csv").exists()


def test_grades_are_had_as_rows_and_objects_too(untold: Program, cases: Path, tmp_path: Path) -> None:
    whole = json.loads(untold("grade", "--casebook", cases, "--as", "json").stdout)
    lines = untold("grade", "--casebook", cases, "--as", "jsonl").stdout.splitlines()
    untold("grade", "--casebook", cases, "--as", "csv", "--out", tmp_path / "grades.csv")

    assert (whole["schema"]["name"], whole["rules"]) == ("untold.grade", "ours")
    assert whole["grades"][0]["grade"]["accounts"] == ["a"]
    assert whole["grades"][0]["stated"] == [{"account": "a", "grade": "fair", "strike_status": None}]
    assert [json.loads(line)["incident"] for line in lines] == ["I1", "I2"]
    assert (
        (tmp_path / "grades.csv").read_text("utf-8").splitlines()[1].startswith("I1,2015-06-10,Tal Zahra,1,weak,rule,")
    )


def test_a_word_on_an_incident_that_is_gone_is_told(untold: Program, cases: Path) -> None:
    untold("grade", "I1", "--set", "fair", "--why", "so", "--casebook", cases)
    with open_casebook(cases) as casebook:
        keep_incidents(casebook, incidents_kept(cases)[1:])

    ran = untold("grade", "--casebook", cases)

    assert b"there is no incident I1 any more; 'fair' has no effect" in ran.stderr


def test_the_shipped_schema_is_as_the_records_make_it() -> None:
    assert objects.schema() == objects.written_schema()
