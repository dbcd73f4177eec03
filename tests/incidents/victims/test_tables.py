"""Registers and victims come in from tables; a bad row is named without what stands in it."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from tests.incidents.grading.writing import Case, killed
from tests.incidents.victims.people import CANARY, CANARY_AR, account, victim
from untold.claims.account import AccountDate
from untold.claims.claim import Evidence
from untold.codebook.errors import UnreadableReport
from untold.incidents.victims import (
    Age,
    Consent,
    keep_victims,
    kept_victims,
    particulars_of,
    read_register,
    read_victims,
    reconcile,
    victims_named,
    with_victims,
)
from untold.incidents.victims.proposing import Register
from untold.reports.casebook import open_casebook
from untold.reports.report import Passage

REGISTER = f"""id,name,name_ar,father,age,sex,date,place,lat,lon
7,{CANARY},{CANARY_AR},Sami,34,F,2015-06-11,Tal Zahra,36.0,38.0
8,Sami Invented,,,tall,M,2015-06-11,,,
9,Sami Invented,,,34,M,2015-02-30,,,
,Sami Invented,,,34,M,,,,
10,Unidentified man,,,,M,2015-06,,,
"""
VICTIMS = f"""\
id,account,harm,name,name_ar,age,sex,pregnant,occupations,while_working,status,consent,consent_by,consent_when
v1,a; b,killed,{CANARY},{CANARY_AR},34,female,no,teacher;healthcare,yes,civilian,yes,a sister,2026-01-02
v2,a,hurt,{CANARY},,,,,,,,,,
v3,a,injured,,,child,,,astronaut,,,,,
v4,a,killed,{CANARY},,,,,,,,yes,,
v5,a,injured,,,child,,,,,,,,
"""


def written(tmp_path: Path, text: str) -> str:
    path = tmp_path / "people.csv"
    path.write_text(text, "utf-8")
    return str(path)


def test_a_register_is_read_row_by_row_and_a_bad_one_is_named_without_its_words(tmp_path: Path) -> None:
    rows, errors = read_register(written(tmp_path, REGISTER))

    assert [each.id for each in rows] == ["7", "10"]
    assert (rows[0].age, rows[0].gender, rows[0].dates) == (
        Age(34, 34),
        "female",
        (AccountDate("2015-06-11", "2015-06-11"),),
    )
    assert (len(rows[0].names), rows[1].names) == (2, ())
    assert [(error.row, error.column) for error in errors] == [(3, "age"), (4, "date"), (5, "id")]
    assert not [error for error in errors if any(word in str(error) for word in ("tall", "02-30", "Invented"))]


def test_a_victim_is_reconciled_with_its_row(tmp_path: Path) -> None:
    rows, _ = read_register(written(tmp_path, REGISTER))

    (found,) = reconcile(particulars_of(victim(age=Age(33, 33), gender="female"), {"a": account()}), Register(rows))

    assert (found.b, found.verdict) == ("7", "same")


def test_victims_are_read_with_all_that_is_known_of_them(tmp_path: Path) -> None:
    found, errors = read_victims(written(tmp_path, VICTIMS))

    assert found[0] == victim(
        accounts=("a", "b"),
        age=Age(34, 34),
        gender="female",
        is_pregnant=False,
        occupations=("teacher", "healthcare"),
        while_working=True,
        status="civilian",
        consent=Consent(given=True, by="a sister", when="2026-01-02"),
    )
    assert [each.id for each in found] == ["v1", "v5"]
    assert [(error.row, error.column) for error in errors] == [(3, "harm"), (4, "occupations"), (5, "consent_by")]


def test_a_table_without_its_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableReport, match="has no column 'id'"):
        read_register(written(tmp_path, "who,when\nx,y\n"))


def test_victims_are_kept_for_the_owner_alone_and_replaced_by_their_id(tmp_path: Path) -> None:
    with open_casebook(tmp_path / "cases") as casebook:
        assert keep_victims(casebook, [victim()]) == ("v1",)
        assert keep_victims(casebook, [victim(gender="female"), victim(id="v2")]) == ("v2",)

    assert [each.gender for each in kept_victims(tmp_path / "cases")] == ["female", None]
    assert stat.S_IMODE((tmp_path / "cases" / "victims.jsonl").stat().st_mode) == 0o600


def test_people_whom_a_list_names_become_victims_and_the_unnamed_keep_their_place() -> None:
    case = Case()
    said = killed(1, status="civilian")
    passage = Passage("r", 0, 1, "x")
    named = Evidence(name=replace(passage, text=CANARY), age=replace(passage, text="9"), sex=replace(passage, text="F"))
    unnamed = Evidence(name=replace(passage, text="Unidentified male"))
    case.account("a", account().source, replace(said, evidence=named), replace(said, evidence=unnamed), killed(4))

    found = victims_named(case.accounts, case.claims)

    assert [(each.id, each.age, each.gender, len(each.names)) for each in found] == [
        ("a:0", Age(9, 9), "female", 1),
        ("a:1", Age(), None, 0),
    ]
    assert with_victims([case.incident()], found)[0].victims == ("a:0", "a:1")
