"""Lists in and out: `untold import`, `untold export`."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from untold.claims.columns.layouts import LAYOUT_NAMES
from untold.cli.destinations import writable
from untold.cli.edge import ExitCode, complain

if TYPE_CHECKING:
    from untold.claims.columns.entering import FromList
    from untold.claims.columns.layout import Layout
    from untold.claims.columns.renewing import Renewal
    from untold.cli.imported import Import
    from untold.reports.lists import ListReport
    from untold.tallies.checks import Check

_RELEASE = "release"  # no list: a folder that untold release wrote
_ALL = f"{', '.join(LAYOUT_NAMES)}, or a mapping file (.toml)"
_FEW = 10  # accounts, below which half of a list may go without a question


class ImportForm(StrEnum):
    """The forms in which the outcome of an import can be had."""

    TABLE = "table"
    JSON = "json"


def _import_name(value: str | None) -> str | None:
    return value if value == _RELEASE else _layout_name(value)


def _layout_name(value: str | None) -> str | None:
    if value is not None and value not in LAYOUT_NAMES and not value.endswith(".toml"):
        message = f"{value!r} is no layout; write one of {_ALL}"
        raise typer.BadParameter(message)
    return value


def import_list(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A CSV, TSV, XLSX, JSON Lines or Parquet file.")],
    *,
    layout: Annotated[
        str | None,
        typer.Option("--from", metavar="LAYOUT", callback=_import_name, help=f"What the file is: {_ALL}; release."),
    ] = None,
    casebook: Annotated[Path | None, typer.Option(file_okay=False, help="Keep what is imported there.")] = None,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Write a first mapping of the file's columns, and import nothing.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and write nothing.")] = False,
    part: Annotated[
        bool, typer.Option("--part", help="The file is a part of the list: what is not in it was not withdrawn.")
    ] = False,
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="Withdraw what is not in the file, even if it is most of the list.")
    ] = False,
    form: Annotated[ImportForm, typer.Option("--as", help="The form of the outcome.")] = ImportForm.TABLE,
    out: Annotated[
        Path | None, typer.Option(callback=writable, dir_okay=False, help="Write the outcome or the mapping there.")
    ] = None,
) -> None:
    """Import a monitor's list: each row becomes an account with its claims, and every number keeps its cell.

    A list that comes again is compared by its codes: what was added, changed
    and withdrawn is listed, and the same file twice changes nothing. A row
    that cannot be read is named, and loses none of the others. Without
    --casebook nothing is kept.

    Example: untold import incidents.csv --from airwars --casebook cases

    Example: untold import list.xlsx --suggest --out list.toml

    Example: untold import list.xlsx --from list.toml --casebook cases --dry-run

    Example: untold import releases/2 --from release --casebook received
    """
    if layout == _RELEASE:
        from untold.cli.release_taking import take_release

        take_release(file, casebook)
        return
    from untold.cli.imported import import_lines, import_object

    if suggest:
        _suggest(file, out)
        return
    if layout is None:
        message = f"say what the file is{_guess(file)}: {_ALL}; --suggest writes a first mapping"
        raise typer.BadParameter(message, param_hint="--from")
    done = _imported(file, layout, casebook, is_dry=dry_run, is_part=part, may_withdraw=withdraw)
    _put(import_lines(done) if form is ImportForm.TABLE else import_object(done), out)
    _end(done.found)


def export_list(
    *,
    layout: Annotated[
        str, typer.Option("--to", metavar="LAYOUT", callback=_layout_name, help=f"In which layout: {_ALL}.")
    ],
    casebook: Annotated[Path, typer.Option("--casebook", exists=True, file_okay=False, help="The casebook.")],
    everything: Annotated[
        bool,
        typer.Option("--all", help="Also the accounts of other lists and of texts, as far as the columns hold them."),
    ] = False,
    out: Annotated[
        Path | None, typer.Option(callback=writable, dir_okay=False, help="Write to this file, whole or not at all.")
    ] = None,
) -> None:
    """Export the casebook's accounts as CSV, in a layout that others read.

    What came in by that layout goes out with all its columns and cells as they
    came, changed only where the record was changed since. A cell that a
    spreadsheet would run as a formula is written as text.

    Example: untold export --to airwars --casebook cases --out incidents.csv
    """
    from untold.claims.accounts import accounts_kept
    from untold.claims.columns.exporting import as_csv, export_table
    from untold.claims.columns.keeping import lists_kept
    from untold.claims.columns.renewing import is_of
    from untold.claims.readings import kept_claims
    from untold.codebook.errors import CasebookError

    accounts = accounts_kept(casebook)
    chosen = _exported(layout, {account.id.partition(":")[0] for account in accounts})
    wanted = accounts if everything else tuple(account for account in accounts if is_of(account, chosen))
    if not wanted:
        raise CasebookError(str(casebook), f"holds no account of {chosen.name}", "say --all for those of other lists")
    table = export_table(wanted, kept_claims(casebook), chosen, lists_kept(casebook, chosen))
    _put(as_csv(table), out)
    if out is not None:
        typer.echo(f"{len(table.rows):,} rows of {chosen.name} written to {out}")
    left = len(accounts) - len(wanted)
    if left:
        complain(f"{left} accounts of other lists and texts are not among them; --all exports them too")


def _suggest(file: str, out: Path | None) -> None:
    from untold.claims.columns.suggesting import suggest_mapping
    from untold.reports.lists import open_list

    name = re.sub(r"[^a-z0-9]+", "-", Path(file).stem.lower()).strip("-") or "list"
    _put(suggest_mapping(open_list(file), name if name not in LAYOUT_NAMES else f"{name}-list"), out)


def _guess(file: str) -> str:
    """Return which layout a file looks like, in words; none for what is no list, which the import itself will say."""
    from untold.claims.columns.layouts import looking_like
    from untold.codebook.errors import UnreadableReport
    from untold.reports.lists import open_list

    try:
        like = looking_like(open_list(file))
    except UnreadableReport:
        return ""
    return "" if like is None else f", it looks like --from {like}"


def _imported(
    file: str, layout: str, casebook: Path | None, *, is_dry: bool, is_part: bool, may_withdraw: bool
) -> "Import":
    """Return what a file changes, kept in the casebook where there is one and the run is not dry."""
    from untold.claims.columns.keeping import renewal_of
    from untold.cli.imported import Import

    now = datetime.now(UTC).isoformat(timespec="seconds") if casebook is not None else None
    listed, chosen = _opened(file, layout, now)
    found = _read(listed, chosen)
    _complain_of(found)
    is_kept = casebook is not None and bool(found.taken) and not is_dry
    if casebook is not None and is_kept:
        renewal = _keep(casebook, listed, chosen, found, is_part=is_part, may_withdraw=may_withdraw, mapping=layout)
    else:
        renewal = renewal_of(casebook, found, chosen, is_part=is_part)
    return Import(file, listed.report.id, chosen.name, found, renewal, is_kept, _checks(listed, found, chosen))


def _opened(file: str, name: str, now: str | None) -> tuple["ListReport", "Layout"]:
    from dataclasses import replace

    from untold.claims.columns.layouts import fitting, layouts_named
    from untold.codebook.errors import UnreadableReport
    from untold.reports.lists import open_list
    from untold.reports.report import Source

    listed = open_list(file, captured_at=now)
    chosen = fitting(listed, (_mapped(name),) if name.endswith(".toml") else layouts_named(name))
    report = replace(listed.report, source=Source(chosen.source.id, chosen.source.name))
    if not any(True for _ in chosen.entries(listed)):
        raise UnreadableReport(file, "has a header and no rows under it", "check that it was saved or downloaded whole")
    return replace(listed, report=report), chosen


def _mapped(path: str) -> "Layout":
    from untold.claims.columns.mapping import layout_of
    from untold.claims.columns.mapping_file import mapping_from

    return layout_of(mapping_from(path, Path(path).read_bytes()))


def _exported(name: str, used: set[str]) -> "Layout":
    """Return the layout to write: of a publisher's several the one that the casebook has accounts of."""
    from untold.claims.columns.layouts import layouts_named

    layouts = (_mapped(name),) if name.endswith(".toml") else layouts_named(name)
    return next((layout for layout in layouts if layout.name in used), layouts[0])


