"""The options of a scope, each with its help, for every command that asks for one."""

import re
from pathlib import Path
from typing import Annotated

import typer

from untold.cli.compared_scope import DemographicAsked, GradesBy, HarmAsked, StatusAsked
from untold.cli.destinations import writable
from untold.cli.forms import Form

_ISO_PREFIX = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def iso_prefix(value: str | None) -> str | None:
    """Return a date as it was typed; raises `typer.BadParameter` for what is no ISO date, month or year."""
    if value is not None and _ISO_PREFIX.fullmatch(value) is None:
        message = f"{value!r} is no date; write 2016, 2016-03 or 2016-03-23"
        raise typer.BadParameter(message)
    return value


Several = list[str] | None
Sources = Annotated[
    Several,
    typer.Argument(
        metavar="[SOURCE...]",
        help="Files, folders, addresses; of a casebook the ids of reports or claims, to compare these alone.",
    ),
]
Kept = Annotated[Path | None, typer.Option(exists=True, file_okay=False, help="The casebook; nothing is kept in it.")]
ByWhom = Annotated[Several, typer.Option(help="By whom: a slug or a name; may be repeated.")]
Alone = Annotated[bool, typer.Option("--alone", help="Only incidents that nobody else is blamed for.")]
Country = Annotated[Several, typer.Option(help="Where: SYR, or a name; may be repeated.")]
Smaller = Annotated[Several, typer.Option(help="Where: a smaller place; may be repeated.")]
FirstDay = Annotated[str | None, typer.Option("--from", callback=iso_prefix, help="The first day.")]
LastDay = Annotated[str | None, typer.Option("--to", callback=iso_prefix, help="The last day.")]
HarmOption = Annotated[HarmAsked, typer.Option(help="What happened to them.")]
StatusOption = Annotated[StatusAsked, typer.Option(help="Who they were; any is everybody.")]
DemographicOption = Annotated[DemographicAsked | None, typer.Option(help="Children, women or men alone.")]
Grades = Annotated[str | None, typer.Option(help="Count only incidents of these grades: fair,confirmed.")]
WhoseGrades = Annotated[GradesBy, typer.Option("--grades-by", help="Whose grades.")]
SaidBy = Annotated[Several, typer.Option(help="Only what these sources say; may be repeated.")]
Published = Annotated[str | None, typer.Option(callback=iso_prefix, help="The day of publication of what is read now.")]
Language = Annotated[str | None, typer.Option(help="The language of the page: en, ar.")]
AsForm = Annotated[Form, typer.Option("--as", help="The form of the comparison.")]
Out = Annotated[
    Path | None, typer.Option(callback=writable, dir_okay=False, help="Write to this file, whole or not at all.")
]
