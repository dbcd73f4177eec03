"""`untold check`: what in a whole record cannot be right, and what a person answered to it."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from untold.cli.casting import Command, Group
from untold.cli.destinations import writable
from untold.cli.edge import EPILOG, ExitCode
from untold.cli.languages import page_language

if TYPE_CHECKING:
    from untold.tallies.checks.finding import Finding
    from untold.tallies.checks.objects import Checked

_WIDEST = 100  # columns; longer lines of prose are hard to follow
Casebook = Annotated[Path, typer.Option("--casebook", exists=True, file_okay=False, help="The casebook.")]


class CheckForm(StrEnum):
    """The forms in which findings can be had."""

    TABLE = "table"
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


class Gravity(StrEnum):
    """How grave a finding is at least."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class CheckVerdict(StrEnum):
    """What a person says of a finding."""

    ACCEPTED = "accepted"
    EXPLAINED = "explained"
    MENDED = "mended"


def _rules(values: list[str] | None) -> list[str] | None:
    from untold.tallies.checks.catalogue import check_rules

    for value in values or ():
        if value not in check_rules():
            near = ", ".join(slug for slug in check_rules() if set(value.split("_")) & set(slug.split("_")))
            message = f"{value!r} is no rule{f'; perhaps {near}' if near else ''}; docs/codebook.md lists all"
            raise typer.BadParameter(message)
    return values


def _day(value: str | None) -> str | None:
    if value is not None:
        try:
            datetime.strptime(value, "%Y-%m-%d").replace(tzinfo=UTC)
        except ValueError:
            message = f"{value!r} is no day; write 2017-03-31"
            raise typer.BadParameter(message) from None
    return value


check = typer.Typer(
    name="check",
    cls=Group,
    invoke_without_command=True,
    epilog=EPILOG,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)


@check.callback(invoke_without_command=True)
def check_casebook(
    context: typer.Context,
    *,
    casebook: Annotated[
        Path | None, typer.Option("--casebook", exists=True, file_okay=False, help="The casebook.")
    ] = None,
    rules: Annotated[
        list[str] | None, typer.Option("--rule", callback=_rules, help="Only this rule; may be given several times.")
    ] = None,
    severity: Annotated[Gravity, typer.Option("--severity", help="Only what is at least so grave.")] = Gravity.INFO,
    strict: Annotated[
        bool, typer.Option("--strict", help="End with exit code 1 where a contradiction is not answered.")
    ] = False,
    today: Annotated[
        str | None,
        typer.Option("--today", callback=_day, help="The day after which the future begins."),
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", callback=page_language, help="The language of the page: en, ar.")
    ] = None,
    form: Annotated[CheckForm, typer.Option("--as", help="The form of the findings.")] = CheckForm.TABLE,
    out: Annotated[
        Path | None, typer.Option("--out", callback=writable, dir_okay=False, help="Write to this file.")
    ] = None,
) -> None:
    """Check the whole record: what cannot be right between its reports, rows, incidents and answers.

    Every finding has an id, the rule behind it and the words that it is about.
    Nothing is repaired: untold check answer says why one stands, and the answer
    holds until what it is about changes. Findings are no failure of the
    command: it ends with 0, but with --strict.

    Example: untold check --casebook cases

    Example: untold check --casebook cases --severity error --as html --out findings.html

    Example: untold check answer 5d2a90c1f3b7e846 explained --why "the village is on both sides of the border"
    --casebook cases
    """
    if context.invoked_subcommand is not None:
        return
    if casebook is None:
        message = "say which casebook"
        raise typer.BadParameter(message, param_hint="--casebook")
    checked = _checked(casebook, today or _now()[:10], rules, severity)
    _put_out(casebook, checked, form, out, language, is_whole=bool(rules))
    if strict:
        from untold.tallies.checks.answers import open_errors

        if open_errors(checked.findings):
            raise typer.Exit(ExitCode.ERROR)


