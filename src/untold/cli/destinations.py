"""Where a command writes, checked before it works for an hour."""

from pathlib import Path

import typer


def writable(out: Path | None) -> Path | None:
    """Return the file that a person named; raises `typer.BadParameter` where its folder is not there."""
    if out is not None and not out.parent.is_dir():
        message = f"there is no folder {out.parent}"
        raise typer.BadParameter(message)
    return out
