"""The house keeps its own rules: rooms, lock, checks, and what ships."""

import ast
import re
import socket
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions, version
from pathlib import Path
from typing import Any

import pytest
from pytest_socket import SocketConnectBlockedError

from tools.lock_check import LOCKS, faults
from tools.tidy import fault, tracked

ROOT = Path(__file__).parent.parent
PYPROJECT = (ROOT / "pyproject.toml").read_text("utf-8")
CONFIG: dict[str, Any] = tomllib.loads(PYPROJECT)
PLACELESS = {"utils", "util", "helpers", "common", "core", "misc", "base", "manager", "shared", "lib"}


def contract_rooms() -> list[str]:
    """Return the rooms of the import contract, from the first to the last."""
    contract = CONFIG["tool"]["importlinter"]["contracts"][0]
    return [layer.strip("()") for layer in reversed(contract["layers"])]


def readme_rooms() -> list[tuple[str, bool]]:
    """Return the rooms of the README's table in its order, and whether each is shown as not built yet."""
    table = (ROOT / "README.md").read_text("utf-8").partition("## The rooms")[2].partition("\n## ")[0]
    return [(name, bool(star)) for star, name in re.findall(r"^\| (\*?)`(\w+)`\*? \|", table, re.MULTILINE)]


def built_rooms() -> set[str]:
    return {
        path.stem
        for path in (ROOT / "src" / "untold").iterdir()
        if (path.suffix == ".py" or (path / "__init__.py").is_file()) and not path.name.startswith("__")
    }


def test_the_readme_lists_the_rooms_of_the_contract_in_its_order() -> None:
    assert [name for name, _ in readme_rooms()] == contract_rooms()


def test_the_readme_marks_exactly_the_rooms_that_are_not_built_yet() -> None:
    unbuilt = {name for name, is_marked in readme_rooms() if is_marked}

    assert unbuilt == set(contract_rooms()) - built_rooms()


def test_the_contract_of_the_rooms_is_exhaustive() -> None:
    contract = CONFIG["tool"]["importlinter"]["contracts"][0]

    assert contract["exhaustive"] is True
    assert contract["containers"] == ["untold"]
    assert built_rooms() <= set(contract_rooms())


def test_a_room_that_is_built_is_no_longer_optional_in_the_contract() -> None:
    layers = CONFIG["tool"]["importlinter"]["contracts"][0]["layers"]

    assert {layer for layer in layers if not layer.startswith("(")} == built_rooms()


def test_no_room_or_module_is_named_after_nothing() -> None:
    parts = {part.removesuffix(".py") for name in tracked() if name.startswith("src/") for part in Path(name).parts}

    assert not parts & PLACELESS


def test_every_rule_that_ruff_may_ignore_has_its_reason() -> None:
    lint = PYPROJECT.partition("[tool.ruff.lint]")[2].partition("[tool.ruff.lint.flake8-builtins]")[0]
    ignored = [line for line in lint.splitlines() if re.match(r'\s*"[A-Z]+\d*",|"[^"]+" = \["', line)]

    assert len(ignored) >= len(CONFIG["tool"]["ruff"]["lint"]["ignore"])
    assert [line for line in ignored if not re.search(r"# \w+", line)] == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_a_hash_for_every_file_and_no_address(name: str) -> None:
    assert faults((ROOT / name).read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("lock", "found"),
    [
        ("rich==15.0.0\n", "no hash"),
        ("rich>=15 \\\n    --hash=sha256:" + "0" * 64, "no exact version"),
        ("--index-url https://example.org\n", "an option or an address"),
        ("rich @ https://example.org/rich.whl \\\n    --hash=sha256:" + "0" * 64, "an option or an address"),
    ],
    ids=["hashless", "open", "index", "direct"],
)
def test_a_lock_that_is_not_safe_is_found_out(lock: str, found: str) -> None:
    assert [line.partition(":")[0] for line in faults(lock)] == [found]


