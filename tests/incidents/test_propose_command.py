"""`untold propose` lays out what may belong together, and joins nothing."""

import json
from pathlib import Path

import pytest

from tests.test_cli import Program
from untold.claims.account import Account, AccountDate, AccountPlace, Stated
from untold.claims.accounts import accounts_kept, keep_accounts
from untold.claims.claim import Party
from untold.incidents import proposing
from untold.incidents.record import incidents_kept
from untold.reports.casebook import open_casebook

DATED = """Drone strike kills four in Umm Rihan

A drone strike on the town of Umm Rihan killed four people on 4 March 2016. Residents of Umm Rihan blamed Turkey.
"""
UNDATED = """Four dead in Umm Rihan

Four people were killed in a Turkish drone strike on Umm Rihan on Friday, a doctor said. The drone came back.
"""
OTHER_NUMBER = """Nineteen dead in Umm Rihan

Nineteen people were killed in a Turkish drone strike on Umm Rihan on Friday, a doctor said. The drone came back.
"""
OTHERS = {
    "karm": "Rockets wounded two people in the town of Karm on 9 May 2016.",
    "sahl": "Shells wounded six people in the town of Sahl on 3 June 2016.",
    "zahra": "A mine killed one man in the town of Zahra on 8 July 2016.",
}
KARM = AccountPlace("Karm", lat=35.0, lon=38.0, precision="town", country="SYR")
DAY = AccountDate("2016-05-09", "2016-05-09", "day")
MONITOR = Account("list:1", "r", Party(None, "A monitor"), (), DAY, KARM, codes=("T001",))
DENIAL = Account(
    "statements:1",
    "s",
    Party("us-led-coalition", "US-led coalition"),
    (),
    AccountDate(),
    AccountPlace(),
    stated=Stated(position="non_credible"),
    text="May 9, 2016, in Karm, Syria, via a report. No strikes were flown there.",
)


@pytest.fixture
def untold(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Program:
    return Program(monkeypatch, capsysbinary)


@pytest.fixture
def cases(untold: Program, tmp_path: Path) -> Path:
    """Return a matched casebook of six texts, a monitor's row and a belligerent's denial."""
    folder, texts = tmp_path / "cases", tmp_path / "texts"
    texts.mkdir()
    for name, text in {"dated": DATED, "undated": UNDATED, "number": OTHER_NUMBER, **OTHERS}.items():
        (texts / f"{name}.txt").write_text(text, encoding="utf-8")
    untold("read", texts, "--casebook", folder)
    with open_casebook(folder) as casebook:
        keep_accounts(casebook, [*accounts_kept(folder), MONITOR, DENIAL])
    untold("match", "--casebook", folder)
    return folder


def test_texts_of_one_story_are_one_incident_where_nothing_speaks_against_it(cases: Path) -> None:
    held = {each.accounts for each in incidents_kept(cases) if MONITOR.id not in each.accounts}

    assert sorted(len(each) for each in held) == [1, 1, 1, 2]


def test_texts_of_one_story_are_proposed_while_they_are_in_two_incidents(untold: Program, cases: Path) -> None:
    whole = json.loads(untold("propose", "--casebook", cases, "--as", "json").stdout)
    (story,) = whole["stories"]

    assert whole["schema"] == {"name": "untold.propose", "version": 1}
    assert (len(story["accounts"]), len(story["incidents"])) == (3, 2)


def test_what_a_person_joins_is_proposed_no_more(untold: Program, cases: Path) -> None:
    (story,) = json.loads(untold("propose", "--casebook", cases, "--as", "json").stdout)["stories"]
    one, two, three = story["accounts"]
    for other in (two, three):
        untold("judge", one, other, "same", "--why", "one strike, one doctor", "--casebook", cases)
    untold("match", "--casebook", cases)

    assert json.loads(untold("propose", "--casebook", cases, "--as", "json").stdout)["stories"] == []


def test_what_a_person_called_different_is_proposed_no_more(untold: Program, cases: Path) -> None:
    (story,) = json.loads(untold("propose", "--casebook", cases, "--as", "json").stdout)["stories"]
    untold("judge", *story["accounts"][:2], "different", "--why", "two strikes", "--casebook", cases)

    assert json.loads(untold("propose", "--casebook", cases, "--as", "json").stdout)["stories"] == []


def test_a_statement_that_is_in_its_incident_is_counted_and_not_asked_about(untold: Program, cases: Path) -> None:
    text = untold("propose", "--casebook", cases).stdout.decode()

    assert "1 official statements: 1 linked\n  1 of them are in the incident that they answer" in text
    assert "statements:1" not in text


def test_a_statement_is_shown_with_the_incident_that_it_answers(untold: Program, cases: Path, tmp_path: Path) -> None:
    untold("judge", MONITOR.id, DENIAL.id, "different", "--why", "another village", "--casebook", cases)
    untold("match", "--casebook", cases)
    out = tmp_path / "proposals.txt"
    untold("propose", "--casebook", cases, "--out", out)
    text = out.read_text(encoding="utf-8")

    (code,) = [each.code for each in incidents_kept(cases) if MONITOR.id in each.accounts]
    assert "1 official statements: 1 linked" in text
    assert f"statements:1 linked {code}: the same day; Karm is Karm" in text


def test_a_casebook_without_texts_and_statements_has_no_proposal(untold: Program, tmp_path: Path) -> None:
    with open_casebook(tmp_path / "empty"):
        pass
    ran = untold("propose", "--casebook", tmp_path / "empty")

    assert ran.stdout.decode().splitlines() == [
        "0 groups of texts that may tell one story, and are not one incident",
        "0 official statements: none",
    ]


def test_the_shipped_schema_is_as_the_records_make_it() -> None:
    assert proposing.schema() == proposing.written_schema()