def _read(listed: "ListReport", layout: "Layout") -> "FromList":
    from untold.claims.columns import accounts_from_list

    with _progress(sum(len(sheet.rows) for sheet in listed.sheets)) as tell:
        return accounts_from_list(listed, layout, each=tell)


def _checks(listed: "ListReport", found: "FromList", layout: "Layout") -> tuple["Check", ...]:
    """Return the totals that a list prints beside its rows, as checks; only workbooks of the Bureau's have any."""
    if layout.name != "bureau":
        return ()
    from untold.claims.columns.bureau import printed_totals
    from untold.tallies.checks import check_printed_totals

    return check_printed_totals(printed_totals(listed, found))


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], object] | None]:
    if not sys.stderr.isatty():
        yield None
        return
    with Progress(console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("Importing", total=total)
        yield lambda n: shown.update(task, completed=n) if n % 100 == 0 else None


def _keep(
    folder: Path,
    listed: "ListReport",
    layout: "Layout",
    found: "FromList",
    *,
    is_part: bool,
    may_withdraw: bool,
    mapping: str,
) -> "Renewal":
    from untold.claims.columns.keeping import keep_list, renewal_of
    from untold.claims.hand import words_kept, words_on_nothing
    from untold.claims.readings import kept_claims
    from untold.reports.casebook import open_casebook

    with open_casebook(folder) as casebook:
        renewal = renewal_of(folder, found, layout, is_part=is_part)
        if not may_withdraw:
            _ask(renewal, layout)
        content = (layout.name, Path(mapping).read_bytes()) if mapping.endswith(".toml") else None
        before = {claim.id for claim in kept_claims(folder)}
        keep_list(casebook, listed, renewal, mapping=content, is_series=layout.is_series)
        for word in words_on_nothing(renewal.claims, words_kept(folder)):
            if word.claim in before:
                complain(f"hand/claims.csv: {word.claim} is no longer read; {word.verb!r} of {word.when} has no effect")
    return renewal


def _ask(renewal: "Renewal", layout: "Layout") -> None:
    """Refuse to withdraw most of a list by what may be a part of it; raises `typer.Exit` with the reason said."""
    gone = len(renewal.withdrawn)
    before = gone + len(renewal.unchanged) + len(renewal.changed) + len(renewal.refused)
    if gone > _FEW and gone * 2 > before:
        complain(
            f"{gone} of the {before} accounts of {layout.name} are not in this file, and nothing was kept; "
            "say --part if it is a part of the list, or --withdraw if they are gone"
        )
        raise typer.Exit(ExitCode.REFUSED)


def _put(text: str, out: Path | None) -> None:
    if out is not None:
        from untold.cli.output import write_whole

        write_whole(out, text)
        return
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def _complain_of(found: "FromList") -> None:
    """Name the first faults in a line each; a screen of thousands tells a person nothing."""
    from untold.cli.imported import NAMED

    for fault in found.faults[:NAMED]:
        complain(str(fault))
    left = len(found.faults) - NAMED
    if left > 0:
        complain(f"… and {left:,} more faults; --as json lists them all")


def _end(found: "FromList") -> None:
    """End with an exit code that tells of refused rows: some failed, or all did."""
    if any(fault.is_refused for fault in found.faults):
        raise typer.Exit(ExitCode.SOME_FAILED if found.taken else ExitCode.ERROR)
