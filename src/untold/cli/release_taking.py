"""`untold import DIR --from release`: a casebook of what somebody else has released."""

from pathlib import Path

import typer

from untold.cli.edge import ExitCode, complain


def take_release(folder: str, casebook: Path | None) -> None:
    """Make a casebook of a release that is as it was published, and say what came in."""
    from untold.codebook.errors import ReleaseRefused
    from untold.releases.release import release_at
    from untold.releases.restoring import restore
    from untold.reports.casebook import open_casebook

    if casebook is None:
        message = "a release comes in as a casebook of its own; name a new folder"
        raise typer.BadParameter(message, param_hint="--casebook")
    release_at(folder)  # before a casebook is made for what is none
    try:
        with open_casebook(casebook) as opened:
            release = restore(opened, folder)
    except ReleaseRefused as refused:
        complain(str(refused))
        raise typer.Exit(ExitCode.REFUSED) from None
    rows = {table.name: table.rows for table in release.tables}
    held = ", ".join(f"{rows.get(name, 0):,} {name}" for name in ("incidents", "accounts", "claims", "reports"))
    typer.echo(f"Release {release.number} of {release.date} is in {casebook}: {held}")
    typer.echo("Captures and texts are not in a release: untold verify will name them as missing")
