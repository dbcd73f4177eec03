"""What is loaded to read one report: what it needs, and nothing that only another kind of report does.

Libraries take longer to load than a report takes to be read, so that a person
who reads one report waits for what is loaded.
"""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.test_cli import environment
from tools.printing import commands_within
from untold.cli.commands import COMMANDS, command_of

TEXT = "At least 12 civilians were killed by shelling in Idlib on Tuesday, the White Helmets said.\n"
PAGE = f"<!doctype html><html lang=en><title>Idlib</title><body><article><h1>Idlib</h1><p>{TEXT}</p></article></html>"
PROGRAM = """\
import sys

from untold.cli import main

try:
    main()
finally:
    print(*{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
"""
# One for each thing that only some reports, some forms of the ledger and some mistakes need.
HEAVY = {
    "charset_normalizer",
    "feedparser",
    "htmldate",
    "lxml",
    "multiprocessing",
    "numpy",
    "py3langid",
    "pydantic",
    "pypdfium2",
    "requests",
    "rich",
    "trafilatura",
}


def loaded(*arguments: object) -> set[str]:
    """Return the packages that the program has loaded when it ends."""
    command = [sys.executable, "-c", PROGRAM, *map(str, arguments)]
    ran = subprocess.run(command, capture_output=True, timeout=60, env=environment(), check=True)
    return set(ran.stderr.decode().split())


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "idlib.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_reading_plain_text_loads_no_parser_and_no_caster(article: Path) -> None:
    assert loaded("read", article, "--as", "json") & HEAVY == set()


def test_a_table_in_the_terminal_loads_only_what_draws_it(article: Path) -> None:
    assert loaded("read", article) & HEAVY == {"rich"}


def test_reading_a_page_loads_its_parsers_and_no_numbers(tmp_path: Path) -> None:
    page = tmp_path / "idlib.html"
    page.write_text(PAGE, encoding="utf-8")

    found = loaded("read", page, "--as", "json") & HEAVY

    assert {"lxml", "trafilatura"} <= found
    assert found & {"feedparser", "multiprocessing", "numpy", "pydantic", "pypdfium2", "requests", "rich"} == set()


@pytest.mark.parametrize(
    "asked",
    [["--help"], ["--version"], ["read", "--help"], ["correct", "--help"], ["review", "ledger", "--help"]],
    ids=" ".join,
)
def test_help_loads_neither_the_grammar_nor_a_library(asked: list[str]) -> None:
    found = loaded(*asked)

    assert found & {*HEAVY, "msgspec"} == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_of_each_what_its_own_help_says_first(name: str) -> None:
    assert COMMANDS[name].summary == command_of(name).help.partition("\n\n")[0].replace("\n", " ")


def test_the_help_of_a_group_says_of_each_command_what_its_own_help_says_first() -> None:
    group = command_of("review")
    shown = " ".join(group.get_help(group.context_class(group, info_name="untold review")).split())

    assert [name for name, own in commands_within("review").items() if f"{name} {_first_words(own)}" not in shown] == []


def _first_words(command: Any) -> str:
    return str(command.help).partition("\n\n")[0].replace("\n", " ")


def test_a_slip_in_a_commands_name_is_met_with_the_nearest(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "untold", "raed", str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, timeout=60, env=environment(), check=False)

    assert ran.returncode == 2
    assert b"'read'" in ran.stderr
