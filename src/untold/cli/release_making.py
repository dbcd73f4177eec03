"""`untold release --out DIR`: what may leave, written down whole or not at all."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from untold.cli.edge import ExitCode, complain

if TYPE_CHECKING:
    from untold.releases.release import Release, Terms
    from untold.releases.releasing import Wish

# As `untold.releases.exports` names them, which is loaded only when something is exported.
EXPORTS = ("airwars", "ucdp", "ibc", "acled")
_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


class ReleaseForm(StrEnum):
    """The forms in which the outcome of a release can be had."""

    TABLE = "table"
    JSON = "json"


def _day(value: str | None) -> str | None:
    if value is not None and _DAY.fullmatch(value) is None:
        message = f"{value!r} is no day; write it as 2016-03-23"
        raise typer.BadParameter(message)
    return value


def _number(value: str) -> str:
    if value != "next" and not (value.isdecimal() and int(value) > 0):
        message = f"{value!r} is no number of a release; write 1, 2, … or next"
        raise typer.BadParameter(message)
    return value


def _named(lists: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.strip() for each in (lists or "").split(",") if each.strip()))


def _lists(value: str | None) -> str | None:
    for name in _named(value):
        if name not in EXPORTS:
            message = f"{name!r} is no list; write some of {', '.join(EXPORTS)}, with commas between them"
            raise typer.BadParameter(message)
    return value


def make(
    context: typer.Context,
    *,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="The folder to write, which must not be there yet.")
    ] = None,
    casebook: Annotated[
        Path | None, typer.Option("--casebook", exists=True, file_okay=False, help="The casebook to release.")
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DAY", callback=_day, help="The release's day; today if left out.")
    ] = None,
    number: Annotated[
        str, typer.Option("--number", callback=_number, help="Its number; one more than the last if left out.")
    ] = "next",
    policy: Annotated[
        Path | None,
        typer.Option("--policy", exists=True, dir_okay=False, help="A policy of redaction of your own, as TOML."),
    ] = None,
    previous: Annotated[
        Path | None, typer.Option("--previous", exists=True, file_okay=False, help="The release before.")
    ] = None,
    hxl: Annotated[bool, typer.Option("--hxl", help="Write HXL tags as second row of each CSV file.")] = False,
    exports: Annotated[
        str | None,
        typer.Option(
            "--exports", metavar="LISTS", callback=_lists, help=f"Also in others' columns: {', '.join(EXPORTS)}."
        ),
    ] = None,
    licence: Annotated[
        str | None, typer.Option("--licence", metavar="ID", help="The licence of the tables, as CC-BY-4.0.")
    ] = None,
    title: Annotated[str, typer.Option("--title", help="What the release is called.")] = "Casualty record",
    publisher: Annotated[str | None, typer.Option("--publisher", help="Who publishes it.")] = None,
    form: Annotated[ReleaseForm, typer.Option("--as", help="The form of the outcome.")] = ReleaseForm.TABLE,
) -> None:
    """Make a dated, numbered, immutable release of a casebook, or check one.

    Its tables stand in it as CSV, Parquet, JSON Lines, GeoJSON and one SQLite
    file, with what every column means. Nothing leaves but what the policy of
    redaction lets; nothing is ever written over; the same casebook and the
    same options give the same bytes. SHA256SUMS checks it with sha256sum -c.

    Example: untold release --casebook cases --out releases/1 --licence CC-BY-4.0 --publisher "Alder Monitor"

    Example: untold release --casebook cases --out releases/2 --previous releases/1 --hxl --date 2026-12-01

    Example: untold release --casebook cases --out releases/3 --exports airwars,ucdp,ibc

    Example: untold release verify releases/2
    """
    if context.invoked_subcommand is not None:
        return
    from untold.releases.release import Terms

    if out is None or casebook is None:
        missing = "--out DIR" if out is None else "--casebook DIR"
        message = f"give {missing}, or a command: untold release --help lists them"
        raise typer.BadParameter(message)
    with _refusals():
        terms = Terms(_counted(number, out, previous), date or _today(), title, publisher, licence)
        made = _made(casebook, out, _wish(terms, policy, previous, has_hxl=hxl, exports=_named(exports)))
    _tell(made, out, form)


@contextmanager
def _refusals() -> Iterator[None]:
    """End with the exit code of a refusal, and its reason, where a release is refused."""
    from untold.codebook.errors import ReleaseRefused

    try:
        yield
    except ReleaseRefused as refused:
        complain(str(refused))
        raise typer.Exit(ExitCode.REFUSED) from None


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _counted(number: str, out: Path, previous: Path | None) -> int:
    """Return the release's number, and say so where changes cannot be listed though there is a release before."""
    from untold.releases.releasing import next_number, releases_beside

    if previous is None and (beside := list(releases_beside(out))):
        newest = max(beside)[1]
        complain(f"{newest} is not named as the release before, so what changed since is not listed; see --previous")
    return next_number(out, previous) if number == "next" else int(number)


def _wish(
    terms: "Terms", policy: Path | None, previous: Path | None, *, has_hxl: bool, exports: tuple[str, ...] = ()
) -> "Wish":
    from untold.releases.redaction.policy_file import read_policy, standard_policy
    from untold.releases.releasing import Wish

    return Wish(terms, standard_policy() if policy is None else read_policy(policy), previous, has_hxl, exports)


def _made(casebook: Path, out: Path, wish: "Wish") -> "Release":
    """Make the release while the casebook is held, so that nobody changes it meanwhile."""
    import secrets

    from untold.allegations.record import renew_docket
    from untold.releases.placing import check_free
    from untold.releases.redaction.pseudonyms import KEY_BYTES, release_key
    from untold.releases.releasing import has_review, release_casebook
    from untold.reports.casebook import open_casebook

    check_free(out)
    with open_casebook(casebook) as opened, _without_collector(), _progress() as told:
        if has_review(casebook):
            renew_docket(opened)
        key = release_key(opened, secrets.token_bytes(KEY_BYTES))
        return release_casebook(casebook, out, wish, key=key, program=_program(), told=told)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Look for no garbage in circles meanwhile: a release makes millions of records, and none that leads to itself."""
    import gc

    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _program() -> str:
    """Return the program's name, with its version where it is installed."""
    from untold.cli.showing import version

    found = version()
    return f"Untold {found}" if found[:1].isdecimal() else "Untold"


@contextmanager
def _progress() -> Iterator[Callable[[str, int], object] | None]:
    """Show on a terminal what is being written, and how many rows of it are."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console

    with Console(stderr=True).status("Releasing") as status:
        yield lambda what, rows: status.update(f"{what}: {rows:,}") if what != "records" or rows % 1_000 == 0 else None


def _tell(made: "Release", out: Path, form: ReleaseForm) -> None:
    from untold.releases.manifest import manifest_hash
    from untold.releases.release import MANIFEST, as_json

    if form is ReleaseForm.JSON:
        sys.stdout.buffer.write(as_json(made))
        sys.stdout.buffer.flush()
        return
    typer.echo(f"Release {made.number} of {made.date} in {out}, by the policy {made.policy}")
    for table in made.tables:
        kept_back = f", {table.redacted:,} of them with something withheld" if table.redacted else ""
        typer.echo(f"  {table.name:<16}{table.rows:>9,} rows{kept_back}")
    typer.echo(f"The SHA-256 of its {MANIFEST}; print it where nobody can change it later:\n  {manifest_hash(out)}")
