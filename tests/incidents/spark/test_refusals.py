"""What is missing for Spark is said in one line, before the first pair is compared."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import missing
from untold.codebook.errors import EngineUnusable
from untold.incidents.spark import Cluster, java_home, spark_session


def a_java(folder: Path, version: str) -> Path:
    """Return the folder of a program that says it is this Java."""
    program = folder / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n", "ascii")
    program.chmod(0o755)
    return folder


def no_java_elsewhere(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr("untold.incidents.spark.java._INSTALLED", folder / "none")
    monkeypatch.setenv("PATH", "/bin/none")
    monkeypatch.delenv("JAVA_HOME", raising=False)


def test_the_java_that_the_environment_names_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(a_java(tmp_path / "named", "17.0.1")))

    assert java_home() == str(tmp_path / "named")


def test_a_java_of_the_wrong_version_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_java_elsewhere(monkeypatch, tmp_path)
    monkeypatch.setenv("JAVA_HOME", str(a_java(tmp_path / "new", "25")))
    monkeypatch.setattr("untold.incidents.spark.java._INSTALLED", a_java(tmp_path / "jvm" / "right", "21.0.2").parent)

    assert java_home() == str(tmp_path / "jvm" / "right")


def test_without_a_java_that_fits_it_is_said_what_was_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_java_elsewhere(monkeypatch, tmp_path)
    monkeypatch.setenv("JAVA_HOME", str(a_java(tmp_path / "old", "11.0.9")))

    with pytest.raises(EngineUnusable, match=r"needs Java 17 or 21; found Java 11 in .*; install Java 17"):
        java_home()


def test_without_pyspark_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)

    with (
        pytest.raises(EngineUnusable, match=r"pyspark is not installed; pip install 'untold\[spark\]'"),
        spark_session(Cluster()),
    ):
        pass


@pytest.mark.parametrize("master", ["spark://127.0.0.1:1", "spark://nowhere,127.0.0.1:2"])
def test_a_master_that_is_not_there_is_one_line(master: str) -> None:
    try:
        java_home()
    except EngineUnusable as error:
        missing(str(error))

    with pytest.raises(EngineUnusable, match=r"^spark: no master at .*tools/spark-cluster start"):
        spark_session(Cluster(master)).__enter__()


def test_the_cluster_script_refuses_to_start_without_java(tmp_path: Path) -> None:
    script = Path(__file__).parents[3] / "tools" / "spark-cluster"
    asked = '[ "$1" = -c ] && echo /none && exit'  # where pyspark is; then, where Java is
    (tmp_path / "python").write_text(f'#!/bin/sh\n{asked}\necho "error: no Java" >&2; exit 1\n')
    (tmp_path / "python").chmod(0o755)
    env = {**os.environ, "UNTOLD_PYTHON": str(tmp_path / "python"), "UNTOLD_SPARK_FOLDER": str(tmp_path / "cluster")}

    told = subprocess.run([script, "start"], env=env, capture_output=True, text=True, check=False)

    assert (told.returncode, told.stderr) == (1, "error: no Java\n")
    assert not (tmp_path / "cluster").exists()
