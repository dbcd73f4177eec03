"""`untold tally`, as a person meets it: from a list of our own to numbers, tables, pages and reasons."""

import csv
import io
import json
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from untold.cli.commands import app

HEADER = (
    "code", "date", "location", "governorate", "country", "belligerents", "strike_type", "grade",
    "killed_min", "killed_max", "children_killed_min", "children_killed_max", "injured_min", "injured_max",
)  # fmt: skip
COALITION, BOTH = "U.S.-led Coalition", "U.S.-led Coalition, Russian Military"
ROWS = (
    ("CS901", "2015-03-14", "Tal Zahra", "Ar Raqqah", "Syria", COALITION, "Airstrike", "Fair", 3, 5, 1, 1, "", ""),
    ("CS902", "2015-03-20", "Wadi Safir", "Raqqa", "Syria", COALITION, "Airstrike", "Confirmed", 10, 12, "", "", 4, 4),
    ("CS903", "2015-05-02", "Ain Rabi", "Aleppo", "Syria", BOTH, "Artillery", "Fair", 7, 7, "", "", "", ""),
    ("CS904", "2016-01-02", "Ain Rabi", "Aleppo", "Syria", COALITION, "Airstrike", "Weak", "", "", "", "", 2, 2),
)  # fmt: skip


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tally")
    listed = folder / "list.csv"
    with listed.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([HEADER, *ROWS])
    for words in (["import", str(listed), "--from", "airwars"], ["match"]):
        assert run(*words, casebook=folder / "cases").exit_code == 0
    return folder / "cases"


def run(*words: object, casebook: Path) -> Result:
    given = [str(word) for word in words]
    return CliRunner().invoke(app, [*given, "--casebook", str(casebook)], catch_exceptions=False)


def tally(casebook: Path, *words: object) -> str:
    done = run("tally", *words, casebook=casebook)
    assert done.exit_code == 0, done.output
    return done.stdout


