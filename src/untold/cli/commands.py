"""The program and its commands, one table: each from the module that holds its room's verbs.

A start loads the module of the command that was asked for and no other, so
that reading one article never waits for what imports lists or draws pages.
"""

from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer
from typer.main import get_command

from untold.cli.casting import Command, Group
from untold.cli.edge import EPILOG


class Door(NamedTuple):
    """Where a command stands: the function of a module of this room, and what it does in a line, as its docstring."""

    module: str
    function: str
    summary: str


COMMANDS = {
    "read": Door("reading", "read", "Read reports and print the ledger: who says how many, of whom, where and when."),
    "confirm": Door("hand", "confirm", "Say that a claim was read right."),
    "correct": Door("hand", "correct", "Put one field of a claim right; the words it was read from stay."),
    "reject": Door(
        "hand", "reject", "Say that something is no claim of this report; it is kept, shown and never tallied."
    ),
    "import": Door(
        "importing",
        "import_list",
        "Import a monitor's list: each row becomes an account with its claims, and every number keeps its cell.",
    ),
    "export": Door("importing", "export_list", "Export the casebook's accounts as CSV, in a layout that others read."),
    "place": Door("places", "place", "Show what a place's name means: resolved, ambiguous or unknown, and why."),
    "match": Door(
        "matching",
        "match",
        "Match the casebook's accounts into incidents, by a rule that can be read; keep them in incidents.jsonl.",
    ),
    "judge": Door(
        "matching",
        "judge",
        "Say whether two accounts are of one incident; it holds in every later match, whatever the rule finds.",
    ),
    "propose": Door(
        "proposing",
        "propose",
        "Propose what the match left open: texts that seem to tell one story, statements with what they may answer.",
    ),
    "grade": Door(
        "grading",
        "grade",
        "Grade the casebook's incidents by a stated rule over independent sources, or overrule one with a reason.",
    ),
    "review": Door(
        "review",
        "review",
        "Follow what a belligerent answers: allegations put, what was found, its ledger, and what waits too long.",
    ),
    "victims": Door(
        "victims",
        "victims",
        "Show how many victims the casebook records and which records may be one person: ids, and no names.",
    ),
    "tally": Door(
        "tallying",
        "tally",
        "Tally the casebook's incidents on one scope: at least and at most how many, and what stays open.",
    ),
    "series": Door(
        "series",
        "series",
        "Show running totals day by day, and check each step against the source's own daily counts.",
    ),
    "compare": Door(
        "comparing",
        "compare",
        "Set all voices side by side on one scope: what is reported, documented, conceded, and what may be compared.",
    ),
    "check": Door(
        "checking",
        "check",
        "Check the whole record: what cannot be right between its reports, rows, incidents and answers.",
    ),
    "release": Door(
        "release",
        "release",
        "Make a dated, numbered, immutable release of a casebook, or check one.",
    ),
    "dossier": Door(
        "dossier",
        "dossier",
        "Print the dossier of one incident as a page: what is decided, who says it and where, and what was answered.",
    ),
    "verify": Door("reading", "verify", "Hash every capture again, and name those that were altered or are missing."),
    "demo": Door("showing", "demo", "Read the articles that come with the program, and show their ledger."),
    "serve": Door("showing", "serve", "Serve a folder of pages to this machine alone, until Ctrl-C."),
}


class Program(Group):
    """The group of all commands, each loaded on its first asking."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of the commands in the order of the way of the data."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command by its name, or null where there is none."""
        del ctx
        door = COMMANDS.get(cmd_name)
        if door is not None and cmd_name not in self.commands:
            self.commands[cmd_name] = _load(cmd_name, door)
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the first argument names; a slip of the hand is met with the nearest name."""
        if args and args[0] not in COMMANDS:
            for name in COMMANDS:
                self.get_command(ctx, name)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the list of commands from the table, so that asking for help loads none of them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, door.summary) for name, door in COMMANDS.items()])


def _load(name: str, door: Door) -> Any:
    """Return the command that a door leads to: of one function, or of a group of them that its module made."""
    found = getattr(import_module(f"untold.cli.{door.module}"), door.function)
    if isinstance(found, typer.Typer):
        return get_command(found)
    alone = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)
    alone.command(name, cls=Command, epilog=EPILOG)(found)
    return get_command(alone)


app = typer.Typer(
    name="untold",
    cls=Program,
    help="Casualty recording in which every number leads back to the sentence that claims it.",
    epilog=EPILOG,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)


def _show_version(asked: bool) -> None:
    if asked:
        from untold.cli.showing import version

        typer.echo(version())
        raise typer.Exit


@app.callback()
def untold(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Casualty recording in which every number leads back to the sentence that claims it."""
    del version


def command_of(name: str) -> Any:
    """Return one command as it is run; raises `KeyError` for no command."""
    return _load(name, COMMANDS[name])
