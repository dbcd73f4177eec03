"""`untold dossier` and `untold review letter`, from a casebook and from its release."""

from pathlib import Path

import pytest

from tests.allegations.dockets import casebook
from tests.test_cli import Program
from untold.allegations.record import docket_of
from untold.releases.manifest import manifest_hash


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return casebook(tmp_path_factory.mktemp("dossiers"))


@pytest.fixture
def untold(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Program:
    return Program(monkeypatch, capsysbinary)


def allegation_of(cases: Path) -> tuple[str, str]:
    return next((each.id, each.incident) for each in docket_of(cases).allegations if each.incident is not None)


def test_a_dossier_of_a_casebook_says_of_what_and_by_which_policy_it_was_made(untold: Program, cases: Path) -> None:
    _, incident = allegation_of(cases)

    done = untold("dossier", incident, "--casebook", cases)

    assert done.returncode == 0, done.stderr
    assert incident.encode() in done.stdout
    assert b"by the policy untold-1" in done.stdout


def test_a_dossier_of_a_release_names_the_hash_that_stands_for_all_its_files(
    untold: Program, cases: Path, tmp_path: Path
) -> None:
    _, incident = allegation_of(cases)
    release, page = tmp_path / "1", tmp_path / "page.html"
    untold("release", "--casebook", cases, "--out", release, "--date", "2026-01-02")

    done = untold("dossier", incident, "--release", release, "--out", page)

    assert done.returncode == 0, done.stderr
    assert manifest_hash(release) in page.read_text("utf-8")


def test_a_dossier_wants_a_casebook_or_a_release(untold: Program, cases: Path) -> None:
    assert untold("dossier", "I-0000").returncode == 2
    assert untold("dossier", "I-0000", "--casebook", cases, "--release", cases).returncode == 2


def test_a_dossier_of_no_incident_says_where_codes_are_listed(untold: Program, cases: Path) -> None:
    done = untold("dossier", "I-0000", "--casebook", cases)

    assert done.returncode == 1
    assert b"holds no incident I-0000 that may leave; untold grade lists the codes" in done.stderr


def test_a_letter_is_written_in_the_language_that_is_asked_for(untold: Program, cases: Path) -> None:
    name, _ = allegation_of(cases)

    done = untold("review", "letter", name, "--casebook", cases, "--language", "ar", "--from", "Alder Monitor")

    assert done.returncode == 0, done.stderr
    assert b'dir="rtl"' in done.stdout
    assert "ما نطلبه".encode() in done.stdout


def test_an_open_request_is_asked_again_in_the_letter(untold: Program, cases: Path) -> None:
    name, _ = allegation_of(cases)
    asked = untold("review", "request", name, "--ask", "Which aircraft was it?", "--casebook", cases, "--why", "unsaid")
    assert asked.returncode == 0, asked.stderr

    done = untold("review", "letter", name, "--casebook", cases)

    assert b"Which aircraft was it" in done.stdout


def test_a_letter_about_no_allegation_says_where_they_are_listed(untold: Program, cases: Path) -> None:
    done = untold("review", "letter", "nobody:1", "--casebook", cases)

    assert done.returncode == 1
    assert b"holds no allegation nobody:1; look its id up with untold review list" in done.stderr


@pytest.mark.parametrize("words", [("dossier", "U-1"), ("check",), ("series",)], ids=str)
def test_a_language_that_nobody_writes_is_refused(untold: Program, cases: Path, words: tuple[str, ...]) -> None:
    done = untold(*words, "--language", "xx", "--casebook", cases)

    assert done.returncode == 2
    assert b"no page is written in 'xx'" in done.stderr


def test_a_dossier_makes_no_casebook_of_another_folder(untold: Program, tmp_path: Path) -> None:
    done = untold("dossier", "U-1", "--casebook", tmp_path)

    assert done.returncode == 1
    assert b"holds no casebook.toml" in done.stderr
    assert not list(tmp_path.iterdir())
