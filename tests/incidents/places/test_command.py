"""`untold place` answers recorders: the verdict, the candidates, the reasons."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from untold.claims.account import Account, AccountDate, AccountPlace
from untold.claims.accounts import keep_accounts
from untold.claims.claim import Party
from untold.cli.commands import app
from untold.incidents.places import objects
from untold.reports.casebook import open_casebook


def _run(*words: str) -> Result:
    return CliRunner().invoke(app, ["place", *words], catch_exceptions=False)


def test_a_place_is_shown_with_its_reason_and_its_radius() -> None:
    shown = _run("Membij", "--country", "Syria").output

    assert shown.startswith("resolved: ")
    assert "known as city, within 6 km" in shown
    assert "Manbij · \u2067منبج\u2069 (Aleppo, SYR" in shown


@pytest.mark.parametrize("name", ["Tokhar", "الزهراء", "near Membij", "Mashrafah", "37SDV580651"])
def test_an_answer_fits_eighty_columns(name: str) -> None:
    shown = _run(name, "--country", "SYR").output

    assert all(len(line.replace("\u2067", "").replace("\u2069", "")) <= 80 for line in shown.splitlines())


def test_coordinates_need_no_country() -> None:
    assert "note:" not in _run("37SDV580651").output


def test_a_village_is_no_province_of_another_country_by_its_consonants() -> None:
    assert _run("قرية الزهراء").output.startswith("unknown: ")


def test_an_ambiguous_name_shows_all_that_bear_it() -> None:
    shown = _run("Sawran", "--country", "SYR").output

    assert shown.startswith("ambiguous: 2 places")
    assert "→" not in shown
    assert "→" in _run("Sawran", "--country", "SYR", "--province", "Aleppo").output
    assert "→" in _run("Sawran", "--country", "SYR", "--near", "36.5, 37.2").output


def test_coordinates_in_another_country_are_noted() -> None:
    assert "not in Iraq" in _run("37SDV580651", "--country", "IRQ").output


def test_the_casebooks_own_places_are_found_with_their_accounts(tmp_path: Path) -> None:
    place = AccountPlace("Kafr Wahm", None, 36.3, 37.5, "village", country="SYR")
    with open_casebook(tmp_path / "cases") as casebook:
        keep_accounts(casebook, [Account("list:7", "report", Party(None, "List"), (), AccountDate(), place)])

    shown = _run("Kafer Wahem", "--country", "SYR", "--casebook", str(tmp_path / "cases")).output

    assert shown.startswith("resolved: ")
    assert "from list:7" in shown


def test_a_program_gets_one_object(tmp_path: Path) -> None:
    out = tmp_path / "place.json"
    _run("Membij", "--country", "SYR", "--as", "json", "--out", str(out))

    answer = json.loads(out.read_text(encoding="utf-8"))
    assert answer["schema"] == {"name": "untold.place", "version": 1}
    assert answer["resolution"]["chosen"]["id"] == "geonames:167357"


@pytest.mark.parametrize("words", [("--country", "Narnia"), ("--near", "somewhere")])
def test_wrong_usage_is_said(words: tuple[str, str]) -> None:
    answer = _run("Membij", *words)

    assert answer.exit_code == 2
    assert words[1] in answer.stderr


def test_the_shipped_schema_is_as_the_records_make_it() -> None:
    assert objects.schema() == objects.written_schema()
