"""The documentation and the code say the same, in both directions."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from tools.printing import (
    cli_page,
    closed_values,
    codebook_page,
    commands_within,
    error_classes,
    error_page,
    tables_page,
    values_page,
    word_list_paths,
)
from untold.claims.reading import read_count
from untold.codebook import errors
from untold.codebook.counts import Qualifier

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])
CODE = re.compile(r"```.*?```", re.DOTALL)


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def command_names() -> set[str]:
    from untold.cli.commands import COMMANDS

    return set(COMMANDS)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("cli.md", cli_page),
        ("codebook.md", codebook_page),
        ("codebook.md", values_page),
        ("codebook.md", tables_page),
        ("errors.md", error_page),
    ],
    ids=["commands", "word lists", "values", "tables", "errors"],
)
def test_a_printed_page_is_as_the_code_is(name: str, printed: Any) -> None:
    assert printed() in page(name), "run `make docs`"


def test_every_command_has_its_section() -> None:
    assert set(re.findall(r"^## untold (\S+)$", page("cli.md"), re.MULTILINE)) == command_names()


def test_every_command_shows_an_example_in_its_help() -> None:
    sections = re.split(r"^## untold (\S+)$", page("cli.md"), flags=re.MULTILINE)[1:]
    helps = dict(zip(sections[::2], sections[1::2], strict=True))

    assert [name for name, text in helps.items() if f"Example: untold {name}" not in text] == []


def test_every_command_of_a_group_has_its_section_and_shows_an_example() -> None:
    sections = re.split(r"^#{2,3} (untold .+)$", page("cli.md"), flags=re.MULTILINE)[1:]
    helps = dict(zip(sections[::2], sections[1::2], strict=True))
    within = [f"untold {name} {own}" for name in sorted(command_names()) for own in commands_within(name)]

    assert "untold review ledger" in within
    assert [each for each in within if f"Example: {each}" not in helps.get(each, "")] == []


def test_no_page_names_a_command_of_a_group_that_does_not_exist() -> None:
    groups = [name for name in command_names() if commands_within(name)]
    named = {
        (path.name, group, own)
        for path in PAGES
        for group in groups
        for own in re.findall(rf"`untold {group} ([a-z]+)", path.read_text("utf-8"))
    }

    assert {each for each in named if each[2] not in commands_within(each[1])} == set()


def test_no_page_names_a_command_that_does_not_exist() -> None:
    named = {
        (path.name, command)
        for path in PAGES
        if path.name != "cli.md"
        for command in re.findall(r"(?:`|bin/)untold ([a-z]+)", path.read_text("utf-8"))
    }

    assert {(name, command) for name, command in named if command not in command_names()} == set()


def test_no_page_names_a_make_target_that_does_not_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {target for path in PAGES for target in re.findall(r"`make ([a-z]+)", path.read_text("utf-8"))}

    assert named <= targets


def test_every_wording_of_a_count_is_in_the_method() -> None:
    documented = set(re.findall(r"^\| .+? \| `(\w+)` \|", page("method.md"), re.MULTILINE))

    assert documented == set(get_args(Qualifier))


def wordings() -> Iterator[tuple[str, str, list[int | None]]]:
    """Yield each phrase of the method's table with its qualifier and its stated, low and high."""
    for words, qualifier, *numbers in re.findall(
        r"^\| (.+?) \| `(\w+)` \| (.+?) \| (.+?) \| (.+?) \|$", page("method.md"), re.MULTILINE
    ):
        phrases = words.split("; ")
        columns = [cell.split("; ") if "; " in cell else [cell] * len(phrases) for cell in numbers]
        for phrase, *cells in zip(phrases, *columns, strict=True):
            yield phrase, qualifier, [None if cell == "–" else int(cell.replace(",", "")) for cell in cells]


@pytest.mark.parametrize(
    ("phrase", "qualifier", "numbers"), list(wordings()), ids=[phrase for phrase, *_ in wordings()]
)
def test_the_method_gives_the_bounds_that_the_reader_reads(
    phrase: str, qualifier: str, numbers: list[int | None]
) -> None:
    count = read_count(phrase)

    assert count.qualifier == qualifier
    assert [count.stated, count.low, count.high] == numbers


def test_every_error_is_in_the_tree_that_its_module_draws() -> None:
    drawn = re.findall(r"^(?:[│ ]*[├└]── )?(\w+Error|(?<=── )\w+)", errors.__doc__ or "", re.MULTILINE)

    assert sorted(drawn) == sorted(error.__name__ for error in error_classes(errors.UntoldError))


def test_every_word_list_and_every_closed_value_is_in_the_codebook_page() -> None:
    codebook = page("codebook.md")

    assert word_list_paths()
    assert [path.name for path in word_list_paths() if f"/{path.name}`" not in codebook] == []
    assert [v for _, values in closed_values().values() for v in values if f"`{v}`" not in codebook] == []


def test_every_word_list_says_where_it_is_from() -> None:
    silent = [path.name for path in word_list_paths() if "source" not in path.read_text("utf-8").lower()]

    assert silent == []


def test_word_lists_are_valid_toml() -> None:
    assert all(tomllib.loads(path.read_text("utf-8")) for path in word_list_paths())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_to_a_file(path: Path) -> None:
    text = CODE.sub("", path.read_text("utf-8"))
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text) if path.name != "codebook.md" else []

    assert [link for link in links if "://" not in link and not (path.parent / link).exists()] == []


def test_the_index_lists_every_page() -> None:
    listed = set(re.findall(r"\]\(([\w.-]+\.md)\)", page("README.md")))

    assert listed == {path.name for path in DOCS.glob("*.md")} - {"README.md"}


def test_every_decision_is_listed_and_says_why_what_and_what_follows() -> None:
    decisions = [path for path in (DOCS / "decisions").glob("*.md") if path.name != "README.md"]
    index = (DOCS / "decisions" / "README.md").read_text("utf-8")
    parts = ("Status: ", "## Why it came up", "## Decision", "## What follows")

    assert decisions
    for path in decisions:
        text = path.read_text("utf-8")
        assert f"({path.name})" in index
        assert text.startswith(f"# {path.name[:4]}: ")
        assert [part for part in parts if part not in text] == [], path.name


def test_contributing_names_only_places_that_exist() -> None:
    table = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Where do I change")[2].partition("\n## ")[0]
    places = re.findall(r"`((?:src|tests|docs)/[^`]*|pyproject\.toml)`", table)

    assert len(places) > 10
    assert [place for place in places if not (ROOT / place).exists()] == []
