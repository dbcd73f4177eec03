"""The pages of the documentation that repeat the code, printed from it.

What is written twice is soon wrong once. The commands, the vocabularies and
the tree of errors are therefore never written by hand: `make docs` prints them
into their pages, and `make check` fails where a page differs from the code.
"""

import inspect
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from untold.claims import claim
from untold.codebook import actors, counts, errors, places
from untold.reports import report
from untold.tallies import tally
from untold.tallies.checks import record as checks_record
from untold.tallies.comparison import figure as comparison_figure
from untold.tallies.comparison import record as comparison_record
from untold.tallies.comparison import scope as comparison_scope
from untold.tallies.tables.columns import TableColumns, table_columns

SOURCE = Path(__file__).parent.parent / "src" / "untold"
VALUE_MODULES = (
    counts,
    actors,
    places,
    report,
    claim,
    tally,
    checks_record,
    comparison_record,
    comparison_scope,
    comparison_figure,
)  # where the closed lists of the records stand
WORD_LISTS = ("codebook/words", "reports/words", "tallies/ranging")  # the folders whose lists are vocabularies


def cli_page() -> str:
    """Return the help of the program and of each command, those of a group among them, as `--help` prints it."""
    import typer

    from untold.cli.commands import COMMANDS, app

    parts = [_help_block("untold", typer.main.get_command(app))]
    parts += [part for name in COMMANDS for part in _command_parts(name)]
    return "\n\n".join(parts)


def _command_parts(name: str) -> Iterator[str]:
    """Yield the section of a command, and of a group's command each of its own under it."""
    from untold.cli.commands import command_of

    yield f"## untold {name}\n\n{_help_block(f'untold {name}', command_of(name))}"
    for own, command in commands_within(name).items():
        yield f"### untold {name} {own}\n\n{_help_block(f'untold {name} {own}', command)}"


def commands_within(name: str) -> Mapping[str, Any]:
    """Return the commands of a group by name, none for a command that is no group."""
    from untold.cli.commands import command_of

    own: Mapping[str, Any] = getattr(command_of(name), "commands", {})
    return own


def _help_block(name: str, command: Any) -> str:
    context = command.context_class(command, info_name=name, terminal_width=80, max_content_width=80)
    words = re.sub(r"[ \t]+$", "", command.get_help(context), flags=re.MULTILINE)
    return f"```text\n{words.strip()}\n```"


def error_page() -> str:
    """Return the tree of errors, then what each one says and carries."""
    tree = re.search(r"```text\n.*?```", errors.__doc__ or "", re.DOTALL)
    rows = [
        f"| `{error.__name__}` | {_first_line(error)} | {_carried(error)} |"
        for error in error_classes(errors.UntoldError)
    ]
    table = "\n".join(["| Error | The fact | It carries |", "|---|---|---|", *rows])
    return f"{tree.group() if tree else ''}\n\n{table}"


def error_classes(root: type[errors.UntoldError]) -> Iterator[type[errors.UntoldError]]:
    """Yield the root and every error of the codebook below it, as the tree has them."""
    if root.__module__ == errors.__name__:
        yield root
        for child in root.__subclasses__():
            yield from error_classes(child)


def _first_line(error: type[errors.UntoldError]) -> str:
    return (inspect.getdoc(error) or "").partition("\n")[0]


def _carried(error: type[errors.UntoldError]) -> str:
    if error is errors.UntoldError:
        return ""
    return ", ".join(f"`{name}`" for name in list(inspect.signature(error.__init__).parameters)[1:])


def word_list_paths() -> list[Path]:
    """Return every vocabulary, room by room and by name."""
    return [path for folder in WORD_LISTS for path in sorted((SOURCE / folder).glob("*.toml"))]


def codebook_page() -> str:
    """Return every vocabulary with what its file says of it."""
    return "\n\n".join(_vocabulary(path) for path in word_list_paths())


def values_page() -> str:
    """Return the closed lists of values that fields of the records may have."""
    lines = ["| Field's type | Its values | Room |", "|---|---|---|"]
    for name, (room, values) in closed_values().items():
        lines.append(f"| `{name}` | {', '.join(f'`{value}`' for value in values)} | {room} |")
    return "\n".join(lines)


def closed_values() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return the name of each closed list, its room and its values."""
    return {
        name: (module.__name__.split(".")[1], get_args(value))
        for module in VALUE_MODULES
        for name, value in vars(module).items()
        if get_origin(value) is Literal and not name.startswith("_")
    }


def tables_page() -> str:
    """Return the columns of the tables that tallies are made of, with what each means."""
    return "\n\n".join(_columns(name, table) for name, table in table_columns().items())


def _columns(name: str, table: TableColumns) -> str:
    rows = [{"column": column, "type": each.type, "meaning": each.meaning} for column, each in table.columns.items()]
    return f"### {name}\n\n{table.about}\n\n{_table(rows)}"


def _vocabulary(path: Path) -> str:
    text = path.read_text("utf-8")
    heading = f"## {path.stem.replace('_', ' ')}\n\nFile: `{path.relative_to(SOURCE.parent.parent)}`"
    return "\n\n".join([heading, *_opening_words(text), *_described(tomllib.loads(text))])


def _opening_words(text: str) -> list[str]:
    """Return the comment that opens a word list, for it says what the list is for."""
    opening = re.match(r"(?:#[^\n]*\n)+", text)
    if opening is None:
        return []
    lines = (line.removeprefix("#").strip() for line in opening.group().splitlines())
    return ["\n".join(re.sub(r"([|*<>\[\]])", r"\\\1", line) for line in lines)]


def _described(content: Mapping[str, Any]) -> Iterator[str]:
    plain = {key: value for key, value in content.items() if not _is_nested(value)}
    if plain:
        yield "\n".join(f"- {_cell(key)}: {_cell(value)}" for key, value in plain.items())
    for key, value in content.items():
        if _is_nested(value):
            yield f"### {_escaped(key.replace('_', ' '))}"
            yield from _nested(value)


def _nested(value: Any) -> Iterator[str]:
    rows = (
        [{"": key, **entry} for key, entry in value.items()] if isinstance(value, dict) and _is_table(value) else value
    )
    if isinstance(rows, list):
        yield _table(rows)
    else:
        yield "\n".join(f"- {_cell(key)}: {_cell(entry)}" for key, entry in value.items())


def _is_nested(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and bool(value) and isinstance(value[0], dict))


def _is_table(value: Mapping[str, Any]) -> bool:
    return bool(value) and all(isinstance(entry, dict) for entry in value.values())


def _table(rows: list[dict[str, Any]]) -> str:
    columns = list(dict.fromkeys(key for row in rows for key in row))
    lines = [[_escaped(column.replace("_", " ")) for column in columns], ["---"] * len(columns)]
    lines += [[_cell(row.get(column, "")) for column in columns] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_cell(item) for item in value)
    if isinstance(value, dict):
        return "; ".join(f"{key} = {_cell(entry)}" for key, entry in value.items())
    return _escaped(str(value))


def _escaped(words: str) -> str:
    """Return words that Markdown shows as they are."""
    return re.sub(r"([|*_`<>\[\]\\])", r"\\\1", words.replace("\n", " "))
