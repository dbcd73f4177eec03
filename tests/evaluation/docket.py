"""Whether the docket puts each official statement under the incident that it answers, and keeps its own words.

The statements are imported beside a monitor's incidents and matched, as a
recorder would; then each determination's allegation is asked for its incident.
Those that state nothing of their own must be under no wrong one.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from typer.testing import CliRunner

from tests.evaluation.corpora import csv_rows, data_folder, present
from tests.evaluation.measurement import Measurement, Miss, Outcome, share_right
from tests.evaluation.statements import INCIDENTS, STATEMENTS, statement_rows
from untold.allegations.record import review_of
from untold.allegations.statements import statements_listed
from untold.claims.accounts import accounts_kept
from untold.cli.commands import app
from untold.incidents.official.answers import is_statement
from untold.incidents.record import incidents_kept


def measure() -> list[Measurement]:
    """Return precision and recall of the allegations' incidents, and the false ones of boilerplate."""
    codes = {row["airwars_id"]: row["code"].split() for row in csv_rows(present(data_folder() / INCIDENTS))}
    found = _found()
    rows = statement_rows()
    told = [row for row in rows if row["specific"] or row["code_in_text"]]
    outcomes = [_outcome(row, found, codes) for row in told]
    silent = [_outcome(row, found, codes) for row in rows if row not in told]
    false = tuple(Miss(each.unit, each.gold, each.read) for each in silent if each.read and not each.right)
    return [
        share_right("docket.precision", STATEMENTS, [each for each in outcomes if each.read]),
        share_right("docket.recall", STATEMENTS, outcomes),
        Measurement("docket.boilerplate", float(len(false)), len(silent), STATEMENTS, false, lower_is_better=True),
    ]


def _outcome(row: dict[str, Any], found: dict[str, tuple[str, ...]], codes: dict[str, list[str]]) -> Outcome:
    gold = codes[row["gold_airwars_id"]]
    read = " ".join(each.removeprefix("airwars:").split("#")[0] for each in found[f"statements:{row['statement_id']}"])
    return Outcome(row["statement_id"], bool(set(read.split()) & set(gold)), " ".join(gold), read)


def _found() -> dict[str, tuple[str, ...]]:
    """Return, by statement, the monitor's accounts in the incident that its allegation is about."""
    with TemporaryDirectory(prefix="untold-docket-") as name:
        folder = Path(name)
        _run("import", present(data_folder() / INCIDENTS), "--from", "airwars", "--casebook", folder)
        _run("import", present(data_folder() / STATEMENTS), "--from", "statements", "--casebook", folder)
        _run("match", "--casebook", folder)
        docket = review_of(folder).docket
        members = {each.code: each.accounts for each in incidents_kept(folder)}
        listed = list(statements_listed(folder, filter(is_statement, accounts_kept(folder))))
    about = {step.id: told.incident for told in docket.allegations for step in told.determinations}
    return {
        one.account.id: tuple(
            each
            for each in members.get(about[f"{one.statement.report}:{one.statement.start}"] or "", ())
            if each.startswith("airwars:")
        )
        for one in listed
    }


def _run(*words: object) -> None:
    CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)
