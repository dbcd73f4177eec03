"""`untold victims` counts people and proposes, by ids; a name is shown on a ground and nowhere else."""

import json
from pathlib import Path

import pytest

from tests.incidents.victims.people import CANARY, CANARY_AR, DAY, VILLAGE, account
from tests.test_cli import Program, Ran
from untold.claims.accounts import keep_accounts
from untold.incidents.incident import Incident
from untold.incidents.record import incidents_kept, keep_incidents
from untold.incidents.victims import objects
from untold.reports.casebook import open_casebook

PEOPLE = f"""\
id,account,harm,name,name_ar,age,sex,father,consent,consent_by,consent_when
v1,a,killed,{CANARY},,34,F,Sami,,,
v2,b,killed,,{CANARY_AR},33,F,Sami,,,
v3,a,injured,Canarychild Mukhtara,,9,M,,yes,a sister,2026-01-02
v4,a,killed,Canaryrefused Mukhtara,,50,M,,no,a son,2026-01-02
"""
REGISTER = f"""\
id,name,age,sex,date,place,father
204,{CANARY},34,F,2015-06-10,Tal Zahra,Sami
205,{CANARY},tall,F,2015-06-10,Tal Zahra,Sami
"""
NAMES = [*CANARY.split(), *CANARY_AR.split(), "Canarychild", "Canaryrefused"]


@pytest.fixture
def untold(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Program:
    return Program(monkeypatch, capsysbinary)


@pytest.fixture
def cases(untold: Program, tmp_path: Path) -> Path:
    (tmp_path / "people.csv").write_text(PEOPLE, "utf-8")
    (tmp_path / "register.csv").write_text(REGISTER, "utf-8")
    with open_casebook(tmp_path / "cases") as casebook:
        keep_accounts(casebook, [account("a"), account("b")])
        keep_incidents(casebook, [Incident("I1", (), ("a", "b"), DAY, VILLAGE)])
    assert untold("victims", "--casebook", tmp_path / "cases", "--add", tmp_path / "people.csv").returncode == 0
    return tmp_path / "cases"


def words(ran: Ran) -> str:
    return (ran.stdout + ran.stderr).decode()


def test_an_incident_keeps_the_ids_of_its_victims(cases: Path) -> None:
    assert incidents_kept(cases)[0].victims == ("v1", "v3", "v4", "v2")


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_no_name_is_shown_by_default_in_any_form(untold: Program, cases: Path, form: str) -> None:
    register = cases.parent / "register.csv"

    ran = untold("victims", "--casebook", cases, "--register", register, "--as", form)

    assert ran.returncode == 4
    assert [name for name in NAMES if name in words(ran)] == []


def test_people_are_counted_and_duplicates_proposed_by_id(untold: Program, cases: Path) -> None:
    lines = untold("victims", "--casebook", cases).stdout.decode().splitlines()

    assert lines[:4] == [
        "4 records of victims, 4 people as far as people decided",
        "  harm    3 killed, 1 injured",
        "  age     3 adult, 1 child",
        "  gender  2 female, 2 male",
    ]
    assert lines[4].startswith("1 pair of records that may be one person")
    assert lines[5].split()[0] == "same"
    assert "v1  v2" in lines[5]


def test_a_register_is_compared_and_its_bad_rows_are_named(untold: Program, cases: Path) -> None:
    ran = untold("victims", "--casebook", cases, "--register", cases.parent / "register.csv", "--as", "json")

    matches = json.loads(ran.stdout)["matches"]
    assert [(match["a"], match["b"], match["verdict"]) for match in matches] == [
        ("v1", "204", "same"),
        ("v2", "204", "same"),
    ]
    assert b"row 3, column age" in ran.stderr


def test_a_persons_word_joins_two_records_and_is_not_asked_again(untold: Program, cases: Path) -> None:
    why = ("--why", "the same father and day")
    same = untold("victims", "v1", "v2", "--verdict", "same", *why, "--casebook", cases).stdout.decode()
    undone = untold("victims", "v2", "v1", "--undo", *why, "--casebook", cases).stdout.decode()

    assert same.splitlines()[0] == "4 records of victims, 3 people as far as people decided"
    assert "may be one person" not in same
    assert "4 people" in undone


def test_names_are_shown_on_a_ground_and_children_and_refusals_are_not(untold: Program, cases: Path) -> None:
    shown = words(untold("victims", "--casebook", cases, "--show-names", "the families asked for it"))

    assert CANARY in shown
    assert "policy: the families asked for it" in shown
    assert [name for name in ("Canarychild", "Canaryrefused") if name in shown] == []


def test_a_blank_ground_shows_nobody(untold: Program, cases: Path) -> None:
    assert CANARY not in words(untold("victims", "--casebook", cases, "--show-names", " "))


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("v1", "--verdict", "same", "--why", "so"), 2, "ids of the two records"),
        (("v1", "v2", "--verdict", "same"), 1, "--why"),
        (("--add", "no.csv"), 2, "does not exist"),
    ],
    ids=["one id", "no reason", "no file"],
)
def test_a_wrong_word_is_refused(
    untold: Program, cases: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    ran = untold("victims", *arguments, "--casebook", cases)

    assert ran.returncode == code
    assert said in " ".join(ran.stderr.decode().split())


def test_the_shipped_schema_is_as_the_records_make_it() -> None:
    assert objects.schema() == objects.written_schema()
