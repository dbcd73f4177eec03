"""`untold release`: a dated, numbered, immutable release of a casebook, and whether one is as it was published."""

import typer

from untold.cli.casting import Command, Group
from untold.cli.edge import EPILOG
from untold.cli.release_checking import verify
from untold.cli.release_making import make

release = typer.Typer(
    name="release",
    cls=Group,
    epilog=EPILOG,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)
release.callback(cls=Group, epilog=EPILOG, invoke_without_command=True)(make)
release.command("verify", cls=Command, epilog=EPILOG)(verify)
