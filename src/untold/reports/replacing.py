"""Files put in place whole, one or several: an interruption leaves the old ones or the new ones, never a mixture.

A list that comes in changes the reports, the claims and the accounts at once.
If the power fails between two of them, an account would name claims that are
nowhere. So the new files are written beside the old ones first, then a mark
says that they all are there, and only then they take their places; whoever
opens the casebook next finishes what was begun.
"""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

_MARK = ".replacing"
_NEXT = ".next"


def replace_file(path: Path, content: bytes, *, mode: int = 0o644) -> None:
    """Put a file in place in one step: a reader sees the old one or the new one, after a crash too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        os.replace(temporary, path)  # noqa: PTH105 - the temporary name is a string
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def replace_together(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Put several files of a folder in place as one step; files that are as they should be stay untouched."""
    changed = {name: content for name, content in contents.items() if not _is(folder / name, content)}
    if not changed:
        return
    for name, content in changed.items():
        replace_file(folder / f"{name}{_NEXT}", content)
    replace_file(folder / _MARK, "\n".join(changed).encode())
    finish_replacing(folder)


def finish_replacing(folder: Path) -> None:
    """Finish what was begun when the program ended, or take it back: only with the mark all files were there."""
    mark = folder / _MARK
    if not mark.exists():
        for path in folder.glob(f"*{_NEXT}"):
            path.unlink()
        return
    for name in mark.read_text("utf-8").split("\n"):
        prepared = folder / f"{name}{_NEXT}"
        if prepared.exists():
            prepared.replace(folder / name)
    _sync_folder(folder)
    mark.unlink()


def newest(folder: Path, name: str) -> Path:
    """Return where a file's content stands: beside its place while several are being replaced, else in it."""
    prepared = folder / f"{name}{_NEXT}"
    return prepared if (folder / _MARK).exists() and prepared.exists() else folder / name


def _is(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
