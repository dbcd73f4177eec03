"""The program and its commands, each from the module that holds its room's verbs.

Those modules are loaded with every start, so they name only what a command
takes; the grammar, the page and the tables load where a command uses them.
"""

from typing import Annotated

import typer

from untold.cli import hand, reading, showing
from untold.cli.casting import Command, Group
from untold.cli.edge import EPILOG

app = typer.Typer(
    name="untold",
    cls=Group,
    help="Casualty recording in which every number leads back to the sentence that claims it.",
    epilog=EPILOG,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(showing.version())
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


for command in (
    reading.read,
    hand.confirm,
    hand.correct,
    hand.reject,
    reading.verify,
    showing.demo,
    showing.serve,
):
    app.command(cls=Command, epilog=EPILOG)(command)
