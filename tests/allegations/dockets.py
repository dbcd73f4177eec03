"""Dockets of our own for the tests: allegations in a few words, and a casebook of a monitor's list and a party's."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from untold.allegations.allegation import Allegation, Determination, ReviewStatus
from untold.allegations.course import course_of
from untold.claims.account import Conceded
from untold.claims.claim import Party
from untold.cli.commands import app
from untold.codebook.counts import Count

COALITION = Party("us-led-coalition", "US-led coalition")
_COLUMNS = (
    "code", "date", "location", "country", "lat", "lon", "geo_accuracy", "belligerents", "grade", "killed_min",
    "killed_max", "official_assessments", "conceded_killed_min", "conceded_killed_max",
)  # fmt: skip
# A monitor's four incidents, with invented places: two in one town on one day, one that gives the official position.
INCIDENTS = (
    ("T001", "2016-05-04", "Tal Zahra", "Syria", "36.500000", "37.900000", "village", "U.S.-led Coalition", "Fair",
     "8", "11", "", "", ""),
    ("T002", "2016-06-10", "Karm", "Syria", "36.100000", "38.400000", "village", "U.S.-led Coalition", "Fair",
     "", "", "coalition=not_yet_assessed", "", ""),
    ("T003", "2016-07-02", "Umm Rihan", "Syria", "35.900000", "38.000000", "village", "U.S.-led Coalition", "Weak",
     "3", "3", "coalition=non_credible", "", ""),
    ("T004", "2016-07-02", "Umm Rihan", "Syria", "35.900000", "38.000000", "village", "U.S.-led Coalition", "Weak",
     "2", "4", "", "", ""),
)  # fmt: skip
DENIAL = "No Coalition strikes were conducted in the geographical area of the report."


def statement(identity: str, date: str, text: str, assessment: str, **cells: Any) -> dict[str, Any]:
    """Return a row of a list of statements."""
    row = {"statement_id": identity, "statement_date": date, "text": text, "assessment": assessment}
    empty = {"conceded_killed": ["", ""], "conceded_injured": ["", ""], "mgrs": "", "reasons": []}
    return {**row, **empty, **cells}


STATEMENTS = (
    statement("1-0", "20170305", f"May 4, 2016, near Tal Zahra, Syria, via Airwars report. {DENIAL} 4711/T001",
              "non_credible", reasons=["no_coalition_strikes"], allegation_number="4711", code_in_text="T001",
              mgrs="37SDA2100039600"),
    statement("1-1", "20181130", "May 4, 2016, near Tal Zahra, Syria, via Airwars report. After a review of new "
              "information it was assessed that more likely than not three civilians were unintentionally killed. "
              "4711/T001", "credible", conceded_killed=["3", "3"], conceded_injured=["0", "1"],
              allegation_number="4711", code_in_text="T001", reasons=["inside_target_building"]),
    statement("2-0", "20170406", DENIAL, "non_credible", reasons=["no_coalition_strikes"]),
    statement("3-0", "20170506", "July 2, 2016, in Umm Rihan, Syria, via social media report. Open.", "open_incident"),
    statement("4-0", "20170606", "June 10, 2016, near Karm, Syria. The review is not closed. 4712/T002",
              "not_yet_assessed", allegation_number="4712", code_in_text="T002"),
)  # fmt: skip


def steps(*told: tuple[str | None, ReviewStatus] | Determination) -> tuple[Determination, ...]:
    """Return determinations of days and statuses, with ids in their order."""
    return tuple(
        each if isinstance(each, Determination) else Determination(f"r:{n}", each[1], each[0])
        for n, each in enumerate(told)
    )


def allegation(
    identity: str = "us-led-coalition:1", *told: Any, received: str | None = None, **fields: Any
) -> Allegation:
    """Return an allegation with these steps, standing as they say."""
    bare = Allegation(
        identity, fields.pop("incident", "U-1"), None, COALITION, received, "open", steps(*told), **fields
    )
    return replace(bare, status=course_of(bare).status)


def conceding(identity: str, date: str, killed: Count | None) -> Determination:
    """Return a credible determination that concedes so many killed."""
    return Determination(identity, "credible", date, conceded=None if killed is None else Conceded(killed))


def run(*words: object, code: int = 0) -> Result:
    """Run the program, and expect it to end so."""
    done = CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False, env={"COLUMNS": "80"})
    assert done.exit_code == code, done.output
    return done


def casebook(folder: Path, statements: Sequence[dict[str, Any]] = STATEMENTS) -> Path:
    """Make a casebook of both lists, matched."""
    monitor, party = folder / "incidents.csv", folder / "statements.jsonl"
    monitor.write_text(incidents_csv(), encoding="utf-8")
    party.write_text(statements_lines(statements), encoding="utf-8")
    cases = folder / "cases"
    run("import", monitor, "--from", "airwars", "--casebook", cases)
    if statements:
        run("import", party, "--from", "statements", "--casebook", cases)
    run("match", "--casebook", cases)
    return cases


def incidents_csv(rows: Sequence[Sequence[str]] = INCIDENTS) -> str:
    """Return the monitor's list as a file."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([_COLUMNS, *rows])
    return text.getvalue()


def statements_lines(statements: Sequence[dict[str, Any]]) -> str:
    """Return the party's list as a file."""
    return "".join(f"{json.dumps(each)}\n" for each in statements)
