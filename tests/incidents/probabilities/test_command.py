"""`untold match --probabilities`, as a person meets it."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.benchmarks.accounts import make_accounts
from tests.incidents.matching.tellings import telling
from tests.incidents.probabilities.worlds import SEED
from untold.claims.accounts import keep_accounts
from untold.cli.commands import app
from untold.codebook.counts import Count
from untold.incidents.judgements import Judgement, judge
from untold.reports.casebook import open_casebook, write_records

_SIZE = 600


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "cases"
    made = list(make_accounts(_SIZE, SEED))
    with open_casebook(folder) as casebook:
        keep_accounts(casebook, [each.account for each in made])
        write_records(casebook, "claims.jsonl", [claim for each in made for claim in each.claims])
        for one, other in pairwise(made[: _SIZE // 2]):
            if one.incident == other.incident:
                ids = one.account.id, other.account.id
                judge(
                    casebook, Judgement("2026-11-24T10:00:00+00:00", "rana", *ids, "same", undo=False, why="one street")
                )
    return folder


def _run(*words: object) -> str:
    done = CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_both_matchers_stand_beside_each_other_with_a_verdict(cases: Path) -> None:
    before = _run("match", "--casebook", cases)
    incidents = (cases / "incidents.jsonl").read_bytes()

    printed = _run("match", "--casebook", cases, "--probabilities")

    lines = [line.strip() for line in printed.splitlines()]
    assert before.splitlines()[0] == lines[0]
    assert any(line.startswith("rule ") for line in lines)
    assert any(line.startswith("probabilities ") for line in lines)
    assert any(line.startswith(("a gain of", "no gain")) for line in lines)
    assert any(line.endswith("the rule decides") for line in lines)
    assert (cases / "incidents.jsonl").read_bytes() == incidents


def test_a_program_gets_every_pair_with_both_verdicts(cases: Path, tmp_path: Path) -> None:
    _run("match", "--casebook", cases, "--probabilities", "--as", "json", "--out", tmp_path / "match.json")

    whole: dict[str, Any] = json.loads((tmp_path / "match.json").read_text(encoding="utf-8"))["probabilities"]
    assert whole["refused"] is None
    assert {"cut_off", "rule", "probabilities", "gain"} <= whole["gain"].keys()
    pair = whole["pairs"][0]
    assert {"a", "b", "score", "verdict", "weight", "probability", "by_probability", "parts"} == pair.keys()
    assert {"date", "place", "place_name", "name_rarity", "text"} <= pair["parts"].keys()


def test_the_evidence_for_two_accounts_shows_what_each_comparison_weighs(cases: Path) -> None:
    reviewed = _run("match", "--casebook", cases, "--probabilities").splitlines()[-1].split()

    printed = _run("match", "--casebook", cases, "--probabilities", "--explain", *reviewed[-2:])

    weights = [line.split()[1] for line in printed.splitlines() if line.endswith(" bits")]
    assert weights[:2] == ["date", "place"]
    assert weights[-1] == "prior"


def test_with_too_few_labels_the_rule_stands_alone_and_nothing_fails(tmp_path: Path) -> None:
    told = [telling("airwars:CS1", killed=Count.exactly(5)), telling("ucdp:S-1", killed=Count.between(4, 6))]
    with open_casebook(tmp_path / "few") as casebook:
        keep_accounts(casebook, [each.account for each in told])
        write_records(casebook, "claims.jsonl", [claim for each in told for claim in each.claims])

    printed = _run("match", "--casebook", tmp_path / "few", "--probabilities")

    assert "2 accounts, 1 incidents" in printed
    assert "probabilities: refused, too few labels" in printed


def test_probabilities_as_csv_are_refused_as_usage(cases: Path) -> None:
    done = CliRunner().invoke(app, ["match", "--casebook", str(cases), "--probabilities", "--as", "csv"])

    assert done.exit_code == 2