def answer(
    finding: Annotated[str, typer.Argument(metavar="FINDING", help="The finding's id, or its first letters.")],
    verdict: Annotated[
        CheckVerdict, typer.Argument(help="Accepted: it is so; explained: it is right as it is; mended: put right.")
    ] = CheckVerdict.EXPLAINED,
    *,
    casebook: Casebook,
    why: Annotated[str, typer.Option("--why", help="The reason, in a sentence.")],
    by: Annotated[str | None, typer.Option("--by", help="Who decides; the account's name if left out.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the earlier answer back; all lines stay.")] = False,
    today: Annotated[
        str | None,
        typer.Option("--today", callback=_day, help="The day after which the future begins."),
    ] = None,
) -> None:
    """Answer a finding, with a reason; it is then shown as answered, until what it is about changes.

    Example: untold check answer 5d2a90c1f3b7e846 accepted --why "the list says so itself" --casebook cases

    Example: untold check answer 5d2a90c1f3b7e846 --undo --why "the row was changed since" --casebook cases
    """
    import getpass

    from untold.reports.casebook import check_format, open_casebook
    from untold.tallies.checks.answers import CheckAnswer, keep_answer

    check_format(casebook)
    with open_casebook(casebook) as opened:
        found = _found(casebook, finding, today or _now()[:10])
        said = CheckAnswer(
            _now(), by or getpass.getuser(), found.id, verdict.value, undo, found.rule, found.message, why
        )  # fmt: skip
        keep_answer(opened, said)
    typer.echo(f"{found.id}: {'the answer is taken back' if undo else verdict.value}")


check.command("answer", cls=Command, epilog=EPILOG)(answer)


def _checked(folder: Path, today: str, rules: list[str] | None, severity: Gravity) -> "Checked":
    from untold.tallies.checks.answers import answered, answers_kept, lapsed
    from untold.tallies.checks.casebook import record_kept
    from untold.tallies.checks.catalogue import GRAVEST_FIRST
    from untold.tallies.checks.checking import check_record
    from untold.tallies.checks.objects import checked_object

    with _uncollected(), _progress() as tell:
        tell("the record")
        record = record_kept(folder, today=today)
        found = check_record(record, rules, tell=tell)
    answers = answers_kept(folder)
    grave = GRAVEST_FIRST[: GRAVEST_FIRST.index(severity.value) + 1]
    shown = [each for each in answered(found, answers) if each.severity in grave]
    # Of a part of the findings it cannot be told which answers have none.
    gone = lapsed(found, answers) if rules is None else ()
    return checked_object(record, shown, gone)


def _found(folder: Path, start: str, today: str) -> "Finding":
    """Return the one finding whose id begins so; raises `CasebookError` where there is none, or are several."""
    from untold.codebook.errors import CasebookError
    from untold.tallies.checks.casebook import record_kept
    from untold.tallies.checks.checking import check_record

    with _progress() as tell:
        tell("the record")
        found = [
            each for each in check_record(record_kept(folder, today=today), tell=tell) if each.id.startswith(start)
        ]
    if len(found) == 1:
        return found[0]
    why = f"has {len(found)} findings whose id begins with {start}" if found else f"has no finding {start}"
    raise CasebookError(str(folder), why, "look its id up with untold check")


def _put_out(
    folder: Path, checked: "Checked", form: CheckForm, out: Path | None, language: str | None, *, is_whole: bool
) -> None:
    from untold.tallies.checks.terminal import MOST

    if form is CheckForm.TABLE and out is None and sys.stdout.isatty():
        from rich.console import Console

        from untold.tallies.checks.terminal import print_findings

        console = Console(highlight=False)
        console.width = min(console.width, _WIDEST)
        print_findings(checked, console, most=None if is_whole else MOST)
        return
    from untold.cli.output import put

    most = None if is_whole or out is not None else MOST
    put(_rendered(folder, checked, form, language, most), out)


def _rendered(folder: Path, checked: "Checked", form: CheckForm, language: str | None, most: int | None) -> str | bytes:
    from untold.tallies.checks.objects import as_csv, as_json, as_jsonl, as_xlsx

    match form:
        case CheckForm.JSON:
            return as_json(checked)
        case CheckForm.JSONL:
            return as_jsonl(checked.findings)
        case CheckForm.CSV:
            return as_csv(checked.findings)
        case CheckForm.XLSX:
            return as_xlsx(checked)
        case CheckForm.HTML:
            from untold.reports.casebook import read_reports
            from untold.tallies.checks.page import as_page

            return as_page(checked, read_reports(folder), language=language)
        case _:
            from io import StringIO

            from rich.console import Console

            from untold.tallies.checks.terminal import print_findings

            plain = StringIO()
            print_findings(checked, Console(file=plain, width=80), most=most)
            return "".join(f"{line.rstrip()}\n" for line in plain.getvalue().splitlines())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let Python not look for garbage: a record is millions of objects that are all needed, and looking took longer."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Show which rules are looked for, where somebody watches a terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("Checking") as shown:
        yield lambda what: shown.update(f"Checking {what}")
