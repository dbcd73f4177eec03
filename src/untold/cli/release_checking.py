"""`untold release verify`: whether a release is as it was published."""

from pathlib import Path
from typing import Annotated

import typer

from untold.cli.edge import ExitCode, complain


def verify(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", exists=True, file_okay=False, help="The folder of the release.")
    ],
    *,
    sha256: Annotated[
        str | None, typer.Option("--sha256", metavar="HASH", help="What the publisher printed as that of SHA256SUMS.")
    ] = None,
) -> None:
    """Hash every file of a release again, and name those that were altered, are missing, or were added.

    Without the program, sha256sum -c SHA256SUMS says the same of what is
    listed. Who could change the list too is found out with --sha256.

    Example: untold release verify releases/2
    """
    from untold.releases.manifest import manifest_hash, verify_release
    from untold.releases.release import MANIFEST, release_at

    faults = verify_release(folder)
    for fault in faults:
        complain(f"{fault.kind}: {fault.message}")
    found = manifest_hash(folder)
    is_other = sha256 is not None and sha256.strip().lower() != found
    if is_other:
        complain(f"altered: {MANIFEST}: its SHA-256 is {found}, and not what was printed")
    if faults or is_other:
        raise typer.Exit(ExitCode.ERROR)
    release = release_at(folder)
    typer.echo(f"Release {release.number} of {release.date}: no file altered, missing or added")
    typer.echo(f"The SHA-256 of its {MANIFEST}: {found}")