def as_object(casebook: Path, *words: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(tally(casebook, *words, "--as", "json"))
    return found


def test_the_whole_record_is_a_number_with_what_it_leaves_open(cases: Path) -> None:
    printed = " ".join(tally(cases).split())

    assert "at least 20 killed, 4 incidents" in printed
    assert "ceilings that are known: 24; no floor in 1; no ceiling in 1" in printed


@pytest.mark.parametrize(
    ("words", "low", "known_high", "incidents"),
    [
        (["--actor", "us-led-coalition", "--alone"], 13, 17, 3),
        (["--actor", "the US-led coalition"], 20, 24, 4),
        (["--actor", "russia"], 7, 7, 1),
        (["--from", "2015-03", "--to", "2015-03"], 13, 17, 2),
        (["--grades", "fair,confirmed", "--grades-by", "source"], 20, 24, 3),
        (["--place", "Ain Rabi"], 7, 7, 2),
        (["--place", "Raqqa province"], 13, 17, 2),
        (["--country", "Syria", "--means", "artillery"], 7, 7, 1),
        (["--harm", "injured"], 6, 6, 4),
        (["--demographic", "children"], 1, 1, 4),
        (["--source", "airwars"], 20, 24, 4),
        (["--without", "sohr"], 20, 24, 4),
        (["--status", "any"], 20, None, 4),
        (["--rule", "majority"], 20, 24, 4),
        (["--rule", "hierarchy"], 20, 24, 4),
        (["--rule", "ucdp"], 20, 24, 4),
    ],
)
def test_each_option_narrows_the_question(
    cases: Path, words: list[str], low: int, known_high: int | None, incidents: int
) -> None:
    total = as_object(cases, *words)["total"]

    assert (total["low"], total["known_high"], total["incidents"]) == (low, known_high, incidents)


def test_a_table_by_two_fields_has_the_incidents_and_claims_of_each_cell(cases: Path) -> None:
    found = as_object(cases, "--by", "governorate,year")

    assert found["schema"] == {"name": "untold.tally", "version": 1}
    cells = {tuple(value for _, value in cell["by"]): cell for cell in found["tallies"]}
    assert {key: cell["low"] for key, cell in cells.items()} == {
        ("Aleppo", "2015"): 7,
        ("Aleppo", "2016"): None,
        ("Raqqa", "2015"): 13,
    }
    assert len(cells[("Raqqa", "2015")]["codes"]) == len(cells[("Raqqa", "2015")]["claims"]) == 2


def test_actors_that_share_an_incident_are_printed_with_their_overlap(cases: Path) -> None:
    printed = tally(cases, "--by", "actor")

    assert "shared" in printed
    assert "The cells hold 5 incidents, and there are 4" in " ".join(printed.split())


def test_a_table_by_status_counts_everybody(cases: Path) -> None:
    assert as_object(cases, "--by", "status")["total"]["scope"]["status"] is None


def test_the_sensitivity_shows_the_total_without_each_source(cases: Path) -> None:
    (without,) = as_object(cases, "--sensitivity")["sensitivity"]

    assert (without["source"], without["touched"], without["gone"], without["tally"]["low"]) == ("airwars", 4, 4, None)
    assert "Without each source" in tally(cases, "--sensitivity")


def test_periods_have_the_names_that_a_file_gives_them(cases: Path, tmp_path: Path) -> None:
    periods = tmp_path / "periods.toml"
    periods.write_text('[period.before]\nto = "2015-03"\n[period.after]\nfrom = "2015-04"\n', encoding="utf-8")

    found = as_object(cases, "--by", "period", "--periods", periods)["tallies"]

    assert [(cell["by"][0][1], cell["low"]) for cell in found] == [("after", 7), ("before", 13)]


@pytest.mark.parametrize("form", ["csv", "jsonl", "html"])
def test_every_form_goes_to_a_file_or_to_the_terminal(cases: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"tally.{form}"
    tally(cases, "--by", "grade", "--grades-by", "source", "--as", form, "--out", out)

    assert out.read_text("utf-8") == tally(cases, "--by", "grade", "--grades-by", "source", "--as", form)


def test_a_workbook_is_written_whole(cases: Path, tmp_path: Path) -> None:
    tally(cases, "--by", "month", "--as", "xlsx", "--out", tmp_path / "tally.xlsx")

    assert load_workbook(io.BytesIO((tmp_path / "tally.xlsx").read_bytes()))["tallies"]["B3"].value == "2015-03"


def test_one_incident_is_explained_claim_by_claim(cases: Path) -> None:
    code = as_object(cases, "--place", "Tal Zahra")["total"]["codes"][0]
    printed = tally(cases, "--explain", code, "--rule", "majority")

    assert "killed, civilians: 3–5, best 3" in printed
    assert "+ 3–5, airwars, airwars:CS901: “3 5”" in printed
    found = json.loads(tally(cases, "--explain", code, "--as", "json"))
    assert found["explanation"]["incident"] == code


def test_another_order_of_sources_may_be_given(cases: Path, tmp_path: Path) -> None:
    order = tmp_path / "order.toml"
    order.write_text('[[rank]]\nname = "monitors"\nkinds = ["monitor"]\n', encoding="utf-8")

    assert as_object(cases, "--rule", "hierarchy", "--hierarchy", order)["total"]["low"] == 20


def test_grades_that_nobody_gave_yet_are_said_to_be_missing_and_come_with_grading(cases: Path) -> None:
    assert "No incident of the record is graded yet" in tally(cases, "--grades", "fair")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--by", "moon"], "'moon' is no field"),
        (["--by", "month,actor,grade,place"], "3 at most"),
        (["--by", "period"], "go together"),
        (["--grades", "good"], "'good' is no grade"),
        (["--means", "magic"], "'magic' is no weapon"),
        (["--role", "sure"], "'sure' is no attribution role"),
        (["--from", "last year"], "is no date"),
        (["--from", "2016", "--to", "2015"], "ends before it begins"),
        (["--alone"], "needs an actor"),
        (["--country", "Atlantis"], "is no country"),
    ],
)
def test_a_slip_of_the_hand_is_met_with_what_could_be_written(cases: Path, words: list[str], said: str) -> None:
    done = run("tally", *words, casebook=cases)

    assert done.exit_code == 2
    assert said in " ".join(done.output.split())


def test_an_incident_that_is_not_there_is_named(cases: Path) -> None:
    from untold.codebook.errors import CasebookError

    with pytest.raises(CasebookError, match="holds no incident U-NONE"):
        run("tally", "--explain", "U-NONE", casebook=cases)


def test_a_persons_rejection_of_a_claim_is_in_the_next_tally(cases: Path, tmp_path: Path) -> None:
    cases = Path(copytree(cases, tmp_path / "cases"))
    (claim,) = as_object(cases, "--place", "Wadi Safir", "--harm", "injured")["total"]["claims"]
    assert run("reject", claim, "--why", "a misprint", casebook=cases).exit_code == 0

    assert as_object(cases, "--harm", "injured")["total"]["low"] == 2
