"""Whether `untold match` puts each official statement into its incident: both lists imported, as a recorder would.

Measured are the statements that state something of their own, a code or a day
and place: of those that are in a monitor's incident, how many in the right one,
and how many of all are. Those that state nothing must be in no wrong one.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from typer.testing import CliRunner

from tests.evaluation.corpora import csv_rows, data_folder, present
from tests.evaluation.measurement import Measurement, Miss, Outcome, share_right
from tests.evaluation.statements import INCIDENTS, STATEMENTS, statement_rows
from untold.cli.commands import app


def measure() -> list[Measurement]:
    """Return precision and recall of the statements' incidents, and the false ones of boilerplate."""
    codes = {row["airwars_id"]: row["code"].split() for row in csv_rows(present(data_folder() / INCIDENTS))}
    beside = _company()
    rows = statement_rows()
    told = [row for row in rows if row["specific"] or row["code_in_text"]]
    outcomes = [_outcome(row, beside, codes[row["gold_airwars_id"]]) for row in told]
    silent = [_outcome(row, beside, codes[row["gold_airwars_id"]]) for row in rows if row not in told]
    false = tuple(Miss(each.unit, each.gold, each.read) for each in silent if each.read and not each.right)
    return [
        share_right("statements_matched.precision", STATEMENTS, [each for each in outcomes if each.read]),
        share_right("statements_matched.recall", STATEMENTS, outcomes),
        Measurement(
            "statements_matched.boilerplate", float(len(false)), len(silent), STATEMENTS, false, lower_is_better=True
        ),
    ]


def _outcome(row: dict[str, Any], beside: dict[str, tuple[str, ...]], codes: list[str] | tuple[str, ...]) -> Outcome:
    own = beside.get(f"statements:{row['statement_id']}", ())
    read = " ".join(each.removeprefix("airwars:").split("#")[0] for each in own)
    return Outcome(row["statement_id"], bool(set(read.split()) & set(codes)), " ".join(codes), read)


def _company() -> dict[str, tuple[str, ...]]:
    """Return, by statement, the monitor's accounts in the same incident."""
    with TemporaryDirectory(prefix="untold-statements-") as folder:
        _run("import", present(data_folder() / INCIDENTS), "--from", "airwars", "--casebook", folder)
        _run("import", present(data_folder() / STATEMENTS), "--from", "statements", "--casebook", folder)
        _run("match", "--casebook", folder)
        lines = (Path(folder) / "incidents.jsonl").read_text(encoding="utf-8").splitlines()
    clusters = [json.loads(line)["accounts"] for line in lines]
    return {
        account: tuple(each for each in cluster if each.startswith("airwars:"))
        for cluster in clusters
        for account in cluster
        if account.startswith("statements:")
    }


def _run(*words: object) -> None:
    CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)