def locked(name: str) -> set[str]:
    return set(re.findall(r"^([a-z0-9-]+)==", (ROOT / name).read_text("utf-8"), re.MULTILINE))


def test_the_locks_hold_every_dependency_that_the_project_names() -> None:
    groups = CONFIG["dependency-groups"]
    named = CONFIG["project"]["dependencies"] + groups["dev"] + CONFIG["build-system"]["requires"]

    assert {re.split(r"[<>=]", name)[0] for name in named} <= locked("requirements.lock")
    assert {re.split(r"[<>=]", name)[0] for name in groups["spark"]} <= locked("requirements-spark.lock")


def test_who_reads_an_article_installs_no_cluster() -> None:
    assert "pyspark" not in locked("requirements.lock")


@pytest.mark.parametrize("installer", ["uv pip install", "pip install"])
def test_everything_is_installed_by_hash_and_nothing_is_resolved_again(installer: str) -> None:
    scripts = [(ROOT / "tools" / name).read_text("utf-8") for name in ("install", "spark")]
    lines = [line for script in scripts for line in script.splitlines() if f" {installer} " in line]

    assert lines
    assert [line for line in lines if "--no-deps" not in line] == []
    assert [line for line in lines if "--require-hashes" not in line and "--no-build-isolation -e ." not in line] == []


def imported_packages() -> set[str]:
    """Return what is imported anywhere in the package, by the top name of each import."""
    nodes = [
        node
        for path in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    names = [n.name for node in nodes if isinstance(node, ast.Import) for n in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name.partition(".")[0] for name in names} - set(sys.stdlib_module_names) - {"untold"}


def declared_packages() -> set[str]:
    """Return what the project says that it needs, the parts of its extras too."""
    project = CONFIG["project"]
    extras = [name for names in project["optional-dependencies"].values() for name in names]
    return {re.split(r"[<>=]", name)[0] for name in [*project["dependencies"], *extras]}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    providers = packages_distributions()
    imported = {providers[name][0].lower() for name in imported_packages()}

    assert imported - {"py4j"} == declared_packages()  # py4j is pyspark's own way to its machine, and comes with it


def test_continuous_integration_runs_the_checks_and_then_the_tests() -> None:
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith(("#", "cd "))]

    assert commands == ["set -euo pipefail", "make check", "make test"]


def test_every_make_target_says_what_it_is_for() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    described = set(re.findall(r"^([a-z-]+):.*## \S", makefile, re.MULTILINE))

    assert phony is not None
    assert set(phony.group(1).split()) == described


def test_make_help_lists_the_commands_of_the_readme() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert "make run " in listed
    assert "make test " in listed


def test_one_version_stands_everywhere() -> None:
    cited = re.search(r"^version: (\S+)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE)

    assert cited is not None
    assert cited.group(1) == CONFIG["project"]["version"] == CONFIG["tool"]["towncrier"]["version"] == version("untold")


def test_the_wheel_carries_everything_that_is_not_code(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        shipped = set(wheel.namelist())

    kept = {name.removeprefix("src/") for name in tracked() if name.startswith("src/untold/")}
    assert any(name.endswith(".toml") for name in kept)
    assert kept <= shipped


def test_every_file_ends_in_one_newline_and_is_small() -> None:
    present = [(name, ROOT / name) for name in tracked()]

    assert [(n, why) for n, path in present if path.is_file() and (why := fault(n, path.read_bytes()))] == []


@pytest.mark.parametrize("content", [b"no end", b"two ends\n\n", b"x" * 1_000_001], ids=["none", "two", "large"])
def test_a_file_that_is_not_tidy_is_found_out(content: bytes) -> None:
    assert fault("notes.md", content) is not None


@pytest.mark.filterwarnings("ignore:A test tried to use socket")  # the blocking itself warns
def test_the_sockets_of_tests_end_at_loopback() -> None:
    with socket.socket() as beyond, pytest.raises(SocketConnectBlockedError):
        beyond.connect(("192.0.2.1", 80))  # a network that exists for documentation only
