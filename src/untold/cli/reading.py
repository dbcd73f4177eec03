"""`untold read`: who claims what, what does not add up, and what may be compared."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from untold.cli.edge import ExitCode, complain
from untold.cli.forms import Form

_ISO_PREFIX = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def _iso_prefix(value: str | None) -> str | None:
    if value is not None and _ISO_PREFIX.fullmatch(value) is None:
        message = f"{value!r} is no date; write 2016, 2016-03 or 2016-03-23"
        raise typer.BadParameter(message)
    return value


def _language(value: str | None) -> str | None:
    if value is not None and _LANGUAGE.fullmatch(value) is None:
        message = f"{value!r} is no language; write a tag such as en or ar"
        raise typer.BadParameter(message)
    return value


def _writable(out: Path | None) -> Path | None:
    if out is not None and not out.parent.is_dir():
        message = f"there is no folder {out.parent}"
        raise typer.BadParameter(message)
    return out


def read(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="Files, directories, addresses; - is standard input.")
    ],
    *,
    casebook: Annotated[Path | None, typer.Option(file_okay=False, help="Keep what is read there.")] = None,
    language: Annotated[
        str | None, typer.Option(callback=_language, help="The reports' language, also of the page: en, ar.")
    ] = None,
    published: Annotated[
        str | None, typer.Option(callback=_iso_prefix, help="The day of publication, where the report shows none.")
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show the words that each field was read from.")] = False,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Read with this many processes.")] = 1,
    form: Annotated[Form, typer.Option("--as", help="The form of the ledger.")] = Form.TABLE,
    out: Annotated[
        Path | None, typer.Option(callback=_writable, dir_okay=False, help="Write to this file, whole or not at all.")
    ] = None,
) -> None:
    """Read reports and print the ledger: who says how many, of whom, where and when.

    Without --casebook nothing is kept.

    Example: untold read article.txt

    Example: untold read articles/ --casebook cases --jobs 2 --as html --out ledger.html
    """
    from untold.cli.inputs import Wish, read_inputs
    from untold.cli.output import put_out
    from untold.tallies.ledger import draw_up

    now = datetime.now(UTC).isoformat(timespec="seconds") if casebook is not None else None
    readings, failures = read_inputs(sources, Wish(language, published, now), jobs=jobs)
    for failure in failures:
        complain(failure.message)
    if casebook is not None and readings:
        from untold.cli.casebooks import keep

        readings = keep(casebook, readings)
    if readings:
        ledger = draw_up([each.report for each in readings], [claim for each in readings for claim in each.claims])
        put_out(ledger, form, out, explained=explain, language=language)
    if failures:
        raise typer.Exit(ExitCode.SOME_FAILED if readings else ExitCode.ERROR)


def verify(
    casebook: Annotated[Path, typer.Option("--casebook", exists=True, file_okay=False, help="The casebook.")],
) -> None:
    """Hash every capture again, and name those that were altered or are missing.

    Example: untold verify --casebook cases
    """
    from untold.reports.archive import verify as faults_of
    from untold.reports.casebook import read_reports

    faults = faults_of(casebook)
    for fault in faults:
        complain(f"{fault.kind}: {fault.message}")
    if any(fault.kind != "stray" for fault in faults):
        raise typer.Exit(ExitCode.ERROR)
    typer.echo(f"{len({report.capture for report in read_reports(casebook)})} captures, none altered, none missing")
