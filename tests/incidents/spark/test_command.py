"""`untold match --engine spark`, as a person meets it."""

import filecmp
import shutil
from pathlib import Path

import pytest

from tests.benchmarks.accounts import make_accounts
from tests.conftest import missing
from tests.test_cli import Program
from untold.claims.accounts import keep_accounts
from untold.codebook.errors import EngineUnusable
from untold.incidents.spark import java_home
from untold.reports.casebook import open_casebook, write_records


@pytest.fixture
def untold(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Program:
    return Program(monkeypatch, capsysbinary)


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    made = list(make_accounts(60, 5))
    folder = tmp_path / "cases"
    with open_casebook(folder) as casebook:
        keep_accounts(casebook, [each.account for each in made])
        write_records(casebook, "claims.jsonl", [claim for each in made for claim in each.claims])
    return folder


def test_spark_on_this_machine_keeps_the_incidents_that_duckdb_keeps(
    untold: Program, cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        java_home()
    except EngineUnusable as error:
        missing(str(error))
    monkeypatch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")  # a run of seconds, as in test_cluster.py
    on_spark = shutil.copytree(cases, cases.parent / "on_spark")

    first, second = untold("match", "--casebook", cases), untold("match", "--casebook", on_spark, "--engine", "spark")

    assert (second.returncode, second.stderr) == (0, b"")
    assert second.stdout == first.stdout
    assert filecmp.cmp(cases / "incidents.jsonl", on_spark / "incidents.jsonl", shallow=False)


def test_a_missing_java_is_one_line_and_the_casebook_stays_as_it_was(
    untold: Program, cases: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("untold.incidents.spark.java._INSTALLED", tmp_path / "none")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)

    ran = untold("match", "--casebook", cases, "--engine", "spark")

    assert ran.returncode == 1
    assert ran.stderr.decode().startswith("untold: spark: needs Java 17 or 21; found none; install Java 17")
    assert ran.stderr.count(b"\n") == 1
    assert not (cases / "incidents.jsonl").exists()


def test_a_master_without_spark_is_wrong_usage(untold: Program, cases: Path) -> None:
    ran = untold("match", "--casebook", cases, "--master", "spark://127.0.0.1:7077")

    assert ran.returncode == 2
    assert b"is for --engine spark" in ran.stderr
